import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../index.ts";
import { openDatabase } from "../unit-of-work/index.ts";
import { testDatabase, watchForeignChanges, withoutPredicates } from "./index.ts";
import { oneOfEach } from "./one-of-each.ts";

const { database, programUrl, superuserUrl } = await testDatabase();
const byPolicies = await withoutPredicates(programUrl);
const byNothing = await withoutPredicates(superuserUrl);
const [policies, nothing] = [openDatabase({ url: byPolicies.url }), openDatabase({ url: byNothing.url })];
const watch = await watchForeignChanges(superuserUrl);
afterAll(async () => {
  await Promise.all([policies.close(), nothing.close(), watch.close()]);
  await Promise.all([byPolicies.close(), byNothing.close()]);
});

const [north, south] = [newId(), newId()];
beforeAll(async () => {
  for (const id of [north, south]) await database.write(id, oneOfEach);
});

const ofSouth = sql`select enterprise_id from "store" s where s."enterprise_id" = ${south} and ${south} = ${south}`;

test("a statement's condition on the tenant counts for nothing", async () => {
  expect(await database.read(north, (tx) => tx.execute(ofSouth))).toHaveLength(0);
  expect([...(await policies.read(north, (tx) => tx.execute(ofSouth)))]).toEqual([{ enterprise_id: north }]);
  expect(await nothing.read(north, (tx) => tx.execute(ofSouth))).toHaveLength(2);
  expect(byPolicies.passed.conditions).toBe(1);
  expect(byPolicies.left).toEqual([]);
});

test("a condition that it does not know is told", async () => {
  const other = sql`select 1 from store where enterprise_id = any(array[${south}]::uuid[])`;
  await policies.read(north, (tx) => tx.execute(other));
  expect(byPolicies.left).toEqual([expect.stringContaining("enterprise_id = any(")]);
});

test("a row that is changed in another enterprise's transaction is noticed", async () => {
  const rename = sql`update store set name = 'Kiel' where enterprise_id = ${north}`;
  await database.write(north, (tx) => tx.execute(rename));
  expect(await watch.found()).toEqual([]);
  await nothing.write(north, (tx) => tx.execute(rename));
  expect(await watch.found()).toEqual([{ table: "store", of: south, by: north }]);
});
