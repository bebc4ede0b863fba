import { expect, test } from "vitest";
import { readWholeDistance } from "./whole-distance.ts";

test.each([
  "12345",
  "12345.0",
  "12345,00",
  "12,345",
  "12.345",
  "12 345",
  "12\u00a0345",
  "12'345",
  "12\u2019345",
  "12345 mi",
  "12,345 miles",
  "12345mi.",
])("%j in a column of miles is 12345 miles", (cell) => {
  expect(readWholeDistance(cell, "MI")).toEqual({ value: 12_345, unit: "MI" });
});

test("groups of three go on, and the first has one to three digits", () => {
  expect(readWholeDistance("1.234.567", "KM")).toEqual({ value: 1_234_567, unit: "KM" });
  expect(readWholeDistance("1.000 km", "KM")).toEqual({ value: 1_000, unit: "KM" });
});

test.each([
  "1.000,5",
  "12,34",
  "1,2345",
  "1234,567",
  "1,234.567",
  "0.123",
  "12,345,6",
  "-5",
  "about 5",
  "mi",
])("%j is refused with what would be right", (cell) => {
  expect(readWholeDistance(cell, "MI")).toEqual({
    code: "WRONG_FORMAT",
    message: `${JSON.stringify(cell)} is not a whole number. Write whole miles, as 12345 or 12,345.`,
  });
});

test("the other unit than the column's is refused, and both are named", () => {
  expect(readWholeDistance("12345 km", "MI")).toEqual({
    code: "WRONG_UNIT",
    message:
      '"12345 km" is in kilometres, and the column is read as miles. Write miles, or say --map kilometres=COLUMN.',
  });
  expect(readWholeDistance("12345 mi", "KM")).toMatchObject({ code: "WRONG_UNIT" });
});
