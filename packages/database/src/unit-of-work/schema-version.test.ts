import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { readMigrations } from "../migrate/read-migrations.ts";
import { testDatabase } from "../testing/index.ts";
import { refusalOf, requireSchema, SchemaRefused } from "./schema-version.ts";

const { ownerUrl, programUrl, superuserUrl } = await testDatabase();
const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());
const known = readMigrations();
const mine = known.map(({ when }) => when);
const program = { url: programUrl, applicationName: "schema test" };
const never = () => expect.unreachable();

test("a program with the register's schema starts", async () => {
  await requireSchema(program, never);
});

test("one that is newer than the register says which schema it wants, which there is, and who migrates", async () => {
  await owner`delete from drizzle.__drizzle_migrations where created_at = ${mine.at(-1) ?? 0}`;
  const refused = requireSchema(program, never);
  await expect(refused).rejects.toThrow(SchemaRefused);
  await expect(refused).rejects.toThrow(
    `This program wants schema ${known.length} (${known.at(-1)?.tag}) of the register, and the database has ${known.length - 1} (${known.at(-2)?.tag}): npx pnpm@12 start migrates it.`,
  );
  await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values (${known.at(-1)?.hash ?? ""}, ${mine.at(-1) ?? 0})`;
});

test("one that is older than the register says so", async () => {
  await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`;
  await expect(requireSchema(program, never)).rejects.toThrow("this program is older than the register");
  await owner`delete from drizzle.__drizzle_migrations where hash = 'later'`;
});

test("a register that no version with such a look migrated is older, whatever it has", async () => {
  await owner`revoke all on drizzle.__drizzle_migrations from ${owner(new URL(programUrl).username)}`;
  await expect(requireSchema(program, never)).rejects.toThrow("none, or one of before: npx pnpm@12 start");
  await owner`grant select on drizzle.__drizzle_migrations to ${owner(new URL(programUrl).username)}`;
});

test("a schema with another history is nobody's to migrate", () => {
  expect(refusalOf([...mine.slice(0, -1), 5])).toContain("another history");
});

test("a database that does not answer does not keep a program from starting, and is asked again until it does", async () => {
  const refusals: SchemaRefused[] = [];
  const database = new URL(programUrl).pathname.slice(1);
  const elsewhere = new URL(superuserUrl);
  elsewhere.pathname = "/postgres";
  const superuser = postgres(elsewhere.href, { max: 1, onnotice: () => {} });
  await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`;
  await superuser`alter database ${superuser(database)} with allow_connections false`;
  await requireSchema(program, (error) => refusals.push(error));
  expect(refusals).toEqual([]);
  await superuser`alter database ${superuser(database)} with allow_connections true`;
  await superuser.end();
  await expect.poll(() => refusals.map(({ name }) => name), { timeout: 20_000 }).toEqual(["SchemaRefused"]);
});
