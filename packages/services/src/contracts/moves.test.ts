import type {
  Contract,
  ContractInput,
  ContractResult,
  RevisionAction,
} from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../actor.ts";
import {
  aClock,
  aContract,
  aDealerGroup,
  anActiveContract,
  aPendingContract,
  aVehicle,
  faultsOf,
  historyOf,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { activateContract } from "./activate.ts";
import { addNote } from "./add-note.ts";
import { extendContract } from "./extend.ts";
import { getContract } from "./get.ts";
import { reinstateContract } from "./reinstate.ts";
import { resumeContract } from "./resume.ts";
import { suspendContract } from "./suspend.ts";
import { updateContract } from "./update.ts";
import { voidContract } from "./void.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");
beforeEach(() => clock.set(monday));

type At = { contractId: string; version: number };
const at = ({ contractId, version }: At): At => ({ contractId, version });
type Moved = At & { reason?: string };
const moves = {
  activate: activateContract,
  suspend: suspendContract,
  resume: resumeContract,
  void: voidContract,
  reinstate: reinstateContract,
};
const move = (name: keyof typeof moves, input: Moved, actor?: Actor) =>
  group.change(moves[name], input, actor).then(({ contract }) => contract);
const extend = (input: At & { months?: number; endDate?: string }) =>
  group.change(extendContract, input).then(({ contract }) => contract);
const note = (input: At & { note: string }) => group.change(addNote, input).then(({ contract }) => contract);
const why = { reason: "Agreed on the telephone" };
const read = (contractId: string) => group.ask(getContract, { contractId });
const lastOf = async (contractId: string) => (await historyOf(group, contractId)).at(-1);

/** Sold from 2026-02-01 to 2029-01-31, from 12,000 to 72,000 km, at odometers that are recorded afterwards. */
async function withReadings(
  make: (facts: Partial<ContractInput>) => Promise<Contract>,
  ...odometers: { value: number; correction?: boolean }[]
): Promise<Contract> {
  const { vehicleId } = await aVehicle(group);
  const { contractId } = await make({ vehicleId });
  for (const { value, correction = false } of odometers) await drive(vehicleId, value, correction);
  return read(contractId);
}
const drive = (vehicleId: string, value: number, correction = false) =>
  group.change(recordOdometer, {
    vehicleId,
    odometer: { value, unit: "KM" as const },
    date: "2026-03-01",
    source: "workshop",
    correction,
  });

describe("the moves of the life cycle are written with a revision of their own", () => {
  test("activate, suspend, resume: each says what it did, why, and by whom", async () => {
    const sold = await aPendingContract(group);
    const active = await move("activate", at(sold));
    const suspended = await move("suspend", { ...at(active), ...why });
    const resumed = await move("resume", { ...at(suspended), reason: " Found again " });
    expect([active, suspended, resumed].map(({ status, version }) => [status, version])).toEqual([
      ["ACTIVE", 2],
      ["SUSPENDED", 3],
      ["ACTIVE", 4],
    ]);
    const told = (await historyOf(group, sold.contractId)).slice(1);
    expect(told.map(({ action, reason }) => [action, reason])).toEqual([
      ["contract.activated", null],
      ["contract.suspended", "Agreed on the telephone"],
      ["contract.resumed", "Found again"],
    ]);
    expect(told[1]).toMatchObject({
      actor: { kind: "USER", name: "Ann Advisor" },
      changes: [{ field: "status", before: "ACTIVE", after: "SUSPENDED" }],
    });
  });

  test("resuming does not move the end: a contract whose end has come meanwhile is EXPIRED", async () => {
    const suspended = await move("suspend", { ...at(await anActiveContract(group)), ...why });
    clock.set("2029-02-01T09:00:00.000Z");
    expect(await move("resume", { ...at(suspended), ...why })).toMatchObject({
      status: "EXPIRED",
      endDate: "2029-01-31",
    });
  });

  test("what is sold and has run out before anybody activated it is EXPIRED by the move", async () => {
    const sold = await withReadings((facts) => aPendingContract(group, facts), { value: 72_001 });
    expect(sold).toMatchObject({ status: "PENDING", effectiveStatus: "EXPIRED" });
    expect(await move("activate", at(sold))).toMatchObject({ status: "EXPIRED" });
  });

  test("void takes a draft, what waits and what runs, and is final", async () => {
    for (const make of [aContract, aPendingContract, anActiveContract]) {
      const voided = await move("void", { ...at(await make(group)), reason: "Sold in error" });
      expect(voided).toMatchObject({ status: "VOID", effectiveStatus: "VOID" });
      expect(await lastOf(voided.contractId)).toMatchObject({
        action: "contract.voided",
        reason: "Sold in error",
      });
      expect(await faultsOf(move("void", { ...at(voided), ...why }))).toEqual({ status: "WRONG_STATUS" });
    }
  });

  test("extended by months a term grows and is counted from the start; to a day, it is none any more", async () => {
    const active = await anActiveContract(group, { startDate: "2026-01-31", termMonths: 2 });
    expect(active.endDate).toBe("2026-03-30");
    const grown = await extend({ ...at(active), months: 1 });
    expect(grown).toMatchObject({ endDate: "2026-04-30", termMonths: 3, status: "ACTIVE" });
    const toDay = await extend({ ...at(grown), endDate: "2026-05-15" });
    expect(toDay).toMatchObject({ endDate: "2026-05-15", termMonths: null });
    expect(await lastOf(active.contractId)).toMatchObject({
      action: "contract.extended",
      changes: [
        { field: "endDate", before: "2026-04-30", after: "2026-05-15" },
        { field: "termMonths", before: 3, after: null },
      ],
    });
  });

  test("a corrected reading leads back from EXPIRED, once it is within the limits again", async () => {
    const expired = await move(
      "activate",
      at(await withReadings((facts) => aPendingContract(group, facts), { value: 82_000 })),
    );
    expect(await faultsOf(move("reinstate", at(expired)))).toEqual({ status: "NO_CORRECTION" });
    await drive(expired.vehicleId, 72_500, true);
    expect(await faultsOf(move("reinstate", at(expired)))).toEqual({ distance: "RUN_OUT" });
    await drive(expired.vehicleId, 28_000, true);
    expect((await read(expired.contractId)).effectiveStatus).toBe("EXPIRED");
    expect(await move("reinstate", at(expired))).toMatchObject({
      status: "ACTIVE",
      effectiveStatus: "ACTIVE",
    });
    expect(await lastOf(expired.contractId)).toMatchObject({ action: "contract.reinstated" });
  });

  test("a correction of before it expired is none since", async () => {
    const pending = await withReadings((facts) => aPendingContract(group, facts), {
      value: 14_000,
      correction: true,
    });
    clock.set("2029-02-01T09:00:00.000Z");
    const expired = await move("activate", at(pending));
    expect(expired.status).toBe("EXPIRED");
    expect(await faultsOf(move("reinstate", at(expired)))).toEqual({ status: "NO_CORRECTION" });
  });
});

