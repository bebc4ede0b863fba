import type { ContractInput, ContractResult } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { describe, expect, test } from "vitest";
import {
  aClock,
  aContract,
  aContractInput,
  aDealerGroup,
  anActiveContract,
  aParty,
  aProvider,
  aVehicle,
  faultsOf,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { createContract } from "./create.ts";
import { getContract } from "./get.ts";
import { submitContract } from "./submit.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");
const { vehicleId } = await aVehicle(group);
const { partyId } = await aParty(group);
const { providerId } = await aProvider(group);

const minimal: ContractInput = { storeId: group.hamburg.storeId, vehicleId, type: "OTHER" };
const create = (contract: ContractInput, actor = group.advisor) =>
  group.change(createContract, { idempotencyKey: newId(), contract }, actor);
const made = async (facts: Partial<ContractInput>) => (await create({ ...minimal, ...facts })).contract;

describe("a new contract", () => {
  test("is a draft with every default when only store, vehicle and type are given", async () => {
    const { contract, warnings } = await create(minimal);
    expect(warnings).toEqual([]);
    expect(contract).toEqual({
      contractId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      version: 1,
      ...minimal,
      contractNumber: null,
      status: "DRAFT",
      effectiveStatus: "DRAFT",
      description: null,
      notes: null,
      providerId: null,
      plan: null,
      parties: [],
      saleDate: null,
      startDate: null,
      endDate: null,
      termMonths: null,
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
      createdAt: monday,
      updatedAt: monday,
    });
  });

  test("of which everything is said comes back as it was said, and reads the same", async () => {
    const said = {
      ...minimal,
      contractNumber: "EW-2026-00042",
      type: "EXTENDED_WARRANTY",
      description: "Drive Secure 36",
      notes: "Keys\nin the safe",
      providerId,
      plan: { code: "DS36", version: 2 },
      parties: [{ role: "HOLDER", partyId, from: "2026-02-01", to: null }],
      saleDate: "2026-01-20",
      startDate: "2026-02-01",
      endDate: "2029-01-31",
      termMonths: 36,
      openEnded: false,
      waitingDays: 14,
      awaitingProvider: false,
      distance: {
        kind: "limited",
        limit: { value: 60_000, unit: "KM" },
        startOdometer: { value: 12_000, unit: "KM" },
        endOdometer: { value: 72_000, unit: "KM" },
      },
      engineHours: { kind: "limited", limit: 500, startHours: 100, endHours: 600 },
      coverage: [
        {
          code: "ENGINE",
          description: "Engine",
          treatment: "COVERED",
          partsPercent: 100,
          labourPercent: "80.5",
          endDate: "2028-01-31",
          endOdometer: { value: 50_000, unit: "KM" },
          maximumAmount: { amountMinor: 300_000, currency: "EUR" },
        },
      ],
      allowances: [
        {
          code: "INSPECTION",
          description: "Yearly inspection",
          quantity: 3,
          dueAfterMonths: 12,
          dueAfterDistance: { value: 20_000, unit: "KM" },
        },
      ],
      deductible: {
        kind: "PER_VISIT",
        amount: { amountMinor: 10_000, currency: "EUR" },
        waivedAtSellingStore: true,
      },
      price: { netMinor: 84_034, taxRate: "19", taxMinor: 15_966, grossMinor: 100_000, currency: "EUR" },
      origin: { sourceSystem: "EVA", externalReferences: [{ system: "eva", id: "4711" }] },
    } satisfies ContractInput;
    const { contract } = await create({ ...said, status: "ACTIVE" });
    expect(contract).toMatchObject({ ...said, status: "ACTIVE", effectiveStatus: "ACTIVE" });
    expect(await group.ask(getContract, { contractId: contract.contractId })).toEqual({
      ...contract,
      vehicle: expect.objectContaining({ vehicleId, make: "Volkswagen", latestOdometer: null }),
      holder: { partyId, name: "Erika Mustermann" },
      provider: { providerId, name: expect.any(String) },
      store: { storeId: group.hamburg.storeId, name: "Hamburg", today: "2026-03-02" },
    });
  });

  test("takes null for whatever may be left out", async () => {
    const contract = await made({
      status: null,
      contractNumber: null,
      notes: null,
      parties: null,
      startDate: null,
      termMonths: null,
      openEnded: null,
      waitingDays: null,
      distance: null,
      engineHours: null,
      coverage: null,
      deductible: null,
      price: null,
      origin: { sourceSystem: null, externalReferences: null },
    });
    expect(contract).toMatchObject({ status: "DRAFT", waitingDays: 0, distance: { kind: "unknown" } });
  });

  test("gives a party that names no first day the contract's own", async () => {
    const { parties } = await made({ startDate: "2026-02-01", parties: [{ role: "PAYER", partyId }] });
    expect(parties).toEqual([{ role: "PAYER", partyId, from: "2026-02-01", to: null }]);
  });

  test("has one holder at a time, also as a draft", async () => {
    const parties: ContractInput["parties"] = [
      { role: "HOLDER", partyId, from: "2026-02-01", to: "2026-06-30" },
      { role: "HOLDER", partyId: (await aParty(group)).partyId, from: "2026-06-30" },
    ];
    expect(await faultsOf(made({ parties }))).toEqual({ "parties.1.from": "HOLDER_OVERLAP" });
  });
});

