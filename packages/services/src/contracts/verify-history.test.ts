import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { hashOf } from "../internal/revisions.ts";
import { updateParty } from "../parties/update.ts";
import {
  aClock,
  aContract,
  aDealerGroup,
  anActiveContract,
  aParty,
  historyOf,
  refusalOf,
} from "../testing/index.ts";
import { getVehicle } from "../vehicles/get.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { updateVehicle } from "../vehicles/update.ts";
import { submitContract } from "./submit.ts";
import { updateContract } from "./update.ts";
import { verifyContractHistory, verifyHistories } from "./verify-history.ts";

// Whoever owns the database can change what the program may not: `withoutPolicies` is such a one.
const { database, withoutPolicies } = await testDatabase({ clock: aClock().now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

const whole = { intact: true, revisions: 3, firstBroken: null };

/** A draft, changed, sold: three entries. */
async function aHistory(): Promise<string> {
  const { contractId } = await aContract(group, {
    origin: { externalReferences: [{ system: "dms", id: newId() }] },
  });
  await group.change(updateContract, { contractId, version: 1, changes: { notes: "Seen", waitingDays: 3 } });
  await group.change(submitContract, { contractId, version: 2 });
  return contractId;
}
const verdictOf = (contractId: string) => group.ask(verifyContractHistory, { contractId });
const byHand = (statement: SQL) =>
  withoutPolicies.write(group.enterpriseId, async (tx) => {
    const changed = await tx.execute(sql`${statement} returning 1`);
    expect(changed.length).toBeGreaterThan(0);
  });

test("a history that nobody touched is whole", async () => {
  expect(await verdictOf(await aHistory())).toEqual(whole);
});

const entry = (contractId: string, revision: number) =>
  sql`contract_id = ${contractId} and revision = ${revision}`;

test.each<[string, SQL]>([
  ["who", sql`actor = jsonb_set(actor, '{name}', '"Somebody else"')`],
  ["for whom", sql`actor = jsonb_set(actor, '{onBehalfOf}', '{"id": "1", "name": "Boss"}')`],
  ["when", sql`at = at + interval '1 millisecond'`],
  ["what", sql`action = 'contract.corrected'`],
  ["the reason", sql`reason = 'A good one'`],
  ["the value", sql`changes = jsonb_set(changes, '{0,after}', '"Unseen"')`],
  ["the value before", sql`changes = jsonb_set(changes, '{0,before}', '"Unseen"')`],
  ["a field left out", sql`changes = changes - 0`],
  ["the correlation id", sql`correlation_id = 'another'`],
  ["the version", sql`version = 7`],
  ["the hash", sql`hash = repeat('0', 64)`],
  ["the hash before", sql`previous_hash = null`],
])("an entry of which %s was edited by hand is found", async (_, edit) => {
  const contractId = await aHistory();
  await byHand(sql`update contract_revision set ${edit} where ${entry(contractId, 2)}`);
  expect(await verdictOf(contractId)).toEqual({ intact: false, revisions: 3, firstBroken: 2 });
});

test.each([1, 2, 3])("entry %i of three, removed by hand, is missed", async (revision) => {
  const contractId = await aHistory();
  await byHand(sql`delete from contract_revision where ${entry(contractId, revision)}`);
  expect(await verdictOf(contractId)).toEqual({ intact: false, revisions: 2, firstBroken: revision });
});

test("a history removed whole is missed", async () => {
  const contractId = await aHistory();
  await byHand(sql`delete from contract_revision where contract_id = ${contractId}`);
  expect(await verdictOf(contractId)).toEqual({ intact: false, revisions: 0, firstBroken: 1 });
});

test("an entry added by hand is found", async () => {
  const contractId = await aHistory();
  await byHand(sql`insert into contract_revision
    select enterprise_id, contract_id, 4, 4, action, at, actor, correlation_id, reason, '[]', hash, previous_hash
    from contract_revision where ${entry(contractId, 3)}`);
  expect(await verdictOf(contractId)).toEqual({ intact: false, revisions: 4, firstBroken: 4 });
});

test("an entry rewritten whole, its hash too, is found where it does not go on from the one before", async () => {
  const contractId = await aHistory();
  const last = (await historyOf(group, contractId)).at(-1);
  if (!last) throw new Error("The history has no entry.");
  const { hash: _hash, ...entryOf } = last;
  const changes = [{ field: "status", before: "VOID", after: "PENDING" }];
  const hash = hashOf({ ...entryOf, changes, contractId, enterpriseId: group.enterpriseId });
  await byHand(sql`update contract_revision set changes = ${JSON.stringify(changes)}::jsonb, hash = ${hash}
    where ${entry(contractId, 3)}`);
  expect(await verdictOf(contractId)).toEqual({ intact: false, revisions: 3, firstBroken: 3 });
});

test.each<[string, (contractId: string) => SQL]>([
  ["notes", (id) => sql`update contract set notes = 'Unseen' where contract_id = ${id}`],
  ["status", (id) => sql`update contract set status = 'VOID' where contract_id = ${id}`],
  ["end", (id) => sql`update contract set end_date = end_date + 1 where contract_id = ${id}`],
  [
    "price",
    (id) => sql`update contract set price = jsonb_set(price, '{grossMinor}', '1') where contract_id = ${id}`,
  ],
  ["time of the last change", (id) => sql`update contract set updated_at = now() where contract_id = ${id}`],
  ["time of its making", (id) => sql`update contract set created_at = now() where contract_id = ${id}`],
  ["version", (id) => sql`update contract set version = 4 where contract_id = ${id}`],
  ["holder", (id) => sql`delete from contract_party where contract_id = ${id}`],
  ["outside id", (id) => sql`update contract_reference set external_id = 'x' where contract_id = ${id}`],
])("a contract whose %s was changed beside its history is found", async (_, statement) => {
  const contractId = await aHistory();
  await byHand(statement(contractId));
  expect(await verdictOf(contractId)).toMatchObject({ intact: false, revisions: 3 });
});

test("what a reading past the limit, a plate and the holder's new name change beside the history leaves it whole", async () => {
  const clock = aClock();
  const { database: later } = await testDatabase({ clock: clock.now });
  const firm = await aDealerGroup(later, "Nordwind Wohnmobile");
  const holder = await aParty(firm);
  const { contractId, vehicleId } = await anActiveContract(firm, {
    parties: [{ role: "HOLDER", partyId: holder.partyId }],
    distance: {
      kind: "limited",
      limit: { value: 10_000, unit: "KM" },
      startOdometer: { value: 0, unit: "KM" },
    },
  });
  const revisions = (await historyOf(firm, contractId)).length;
  clock.set("2026-03-04T09:00:00.000Z");
  const odometer = { value: 10_001, unit: "KM" as const };
  await firm.change(recordOdometer, { vehicleId, odometer, date: "2026-03-04", source: "workshop" });
  const { version } = await firm.ask(getVehicle, { vehicleId });
  await firm.change(updateVehicle, { vehicleId, version, changes: { licensePlate: "HH NEW 1" } });
  const { partyId } = holder;
  await firm.change(updateParty, { partyId, version: holder.version, changes: { familyName: "Neumann" } });
  expect(await firm.ask(verifyContractHistory, { contractId })).toEqual({ ...whole, revisions });
});

test("all contracts of an enterprise are verified in pages by id, and the broken ones named", async () => {
  const other = await aDealerGroup(database, "Nordwind Nutzfahrzeuge");
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push((await aContract(other)).contractId);
  ids.sort();
  const broken = ids[3] ?? "";
  await withoutPolicies.write(other.enterpriseId, (tx) =>
    tx.execute(sql`update contract set notes = 'Unseen' where contract_id = ${broken}`),
  );
  const page = (after: string | null) =>
    database.read(other.enterpriseId, (tx) => verifyHistories(tx, after, 2));
  const first = await page(null);
  const second = await page(first.at(-1)?.contractId ?? null);
  const third = await page(second.at(-1)?.contractId ?? null);
  expect([...first, ...second, ...third].map(({ contractId }) => contractId)).toEqual(ids);
  expect(await page(ids.at(-1) ?? null)).toEqual([]);
  const faulty = [...first, ...second, ...third].filter(({ intact }) => !intact);
  expect(faulty).toEqual([{ contractId: broken, intact: false, revisions: 1, firstBroken: 1 }]);
});

test("a history is another enterprise's own", async () => {
  const contractId = await aHistory();
  expect(await refusalOf(stranger.ask(verifyContractHistory, { contractId }))).toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await historyOf(group, contractId)).toHaveLength(3);
});
