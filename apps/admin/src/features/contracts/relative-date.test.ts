import { expect, test } from "vitest";
import { dateOn, isDateText } from "./relative-date.ts";

test.each([
  ["today", "2026-11-25"],
  ["60d", "2027-01-24"],
  ["-30d", "2026-10-26"],
  ["12m", "2027-11-25"],
  ["2028-02-29", "2028-02-29"],
])("%s, read on 25 Nov 2026, is %s", (text, date) => {
  expect(dateOn("2026-11-25", text)).toBe(date);
});

test("a month on from the 31st is the last of a shorter month", () => {
  expect(dateOn("2027-01-31", "1m")).toBe("2027-02-28");
});

test.each(["", "soon", "2027-02-29", "60", "60w"])("%j is no date", (text) => {
  expect(isDateText(text)).toBe(false);
});
