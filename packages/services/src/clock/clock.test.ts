import type { Contract, ContractInput, Revision } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeEach, describe, expect, test } from "vitest";
import { getContract } from "../contracts/get.ts";
import { listContracts } from "../contracts/list.ts";
import { suspendContract } from "../contracts/suspend.ts";
import { verifyContractHistory } from "../contracts/verify-history.ts";
import {
  aClock,
  aContract,
  aDealerGroup,
  anActiveContract,
  aPendingContract,
  aStore,
  aVehicle,
  type DealerGroup,
  historyOf,
  monday,
} from "../testing/index.ts";
import { recordHours } from "../vehicles/record-hours.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { clockActor } from "./clock-actor.ts";
import { moveByClock } from "./move-by-clock.ts";

const clock = aClock();
const { database, open } = await testDatabase({ clock: clock.now });
beforeEach(() => clock.set(monday));

const aHouse = () => aDealerGroup(database, `House ${newId()}`);
const runIn = (group: DealerGroup, units = database) =>
  units
    .write(group.enterpriseId, (tx) => moveByClock(tx, clockActor(group.enterpriseId, "run-1")), {
      oneService: true,
    })
    .then(({ moved }) => moved);
const statusOf = async (group: DealerGroup, { contractId }: { contractId: string }) =>
  (await group.ask(getContract, { contractId })).status;
const toldOf = async (group: DealerGroup, { contractId }: { contractId: string }): Promise<Revision[]> =>
  (await historyOf(group, contractId)).slice(1);
const tomorrow = { startDate: "2026-03-03", termMonths: 12 };

describe("what is stored follows what is effective", () => {
  test("a start that is reached makes a sold contract ACTIVE, said by a job", async () => {
    const group = await aHouse();
    const sold = await aPendingContract(group, tomorrow);
    expect(await runIn(group)).toBe(0);
    clock.set("2026-03-03T09:00:00.000Z");
    expect(await runIn(group)).toBe(1);
    expect(await group.ask(getContract, sold)).toMatchObject({
      ...{ status: "ACTIVE", effectiveStatus: "ACTIVE", version: 2, updatedAt: "2026-03-03T09:00:00.000Z" },
    });
    expect(await toldOf(group, sold)).toMatchObject([
      {
        action: "contract.activated",
        revision: 2,
        version: 2,
        actor: { kind: "JOB", id: "contract-clock", name: "Clock", onBehalfOf: null },
        correlationId: "run-1",
        changes: [{ field: "status", before: "PENDING", after: "ACTIVE" }],
      },
    ]);
    expect(await group.ask(verifyContractHistory, sold)).toMatchObject({ intact: true, revisions: 2 });
  });

  test("an end that is passed makes it EXPIRED, also while it is suspended or waits for the provider", async () => {
    const group = await aHouse();
    const make = (facts: Partial<ContractInput>) => aPendingContract(group, { ...tomorrow, ...facts });
    clock.set("2026-03-03T09:00:00.000Z");
    const active = await anActiveContract(group, tomorrow);
    const { contract: suspended } = await group.change(suspendContract, {
      ...(await anActiveContract(group, tomorrow).then(({ contractId, version }) => ({
        contractId,
        version,
      }))),
      reason: "Stolen",
    });
    const awaited = await make({ awaitingProvider: true });
    clock.set("2027-03-02T09:00:00.000Z");
    expect(await runIn(group)).toBe(0);
    clock.set("2027-03-03T09:00:00.000Z");
    expect(await runIn(group)).toBe(3);
    for (const one of [active, suspended, awaited]) {
      expect(await statusOf(group, one)).toBe("EXPIRED");
      expect((await toldOf(group, one)).at(-1)).toMatchObject({ action: "contract.expired" });
    }
  });

  test("so does a distance or hours that are passed, from the start on", async () => {
    const group = await aHouse();
    const { vehicleId } = await aVehicle(group);
    const engineHours = { kind: "limited" as const, limit: 100, startHours: 0 };
    const distance = { kind: "unlimited" as const };
    const byDistance = await anActiveContract(group, { vehicleId });
    const byHours = await anActiveContract(group, { vehicleId, engineHours, distance });
    const later = await aPendingContract(group, { ...tomorrow, vehicleId });
    const within = await anActiveContract(group, { vehicleId, distance });
    const reading = { vehicleId, date: "2026-03-01", source: "workshop" };
    await group.change(recordOdometer, { ...reading, odometer: { value: 72_001, unit: "KM" as const } });
    await group.change(recordHours, { ...reading, hours: 101 });
    expect(await runIn(group)).toBe(2);
    expect(
      await Promise.all([byDistance, byHours, later, within].map((one) => statusOf(group, one))),
    ).toEqual(["EXPIRED", "EXPIRED", "PENDING", "ACTIVE"]);
    clock.set("2026-03-03T09:00:00.000Z");
    expect(await runIn(group)).toBe(1);
    expect(await toldOf(group, later)).toMatchObject([{ action: "contract.expired" }]);
  });

  test("a draft, what is final, and what the provider is awaited for are left alone", async () => {
    const group = await aHouse();
    await aContract(group);
    await aPendingContract(group, { awaitingProvider: true });
    await anActiveContract(group, { startDate: "2024-01-01", termMonths: 12 });
    expect(await runIn(group)).toBe(0);
  });

  test("a list by effective status never waits for it", async () => {
    const group = await aHouse();
    const sold = await aPendingContract(group, tomorrow);
    const listed = async () =>
      (await group.ask(listContracts, { filter: { effectiveStatus: ["ACTIVE"] } })).items.map(
        ({ contractId }) => contractId,
      );
    clock.set("2026-03-03T09:00:00.000Z");
    expect(await listed()).toEqual([sold.contractId]);
    expect(await statusOf(group, sold)).toBe("PENDING");
    await runIn(group);
    expect(await listed()).toEqual([sold.contractId]);
  });
});