describe("each guard refuses with its rule", () => {
  const early = () => aPendingContract(group, { startDate: "2026-03-03" });
  const inProvidersHands = () => aPendingContract(group, { awaitingProvider: true });
  const openEnded = () => anActiveContract(group, { termMonths: null, openEnded: true });
  test.each<[string, () => Promise<unknown>, Record<string, string>]>([
    [
      "a draft is not activated",
      async () => move("activate", at(await aContract(group))),
      { status: "WRONG_STATUS" },
    ],
    [
      "nothing starts before its day",
      async () => move("activate", at(await early())),
      { startDate: "NOT_STARTED" },
    ],
    [
      "nor without the provider",
      async () => move("activate", at(await inProvidersHands())),
      { awaitingProvider: "AWAITING_PROVIDER" },
    ],
    [
      "what waits is not suspended",
      async () => move("suspend", { ...at(await early()), ...why }),
      { status: "WRONG_STATUS" },
    ],
    [
      "suspending takes a reason",
      async () => move("suspend", at(await anActiveContract(group))),
      { reason: "REASON_MISSING" },
    ],
    [
      "a blank one is none",
      async () => move("void", { ...at(await anActiveContract(group)), reason: " " }),
      { reason: "REASON_MISSING" },
    ],
    [
      "what runs is not resumed",
      async () => move("resume", { ...at(await anActiveContract(group)), ...why }),
      { status: "WRONG_STATUS" },
    ],
    [
      "nor reinstated",
      async () => move("reinstate", at(await anActiveContract(group))),
      { status: "WRONG_STATUS" },
    ],
    [
      "a draft is not extended",
      async () => extend({ ...at(await aContract(group)), months: 1 }),
      { status: "WRONG_STATUS" },
    ],
    [
      "nor what has no end",
      async () => extend({ ...at(await openEnded()), months: 1 }),
      { endDate: "OPEN_ENDED" },
    ],
    [
      "an end moves out alone",
      async () => extend({ ...at(await anActiveContract(group)), endDate: "2029-01-31" }),
      { endDate: "END_NOT_LATER" },
    ],
    [
      "and not beyond the last date there is",
      async () =>
        extend({ ...at(await anActiveContract(group)), months: 1_200 })
          .then((one) => extend({ ...at(one), endDate: "2999-12-31" }))
          .then((one) => extend({ ...at(one), months: 1 })),
      { months: "END_TOO_LATE" },
    ],
  ])("%s", async (_, call, faults) => {
    expect(await faultsOf(call())).toEqual(faults);
  });

  test("a contract that has been used was valid: it is not voided until that is reversed", async () => {
    const active = await anActiveContract(group);
    const used = (units: number) =>
      database.write(group.enterpriseId, (tx) =>
        tx.execute(
          sql`update contract set used = ${JSON.stringify({ allowances: { OIL: units }, amounts: {} })}::text::jsonb
            where enterprise_id = ${group.enterpriseId} and contract_id = ${active.contractId}`,
        ),
      );
    await used(1);
    expect(await faultsOf(move("void", { ...at(active), ...why }))).toEqual({ usage: "USAGE_EXISTS" });
    await used(0);
    expect(await move("void", { ...at(active), ...why })).toMatchObject({ status: "VOID" });
  });
});