describe("the terms of a new contract", () => {
  test("end by the months given, and the months stay", async () => {
    expect(await made({ startDate: "2026-02-01", termMonths: 36 })).toMatchObject({
      endDate: "2029-01-31",
      termMonths: 36,
    });
  });

  test("given by an end alone have no months", async () => {
    expect(await made({ startDate: "2026-02-01", endDate: "2029-01-31" })).toMatchObject({
      endDate: "2029-01-31",
      termMonths: null,
    });
  });

  test.each<[string, Partial<ContractInput>, Record<string, string>]>([
    [
      "months and end that differ by a day",
      { startDate: "2026-02-01", termMonths: 36, endDate: "2029-02-01" },
      { endDate: "TERM_MISMATCH" },
    ],
    [
      "an end for what is open-ended",
      { startDate: "2026-02-01", openEnded: true, endDate: "2029-01-31" },
      { endDate: "OPEN_ENDED_WITH_END" },
    ],
    [
      "a term for what is open-ended",
      { startDate: "2026-02-01", openEnded: true, termMonths: 12 },
      { endDate: "OPEN_ENDED_WITH_END" },
    ],
    [
      "an end before the start",
      { startDate: "2026-02-01", endDate: "2026-01-31" },
      { endDate: "END_BEFORE_START" },
    ],
    [
      "an end odometer that is not start and limit",
      {
        distance: {
          kind: "limited",
          limit: { value: 60_000, unit: "KM" },
          startOdometer: { value: 12_000, unit: "KM" },
          endOdometer: { value: 72_001, unit: "KM" },
        },
      },
      { "distance.endOdometer": "DISTANCE_MISMATCH" },
    ],
    [
      "kilometres and miles in one distance",
      {
        distance: {
          kind: "limited",
          limit: { value: 60_000, unit: "KM" },
          startOdometer: { value: 7_456, unit: "MI" },
        },
      },
      { "distance.startOdometer": "UNIT_MIXED" },
    ],
    [
      "a tax two minor units off",
      { price: { netMinor: 84_034, taxRate: "19", taxMinor: 15_968, currency: "EUR" } },
      { "price.taxMinor": "TAX_MISMATCH" },
    ],
    [
      "a gross amount that is not net and tax",
      { price: { netMinor: 84_034, taxRate: 19, taxMinor: 15_966, grossMinor: 100_001, currency: "EUR" } },
      { "price.grossMinor": "TAX_MISMATCH" },
    ],
  ])("do not have %s", async (_, facts, faults) => {
    expect(await faultsOf(made(facts))).toEqual(faults);
  });

  test("are all said at once where several are wrong", async () => {
    const call = made({
      startDate: "2026-02-01",
      endDate: "2026-01-01",
      price: { netMinor: 100, taxRate: 10, taxMinor: 90, currency: "EUR" },
    });
    expect(await faultsOf(call)).toEqual({
      endDate: "END_BEFORE_START",
      "price.taxMinor": "TAX_MISMATCH",
    });
  });

  test("compute the end odometer and the last hour, which no reading is made of", async () => {
    const contract = await made({
      distance: {
        kind: "limited",
        limit: { value: 60_000, unit: "MI" },
        startOdometer: { value: 12_000, unit: "MI" },
      },
      engineHours: { kind: "limited", limit: 500, startHours: 20 },
    });
    expect(contract.distance).toMatchObject({ endOdometer: { value: 72_000, unit: "MI" } });
    expect(contract.engineHours).toMatchObject({ endHours: 520 });
    const read = await group.ask(getContract, { contractId: contract.contractId });
    expect(read.vehicle.latestOdometer).toBeNull();
  });

  test.each([
    [{ netMinor: 84_034 }, { netMinor: 84_034, taxMinor: 15_966, grossMinor: 100_000 }],
    [{ grossMinor: 100_000 }, { netMinor: 84_034, taxMinor: 15_966, grossMinor: 100_000 }],
  ])("compute the price from %j at 19 %%", async (given, price) => {
    const contract = await made({ price: { ...given, taxRate: "19", currency: "EUR" } });
    expect(contract.price).toEqual({ ...price, taxRate: "19", currency: "EUR" });
  });
});

