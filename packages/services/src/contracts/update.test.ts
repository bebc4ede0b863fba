import type { Contract, ContractChanges } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { describe, expect, test } from "vitest";
import {
  aClock,
  aContract,
  aDealerGroup,
  anActiveContract,
  aParty,
  aPendingContract,
  aProvider,
  aVehicle,
  faultsOf,
  historyOf,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { getContract } from "./get.ts";
import { updateContract } from "./update.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

type At = { contractId: string; version: number };
const update = ({ contractId, version }: At, changes: ContractChanges, actor = group.advisor) =>
  group.change(updateContract, { contractId, version, changes }, actor);
const updated = async (contract: At, changes: ContractChanges) => (await update(contract, changes)).contract;
const correct = (
  { contractId, version }: At,
  changes: ContractChanges,
  actor = group.administrator,
  reason = "The price list was last year's",
) => group.change(updateContract, { contractId, version, changes, correction: { reason } }, actor);
const current = (contractId: string) => group.ask(getContract, { contractId });

describe("a change", () => {
  test("touches only the fields given", async () => {
    const before = await aContract(group, { notes: "Call back", description: "Drive Secure" });
    clock.set("2026-03-02T10:00:00.000Z");
    const after = await updated(before, { notes: "Called" });
    clock.set(monday);
    expect(after).toEqual({
      ...before,
      notes: "Called",
      version: 2,
      updatedAt: "2026-03-02T10:00:00.000Z",
    });
  });

  test("clears what is given as null, and takes the defaults there", async () => {
    const before = await aContract(group, {
      notes: "Call back",
      plan: { code: "DS36", version: 2 },
      waitingDays: 14,
      coverage: [{ code: "*", treatment: "COVERED", partsPercent: 100, labourPercent: 100 }],
      deductible: { kind: "PER_VISIT", amount: { amountMinor: 100, currency: "EUR" } },
      origin: { sourceSystem: "EVA", externalReferences: [{ system: "eva", id: newId() }] },
    });
    const cleared = await updated(before, {
      notes: null,
      plan: null,
      providerId: null,
      parties: null,
      saleDate: null,
      endDate: null,
      waitingDays: null,
      distance: null,
      engineHours: null,
      coverage: null,
      deductible: null,
      price: null,
      origin: null,
    });
    expect(cleared).toMatchObject({
      notes: null,
      plan: null,
      providerId: null,
      parties: [],
      saleDate: null,
      endDate: null,
      termMonths: null,
      waitingDays: 0,
      distance: { kind: "unknown" },
      engineHours: { kind: "unlimited" },
      coverage: [],
      deductible: { kind: "NONE" },
      price: null,
      origin: { sourceSystem: "NATIVE", externalReferences: [] },
    });
  });

  test("without a difference writes nothing: same version, no entry", async () => {
    const before = await aContract(group, { notes: "Call back" });
    const { parties, price, distance, notes } = before;
    expect(await updated(before, {})).toEqual(before);
    expect(await updated(before, { parties, price, distance, notes })).toEqual(before);
    expect(await historyOf(group, before.contractId)).toHaveLength(1);
  });

  test("of the start moves the end, and the first day of those who were there from the start", async () => {
    const payer = await aParty(group);
    const before = await aContract(group, {
      parties: [
        { role: "HOLDER", partyId: (await aParty(group)).partyId },
        { role: "PAYER", partyId: payer.partyId, from: "2026-02-15" },
      ],
    });
    const after = await updated(before, { startDate: "2026-02-10" });
    expect(after).toMatchObject({ startDate: "2026-02-10", endDate: "2029-02-09", termMonths: 36 });
    expect(after.parties.map(({ from }) => from)).toEqual(["2026-02-10", "2026-02-15"]);
  });

  test("of the months moves the end, and of the end alone drops the months", async () => {
    const before = await aContract(group);
    const shorter = await updated(before, { termMonths: 12 });
    expect(shorter).toMatchObject({ endDate: "2027-01-31", termMonths: 12 });
    expect(await updated(shorter, { endDate: "2027-02-28" })).toMatchObject({
      endDate: "2027-02-28",
      termMonths: null,
    });
  });

  test("of both that do not agree is refused, as is an end for what is open-ended", async () => {
    const before = await aContract(group);
    expect(await faultsOf(update(before, { termMonths: 12, endDate: "2027-02-01" }))).toEqual({
      endDate: "TERM_MISMATCH",
    });
    expect(await faultsOf(update(before, { openEnded: true }))).toEqual({ endDate: "OPEN_ENDED_WITH_END" });
    expect(await updated(before, { openEnded: true, endDate: null, termMonths: null })).toMatchObject({
      openEnded: true,
      endDate: null,
    });
  });

  test("does not take away what a sold contract needs", async () => {
    const sold = await aPendingContract(group, { startDate: "2026-04-01" });
    expect(await faultsOf(update(sold, { parties: [] }))).toEqual({ parties: "HOLDER_MISSING" });
    expect(await faultsOf(update(sold, { providerId: null }))).toEqual({ providerId: "PROVIDER_MISSING" });
    expect(await faultsOf(correct(sold, { startDate: null, endDate: null }))).toMatchObject({
      startDate: "START_MISSING",
    });
  });

  test("of a draft may take it to another vehicle and store, of which it copies what lists need", async () => {
    const draft = await aContract(group);
    const other = await aVehicle(group);
    const moved = await updated(draft, { vehicleId: other.vehicleId, storeId: group.leeds.storeId });
    const read = await current(moved.contractId);
    expect(read).toMatchObject({ vehicle: { vin: other.vin }, store: { name: "Leeds" } });
  });

  test("names only what is there, with the path", async () => {
    const draft = await aContract(group);
    for (const [path, changes] of [
      ["storeId", { storeId: newId() }],
      ["vehicleId", { vehicleId: newId() }],
      ["providerId", { providerId: newId() }],
      ["parties.0.partyId", { parties: [{ role: "HOLDER", partyId: newId() }] }],
    ] as const)
      expect(await refusalOf(update(draft, changes as ContractChanges)), path).toMatchObject({
        code: "NOT_FOUND",
        fields: [{ path }],
      });
  });

  test("takes a number and an outside id only where they are free", async () => {
    const { providerId } = await aProvider(group);
    const taken = await aContract(group, {
      providerId,
      contractNumber: "N-1",
      origin: { externalReferences: [{ system: "dms", id: "1" }] },
    });
    const other = await aContract(group, { providerId, contractNumber: "N-2" });
    expect(await refusalOf(update(other, { contractNumber: "N-1" }))).toMatchObject({
      code: "DUPLICATE",
      existingId: taken.contractId,
    });
    expect(
      await refusalOf(update(other, { origin: { externalReferences: [{ system: "dms", id: "1" }] } })),
    ).toMatchObject({ code: "DUPLICATE", existingId: taken.contractId });
    const elsewhere = await aContract(group, { contractNumber: "N-1" });
    expect(await refusalOf(update(elsewhere, { providerId }))).toMatchObject({
      code: "DUPLICATE",
      existingId: taken.contractId,
    });
    const freed = await updated(taken, { contractNumber: null, origin: null });
    expect(freed.contractNumber).toBeNull();
    expect(
      await updated(other, {
        contractNumber: "N-1",
        origin: { externalReferences: [{ system: "dms", id: "1" }] },
      }),
    ).toMatchObject({ contractNumber: "N-1" });
  });

  test("warns of an overlap that it brings about", async () => {
    const { vehicleId } = await aVehicle(group);
    await aPendingContract(group, { vehicleId, termMonths: 12 });
    const next = await aContract(group, { vehicleId, startDate: "2027-02-01" });
    const { warnings } = await update(next, { startDate: "2027-01-31" });
    expect(warnings).toMatchObject([{ code: "OVERLAP" }]);
  });
});

describe("who may change a contract", () => {
  test("is not a viewer, nor an advisor of another store", async () => {
    const ofLeeds = await aContract(group, { storeId: group.leeds.storeId });
    for (const actor of [group.viewer, group.advisorOfHamburg])
      expect(await refusalOf(update(ofLeeds, { notes: "Mine" }, actor))).toMatchObject({ code: "FORBIDDEN" });
    for (const changes of [{}, { storeId: group.hamburg.storeId }])
      expect(await refusalOf(update(ofLeeds, changes, group.advisorOfHamburg))).toMatchObject({
        code: "FORBIDDEN",
      });
    const ofHamburg = await aContract(group);
    expect(
      await refusalOf(update(ofHamburg, { storeId: group.leeds.storeId }, group.advisorOfHamburg)),
    ).toMatchObject({ code: "FORBIDDEN" });
  });

  test("is not a stranger, to whom it is not there", async () => {
    const theirs = await aContract(stranger);
    expect(await refusalOf(update(theirs, { notes: "Mine" }))).toEqual(
      await refusalOf(update({ contractId: newId(), version: 1 }, { notes: "Mine" })),
    );
    expect(await stranger.ask(getContract, { contractId: theirs.contractId })).toMatchObject({ version: 1 });
  });
});

describe("a change of what has changed meanwhile", () => {
  test("is refused, with the current contract and the last change of each field since, by whom", async () => {
    const read = await aContract(group);
    clock.set("2026-03-02T10:00:00.000Z");
    await update(read, { notes: "First", description: "Mine" });
    clock.set("2026-03-02T11:00:00.000Z");
    await update({ ...read, version: 2 }, { notes: "Second" }, group.program);
    clock.set(monday);
    const problem = await refusalOf(update(read, { notes: "Late" }));
    expect(problem).toMatchObject({
      code: "STALE_VERSION",
      current: { contractId: read.contractId, version: 3, notes: "Second", description: "Mine" },
    });
    expect("changedSince" in problem && problem.changedSince).toEqual([
      {
        field: "description",
        at: "2026-03-02T10:00:00.000Z",
        by: { kind: "USER", id: group.advisor.id, name: "Ann Advisor", onBehalfOf: null },
      },
      {
        field: "notes",
        at: "2026-03-02T11:00:00.000Z",
        by: {
          kind: "API_CLIENT",
          id: group.program.id,
          name: "Workshop planner",
          onBehalfOf: { id: group.advisor.id, name: "Ann Advisor" },
        },
      },
    ]);
  });

  test("is refused for a version that is not there yet too", async () => {
    const read = await aContract(group);
    expect(await refusalOf(update({ ...read, version: 7 }, { notes: "Early" }))).toMatchObject({
      code: "STALE_VERSION",
      current: { version: 1 },
      changedSince: [],
    });
  });

  test("by fifty at once loses nothing: as many are taken as the version has grown", async () => {
    const { contractId } = await aContract(group);
    const client = async (name: number): Promise<number> => {
      const { version } = await current(contractId);
      const outcome = await update({ contractId, version }, { notes: `From ${name}` }).catch(
        (error: unknown) => error,
      );
      if (!(outcome instanceof Error)) return 1;
      expect(outcome).toMatchObject({ problem: { code: "STALE_VERSION" } });
      return 0;
    };
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, name) => client(name)));
    const accepted = outcomes.reduce((sum, one) => sum + one, 0);
    expect(accepted).toBeGreaterThan(0);
    expect(await current(contractId)).toMatchObject({ version: accepted + 1 });
    const entries = await historyOf(group, contractId);
    expect(entries.map(({ revision, version }) => [revision, version])).toEqual(
      Array.from({ length: accepted + 1 }, (_, index) => [index + 1, index + 1]),
    );
    const notes = entries.slice(1).map(({ changes }) => changes[0]?.after);
    expect(new Set(notes).size).toBe(accepted);
  });
});

