import {
  Contract,
  type ContractFilter,
  type ContractRead,
  ContractStatus,
  ContractType,
  type Used,
  Vehicle,
} from "@vehicle-contracts/contract-model";
import {
  effectiveStatus,
  judgeVin,
  nothingUsed,
  odometerStanding,
  odometerWarnings,
  planBreaks,
  quoteRefund,
  releaseBreaks,
  remainingOf,
  runOutBy,
  usageBreaks,
  usedBy,
  withUsage,
} from "@vehicle-contracts/contract-rules";
import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import {
  contractRevision,
  contractUsage,
  odometerReading,
  party,
  refundQuote,
  store,
  vehicle,
} from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { openIdentity } from "@vehicle-contracts/identity";
import {
  getVehicle,
  listContracts,
  listPlans,
  listUsers,
  verifyHistories,
} from "@vehicle-contracts/services";
import { asc } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { DemoFile, loadDemo, refreshDemo } from "./index.ts";
import { administrator, asRead, contractsIn, entryOf, rowsOf } from "./testing/read-demo.ts";

const now = "2026-11-25T10:42:00.000Z";
const today = "2026-11-25";
const addresses = { adminUrl: "http://localhost:3000", apiUrl: "http://localhost:4000" };

const clock = () => now;
const [one, again] = [await testDatabase({ clock }), await testDatabase({ clock })];
const otherDays = ["2028-02-29T23:30:00.000Z", "2027-03-28T00:59:59.000Z"];
const onOtherDays = await Promise.all(otherDays.map((day) => testDatabase({ clock: () => day })));
// A role so strict stands for a machine so slow that the role's own limits would cut the loading off.
const strict = "?statement_timeout=1&idle_in_transaction_session_timeout=1";
const load = ({ ownerUrl, programUrl }: typeof one, at = now) =>
  loadDemo({ ownerUrl, programUrl: `${programUrl}${strict}`, ...addresses, now: at });

let demo: DemoFile;
/** The contracts of the larger group. */
let all: ContractRead[];
beforeAll(async () => {
  demo = await load(one);
  all = await contractsOf(demo.enterprise.id);
});

const contractsOf = (enterpriseId: string, filter: ContractFilter = {}) =>
  contractsIn(one.database, enterpriseId, filter);

test("the group has three stores in two countries, 400 vehicles and some 1,500 contracts; the other is small", async () => {
  expect(DemoFile.parse(demo)).toEqual(demo);
  expect(demo.enterprise.stores.map(({ name }) => name)).toEqual(["Bristol", "Leeds", "Köln"]);
  const large = await rowsOf(one, demo.enterprise.id);
  const small = await rowsOf(one, demo.otherEnterprise.id);
  expect(large.vehicle).toHaveLength(400);
  expect(large.contract?.length).toBeGreaterThan(1_400);
  expect(large.contract?.length).toBeLessThan(1_650);
  expect(small.vehicle).toHaveLength(20);
  expect(small.contract?.length).toBeGreaterThan(45);
  expect(small.contract?.length).toBeLessThan(75);
  const stores = await one.database.read(demo.enterprise.id, (tx) => tx.select().from(store));
  expect(new Set(stores.map(({ distanceUnit }) => distanceUnit))).toEqual(new Set(["MI", "KM"]));
  expect(new Set(stores.map(({ country }) => country))).toEqual(new Set(["GB", "DE"]));
});

test("another installation on the same day, at another hour, has the very same rows", async () => {
  const second = await load(again, "2026-11-25T21:05:59.000Z");
  expect(second.users).toEqual(demo.users);
  expect(second.apiClient.clientId).toBe(demo.apiClient.clientId);
  expect(second.apiClient.clientSecret).not.toBe(demo.apiClient.clientSecret);
  for (const { id } of [demo.enterprise, demo.otherEnterprise])
    expect(await rowsOf(again, id)).toEqual(await rowsOf(one, id));
});

test("on a leap day, and on the night when clocks go forward, the rules take it too", async () => {
  for (const [at, day] of otherDays.entries()) {
    const there = onOtherDays[at] ?? one;
    const then = await load(there, day);
    const verdicts = await there.database.read(then.enterprise.id, (tx) => verifyHistories(tx, null, 5_000));
    expect(verdicts.filter(({ intact }) => !intact)).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(1_400);
  }
});

