import {
  newId,
  recoveryCode,
  secondFactor,
  session,
  setPasswordLink,
  signInEvent,
  user as userTable,
} from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { hashSecretToken } from "../secret-token.ts";
import { aClock, aDealerGroup, aUser, type DealerGroup, monday, refusalOf } from "../testing/index.ts";
import { getUser } from "./get.ts";
import { inviteUser } from "./invite.ts";
import { listUsers } from "./list.ts";
import { renewInvitation } from "./renew-invitation.ts";
import { resetSecondFactor } from "./reset-second-factor.ts";
import { updateUser } from "./update.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

type NewUser = Parameters<typeof inviteUser>[2];
const invite = (facts: Partial<NewUser> = {}, actor = group.administrator) =>
  group.change(
    inviteUser,
    { name: "Nora New", email: `${newId()}@example.com`, role: "advisor", allStores: true, ...facts },
    actor,
  );
type Changes = Parameters<typeof updateUser>[2]["changes"];
const update = async (userId: string, changes: Changes, of: DealerGroup = group) => {
  const { version } = await get(userId, of);
  return (await of.change(updateUser, { userId, version, changes }, of.administrator)).user;
};
const get = (userId: string, of: DealerGroup = group) => of.ask(getUser, { userId }, of.administrator);
const linksOf = (userId: string) =>
  database.signIn.select().from(setPasswordLink).where(eq(setPasswordLink.userId, userId));

