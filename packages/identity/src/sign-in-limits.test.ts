import { signInLimit } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import { openAttemptCounts } from "./attempt-counts.ts";
import { openSignInLimits, signInAllowance } from "./sign-in-limits.ts";
import { addresses, anEnterprise, anIdentity, aUser, password, trySignIn } from "./testing/an-enterprise.ts";

const { database } = await testDatabase();
const enterpriseId = await anEnterprise(database);
let now = Date.now();
const clock = () => now;
const wrong = "not the right password";
const limits = openSignInLimits(openAttemptCounts({ signIn: database.signIn, clock }));
const strangers = addresses();

/** An attempt of a stranger's, counted as a wrong one. */
const fails = (account: string, address = strangers()["x-peer-address"] ?? "") =>
  limits.take({ account, address, knownDevice: null, isKnownAddress: false });
const waitOf = (answer: Awaited<ReturnType<typeof fails>>) =>
  "waitSeconds" in answer ? answer.waitSeconds : null;
const times = (n: number) => Array.from({ length: n });

test("the sixth wrong password has to wait, whichever of two processes it comes to, by page or from the server", async () => {
  const { email } = await aUser(database, enterpriseId);
  const [one, other] = [anIdentity(database, { clock }), anIdentity(database, { clock })];
  const headers = strangers();
  for (const [n] of times(5).entries())
    expect((await trySignIn(n % 2 ? one : other, { email, password: wrong }, headers)).status).toBe(401);
  for (const identity of [one, other]) {
    const refused = await trySignIn(identity, { email, password }, headers);
    expect(refused).toMatchObject({ status: 429, code: "LIMIT_EXCEEDED", wait: 30 });
    const fromServer = await identity.signIn({ email, password }, new Headers(headers));
    expect(fromServer.status).toBe(429);
    expect(fromServer.headers.get("retry-after")).toBe("30");
  }
  now += 30_000;
  expect((await trySignIn(one, { email, password }, headers)).status).toBe(200);
});

test("those who sign in at one moment do not refuse each other, whoever's clock was looked at first", async () => {
  const address = strangers()["x-peer-address"];
  expect(waitOf(await fails("one@example.com", address))).toBeNull();
  now -= 1;
  expect(waitOf(await fails("other@example.com", address))).toBeNull();
});

