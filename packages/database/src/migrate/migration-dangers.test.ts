import { describe, expect, test } from "vitest";
import { migrationDangers } from "../testing/migration-dangers.ts";
import { readMigrations } from "./read-migrations.ts";

/** Migrations from before the first release: no register that anybody uses had rows then. */
const beforeTheFirstRelease = new Map([
  ["0001_row_level_security", 4],
  ["0003_party_by_created", 1],
  ["0004_vehicle_by_name", 1],
]);

test.each(readMigrations())("$tag is safe on a register in use", ({ tag, statements }) => {
  const dangers = migrationDangers(statements.join(";"));
  const allowed = beforeTheFirstRelease.get(tag);
  if (allowed === undefined) expect(dangers).toEqual([]);
  else expect(dangers).toHaveLength(allowed);
});

describe("refused of a migration", () => {
  test.each([
    ["create index i on contract (enterprise_id)", "make it concurrently"],
    ['CREATE UNIQUE INDEX "i" ON "public"."contract" USING btree ("enterprise_id")', "make it concurrently"],
    ["drop index contract_facets", "drop it concurrently"],
    ["reindex table contract", "reindex concurrently"],
    ["alter table contract add column a text not null", "needs a default"],
    ["alter table contract add column a text, add b text not null", "needs a default"],
    ["alter table contract add column a uuid default gen_random_uuid()", "written anew"],
    ["alter table contract add column a bigserial", "written anew"],
    ["alter table contract add column a numeric(10, 2) generated always as (1) stored", "written anew"],
    ["alter table contract add column a text references store", "not valid"],
    ["alter table contract add constraint c foreign key (a, b) references store (a, b)", "not valid"],
    ["alter table contract add constraint c check (a > 1)", "not valid"],
    ["alter table contract add constraint c unique (enterprise_id, vin)", "using index"],
    ["alter table contract alter column notes type varchar(10)", "written anew"],
    ['ALTER TABLE "contract" ALTER COLUMN "notes" SET DATA TYPE varchar(10)', "written anew"],
    ["alter table contract alter column notes set not null", "reads every row"],
    ["alter table contract drop column notes", "former version"],
    ["alter table contract rename column notes to remarks", "former version"],
    ["alter table contract rename to agreement", "former version"],
    ["drop table contract", "former version"],
    ["drop policy contract_tenant on contract", "former version"],
    ["truncate contract", "for good"],
    ["lock table contract", "for as long as it takes"],
    ["alter table contract disable row level security", "one of the two locks"],
    ["alter table contract no force row level security", "one of the two locks"],
    ["-- later\nalter table contract add column a text;\n drop table store", "former version"],
    ["create index concurrently i on contract (vin)", "drop it concurrently if exists first"],
    [
      "drop index concurrently if exists i; create index concurrently i on contract (vin); select 1",
      "migration of its own",
    ],
  ])("%s", (statement, danger) => {
    const dangers = migrationDangers(statement);
    expect(dangers).toHaveLength(1);
    expect(dangers[0]).toContain(danger);
  });
});

describe("let through is", () => {
  test.each([
    "create table note (enterprise_id uuid not null); create index i on note (enterprise_id); alter table note add constraint f foreign key (a) references store (a)",
    "alter table contract add column a text",
    "alter table contract add column a boolean default false not null",
    "alter table contract add column a jsonb default '{\"not null\": 1}'::jsonb not null",
    "alter table contract add constraint c check (a > 1) not valid",
    "alter table contract validate constraint c",
    "alter table contract add constraint c unique using index i",
    "alter table contract alter column notes drop not null",
    "drop index concurrently if exists i;--> statement-breakpoint\ncreate index concurrently i on contract (enterprise_id, vin)",
    "-- drop table contract\nselect 'drop table contract'",
    "do $$ begin drop table contract; end $$",
    "update contract set notes = '; truncate contract'",
  ])("%s", (statement) => {
    expect(migrationDangers(statement)).toEqual([]);
  });
});
