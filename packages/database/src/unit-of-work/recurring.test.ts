import { expect, test } from "vitest";
import { openRecurring } from "./recurring.ts";

test("a statement recurs from its second time on", () => {
  const recurs = openRecurring(2);
  expect([recurs("a"), recurs("a"), recurs("b"), recurs("a")]).toEqual([false, true, false, true]);
});

test("no more are kept than there are places for, and those that are kept stay", () => {
  const recurs = openRecurring(2);
  for (const text of ["a", "a", "b", "b", "c", "c"]) recurs(text);
  expect([recurs("a"), recurs("b"), recurs("c")]).toEqual([true, true, false]);
});

test("any number of statements that come once leave room for one that recurs", () => {
  const recurs = openRecurring(3);
  for (let n = 0; n < 1_000; n += 1) recurs(`odd search ${n}`);
  recurs("a");
  expect(recurs("a")).toBe(true);
});
