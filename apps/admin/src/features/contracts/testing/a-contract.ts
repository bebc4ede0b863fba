import type { Contract } from "@vehicle-contracts/contract-model";

/** A running contract of 36 months and 60,000 km, for tests; `given` says what differs. */
export const aContract = (given: Partial<Contract> = {}): Contract => ({
  contractId: "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071",
  version: 9,
  storeId: "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6072",
  vehicleId: "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6073",
  contractNumber: "CR-2025-00293",
  type: "REPAIR_AND_MAINTENANCE",
  status: "ACTIVE",
  effectiveStatus: "ACTIVE",
  description: "Care and Repair",
  notes: null,
  providerId: "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6074",
  plan: null,
  parties: [{ role: "HOLDER", partyId: "annika", from: "2026-02-01", to: null }],
  saleDate: "2026-01-20",
  startDate: "2026-02-01",
  endDate: "2029-01-31",
  termMonths: 36,
  openEnded: false,
  waitingDays: 0,
  awaitingProvider: false,
  distance: {
    kind: "limited",
    limit: { value: 60_000, unit: "KM" },
    startOdometer: { value: 12_000, unit: "KM" },
    endOdometer: { value: 72_000, unit: "KM" },
  },
  engineHours: { kind: "unlimited" },
  coverage: [coverageLine("ENGINE"), coverageLine("GEARBOX")],
  allowances: [],
  deductible: { kind: "NONE" },
  price: { netMinor: 84_034, taxRate: "19", taxMinor: 15_966, grossMinor: 100_000, currency: "EUR" },
  predecessorId: null,
  successorId: null,
  cancellation: null,
  origin: { sourceSystem: "NATIVE", externalReferences: [] },
  createdAt: "2026-01-20T09:12:44.120Z",
  updatedAt: "2026-02-01T00:00:03.004Z",
  ...given,
});

function coverageLine(code: string): Contract["coverage"][number] {
  return {
    code,
    description: null,
    treatment: "COVERED",
    partsPercent: 100,
    labourPercent: 100,
    endDate: null,
    endOdometer: null,
    maximumAmount: null,
  };
}
