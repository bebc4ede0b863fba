import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeTerms, completeTerms, type Terms } from "./complete-terms.ts";
import { endOfTerm } from "./terms.ts";
import { aDate } from "./testing/arbitraries.ts";

const codes = (outcome: ReturnType<typeof completeTerms>) =>
  outcome.ok ? [] : outcome.fields.map(({ path, code }) => `${path} ${code}`);

const threeYears: Terms = {
  startDate: "2026-02-01",
  endDate: "2029-01-31",
  termMonths: 36,
  openEnded: false,
};
const toADate: Terms = { startDate: "2026-02-01", endDate: "2026-12-24", termMonths: null, openEnded: false };

describe("completing", () => {
  test("a term in months gives the end", () => {
    expect(completeTerms({ startDate: "2026-02-01", termMonths: 36 })).toEqual({
      ok: true,
      value: threeYears,
    });
  });

  test("an end alone leaves the months unsaid, though they would be whole", () => {
    expect(completeTerms({ startDate: "2026-02-01", endDate: "2029-01-31" })).toEqual({
      ok: true,
      value: { ...threeYears, termMonths: null },
    });
  });

  test("an end may be missing, and so may everything", () => {
    expect(completeTerms({})).toEqual({
      ok: true,
      value: { startDate: null, endDate: null, termMonths: null, openEnded: false },
    });
  });

  test("months without a start wait for it", () => {
    expect(completeTerms({ termMonths: 12 })).toMatchObject({
      ok: true,
      value: { endDate: null, termMonths: 12 },
    });
  });

  test.each([
    [{ startDate: "2026-02-01", termMonths: 36, endDate: "2029-02-01" }, ["endDate TERM_MISMATCH"]],
    [{ openEnded: true, endDate: "2029-01-31" }, ["endDate OPEN_ENDED_WITH_END"]],
    [{ openEnded: true, startDate: "2026-02-01", termMonths: 36 }, ["endDate OPEN_ENDED_WITH_END"]],
    [{ openEnded: true, termMonths: 36 }, ["endDate OPEN_ENDED_WITH_END"]],
    [{ startDate: "2026-02-01", endDate: "2026-01-31" }, ["endDate END_BEFORE_START"]],
    [{ startDate: "2999-06-01", termMonths: 12 }, ["termMonths END_TOO_LATE"]],
    [
      { startDate: "2026-02-01", endDate: "2026-01-31", openEnded: true },
      ["endDate OPEN_ENDED_WITH_END", "endDate END_BEFORE_START"],
    ],
  ])("%j breaks %j", (input, expected) => {
    expect(codes(completeTerms(input))).toEqual(expected);
  });

  test("the first day may be the last", () => {
    expect(completeTerms({ startDate: "2026-02-01", endDate: "2026-02-01" }).ok).toBe(true);
  });

  test("a mismatch says where the term would end", () => {
    const outcome = completeTerms({ startDate: "2026-02-01", termMonths: 1, endDate: "2026-03-01" });
    expect(outcome).toMatchObject({
      fields: [
        {
          message:
            "A term of 1 month from 1 Feb 2026 ends on 28 Feb 2026, not on 1 Mar 2026. Enter one of the two; the other follows.",
        },
      ],
    });
  });

  test("dates in full stay as they are", () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 400 }), (startDate, termMonths) => {
        const once = completeTerms({ startDate, termMonths });
        if (!once.ok) throw new Error("a start and months are complete");
        expect(completeTerms(once.value)).toEqual(once);
        expect(once.value.endDate).toBe(endOfTerm(startDate, termMonths));
      }),
    );
  });
});

describe("changing", () => {
  const after = (before: Terms, changes: Parameters<typeof changeTerms>[1]) => {
    const outcome = changeTerms(before, changes);
    return outcome.ok ? outcome.value : codes(outcome);
  };

  test("a new start moves the end with the term", () => {
    expect(after(threeYears, { startDate: "2026-03-01" })).toEqual({
      ...threeYears,
      startDate: "2026-03-01",
      endDate: "2029-02-28",
    });
  });

  test("new months move the end, also where it was given by date before", () => {
    expect(after(threeYears, { termMonths: 24 })).toMatchObject({ endDate: "2028-01-31", termMonths: 24 });
    expect(after(toADate, { termMonths: 12 })).toMatchObject({ endDate: "2027-01-31", termMonths: 12 });
  });

  test("an end alone drops the months", () => {
    expect(after(threeYears, { endDate: "2029-06-30" })).toEqual({
      ...threeYears,
      endDate: "2029-06-30",
      termMonths: null,
    });
  });

  test("the end that is there already changes nothing", () => {
    expect(after(threeYears, { endDate: "2029-01-31" })).toEqual(threeYears);
    expect(after(threeYears, {})).toEqual(threeYears);
  });

  test("without months a new start leaves the end, which must not come before it", () => {
    expect(after(toADate, { startDate: "2026-03-01" })).toEqual({ ...toADate, startDate: "2026-03-01" });
    expect(after(toADate, { startDate: "2026-12-25" })).toEqual(["endDate END_BEFORE_START"]);
  });

  test("clearing the end clears the months; clearing the months leaves the end", () => {
    expect(after(threeYears, { endDate: null })).toMatchObject({ endDate: null, termMonths: null });
    expect(after(threeYears, { termMonths: null })).toEqual({ ...threeYears, termMonths: null });
  });

  test("it becomes open-ended only when its end is cleared in the same change", () => {
    expect(after(threeYears, { openEnded: true })).toEqual(["endDate OPEN_ENDED_WITH_END"]);
    expect(after(threeYears, { openEnded: true, endDate: null })).toEqual({
      startDate: "2026-02-01",
      endDate: null,
      termMonths: null,
      openEnded: true,
    });
  });

  test("months and an end that do not agree are refused", () => {
    expect(after(threeYears, { termMonths: 24, endDate: "2029-01-31" })).toEqual(["endDate TERM_MISMATCH"]);
  });
});
