import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { member, setPasswordLink } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { openMailer } from "./mail.ts";
import {
  addresses,
  adminUrl,
  aLinkFor,
  anEnterprise,
  anIdentity,
  aUser,
  password,
  trySignIn,
} from "./testing/an-enterprise.ts";

const { database } = await testDatabase();
const enterpriseId = await anEnterprise(database);

/** A mail server that keeps what it is handed; it does not know anybody at refused.example. */
async function aMailServer(options: ConstructorParameters<typeof SMTPServer>[0] = {}) {
  const mails: { from: string; to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    onRcptTo: ({ address }, _session, done) =>
      done(address.endsWith("@refused.example") ? new Error("No such mailbox.") : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        mails.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          // quoted-printable, as long lines are sent
          source: Buffer.concat(chunks).toString().replaceAll("=\r\n", "").replaceAll("=3D", "="),
        });
        done();
      });
    },
    ...options,
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

const server = await aMailServer();
afterAll(() => server.close());
const from = "Vehicle Contracts <register@dealer.example>";
const faults: unknown[] = [];
const identity = anIdentity(database, {
  mail: { url: server.url, from },
  onFault: (error) => void faults.push(error),
});
const nextAddress = addresses();
const forgot = (email: string, address = nextAddress()["x-peer-address"] ?? "") =>
  identity.mail?.forgotten(email, address);
const mailsTo = (email: string) => server.mails.filter(({ to }) => to.includes(email));

test("an invitation goes to its user by SMTP, with who invites, the link, and until when it is good", async () => {
  const { userId, email } = await aUser(database, enterpriseId);
  const path = `/set-password/${await aLinkFor(database, userId)}`;
  const endsAt = "2026-12-02T09:30:00.000Z";
  await identity.mail?.sendLink({
    to: email,
    name: "Ann Ådvisor",
    path,
    endsAt,
    reason: "invitation",
    by: "Otto Boss",
  });
  const [mail] = mailsTo(email);
  expect(mail).toMatchObject({ from: "register@dealer.example", to: [email] });
  expect(mail?.source).toContain("Subject: Your invitation to Vehicle Contracts");
  expect(mail?.source).toContain(`${adminUrl}${path}\r\n`);
  expect(mail?.source).toContain("Otto Boss invites you");
  expect(mail?.source).toContain("until 2026-12-02 09:30 UTC");
});

test("nobody writes a mail's head by a name or an address", async () => {
  const { mails, url, close } = await aMailServer();
  const mailer = openMailer({ url, from });
  await mailer.send({ to: "ann@example.com", subject: "Hello\r\nBcc: all@example.com", text: "x" });
  for (const to of ["ann@example.com\r\nRCPT TO:<all@example.com>", "ann@example.com, all@example.com"])
    await mailer.send({ to, subject: "x", text: "x" }).catch(() => {});
  expect(mails.flatMap(({ to }) => to)).not.toContain("all@example.com");
  expect(mails[0]?.source).not.toMatch(/^Bcc:/m);
  await close();
});

test("a mail that is refused, or that no server takes, rejects", async () => {
  const link = {
    name: "Ann",
    path: "/set-password/x",
    endsAt: "2026-12-02T09:30:00.000Z",
    reason: "reset",
  } as const;
  await expect(identity.mail?.sendLink({ ...link, to: "nobody@refused.example" })).rejects.toThrow();
  const nowhere = anIdentity(database, { mail: { url: "smtp://127.0.0.1:1", from } });
  await expect(nowhere.mail?.sendLink({ ...link, to: "ann@example.com" })).rejects.toThrow();
});

test("the server's user and password are told to it, and elsewhere than on this machine only under TLS", async () => {
  const told: unknown[] = [];
  const { url, close } = await aMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password: secret }, _session, done) {
      told.push([username, secret]);
      done(null, { user: username });
    },
  });
  const { port } = new URL(url);
  await openMailer({ url: `smtp://us%40er:p%3Aw@127.0.0.1:${port}`, from }).send({
    to: "a@b.example",
    subject: "x",
    text: "x",
  });
  expect(told).toEqual([["us@er", "p:w"]]);
  // the same server under a name that is not known to be this machine's: it offers no TLS
  const elsewhere = openMailer({ url: `smtp://user:pw@127.1.1.1:${port}`, from });
  await expect(elsewhere.send({ to: "a@b.example", subject: "x", text: "x" })).rejects.toThrow();
  expect(told).toHaveLength(1);
  await close();
});

