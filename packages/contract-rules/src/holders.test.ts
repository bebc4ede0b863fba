import fc from "fast-check";
import { expect, test } from "vitest";
import { currentHolder, followStart, holderBreaks, holderOn } from "./holders.ts";
import { aNearDate } from "./testing/arbitraries.ts";

const holder = (partyId: string, from: string | null = null, to: string | null = null) => ({
  role: "HOLDER",
  partyId,
  from,
  to,
});
const span = { startDate: "2026-02-01", endDate: "2029-01-31" };
const breaks = (parties: ReturnType<typeof holder>[], today = "2026-06-01") =>
  holderBreaks(parties, span, { today, sold: true }).map(({ path, code }) => `${path} ${code}`);

test("a transfer leaves one holder a day: the first and the last day count", () => {
  const parties = [holder("old", "2026-02-01", "2026-06-30"), holder("new", "2026-07-01")];
  const on = (day: string) => holderOn(parties, span, day)?.partyId;
  expect([on("2026-02-01"), on("2026-06-30"), on("2026-07-01"), on("2040-01-01")]).toEqual([
    "old",
    "old",
    "new",
    "new",
  ]);
  expect(on("2026-01-31")).toBeUndefined();
  expect(breaks(parties)).toEqual([]);
});

test("before the start the first day's holder is the current one, after the end the last day's", () => {
  const parties = [holder("a", null, "2029-01-31")];
  expect(currentHolder(parties, span, "2025-01-01")?.partyId).toBe("a");
  expect(currentHolder(parties, span, "2030-01-01")?.partyId).toBe("a");
});

test("a sold contract has a holder, a draft need not", () => {
  expect(breaks([])).toEqual(["parties HOLDER_MISSING"]);
  expect(breaks([{ ...holder("a"), role: "PAYER" }])).toEqual(["parties HOLDER_MISSING"]);
  expect(breaks([holder("a", null, "2026-05-31")])).toEqual(["parties HOLDER_MISSING"]);
  expect(holderBreaks([], span, { today: "2026-06-01", sold: false })).toEqual([]);
});

test("two holders on one day are one too many, also of the same person", () => {
  expect(breaks([holder("a"), holder("b")])).toEqual(["parties.1.from HOLDER_OVERLAP"]);
  expect(breaks([holder("a", null, "2026-07-01"), holder("a", "2026-07-01")])).toEqual([
    "parties.1.from HOLDER_OVERLAP",
  ]);
  expect(breaks([holder("a"), { ...holder("b"), role: "PAYER" }])).toEqual([]);
});

test("without overlaps, nobody finds two holders on a day", () => {
  const aHolder = fc
    .record({ from: fc.option(aNearDate), to: fc.option(aNearDate) })
    .map(({ from, to }) => (from && to && to < from ? holder("x", to, from) : holder("x", from, to)));
  fc.assert(
    fc.property(fc.array(aHolder, { maxLength: 4 }), aNearDate, (parties, day) => {
      const near = { startDate: "2026-01-25" };
      const that = parties.filter((party) => holderOn([party], near, day));
      if (that.length > 1)
        expect(holderBreaks(parties, near, { today: day, sold: false }).map(({ code }) => code)).toContain(
          "HOLDER_OVERLAP",
        );
    }),
  );
});

test("who was there from the first day stays so when the start moves", () => {
  const parties = [
    holder("a", "2026-02-01"),
    holder("b", "2026-05-01"),
    holder("c", "2026-02-01", "2026-02-10"),
  ];
  expect(followStart(parties, "2026-02-01", "2026-03-01").map((party) => party.from)).toEqual([
    "2026-03-01",
    "2026-05-01",
    "2026-02-01",
  ]);
});
