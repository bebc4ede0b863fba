import { account, member, organization, setPasswordLink } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { newSecretToken } from "@vehicle-contracts/services";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createEnterprise } from "./create-enterprise.ts";
import {
  aLinkFor as aNewLink,
  anEnterprise,
  anIdentity,
  aUser,
  cookiesOf,
  password,
  signInRequest,
} from "./testing/an-enterprise.ts";

const { database } = await testDatabase();
const enterpriseId = await anEnterprise(database);
const newPassword = "another long enough password";

const aLinkFor = (userId: string, hoursLeft?: number) => aNewLink(database, userId, hoursLeft);

test("the first administrator of an enterprise sets the password by the link and signs in", async () => {
  const identity = anIdentity(database);
  const email = "first@example.com";
  const created = await createEnterprise(database, {
    name: "Südwind Automobile",
    administrator: { name: "First Administrator", email },
  });
  const token = created.setPasswordPath.split("/").at(-1) ?? "";
  expect(await identity.inspectLink(token)).toEqual({
    userId: created.userId,
    name: "First Administrator",
    email,
    purpose: "invitation",
  });
  await identity.acceptLink(token, password);
  const response = await identity.handler(signInRequest({ email, password }));
  expect(await identity.actorOf(cookiesOf(response), "c")).toMatchObject({
    id: created.userId,
    enterpriseId: created.enterpriseId,
    role: "administrator",
    storeIds: "all",
  });
});

test("an enterprise whose administrator's address is in use is not made at all", async () => {
  const { email } = await aUser(database, enterpriseId);
  const before = await database.signIn.select({ id: organization.id }).from(organization);
  const attempt = createEnterprise(database, {
    name: "Twice",
    administrator: { name: "Second Administrator", email },
  });
  await expect(attempt).rejects.toMatchObject({
    problem: { code: "DUPLICATE", existingId: null, fields: [{ path: "email" }] },
  });
  expect(await database.signIn.select({ id: organization.id }).from(organization)).toEqual(before);
});

test("a link works once", async () => {
  const identity = anIdentity(database);
  const { userId } = await aUser(database, enterpriseId);
  const token = await aLinkFor(userId);
  await identity.acceptLink(token, newPassword);
  expect(await identity.inspectLink(token)).toBeNull();
  await expect(identity.acceptLink(token, password)).rejects.toMatchObject({
    problem: { code: "NOT_FOUND" },
  });
});

test("of ten who use one link at once, one wins, and the password is that one's", async () => {
  const identity = anIdentity(database);
  const { userId, email } = await aUser(database, enterpriseId);
  const token = await aLinkFor(userId);
  const passwords = Array.from({ length: 10 }, (_, n) => `password number ${n} of ten`);
  const outcomes = await Promise.allSettled(passwords.map((each) => identity.acceptLink(token, each)));
  const winners = outcomes.flatMap(({ status }, n) => (status === "fulfilled" ? [passwords[n] ?? ""] : []));
  expect(winners).toHaveLength(1);
  const response = await identity.handler(signInRequest({ email, password: winners[0] ?? "" }));
  expect(response.status).toBe(200);
});

test("a new password ends the sessions of the old one, and the old one is no longer good", async () => {
  const identity = anIdentity(database);
  const { userId, email } = await aUser(database, enterpriseId);
  const cookies = cookiesOf(await identity.handler(signInRequest({ email, password })));
  const token = await aLinkFor(userId);
  expect(await identity.inspectLink(token)).toMatchObject({ purpose: "reset" });
  await identity.acceptLink(token, newPassword);
  expect(await identity.actorOf(cookies, "c")).toBeNull();
  expect((await identity.handler(signInRequest({ email, password }))).status).toBe(401);
  expect((await identity.handler(signInRequest({ email, password: newPassword }))).status).toBe(200);
});

test("using one link voids the others of the user", async () => {
  const identity = anIdentity(database);
  const { userId } = await aUser(database, enterpriseId);
  const [one, other] = [await aLinkFor(userId), await aLinkFor(userId)];
  await identity.acceptLink(one, newPassword);
  expect(await identity.inspectLink(other)).toBeNull();
});

test("a link that has ended, was never made, or is of a disabled user is good for nothing", async () => {
  const identity = anIdentity(database);
  const { userId } = await aUser(database, enterpriseId);
  const ended = await aLinkFor(userId, -1);
  expect(await identity.inspectLink(ended)).toBeNull();
  await expect(identity.acceptLink(ended, newPassword)).rejects.toMatchObject({
    problem: { code: "NOT_FOUND" },
  });
  expect(await identity.inspectLink(newSecretToken().token)).toBeNull();
  const good = await aLinkFor(userId);
  await database.signIn.update(member).set({ disabled: true }).where(eq(member.userId, userId));
  expect(await identity.inspectLink(good)).toBeNull();
});

test("too short a password is refused with its field, and the link stays good", async () => {
  const identity = anIdentity(database);
  const { userId } = await aUser(database, enterpriseId);
  const token = await aLinkFor(userId);
  await expect(identity.acceptLink(token, "too short")).rejects.toMatchObject({
    problem: { code: "INVALID", fields: [{ path: "password" }] },
  });
  expect(await identity.inspectLink(token)).not.toBeNull();
});

test("neither password nor link is stored as it is", async () => {
  const identity = anIdentity(database);
  const { userId } = await aUser(database, enterpriseId);
  const token = await aLinkFor(userId);
  await identity.acceptLink(token, newPassword);
  const stored = JSON.stringify([
    await database.signIn.select().from(account).where(eq(account.userId, userId)),
    await database.signIn.select().from(setPasswordLink).where(eq(setPasswordLink.userId, userId)),
  ]);
  expect(stored).not.toContain(newPassword);
  expect(stored).not.toContain(token);
});
