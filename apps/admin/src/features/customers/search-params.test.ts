import { expect, test } from "vitest";
import {
  type CustomersParams,
  chipsOf,
  firstPageOf,
  loadCustomersParams,
  paramsOfChips,
  questionOf,
  sortOf,
} from "./search-params.ts";

const nothing: CustomersParams = { q: "", kind: null, consent: null, sort: null, order: null };

test("what an address does not say is not asked, and the list comes by name", () => {
  expect(questionOf(nothing)).toEqual({ search: null, filter: { kind: null, consent: null } });
  expect(sortOf(nothing)).toEqual({ by: "name", direction: "asc" });
});

test("what an address says that nobody knows is left out", async () => {
  const params = await loadCustomersParams(
    Promise.resolve({ kind: "PERSON,ROBOT", consent: "fax", sort: "shoe", order: "up", q: " anna " }),
  );
  expect(questionOf(params)).toEqual({ search: "anna", filter: { kind: ["PERSON"], consent: null } });
  expect(sortOf(params)).toEqual({ by: "name", direction: "asc" });
});

test("a list and its count ask alike, in whatever order values are named", () => {
  const one = questionOf({ ...nothing, consent: ["text", "email"] });
  const other = questionOf({ ...nothing, consent: ["email", "text", "email"] });
  expect(one).toEqual(other);
});

test("a longer text than the server takes is cut, and not refused", () => {
  expect(questionOf({ ...nothing, q: "a".repeat(300) }).search).toHaveLength(200);
});

test("chips and address say the same", () => {
  const params = { ...nothing, kind: ["COMPANY" as const], consent: ["post" as const] };
  expect(chipsOf(params)).toEqual({ kind: ["COMPANY"], consent: ["post"] });
  expect(paramsOfChips(chipsOf(params))).toEqual({ kind: params.kind, consent: params.consent });
  expect(chipsOf(nothing)).toEqual({});
});

test("a place in pages that are gone leads to the first page of the same question", () => {
  expect(firstPageOf({ ...nothing, q: "anna", kind: ["PERSON"] })).toBe("/customers?q=anna&kind=PERSON");
});
