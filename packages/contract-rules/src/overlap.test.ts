import { ContractStatus } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type OverlappingContract, overlaps, overlapWarnings } from "./overlap.ts";
import { addDays } from "./temporal.ts";
import { aNearDate } from "./testing/arbitraries.ts";

const contract = (contractId: string, startDate: string, endDate: string | null): OverlappingContract => ({
  contractId,
  type: "EXTENDED_WARRANTY",
  effectiveStatus: "ACTIVE",
  startDate,
  endDate,
});
const aContract = fc.record({
  type: fc.constantFrom("EXTENDED_WARRANTY", "SERVICE_PLAN"),
  effectiveStatus: fc.constantFrom(...ContractStatus.options),
  startDate: aNearDate,
  endDate: fc.option(aNearDate),
});

test("a contract that ends the day before shares no day; one that ends on the first day shares it", () => {
  const next = contract("b", "2026-01-01", "2026-12-31");
  expect(overlaps(next, [contract("a", "2025-01-01", "2025-12-31")])).toEqual([]);
  expect(overlaps(next, [contract("a", "2025-01-01", "2026-01-01")])).toEqual([
    { contractId: "a", from: "2026-01-01", to: "2026-01-01" },
  ]);
});

test("what has no end overlaps endlessly", () => {
  const other = contract("a", "2025-01-01", null);
  expect(overlaps(contract("b", "2026-01-01", null), [other])).toEqual([
    { contractId: "a", from: "2026-01-01", to: null },
  ]);
  expect(overlaps(contract("b", "2026-01-01", "2026-02-01"), [other])[0]?.to).toBe("2026-02-01");
});

test("a draft is warned of others, and others are not warned of it", () => {
  const draft = { ...contract("b", "2026-01-01", null), effectiveStatus: "DRAFT" as const };
  const other = contract("a", "2025-01-01", null);
  expect(overlaps(draft, [other])).toHaveLength(1);
  expect(overlaps(other, [draft])).toEqual([]);
  expect(overlaps({ ...draft, startDate: null }, [other])).toEqual([]);
});

test("a contract does not overlap itself", () => {
  const one = contract("a", "2025-01-01", null);
  expect(overlaps(one, [one])).toEqual([]);
});

test("two sold contracts overlap each other on the same days, which both of them cover", () => {
  fc.assert(
    fc.property(aContract, aContract, aNearDate, (one, two, day) => {
      const [a, b] = [
        { ...one, contractId: "a" },
        { ...two, contractId: "b" },
      ];
      fc.pre(a.effectiveStatus !== "DRAFT" && b.effectiveStatus !== "DRAFT");
      const [there, back] = [overlaps(a, [b])[0], overlaps(b, [a])[0]];
      expect([there?.from, there?.to]).toEqual([back?.from, back?.to]);
      if (!there) return;
      const covers = (of: typeof a) => of.startDate <= day && (of.endDate === null || day <= of.endDate);
      const shared = there.from <= day && (there.to === null || day <= there.to);
      expect(shared).toBe(covers(a) && covers(b));
    }),
    { numRuns: 500 },
  );
});

test("answers come by id, code point by code point", () => {
  const mine = contract("mine", "2026-01-01", null);
  const ids = ["b", "\u{1F600}", "\uFFFD", "a", "ab"];
  const found = overlaps(
    mine,
    ids.map((id) => contract(id, "2026-01-01", null)),
  );
  expect(found.map((one) => one.contractId)).toEqual(["a", "ab", "b", "\uFFFD", "\u{1F600}"]);
});

test("a warning names the other contract and the days", () => {
  const other = { ...contract("a", "2025-01-01", "2026-01-31"), contractNumber: "EW-7" };
  const [warning] = overlapWarnings(contract("b", "2026-01-01", addDays("2026-01-01", 400)), [other]);
  expect(warning).toMatchObject({ code: "OVERLAP", fields: [{ path: "startDate", code: "OVERLAP" }] });
  expect(warning?.message).toBe(
    "Another contract of the same type, EW-7, covers the vehicle from 1 Jan 2026 to 31 Jan 2026 too. Check that both are meant.",
  );
});
