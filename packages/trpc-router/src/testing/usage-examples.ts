import { newId } from "@vehicle-contracts/database";
import { recordUsage } from "@vehicle-contracts/services";
import { anActiveContract, type DealerGroup } from "@vehicle-contracts/services/testing";
import type { Example, Register } from "./examples.ts";

const oil = {
  kind: "ALLOWANCE" as const,
  code: "OIL",
  quantity: 1,
  date: "2026-03-01",
  repairOrder: "4710",
  job: "1",
};
const withOil = (group: DealerGroup, storeId: string) =>
  anActiveContract(group, { storeId, allowances: [{ code: "OIL", quantity: 3 }] });

/** An entry in the ledger of a contract of its own. */
export async function anEntry(group: DealerGroup, storeId: string, repairOrder: string) {
  const { contractId } = await withOil(group, storeId);
  const usage = { ...oil, repairOrder };
  return (await group.change(recordUsage, { idempotencyKey: newId(), contractId, usage })).usage;
}

/** Examples of what is asked of contracts at the desk, and of their ledgers. */
export function usageExamples(own: Register, theirs: Register): Record<string, Example> {
  const { group } = own;
  const hamburg = group.hamburg.storeId;
  const { storeId: theirStore } = theirs.group.hamburg;
  const key = () => ({ idempotencyKey: newId() });
  const contract = { contractId: theirs.contractId };
  const vehicle = { vehicleId: theirs.vehicleId };

  return {
    "entitlement.check": {
      role: "viewer",
      byStore: true,
      input: (storeId = hamburg) => ({
        vehicleId: own.vehicleId,
        storeId,
        odometer: { value: 20_000, unit: "KM" },
        lines: [
          {
            lineId: "1",
            code: "ENGINE",
            kind: "PARTS",
            amount: { amountMinor: 85_000, currency: "EUR" },
          },
        ],
      }),
      ids: { ...vehicle, storeId: theirStore },
    },
    "usage.list": { role: "viewer", input: () => ({ contractId: own.contractId }), ids: contract },
    "usage.record": {
      role: "advisor",
      byStore: true,
      input: async (storeId = hamburg) => ({
        ...key(),
        contractId: (await withOil(group, storeId)).contractId,
        usage: oil,
      }),
      ids: contract,
    },
    "usage.reverse": {
      role: "advisor",
      byStore: true,
      input: async (storeId = hamburg) => ({
        ...key(),
        usageId: (await anEntry(group, storeId, "4711")).usageId,
        reason: "Another vehicle",
      }),
      ids: { usageId: theirs.usageId },
    },
  };
}