/** For each field a value that differs from the builder's. */
const otherValues = async (): Promise<Required<Omit<ContractChanges, "termMonths" | "openEnded">>> => ({
  storeId: group.leeds.storeId,
  vehicleId: (await aVehicle(group)).vehicleId,
  type: "GOODWILL",
  contractNumber: newId(),
  description: "Other",
  notes: "Other",
  providerId: (await aProvider(group)).providerId,
  plan: { code: "OTHER", version: 1 },
  parties: [{ role: "HOLDER", partyId: (await aParty(group)).partyId }],
  saleDate: "2026-01-21",
  startDate: "2026-02-02",
  endDate: "2028-12-31",
  waitingDays: 1,
  awaitingProvider: true,
  distance: { kind: "unlimited" },
  engineHours: { kind: "unknown" },
  coverage: [{ code: "ENGINE", treatment: "EXCLUDED" }],
  allowances: [{ code: "OIL", quantity: 1 }],
  deductible: { kind: "PER_CLAIM", amount: { amountMinor: 1, currency: "EUR" } },
  price: { grossMinor: 1, currency: "EUR" },
  paid: { amountMinor: 0, currency: "EUR" },
  refundRuleSet: { code: "OKLAHOMA", version: 1 },
  transferPolicy: { kind: "NONE" },
  origin: { sourceSystem: "EVA" },
});
const fields = [
  ...["storeId", "vehicleId", "type", "contractNumber", "description", "notes", "providerId", "plan"],
  ...["parties", "saleDate", "startDate", "endDate", "waitingDays", "awaitingProvider", "distance"],
  ...["engineHours", "coverage", "allowances", "deductible", "price", "paid"],
  ...["refundRuleSet", "transferPolicy", "origin"],
] as (keyof Awaited<ReturnType<typeof otherValues>>)[];

