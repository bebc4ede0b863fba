import { readdir, readFile } from "node:fs/promises";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { tenantFaults } from "./backup/tenant-faults.ts";
import { testDatabase } from "./testing/index.ts";

const { ownerUrl, programUrl } = await testDatabase();
const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());

class Undone extends Error {}

/** The faults after `statements`, which are undone again. */
async function faultsWith(statements: string): Promise<string[]> {
  let faults: string[] = [];
  const planted = owner.begin(async (sql) => {
    await sql.unsafe(statements);
    faults = await tenantFaults(sql);
    throw new Undone();
  });
  await expect(planted).rejects.toThrow(Undone);
  return faults;
}

const policyOf = (table: string) => `
  create policy ${table}_tenant on ${table}
    using (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid)
    with check (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);`;
const guarded = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  ${policyOf(table)}`;
/** A table as it should be, for one thing to be spoilt. */
const good = `
  create table note (enterprise_id uuid not null, note_id uuid not null, contract_id uuid, title text,
    primary key (enterprise_id, note_id));
  ${guarded("note")}`;

describe("the tables of the register", () => {
  test("hold to the rules of tenancy", async () => {
    const tables = await owner`select from pg_tables where schemaname = 'public'`;
    expect(tables.length).toBeGreaterThan(10);
    expect(await tenantFaults(owner)).toEqual([]);
  });

  test("may be joined by one that holds to them too", async () => {
    expect(await faultsWith(good)).toEqual([]);
  });

  test.each<[string, string]>([
    [
      "table note has no column enterprise_id of type uuid that is never null",
      "create table note (note_id uuid primary key)",
    ],
    [
      "table note has no column enterprise_id of type uuid that is never null",
      "create table note (enterprise_id text not null, note_id uuid, primary key (enterprise_id, note_id))",
    ],
    ["table note has no primary key", `create table note (enterprise_id uuid not null); ${guarded("note")}`],
    [
      "primary key note_pkey of table note does not begin with enterprise_id",
      `create table note (enterprise_id uuid not null, note_id uuid primary key); ${guarded("note")}`,
    ],
    [
      "primary key note_pkey of table note does not begin with enterprise_id",
      `create table note (enterprise_id uuid, note_id uuid, primary key (note_id, enterprise_id)); ${guarded("note")}`,
    ],
    [
      "unique constraint note_title of table note does not begin with enterprise_id",
      `${good} alter table note add constraint note_title unique (title)`,
    ],
    [
      "foreign key note_contract of table note does not begin with enterprise_id",
      `${good} alter table note add constraint note_contract foreign key (contract_id, enterprise_id) references contract (contract_id, enterprise_id)`,
    ],
    [
      "foreign key note_user of table note does not lead to the same enterprise_id of a tenant table",
      `${good} alter table note add constraint note_user foreign key (title) references auth."user"`,
    ],
    [
      "foreign key note_store of table note does not lead to the same enterprise_id of a tenant table",
      `${good} alter table store add constraint store_other unique (store_id, enterprise_id);
       alter table note add constraint note_store foreign key (enterprise_id, note_id) references store (store_id, enterprise_id)`,
    ],
    [
      "index note_by_title of table note does not begin with enterprise_id",
      `${good} create index note_by_title on note (title)`,
    ],
    [
      "index note_by_title of table note does not begin with enterprise_id",
      `${good} create index note_by_title on note (lower(title), enterprise_id)`,
    ],
    [
      "index note_by_title of table note does not begin with enterprise_id",
      `${good} create unique index note_by_title on note (title) include (enterprise_id)`,
    ],
    [
      "table note takes values from a sequence in column ordinal",
      `${good} alter table note add column ordinal bigserial`,
    ],
    [
      "table note takes values from a sequence in column ordinal",
      `${good} alter table note add column ordinal bigint generated always as identity`,
    ],
    [
      "row-level security of table note is not enabled",
      `${good} alter table note disable row level security`,
    ],
    [
      "row-level security of table note is not forced on its owner",
      `${good} alter table note no force row level security`,
    ],
    ["table note has no policy of its tenant", `${good} drop policy note_tenant on note`],
    [
      "table note has no policy of its tenant",
      `${good} drop policy note_tenant on note;
       create policy note_tenant on note for select
         using (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid)`,
    ],
    [
      "policy note_reports of table note lets in more than the tenant",
      `${good} create policy note_reports on note for select using (true)`,
    ],
    [
      "row-level security of table contract is not forced on its owner",
      "alter table contract no force row level security",
    ],
    [
      "view every_contract reads with the rights of its owner",
      "create view every_contract as table contract",
    ],
    [
      "view every_contract reads with the rights of its owner",
      "create materialized view every_contract as table contract",
    ],
    [
      "function every_contract runs with the rights of its owner",
      "create function every_contract() returns setof contract language sql security definer as 'table contract'",
    ],
  ])("cannot be joined unnoticed by one of which it is said: %s", async (fault, statements) => {
    expect(await faultsWith(statements)).toContain(fault);
  });
});

describe("the program's role", () => {
  test("may read every table, and do nothing with any that goes beyond its rows", async () => {
    const role = new URL(programUrl).username;
    const tables = await owner`
      select schemaname || '.' || tablename as name, has_table_privilege(${role}, t.oid, 'select') as reads,
        has_table_privilege(${role}, t.oid, 'truncate') or has_table_privilege(${role}, t.oid, 'references')
          or has_table_privilege(${role}, t.oid, 'trigger') as beyond
      from (select *, format('%I.%I', schemaname, tablename)::regclass::oid as oid from pg_tables) t
      where schemaname in ('public', 'auth')`;
    expect(tables.filter(({ reads }) => !reads).map(({ name }) => name)).toEqual([]);
    expect(tables.filter(({ beyond }) => beyond).map(({ name }) => name)).toEqual([]);
  });
});

describe("the migrations", () => {
  test("name nothing longer than PostgreSQL keeps", async () => {
    const folder = new URL("../migrations/", import.meta.url);
    const files = (await readdir(folder)).filter((name) => name.endsWith(".sql"));
    const texts = await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
    const names = texts.flatMap((text) => text.match(/"[^"]+"/g) ?? []).map((name) => name.slice(1, -1));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => Buffer.byteLength(name) > 63)).toEqual([]);
  });
});
