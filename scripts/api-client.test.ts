import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureDatabase, startEmbedded } from "@vehicle-contracts/database/embedded";
import { migrate } from "@vehicle-contracts/database/migrate";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { createEnterprise, openIdentity } from "@vehicle-contracts/identity";
import { createStore } from "@vehicle-contracts/services";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "./test/run-command.ts";

const folder = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-client-"));
const server = await startEmbedded({ dataDir: folder, durable: false });
const ownerUrl = await ensureDatabase(server, {
  database: "register",
  owner: "register",
  password: "register",
});
const { programUrl } = await migrate(ownerUrl);
const database = openDatabase({ url: programUrl, max: 1 });
let storeId = "";
const { enterpriseId } = await createEnterprise(
  database,
  { name: "Nordwind Motors", administrator: { name: "Ada Admin", email: "ada@example.com" } },
  async (tx, actor) => {
    const place = { name: "Hamburg", timeZone: "Europe/Berlin", country: "DE", currency: "EUR" };
    const store = { ...place, distanceUnit: "KM" as const };
    ({ storeId } = (await createStore(tx, actor, { idempotencyKey: "store", store })).store);
  },
);
const identity = openIdentity({
  database,
  adminUrl: "http://localhost:3000",
  secret: "for tests only: thirty-two characters and more",
});
afterAll(async () => {
  await database.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const apiClient = (...words: string[]) =>
  runCommand("api-client", words, { folder, env: { DATABASE_URL: ownerUrl } });

const desk = ["--enterprise", enterpriseId, "--name", "Service desk", "--role", "advisor"];
const unknown = "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071";

async function tokenOf(clientId: string, clientSecret: string): Promise<string | null> {
  const answer = await identity.issueToken({ clientId, clientSecret }, "127.0.0.1");
  return "access_token" in answer ? answer.access_token : null;
}

test("credentials made for a store are that store's and role's, until they are revoked", async () => {
  const made = await apiClient("create", ...desk, "--store", storeId, "--scope", "contracts:read");
  expect(made).toMatchObject({ code: 0, errors: "" });
  const clientId = /^Client id +(\S+)$/m.exec(made.output)?.[1] ?? "";
  const clientSecret = /^Client secret +(\S+)$/m.exec(made.output)?.[1] ?? "";
  const token = (await tokenOf(clientId, clientSecret)) ?? "";
  const actor = {
    name: "Service desk",
    enterpriseId,
    role: "advisor",
    storeIds: [storeId],
    scopes: ["contracts:read"],
  };
  expect(await identity.actorOfToken(token, "c")).toMatchObject(actor);

  const rotation = ["rotate", "--enterprise", enterpriseId, "--client", clientId, "--overlap-hours", "24"];
  const rotated = await apiClient(...rotation);
  expect(rotated).toMatchObject({ code: 0, errors: "" });
  expect(rotated.output).toMatch(/^The one before is good until 20/m);
  const newSecret = /^Client secret +(\S+)$/m.exec(rotated.output)?.[1] ?? "";
  expect(newSecret).not.toBe(clientSecret);
  for (const secret of [clientSecret, newSecret]) expect(await tokenOf(clientId, secret)).not.toBeNull();

  const revocation = ["revoke", "--enterprise", enterpriseId, "--client", clientId];
  expect(await apiClient(...revocation)).toMatchObject({ code: 0, errors: "" });
  expect(await identity.actorOfToken(token, "c")).toBeNull();
  expect(await tokenOf(clientId, clientSecret)).toBeNull();
  const again = await apiClient(...revocation);
  expect(again).toMatchObject({ code: 0, errors: "" });
  expect(again.output).toMatch(/was revoked before\.$/m);
});

test.each([
  [[], /^Say create, rotate or revoke/],
  [["create", ...desk.slice(0, 4)], /^--role: Is required\./],
  [["create", ...desk.slice(0, 5), "king"], /^--role: Must be administrator, advisor or viewer\./],
  [["create", ...desk, "--client", unknown], /^--client is of no use here\./],
  [["create", "--enterprise", unknown, ...desk.slice(2)], /^--enterprise: There is no enterprise/],
  [["create", ...desk, "--store", unknown], /^There is no store with this id\./],
  [["create", ...desk, "--scope", "contracts:all"], /^--scope: Must be a scope such as contracts:read\./],
  [
    ["rotate", ...desk.slice(0, 2), "--client", unknown, "--overlap-hours", "169"],
    /^--overlap-hours: Must be/,
  ],
  [["revoke", ...desk.slice(0, 2), "--client", unknown], /^There is no API client with this id\./],
])("what cannot be done is said in words, and nothing is made: %j", async (words, message) => {
  const outcome = await apiClient(...words);
  expect(outcome).toMatchObject({ code: 1, output: "" });
  expect(outcome.errors).toMatch(message);
  expect(outcome.errors).not.toMatch(/^\s+at /m);
});
