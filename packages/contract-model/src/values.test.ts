import { expect, test } from "vitest";
import {
  CalendarDate,
  Country,
  currencyCodes,
  currencyExponent,
  EmailAddress,
  Id,
  isId,
  line,
  Money,
  multiline,
  Percentage,
  TimeZone,
  tidy,
} from "./index.ts";

const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

test("a calendar date exists and lies from 1900-01-01 to 2999-12-31, both inclusive", () => {
  for (const date of ["1900-01-01", "2024-02-29", "2999-12-31"]) expect(takes(CalendarDate, date)).toBe(true);
  for (const date of ["1899-12-31", "3000-01-01", "2025-02-29", "2025-2-1", "2025-02-01T00:00:00Z", 20250201])
    expect(takes(CalendarDate, date)).toBe(false);
});

test("a percentage is a whole number or decimal text of at most 4 decimals, from 0 to 100, and is kept as entered", () => {
  for (const percentage of [0, 19, 100, "0", "7.7", "8.1234", "100"])
    expect(Percentage.parse(percentage)).toBe(percentage);
  for (const percentage of [-1, 101, 7.7, "7.12345", "100.1", "+5", "05", "5.", "1e1", " 5", ""])
    expect(takes(Percentage, percentage)).toBe(false);
});

test("money is whole minor units, never a float, never negative, in a currency in use", () => {
  expect(takes(Money, { amountMinor: 135_000, currency: "GBP" })).toBe(true);
  for (const amountMinor of [1.5, -1, 2 ** 53, Number.NaN, "100"])
    expect(takes(Money, { amountMinor, currency: "GBP" })).toBe(false);
  for (const currency of ["gbp", "XXX", "DEM", ""])
    expect(takes(Money, { amountMinor: 1, currency })).toBe(false);
});

test("currencies have 0, 2 or 3 decimals", () => {
  expect(["JPY", "EUR", "KWD"].map(currencyExponent)).toEqual([0, 2, 3]);
  expect(currencyCodes.has("EUR")).toBe(true);
});

test("a line of text is trimmed, and takes no line break, control character or broken Unicode", () => {
  expect(line(10).parse("  Müller ")).toBe("Müller");
  for (const text of ["", "   ", "a\nb", "a\u0000b", "\ud800", "x".repeat(11)])
    expect(takes(line(10), text)).toBe(false);
});

test("what nobody sees does not count: two numbers that look alike are one", () => {
  expect(line(20).parse("\u202a+44 1632\u202c \u200b")).toBe("+44 1632");
  expect(line(20).parse("DUP\u200b-1\ufeff")).toBe("DUP-1");
  expect(takes(line(20), "\u200b\u2060")).toBe(false);
  expect(takes(multiline(20), "\u200e\n")).toBe(false);
  expect(tidy(`a${" ".repeat(1_000_000)}b \u200d`)).toHaveLength(1_000_002);
  // what joins or parts letters stays between them
  expect(line(20).parse("می\u200cخواهم")).toBe("می\u200cخواهم");
});

test("an e-mail address is taken without the blanks around it", () => {
  expect(EmailAddress.parse(" ada@example.com\u00a0")).toBe("ada@example.com");
  for (const text of ["ada@", "a b@example.com", `${"x".repeat(250)}@example.com`])
    expect(takes(EmailAddress, text)).toBe(false);
});

test("a time zone is spelled as the database has it, and a country is one that exists", () => {
  expect(TimeZone.parse("europe/london")).toBe("Europe/London");
  expect(TimeZone.parse("Asia/Kolkata")).toBe("Asia/Kolkata");
  expect(takes(TimeZone, "Europe/Londres")).toBe(false);
  expect(["GB", "XX", "UK", "gb"].map((code) => takes(Country, code))).toEqual([true, false, false, false]);
});

test("text of several lines keeps them, with line feeds alone", () => {
  expect(multiline(50).parse("first\r\nsecond\tthird")).toBe("first\nsecond\tthird");
  expect(takes(multiline(50), "a\u0007b")).toBe(false);
});

test("an id in capitals is the same id", () => {
  expect(Id.parse("0199B3C4-5D6E-7F80-9A1B-2C3D4E5F6071")).toBe("0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071");
});

test("what can be an id is told without the schema, and alike", () => {
  for (const text of [
    "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071",
    "0199B3C4-5D6E-7F80-9A1B-2C3D4E5F6071",
    "00000000-0000-0000-0000-000000000000",
    "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f607",
    "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071\n",
    " 0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071",
    "0199b3c45d6e7f809a1b2c3d4e5f6071",
    "new",
    "",
  ])
    expect(isId(text), JSON.stringify(text)).toBe(takes(Id, text));
});
