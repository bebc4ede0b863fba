import { expect, test } from "vitest";
import { timeLeft } from "./time-left.ts";

test.each([
  [0, 0, ""],
  [500, 0.2, ""],
  [5_000, 0, ""],
  [5_000, 1, ""],
  [5_000, 0.5, "  5 s left"],
  [60_000, 0.25, "  3 min left"],
])("after %i ms with a share of %d done, %j is said of the rest", (elapsed, share, said) => {
  expect(timeLeft(elapsed, share)).toBe(said);
});