test("no history is broken", async () => {
  for (const { id } of [demo.enterprise, demo.otherEnterprise]) {
    const verdicts = await one.database.read(id, (tx) => verifyHistories(tx, null, 5_000));
    expect(verdicts.length).toBeGreaterThan(40);
    expect(verdicts.filter(({ intact }) => !intact)).toEqual([]);
    expect(Math.max(...verdicts.map(({ revisions }) => revisions))).toBeGreaterThan(5);
  }
});

test("histories name users, programs on behalf of users, and jobs", async () => {
  const rows = await one.database.read(demo.enterprise.id, (tx) =>
    tx.select({ actor: contractRevision.actor, at: contractRevision.at }).from(contractRevision),
  );
  const kinds = new Set(rows.map(({ actor }) => `${actor.kind}${actor.onBehalfOf ? " for a user" : ""}`));
  expect(kinds).toEqual(new Set(["USER", "API_CLIENT", "API_CLIENT for a user", "JOB"]));
  const users = await one.database.read(demo.enterprise.id, (tx) =>
    listUsers(tx, administrator(demo.enterprise.id), { limit: 200 }),
  );
  const ids = new Set(users.items.map(({ userId }) => userId));
  expect(rows.filter(({ actor }) => actor.kind === "USER" && !ids.has(actor.id))).toEqual([]);
  expect(rows.filter(({ at }) => at >= now)).toEqual([]);
});

test("contracts of all types and states lie around today, and each is as the model has it", async () => {
  for (const each of all) Contract.parse(each);
  expect(new Set(all.map(({ type }) => type))).toEqual(new Set(ContractType.options));
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(ContractStatus.options));
  const effectively = Map.groupBy(all, (each) => each.effectiveStatus);
  expect(new Set(effectively.keys())).toEqual(new Set(ContractStatus.options));
  for (const few of effectively.values()) expect(few.length).toBeGreaterThanOrEqual(8);

  const active = effectively.get("ACTIVE") ?? [];
  const soon = active.filter(({ endDate }) => endDate !== null && endDate <= addDays(today, 60));
  expect(soon.length).toBeGreaterThan(60);
  const byDistance = (effectively.get("EXPIRED") ?? []).filter(
    ({ endDate }) => endDate !== null && endDate >= today,
  );
  expect(byDistance.length).toBeGreaterThan(5);
  const kinds = new Set(all.map(({ distance, engineHours }) => `${distance.kind} ${engineHours.kind}`));
  for (const kind of ["limited unlimited", "unknown unlimited", "unlimited unlimited", "limited limited"])
    expect(kinds).toContain(kind);
  expect(all.filter(({ openEnded }) => openEnded).length).toBeGreaterThan(3);
  expect(all.filter((each) => each.awaitingProvider && each.status === "PENDING").length).toBeGreaterThan(3);
  expect(all.filter(({ predecessorId }) => predecessorId).length).toBeGreaterThan(30);
  expect(new Set(all.map(({ price }) => String(price?.taxRate)))).toEqual(
    new Set(["20", "19", "0", "undefined"]),
  );
});

test("what is stored as expired has run out, and a successor follows its predecessor", async () => {
  const byId = new Map(all.map((each) => [each.contractId, each]));
  for (const each of all) {
    const facts = {
      today,
      latestOdometer: each.vehicle.latestOdometer,
      latestHours: each.vehicle.latestHours?.value ?? null,
    };
    if (each.status === "EXPIRED") expect(runOutBy(each, facts), each.contractId).not.toBeNull();
    expect(effectiveStatus(each, facts)).toBe(each.effectiveStatus);
    if (each.successorId === null) continue;
    const successor = byId.get(each.successorId);
    expect(successor?.predecessorId).toBe(each.contractId);
    expect(successor?.startDate).toBe(addDays(each.endDate ?? "", 1));
  }
});

