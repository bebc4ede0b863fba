import { ContractStatus } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { groupOf, groupsOf, inGroup } from "./groups.ts";
import { aReadContract } from "./testing/a-read-contract.ts";

test("what covers today is in force; suspended, awaited and sold for later stand by themselves", () => {
  const at = (effectiveStatus: ContractStatus, startDate: string | null = "2026-02-01") =>
    groupOf(aReadContract({ effectiveStatus, startDate }));
  expect(at("ACTIVE")).toBe("inForce");
  expect(at("SUSPENDED")).toBe("suspended");
  expect(at("PENDING", "2027-08-02")).toBe("later");
  expect(at("PENDING", "2027-08-01")).toBe("awaited");
  expect(at("DRAFT", null)).toBe("drafts");
  for (const status of ["EXPIRED", "CANCELLED", "VOID"] as const) expect(at(status)).toBe("over");
});

test("a contract stands in one group and once, whichever pages it came with", () => {
  const aContract = fc
    .record({
      contractId: fc.constantFrom("a", "b", "c", "d", "e"),
      effectiveStatus: fc.constantFrom(...ContractStatus.options),
      startDate: fc.constantFrom("2026-02-01", "2027-08-01", "2028-01-01", null),
    })
    .map((given) => aReadContract(given));
  fc.assert(
    fc.property(fc.array(aContract, { maxLength: 12 }), (contracts) => {
      const shown = groupsOf(contracts).flatMap((group) => group.contracts);
      const ids = shown.map(({ contractId }) => contractId);
      expect(ids.toSorted()).toEqual([...new Set(contracts.map(({ contractId }) => contractId))].toSorted());
      for (const { name, contracts: members } of groupsOf(contracts)) {
        expect(members.length).toBeGreaterThan(0);
        for (const member of members) expect(groupOf(member)).toBe(name);
      }
    }),
  );
});

test("those in force stand by type, those to come by start, those over with the last to end first", () => {
  const order = (name: Parameters<typeof inGroup>[1], contracts: Parameters<typeof aReadContract>[0][]) =>
    inGroup(
      groupsOf(contracts.map((given, place) => aReadContract({ contractId: `${place}`, ...given }))),
      name,
    ).map(({ contractId }) => contractId);
  expect(
    order("inForce", [{ type: "GOODWILL" }, { type: "SERVICE_PLAN" }, { type: "MANUFACTURER_WARRANTY" }]),
  ).toEqual(["2", "1", "0"]);
  const pending = { effectiveStatus: "PENDING" } as const;
  expect(
    order("later", [
      { ...pending, startDate: "2029-01-01" },
      { ...pending, startDate: "2028-01-01" },
    ]),
  ).toEqual(["1", "0"]);
  const expired = { effectiveStatus: "EXPIRED" } as const;
  expect(
    order("over", [
      { ...expired, endDate: "2025-01-31" },
      { ...expired, endDate: null },
      { ...expired, endDate: "2026-01-31" },
    ]),
  ).toEqual(["1", "2", "0"]);
});
