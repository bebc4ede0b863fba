import fc from "fast-check";
import { expect, test } from "vitest";
import { renewalDates } from "./renewal.ts";
import { addDays } from "./temporal.ts";
import { daysOfTerm, endOfTerm, wholeMonths } from "./terms.ts";
import { aDate } from "./testing/arbitraries.ts";

test("a renewal starts the day after and lasts as many months", () => {
  expect(renewalDates({ startDate: "2025-01-01", endDate: "2028-12-31", termMonths: 48 })).toEqual({
    ok: true,
    value: { startDate: "2029-01-01", endDate: "2032-12-31", termMonths: 48 },
  });
});

test("dates that happen to be whole months are renewed by months, others by days", () => {
  fc.assert(
    fc.property(aDate, fc.integer({ min: 0, max: 800 }), (startDate, days) => {
      const endDate = addDays(startDate, days);
      const renewal = renewalDates({ startDate, endDate, termMonths: null });
      if (!renewal.ok) throw new Error("dates with an end can be renewed");
      const months = wholeMonths(startDate, endDate);
      expect(renewal.value.startDate).toBe(addDays(endDate, 1));
      expect(renewal.value.termMonths).toBe(months);
      if (months) expect(renewal.value.endDate).toBe(endOfTerm(renewal.value.startDate, months));
      else expect(daysOfTerm(renewal.value.startDate, renewal.value.endDate)).toBe(days + 1);
    }),
  );
});

test.each([
  [{ startDate: "2025-01-01" }, "OPEN_ENDED"],
  [{ endDate: "2025-12-31" }, "START_MISSING"],
  [{ startDate: "2990-01-01", endDate: "2998-12-31" }, "END_TOO_LATE"],
])("a renewal of %j is refused: %s", (term, code) => {
  expect(renewalDates(term)).toMatchObject({ ok: false, fields: [{ code }] });
});
