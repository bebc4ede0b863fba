import { recoveryCode, secondFactor, session, signInEvent } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { Account } from "./account.ts";
import { addresses, anEnterprise, anIdentity, aUser, password, trySignIn } from "./testing/an-enterprise.ts";
import { codeOf, stepAt } from "./totp.ts";

const { database } = await testDatabase();
const enterpriseId = await anEnterprise(database);
let now = Date.now();
const clock = () => now;
const identity = anIdentity(database, { clock });
const nextAddress = addresses();
// Each test with codes of its own time, as a person has them.
beforeEach(() => {
  now += 120_000;
});

const accountBy = async (cookie: string): Promise<Account> => {
  const account = await identity.accountOf(new Headers({ cookie, "x-peer-address": "192.0.2.1" }));
  if (!account) throw new Error("Nobody is signed in.");
  return account;
};

/** What an authenticator app shows for the secret that it was given, so many steps of 30 seconds from now. */
function shownBy(secret: string, steps = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll(" ", "")]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return codeOf(bytes, stepAt(now) + steps);
}

/** A user who is signed in. */
async function signedIn() {
  const user = await aUser(database, enterpriseId);
  const { status, cookie } = await trySignIn(identity, { email: user.email, password });
  expect(status).toBe(200);
  return { ...user, cookie };
}

/** A user with an authenticator app, which shows another code than the one that was taken at the set-up. */
async function withApp() {
  const user = await signedIn();
  const account = await accountBy(user.cookie);
  const { secret } = await account.beginSecondFactor(password);
  const codes = await account.confirmSecondFactor(shownBy(secret));
  now += 30_000;
  const tryBy = (
    proof: { code?: string; recoveryCode?: string; password?: string },
    headers = nextAddress(),
  ) => trySignIn(identity, { email: user.email, password, ...proof }, headers);
  return { ...user, account, secret, codes, tryBy };
}

test("set up from the account, it is asked for at the sign-in, and no session is made before it is shown", async () => {
  const { userId, secret, tryBy } = await withApp();
  const sessions = () => database.signIn.select().from(session).where(eq(session.userId, userId));
  expect(await sessions()).toHaveLength(1);
  const asked = await tryBy({});
  expect(asked).toMatchObject({ status: 401, code: "SECOND_FACTOR_REQUIRED", cookie: "" });
  const wrong = await tryBy({ code: shownBy(secret, 5) });
  expect(wrong).toMatchObject({ status: 401, code: "SECOND_FACTOR_WRONG", cookie: "" });
  expect(await sessions()).toHaveLength(1);
  const { status, cookie } = await tryBy({ code: ` ${shownBy(secret).replace(/^.../, "$& ")}` });
  expect(status).toBe(200);
  expect(await identity.actorOf(new Headers({ cookie }), "c")).toMatchObject({ id: userId });
});

test("who does not know the password learns nothing of a second factor", async () => {
  const { secret, tryBy } = await withApp();
  const plain = await aUser(database, enterpriseId);
  const bad = "not the right password";
  const answers = [
    await tryBy({ password: bad }),
    await tryBy({ password: bad, code: shownBy(secret) }),
    await trySignIn(identity, { email: plain.email, password: bad }, nextAddress()),
  ];
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 401, code: "INVALID_EMAIL_OR_PASSWORD" });
});

test("the picture, the text and the link hold one secret, in the form that apps take", async () => {
  const { email, cookie } = await signedIn();
  const { secret, uri, qr } = await (await accountBy(cookie)).beginSecondFactor(password);
  expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  expect(uri).toContain(`secret=${secret.replaceAll(" ", "")}&`);
  expect(uri).toContain(encodeURIComponent(email));
  const { default: decodeQR } = await import("qr/decode.js");
  expect(decodeQR(bitmapOf(qr))).toBe(uri);
});

/** The path as a camera sees it. */
function bitmapOf({ size, path }: { size: number; path: string }) {
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x = 0, y = 0] of path.matchAll(/M(\d+) (\d+)/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      data.fill(0, (row * width + Number(x) * scale) * 4, (row * width + (Number(x) + 1) * scale) * 4);
  return { width, height: width, data };
}

