import type { ContractInput, RenewalQuestion } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "../actor.ts";
import { renewContract } from "../contracts/renew.ts";
import { voidContract } from "../contracts/void.ts";
import { newPlanVersion } from "../plans/new-version.ts";
import { releasePlan } from "../plans/release.ts";
import { retirePlan } from "../plans/retire.ts";
import { updatePlan } from "../plans/update.ts";
import {
  aClock,
  aDealerGroup,
  anActiveContract,
  aParty,
  aReadyPlan,
  aVehicle,
  type DealerGroup,
  faultsOf,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { countRenewals } from "./count.ts";
import { listRenewals } from "./list.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
beforeEach(() => clock.set(monday));

/** A group of its own, and a contract of it that ends on a day. */
async function aHouse(): Promise<DealerGroup & { ends: typeof ends; ids: typeof ids }> {
  const group = await aDealerGroup(database, `House ${newId()}`);
  async function ends(endDate: string, facts: Partial<ContractInput> = {}) {
    const dates = { startDate: "2025-02-01", termMonths: null, endDate };
    return (await anActiveContract(group, { ...dates, ...facts })).contractId;
  }
  async function ids(question: RenewalQuestion = {}, actor?: Actor) {
    const { items } = await group.ask(listRenewals, question, actor);
    const { count } = await group.ask(countRenewals, question, actor);
    expect(count).toBe(items.length);
    return items.map(({ contractId }) => contractId);
  }
  return { ...group, ends, ids };
}

test("what ends within the days asked is listed, the earliest first; both bounds are in", async () => {
  const { ends, ids } = await aHouse();
  const inAMonth = await ends("2026-04-01");
  const today = await ends("2026-03-02");
  const inAYear = await ends("2027-03-02");
  expect(await ids()).toEqual([today, inAMonth]);
  expect(await ids({ days: 30 })).toEqual([today, inAMonth]);
  expect(await ids({ days: 29 })).toEqual([today]);
  expect(await ids({ days: 0 })).toEqual([today]);
  expect(await ids({ days: 365 })).toEqual([today, inAMonth, inAYear]);
});

test("only what is effectively in force, or suspended, and has an end", async () => {
  const { ends, ids, ...group } = await aHouse();
  const { vehicleId } = await aVehicle(group);
  await ends("2026-04-01", { vehicleId });
  await ends("2026-04-01", { status: "DRAFT" });
  await ends("2026-04-01", { status: "PENDING", startDate: "2026-03-20" });
  await ends("2026-04-01", { status: "PENDING", awaitingProvider: true });
  await ends("2026-03-01");
  await anActiveContract(group, { termMonths: null, openEnded: true });
  const started = await ends("2026-04-02", { status: "PENDING" });
  expect(await ids()).toHaveLength(2);
  const beyond = { value: 72_001, unit: "KM" as const };
  await group.change(recordOdometer, { vehicleId, odometer: beyond, date: "2026-03-01", source: "workshop" });
  expect(await ids()).toEqual([started]);
});

test("what is renewed is no longer listed, unless its successor was voided", async () => {
  const { ends, ids, ...group } = await aHouse();
  const contractId = await ends("2026-04-01");
  const input = { idempotencyKey: newId(), contractId, version: 1 };
  const { contract: successor } = await group.change(renewContract, input);
  expect(await ids()).toEqual([]);
  await group.change(voidContract, {
    contractId: successor.contractId,
    version: 1,
    reason: "Changed his mind",
  });
  expect(await ids()).toEqual([contractId]);
});

test("what a renewal would be today is said: the plan's version and price now, its own where it has no plan of ours", async () => {
  const { ends, ids: _, ...group } = await aHouse();
  const { code, version } = await aReadyPlan(group);
  const { contractId } = await anActiveContract(group, {
    ...{ startDate: "2025-02-01", termMonths: null, endDate: "2026-04-01" },
    ...{ plan: { code, version }, price: { grossMinor: 50_000, currency: "EUR" } },
  });
  await ends("2026-04-02");
  const offers = async () => {
    const { items } = await group.ask(listRenewals, {});
    return items.map(({ offer }) => [offer?.plan?.version ?? offer?.plan, offer?.price?.amountMinor]);
  };
  expect(await offers()).toEqual([
    [1, 89_900],
    [null, 100_000],
  ]);
  const { plan: draft } = await group.change(
    newPlanVersion,
    { idempotencyKey: newId(), code },
    group.administrator,
  );
  const { plan: dearer } = await group.change(
    updatePlan,
    {
      ...{ code, version: draft.version, revision: draft.revision },
      changes: { prices: [{ grossMinor: 95_000, taxRate: "19", currency: "EUR" }] },
    },
    group.administrator,
  );
  // A draft is no offer.
  expect((await offers())[0]).toEqual([1, 89_900]);
  const { plan: ready } = await group.change(releasePlan, dearer, group.administrator);
  expect((await offers())[0]).toEqual([2, 95_000]);
  const { contract: successor } = await group.change(renewContract, {
    ...{ idempotencyKey: newId(), contractId, version: 1 },
  });
  expect([successor.plan?.version, successor.price?.grossMinor]).toEqual([2, 95_000]);
  await group.change(voidContract, { contractId: successor.contractId, version: 1, reason: "Not now" });
  await group.change(retirePlan, ready, group.administrator);
  expect(await offers()).toEqual([
    [undefined, undefined],
    [null, 100_000],
  ]);
});

test("each store counts from its own day", async () => {
  const { ends, ids, ...group } = await aHouse();
  clock.set("2026-03-01T23:30:00.000Z"); // Monday in Hamburg, Sunday still in Leeds
  const inLeeds = { storeId: group.leeds.storeId, price: { grossMinor: 1, currency: "GBP" } };
  const hamburg = await ends("2026-03-12");
  await ends("2026-03-12", inLeeds);
  const leeds = await ends("2026-03-11", inLeeds);
  expect(await ids({ days: 10 })).toEqual([leeds, hamburg]);
  await ends("2026-03-01");
  const lastDay = await ends("2026-03-01", inLeeds);
  expect(await ids({ days: 0 })).toEqual([lastDay]);
});

test("by store, by type, and by the stores granted; one that is not is refused", async () => {
  const { ends, ids, ...group } = await aHouse();
  const [hamburg, leeds] = [group.hamburg.storeId, group.leeds.storeId];
  const inHamburg = await ends("2026-04-01", { type: "SERVICE_PLAN" });
  const inLeeds = await ends("2026-04-02", { storeId: leeds, price: { grossMinor: 1, currency: "GBP" } });
  expect(await ids({ filter: { storeId: [leeds] } })).toEqual([inLeeds]);
  expect(await ids({ filter: { type: ["SERVICE_PLAN"] } })).toEqual([inHamburg]);
  expect(await ids({}, group.advisorOfHamburg)).toEqual([inHamburg]);
  expect(await ids({ filter: { storeId: [hamburg] } }, group.viewer)).toEqual([inHamburg]);
  const asked = (storeId: string, actor: Actor) =>
    refusalOf(group.ask(listRenewals, { filter: { storeId: [storeId] } }, actor));
  expect(await asked(leeds, group.advisorOfHamburg)).toMatchObject({ code: "FORBIDDEN" });
  expect(await asked(newId(), group.viewer)).toMatchObject({ code: "NOT_FOUND" });
});

test("each customer's consent is said channel by channel, and only who gave it is listed where one is asked", async () => {
  const { ends, ids, ...group } = await aHouse();
  const held = async (day: string, consent: object) => {
    const { partyId } = await aParty(group, { email: "erika@example.com", phone: "+49 40 1", consent });
    return ends(day, { parties: [{ role: "HOLDER", partyId }] });
  };
  const byMail = await held("2026-04-01", { email: true });
  const byAll = await held("2026-04-02", { email: true, phone: true, text: true, post: true });
  const byNone = await held("2026-04-03", {});
  expect(await ids()).toEqual([byMail, byAll, byNone]);
  expect(await ids({ filter: { consentFor: "email" } })).toEqual([byMail, byAll]);
  for (const consentFor of ["phone", "text", "post"] as const)
    expect(await ids({ filter: { consentFor } })).toEqual([byAll]);
  const [first] = (await group.ask(listRenewals, {})).items;
  expect(first).toMatchObject({
    daysLeft: 30,
    store: { name: "Hamburg" },
    vehicle: { make: "Volkswagen", model: "Golf" },
    holder: {
      name: "Erika Mustermann",
      email: "erika@example.com",
      consent: { email: true, phone: false, text: false, post: false },
    },
  });
});

test("pages go on from the last row, also where several end on one day", async () => {
  const { ends, ids, ...group } = await aHouse();
  for (const day of ["2026-04-01", "2026-04-01", "2026-04-01", "2026-04-02"]) await ends(day);
  const whole = await ids();
  const first = await group.ask(listRenewals, { limit: 2 });
  const second = await group.ask(listRenewals, { limit: 2, cursor: first.nextCursor });
  const found = [...first.items, ...second.items].map(({ contractId }) => contractId);
  expect(found).toEqual(whole);
  expect(second.nextCursor).toBeNull();
  const other = group.ask(listRenewals, { days: 10, cursor: first.nextCursor });
  expect(await faultsOf(other)).toEqual({ cursor: "NOT_ALLOWED" });
});

test("a group sees its own alone", async () => {
  const [one, other] = [await aHouse(), await aHouse()];
  const contractId = await one.ends("2026-04-01");
  expect(await other.ids()).toEqual([]);
  expect(await one.ids()).toEqual([contractId]);
});
