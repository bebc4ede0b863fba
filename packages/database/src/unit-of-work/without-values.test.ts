import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId, party, type TenantTx, user } from "../index.ts";
import { testDatabase } from "../testing/index.ts";

const { database, open } = await testDatabase();

const personal = "felix.morland@example.com";
/** All that a log could print of what was rejected with, hidden properties too. */
const printed = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return inspect(error, { showHidden: true, depth: 10 });
};
const now = new Date("2026-03-01T09:00:00.000Z");
const aUser = (id: string) => ({ id, name: personal, email: personal, createdAt: now, updatedAt: now });
const badCast = sql`select ${personal}::uuid`;

test("an error of sign-in says by its code what failed and from where, and no value", async () => {
  const id = newId();
  await database.signIn.insert(user).values(aUser(id));
  for (const [code, work] of [
    ["22P02", () => database.signIn.execute(badCast)],
    ["23505", () => database.signIn.insert(user).values(aUser(id))],
    ["23505", () => database.signIn.transaction((tx) => tx.insert(user).values(aUser(id)))],
    ["22P02", () => database.signIn.transaction((tx) => tx.execute(badCast))],
  ] as const) {
    const text = await printed(work());
    expect(text).toContain(code);
    expect(text).toMatch(/ at .*\.[tj]s/);
    expect(text).not.toContain(personal);
  }
});

test("an error within a unit of work carries no value, neither to the work nor out of it", async () => {
  const id = newId();
  let within = "";
  const fails = async (tx: TenantTx) => {
    within = await printed(tx.execute(badCast));
  };
  for (const text of [
    await printed(database.write(id, (tx) => tx.execute(badCast))),
    await printed(database.write(id, fails)),
    await printed(
      database.read(id, (tx) =>
        tx
          .select()
          .from(party)
          .where(eq(party.name, `\u0000${personal}`)),
      ),
    ),
    within,
  ]) {
    expect(text).not.toContain(personal);
    expect(text).toMatch(/22P02|22021/);
  }
});

test("a server that is gone is told by the driver's code, without what was asked of it", async () => {
  const gone = open({ silenceMs: 500 });
  await gone.signIn.execute(sql`select 1`);
  const dying = gone.signIn.execute(sql`select pg_terminate_backend(pg_backend_pid()), ${personal}::text`);
  const text = await printed(dying);
  expect(text).toMatch(/57P01|CONNECTION_CLOSED/);
  expect(text).not.toContain(personal);
});
