import { expect, expectTypeOf, test } from "vitest";
import { newId, type TenantTx } from "./index.ts";
import { testDatabase } from "./testing/index.ts";
import type { Database } from "./unit-of-work/index.ts";

const { database } = await testDatabase();

test("a service's transaction leads to no pool, no connection and no other transaction", async () => {
  const reachable = (tx: TenantTx) => [
    // @ts-expect-error the pool
    tx.$client,
    // @ts-expect-error the connection
    tx.session,
    // @ts-expect-error what Drizzle keeps for itself
    tx._,
    // @ts-expect-error a transaction inside
    tx.transaction,
    // @ts-expect-error an end before the unit's own
    tx.rollback,
    // @ts-expect-error the isolation the unit was given
    tx.setTransaction,
  ];
  const found = await database.write(newId(), async (tx) => reachable(tx));
  expect(found).toEqual(found.map(() => undefined));
});

test("a service cannot give its transaction another enterprise or time", async () => {
  const rewrite = database.write(newId(), async (tx) => {
    // @ts-expect-error readonly
    tx.enterpriseId = newId();
  });
  await expect(rewrite).rejects.toThrow(TypeError);
  const later = database.write(newId(), async (tx) => {
    // @ts-expect-error readonly
    tx.startedAt = "2026-03-01T09:00:00.000Z";
  });
  await expect(later).rejects.toThrow(TypeError);
});

test("the database hands out statements only inside a unit of work", () => {
  const reachable = (open: Database) => [
    // @ts-expect-error statements without a tenant
    open.select,
    // @ts-expect-error the pool
    open.$client,
  ];
  expect(reachable(database)).toEqual([undefined, undefined]);
  expectTypeOf(database.read).parameter(0).toEqualTypeOf<string>();
});