const whileActive = ["contractNumber", "description", "notes", "paid", "origin"];

describe("the fields of a contract", () => {
  test.each<[string, string[], () => Promise<Contract>]>([
    ["a draft", fields, () => aContract(group)],
    [
      "what is sold and starts later",
      fields.filter((field) => field !== "storeId" && field !== "vehicleId"),
      () => aPendingContract(group, { startDate: "2026-04-01" }),
    ],
    ["what is active", whileActive, () => anActiveContract(group)],
    ["what is stored pending and effectively active", whileActive, () => aPendingContract(group)],
    ["what is expired", ["notes"], () => anActiveContract(group, { startDate: "2023-01-01" })],
    [
      "what is stored active and effectively expired",
      ["notes"],
      async () => {
        clock.set("2025-03-02T09:00:00.000Z");
        const active = await anActiveContract(group, { startDate: "2023-01-01" });
        clock.set(monday);
        return active;
      },
    ],
  ])("of %s may be changed as far as they are not fixed", async (_, free, make) => {
    const others = await otherValues();
    const refusing = await make();
    for (const field of fields)
      if (free.includes(field))
        expect((await update(await make(), { [field]: others[field] })).contract.version, field).toBe(2);
      else
        expect(await faultsOf(update(refusing, { [field]: others[field] })), field).toMatchObject({
          [field]: "FIELD_FIXED",
        });
  });

  test("what is fixed is said before what would be wrong in it", async () => {
    const active = await anActiveContract(group);
    expect(await faultsOf(update(active, { openEnded: true }))).toEqual({ openEnded: "FIELD_FIXED" });
    const price = { netMinor: 1, taxRate: 19, grossMinor: 1_000, currency: "EUR" };
    expect(await faultsOf(update(active, { price, notes: "Fine" }))).toEqual({ price: "FIELD_FIXED" });
    const sold = await aPendingContract(group, { startDate: "2026-04-01" });
    expect(await faultsOf(update(sold, { openEnded: true }))).toEqual({ endDate: "OPEN_ENDED_WITH_END" });
  });

  test("a start that is cleared is all that a sold contract lacks then", async () => {
    const sold = await aPendingContract(group, { startDate: "2026-04-01" });
    expect(await faultsOf(update(sold, { startDate: null }))).toEqual({ startDate: "START_MISSING" });
  });

  test("a sold contract keeps its currency", async () => {
    const sold = await aPendingContract(group, { startDate: "2026-04-01" });
    expect(await faultsOf(update(sold, { price: { grossMinor: 1, currency: "GBP" } }))).toEqual({
      "price.currency": "FIELD_FIXED",
    });
  });

  test("an active contract may get a payer, for only its holder is fixed", async () => {
    const active = await anActiveContract(group);
    const parties = [
      ...active.parties,
      { role: "PAYER" as const, partyId: (await aParty(group)).partyId, from: null, to: null },
    ];
    expect((await updated(active, { parties })).parties).toHaveLength(2);
  });

  test("all fixed ones that were given are named at once, and not what would follow from them", async () => {
    const active = await anActiveContract(group);
    expect(await faultsOf(update(active, { termMonths: 48 }))).toEqual({ termMonths: "FIELD_FIXED" });
    // the end and the holder's first day would follow the start
    expect(await faultsOf(update(active, { startDate: "2026-05-01" }))).toEqual({ startDate: "FIELD_FIXED" });
    expect(await faultsOf(update(active, { type: "GOODWILL", waitingDays: 3, notes: "Fine" }))).toEqual({
      type: "FIELD_FIXED",
      waitingDays: "FIELD_FIXED",
    });
  });
});