describe("a contract sold or taken over", () => {
  test.each([
    ["PENDING", {}, "PENDING", "ACTIVE"],
    ["PENDING", { startDate: "2026-03-03" }, "PENDING", "PENDING"],
    ["PENDING", { awaitingProvider: true }, "PENDING", "PENDING"],
    ["ACTIVE", {}, "ACTIVE", "ACTIVE"],
    ["ACTIVE", { startDate: "2023-03-02" }, "EXPIRED", "EXPIRED"],
    ["ACTIVE", { startDate: "2023-03-03" }, "ACTIVE", "ACTIVE"],
  ] as const)("as %s with %j is stored %s and effectively %s", async (status, facts, stored, effective) => {
    const contract = await aContract(group, { status, ...facts });
    expect([contract.status, contract.effectiveStatus]).toEqual([stored, effective]);
  });

  test("is expired where the vehicle has gone further than its end already", async () => {
    const vehicle = await aVehicle(group);
    await group.change(recordOdometer, {
      vehicleId: vehicle.vehicleId,
      odometer: { value: 72_001, unit: "KM" },
      date: "2026-03-01",
      source: "workshop",
    });
    const contract = await anActiveContract(group, { vehicleId: vehicle.vehicleId });
    expect(contract.status).toBe("EXPIRED");
  });

  test.each<[string, "PENDING" | "ACTIVE", Partial<ContractInput>, Record<string, string>]>([
    ["a holder", "PENDING", { parties: [] }, { parties: "HOLDER_MISSING" }],
    ["a provider", "PENDING", { providerId: null }, { providerId: "PROVIDER_MISSING" }],
    ["a start", "PENDING", { startDate: null, termMonths: null }, { startDate: "START_MISSING" }],
    [
      "an end of any kind",
      "PENDING",
      { termMonths: null, distance: { kind: "unknown" } },
      { endDate: "END_MISSING" },
    ],
    ["a start reached", "ACTIVE", { startDate: "2026-03-03" }, { startDate: "NOT_STARTED" }],
    [
      "the provider's acceptance",
      "ACTIVE",
      { awaitingProvider: true },
      { awaitingProvider: "AWAITING_PROVIDER" },
    ],
    ["a holder, taken over too", "ACTIVE", { parties: [] }, { parties: "HOLDER_MISSING" }],
  ])("needs %s", async (_, status, facts, faults) => {
    const call = aContract(group, { status, ...facts });
    expect(await faultsOf(call)).toEqual(faults);
  });

  test("names all that a sale lacks, in the order of the moves, besides what cannot be right", async () => {
    const wrong = { providerId: null, parties: [], termMonths: null, endDate: "2025-01-01" };
    const call = aContract(group, { status: "PENDING", ...wrong });
    const { fields } = await refusalOf(call);
    expect(fields?.map(({ code }) => code)).toEqual([
      "HOLDER_MISSING",
      "PROVIDER_MISSING",
      "END_BEFORE_START",
    ]);
    const draft = aContract(group, wrong);
    expect(await faultsOf(draft)).toEqual({ endDate: "END_BEFORE_START" });
  });

  test.each<[string, Partial<ContractInput>]>([
    ["an end date", { termMonths: null, endDate: "2026-12-31", distance: { kind: "unlimited" } }],
    ["a distance", { termMonths: null }],
    [
      "engine hours",
      {
        termMonths: null,
        distance: { kind: "unknown" },
        engineHours: { kind: "limited", limit: 100, startHours: 0 },
      },
    ],
    ["nothing, and says so", { termMonths: null, openEnded: true, distance: { kind: "unlimited" } }],
  ])("may be ended by %s", async (_, facts) => {
    expect((await aContract(group, { status: "PENDING", ...facts })).status).toBe("PENDING");
  });
});

