import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import { anEnterprise, anIdentity, aUser, password, trySignIn } from "./testing/an-enterprise.ts";

const { database } = await testDatabase();
const enterpriseId = await anEnterprise(database);
let now = Date.now();
const identity = anIdentity(database, { clock: () => now });

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
const iPad =
  "Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";

/** Two sessions of one user, the second opened on a tablet elsewhere. */
async function twoSessions() {
  const { email } = await aUser(database, enterpriseId);
  const open = async (userAgent: string, address: string) => {
    const { cookie } = await trySignIn(
      identity,
      { email, password },
      { "user-agent": userAgent, "x-peer-address": address },
    );
    const headers = new Headers({ cookie });
    const account = await identity.accountOf(headers);
    if (!account) throw new Error("Nobody is signed in.");
    return { account, isIn: async () => (await identity.actorOf(headers, "c")) !== null };
  };
  return [await open(chrome, "192.0.2.10"), await open(iPad, "198.51.100.11")] as const;
}

test("one's sessions are listed with device, address and when they were last seen, this one first", async () => {
  const [desk, tablet] = await twoSessions();
  now += 20 * 60_000;
  await tablet.isIn();
  const { sessions } = await desk.account.facts();
  expect(sessions).toMatchObject([
    { device: "Chrome on Windows", address: "192.0.2.10", isThis: true },
    {
      device: "Safari on iPad",
      address: "198.51.100.11",
      isThis: false,
      lastSeenAt: new Date(now).toISOString(),
    },
  ]);
  expect((await tablet.account.facts()).sessions.map(({ isThis }) => isThis)).toEqual([true, false]);
  // nothing by which a session could be taken over
  expect(JSON.stringify(sessions)).not.toMatch(/token/i);
});

test("one session is ended, at once, and another's is not there to be ended", async () => {
  const [desk, tablet] = await twoSessions();
  const [stranger] = await twoSessions();
  const [, theTablet] = (await desk.account.facts()).sessions;
  const sessionId = theTablet?.sessionId ?? "";
  await expect(stranger.account.endSession(sessionId)).rejects.toMatchObject({
    problem: { code: "NOT_FOUND" },
  });
  expect(await tablet.isIn()).toBe(true);
  await desk.account.endSession(sessionId);
  expect(await tablet.isIn()).toBe(false);
  expect(await desk.isIn()).toBe(true);
  await expect(desk.account.endSession(sessionId)).rejects.toMatchObject({ problem: { code: "NOT_FOUND" } });
});

test("all other sessions are ended at once; this one and other people's go on", async () => {
  const [desk, tablet] = await twoSessions();
  const [stranger] = await twoSessions();
  expect(await desk.account.endOtherSessions()).toBe(1);
  expect([await desk.isIn(), await tablet.isIn(), await stranger.isIn()]).toEqual([true, false, true]);
});

test("without a session there is no account, and none for one who was disabled", async () => {
  expect(await identity.accountOf(new Headers())).toBeNull();
  expect(
    await identity.accountOf(new Headers({ cookie: "vehicle-contracts.session_token=made.up" })),
  ).toBeNull();
});
