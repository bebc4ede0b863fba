import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "./index.ts";
import * as own from "./prepared.ts";
import { testDatabase } from "./testing/index.ts";

const { database } = await testDatabase();

test("a statement of another copy of this module, as a bundler makes them, runs in the transaction all the same", async () => {
  const another = ["./prepared.ts", "another-copy"].join("?");
  const copy = (await import(/* @vite-ignore */ another)) as typeof own; // the same file
  expect(copy.prepared).not.toBe(own.prepared);
  const ask = copy.prepared("of_another_copy", (db) =>
    db.select({ tenant: sql<string>`current_setting('app.enterprise_id')` }).from(sql`(select 1) one`),
  );
  const enterpriseId = newId();
  expect(await database.read(enterpriseId, (tx) => ask(tx))).toEqual([{ tenant: enterpriseId }]);
});
