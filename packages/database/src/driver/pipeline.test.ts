import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { playBoth } from "./testing/play.ts";

const place = await testDatabase();

test.concurrent("a prepared statement gone stale fails its flight; as published it is tried again without its transaction, and answers that there is nothing", async () => {
  const scene = "a migration changes what a prepared statement answers, which is then sent in one flight";
  const { patched, published } = await playBoth(scene, place);
  const [before, next] = [[{ n: 1 }], [{ n: 1, unit: "km" }]];
  expect(patched).toEqual({ saw: { before, first: "rejected 0A000", next } });
  expect(published).toEqual({ saw: { before, first: [], next } });
});

test.concurrent("a statement that cannot be written fails its flight; as published the flight and the connection hang", async () => {
  const scene = "a statement that cannot be written, in one flight";
  const { patched, published } = await playBoth(scene, place);
  const before = [{ x: "first" }];
  expect(patched).toEqual({
    saw: { before, unwritable: "rejected UNDEFINED_VALUE", next: [{ x: "second" }] },
  });
  expect(published).toEqual({ saw: { before, unwritable: "pending", next: "pending" } });
});

test.concurrent("a statement that cannot be written fails alone; as published others get each other's answers", async () => {
  const scene = "a statement that cannot be written, among those of other callers";
  const { patched, published } = await playBoth(scene, place);
  expect(patched).toEqual({ saw: ["first", "rejected UNDEFINED_VALUE", "third", "fourth"] });
  expect(published).toEqual({
    saw: ["rejected UNDEFINED_VALUE", expect.any(String), "fourth", "pending"],
  });
});

test.concurrent("BEGIN has its connection also where the pipeline is full; as published a session stays in a transaction and acknowledged writes are lost", async () => {
  const scene = "BEGIN is the statement at which the pipeline is full";
  const { patched, published } = await playBoth(scene, place);
  expect(patched).toEqual({ saw: { transaction: "resolved", lost: 0, leftInTransaction: 0 } });
  expect(published).toMatchObject({
    saw: { transaction: "rejected UNSAFE_TRANSACTION", leftInTransaction: 1 },
  });
  expect(published).not.toMatchObject({ saw: { lost: 0 } });
});
