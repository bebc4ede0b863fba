import fc from "fast-check";
import { expect, test } from "vitest";
import { extendTerm } from "./extension.ts";
import { endOfTerm } from "./terms.ts";
import { aDate } from "./testing/arbitraries.ts";

const codeOf = (outcome: ReturnType<typeof extendTerm>) => (outcome.ok ? null : outcome.fields[0]?.code);

test("month by month ends where one term of all the months would: short months leave no drift", () => {
  fc.assert(
    fc.property(
      aDate,
      fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 1, maxLength: 20 }),
      (start, steps) => {
        let term = { startDate: start, endDate: endOfTerm(start, 1), termMonths: 1 as number | null };
        for (const months of steps) {
          const extended = extendTerm(term, { months });
          if (!extended.ok) throw new Error("an extension by months is always later");
          expect(extended.value.endDate > term.endDate).toBe(true);
          term = { startDate: start, ...extended.value };
        }
        const all = steps.reduce((total, months) => total + months, 1);
        expect(term).toEqual({ startDate: start, endDate: endOfTerm(start, all), termMonths: all });
      },
    ),
    { numRuns: 50 },
  );
});

test("without a term in months, the extension is a term of its own after the end", () => {
  const extended = extendTerm(
    { startDate: "2025-01-01", endDate: "2025-06-15", termMonths: null },
    { months: 12 },
  );
  expect(extended).toEqual({ ok: true, value: { endDate: "2026-06-15", termMonths: null } });
});

test("an extension to a date drops the term in months", () => {
  const extended = extendTerm(
    { startDate: "2025-01-01", endDate: "2025-12-31", termMonths: 12 },
    { endDate: "2026-03-31" },
  );
  expect(extended).toEqual({ ok: true, value: { endDate: "2026-03-31", termMonths: null } });
});

test("an end neither moves back nor stands still", () => {
  const term = { startDate: "2025-01-01", endDate: "2025-12-31", termMonths: 12 };
  expect(codeOf(extendTerm(term, { endDate: "2025-12-31" }))).toBe("END_NOT_LATER");
  expect(codeOf(extendTerm(term, { endDate: "2025-12-30" }))).toBe("END_NOT_LATER");
  expect(codeOf(extendTerm(term, { months: 0 }))).toBe("END_NOT_LATER");
});

test("what has no end cannot be extended", () => {
  expect(codeOf(extendTerm({ startDate: "2025-01-01" }, { months: 12 }))).toBe("OPEN_ENDED");
});

test("no end is later than the register keeps dates", () => {
  const term = { startDate: "2990-01-01", endDate: "2998-12-31", termMonths: 108 };
  expect(extendTerm(term, { months: 12 }).ok).toBe(true);
  expect(codeOf(extendTerm(term, { months: 13 }))).toBe("END_TOO_LATE");
});
