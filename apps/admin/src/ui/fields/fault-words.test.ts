import {
  CalendarDate,
  Code,
  Distance,
  MinorUnits,
  multiline,
  Percentage,
  problemFields,
  whole,
} from "@vehicle-contracts/contract-model";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { faultWords, noWhole } from "./fault-words.ts";

/** What a person reads of a value that the schema refuses. */
function said(schema: z.ZodType, value: unknown, locale = "en-GB"): string {
  const read = schema.safeParse(value);
  if (read.success) throw new Error("The schema has nothing against it.");
  const [fault] = problemFields(read.error, value);
  return faultWords(fault?.message ?? "", value, locale);
}

describe("what the model refuses is said in the reader's words, with the value and what to do", () => {
  test("a figure that is too high or too low", () => {
    expect(said(whole(1, 1_200), 1_201)).toBe(
      "1,201 is more than 1,200, the most there can be. Enter a lower figure.",
    );
    expect(said(whole(1, 1_200), 1_201, "de-DE")).toContain("1.201 is more than 1.200");
    expect(said(whole(1, 1_200), 0)).toBe("0 is less than 1, the least there can be. Enter a higher figure.");
    expect(said(Distance.shape.value, 10_000_000)).toContain("more than 9,999,999");
    expect(said(MinorUnits, 10_000_000_000_001)).toContain("larger than the register can keep");
  });

  test("an amount that is too small, in its currency", () => {
    const amount = (currency: string) => faultWords("Must be at least 1.", 0, "en-GB", currency);
    expect(["GBP", "JPY"].map(amount)).toEqual(["Enter more than 0.00.", "Enter more than 0."]);
  });

  test("a percentage", () => {
    expect(said(Percentage, "101")).toBe("101 % is more than 100 %. Enter a rate from 0 to 100.");
    expect(said(Percentage, "-1")).toBe(
      "“-1” is not a percentage of at most 4 decimals. Enter 0 to 100, such as 19 or 7.7.",
    );
    expect(said(Percentage, "-1", "de-DE")).toContain("7,7");
  });

  test("a date", () => {
    expect(said(CalendarDate, "31.02.2027")).toBe(
      "“31.02.2027” is not a date from 1 Jan 1900 to 31 Dec 2999. Type 25.11, 25 nov, +12m or today.",
    );
    expect(said(CalendarDate, "3001-01-01")).toBe(
      "1 Jan 3001 is not from 1 Jan 1900 to 31 Dec 2999. Enter a day between them.",
    );
  });

  test("text that is too long, or only blanks", () => {
    expect(said(multiline(2_000), "x".repeat(2_001))).toBe(
      "This has 2,001 characters; 2,000 fit. Shorten it.",
    );
    expect(said(Code, "  ")).toContain("only blanks");
  });

  test("what is missing, without the words for programs", () => {
    expect(faultWords("Is required.", null, "en-GB")).toBe("This cannot be left empty.");
    expect(said(Code, "")).toBe("This cannot be left empty.");
  });

  test("other words stay, of an empty field too", () => {
    expect(faultWords("A VIN has 17 characters.", "X", "en-GB")).toBe("A VIN has 17 characters.");
    expect(faultWords("Enter the name.", "", "en-GB")).toBe("Enter the name.");
  });
});

test.each([
  ["40,00", "“40,00” is not a whole number in mi. Enter 40 or 4,000."],
  ["12.5", "“12.5” is not a whole number in mi. Enter 12 or 13."],
  ["40.000", "“40.000” can be read in two ways. Enter 40 or 40,000."],
  ["50 km", "“50 km” is not a whole number in mi. Enter one such as 8,420."],
])("of %s it says what would be right", (text, words) => expect(noWhole(text, "en-GB", "mi")).toBe(words));