describe("a user who is invited", () => {
  test("has role and stores at once, and a link for 48 hours of which only a hash is kept", async () => {
    const { user, path, endsAt } = await invite({
      allStores: false,
      storeIds: [group.hamburg.storeId, group.hamburg.storeId],
    });
    expect(user).toEqual({
      userId: expect.any(String),
      version: 1,
      name: "Nora New",
      email: user.email,
      role: "advisor",
      allStores: false,
      storeIds: [group.hamburg.storeId],
      state: "INVITED",
      invitationEndsAt: "2026-03-04T09:00:00.000Z",
      lastSeenAt: null,
      hasSecondFactor: false,
    });
    expect(endsAt).toBe("2026-03-04T09:00:00.000Z");
    const token = /^\/set-password\/([\w-]{43})$/.exec(path)?.[1] ?? "";
    expect(await linksOf(user.userId)).toMatchObject([
      { tokenHash: hashSecretToken(token), endsAt, usedAt: null, createdBy: group.administrator.id },
    ]);
    expect(await get(user.userId)).toEqual(user);
  });

  test("as an administrator has all stores", async () => {
    const { user } = await invite({
      role: "administrator",
      allStores: null,
      storeIds: [group.leeds.storeId],
    });
    expect(user).toMatchObject({ allStores: true, storeIds: [] });
  });

  test("needs a store otherwise, one that is there and the enterprise's own", async () => {
    const without = invite({ allStores: null, storeIds: [] });
    expect(await refusalOf(without)).toMatchObject({ code: "INVALID", fields: [{ path: "storeIds" }] });
    const at = (storeId: string) => invite({ allStores: null, storeIds: [group.leeds.storeId, storeId] });
    expect(await refusalOf(at(newId()))).toMatchObject({
      code: "NOT_FOUND",
      fields: [{ path: "storeIds.1" }],
    });
    expect(await refusalOf(at(stranger.leeds.storeId))).toEqual(await refusalOf(at(newId())));
  });

  test("needs an address nobody has; who has it is named only where they are of this enterprise", async () => {
    const { email, userId } = (await invite()).user;
    const fields = [{ path: "email", code: "DUPLICATE" }];
    expect(await refusalOf(invite({ email }))).toMatchObject({
      code: "DUPLICATE",
      existingId: userId,
      fields,
    });
    const elsewhere = await stranger.change(
      inviteUser,
      { name: "Theirs", email: `${newId()}@example.com`, role: "viewer", allStores: true },
      stranger.administrator,
    );
    expect(await refusalOf(invite({ email: elsewhere.user.email }))).toMatchObject({
      code: "DUPLICATE",
      existingId: null,
      message: "This address is in use. Use another.",
      fields,
    });
  });

  test("of one address twice at once is one", async () => {
    const email = `${newId()}@example.com`;
    const calls = await Promise.allSettled([invite({ email }), invite({ email })]);
    expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a new link", () => {
  test("voids the former one", async () => {
    const { user, path } = await invite();
    clock.set("2026-03-02T10:00:00.000Z");
    const renewed = await group.change(renewInvitation, { userId: user.userId }, group.administrator);
    clock.set(monday);
    expect(renewed.path).not.toBe(path);
    expect(renewed.endsAt).toBe("2026-03-04T10:00:00.000Z");
    const links = await linksOf(user.userId);
    const open = links.filter(({ usedAt }) => usedAt === null);
    expect(links).toHaveLength(2);
    expect(open).toMatchObject([{ tokenHash: hashSecretToken(renewed.path.split("/").at(-1) ?? "") }]);
  });

  test("asked for twice at once leaves one that is good", async () => {
    const { user } = await invite();
    const renew = () => group.change(renewInvitation, { userId: user.userId }, group.administrator);
    await Promise.allSettled([renew(), renew()]);
    expect((await linksOf(user.userId)).filter(({ usedAt }) => usedAt === null)).toHaveLength(1);
  });

  test("is not made for whom is disabled, nor for a stranger's user", async () => {
    const { user } = await invite();
    await update(user.userId, { disabled: true });
    const renew = (userId: string) => group.change(renewInvitation, { userId }, group.administrator);
    expect(await refusalOf(renew(user.userId))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(renew(stranger.advisor.id))).toEqual(await refusalOf(renew(newId())));
  });
});

describe("a change of a user", () => {
  test("touches what is given, and without a difference writes nothing", async () => {
    const { id } = await aUser(group, "Carl Change", "viewer", [group.leeds.storeId]);
    const before = await get(id);
    expect(before).toMatchObject({ state: "ACTIVE", invitationEndsAt: "2026-03-04T09:00:00.000Z" });
    expect(await update(id, { name: "Karl Change" })).toEqual({ ...before, name: "Karl Change", version: 2 });
    expect(await update(id, { role: "viewer", storeIds: [group.leeds.storeId] })).toMatchObject({
      version: 2,
    });
    expect(await update(id, { role: "advisor" })).toMatchObject({
      role: "advisor",
      storeIds: [group.leeds.storeId],
      version: 3,
    });
  });

  test("grants other stores, all, and some again", async () => {
    const { id } = await aUser(group, "Gita Grants", "advisor", [group.leeds.storeId]);
    expect(await update(id, { storeIds: [group.hamburg.storeId, group.leeds.storeId] })).toMatchObject({
      allStores: false,
      storeIds: [group.hamburg.storeId, group.leeds.storeId],
    });
    expect(await update(id, { allStores: true })).toMatchObject({ allStores: true, storeIds: [] });
    expect(await update(id, { storeIds: [group.leeds.storeId] })).toMatchObject({
      allStores: false,
      storeIds: [group.leeds.storeId],
    });
    expect(await refusalOf(update(id, { storeIds: [] }))).toMatchObject({ code: "INVALID" });
  });

  test("of what has changed meanwhile is refused with the current user", async () => {
    const { id } = await aUser(group, "Stella Stale", "viewer");
    await update(id, { name: "Stella" });
    const late = group.change(
      updateUser,
      { userId: id, version: 1, changes: { name: "Late" } },
      group.administrator,
    );
    expect(await refusalOf(late)).toMatchObject({
      code: "STALE_VERSION",
      current: { userId: id, version: 2, name: "Stella" },
    });
  });

  test("that disables ends sessions and links at once; enabling again brings neither back", async () => {
    const { id } = await aUser(group, "Dora Disabled", "advisor");
    const at = sql`now()`;
    await database.signIn.insert(session).values({
      id: newId(),
      token: newId(),
      userId: id,
      activeOrganizationId: group.enterpriseId,
      expiresAt: at,
      createdAt: at,
      updatedAt: at,
    });
    const sessions = () => database.signIn.select().from(session).where(eq(session.userId, id));
    expect(await sessions()).toHaveLength(1);
    expect(await update(id, { disabled: true })).toMatchObject({ state: "DISABLED", invitationEndsAt: null });
    expect(await sessions()).toEqual([]);
    expect((await linksOf(id)).every(({ usedAt }) => usedAt !== null)).toBe(true);
    expect(await update(id, { disabled: false })).toMatchObject({ state: "ACTIVE", invitationEndsAt: null });
  });

  test("never takes the last administrator away, by role or by disabling", async () => {
    const lonely = await aDealerGroup(database, "Ein Haus");
    const { id } = lonely.administrator;
    for (const changes of [{ role: "advisor" as const }, { disabled: true }])
      expect(await refusalOf(update(id, changes, lonely))).toMatchObject({ code: "FORBIDDEN" });
    const second = await aUser(lonely, "Zoe Second", "administrator");
    await update(second.id, { disabled: true }, lonely);
    // A disabled one is none to count on.
    expect(await refusalOf(update(id, { role: "viewer" }, lonely))).toMatchObject({ code: "FORBIDDEN" });
    await update(second.id, { disabled: false }, lonely);
    expect(await update(id, { role: "viewer" }, lonely)).toMatchObject({ role: "viewer" });
  });

  test("by two administrators who demote each other at once leaves one", async () => {
    const house = await aDealerGroup(database, "Zwei Häuser");
    const second = await aUser(house, "Zoe Second", "administrator");
    const demote = (by: typeof second, userId: string) =>
      house.change(updateUser, { userId, version: 1, changes: { role: "advisor" } }, by);
    const calls = await Promise.allSettled([
      demote(house.administrator, second.id),
      demote(second, house.administrator.id),
    ]);
    expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { items } = await house.ask(listUsers, {}, second);
    expect(items.filter(({ role }) => role === "administrator")).toHaveLength(1);
  });
});

describe("a second factor whose device is lost", () => {
  const rowsOf = async (userId: string) => [
    ...(await database.signIn.select().from(secondFactor).where(eq(secondFactor.userId, userId))),
    ...(await database.signIn.select().from(recoveryCode).where(eq(recoveryCode.userId, userId))),
    ...(await database.signIn.select().from(session).where(eq(session.userId, userId))),
  ];
  /** Somebody with an authenticator app, a recovery code and a session. */
  async function withSecondFactor(name: string, of = group) {
    const { id } = await aUser(of, name, "advisor");
    const at = "2026-03-01T09:00:00.000Z";
    await database.signIn
      .insert(secondFactor)
      .values({ userId: id, secret: "sealed", createdAt: at, confirmedAt: at });
    await database.signIn.insert(recoveryCode).values({ userId: id, codeHash: "hash" });
    const then = sql`now()`;
    await database.signIn.insert(session).values({
      id: newId(),
      token: newId(),
      userId: id,
      expiresAt: then,
      createdAt: then,
      updatedAt: then,
    });
    return id;
  }
  const reset = (userId: string, actor = group.administrator) =>
    group.change(resetSecondFactor, { userId }, actor);

  test("is taken away by an administrator, all sessions end, and it is written down who did it", async () => {
    const userId = await withSecondFactor("Lena Lost");
    expect(await get(userId)).toMatchObject({ hasSecondFactor: true });
    const { user } = await reset(userId);
    expect(user).toMatchObject({ userId, hasSecondFactor: false, version: 1 });
    expect(await rowsOf(userId)).toEqual([]);
    const { id: byId, correlationId } = group.administrator;
    const noted = () => database.signIn.select().from(signInEvent).where(eq(signInEvent.userId, userId));
    expect(await noted()).toMatchObject([
      { what: "SECOND_FACTOR_RESET", byId, correlationId, at: "2026-03-02T09:00:00.000Z" },
    ]);
    // nothing is left to be reset, and nothing written down
    await reset(userId);
    expect(await noted()).toHaveLength(1);
  });

  test("is taken by nobody else, from nobody of another enterprise, and not from oneself", async () => {
    const userId = await withSecondFactor("Nils Kept");
    expect(await refusalOf(reset(userId, group.advisor))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(reset(group.administrator.id))).toMatchObject({ code: "FORBIDDEN" });
    const theirs = await withSecondFactor("Stefan Stranger", stranger);
    expect(await refusalOf(reset(theirs))).toEqual(await refusalOf(reset(newId())));
    for (const kept of [userId, theirs]) expect(await rowsOf(kept)).toHaveLength(3);
  });
});

test("users are an administrator's, and a stranger's are not there", async () => {
  expect(await refusalOf(invite({}, group.advisor))).toMatchObject({ code: "FORBIDDEN" });
  const { id: userId } = group.viewer;
  expect(await refusalOf(group.ask(getUser, { userId }))).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusalOf(group.change(renewInvitation, { userId }))).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusalOf(get(stranger.advisor.id))).toEqual(await refusalOf(get(newId())));
  const theirs = { userId: stranger.advisor.id, version: 1, changes: { disabled: true } };
  expect(await refusalOf(group.change(updateUser, theirs, group.administrator))).toMatchObject({
    code: "NOT_FOUND",
  });
  const { items } = await group.ask(listUsers, { limit: 200 }, group.administrator);
  const ids = items.map(({ userId }) => userId);
  expect(ids).toContain(group.advisor.id);
  expect(ids).not.toContain(stranger.advisor.id);
  const all = await database.signIn.select({ id: userTable.id }).from(userTable);
  expect(all.length).toBeGreaterThan(items.length);
});
