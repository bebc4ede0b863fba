import { TimeZone } from "@vehicle-contracts/contract-model";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import { getContract } from "../contracts/get.ts";
import { sessionOf } from "../session/me.ts";
import {
  aClock,
  aDealerGroup,
  anActiveContract,
  aStore,
  aStoreInput,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { createStore } from "./create.ts";
import { getStore } from "./get.ts";
import { listStores } from "./list.ts";
import { todayInZone } from "./today-in.ts";
import { updateStore } from "./update.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

type Changes = Parameters<typeof updateStore>[2]["changes"];
const update = ({ storeId, version }: { storeId: string; version: number }, changes: Changes) =>
  group.change(updateStore, { storeId, version, changes }, group.administrator);

test("a store is strict about VINs and runs on no other system unless said otherwise", async () => {
  const store = await aStore(group, { name: "Kiel", vinPolicy: null, system: null });
  expect(store).toEqual({
    storeId: expect.any(String),
    version: 1,
    ...aStoreInput({ name: "Kiel" }),
    vinPolicy: "strict",
    system: "NATIVE",
  });
});

test("a change touches what is given, and a stale one is refused with the current store", async () => {
  const before = await aStore(group);
  const { store } = await update(before, { name: "Bremen Nord" });
  expect(store).toEqual({ ...before, name: "Bremen Nord", version: 2 });
  expect((await update(store, { name: "Bremen Nord" })).store).toEqual(store);
  expect(await refusalOf(update(before, { name: "Bremen Süd" }))).toMatchObject({
    code: "STALE_VERSION",
    current: { storeId: before.storeId, version: 2 },
  });
});

test("a time zone that is taken can be reckoned with, whatever the machine calls one", async () => {
  const names = "UTC JST IST ACT CET GB EST5EDT europe/berlin Asia/Calcutta Etc/GMT+5".split(" ");
  const taken = [...Intl.supportedValuesOf("timeZone"), ...names].filter(
    (zone) => TimeZone.safeParse(zone).success,
  );
  expect(taken.length).toBeGreaterThan(400);
  expect(taken).toEqual(expect.arrayContaining(["UTC", "Europe/Berlin", "Pacific/Auckland"]));
  for (const zone of taken) expect(todayIn(zone, monday), zone).toMatch(/^2026-03-0[123]$/);
});

test("a new time zone holds for the store's contracts at the next read", async () => {
  const before = await aStore(group, { timeZone: "Europe/Berlin" });
  const contract = await anActiveContract(group, {
    storeId: before.storeId,
    termMonths: null,
    endDate: "2026-03-02",
  });
  clock.set("2026-03-02T12:00:00.000Z"); // 3 March in Auckland
  await update(before, { timeZone: "Pacific/Auckland" });
  expect(await group.ask(getContract, { contractId: contract.contractId })).toMatchObject({
    effectiveStatus: "EXPIRED",
    store: { today: "2026-03-03" },
  });
  clock.set(monday);
});

test("a store is read by those to whom it is granted, and changed by an administrator", async () => {
  const { storeId } = group.leeds;
  expect(await group.ask(getStore, { storeId }, group.viewer)).toEqual({
    ...group.leeds,
    today: "2026-03-02",
  });
  expect(await refusalOf(group.ask(getStore, { storeId }, group.advisorOfHamburg))).toMatchObject({
    code: "FORBIDDEN",
  });
  const { items } = await group.ask(listStores, {}, group.advisorOfHamburg);
  expect(items).toEqual([{ ...group.hamburg, today: "2026-03-02" }]);
  const input = { idempotencyKey: newId(), store: aStoreInput() };
  expect(await refusalOf(group.change(createStore, input))).toMatchObject({ code: "FORBIDDEN" });
  const change = { storeId, version: 1, changes: { name: "Mine" } };
  expect(await refusalOf(group.change(updateStore, change))).toMatchObject({ code: "FORBIDDEN" });
});

test("what day it would be in another time zone is told before a store is given it", async () => {
  clock.set("2026-03-02T12:00:00.000Z");
  const there = (timeZone: string) => group.ask(todayInZone, { timeZone }, group.administrator);
  expect(await there("Europe/Berlin")).toEqual({ today: "2026-03-02" });
  expect(await there("Pacific/Auckland")).toEqual({ today: "2026-03-03" });
  expect(await refusalOf(group.ask(todayInZone, { timeZone: "UTC" }))).toMatchObject({ code: "FORBIDDEN" });
  clock.set(monday);
});

test("a stranger's store is not there", async () => {
  const ofNobody = await refusalOf(group.ask(getStore, { storeId: newId() }, group.administrator));
  expect(ofNobody).toMatchObject({ code: "NOT_FOUND" });
  const { storeId } = stranger.hamburg;
  for (const actor of [group.administrator, group.advisorOfHamburg])
    expect(await refusalOf(group.ask(getStore, { storeId }, actor))).toEqual(ofNobody);
  expect(await refusalOf(update(stranger.hamburg, { name: "Mine" }))).toEqual(
    await refusalOf(update({ storeId: newId(), version: 1 }, { name: "Mine" })),
  );
});

test("the session says who asks, and the granted stores with the day it is there", async () => {
  clock.set("2026-03-01T23:30:00.000Z"); // Monday in Hamburg, still Sunday in Leeds
  expect(await group.ask(sessionOf, undefined, group.advisorOfHamburg)).toEqual({
    user: {
      userId: group.advisorOfHamburg.id,
      name: "Hanna Hamburg",
      email: expect.stringMatching(/^hanna\.hamburg\..+@example\.com$/),
    },
    role: "advisor",
    enterprise: { enterpriseId: group.enterpriseId, name: "Nordwind Motors" },
    allStores: false,
    stores: [{ ...group.hamburg, today: "2026-03-02" }],
  });
  expect((await group.ask(sessionOf, undefined, group.program)).user.email).toBeNull();
  const { stores, allStores } = await group.ask(sessionOf, undefined, group.viewer);
  expect(allStores).toBe(true);
  expect(stores.find(({ name }) => name === "Leeds")).toEqual({ ...group.leeds, today: "2026-03-01" });
  clock.set(monday);
});
