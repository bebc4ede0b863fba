import { account, session } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { hashPassword as formerHash } from "better-auth/crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { hashPassword, hashTurns, isOutdated, isPasswordOf } from "./passwords.ts";
import {
  aLinkFor,
  anEnterprise,
  anIdentity,
  aUser,
  password,
  signInRequest,
  trySignIn,
} from "./testing/an-enterprise.ts";
import { openTurns } from "./turns.ts";

const { database } = await testDatabase();
const enterpriseId = await anEnterprise(database);
const identity = anIdentity(database);

const storedOf = async (userId: string) => {
  const [row] = await database.signIn
    .select({ hash: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, "credential")));
  return row?.hash ?? "";
};

/** Lets nobody hash while `during` runs, which is told how to wait for the one who comes to it. */
async function whileNobodyHashes(during: (someoneWaits: () => Promise<void>) => Promise<unknown>) {
  const held = Promise.withResolvers<void>();
  const places = [1, 2].map(() => hashTurns.take(() => held.promise));
  try {
    await during(() => expect.poll(() => hashTurns.waiting(), { interval: 2 }).toBe(1));
  } finally {
    held.resolve();
    await Promise.all(places);
  }
}

test("a password is kept as Argon2id at the cost that OWASP asks for, each with a salt of its own", async () => {
  const { userId } = await aUser(database, enterpriseId);
  const stored = await storedOf(userId);
  const [, memory, passes, lanes, salt, hash] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored) ?? [];
  expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024);
  expect(Number(passes)).toBeGreaterThanOrEqual(2);
  expect(lanes).toBe("1");
  expect(Buffer.from(salt ?? "", "base64")).toHaveLength(16);
  expect(Buffer.from(hash ?? "", "base64")).toHaveLength(32);
  expect(await hashPassword(password)).not.toBe(await hashPassword(password));
});

test("a password is the one of its hash alone, however its letters are composed", async () => {
  const hash = await hashPassword("caf\u00e9 au lait, twelve");
  expect(await isPasswordOf(hash, "cafe\u0301 au lait, twelve")).toBe(true);
  expect(await isPasswordOf(hash, "cafe au lait, twelve")).toBe(false);
  expect(isOutdated(hash)).toBe(false);
  expect(isOutdated(hash.replace("t=2", "t=1"))).toBe(true);
  await expect(isPasswordOf("$argon2id$v=19$nonsense", password)).rejects.toThrow("no known kind");
});

test("a hash of before is good, and is brought to the present cost by the next sign-in", async () => {
  const { userId, email } = await aUser(database, enterpriseId);
  const former = await formerHash(password);
  await database.signIn.update(account).set({ password: former }).where(eq(account.userId, userId));
  expect((await trySignIn(identity, { email, password: "not the right password" })).status).toBe(401);
  expect(await storedOf(userId)).toBe(former);
  expect((await trySignIn(identity, { email, password })).status).toBe(200);
  const present = await storedOf(userId);
  expect(isOutdated(present)).toBe(false);
  expect((await trySignIn(identity, { email, password })).status).toBe(200);
  expect(await storedOf(userId)).toBe(present);
});

test("for an account that is not there, or has no password yet, as much is hashed as for one that is", async () => {
  const known = await aUser(database, enterpriseId);
  const invited = await aUser(database, enterpriseId);
  await database.signIn.delete(account).where(eq(account.userId, invited.userId));
  for (const email of [known.email, invited.email, "nobody@example.com"]) {
    let answer: Promise<{ status: number }> | undefined;
    await whileNobodyHashes(async (someoneWaits) => {
      answer = trySignIn(identity, { email, password: "not the right password" });
      await someoneWaits();
    });
    expect((await answer)?.status).toBe(401);
  }
});

test("while a password is hashed, no transaction is open", async () => {
  const { email } = await aUser(database, enterpriseId);
  const { userId } = await aUser(database, enterpriseId);
  const inTransaction = async () => {
    const [row] = await database.signIn.execute<{ open: number }>(sql`
      select count(*)::integer as open from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`);
    return row?.open;
  };
  const token = await aLinkFor(database, userId);
  for (const work of [
    () => identity.handler(signInRequest({ email, password })),
    () => identity.acceptLink(token, "another long enough password"),
  ]) {
    let answer: Promise<unknown> | undefined;
    await whileNobodyHashes(async (someoneWaits) => {
      answer = work();
      await someoneWaits();
      expect(await inTransaction()).toBe(0);
    });
    await answer;
  }
  expect(await database.signIn.select().from(session)).not.toHaveLength(0);
});

test("of those who wait for a turn, one too many is told so at once, and the others have theirs", async () => {
  const turns = openTurns({ atOnce: 1, longestQueue: 2 });
  const held = Promise.withResolvers<number>();
  const taken = [turns.take(() => held.promise), turns.take(async () => 2), turns.take(async () => 3)];
  await expect(turns.take(async () => 4)).rejects.toMatchObject({ problem: { code: "OVERLOADED" } });
  held.resolve(1);
  expect(await Promise.all(taken)).toEqual([1, 2, 3]);
  expect(await turns.take(async () => 5)).toBe(5);
});

test("one who fails leaves the turn to the next", async () => {
  const turns = openTurns({ atOnce: 1, longestQueue: 2 });
  await expect(turns.take(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await turns.take(async () => "next")).toBe("next");
});
