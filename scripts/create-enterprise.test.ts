import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureDatabase, startEmbedded } from "@vehicle-contracts/database/embedded";
import { migrate } from "@vehicle-contracts/database/migrate";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { openIdentity } from "@vehicle-contracts/identity";
import { readSettings } from "@vehicle-contracts/settings";
import { afterAll, expect, test } from "vitest";
import { openRegister } from "./start/database.ts";
import { lockFolder } from "./start/lock.ts";
import { runCommand } from "./test/run-command.ts";

const folder = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-create-"));
const server = await startEmbedded({ dataDir: folder, durable: false });
const wanted = { database: "register", owner: "register", password: "register" };
const ownerUrl = await ensureDatabase(server, wanted);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const createEnterprise = (words: string[], env: Record<string, string> = { DATABASE_URL: ownerUrl }) =>
  runCommand("create-enterprise", words, { folder, env });

const nordwind = [
  "--name",
  "Nordwind Motors",
  "--admin-name",
  "Ada Admin",
  "--admin-email",
  "ada@example.com",
];

/** As the start command finds the database. */
const atStart = () => {
  const secrets = { session: "", databaseOwner: "" };
  return openRegister(readSettings({ DATABASE_URL: ownerUrl }), folder, secrets, () => {});
};

test("on an empty database it makes the enterprise, and a link that is good for its administrator", async () => {
  expect(await atStart()).toMatchObject({ isNew: true, isEmbedded: false });
  const store = ["--store-name", "Hamburg", "--time-zone", "Europe/Berlin", "--country", "DE"];
  const made = await createEnterprise([...nordwind, ...store, "--currency", "EUR", "--distance-unit", "KM"]);
  expect(made).toMatchObject({ code: 0, errors: "" });
  const link = /^(http:\/\/localhost:3000)\/set-password\/(\S+)$/m.exec(made.output);
  const enterpriseId = /Nordwind Motors: ([0-9a-f-]{36})/.exec(made.output)?.[1] ?? "";

  const { programUrl } = await migrate(ownerUrl);
  const database = openDatabase({ url: programUrl });
  try {
    const adminUrl = link?.[1] ?? "";
    const identity = openIdentity({
      database,
      adminUrl,
      secret: "for tests only: thirty-two characters and more",
    });
    expect(await identity.inspectLink(link?.[2] ?? "")).toMatchObject({
      name: "Ada Admin",
      email: "ada@example.com",
      purpose: "invitation",
    });
    const stores = await database.read(enterpriseId, async (tx) => tx.execute("select name from store"));
    expect([...stores]).toEqual([{ name: "Hamburg" }]);
  } finally {
    await database.close();
  }

  expect(await atStart()).toMatchObject({ isNew: false });
  const again = await createEnterprise(nordwind);
  expect(again).toMatchObject({ code: 1, output: "" });
  expect(again.errors).toMatch(/^--admin-email: This address is in use/);
});

test("the database of the product that runs on the data folder is found by its own file", async () => {
  const { programUrl } = await migrate(ownerUrl);
  const database = { owner: ownerUrl, program: programUrl };
  await writeFile(path.join(folder, "demo.json"), JSON.stringify({ database }));
  const release = await lockFolder(folder, "http://localhost:3000");
  const words = ["--name", "Südwind", "--admin-name", "Bo", "--admin-email", "bo@example.com"];
  expect(await createEnterprise(words, { DATA_DIR: folder })).toMatchObject({ code: 0, errors: "" });
  await release();
});

test.each([
  ["what is missing, where nobody can be asked", ["--name", "X"], "--admin-name, --admin-email"],
  ["a wrong e-mail address", [...nordwind.slice(0, 5), "ada"], "--admin-email: Must be an e-mail address"],
  ["a store without its time zone", [...nordwind, "--store-name", "Hamburg"], "--time-zone: Is required."],
  ["a store without its name", [...nordwind, "--time-zone", "Europe/Berlin"], "--store-name: Is required."],
  ["an option that does not exist", [...nordwind, "--colour", "red"], "--colour"],
])("%s is named in a sentence, and nothing is made", async (_, words, sentence) => {
  const refused = await createEnterprise(words);
  expect(refused).toMatchObject({ code: 1, output: "" });
  expect(refused.errors).toContain(sentence);
  expect(refused.errors).not.toMatch(/^\s+at /m);
});

test("a database that does not answer, and a folder where nothing runs, get one sentence without a secret", async () => {
  const away = await createEnterprise(nordwind, { DATABASE_URL: "postgres://u:hidden@127.0.0.1:1/register" });
  expect(away).toMatchObject({ code: 1, output: "" });
  expect(away.errors).toContain("127.0.0.1:1");
  expect(away.errors).not.toContain("hidden");
  const nothing = await createEnterprise(nordwind, { DATA_DIR: path.join(folder, "nothing") });
  expect(nothing).toMatchObject({ code: 1, output: "" });
  expect(nothing.errors).toContain("DATABASE_URL");
});
