import { describe, expect, test } from "vitest";
import { aContract } from "../testing/a-contract.ts";
import { settle } from "./settle.ts";

const setting = { today: "2026-11-25", correction: false };
const pending = aContract({
  status: "PENDING",
  effectiveStatus: "PENDING",
  startDate: "2027-02-01",
  endDate: "2030-01-31",
});
const leasing = { role: "PAYER" as const, partyId: "leasing", from: null, to: null };

describe("settling a conflict", () => {
  test("what nobody has to choose can be saved at once", () => {
    const theirs = { ...pending, version: 10, description: "Courier fleet" };
    const settled = settle(
      { base: pending, theirs, mine: { ...pending, notes: "Bay 14" } },
      new Map(),
      setting,
    );
    expect(settled.choices).toEqual([]);
    expect(settled.record).toMatchObject({ description: "Courier fleet", notes: "Bay 14" });
  });

  test("a side that ends before the start they moved is shown with the reason, and the other one can be taken", () => {
    const theirs = {
      ...pending,
      version: 10,
      startDate: "2028-01-01",
      termMonths: 12,
      endDate: "2028-12-31",
    };
    const mine = { ...pending, termMonths: null, endDate: "2027-06-30" };
    const { choices } = settle({ base: pending, theirs, mine }, new Map(), setting);
    expect(choices).toMatchObject([
      {
        part: { key: "endDate" },
        refused: { theirs: null, mine: expect.stringContaining("is before the start") },
      },
    ]);
  });

  test("sold terms that I changed are left out with the reason once the contract is active, the rest is joined", () => {
    const theirs = { ...pending, version: 10, status: "ACTIVE" as const, effectiveStatus: "ACTIVE" as const };
    const mine = { ...pending, waitingDays: 30, parties: [...pending.parties, leasing] };
    const settled = settle({ base: pending, theirs, mine }, new Map(), setting);
    expect(settled.refusedParts).toMatchObject([
      { part: { key: "waitingDays" }, reason: expect.stringContaining("fixed once the contract is active") },
    ]);
    expect(settled.joinedParts.map(({ key }) => key)).toEqual(["parties:PAYER"]);
    expect(settled.record).toMatchObject({
      waitingDays: 0,
      parties: [{ role: "HOLDER" }, { role: "PAYER" }],
    });
  });

  test("a holder who cannot be changed any more does not keep a payer from being joined", () => {
    const theirs = { ...pending, version: 10, status: "ACTIVE" as const, effectiveStatus: "ACTIVE" as const };
    const mine = {
      ...pending,
      parties: [{ role: "HOLDER" as const, partyId: "ben", from: "2026-02-01", to: null }, leasing],
    };
    const settled = settle({ base: pending, theirs, mine }, new Map(), setting);
    expect(settled.refusedParts.map(({ part }) => part.key)).toEqual(["parties:HOLDER"]);
    expect(settled.joinedParts.map(({ key }) => key)).toEqual(["parties:PAYER"]);
    expect(settled.record?.parties.map(({ partyId }) => partyId)).toEqual(["annika", "leasing"]);
  });

  test("an administrator's correction may still be joined to an active contract", () => {
    const theirs = { ...pending, version: 10, status: "ACTIVE" as const, effectiveStatus: "ACTIVE" as const };
    const settled = settle({ base: pending, theirs, mine: { ...pending, waitingDays: 30 } }, new Map(), {
      ...setting,
      correction: true,
    });
    expect(settled.refusedParts).toEqual([]);
    expect(settled.record?.waitingDays).toBe(30);
  });
});
