import { Contract, ContractInput, DistanceTerm, HoursTerm, Price } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import {
  changeTerms,
  completeDistance,
  completeHours,
  completePrice,
  completeTerms,
  currentHolder,
  decideMove,
  effectiveStatus,
  fixedFieldBreaks,
  holderBreaks,
  initialStatus,
  overlaps,
} from "./index.ts";

const id = (digit: number) => `0199b3c4-5d6e-7f80-9a1b-00000000000${digit}`;
const sent = {
  storeId: id(1),
  vehicleId: id(2),
  type: "EXTENDED_WARRANTY",
  status: "ACTIVE",
  providerId: id(3),
  parties: [{ role: "HOLDER", partyId: id(4) }],
  startDate: "2026-02-01",
  termMonths: 36,
  distance: {
    kind: "limited",
    limit: { value: 60_000, unit: "KM" },
    startOdometer: { value: 12_000, unit: "KM" },
  },
  engineHours: { kind: "limited", limit: 5_000, startHours: 1_200 },
  price: { grossMinor: 100_000, taxRate: "19", currency: "EUR" },
};
const value = <Value>(outcome: { ok: true; value: Value } | { ok: false; fields: unknown }) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fields));
  return outcome.value;
};

test("a contract as the schema takes it is completed to one as the schema keeps it, and made as it asks", () => {
  const contract = ContractInput.parse(sent);
  const terms = value(completeTerms(contract));
  const distance = value(completeDistance(contract.distance));
  const engineHours = value(completeHours(contract.engineHours));
  const price = value(completePrice(contract.price));
  const parties = contract.parties ?? [];
  expect(terms).toMatchObject({ endDate: "2029-01-31", termMonths: 36 });
  expect([DistanceTerm.parse(distance), HoursTerm.parse(engineHours), Price.parse(price)]).toEqual([
    distance,
    engineHours,
    price,
  ]);

  const facts = { today: "2026-06-01", latestOdometer: { value: 72_001, unit: "KM" as const } };
  expect(holderBreaks(parties, terms, { today: facts.today, sold: true })).toEqual([]);
  const holderId = currentHolder(parties, terms, facts.today)?.partyId;
  const complete = { ...contract, ...terms, distance, engineHours, holderId };
  const made = (latestOdometer: typeof facts.latestOdometer | null) =>
    value(initialStatus(contract.status ?? "DRAFT", complete, { ...facts, latestOdometer })).to;
  expect([made(null), made(facts.latestOdometer)]).toEqual(["ACTIVE", "EXPIRED"]);
});

test("a contract as it is kept may be asked about as it is", () => {
  const contract = Contract.parse({
    ...sent,
    contractId: id(5),
    version: 3,
    contractNumber: "EW-2026-00042",
    effectiveStatus: "ACTIVE",
    description: null,
    notes: null,
    plan: null,
    parties: [{ role: "HOLDER", partyId: id(4), from: "2026-02-01", to: null }],
    saleDate: "2026-01-20",
    endDate: "2029-01-31",
    openEnded: false,
    waitingDays: 0,
    awaitingProvider: false,
    distance: { kind: "unknown" },
    engineHours: { kind: "unlimited" },
    coverage: [],
    allowances: [],
    deductible: { kind: "NONE" },
    price: null,
    paid: null,
    refundRuleSet: null,
    transferPolicy: null,
    predecessorId: null,
    successorId: null,
    cancellation: null,
    remaining: { allowances: [], amounts: [] },
    origin: { sourceSystem: "NATIVE", externalReferences: [] },
    createdAt: "2026-01-20T09:12:44.120Z",
    updatedAt: "2026-01-20T09:12:44.120Z",
  });
  const facts = { today: "2026-06-01", reason: "stolen" };
  expect(effectiveStatus(contract, facts)).toBe("ACTIVE");
  expect(value(decideMove("suspend", contract, facts)).to).toBe("SUSPENDED");
  expect(overlaps(contract, [{ ...contract, contractId: id(6) }])).toHaveLength(1);
  expect(value(changeTerms(contract, { endDate: "2029-06-30" })).termMonths).toBeNull();
  expect(currentHolder(contract.parties, contract, facts.today)?.partyId).toBe(id(4));
  expect(fixedFieldBreaks("ACTIVE", contract, { ...contract, waitingDays: 30 })).toHaveLength(1);
});