test("who forgot the password gets a link that is good once and for an hour, and no administrator's link ends by it", async () => {
  const { userId, email } = await aUser(database, enterpriseId);
  const handedOver = await aLinkFor(database, userId);
  expect(await forgot(` ${email.toUpperCase()} `)).toBeNull();
  await expect.poll(() => mailsTo(email)).toHaveLength(1);
  const token = /\/set-password\/([\w-]{43})/.exec(mailsTo(email)[0]?.source ?? "")?.[1] ?? "";
  const [link] = await database.signIn
    .select()
    .from(setPasswordLink)
    .where(eq(setPasswordLink.userId, userId))
    .then((rows) => rows.filter(({ createdBy }) => createdBy === null));
  expect(Date.parse(link?.endsAt ?? "") - Date.parse(link?.createdAt ?? "")).toBe(3_600_000);
  expect(await identity.inspectLink(handedOver)).not.toBeNull();
  await identity.acceptLink(token, "another long enough password");
  expect((await trySignIn(identity, { email, password: "another long enough password" })).status).toBe(200);
  expect((await trySignIn(identity, { email, password })).status).toBe(401);
  expect(await identity.inspectLink(handedOver)).toBeNull();
});

test("whose the address is, is told by no answer: it comes before anybody looks", async () => {
  const known = await aUser(database, enterpriseId);
  const disabled = await aUser(database, enterpriseId);
  await database.signIn.update(member).set({ disabled: true }).where(eq(member.userId, disabled.userId));
  // No user can be looked up, and the answers are the same.
  const signIn = new Proxy(database.signIn, {
    get: (target, name) => (name === "select" ? selectingNoUser(target) : Reflect.get(target, name)),
  });
  const blind = anIdentity({ ...database, signIn }, { mail: { url: server.url, from } });
  for (const email of [known.email, disabled.email, "nobody@example.com", "no address"]) {
    const address = nextAddress()["x-peer-address"] ?? "";
    expect(await forgot(email, address)).toBeNull();
    expect(await blind.mail?.forgotten(email, address)).toBeNull();
  }
  await expect.poll(() => mailsTo(known.email)).toHaveLength(1);
  expect(mailsTo(disabled.email)).toEqual([]);
  expect(mailsTo("nobody@example.com")).toEqual([]);
  expect(faults).toEqual([]);
});

/** Of the questions by drizzle, those for a person never end. */
const selectingNoUser = (target: typeof database.signIn) => (fields: Record<string, unknown>) =>
  "email" in fields
    ? {
        from: () => ({
          innerJoin: () => ({ leftJoin: () => ({ where: () => ({ limit: () => new Promise(() => {}) }) }) }),
        }),
      }
    : target.select(fields as never);

test("nobody's mailbox is filled by others, and one address asks only so often", async () => {
  const { email } = await aUser(database, enterpriseId);
  for (const _ of Array.from({ length: 6 })) expect(await forgot(email)).toBeNull();
  await expect.poll(() => mailsTo(email)).toHaveLength(3);
  const address = "203.0.113.9";
  for (const [n] of Array.from({ length: 20 }).entries())
    expect(await forgot(`user-${n}@example.com`, address)).toBeNull();
  expect(await forgot(email, address)).toEqual({ retryAfterSeconds: 60 });
  expect(mailsTo(email)).toHaveLength(3);
});

test("a mail that fails where nobody waits is told to whoever keeps the log", async () => {
  const { email } = await aUser(database, enterpriseId, { email: "ann@refused.example" });
  expect(await forgot(email)).toBeNull();
  await expect.poll(() => faults).toHaveLength(1);
});

test("without a mail server there is no way for mail", () => {
  expect(anIdentity(database).mail).toBeNull();
});