test("what was sold by a plan has its terms, and the catalogue has what a dealer sells", async () => {
  const { items } = await one.database.read(demo.enterprise.id, (tx) =>
    listPlans(tx, administrator(demo.enterprise.id), { limit: 200 }),
  );
  const ready = items.filter(({ state }) => state === "READY");
  const plans = new Map(ready.map((plan) => [`${plan.code} ${plan.version}`, plan]));
  const byPlan = all.flatMap((each) => (each.plan === null ? [] : [{ ...each, plan: each.plan }]));
  expect(byPlan.length).toBeGreaterThan(900);
  for (const each of byPlan) {
    const its = plans.get(`${each.plan.code} ${each.plan.version}`);
    if (!its) throw new Error(`${each.plan.code} ${each.plan.version} is not sold.`);
    const inGermany = each.store.name === "Köln";
    const facts = { today, vehicle: { make: each.vehicle.make }, warranty: null };
    const beside = planBreaks(its, each, {
      ...facts,
      ...(inGermany ? { currency: "EUR", unit: "KM" } : { currency: "GBP", unit: "MI" }),
    });
    // The waiting period of some was corrected since.
    expect(beside.filter(({ path }) => path !== "waitingDays")).toEqual([]);
  }
  for (const plan of ready) expect(releaseBreaks(plan), plan.code).toEqual([]);
  const count = (type: string) => ready.filter((plan) => plan.type === type).length;
  expect(count("MANUFACTURER_WARRANTY")).toBeGreaterThanOrEqual(10);
  expect(count("EXTENDED_WARRANTY")).toBeGreaterThanOrEqual(2);
  expect(count("SERVICE_PLAN")).toBeGreaterThanOrEqual(3);
  for (const type of ["ROADSIDE_ASSISTANCE", "TYRE_AND_WHEEL", "GAP_INSURANCE"])
    expect(count(type), type).toBeGreaterThanOrEqual(1);
  for (const { prices, type } of ready)
    expect(prices.map(({ currency }) => currency)).toEqual(
      type === "MANUFACTURER_WARRANTY" ? [] : ["GBP", "EUR"],
    );
});

test("contracts are used as they may be: within their days and limits, never beyond what they include, and counted right", async () => {
  const [rows, readings] = await one.database.read(demo.enterprise.id, async (tx) => [
    await tx.select().from(contractUsage).orderBy(asc(contractUsage.recordedAt), asc(contractUsage.usageId)),
    await tx.select().from(odometerReading).orderBy(asc(odometerReading.ordinal)),
  ]);
  expect(rows.length).toBeGreaterThan(700);
  const reversed = rows.filter(({ reverses }) => reverses !== null);
  expect(reversed.length).toBeGreaterThanOrEqual(2);
  expect(reversed.every(({ reason }) => reason)).toBe(true);
  const ledgers = Map.groupBy(rows, ({ contractId }) => contractId);
  const readingsOf = Map.groupBy(readings, ({ vehicleId }) => vehicleId);
  for (const its of all) {
    const ledger = (ledgers.get(its.contractId) ?? []).map((row) => ({ row, ...entryOf(row) }));
    expect(its.remaining).toEqual(remainingOf(its, usedBy(ledger.map(({ entry }) => entry))));
    if (its.status === "VOID") expect(ledger).toEqual([]);
    const recorded = (readingsOf.get(its.vehicleId) ?? []).map(asRead);
    let taken: Used = nothingUsed;
    for (const { row, job, what } of ledger) {
      if (row.reverses === null) {
        const open = { ...its, today, effectiveStatus: "ACTIVE" as const, used: taken };
        expect(usageBreaks(open, what, job, null), row.usageId).toEqual([]);
        expect(odometerWarnings(recorded, job)).toEqual([]);
      }
      taken = withUsage(taken, what, row.reverses === null ? 1 : -1);
      expect(row.date < today && row.recordedAt < now, row.usageId).toBe(true);
      expect(row.repairOrder).toMatch(/^RO-\d{5}$/);
    }
  }
});