test("the set-up takes the password, and a code of the app; until then nothing is asked for", async () => {
  const { email, cookie } = await signedIn();
  const account = await accountBy(cookie);
  await expect(account.beginSecondFactor("not the right password")).rejects.toMatchObject({
    problem: { code: "INVALID", fields: [{ path: "password" }] },
  });
  const { secret } = await account.beginSecondFactor(password);
  await expect(account.confirmSecondFactor(shownBy(secret, 7))).rejects.toMatchObject({
    problem: { code: "INVALID", fields: [{ path: "code" }] },
  });
  expect((await trySignIn(identity, { email, password })).status).toBe(200);
  // begun again, the first secret is void
  const again = await account.beginSecondFactor(password);
  await expect(account.confirmSecondFactor(shownBy(secret))).rejects.toMatchObject({
    problem: { code: "INVALID" },
  });
  expect(await account.confirmSecondFactor(shownBy(again.secret))).toHaveLength(10);
  await expect(account.beginSecondFactor(password)).rejects.toMatchObject({ problem: { code: "FORBIDDEN" } });
  await expect(account.confirmSecondFactor(shownBy(again.secret))).rejects.toMatchObject({
    problem: { code: "FORBIDDEN" },
  });
});

test("a code is taken once: not at the sign-in after the set-up, not twice, and by one of ten at once", async () => {
  const { secret, tryBy } = await withApp();
  expect(await tryBy({ code: shownBy(secret, -1) })).toMatchObject({ code: "SECOND_FACTOR_WRONG" });
  const code = shownBy(secret);
  const address = nextAddress();
  // with more than the five tries that one address has
  const tries = await Promise.all(Array.from({ length: 5 }, () => tryBy({ code }, address)));
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await tryBy({ code })).status).toBe(401);
  now += 30_000;
  expect((await tryBy({ code: shownBy(secret) })).status).toBe(200);
});

test("a recovery code is good once, however it is copied; the others stay", async () => {
  const { userId, codes, tryBy, account } = await withApp();
  expect(new Set(codes).size).toBe(10);
  const [first = "", second = "", third = ""] = codes;
  expect(first).toMatch(/^[2-9a-z]{5}-[2-9a-z]{5}$/);
  expect((await tryBy({ recoveryCode: ` ${first.toUpperCase().replace("-", " ")}` })).status).toBe(200);
  expect(await tryBy({ recoveryCode: first })).toMatchObject({ status: 401, code: "SECOND_FACTOR_WRONG" });
  const tries = await Promise.all(Array.from({ length: 5 }, () => tryBy({ recoveryCode: second })));
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await account.facts()).secondFactor).toMatchObject({ recoveryCodesLeft: 8 });
  // a code of one is none of another
  const other = await withApp();
  expect((await other.tryBy({ recoveryCode: third })).status).toBe(401);
  const events = await database.signIn
    .select()
    .from(signInEvent)
    .where(eq(signInEvent.userId, userId))
    .orderBy(asc(signInEvent.at));
  expect(events.map(({ what }) => what)).toEqual([
    "SECOND_FACTOR_ON",
    "RECOVERY_CODE_USED",
    "RECOVERY_CODE_USED",
  ]);
});

test("new recovery codes take the password, and end the former ones", async () => {
  const { account, codes, tryBy } = await withApp();
  await expect(account.renewRecoveryCodes("not the right password")).rejects.toMatchObject({
    problem: { code: "INVALID", fields: [{ path: "password" }] },
  });
  const fresh = await account.renewRecoveryCodes(password);
  expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
  expect((await tryBy({ recoveryCode: codes[0] ?? "" })).status).toBe(401);
  expect((await tryBy({ recoveryCode: fresh[0] ?? "" })).status).toBe(200);
  const without = await accountBy((await signedIn()).cookie);
  await expect(without.renewRecoveryCodes(password)).rejects.toMatchObject({
    problem: { code: "FORBIDDEN" },
  });
});