test("each further failure doubles the wait, up to an hour", async () => {
  const address = strangers()["x-peer-address"];
  for (const _ of times(5)) expect(waitOf(await fails("grow@example.com", address))).toBeNull();
  const waits: number[] = [];
  for (const _ of times(10)) {
    const wait = waitOf(await fails("grow@example.com", address)) ?? 0;
    waits.push(wait);
    now += wait * 1000;
    expect(waitOf(await fails("grow@example.com", address))).toBeNull();
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
});

test("case and blanks do not make another account, nor the rest of an IPv6 network another address", async () => {
  const spellings = [
    "vic@example.com",
    "VIC@example.com",
    " vic@example.com ",
    "Vic@Example.com",
    "vic@example.com",
  ];
  for (const [n, spelling] of spellings.entries())
    expect(waitOf(await fails(spelling, `2001:db8:1:2::${n}`))).toBeNull();
  expect(waitOf(await fails("vic@example.com", "2001:db8:1:2:ffff::9"))).toBe(30);
});

test("one address cannot try one account after another", async () => {
  const address = strangers()["x-peer-address"];
  for (const [n] of times(signInAllowance.address.free).entries())
    expect(waitOf(await fails(`user-${n}@example.com`, address))).toBeNull();
  expect(waitOf(await fails("one-more@example.com", address))).toBe(10);
});

test("fifty at once pass no more than one after the other would", async () => {
  const address = strangers()["x-peer-address"];
  const taken = await Promise.all(times(50).map(() => fails("at-once@example.com", address)));
  expect(taken.filter((answer) => waitOf(answer) === null)).toHaveLength(5);
});

test("a stranger who fails a thousand times from many addresses is slowed, and keeps the user out of no place she knows", async () => {
  const identity = anIdentity(database, { clock });
  const { email } = await aUser(database, enterpriseId);
  const office = { "x-peer-address": "198.51.100.20" };
  const first = await trySignIn(identity, { email, password }, office);
  expect(first.status).toBe(200);
  const device = first.cookie.split("; ").find((cookie) => cookie.includes(".device=")) ?? "";

  const began = now;
  let passed = 0;
  for (const [n] of times(1000).entries()) {
    if (waitOf(await fails(email)) === null) passed += 1;
    if (n % 10 === 9) now += 60_000;
  }
  // a hundred minutes of guessing from a thousand addresses
  expect(now - began).toBe(100 * 60_000);
  expect(passed).toBeLessThan(60);
  await fails(email);
  expect((await trySignIn(identity, { email, password }, strangers())).status).toBe(429);

  // her browser, wherever it is now; her desk, whichever browser it is
  expect((await trySignIn(identity, { email, password }, { ...strangers(), cookie: device })).status).toBe(
    200,
  );
  expect((await trySignIn(identity, { email, password }, office)).status).toBe(200);
});

test("a browser that is known for one account is none for another, and has a limit of its own", async () => {
  const identity = anIdentity(database, { clock });
  const [ann, bob] = [await aUser(database, enterpriseId), await aUser(database, enterpriseId)];
  const { cookie } = await trySignIn(identity, { ...ann, password }, strangers());
  const headers = () => ({ ...strangers(), cookie });
  for (const _ of times(20)) await fails(bob.email);
  expect((await trySignIn(identity, { ...bob, password }, headers())).status).toBe(429);
  for (const _ of times(5))
    expect((await trySignIn(identity, { ...ann, password: wrong }, headers())).status).toBe(401);
  expect(await trySignIn(identity, { ...ann, password }, headers())).toMatchObject({ status: 429, wait: 30 });
});

test("whoever sets the password by a link is known in that browser", async () => {
  const identity = anIdentity(database, { clock: () => Date.now() });
  const { userId, email } = await aUser(database, enterpriseId);
  const { aLinkFor } = await import("./testing/an-enterprise.ts");
  const { deviceCookie } = await identity.acceptLink(await aLinkFor(database, userId), password);
  expect(deviceCookie).toMatch(
    /^vehicle-contracts\.device=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/,
  );
  const many = openSignInLimits(openAttemptCounts({ signIn: database.signIn, clock: () => Date.now() }));
  for (const _ of times(30))
    await many.take({
      account: email,
      address: strangers()["x-peer-address"] ?? "",
      knownDevice: null,
      isKnownAddress: false,
    });
  expect((await trySignIn(identity, { email, password }, strangers())).status).toBe(429);
  const cookie = deviceCookie.split(";")[0] ?? "";
  expect((await trySignIn(identity, { email, password }, { ...strangers(), cookie })).status).toBe(200);
});

test("an account that is not there is slowed as one that is, in the same words", async () => {
  const { email } = await aUser(database, enterpriseId);
  const answers = await Promise.all(
    [email, "nobody-at-all@example.com"].map(async (account) => {
      const identity = anIdentity(database, { clock });
      const headers = strangers();
      const said: unknown[] = [];
      for (const _ of times(7))
        said.push(await trySignIn(identity, { email: account, password: wrong }, headers));
      return said;
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.at(-1)).toMatchObject({ status: 429, wait: 30 });
});

test("good attempts do not count, and forgive the failures of this account from there", async () => {
  const comer = {
    account: "good@example.com",
    address: "192.0.2.77",
    knownDevice: null,
    isKnownAddress: true,
  };
  for (const _ of times(4)) await limits.take(comer);
  for (const _ of times(60)) {
    const answer = await limits.take(comer);
    if (!("taken" in answer)) throw new Error(`Had to wait ${answer.waitSeconds} seconds.`);
    await limits.succeeded(answer.taken);
  }
});

test("failures are forgiven as time goes by, and nothing of them is kept for ever", async () => {
  const address = strangers()["x-peer-address"];
  for (const _ of times(5)) await fails("later@example.com", address);
  // Before time goes by: any attempt after that may take away what is over.
  expect((await database.signIn.select().from(signInLimit)).length).toBeGreaterThan(20);
  now += 3 * 3_600_000;
  for (const _ of times(3)) expect(waitOf(await fails("later@example.com", address))).toBeNull();
  expect(waitOf(await fails("later@example.com", address))).toBe(30);
  // One attempt in fifty looks for what is over; two thousand of them do not all miss it.
  const counts = openAttemptCounts({ signIn: database.signIn, clock: () => now });
  const one = {
    key: "one more",
    slowing: { free: 5, firstWait: 30, longestWait: 900, forgivenAfter: 3_600 },
  };
  const kept = async () => (await database.signIn.select().from(signInLimit)).length;
  for (let attempts = 0; attempts < 2_000 && (await kept()) >= 5; attempts += 1) {
    now += 1000 * 3_600_000;
    await counts.take([one]);
  }
  expect(await kept()).toBeLessThan(5);
});