describe("notes", () => {
  test("are appended, each on a line of its own", async () => {
    const first = await note({ ...at(await anActiveContract(group)), note: "Wants a courtesy car" });
    const second = await note({ ...at(first), note: "Is back on Friday" });
    expect(second.notes).toBe("Wants a courtesy car\nIs back on Friday");
    expect(await lastOf(second.contractId)).toMatchObject({
      action: "contract.noted",
      changes: [{ field: "notes", before: "Wants a courtesy car", after: second.notes }],
    });
  });

  test("are taken in final states, which take nothing else", async () => {
    const voided = await move("void", { ...at(await anActiveContract(group)), ...why });
    expect(await note({ ...at(voided), note: "Money is back" })).toMatchObject({
      status: "VOID",
      notes: "Money is back",
      version: voided.version + 1,
    });
  });

  test("have room for 5,000 characters, and what is more is refused, not cut", async () => {
    const full = await note({ ...at(await anActiveContract(group)), note: "x".repeat(4_990) });
    expect(await faultsOf(note({ ...at(full), note: "0123456789" }))).toEqual({ note: "NOTES_FULL" });
    expect((await note({ ...at(full), note: "012345678" })).notes).toHaveLength(5_000);
  });
});

describe("who and when", () => {
  const all: [string, (one: Moved, actor?: Actor) => Promise<unknown>, RevisionAction][] = [
    ["activate", (one, actor) => move("activate", one, actor), "contract.activated"],
    ["suspend", (one, actor) => move("suspend", { ...one, ...why }, actor), "contract.suspended"],
    ["void", (one, actor) => move("void", { ...one, ...why }, actor), "contract.voided"],
    [
      "extend",
      (one, actor) => group.change(extendContract, { ...one, months: 1 }, actor),
      "contract.extended",
    ],
    ["addNote", (one, actor) => group.change(addNote, { ...one, note: "n" }, actor), "contract.noted"],
  ];

  test.each(all)("%s takes an advisor of the contract's store, and is nobody else's", async (_, call) => {
    const ofLeeds = at(await aPendingContract(group, { storeId: group.leeds.storeId }));
    expect(await refusalOf(call(ofLeeds, group.viewer))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(call(ofLeeds, group.advisorOfHamburg))).toMatchObject({ code: "FORBIDDEN" });
    const ofNobody = await refusalOf(call({ contractId: newId(), version: 1 }));
    expect(ofNobody).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusalOf(call(at(await aPendingContract(stranger))))).toEqual(ofNobody);
  });

  test.each(all)(
    "%s at a version that is no longer the contract's says who changed what",
    async (_, call) => {
      const sold = await aPendingContract(group);
      await group.change(updateContract, { ...at(sold), changes: { description: "Drive Secure" } });
      expect(await refusalOf(call(at(sold)))).toMatchObject({
        code: "STALE_VERSION",
        current: { version: 2 },
        changedSince: [{ field: "description", by: { name: "Ann Advisor" } }],
      });
    },
  );

  test.each(all)("two who %s at once do it once", async (_, call, action) => {
    const sold = await aPendingContract(group);
    const calls = await Promise.allSettled([call(at(sold)), call(at(sold), group.advisorOfHamburg)]);
    expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const told = await historyOf(group, sold.contractId);
    expect(told.map((entry) => entry.action)).toEqual(["contract.created", action]);
  });

  test("the day is that of the contract's store: at 23:30 in Leeds it starts tomorrow, in Hamburg it has", async () => {
    clock.set("2026-06-14T22:30:00.000Z");
    const make = (storeId: string, currency: string) =>
      aPendingContract(group, {
        storeId,
        startDate: "2026-06-15",
        price: { grossMinor: 1, currency },
      });
    const inLeeds = await make(group.leeds.storeId, "GBP");
    const inHamburg = await make(group.hamburg.storeId, "EUR");
    expect(await faultsOf(move("activate", at(inLeeds)))).toEqual({ startDate: "NOT_STARTED" });
    expect((await move("activate", at(inHamburg))).status).toBe("ACTIVE");
    clock.set("2026-06-14T23:00:00.000Z");
    expect((await move("activate", at(inLeeds))).status).toBe("ACTIVE");
  });

  test("a move answers the warnings of the contract as an update does", async () => {
    const { vehicleId } = await aVehicle(group);
    await anActiveContract(group, { vehicleId });
    const result: ContractResult = await group.change(
      activateContract,
      at(await aPendingContract(group, { vehicleId })),
    );
    expect(result.warnings.map(({ code }) => code)).toEqual(["OVERLAP"]);
  });
});