test("switched off with the password, the password alone suffices, and no code of before is left", async () => {
  const { userId, account, tryBy } = await withApp();
  await expect(account.endSecondFactor("not the right password")).rejects.toMatchObject({
    problem: { code: "INVALID" },
  });
  expect((await tryBy({})).status).toBe(401);
  await account.endSecondFactor(password);
  expect((await account.facts()).secondFactor).toBeNull();
  expect((await tryBy({})).status).toBe(200);
  expect(await database.signIn.select().from(recoveryCode).where(eq(recoveryCode.userId, userId))).toEqual(
    [],
  );
});

test("setting it up ends the sessions that the password alone had opened, but this one", async () => {
  const { email, cookie } = await signedIn();
  const elsewhere = await trySignIn(identity, { email, password });
  const account = await accountBy(cookie);
  const { secret } = await account.beginSecondFactor(password);
  expect(await identity.actorOf(new Headers({ cookie: elsewhere.cookie }), "c")).not.toBeNull();
  await account.confirmSecondFactor(shownBy(secret));
  expect(await identity.actorOf(new Headers({ cookie: elsewhere.cookie }), "c")).toBeNull();
  expect(await identity.actorOf(new Headers({ cookie }), "c")).not.toBeNull();
});

test("a new password by a link leaves the second factor where it is", async () => {
  const { userId, secret, tryBy } = await withApp();
  const { aLinkFor } = await import("./testing/an-enterprise.ts");
  const fresh = "another long enough password";
  await anIdentity(database).acceptLink(await aLinkFor(database, userId), fresh);
  expect(await tryBy({ password: fresh })).toMatchObject({ code: "SECOND_FACTOR_REQUIRED" });
  expect((await tryBy({ password: fresh, code: shownBy(secret) })).status).toBe(200);
});

test("who guesses codes with the right password has to wait, from one address and from many", async () => {
  const one = await withApp();
  const address = nextAddress();
  for (const _ of Array.from({ length: 5 }))
    expect((await one.tryBy({ code: "000000" }, address)).status).toBe(401);
  expect(await one.tryBy({ code: shownBy(one.secret) }, address)).toMatchObject({ status: 429, wait: 30 });
  // being asked for the code is no failure
  const many = await withApp();
  for (const _ of Array.from({ length: 8 })) expect((await many.tryBy({}, address)).status).toBe(401);
  for (const _ of Array.from({ length: 20 }))
    expect((await many.tryBy({ recoveryCode: "aaaaa-aaaaa" })).status).toBe(401);
  expect((await many.tryBy({ code: shownBy(many.secret) })).status).toBe(429);
});

test("neither secret nor recovery code is stored as it is, and both are good under the program's secret alone", async () => {
  const { userId, email, secret, codes } = await withApp();
  const stored = JSON.stringify([
    await database.signIn.select().from(secondFactor).where(eq(secondFactor.userId, userId)),
    await database.signIn.select().from(recoveryCode).where(eq(recoveryCode.userId, userId)),
  ]).toLowerCase();
  for (const kept of [
    secret,
    secret.replaceAll(" ", ""),
    ...codes,
    ...codes.map((code) => code.replace("-", "")),
  ])
    expect(stored).not.toContain(kept.toLowerCase());
  const other = anIdentity(database, { clock, secret: "another secret, also of thirty-two characters" });
  await expect(trySignIn(other, { email, password, code: shownBy(secret) }, nextAddress())).rejects.toThrow();
  // nor is one user's secret good in another's row
  const [mine] = await database.signIn.select().from(secondFactor).where(eq(secondFactor.userId, userId));
  const theirs = await withApp();
  await database.signIn
    .update(secondFactor)
    .set({ secret: mine?.secret ?? "" })
    .where(eq(secondFactor.userId, theirs.userId));
  await expect(theirs.tryBy({ code: shownBy(secret) })).rejects.toThrow();
});
