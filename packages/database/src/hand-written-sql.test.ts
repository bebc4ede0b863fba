import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "./index.ts";
import { testDatabase } from "./testing/index.ts";
import { oneOfEach } from "./testing/one-of-each.ts";

const { database, withoutPolicies, programUrl, superuserUrl } = await testDatabase();
const program = postgres(programUrl, { max: 1, onnotice: () => {} });
afterAll(() => program.end());

const [north, south] = [newId(), newId()];
/** A make that only the vehicles of the south have. */
const secret = "Suedwagen";
let ofSouth: { contractId: string; vehicleId: string; storeId: string };
beforeAll(async () => {
  await database.write(north, oneOfEach);
  ofSouth = await database.write(south, async (tx) => {
    const ids = await oneOfEach(tx);
    await tx.execute(sql`
      insert into vehicle (enterprise_id, vehicle_id, vin, vin_kind, make, sort_name, version, created_at, updated_at)
      select ${south}, gen_random_uuid(), 'WVWZZZ1JZXW1' || lpad(n::text, 5, '0'), 'vin', ${secret}, '', 1, now(), now()
      from generate_series(1, 200) n`);
    return ids;
  });
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  await superuser`analyze`;
  await superuser.end();
});

/** All that the statement shows when it is let into a unit of work of the north: its rows, or its error with every detail. */
const shown = (statement: string): Promise<string> =>
  database
    .write(north, (tx) => tx.execute(sql.raw(statement)))
    .then(
      (rows) => JSON.stringify(rows),
      (error: unknown) => textOf(error),
    );

