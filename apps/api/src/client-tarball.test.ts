import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { packClient } from "@vehicle-contracts/client/packaging";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { afterAll, expect, test } from "vitest";
import { anApi, anEnterprise } from "./testing/a-register.ts";

const { database } = await testDatabase();
const { client, storeId } = await anEnterprise(database);
const { app } = await anApi(database);
const url = await app.listen({ host: "127.0.0.1", port: 0 });

const folder = await mkdtemp(join(tmpdir(), "vehicle-contracts-consumer-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = promisify(execFile);
const typescript = createRequire(import.meta.url).resolve("typescript/package.json");

/** pnpm as it runs this test (a program, or a script), else as a person would call it. */
function pnpm(...words: string[]) {
  const running = process.env.npm_execpath ?? "";
  if (!/pnpm[^/\\]*$/.test(running)) return run("npx", ["--yes", "pnpm@12", ...words], { cwd: folder });
  return /\.[cm]?js$/.test(running)
    ? run(process.execPath, [running, ...words], { cwd: folder })
    : run(running, words, { cwd: folder });
}

/** The compiler's complaints, of our types too, a line each; those of tRPC's own types (of `ws`, of a browser) are not ours. */
async function typeCheck(file: string): Promise<string[]> {
  const compilerOptions = {
    module: "nodenext",
    target: "es2023",
    lib: ["esnext"],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: ["node"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  const checked = run(process.execPath, [join(typescript, "../bin/tsc"), "-p", "."], { cwd: folder });
  const { stdout } = await checked.catch((error: { stdout: string }) => error);
  return stdout
    .split("\n")
    .filter((line) => /^\S.*error TS/.test(line) && !/^node_modules\/\.pnpm\/@trpc/.test(line));
}

const right = `
import { createVehicleContractsClient, everyItem, isStaleVersion, type Outputs } from "@vehicle-contracts/client";

const [url = "", clientId = "", clientSecret = "", storeId = ""] = process.argv.slice(2);
const client = createVehicleContractsClient({ url, credentials: { clientId, clientSecret } });
const store: Outputs["stores"]["get"] = await client.stores.get.query({ storeId });
const vehicle = { vin: "WVWZZZ1JZXW000001", make: "Volkswagen" };
const made = await client.vehicles.create.mutate({ idempotencyKey: "once", vehicle });
for await (const { vin } of everyItem((cursor) => client.vehicles.list.query({ cursor }))) console.log(vin);
const { vehicleId, version } = made.vehicle;
const change = (variant: string) => client.vehicles.update.mutate({ vehicleId, version, changes: { variant } });
await change("GTI");
await change("R").catch((error: unknown) => {
  if (isStaleVersion(error)) console.log(store.name, error.problem.code, error.problem.changedSince.length >= 0);
});
`;

const wrong = `
import { createVehicleContractsClient } from "@vehicle-contracts/client";
const client = createVehicleContractsClient({ url: "", credentials: { clientId: "", clientSecret: "" } });
await client.stores.get.query({ storeID: "" });
await client.stores.get.mutate({ storeId: "" });
await client.stores.burn.mutate({ storeId: "" });
(await client.stores.get.query({ storeId: "" })).nmae;
const limit: string = (await client.vehicles.list.query({})).items.length;
await client.contracts.create.mutate({ contract: {} });
createVehicleContractsClient({ url: "" });
`;

test("the packed client installs in an empty folder, type-checks there, and works, without the server's packages", async () => {
  const tarball = await packClient(folder);
  await writeFile(join(folder, "right.ts"), right);
  await writeFile(join(folder, "wrong.ts"), wrong);
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({
      name: "consumer",
      private: true,
      type: "module",
      dependencies: { "@vehicle-contracts/client": `file:${tarball}` },
      devDependencies: { "@types/node": await versionOf("@types/node") },
    }),
  );
  // The peer of tRPC, TypeScript, is the one here.
  await writeFile(
    join(folder, "pnpm-workspace.yaml"),
    "packages: ['.']\nautoInstallPeers: false\nstrictPeerDependencies: false\npmOnFail: ignore\n",
  );
  await pnpm("install", "--prefer-offline", "--ignore-scripts");

  const installed = (await readdir(join(folder, "node_modules/.pnpm"))).map((name) => name.split("@")[1]);
  expect(await readdir(join(folder, "node_modules/@vehicle-contracts"))).toEqual(["client"]);
  expect(installed).not.toContain("postgres");
  const shipped = await everyFile(join(folder, "node_modules/@vehicle-contracts/client/dist"));
  for (const text of shipped) expect(text).not.toMatch(/@vehicle-contracts\/(?!client)|drizzle|postgres/);

  expect(await typeCheck("right.ts")).toEqual([]);
  const complaints = await typeCheck("wrong.ts");
  const wrongLines = new Set(complaints.map((line) => /^wrong\.ts\((\d+)/.exec(line)?.[1]));
  expect([...wrongLines]).toEqual(["4", "5", "6", "7", "8", "9", "10"]);

  const program = await run(
    process.execPath,
    ["right.ts", url, client.clientId, client.clientSecret, storeId],
    { cwd: folder },
  );
  expect(program.stdout.trim().split("\n")).toEqual(["WVWZZZ1JZXW000001", "Hamburg STALE_VERSION true"]);
}, 180_000);

async function versionOf(name: string): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return (JSON.parse(await readFile(manifest, "utf8")) as { version: string }).version;
}

async function everyFile(at: string): Promise<string[]> {
  const entries = await readdir(at, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), "utf8")));
}
