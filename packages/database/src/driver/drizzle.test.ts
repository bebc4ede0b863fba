import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { enterprise, newId, type TenantTx } from "../index.ts";
import { testDatabase } from "../testing/index.ts";

// What Drizzle does with prepared statements, which the register's own rest on. None of it is the driver's doing, so it
// is the same with the patch and without.

const { database, programUrl } = await testDatabase();
const pool = postgres(programUrl, { max: 2, onnotice: () => {} });
afterAll(() => pool.end());
const db = drizzle({ client: pool });

const id = newId();
await database.write(id, (tx: TenantTx) =>
  tx.insert(enterprise).values({ enterpriseId: id, name: "Autohaus Nord", createdAt: tx.startedAt }),
);

const byId = (on: Pick<typeof db, "select">) =>
  on
    .select({ name: enterprise.name })
    .from(enterprise)
    .where(eq(enterprise.enterpriseId, sql.placeholder("id")))
    .prepare("enterprise_by_id");
const stored = [{ name: "Autohaus Nord" }];

test("a statement prepared on the pool runs outside the transaction it is asked in, where no tenant is set", async () => {
  const prepared = byId(db);
  const rows = await db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local app.enterprise_id = '${id}'`));
    return [await prepared.execute({ id }), await byId(tx).execute({ id })];
  });
  expect(rows).toEqual([[], stored]);
});

test("a statement prepared without a database fails where nobody bound it, bound it runs in the transaction", async () => {
  const prepared = byId(drizzle.mock());
  await pool.begin(async (transaction) => {
    await transaction.unsafe(`set local app.enterprise_id = '${id}'`);
    await expect(async () => prepared.execute({ id })).rejects.toThrow();
    const bound: typeof prepared = Object.create(prepared, { client: { value: transaction } });
    expect(await bound.execute({ id })).toEqual(stored);
    const kept = await transaction`
      select from pg_prepared_statements where statement like 'select "name" from "enterprise" where%'`;
    expect(kept).toHaveLength(1);
  });
});

test("a statement prepared in a unit of work runs in it and stays prepared on its connection", async () => {
  const kept = await database.read(id, async (tx) => {
    expect(await byId(tx as unknown as typeof db).execute({ id })).toEqual(stored);
    return tx.execute(
      sql`select from pg_prepared_statements where statement like 'select "name" from "enterprise" where%'`,
    );
  });
  expect(kept).toHaveLength(1);
});

test("an instant is given to a placeholder as text: a Date is not taken", async () => {
  const since = (on: Pick<typeof db, "select">) =>
    on
      .select({ name: enterprise.name })
      .from(enterprise)
      .where(sql`${enterprise.createdAt} >= ${sql.placeholder("at")}`)
      .prepare("enterprise_since");
  const at = new Date("2020-01-01T00:00:00.000Z");
  const ask = (at: string | Date) =>
    db.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local app.enterprise_id = '${id}'`));
      return since(tx).execute({ at });
    });
  expect(await ask(at.toISOString())).toEqual(stored);
  // The driver's own complaint, before anything is sent.
  await expect(ask(at)).rejects.toMatchObject({ cause: { code: "ERR_INVALID_ARG_TYPE" } });
});