test("some plans are used up, some by half, some not at all; claims too", () => {
  const active = all.filter(({ effectiveStatus: status }) => status === "ACTIVE");
  const plans = active.flatMap(({ remaining }) => remaining.allowances);
  const claims = all.flatMap(({ remaining }) =>
    remaining.amounts.map(({ used, left }) => ({ used: used.amountMinor, left: left.amountMinor })),
  );
  for (const lines of [plans, claims]) {
    expect(lines.filter(({ left }) => left === 0).length).toBeGreaterThan(3);
    expect(lines.filter(({ used, left }) => used > 0 && left > 0).length).toBeGreaterThan(20);
    expect(lines.filter(({ used }) => used === 0).length).toBeGreaterThan(20);
  }
});

test("what is cancelled is cancelled by an accepted quote, which the rule reckons to the same refund", async () => {
  const quotes = await one.database.read(demo.enterprise.id, (tx) => tx.select().from(refundQuote));
  const byId = new Map(quotes.map((quote) => [quote.quoteId, quote]));
  const cancelled = all.filter(({ status }) => status === "CANCELLED");
  expect(cancelled).toHaveLength(quotes.length);
  expect(cancelled.length).toBeGreaterThan(10);
  for (const { contractId, cancellation } of cancelled) {
    const quote = byId.get(cancellation?.quoteId ?? "");
    if (!quote?.acceptedAt) throw new Error(`${contractId} was cancelled without an accepted quote.`);
    const { inputs, refund, steps } = quote;
    expect(cancellation).toMatchObject({ date: inputs.cancelDate, reason: inputs.reason, refund });
    const { odometer: lastReading, hours: lastHours } = inputs.lastReadings;
    const question = { ...inputs, lastReading, lastHours, ruleSet: inputs.ruleSet.rules };
    expect(quoteRefund(question)).toEqual({ ok: true, value: { refund, steps } });
  }
  expect(cancelled.filter(({ cancellation }) => cancellation?.refund.amountMinor).length).toBeGreaterThan(5);
});

test("the list by effective status shows what each contract says of itself", async () => {
  for (const status of ContractStatus.options) {
    const listed = await contractsOf(demo.enterprise.id, { effectiveStatus: [status] });
    const expected = all.filter(({ effectiveStatus: its }) => its === status);
    expect(listed.map(({ contractId }) => contractId).sort(), status).toEqual(
      expected.map(({ contractId }) => contractId).sort(),
    );
  }
});

test("a vehicle of the pictures is found by part of its VIN, its plate, and its holder", async () => {
  const actor = administrator(demo.enterprise.id);
  for (const search of ["W041873", "wx23klv", "holloway"]) {
    const { items } = await one.database.read(demo.enterprise.id, (tx) =>
      listContracts(tx, actor, { search, limit: 200 }),
    );
    expect(new Set(items.map((item) => item.vehicle.vin))).toContain("WVWZZZCDZPW041873");
  }
  const golf = await one.database.read(demo.enterprise.id, (tx) =>
    getVehicle(tx, actor, { vin: "WVWZZZCDZPW041873" }),
  );
  const { items } = await one.database.read(demo.enterprise.id, (tx) =>
    listContracts(tx, actor, { vehicleId: golf.vehicleId }),
  );
  expect(items).toHaveLength(8);
  expect(new Set(items.map(({ effectiveStatus: status }) => status)).size).toBeGreaterThanOrEqual(3);
});

test("VINs would be taken by a strict store, and a few are from before VINs", async () => {
  const rows = await one.database.read(demo.enterprise.id, (tx) => tx.select().from(vehicle));
  const verdicts = rows.map(({ vin, vinKind, modelYear }) =>
    judgeVin({ vin, vinKind, modelYear, policy: "strict" }),
  );
  expect(verdicts.filter(({ result }) => result === "ERROR")).toEqual([]);
  expect(rows.filter(({ vinKind }) => vinKind === "legacy").length).toBeGreaterThanOrEqual(2);
  expect(rows.filter(({ hoursValue }) => hoursValue !== null).length).toBeGreaterThan(10);
});