/** What an error says, with its causes and what the server says beside its message. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return `${error.message} ${JSON.stringify(error)} ${textOf(error.cause)}`;
}

describe("a statement by another hand, in a unit of work of the north, that knows the ids of the south", () => {
  test("the same questions find the secret where no policy hides it", async () => {
    const rows = await withoutPolicies.read(north, (tx) =>
      tx.execute(
        sql.raw(`select query_to_xml('select distinct make from vehicle', true, false, '')::text as found`),
      ),
    );
    expect(JSON.stringify(rows)).toContain(secret);
    const frequent = await withoutPolicies.read(north, (tx) =>
      tx.execute(
        sql`select most_common_vals::text from pg_stats where tablename = 'vehicle' and attname = 'make'`,
      ),
    );
    expect(JSON.stringify(frequent)).toContain(secret);
  });

  test.each([
    "select * from vehicle where enterprise_id = 'SOUTH'",
    "select * from vehicle where vehicle_id = 'VEHICLE'",
    "select * from vehicle v join contract c on true join contract_revision r on true",
    "select * from only vehicle tablesample system (100)",
    "table search_term",
    // the tenant changed from within the statement
    "select v.make from (select set_config('app.enterprise_id', 'SOUTH', true) offset 0) s, vehicle v",
    "with s as materialized (select set_config('app.enterprise_id', 'SOUTH', true) as t) select v.make from s cross join lateral (select make from vehicle where s.t is not null) v",
    "select set_config('row_security', 'off', true), make from vehicle",
    "select query_to_xml('set local app.enterprise_id = ''SOUTH''', true, false, '')",
    "select query_to_xml($$select set_config('app.enterprise_id', 'SOUTH', true)$$, true, false, ''), query_to_xml('table vehicle', true, false, '')",
    "update pg_settings set setting = 'SOUTH' where name = 'app.enterprise_id'",
    "set local app.enterprise_id = 'SOUTH'",
    "reset app.enterprise_id",
    "do $$ begin set local app.enterprise_id = 'SOUTH'; raise exception '%', (select string_agg(make, ',') from vehicle); end $$",
    // functions that run what they are given, or read files
    "select query_to_xml('table vehicle', true, false, '')::text",
    "select table_to_xml('vehicle', true, false, '')::text",
    "select schema_to_xml('public', true, false, '')::text",
    "select database_to_xml(true, false, '')::text",
    "select ts_stat($$select to_tsvector('simple', make) from vehicle$$)",
    "select ts_rewrite('a'::tsquery, $$select to_tsquery(make), to_tsquery(make) from vehicle$$)",
    "select pg_read_file('postgresql.conf')",
    "select pg_read_binary_file(pg_relation_filepath('vehicle'))",
    "select pg_ls_dir('.')",
    "select lo_import(pg_relation_filepath('vehicle'))",
    // what the catalog keeps of the tables' values
    "select most_common_vals::text, histogram_bounds::text from pg_stats where tablename = 'vehicle'",
    "select * from pg_stats_ext",
    "select stavalues1 from pg_statistic",
    "select * from pg_stat_activity",
    "select * from pg_prepared_statements",
    "select * from pg_cursors",
    // plans
    "explain (verbose) select * from vehicle where make = 'anything'",
    "explain (analyze, verbose, costs off) select * from vehicle where make like 'S%'",
    // operators that would tell by failing
    `select 1 / (case when make = '${secret}' then 0 else 1 end) from vehicle`,
    `select * from vehicle where 1 / (case when make = '${secret}' then 0 else 1 end) = 1`,
    "select * from vehicle where case when make is not null then make::int else 1 end = 1",
    "select * from vehicle order by case when make is not null then make::uuid end",
    "select vin::numeric from vehicle where make like 'S%'",
    // rows of the south touched or named
    "update vehicle set make = make where enterprise_id = 'SOUTH' returning *",
    "insert into vehicle select * from vehicle where enterprise_id = 'SOUTH' returning *",
    "insert into odometer_reading select * from odometer_reading where vehicle_id = 'VEHICLE' returning *",
    "update contract set vehicle_id = 'VEHICLE'",
    "merge into vehicle v using (select 'VEHICLE'::uuid as id) s on v.vehicle_id = s.id when matched then update set make = 'x' when not matched then do nothing",
  ])("learns nothing by: %s", async (statement) => {
    const known = statement.replaceAll("SOUTH", south).replaceAll("VEHICLE", ofSouth.vehicleId);
    const answer = await shown(known);
    expect(answer).not.toContain(secret);
    expect(answer).not.toContain("division by zero");
    // ids that the statement itself names may come back in its words
    if (!known.includes(south)) expect(answer).not.toContain(south);
    expect(answer).not.toContain(ofSouth.contractId);
  });

  test("may not name another tenant by a function, whatever it is called from", async () => {
    expect(await shown(`select set_config('app.enterprise_id', '${south}', true)`)).toContain("42501");
  });

  test("leaves the south as it was", async () => {
    const [row] = await withoutPolicies.read(south, (tx) =>
      tx.execute(sql`select count(*)::int as vehicles, count(*) filter (where make = ${secret})::int as own
        from vehicle where enterprise_id = ${south}`),
    );
    expect(row).toEqual({ vehicles: 201, own: 200 });
  });
});

describe("the program's role, by a session of its own", () => {
  test("copies out no row where no tenant is set, and none in past the policies", async () => {
    const copied: string[] = [];
    for await (const chunk of await program`copy vehicle to stdout`.readable()) copied.push(String(chunk));
    expect(copied).toEqual([]);
    for (const statement of [
      "copy vehicle from stdin",
      "copy vehicle to '/tmp/vehicles'",
      "copy (table vehicle) to program 'cat'",
      "copy vehicle from program 'cat /etc/passwd'",
    ])
      await expect(program.unsafe(statement), statement).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:42501|0A000)$/),
      });
  });

  test.each([
    // policies
    "alter table vehicle disable row level security",
    "alter table vehicle no force row level security",
    "alter policy vehicle_tenant on vehicle using (true)",
    "alter policy vehicle_tenant on vehicle rename to nothing",
    "drop policy vehicle_tenant on vehicle",
    "create policy everything on vehicle using (true)",
    "alter table vehicle owner to current_user",
    // rights and roles
    "grant select on pg_statistic to current_user",
    "grant execute on function pg_catalog.set_config(text, text, boolean) to current_user",
    "create role helper bypassrls",
    "alter role current_user superuser",
    "reassign owned by current_user to postgres",
    "set role postgres",
    "set session authorization postgres",
    "alter system set row_security = off",
    // something that others would run or read with their own rights, or in place of the real one
    "create function public.leak() returns text language sql security definer as 'select 1::text'",
    "create or replace function pg_catalog.now() returns timestamptz language sql as 'select null::timestamptz'",
    "create view public.every_vehicle as table vehicle",
    "create temporary table vehicle (vin text)",
    "create temporary view vehicle as select 1",
    "create schema authorization current_user",
    "create table public.vehicle_copy as table vehicle",
    "create rule leak as on select to vehicle do instead nothing",
    "create trigger leak before insert on vehicle for each row execute function suppress_redundant_updates_trigger()",
    "create event trigger leak on ddl_command_start execute function suppress_redundant_updates_trigger()",
    "create publication leak for table vehicle",
    "create extension dblink",
    "create extension file_fdw",
    "create server leak foreign data wrapper postgres_fdw",
    "create operator public.=== (function = texteq, leftarg = text, rightarg = text)",
    "create cast (text as integer) with inout",
    "create statistics leak on make, model from vehicle",
    "create index leak on vehicle (make)",
    "alter database template1 set app.enterprise_id = ''",
    "drop function if exists pg_catalog.set_config(text, text, boolean)",
    "comment on table vehicle is 'leak'",
    "load '/tmp/leak.so'",
    "select lo_export(1, '/tmp/leak')",
  ])("may not: %s", async (statement) => {
    await expect(program.unsafe(statement)).rejects.toMatchObject({
      // not its own; only for superusers; rights over a system table or on an object that has an owner
      code: expect.stringMatching(/^(?:42501|42809|0LP01|42704)$/),
    });
  });
});

test("what the program's role may do, it cannot pass on", async () => {
  const rights = () =>
    program`select relname, relacl::text from pg_class where relacl is not null order by oid`;
  const before = [...(await rights())];
  // PostgreSQL warns, and grants nothing
  await program.unsafe("grant all on vehicle, contract_revision to public");
  expect([...(await rights())]).toEqual(before);
});

describe("a revision that is written", () => {
  const sets = "revision = revision + 1, hash = 'x'";
  test.each([
    `update contract_revision set ${sets}`,
    "update contract_revision set changes = '[]'",
    "delete from contract_revision",
    "truncate contract_revision",
    "with gone as (delete from contract_revision returning *) select * from gone",
    `with changed as (update contract_revision set ${sets} returning *) select * from changed`,
    "insert into contract_revision select * from contract_revision on conflict (enterprise_id, contract_id, revision) do update set hash = 'x'",
    "merge into contract_revision r using contract c on c.contract_id = r.contract_id when matched then delete",
    `merge into contract_revision r using contract c on c.contract_id = r.contract_id when matched then update set ${sets}`,
    "delete from contract",
    "alter table contract_revision disable trigger all",
    "alter table contract_revision drop column hash",
    "drop table contract_revision",
  ])("stays as it is: %s", async (statement) => {
    await expect(database.write(north, (tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  });

  test("is not changed by way of what it refers to", async () => {
    const ways = await program`
      select conname, confupdtype, confdeltype from pg_constraint
      where conrelid = 'contract_revision'::regclass and contype = 'f'`;
    expect(ways.length).toBeGreaterThan(0);
    expect(ways.filter(({ confupdtype, confdeltype }) => confupdtype !== "a" || confdeltype !== "a")).toEqual(
      [],
    );
    const own =
      await program`select tgname from pg_trigger where tgrelid = 'contract_revision'::regclass and not tgisinternal`;
    expect([...own]).toEqual([]);
  });
});
