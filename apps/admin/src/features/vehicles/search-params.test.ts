import { expect, test } from "vitest";
import { firstPageOf, loadVehiclesParams, questionOf, sortOf } from "./search-params.ts";

const addressed = (query: string) => loadVehiclesParams(new URLSearchParams(query));

test("the address says what is sought, as it was typed or scanned", async () => {
  expect(questionOf(await addressed("q=+golf+wx23+"))).toEqual({ search: "golf wx23" });
  expect(questionOf(await addressed("q=IWVWZZZCD0PW586006"))).toEqual({ search: "WVWZZZCD0PW586006" });
  expect(questionOf(await addressed("q=+"))).toEqual({ search: null });
});

test("the newest come first unless the address says otherwise, and nonsense says nothing", async () => {
  const newest = { by: "createdAt", direction: "desc" };
  expect(sortOf(await addressed(""))).toEqual(newest);
  expect(sortOf(await addressed("sort=vin&order=up"))).toEqual(newest);
  expect(sortOf(await addressed("sort=name"))).toEqual({ by: "name", direction: "asc" });
});

test("a place in pages that are gone leads to the first page of the same question", async () => {
  expect(firstPageOf(await addressed("q=golf&sort=name&order=desc&after=gone"))).toBe(
    "/vehicles?q=golf&sort=name&order=desc",
  );
});