test("a vehicle shows the latest of its readings, and some readings were put right", async () => {
  const [vehicles, readings] = await one.database.read(demo.enterprise.id, async (tx) => [
    await tx.select().from(vehicle),
    await tx.select().from(odometerReading).orderBy(asc(odometerReading.ordinal)),
  ]);
  const ofVehicle = Map.groupBy(readings, ({ vehicleId }) => vehicleId);
  for (const row of vehicles) {
    const recorded = (ofVehicle.get(row.vehicleId) ?? []).map(asRead);
    expect(odometerStanding(recorded).latest?.odometer.value ?? null).toBe(row.odometerValue);
  }
  expect(readings.filter(({ correction }) => correction).length).toBeGreaterThan(3);
  expect(readings.filter(({ date }) => date >= today)).toEqual([]);
  const [first] = vehicles;
  expect(Vehicle.shape.vehicleId.safeParse(first?.vehicleId).success).toBe(true);
});

test("nobody real can be reached: mail under example domains, telephones of ranges kept for fiction", async () => {
  for (const { id } of [demo.enterprise, demo.otherEnterprise]) {
    const parties = await one.database.read(id, (tx) => tx.select().from(party));
    for (const { email, phone } of parties) {
      if (email) expect(email).toMatch(/^[a-z0-9.-]+@example\.(?:com|org|net)$/);
      if (phone) expect(phone).toMatch(/^(?:01632 960|07700 900|0221 4710 |030 23125 )\d{3}$/);
    }
  }
  for (const { email } of [...demo.users, ...demo.otherUsers]) expect(email).toMatch(/@example\.com$/);
});

test("each user of the file signs in with role and stores; the invited and the disabled are not among them", async () => {
  const identity = openIdentity({
    database: one.database,
    secret: "x".repeat(32),
    adminUrl: addresses.adminUrl,
  });
  for (const { email, password, role, storeIds } of [...demo.users, ...demo.otherUsers]) {
    const response = await identity.signIn(
      { email, password },
      new Headers({ "x-peer-address": "192.0.2.1" }),
    );
    expect(response.status, email).toBe(200);
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
    const actor = await identity.actorOf(new Headers({ cookie }), "c");
    expect(actor?.role).toBe(role);
    expect(actor?.storeIds === "all" || actor?.storeIds).toEqual(actor?.storeIds === "all" || storeIds);
  }
  expect(demo.users[0]?.role).toBe("administrator");
  expect(new Set(demo.users.map(({ role }) => role)).size).toBe(3);
  expect(new Set(demo.otherUsers.map(({ role }) => role)).size).toBe(3);
  expect(demo.users.some(({ role, storeIds }) => role === "advisor" && storeIds.length === 1)).toBe(true);
  const { items } = await one.database.read(demo.enterprise.id, (tx) =>
    listUsers(tx, administrator(demo.enterprise.id), { limit: 200 }),
  );
  expect(items).toHaveLength(15);
  expect(items.filter(({ state }) => state === "INVITED")).toHaveLength(2);
  expect(items.filter(({ state }) => state === "DISABLED")).toHaveLength(1);
});

test("both clients get a token, have all stores and may do what an administrator may", async () => {
  const identity = openIdentity({
    database: one.database,
    secret: "x".repeat(32),
    adminUrl: addresses.adminUrl,
  });
  for (const [client, { id }] of [
    [demo.apiClient, demo.enterprise],
    [demo.otherApiClient, demo.otherEnterprise],
  ] as const) {
    const answer = await identity.issueToken(client, "192.0.2.1");
    if ("refused" in answer) throw new Error("The client was refused.");
    const actor = await identity.actorOfToken(answer.access_token, "c");
    expect(actor).toMatchObject({ enterpriseId: id, role: "administrator", storeIds: "all" });
  }
});

test("a later start on other ports changes the addresses and nothing else", () => {
  const moved = refreshDemo(JSON.parse(JSON.stringify(demo)), {
    ownerUrl: "postgres://owner@127.0.0.1:5001/register",
    programUrl: "postgres://program@127.0.0.1:5001/register",
    adminUrl: "http://localhost:3100",
    apiUrl: "http://localhost:4100",
  });
  expect(moved).toEqual({
    ...demo,
    adminUrl: "http://localhost:3100",
    apiUrl: "http://localhost:4100",
    tokenUrl: "http://localhost:4100/oauth/token",
    database: {
      owner: "postgres://owner@127.0.0.1:5001/register",
      program: "postgres://program@127.0.0.1:5001/register",
    },
  });
});
