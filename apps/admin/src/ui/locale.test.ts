import { expect, test } from "vitest";
import { readersLocale } from "./locale.ts";

test("the first language that can be formatted counts; plain English is British here", () => {
  expect(readersLocale("de-DE,de;q=0.9,en;q=0.8")).toBe("de-DE");
  expect(readersLocale("en")).toBe("en-GB");
  expect(readersLocale("en-US,en;q=0.5")).toBe("en-US");
  expect(readersLocale("not_a_tag!,fr")).toBe("fr");
  expect(readersLocale("*")).toBe("en-GB");
  expect(readersLocale(null)).toBe("en-GB");
});
