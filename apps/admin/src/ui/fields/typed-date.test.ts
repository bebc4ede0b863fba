import { describe, expect, test } from "vitest";
import { parseTypedDate } from "./typed-date.ts";

const today = "2026-11-25";
const typed = (text: string, locale = "en-GB") => parseTypedDate(text, today, locale);

describe("a date as people type it", () => {
  test.each([
    ["2026-11-25", "2026-11-25"],
    ["25.11", "2026-11-25"],
    ["25.11.", "2026-11-25"],
    ["3.4.28", "2028-04-03"],
    ["25/11/2026", "2026-11-25"],
    ["1.1.79", "2079-01-01"],
    ["1.1.80", "1980-01-01"],
    ["25 nov", "2026-11-25"],
    ["25 November 2027", "2027-11-25"],
    ["nov 25, 2026", "2026-11-25"],
    ["today", "2026-11-25"],
    ["Tomorrow", "2026-11-26"],
    ["yesterday", "2026-11-24"],
    ["+12m", "2027-11-25"],
    ["+30d", "2026-12-25"],
    ["-2w", "2026-11-11"],
    ["+1y", "2027-11-25"],
  ])("%s is %s", (text, date) => expect(typed(text)).toBe(date));

  test("with strokes the month comes first where the locale has it so; with points never", () => {
    expect(typed("11/25/2026", "en-US")).toBe("2026-11-25");
    expect(typed("3/4/2026", "en-US")).toBe("2026-03-04");
    expect(typed("3/4/2026", "en-GB")).toBe("2026-04-03");
    expect(typed("3.4.2026", "en-US")).toBe("2026-04-03");
  });

  test("months may be named in the reader's language", () => {
    expect(typed("3. Dez 2026", "de-DE")).toBe("2026-12-03");
    expect(typed("3 dec 2026", "de-DE")).toBe("2026-12-03");
    expect(typed("1 März 2027", "en-GB")).toBe("2027-03-01");
  });

  test("steps start at the base date where there is one, and a month too short gives its last day", () => {
    expect(parseTypedDate("+1m", today, "en-GB", "2027-01-31")).toBe("2027-02-28");
  });

  test.each([
    "31.02.2026",
    "29 feb 2027",
    "25",
    "nov",
    "+m",
    "2026-13-01",
    "",
    "soon",
    "+9999y",
    "1.1.0001",
    "31.12.1899",
    "1.1.3000",
  ])("%s is no date", (text) => expect(typed(text)).toBeNull());
});
