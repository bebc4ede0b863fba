import { expect, test } from "vitest";
import { formatsOf } from "./formats.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test.each([
  ["GB", 135_000, "GBP", "£1,350.00"],
  ["DE", 135_000, "EUR", "1.350,00 €"],
  ["JP", 135_000, "JPY", "¥135,000"],
  ["KW", 135_005, "KWD", "KWD 135.005"],
  ["PL", 135_000, "PLN", "1350,00 zł"],
  ["GB", -4_863, "GBP", "\u2212£48.63"],
  ["GB", 9_007_199_254_740_991, "GBP", "£90,071,992,547,409.91"],
])("in %s %d minor units of %s are written %s", (country, amountMinor, currency, expected) => {
  expect(plain(formatsOf(country).money({ amountMinor, currency }))).toBe(expected);
});

test("a percentage is written to four decimals, and without those that it has not", () => {
  expect(plain(formatsOf("GB").percent("56.61"))).toBe("56.61 %");
  expect(plain(formatsOf("DE").percent("8.2500"))).toBe("8,25 %");
  expect(plain(formatsOf("GB").percent(100))).toBe("100 %");
});

test("a day and a distance are written as the country does", () => {
  expect(formatsOf("GB").date("2026-11-25")).toBe("25 Nov 2026");
  expect(formatsOf("US").date("2026-11-25")).toBe("Nov 25, 2026");
  expect(plain(formatsOf("DE").distance({ value: 52_160, unit: "KM" }))).toBe("52.160 km");
});
