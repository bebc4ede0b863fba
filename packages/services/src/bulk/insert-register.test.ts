import type {
  ContractInput,
  PartyInput,
  ProviderInput,
  UsageInput,
  VehicleInput,
} from "@vehicle-contracts/contract-model";
import {
  contract,
  contractParty,
  contractReference,
  contractRevision,
  contractUsage,
  newId,
  odometerReading,
  party,
  provider,
  refundQuote,
  searchTerm,
  vehicle,
} from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { asRevisionActor } from "../actor.ts";
import { createContract } from "../contracts/create.ts";
import { submitContract } from "../contracts/submit.ts";
import { updateContract } from "../contracts/update.ts";
import { verifyHistories } from "../contracts/verify-history.ts";
import { createParty } from "../parties/create.ts";
import { createProvider } from "../providers/create.ts";
import { acceptRefundQuote } from "../refunds/accept.ts";
import { makeRefundQuote } from "../refunds/quote.ts";
import { aClock, aDealerGroup, aVin, type DealerGroup, monday, refusalOf } from "../testing/index.ts";
import { recordUsage } from "../usage/record.ts";
import { reverseUsage } from "../usage/reverse.ts";
import { createVehicle } from "../vehicles/create.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { insertRegister } from "./insert-register.ts";
import type { Register, RegisterStep } from "./register.ts";

const { database } = await testDatabase({ clock: aClock().now });

const car: VehicleInput = {
  vin: aVin(),
  make: "Opel",
  model: "Corsa",
  modelYear: 2024,
  licensePlate: "HH-VC 1",
};
const holder: PartyInput = {
  kind: "PERSON",
  givenName: "Jörg",
  familyName: "Müller",
  email: "jm@example.com",
  consent: { email: true },
};
const insurer: ProviderInput = { name: "Halden Warranty", kind: "INSURER" };
const reading = { date: "2026-03-01", source: "workshop" };
const odometer = { value: 80_000, unit: "KM" as const };
const consentSource = "signed form";
const notes = "Calls after 17:00.";

type Ids = { vehicleId: string; partyId: string; providerId: string };
type AllIds = Ids &
  Record<"contractId" | "planId" | "serviceId" | "claimId" | "slipId" | "mendedId" | "quoteId", string>;
const sold = ({ hamburg }: DealerGroup, { vehicleId, partyId, providerId }: Ids): ContractInput => ({
  ...{
    storeId: hamburg.storeId,
    vehicleId,
    providerId,
    type: "EXTENDED_WARRANTY",
    contractNumber: "EW-2026-1",
  },
  parties: [{ role: "HOLDER", partyId }],
  ...{ startDate: "2026-02-01", termMonths: 36 },
  distance: {
    kind: "limited",
    limit: { value: 60_000, unit: "KM" },
    startOdometer: { value: 12_000, unit: "KM" },
  },
  price: { grossMinor: 100_000, taxRate: "19", currency: "EUR" },
  origin: { externalReferences: [{ system: "EVA", id: "1" }] },
});

/** One that is used and then cancelled. */
const plan = ({ hamburg }: DealerGroup, { vehicleId, partyId, providerId }: Ids): ContractInput => ({
  ...{ storeId: hamburg.storeId, vehicleId, providerId, type: "SERVICE_PLAN" },
  parties: [{ role: "HOLDER", partyId }],
  ...{ saleDate: "2025-06-01", startDate: "2025-06-01", termMonths: 36 },
  distance: { kind: "unlimited" },
  allowances: [{ code: "SVC-A", description: "Service A", quantity: 3 }],
  coverage: [
    {
      ...{ code: "PUMP", description: "Water pump", treatment: "COVERED" },
      maximumAmount: { amountMinor: 50_000, currency: "EUR" },
    },
  ],
  price: { grossMinor: 60_000, taxRate: "19", currency: "EUR" },
});
const job = { date: "2026-02-20", odometer: { value: 79_500, unit: "KM" as const } };
const service: UsageInput = {
  ...{ kind: "ALLOWANCE", code: "SVC-A", quantity: 1, ...job },
  ...{ repairOrder: "RO-48213", job: "1" },
};
const claim: UsageInput = {
  ...{ kind: "AMOUNT", code: "PUMP", amount: { amountMinor: 18_430, currency: "EUR" }, date: job.date },
  ...{ repairOrder: "RO-48213", job: "2" },
};
const mended = "Entered twice";
const asked = {
  ...{ cancelDate: "2026-03-02", odometer, cancelledBy: "CUSTOMER" as const, reason: "The vehicle was sold" },
};

async function usedAndCancelled(group: DealerGroup, ids: Ids) {
  const contract: ContractInput = { ...plan(group, ids), status: "ACTIVE" };
  const made = await group.change(createContract, { idempotencyKey: newId(), contract });
  const { contractId } = made.contract;
  const record = async (usage: UsageInput) =>
    (await group.change(recordUsage, { idempotencyKey: newId(), contractId, usage })).usage.usageId;
  const [serviceId, claimId, slipId] = [await record(service), await record(claim), await record(service)];
  const back = { idempotencyKey: newId(), usageId: slipId, reason: mended };
  const mendedId = (await group.change(reverseUsage, back)).usage.usageId;
  const { quoteId } = await group.change(makeRefundQuote, { contractId, version: 1, ...asked });
  await group.change(acceptRefundQuote, { quoteId });
  return { planId: contractId, serviceId, claimId, slipId, mendedId, quoteId };
}