describe("a correction", () => {
  test("puts a sold term right, and the history says that it is one, and why", async () => {
    const active = await anActiveContract(group);
    const { contract } = await correct(active, {
      price: { grossMinor: 90_000, taxRate: 19, currency: "EUR" },
    });
    expect(contract.price?.grossMinor).toBe(90_000);
    expect((await historyOf(group, active.contractId)).at(-1)).toMatchObject({
      action: "contract.corrected",
      reason: "The price list was last year's",
      actor: { id: group.administrator.id },
      changes: [{ field: "price", before: { grossMinor: 100_000 }, after: { grossMinor: 90_000 } }],
    });
  });

  test("is an administrator's, and those who may do what one may do", async () => {
    const active = await anActiveContract(group);
    expect(await refusalOf(correct(active, { type: "GOODWILL" }, group.advisor))).toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await correct(active, { type: "GOODWILL" }, group.program)).contract.type).toBe("GOODWILL");
  });

  test.each(["storeId", "vehicleId", "price.currency"])("never changes %s", async (path) => {
    const active = await anActiveContract(group);
    const others = await otherValues();
    const changes = {
      storeId: { storeId: others.storeId },
      vehicleId: { vehicleId: others.vehicleId },
      "price.currency": { price: { grossMinor: 1, currency: "GBP" } },
    }[path];
    expect(await faultsOf(correct(active, changes ?? {}))).toEqual({ [path]: "FIELD_FIXED" });
  });

  test("does not open what is expired", async () => {
    const expired = await anActiveContract(group, { startDate: "2023-01-01" });
    expect(await faultsOf(correct(expired, { endDate: "2030-01-01" }))).toMatchObject({
      endDate: "FIELD_FIXED",
    });
  });
});