describe("each store has its own day", () => {
  // Summer time begins in Berlin in the night of the start, and ends in Auckland a week later.
  test.each([
    ["Pacific/Auckland", "2026-03-29", "2026-03-28T10:59:59.999Z", "2026-03-28T11:00:00.000Z"],
    ["Pacific/Auckland", "2026-04-06", "2026-04-05T11:59:59.999Z", "2026-04-05T12:00:00.000Z"],
    ["Europe/Berlin", "2026-03-29", "2026-03-28T22:59:59.999Z", "2026-03-28T23:00:00.000Z"],
    ["Europe/Berlin", "2026-03-30", "2026-03-29T21:59:59.999Z", "2026-03-29T22:00:00.000Z"],
    ["America/Los_Angeles", "2026-11-01", "2026-11-01T06:59:59.999Z", "2026-11-01T07:00:00.000Z"],
    ["America/Los_Angeles", "2026-11-02", "2026-11-02T07:59:59.999Z", "2026-11-02T08:00:00.000Z"],
  ])("in %s %s begins with the first moment after %s", async (timeZone, startDate, before, after) => {
    const group = await aHouse();
    const { storeId } = await aStore(group, { timeZone });
    const sold = await aPendingContract(group, { storeId, startDate, termMonths: 12 });
    const ends = await anActiveContract(group, { storeId, termMonths: null, endDate: dayBefore(startDate) });
    clock.set(before);
    expect(await runIn(group)).toBe(0);
    clock.set(after);
    expect(await runIn(group)).toBe(2);
    expect([await statusOf(group, sold), await statusOf(group, ends)]).toEqual(["ACTIVE", "EXPIRED"]);
  });
});

describe("it is safe", () => {
  test("late: years afterwards what has started and ended meanwhile has expired, by one entry", async () => {
    const group = await aHouse();
    const sold = await aPendingContract(group, tomorrow);
    clock.set("2031-01-01T09:00:00.000Z");
    expect(await runIn(group)).toBe(1);
    expect(await toldOf(group, sold)).toMatchObject([
      { action: "contract.expired", changes: [{ before: "PENDING", after: "EXPIRED" }] },
    ]);
  });

  test("twice: what was moved is not moved again", async () => {
    const group = await aHouse();
    const sold = await aPendingContract(group, tomorrow);
    clock.set("2026-03-03T09:00:00.000Z");
    expect([await runIn(group), await runIn(group)]).toEqual([1, 0]);
    expect(await toldOf(group, sold)).toHaveLength(1);
  });

  test("on two machines at once: each contract is moved once, with one entry", async () => {
    const group = await aHouse();
    const other = open({ clock: clock.now });
    const sold: Contract[] = [];
    for (let made = 0; made < 12; made++) sold.push(await aPendingContract(group, tomorrow));
    clock.set("2026-03-03T09:00:00.000Z");
    const moved = await Promise.all([runIn(group), runIn(group, other), runIn(group), runIn(group, other)]);
    expect(moved.reduce((sum, count) => sum + count, 0)).toBe(12);
    for (const one of sold) expect(await toldOf(group, one)).toHaveLength(1);
  });

  test("beside people: a contract that somebody has in hand is left for the next run", async () => {
    const group = await aHouse();
    const sold = await aPendingContract(group, tomorrow);
    clock.set("2026-03-03T09:00:00.000Z");
    const inHand = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const person = database.write(group.enterpriseId, async (tx) => {
      const { contractId, version } = sold;
      await suspendContract(tx, group.advisor, { contractId, version, reason: "Stolen" });
      inHand.resolve();
      await done.promise;
    });
    await inHand.promise;
    expect(await runIn(group)).toBe(0);
    done.resolve();
    await person;
    expect(await runIn(group)).toBe(0);
    expect(await toldOf(group, sold)).toMatchObject([{ action: "contract.suspended" }]);
  });

  test("in one group it touches no other", async () => {
    const [one, other] = [await aHouse(), await aHouse()];
    const theirs = await aPendingContract(other, tomorrow);
    await aPendingContract(one, tomorrow);
    clock.set("2026-03-03T09:00:00.000Z");
    expect(await runIn(one)).toBe(1);
    expect(await statusOf(other, theirs)).toBe("PENDING");
  });
});

const dayBefore = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
