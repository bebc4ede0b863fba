import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureDatabase, startEmbedded } from "@vehicle-contracts/database/embedded";
import { migrate } from "@vehicle-contracts/database/migrate";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { createEnterprise } from "@vehicle-contracts/identity";
import { createStore, ImportReport } from "@vehicle-contracts/services";
import { afterAll, expect, test } from "vitest";
import { fenced, root, textOf } from "./docs/documents.ts";

const folder = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-import-"));
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
    const place = { name: "Trenton", timeZone: "America/New_York", country: "US", currency: "USD" };
    const store = { ...place, distanceUnit: "MI" as const };
    ({ storeId } = (await createStore(tx, actor, { idempotencyKey: "store", store })).store);
  },
);
await database.close();
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const realFile = path.join(import.meta.dirname, "../packages/services/src/imports/testing/us-vehicles.csv");

type Outcome = { code: number; output: string; errors: string };

/** Runs the command as pnpm does, in the repository's root for a caller elsewhere, nobody being at a terminal. */
const importVehicles = (words: string[], into = ["--enterprise", enterpriseId, "--store", storeId]) =>
  new Promise<Outcome>((resolve) => {
    execFile(
      process.execPath,
      [path.join(import.meta.dirname, "import-vehicles.ts"), ...words, ...into],
      {
        cwd: path.join(import.meta.dirname, ".."),
        env: { PATH: process.env.PATH ?? "", DATABASE_URL: ownerUrl, INIT_CWD: folder },
      },
      (error, output, errors) => resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });

const reportIn = async (name: string) =>
  ImportReport.parse(JSON.parse(await readFile(path.join(folder, name), "utf8")));

test("a dry run, the import, and the import again report 500 rows; no bar is drawn without a terminal", async () => {
  const dry = await importVehicles([realFile, "--dry-run", "--report", "dry.json"]);
  expect(dry).toMatchObject({ code: 0, errors: "" });
  expect(dry.output).toContain("Warning, line 34, vin: ");
  expect(dry.output).toContain("It was a dry run: nothing has been written.");
  const made = await importVehicles([realFile, "--report", "made.json"]);
  expect(made).toMatchObject({ code: 0, errors: "" });
  expect(made.output).toContain("500 rows: 500 created, 0 updated, 0 unchanged, 0 refused; warnings: 1.");
  expect(await reportIn("made.json")).toEqual(await reportIn("dry.json"));
  const again = await importVehicles([realFile, "--report", "again.json"]);
  expect(again.code).toBe(0);
  expect(await reportIn("again.json")).toMatchObject({ rows: 500, created: 0, updated: 0, unchanged: 500 });
});

test("the README says what an import of its example says", async () => {
  const outcome = await importVehicles([path.join(root, "docs/examples/vehicles.csv"), "--dry-run"]);
  expect(outcome).toMatchObject({ code: 1, errors: "" });
  expect(fenced(await textOf("README.md"), "text")).toEqual([outcome.output]);
});

test("columns are mapped, the reading is dated, refused rows are named, and the exit tells of them", async () => {
  await writeFile(path.join(folder, "own.csv"), "Number;Run\n1M8GDM9AXKP042788;10\nnonsense;10\n");
  const words = ["--map", "vin=Number", "--map", "kilometres=Run", "--reading-date", "2026-01-31"];
  const outcome = await importVehicles(["own.csv", ...words, "--report", "own.json"]);
  expect(outcome.code).toBe(1);
  expect(outcome.output).toContain("Refused, line 3, vin: A VIN has 17 characters; this one has 8.");
  expect(await reportIn("own.json")).toMatchObject({
    rows: 2,
    created: 1,
    refused: [{ line: 3 }],
    unmapped: [],
  });
});

test.each([
  [[], /^Name one file/],
  [["not-there.csv"], /^There is no file .*not-there\.csv/],
  [[realFile, "--map", "vin"], /^--map vin names no field and column/],
  [[realFile, "--map", "vin=Number"], /^There is no column "Number" in the file/],
  [[realFile, "--reading-date", "31.01.2026"], /^--reading-date 31\.01\.2026 is not a date/],
  [[realFile, "--reading-date", "2999-01-01"], /^The readings cannot be of 2999-01-01/],
  [[realFile, "--report", "no-folder/report.json"], /^The report .* cannot be written there/],
  [[realFile, "--colour", "red"], /^Unknown option '--colour'/],
])("what cannot be done is said in words, and nothing is imported: %j", async (words, message) => {
  const outcome = await importVehicles(words);
  expect(outcome).toMatchObject({ code: 2, output: "" });
  expect(outcome.errors).toMatch(message);
  expect(outcome.errors).not.toMatch(/^\s+at /m);
});

test("a store that is not there, and an enterprise that is none, are named", async () => {
  const unknown = "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071";
  const noStore = await importVehicles([realFile], ["--enterprise", enterpriseId, "--store", unknown]);
  expect(noStore).toMatchObject({ code: 2, errors: "There is no store with this id.\n" });
  const noEnterprise = await importVehicles([realFile], ["--enterprise", "nordwind", "--store", storeId]);
  expect(noEnterprise.code).toBe(2);
  expect(noEnterprise.errors).toMatch(/^--enterprise nordwind is not an id/);
});
