import type { ChildProcess } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { vehicle } from "@vehicle-contracts/database";
import { ensureDatabase, startEmbedded } from "@vehicle-contracts/database/embedded";
import { migrate } from "@vehicle-contracts/database/migrate";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { createEnterprise } from "@vehicle-contracts/identity";
import { createStore, ImportReport } from "@vehicle-contracts/services";
import { afterAll, expect, test } from "vitest";
import { fenced, root, textOf } from "./docs/documents.ts";
import { runCommand } from "./test/run-command.ts";

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

/** For a caller in another folder. */
const importVehicles = (
  words: string[],
  into = ["--enterprise", enterpriseId, "--store", storeId],
  whileRunning?: (command: ChildProcess) => void,
) =>
  runCommand("import-vehicles", [...words, ...into], {
    env: { DATABASE_URL: ownerUrl, INIT_CWD: folder },
    ...(whileRunning && { whileRunning }),
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

test.each(["-", "/dev/stdin"])("what is piped into the command is read under the name %s", async (name) => {
  const outcome = await importVehicles([name, "--dry-run"], undefined, ({ stdin }) => {
    if (stdin) createReadStream(realFile).pipe(stdin);
  });
  expect(outcome).toMatchObject({ code: 0, errors: "" });
  expect(outcome.output).toContain("500 rows: ");
});

test("the order of day and month is said, and one row is one row", async () => {
  await writeFile(path.join(folder, "dates.csv"), "vin,ez\n1M8GDM9AXKP042788,03/09/1999\n");
  const unsaid = await importVehicles(["dates.csv", "--dry-run"]);
  expect(unsaid.code).toBe(1);
  expect(unsaid.output).toContain("Say which with --date-order dmy");
  const said = await importVehicles(["dates.csv", "--dry-run", "--date-order", "dmy"]);
  expect(said.code).toBe(0);
  expect(said.output).toMatch(/^1 row: /);
});

/** How many vehicles the enterprise has, asked until there are more than `least`. */
async function vehiclesBeyond(least: number): Promise<number> {
  const reader = openDatabase({ url: programUrl, max: 1 });
  try {
    for (;;) {
      const { length } = await reader.read(enterpriseId, (tx) =>
        tx.select({ vin: vehicle.vin }).from(vehicle),
      );
      if (length > least) return length;
    }
  } finally {
    await reader.close();
  }
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "told to stop by %s, it ends after the rows in hand, with a report of them",
  async (signal, code) => {
    const rows = 5_000;
    const vins = Array.from(
      { length: rows },
      (_, index) => `${signal.slice(3, 6)}${String(index).padStart(5, "0")}`,
    );
    await writeFile(
      path.join(folder, "many.csv"),
      `vin,vinKind,model\n${vins.map((vin) => `${vin},legacy,Corsa`).join("\n")}\n`,
    );
    const before = await vehiclesBeyond(-1);
    const outcome = await importVehicles(["many.csv", "--report", "stopped.json"], undefined, (command) => {
      void vehiclesBeyond(before).then(() => command.kill(signal));
    });
    expect(outcome).toMatchObject({ code, errors: "" });
    const report = await reportIn("stopped.json");
    expect(report.created).toBeGreaterThan(0);
    expect(report.created).toBeLessThan(rows);
    expect(report).toMatchObject({ rows: report.created, stoppedAfter: report.created + 1, refused: [] });
    expect(outcome.output).toContain(
      `Stopped after line ${report.stoppedAfter}: ${report.created} rows are taken; the same file again goes on with the rest.`,
    );
    expect(await vehiclesBeyond(-1)).toBe(before + report.created);
  },
);

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

await symlink(path.join(folder, "in-a-circle.csv"), path.join(folder, "in-a-circle.csv"));

test.each([
  [[], /^Name one file/],
  [["not-there.csv"], /^There is no file .*not-there\.csv\.$/m],
  [["."], /^.* is a folder\. Name a file in it\.$/m],
  [["in-a-circle.csv"], /^The file .*in-a-circle\.csv cannot be read \(ELOOP\)\.$/m],
  [[realFile, "--date-order", "ymd"], /^--date-order ymd is no order\. Write dmy/],
  [[realFile, "--map", "vin=vin", "--map", "make=vin"], /^The column "vin" is mapped to both vin and make/],
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
  const other = await importVehicles([realFile], ["--enterprise", unknown, "--store", storeId]);
  expect(other).toMatchObject({ code: 2, errors: "There is no enterprise with this id.\n" });
  const noEnterprise = await importVehicles([realFile], ["--enterprise", "nordwind", "--store", storeId]);
  expect(noEnterprise.code).toBe(2);
  expect(noEnterprise.errors).toMatch(/^--enterprise nordwind is not an id/);
});