describe("what a new contract names", () => {
  test.each<[string, Partial<ContractInput>]>([
    ["storeId", { storeId: newId() }],
    ["vehicleId", { vehicleId: newId() }],
    ["providerId", { providerId: newId() }],
    [
      "parties.1.partyId",
      {
        parties: [
          { role: "HOLDER", partyId },
          { role: "PAYER", partyId: newId() },
        ],
      },
    ],
  ])("must be there: %s", async (path, facts) => {
    const problem = await refusalOf(made(facts));
    expect(problem).toMatchObject({ code: "NOT_FOUND", fields: [{ path, code: "NOT_FOUND" }] });
  });

  test("must be the enterprise's own: a stranger's ids are refused exactly as those of nobody", async () => {
    const theirs = {
      storeId: stranger.hamburg.storeId,
      vehicleId: (await aVehicle(stranger)).vehicleId,
      providerId: (await aProvider(stranger)).providerId,
      parties: [{ role: "HOLDER" as const, partyId: (await aParty(stranger)).partyId }],
    };
    const nobodys = {
      storeId: newId(),
      vehicleId: newId(),
      providerId: newId(),
      parties: [{ role: "HOLDER" as const, partyId: newId() }],
    };
    for (const field of ["storeId", "vehicleId", "providerId", "parties"] as const)
      expect(await refusalOf(made({ [field]: theirs[field] })), field).toEqual(
        await refusalOf(made({ [field]: nobodys[field] })),
      );
  });

  test("must be a store that is granted, if it exists", async () => {
    const leeds = { ...minimal, storeId: group.leeds.storeId };
    expect(await refusalOf(create(leeds, group.advisorOfHamburg))).toMatchObject({ code: "FORBIDDEN" });
    const nowhere = { ...minimal, storeId: newId() };
    expect(await refusalOf(create(nowhere, group.advisorOfHamburg))).toMatchObject({ code: "NOT_FOUND" });
    expect((await create(minimal, group.advisorOfHamburg)).contract.version).toBe(1);
  });

  test("is not written by a viewer", async () => {
    expect(await refusalOf(create(minimal, group.viewer))).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("what only one contract may have", () => {
  test("is its number among those of its provider", async () => {
    const first = await made({ providerId, contractNumber: "N-1" });
    expect(await refusalOf(made({ providerId, contractNumber: "N-1" }))).toMatchObject({
      code: "DUPLICATE",
      existingId: first.contractId,
      fields: [{ path: "contractNumber", code: "DUPLICATE" }],
    });
    const other = await aProvider(group);
    expect(await made({ providerId: other.providerId, contractNumber: "N-1" })).toMatchObject({ version: 1 });
    expect(await made({ contractNumber: "N-1" })).toMatchObject({ providerId: null });
    expect(await made({ contractNumber: "N-1" })).toMatchObject({ providerId: null });
  });

  test("is its number also where two are made at once: one is, the other hears of it", async () => {
    const calls = await Promise.allSettled([1, 2].map(() => made({ providerId, contractNumber: "TWICE" })));
    const stored = calls.filter((call) => call.status === "fulfilled").map((call) => call.value.contractId);
    expect(stored).toHaveLength(1);
    expect(calls.find((call) => call.status === "rejected")?.reason.problem).toMatchObject({
      code: "DUPLICATE",
      existingId: stored[0],
    });
  });

  test("is its id in another system", async () => {
    const withReferences = (...externalReferences: { system: string; id: string }[]) =>
      made({ origin: { sourceSystem: "OTHER", externalReferences } });
    const first = await withReferences({ system: "dms", id: "1" }, { system: "dms", id: "2" });
    const call = withReferences({ system: "crm", id: "1" }, { system: "dms", id: "2" });
    expect(await refusalOf(call)).toMatchObject({
      code: "DUPLICATE",
      existingId: first.contractId,
      fields: [{ path: "origin.externalReferences.1.id", code: "DUPLICATE" }],
    });
    expect(await withReferences({ system: "crm", id: "1" })).toMatchObject({ version: 1 });
  });
});

describe("a contract that has expired from its first moment", async () => {
  const over = { startDate: "2025-02-01", endDate: "2026-01-31", termMonths: null };
  const warned = ({ contract, warnings }: ContractResult) => [
    contract.effectiveStatus,
    ...warnings.map(({ code, fields }) => `${fields[0]?.path} ${code}`),
  ];
  const make = async (facts: Partial<ContractInput>) => create(await aContractInput(group, facts));

  test("is warned of where it is sold so, by its limit, and not where it is taken over", async () => {
    const status = "PENDING";
    expect(warned(await make({ ...over, status }))).toEqual(["EXPIRED", "endDate EXPIRED_AT_ONCE"]);
    const { vehicleId } = await aVehicle(group);
    const odometer = { value: 72_001, unit: "KM" as const };
    await group.change(recordOdometer, { vehicleId, odometer, date: "2026-03-02", source: "workshop" });
    const expected = ["EXPIRED", "distance.endOdometer EXPIRED_AT_ONCE"];
    expect(warned(await make({ vehicleId, status }))).toEqual(expected);
    expect(warned(await make({ ...over, status: "ACTIVE" }))).toEqual(["EXPIRED"]);
  });

  test("is warned of where it is sold, not while it is a quote", async () => {
    const quote = await make(over);
    expect(warned(quote)).toEqual(["DRAFT"]);
    const { contractId, version } = quote.contract;
    const sold = await group.change(submitContract, { contractId, version });
    expect(warned(sold)).toEqual(["EXPIRED", "endDate EXPIRED_AT_ONCE"]);
  });
});

describe("two contracts of a type on one vehicle", () => {
  test("are a warning where they share a day, and nothing where they do not", async () => {
    const vehicle = await aVehicle(group);
    const on = (facts: Partial<ContractInput>) =>
      aContractInput(group, { vehicleId: vehicle.vehicleId, status: "PENDING", ...facts });
    const first = await create(await on({ contractNumber: "FIRST", termMonths: 12 }));
    expect(first.warnings).toEqual([]);
    const lastDay = await create(await on({ startDate: "2027-01-31", saleDate: null }));
    expect(lastDay.warnings).toEqual([
      {
        code: "OVERLAP",
        message: expect.stringContaining("FIRST"),
        fields: [expect.objectContaining({ path: "startDate", code: "OVERLAP" })],
      },
    ]);
    const before = { endDate: "2026-01-31", startDate: "2025-02-01", termMonths: null };
    expect((await create(await on({ ...before, status: "DRAFT" }))).warnings).toEqual([]);
    expect((await create(await on({ type: "SERVICE_PLAN" }))).warnings).toEqual([]);
  });
});
