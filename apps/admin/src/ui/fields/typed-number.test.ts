import { describe, expect, test } from "vitest";
import {
  decimalOfTyped,
  minorFromText,
  signsOfUnit,
  textFromMinor,
  wholeOfTyped,
  withoutSign,
} from "./typed-number.ts";

describe("a figure as people type it", () => {
  test.each([
    ["8,420", "en-GB", "8420"],
    ["8.420", "de-DE", "8420"],
    ["8 420", "fr-FR", "8420"],
    ["8'420", "de-CH", "8420"],
    ["1,234.5", "en-GB", "1234.5"],
    ["1.234,5", "de-DE", "1234.5"],
    ["7,7", "en-GB", "7.7"],
    ["7.7", "de-DE", "7.7"],
    ["007", "en-GB", "7"],
  ])("%s in %s is %s", (text, locale, decimal) => expect(decimalOfTyped(text, locale)).toBe(decimal));

  test.each(["", "-5", "1e3", "12mi", "1..2"])("%s is no figure", (text) =>
    expect(decimalOfTyped(text, "en-GB")).toBeNull(),
  );

  test("a whole number takes no fraction, and zeros behind a point or comma are not guessed at", () => {
    expect(wholeOfTyped("12.5", "en-GB")).toBeNull();
    expect(wholeOfTyped("40,00", "en-GB")).toBeNull();
    expect(wholeOfTyped("40.00", "en-GB")).toBeNull();
    expect(wholeOfTyped("40,00", "de-DE")).toBeNull();
    expect(wholeOfTyped("12.000", "en-GB")).toBeNull();
    expect(wholeOfTyped("12,000", "de-DE")).toBeNull();
    expect(wholeOfTyped("9,999,999", "en-GB")).toBe(9_999_999);
  });
});

test.each([
  ["£749", ["£", "GBP"], "749"],
  ["749 gbp", ["£", "GBP"], "749"],
  ["GBP 1,234.00", ["£", "GBP"], "1,234.00"],
  ["20%", signsOfUnit("%"), "20"],
  ["36 months", signsOfUnit("months"), "36"],
  ["8,420 mi", signsOfUnit("mi"), "8,420"],
  ["120 h", signsOfUnit("h"), "120"],
  // another's sign is not the field's own
  ["€749", ["£", "GBP"], "€749"],
  ["8,420 km", signsOfUnit("mi"), "8,420 km"],
  ["££749", ["£"], "£749"],
])("%s beside the signs %j is %s", (text, signs, figure) => expect(withoutSign(text, signs)).toBe(figure));

describe("an amount in minor units", () => {
  test.each([
    ["749", "GBP", 74_900],
    ["749.5", "GBP", 74_950],
    ["1,180.00", "GBP", 118_000],
    ["500", "JPY", 500],
    ["1.234", "KWD", 1_234],
    ["0.1", "EUR", 10],
  ])("%s %s is %i", (text, currency, minor) => expect(minorFromText(text, currency, "en-GB")).toBe(minor));

  test("more decimals than the currency has are no amount, never a rounded one", () => {
    expect(minorFromText("749.505", "GBP", "en-GB")).toBeNull();
    expect(minorFromText("500.5", "JPY", "en-GB")).toBeNull();
  });

  test("shown and read again it is the same", () => {
    for (const [currency, minor] of [
      ["GBP", 118_005],
      ["JPY", 12_345],
      ["KWD", 1_234_567],
      ["EUR", 7],
    ] as const)
      for (const locale of ["en-GB", "de-DE", "fr-FR"])
        expect(
          minorFromText(textFromMinor(minor, currency, locale), currency, locale),
          `${currency} ${locale}`,
        ).toBe(minor);
  });
});
