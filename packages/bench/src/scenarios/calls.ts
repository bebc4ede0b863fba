import type { ContractInput } from "@vehicle-contracts/contract-model";
import { type DoorName, doorNames } from "../doors/door.ts";
import type { Asking } from "../load-generator/load.ts";
import { numbersBegin } from "./marks.ts";
import type { Sample } from "./sample.ts";

/** Calls that are measured on all three servers, in this order: reads before the changes. */
export const callNames = ["list", "get", "update", "create"] as const;
export type CallName = (typeof callNames)[number];

/** Endless requests of each kind for each server, over the sample. */
export type Calls = Readonly<Record<CallName, (door: DoorName) => Asking>>;

const has = (field: string, value: unknown) => `"${field}":${JSON.stringify(value)}`;

/**
 * Each request is about another record than those before it. Servers change contracts of their own, since each counts
 * on the versions that it answered.
 */
export function callsOf(sample: Sample): Calls {
  const turn = { list: 0, get: 0, update: 0, create: 0 };
  const next = <Item>(call: CallName, items: readonly Item[]): Item => {
    turn[call] += 1;
    const item = items[turn[call] % items.length];
    if (item === undefined) throw new Error(`The register is too small to ${call}.`);
    return item;
  };
  const own = new Map(
    doorNames.map((door, which) => [
      door,
      sample.contracts
        .filter((_, at) => at % doorNames.length === which)
        .map((contract) => ({ ...contract, busy: false })),
    ]),
  );
  return {
    list() {
      const { vehicleId, contractIds } = next("list", sample.vehicles);
      return {
        ...listOf(vehicleId),
        isRight: (answer) => contractIds.every((id) => answer.includes(has("contractId", id))),
      };
    },
    get() {
      const { contractId } = next("get", sample.contracts);
      return { ...getOf(contractId), isRight: (answer) => answer.includes(has("contractId", contractId)) };
    },
    update(door) {
      const contracts = own.get(door) ?? [];
      if (contracts.every(({ busy }) => busy)) throw new Error("The register is too small to update.");
      let contract = next("update", contracts);
      while (contract.busy) contract = next("update", contracts);
      contract.busy = true;
      const { contractId, version } = contract;
      return {
        ...updateOf(contractId, version, `Called back, ${turn.update} times by now.`),
        isRight(answer) {
          contract.busy = false;
          contract.version += 1;
          return (
            answer.includes(has("contractId", contractId)) && answer.includes(has("version", version + 1))
          );
        },
      };
    },
    create() {
      const { vehicleId } = next("create", sample.vehicles);
      const input = newContract(sample, turn.create, vehicleId);
      return {
        ...createOf(input),
        isRight: (answer) =>
          answer.includes(has("vehicleId", vehicleId)) &&
          answer.includes(has("contractNumber", input.contractNumber)),
      };
    },
  };
}

export const listOf = (vehicleId: string) => ({
  path: "/trpc/contracts.list",
  body: JSON.stringify({ vehicleId }),
});
export const getOf = (contractId: string) => ({
  path: "/trpc/contracts.get",
  body: JSON.stringify({ contractId }),
});
export const updateOf = (contractId: string, version: number, notes: string) => ({
  path: "/trpc/contracts.update",
  body: JSON.stringify({ contractId, version, changes: { notes } }),
});
export const createOf = (contract: ContractInput) => ({
  path: "/trpc/contracts.create",
  body: JSON.stringify({ idempotencyKey: `bench ${contract.contractNumber}`, contract }),
});

const covered = (code: string) => ({
  ...{ code, description: `Parts and labour: ${code}`, treatment: "COVERED" as const },
  ...{ partsPercent: 100, labourPercent: 80, maximumAmount: { amountMinor: 300_000, currency: "EUR" } },
});

/** A quote with all that a sale takes, of a type that no other contract of the vehicle has. */
export function newContract(sample: Sample, serial: number, vehicleId: string): ContractInput {
  return {
    ...{ storeId: sample.storeIds[0] ?? "", vehicleId, type: "OTHER" },
    contractNumber: `${numbersBegin}${String(serial).padStart(10, "0")}`,
    description: "Drive Secure 36",
    providerId: sample.providerId,
    parties: [{ role: "HOLDER", partyId: sample.partyIds[serial % sample.partyIds.length] ?? "" }],
    ...{ startDate: "2026-02-01", termMonths: 36, waitingDays: 14 },
    distance: {
      kind: "limited",
      limit: { value: 60_000, unit: "KM" },
      startOdometer: { value: 12_000, unit: "KM" },
    },
    coverage: ["ENGINE", "ELECTRICS", "STEERING", "AIRCON"].map(covered),
    deductible: { kind: "PER_VISIT", amount: { amountMinor: 10_000, currency: "EUR" } },
    price: { grossMinor: 89_900, taxRate: "19", currency: "EUR" },
  };
}
