import { contractTypes } from "@vehicle-contracts/contract-model";
import type { EntitlementQuestion, JudgedContract } from "@vehicle-contracts/contract-rules";

const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const code = (number: number) => `COMPONENT-${number}`;

/** In force, with twenty coverage lines (one excluded), three services, a deductible and a waiting period. */
const contractOf = (number: number): JudgedContract => ({
  contractId: `0199b3c4-5d6e-7f80-9a1b-${String((number * 7919) % 1_000_000).padStart(12, "0")}`,
  type: contractTypes[number % contractTypes.length] ?? "OTHER",
  status: "ACTIVE",
  storeId: "here",
  startDate: "2025-01-01",
  endDate: "2028-12-31",
  waitingDays: 30,
  distance: {
    kind: "limited",
    limit: { value: 60_000, unit: "KM" },
    startOdometer: { value: 12_000, unit: "KM" },
    endOdometer: { value: 72_000, unit: "KM" },
  },
  engineHours: { kind: "unlimited" },
  coverage: Array.from({ length: 20 }, (_, line) => ({
    code: line === 0 && number % 2 === 0 ? "*" : code((number * 3 + line * 7) % 60),
    ...(line === 19
      ? { treatment: "EXCLUDED" as const }
      : {
          treatment: "COVERED" as const,
          partsPercent: line % 3 === 0 ? 100 : "66.6667",
          labourPercent: 80,
          endOdometer: line % 4 === 0 ? { value: 43_000, unit: "MI" as const } : null,
          maximumAmount: line % 2 === 0 ? eur(3_000_00) : null,
        }),
  })),
  allowances: Array.from({ length: 3 }, (_, service) => ({
    code: code((number + service * 11) % 60),
    quantity: 3,
    dueAfterMonths: 12,
    dueAfterDistance: { value: 15_000, unit: "KM" as const },
  })),
  deductible: { kind: "PER_COMPONENT", amount: eur(100_00), waivedAtSellingStore: false },
  used: { allowances: { [code(number % 60)]: 2 }, amounts: { "*": 1_000_00 } },
});

/** A visit of so many lines to a vehicle with so many contracts, all of them in force: what takes longest. */
export const visitOf = (contracts: number, lines: number): EntitlementQuestion => ({
  date: "2026-11-25",
  odometer: { value: 31_400, unit: "KM" },
  lastReading: { value: 31_300, unit: "KM" },
  storeId: "there",
  currency: "EUR",
  lines: Array.from({ length: lines }, (_, line) => ({
    lineId: `line ${line}`,
    code: code((line * 7) % 61),
    kind: line % 5 === 4 ? "OTHER" : line % 2 === 0 ? "PARTS" : "LABOUR",
    job: String(line % 6),
    amountMinor: 12_345 + line * 997,
  })),
  contracts: Array.from({ length: contracts }, (_, number) => contractOf(number)),
});
