import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../index.ts";
import { applyMigrations } from "../migrate/apply-migrations.ts";
import { migrate } from "../migrate/index.ts";
import { readMigrations } from "../migrate/read-migrations.ts";
import { testDatabase } from "../testing/index.ts";
import { oneOfEach } from "../testing/one-of-each.ts";
import { type ExportedRegister, exportRegister } from "./export-register.ts";
import { backupRefusal, importRegister, type RowsOfTable } from "./import-register.ts";
import { programFaults } from "./program-faults.ts";
import { registerFaults } from "./register-faults.ts";

const { database, superuserUrl, ownerUrl, programUrl } = await testDatabase();
const server = new URL(superuserUrl);
server.pathname = "/postgres";
const maintenance = postgres(server.href, { max: 1, onnotice: () => {} });
const made: string[] = [];
afterAll(async () => {
  for (const name of made) await maintenance`drop database ${maintenance(name)} with (force)`;
  await maintenance.end();
});

const enterprises = [newId(), newId()];
const parts: RowsOfTable[] = [];
let register: ExportedRegister;
beforeAll(async () => {
  for (const id of enterprises) await database.write(id, oneOfEach);
  register = await exportRegister(superuserUrl, {
    onRows: async (table, rows) => void parts.push({ table, rows }),
  });
});

async function emptyDatabase() {
  const name = `restored_${randomUUID().replaceAll("-", "")}`;
  made.push(name);
  await maintenance`create database ${maintenance(name)} owner ${maintenance(new URL(ownerUrl).username)}`;
  const on = (address: string) => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.href;
  };
  return { ownerUrl: on(ownerUrl), superuserUrl: on(superuserUrl) };
}
const asRows = async function* (rows: readonly RowsOfTable[]) {
  yield* rows;
};
const textOf = (rows: readonly RowsOfTable[]) =>
  rows.map(({ table, rows: text }) => `${table}\n${text.toString()}`);

describe("an exported register", () => {
  /** Where nothing is taken in, one refusal after the other. */
  let refusing: { ownerUrl: string; superuserUrl: string } | undefined;

  test("is the same when it is exported from where it was imported", async () => {
    const place = await emptyDatabase();
    await importRegister(place, register, asRows(parts));
    const again: RowsOfTable[] = [];
    const copy = await exportRegister(place.superuserUrl, {
      onRows: async (table, rows) => void again.push({ table, rows }),
    });
    expect(copy).toEqual(register);
    expect(register.tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(10);
    expect(textOf(again)).toEqual(textOf(parts));

    // As the program finds it: its role, the policies, the keys.
    const migrated = await migrate(place.ownerUrl);
    expect(await registerFaults(place.superuserUrl, new URL(migrated.programUrl).username)).toEqual([]);
  });

  test("is one state of it, whatever is written between one table and the next", async () => {
    let written = 0;
    const exported = await exportRegister(superuserUrl, {
      async onRows() {
        if (written > 2) return;
        written += 1;
        await database.write(newId(), oneOfEach);
      },
    });
    expect(written).toBe(3);
    expect(exported.tables).toEqual(register.tables);
  });

  test("of an older version gets the schema it had", async () => {
    const [former, place] = [await emptyDatabase(), await emptyDatabase()];
    const owner = postgres(former.ownerUrl, { max: 1, onnotice: () => {} });
    await applyMigrations(owner, readMigrations().slice(0, 2));
    await owner.end();
    const older = await exportRegister(former.superuserUrl, { onRows: async () => {} });
    await importRegister(place, older, asRows([]));
    const copy = await exportRegister(place.superuserUrl, { onRows: async () => {} });
    expect(copy).toEqual(older);
    expect(copy.tables.length).toBeLessThan(register.tables.length);
    await migrate(place.ownerUrl);
  });

  test.each([
    [
      "a table's rows are missing",
      (rows: RowsOfTable[]) => rows.filter(({ table }) => table !== "public.contract_revision"),
      "should have 2 rows of public.contract_revision, and has 0",
    ],
    [
      "a row is there that another refers to in vain",
      (rows: RowsOfTable[]) => rows.filter(({ table }) => table !== "public.vehicle"),
      "violates foreign key constraint",
    ],
    [
      "there are rows of a table that is none of its",
      (rows: RowsOfTable[]) => [...rows, { table: "public.other", rows: Buffer.from("1\n") }],
      "rows of public.other",
    ],
    [
      "a row is not one of its table",
      (rows: RowsOfTable[]) =>
        rows.map((part) => (part.table === "public.store" ? { ...part, rows: Buffer.from("x\n") } : part)),
      "invalid input syntax",
    ],
  ])("is not taken in where %s, and nothing of it stays", async (_, change, sentence) => {
    refusing ??= await emptyDatabase();
    const place = refusing;
    await expect(importRegister(place, register, asRows(change(parts)))).rejects.toThrow(sentence);
    const sql = postgres(place.superuserUrl, { max: 1, onnotice: () => {} });
    expect(await sql`select from enterprise`).toHaveLength(0);
    await sql.end();
  });

  test("is ended by its caller at any time", async () => {
    const ending = new AbortController();
    const exported = exportRegister(superuserUrl, {
      onRows: async () => ending.abort(),
      signal: ending.signal,
    });
    await expect(exported).rejects.toThrow("abort");
  });

  test("of a newer version, or of another history, is none of ours", () => {
    expect(backupRefusal(register.migrations)).toBeNull();
    expect(backupRefusal([...register.migrations, "later"])).toContain("made by a newer version");
    expect(backupRefusal(["another", ...register.migrations.slice(1)])).toContain("another history");
  });
});

describe("the rights of the program", () => {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  afterAll(() => owner.end());
  const role = new URL(programUrl).username;
  class Undone extends Error {}
  const faultsWith = async (statement: string) => {
    let faults: string[] = [];
    const planted = owner.begin(async (sql) => {
      await sql.unsafe(statement);
      faults = await programFaults(sql, role);
      throw new Undone();
    });
    await expect(planted).rejects.toThrow(Undone);
    return faults;
  };

  test("are those it needs", async () => {
    expect(await programFaults(owner, role)).toEqual([]);
    expect(await programFaults(owner, "nobody_at_all")).toContain("there is no role nobody_at_all");
  });

  test.each([
    ["the program may DELETE on public.contract", `grant delete on contract to "${role}"`],
    ["the program may UPDATE on public.contract_revision", `grant update on contract_revision to "${role}"`],
    ["everybody may SELECT on auth.user", 'grant select on auth."user" to public'],
    ["the program may not INSERT on public.party", `revoke insert on party from "${role}"`],
  ])("are seen to be others: %s", async (fault, statement) => {
    expect(await faultsWith(statement)).toContain(fault);
  });
});
