import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DemoFile } from "@vehicle-contracts/demo-data";
import { readSettings } from "@vehicle-contracts/settings";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addressesOf } from "./addresses.ts";
import { isDemoUnfinished, markDemoBegun, markDemoEnded, readDemo, writeDemo } from "./demo.ts";
import { welcome } from "./welcome.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "demo-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const demo: DemoFile = {
  adminUrl: "http://localhost:3100",
  apiUrl: "http://localhost:4100",
  tokenUrl: "http://localhost:4100/oauth/token",
  enterprise: { id: "0191e0f0-0000-7000-8000-000000000001", name: "Nord", stores: [] },
  otherEnterprise: { id: "0191e0f0-0000-7000-8000-000000000002", name: "Süd", stores: [] },
  users: [{ role: "administrator", name: "Ada", email: "ada@example.com", password: "a b c", storeIds: [] }],
  otherUsers: [],
  apiClient: { clientId: "id", clientSecret: "secret" },
  otherApiClient: { clientId: "id2", clientSecret: "secret2" },
  database: { owner: "postgres://o", program: "postgres://p" },
};
const addresses = (environment: Record<string, string>) => addressesOf(readSettings(environment));

test("what is written is read again, by its owner alone, and a second writing replaces it", async () => {
  expect(await readDemo(folder)).toBeNull();
  await writeDemo(folder, { ...demo, users: [] });
  await writeDemo(folder, demo);
  expect(await readDemo(folder)).toEqual(demo);
  expect(await readdir(folder)).toEqual(["demo.json"]);
  expect((await stat(path.join(folder, "demo.json"))).mode & 0o777).toBe(0o600);
});

test("a loading that was cut off is known until it has been done to its end", async () => {
  expect(await isDemoUnfinished(folder)).toBe(false);
  await markDemoBegun(folder);
  expect(await isDemoUnfinished(folder)).toBe(true);
  await markDemoEnded(folder);
  expect(await isDemoUnfinished(folder)).toBe(false);
});

test("the end of the start names both addresses and the administrator's sign-in", () => {
  const text = welcome(addresses({ ADMIN_PORT: "3100" }), demo, folder, true);
  for (const part of ["http://localhost:3100", "http://localhost:4000", "ada@example.com", "a b c"]) {
    expect(text).toContain(part);
  }
});

test("with a database of one's own there is no demo, and the first enterprise's command is named until there is one", () => {
  expect(welcome(addresses({}), null, folder, true)).toContain("npx pnpm@12 create-enterprise");
  expect(welcome(addresses({}), null, folder, false)).not.toContain("create-enterprise");
});

test("where people and programs reach it is what is set, and it is still asked where it listens", () => {
  const set = { ADMIN_URL: "https://contracts.example.com", API_URL: "https://api.example.com" };
  expect(addresses({ HOST: "0.0.0.0", ...set })).toEqual({
    ...{ adminUrl: set.ADMIN_URL, apiUrl: set.API_URL },
    ...{ adminProbe: "http://127.0.0.1:3000", apiProbe: "http://127.0.0.1:4000" },
  });
});

test.each([
  ["127.0.0.1", "http://localhost:3000", "http://127.0.0.1:3000"],
  ["0.0.0.0", "http://localhost:3000", "http://127.0.0.1:3000"],
  ["::", "http://localhost:3000", "http://[::1]:3000"],
  ["192.0.2.7", "http://192.0.2.7:3000", "http://192.0.2.7:3000"],
])("listening on %s, people go to %s", (host, adminUrl, adminProbe) => {
  expect(addresses({ HOST: host })).toMatchObject({ adminUrl, adminProbe });
});
