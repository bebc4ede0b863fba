import { eq, is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract, contractRevision, newId, vehicle } from "./index.ts";
import * as tenantTables from "./tables.ts";
import { testDatabase } from "./testing/index.ts";
import { oneOfEach } from "./testing/one-of-each.ts";

const { database, withoutPolicies, programUrl, ownerUrl } = await testDatabase();
const program = postgres(programUrl, { max: 1, onnotice: () => {} });
const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([program.end(), owner.end()]));

const [north, south] = [newId(), newId()];
let ofSouth: { contractId: string; vehicleId: string; storeId: string };
beforeAll(async () => {
  await database.write(north, oneOfEach);
  ofSouth = await database.write(south, oneOfEach);
});

const tables = Object.values(tenantTables)
  .filter((table) => is(table, PgTable))
  .map((table) => getTableConfig(table).name);
const appendOnly = [
  "contract_revision",
  "contract_usage",
  "refund_rule_set",
  "odometer_reading",
  "hours_reading",
];

test("every tenant table has a row of each of two enterprises", async () => {
  expect(tables.length).toBeGreaterThan(10);
  for (const table of tables) {
    const rows = await withoutPolicies.read(north, (tx) =>
      tx.execute(sql`select distinct enterprise_id from ${sql.identifier(table)}`),
    );
    expect(rows.length, table).toBe(2);
  }
});

describe("by the policies alone, where a statement forgets the enterprise", () => {
  test.each(tables)("%s shows the rows of the transaction's own", async (table) => {
    const rows = await database.read(north, (tx) =>
      tx.execute(sql`select distinct enterprise_id from ${sql.identifier(table)}`),
    );
    expect([...rows]).toEqual([{ enterprise_id: north }]);
  });

  test.each(tables)("%s shows nothing where no enterprise is set", async (table) => {
    expect(await program`select from ${program(table)}`).toHaveLength(0);
    expect(await owner`select from ${owner(table)}`).toHaveLength(0);
  });

  test.each(tables)("%s takes no row of another", async (table) => {
    const row = await withoutPolicies.read(south, (tx) =>
      tx.execute<{ row: unknown }>(
        sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where enterprise_id = ${south}`,
      ),
    );
    const insert = database.write(north, (tx) =>
      tx.execute(
        sql`insert into ${sql.identifier(table)} select * from jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(row[0]?.row)}::jsonb)`,
      ),
    );
    await expect(insert).rejects.toMatchObject({
      // The place in PostgreSQL that checks the policies; a grant that is missing has the same code.
      cause: { code: "42501", routine: "ExecWithCheckOptions" },
    });
  });

  test("a change without a condition reaches the transaction's own rows only", async () => {
    const changed = await database.write(north, (tx) =>
      tx.update(vehicle).set({ make: "VW" }).returning({ enterpriseId: vehicle.enterpriseId }),
    );
    expect(changed).toEqual([{ enterpriseId: north }]);
  });

  test("no row is moved to another", async () => {
    const move = database.write(north, (tx) =>
      tx.update(vehicle).set({ enterpriseId: south, vehicleId: newId() }),
    );
    await expect(move).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("a unique value of another stays free", async () => {
    const same = { vin: "WVWZZZ1JZXW000002", vinKind: "vin", sortName: "", version: 1 } as const;
    for (const enterpriseId of [north, south])
      await database.write(enterpriseId, (tx) =>
        tx.insert(vehicle).values({
          ...same,
          enterpriseId,
          vehicleId: newId(),
          createdAt: tx.startedAt,
          updatedAt: tx.startedAt,
        }),
      );
  });
});

describe("by the statements and keys alone, with the policies off", () => {
  test("a statement that names the enterprise reaches its rows only", async () => {
    const changed = await withoutPolicies.write(north, (tx) =>
      tx
        .update(contract)
        .set({ description: "Service" })
        .where(eq(contract.enterpriseId, tx.enterpriseId))
        .returning({ enterpriseId: contract.enterpriseId }),
    );
    expect(changed).toEqual([{ enterpriseId: north }]);
  });

  test("the id of another enterprise's record finds nothing to refer to", async () => {
    const refer = withoutPolicies.write(north, (tx) =>
      tx
        .update(contract)
        .set({ vehicleId: ofSouth.vehicleId })
        .where(eq(contract.enterpriseId, tx.enterpriseId)),
    );
    await expect(refer).rejects.toMatchObject({
      cause: { code: "23503", constraint_name: "contract_vehicle_fk" },
    });
  });

  test("a revision cannot be added to another enterprise's contract", async () => {
    const add = withoutPolicies.write(north, (tx) =>
      tx.insert(contractRevision).values({
        enterpriseId: tx.enterpriseId,
        contractId: ofSouth.contractId,
        revision: 2,
        version: 2,
        action: "contract.updated",
        at: tx.startedAt,
        actor: { kind: "JOB", id: "job", name: "Job", onBehalfOf: null },
        correlationId: "test",
        changes: [],
        hash: "0",
      }),
    );
    await expect(add).rejects.toMatchObject({ cause: { constraint_name: "contract_revision_contract_fk" } });
  });
});

describe("the program's role", () => {
  test("owns nothing, is a member of nothing and has no power over roles or policies", async () => {
    const [row] = await program`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit as powerful,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
        (select count(*)::int from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = r.oid and deptype = 'o') as owned
      from pg_roles r where rolname = current_user`;
    expect(row).toEqual({ powerful: false, memberships: 0, owned: 0 });
  });

  test("cannot read on with the policies off", async () => {
    const unit = program.begin(async (transaction) => {
      await transaction`set local row_security = off`;
      return transaction`select from contract`;
    });
    await expect(unit).rejects.toMatchObject({ code: "42501" });
  });

  test.each([
    "alter table contract disable row level security",
    "alter table contract no force row level security",
    "drop policy contract_tenant on contract",
    "alter policy contract_tenant on contract using (true)",
    "create policy everything on contract using (true)",
    "create table stolen (row jsonb)",
    "create temporary table stolen (row jsonb)",
    "create schema stolen",
    `set role "${new URL(ownerUrl).username}"`,
    "alter role current_user bypassrls",
    "alter table contract rename to stolen",
    "drop table contract cascade",
    "delete from drizzle.__drizzle_migrations",
  ])("may not: %s", async (statement) => {
    await expect(program.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
  });

  test.each(tables)("may not empty %s", async (table) => {
    await expect(program`truncate ${program(table)} cascade`).rejects.toMatchObject({ code: "42501" });
  });

  test.each(appendOnly)("may add to %s, never change or remove", async (table) => {
    for (const change of [
      sql`update ${sql.identifier(table)} set enterprise_id = enterprise_id`,
      sql`delete from ${sql.identifier(table)}`,
      sql`select from ${sql.identifier(table)} for update`,
    ])
      await expect(database.write(north, (tx) => tx.execute(change))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
  });

  test.each([
    ["statement_timeout", "5s"],
    ["lock_timeout", "2s"],
    ["idle_in_transaction_session_timeout", "10s"],
    ["plan_cache_mode", "force_generic_plan"],
    ["TimeZone", "UTC"],
  ])("has %s %s in every session", async (setting, value) => {
    const [row] = await program`select current_setting(${setting}) as value`;
    expect(row?.value).toBe(value);
  });
});