async function byVerbs(group: DealerGroup): Promise<AllIds> {
  const idempotencyKey = newId();
  const { vehicleId } = (await group.change(createVehicle, { idempotencyKey, vehicle: car })).vehicle;
  await group.change(recordOdometer, { vehicleId, odometer, ...reading });
  const { partyId } = (
    await group.change(createParty, { idempotencyKey: newId(), party: holder, consentSource })
  ).party;
  const made = await group.change(
    createProvider,
    { idempotencyKey: newId(), provider: insurer },
    group.administrator,
  );
  const { providerId } = made.provider;
  const ids = { vehicleId, partyId, providerId };
  const { contractId } = (
    await group.change(createContract, { idempotencyKey: newId(), contract: sold(group, ids) })
  ).contract;
  await group.change(updateContract, { contractId, version: 1, changes: { notes } });
  await group.change(submitContract, { contractId, version: 2 });
  return { ...ids, contractId, ...(await usedAndCancelled(group, ids)) };
}

function registerOf(group: DealerGroup, ids: AllIds): Register {
  const createdAt = monday;
  const step = {
    at: monday,
    actor: asRevisionActor(group.advisor),
    correlationId: group.advisor.correlationId,
  };
  const { status: _status, ...asQuote } = sold(group, ids);
  return {
    stores: [],
    providers: [{ providerId: ids.providerId, createdAt, provider: insurer }],
    parties: [
      { partyId: ids.partyId, createdAt, party: holder, consent: { by: step.actor, source: consentSource } },
    ],
    vehicles: [
      {
        ...{ vehicleId: ids.vehicleId, createdAt, vehicle: car, policy: "strict", hours: [] },
        odometer: [
          {
            ...{ ...odometer, ...reading, readingId: newId(), correction: false },
            ...{ recordedBy: step.actor, recordedAt: createdAt },
          },
        ],
      },
    ],
    contracts: [
      {
        contractId: ids.contractId,
        made: { ...step, contract: asQuote, status: "DRAFT" },
        steps: [
          { ...step, action: "contract.updated", changes: { notes } },
          // A change of nothing leaves no entry.
          { ...step, action: "contract.updated", changes: { notes } },
          { ...step, action: "contract.submitted", status: "PENDING" },
        ],
      },
      {
        contractId: ids.planId,
        made: { ...step, contract: plan(group, ids), status: "ACTIVE" },
        steps: [
          { ...step, usageId: ids.serviceId, usage: service },
          { ...step, usageId: ids.claimId, usage: claim },
          { ...step, usageId: ids.slipId, usage: service },
          { ...step, usageId: ids.mendedId, reverses: ids.slipId, reason: mended },
          { ...step, quoteId: ids.quoteId, asked },
          { ...step, accepts: ids.quoteId },
        ],
      },
    ],
  };
}

const newIds = (): AllIds => ({
  ...{ vehicleId: newId(), partyId: newId(), providerId: newId(), contractId: newId(), planId: newId() },
  ...{ serviceId: newId(), claimId: newId(), slipId: newId(), mendedId: newId(), quoteId: newId() },
});

/** All that a group has in the tables a register fills, with names in place of ids, hashes and who did it. */
async function rowsOf({ enterpriseId, advisor, hamburg }: DealerGroup, ids: AllIds) {
  const tables = [
    ...[vehicle, odometerReading, party, provider],
    ...[contract, contractParty, contractReference, contractRevision, contractUsage, refundQuote, searchTerm],
  ];
  const named = new Map([
    ...Object.entries({
      ...ids,
      enterpriseId,
      advisor: advisor.id,
      hamburg: hamburg.storeId,
      as: advisor.correlationId,
    }).map(([name, id]): [string, string] => [id, name]),
  ]);
  return database.read(enterpriseId, async (tx) => {
    const rows: string[] = [];
    for (const table of tables)
      for (const row of await tx.select().from(table).where(eq(table.enterpriseId, enterpriseId)))
        rows.push(
          JSON.stringify(row, (key, value) =>
            ["hash", "previousHash", "basis", "readingId"].includes(key) ? "" : (named.get(value) ?? value),
          ),
        );
    return rows.sort();
  });
}

