import fc from "fast-check";
import { expect, test } from "vitest";
import { halfUp } from "../price.ts";
import { shareOf } from "./share.ts";

test.each([
  [33_333, 500_000, 16_667],
  [33_333, 1_000_000, 33_333],
  [1, 499_999, 0],
  [1, 500_000, 1],
  [10_000_000_000_000, 333_333, 3_333_330_000_000],
  [9_999_999_999_999, 500_000, 5_000_000_000_000],
])("%i minor units at %i ten-thousandths of a percent are %i, half up", (amount, percentage, share) => {
  expect(shareOf(amount, percentage)).toBe(share);
});

test("by numbers and by big integers a share is the same", () => {
  const anAmount = fc.oneof(
    fc.integer({ min: 0, max: 10_000_000_000_000 }),
    fc.integer({ min: 3_999_999_000, max: 4_000_001_000 }),
  );
  fc.assert(
    fc.property(anAmount, fc.integer({ min: 0, max: 1_000_000 }), (amount, percentage) => {
      expect(BigInt(shareOf(amount, percentage))).toBe(
        halfUp(BigInt(amount) * BigInt(percentage), 1_000_000n),
      );
    }),
    { numRuns: 500 },
  );
});