test("what is written in bulk is, row for row, what the verbs leave behind", async () => {
  const [one, other] = [await aDealerGroup(database), await aDealerGroup(database)];
  const ids = newIds();
  await other.database.write(other.enterpriseId, (tx) => insertRegister(tx, registerOf(other, ids)));
  const expected = await rowsOf(one, await byVerbs(one));
  expect(expected.length).toBeGreaterThan(20);
  expect(await rowsOf(other, ids)).toEqual(expected);
  const verdicts = await other.database.read(other.enterpriseId, (tx) => verifyHistories(tx, null, 10));
  expect(verdicts).toEqual([
    { contractId: ids.contractId, intact: true, revisions: 3, firstBroken: null },
    { contractId: ids.planId, intact: true, revisions: 2, firstBroken: null },
  ]);
  // What the sums were written from, so that equal rows are not equally empty.
  const [row] = await other.database.read(other.enterpriseId, (tx) =>
    tx.select().from(contract).where(eq(contract.contractId, ids.planId)),
  );
  expect(row?.used).toEqual({ allowances: { "SVC-A": 1 }, amounts: { PUMP: 18_430 } });
  expect(row?.cancellation).toMatchObject({ quoteId: ids.quoteId, refund: { currency: "EUR" } });
});

test("what the rules refuse is refused in bulk too, and nothing is written", async () => {
  const group = await aDealerGroup(database);
  const register = registerOf(group, newIds());
  const [its] = register.contracts;
  const [known] = register.vehicles;
  if (!its || !known) throw new Error("The register has a vehicle and a contract.");
  const insert = (changed: Partial<Register>) =>
    group.database.write(group.enterpriseId, (tx) => insertRegister(tx, { ...register, ...changed }));
  const broken = (code: string) => ({ problem: { code: "RULE_BROKEN", fields: [{ code }] } });

  const withoutProvider = {
    ...its,
    made: { ...its.made, contract: { ...its.made.contract, providerId: null } },
  };
  await expect(insert({ contracts: [withoutProvider] })).rejects.toMatchObject(broken("PROVIDER_MISSING"));
  const wrongVin = { ...known, vehicle: { ...car, vin: "3VWRA81H7WM116221" } };
  await expect(insert({ vehicles: [wrongVin] })).rejects.toMatchObject(broken("CHECK_DIGIT"));
  const steppedBack = known.odometer.flatMap((first) => [first, { ...first, value: 79_999 }]);
  await expect(insert({ vehicles: [{ ...known, odometer: steppedBack }] })).rejects.toMatchObject(
    broken("BELOW_LAST"),
  );
  const before = { ...its, steps: its.steps.map((step) => ({ ...step, at: "2026-01-01T00:00:00.000Z" })) };
  await expect(insert({ contracts: [before] })).rejects.toThrow(/goes back in time/);
  await expect(insert({ parties: [] })).rejects.toThrow(/not in the register/);
  expect(await group.database.read(group.enterpriseId, (tx) => tx.select().from(vehicle))).toEqual([]);
});

test("a ledger, a quote or a cancellation that the verbs would refuse is refused in bulk by the same rule", async () => {
  const group = await aDealerGroup(database);
  const ids = newIds();
  const register = registerOf(group, ids);
  const [, used] = register.contracts;
  if (!used) throw new Error("The register has a contract that is used.");
  const step = { at: monday, actor: asRevisionActor(group.advisor), correlationId: "bulk" };
  const insert = (steps: RegisterStep[]) => {
    const contracts = [{ ...used, steps }];
    return group.database.write(group.enterpriseId, (tx) => insertRegister(tx, { ...register, contracts }));
  };
  const brokenBy = async (steps: RegisterStep[]) => {
    const { code, fields } = await refusalOf(insert(steps));
    return [code, ...(fields ?? []).map((field) => field.code)].join(" ");
  };
  const entry = (usage: UsageInput): RegisterStep => ({ ...step, usageId: newId(), usage });
  const back = { ...step, reverses: ids.serviceId, reason: mended };
  const first = { ...step, usageId: ids.serviceId, usage: service };
  const quote = { ...step, quoteId: ids.quoteId, asked };
  const accept = { ...step, accepts: ids.quoteId };

  expect(await brokenBy([entry({ ...service, quantity: 4 })])).toBe("RULE_BROKEN ALLOWANCE_EXHAUSTED");
  expect(await brokenBy([entry({ ...service, date: "2025-05-31" })])).toBe("RULE_BROKEN NOT_STARTED");
  expect(await brokenBy([entry({ ...service, date: "2026-03-03" })])).toBe("RULE_BROKEN USAGE_IN_FUTURE");
  const twice = [first, { ...back, usageId: newId() }, { ...back, usageId: newId() }];
  expect(await brokenBy(twice)).toBe("RULE_BROKEN ALREADY_REVERSED");
  const tooEarly = { ...quote, asked: { ...asked, cancelDate: "2020-01-01" } };
  expect(await brokenBy([tooEarly])).toBe("RULE_BROKEN BEFORE_SALE");
  expect(await brokenBy([quote, first, accept])).toBe("RULE_BROKEN QUOTE_MISSING");
  expect(await brokenBy([quote, { ...accept, at: "2026-03-17T09:00:00.000Z" }])).toBe(
    "RULE_BROKEN QUOTE_MISSING",
  );
  expect(await brokenBy([quote, accept, first])).toBe("RULE_BROKEN WRONG_STATUS");
  const voided: RegisterStep = { ...step, action: "contract.voided", status: "VOID", reason: mended };
  expect(await brokenBy([first, voided])).toBe("RULE_BROKEN USAGE_EXISTS");
  await insert([first, { ...back, usageId: newId() }, voided]);
});
