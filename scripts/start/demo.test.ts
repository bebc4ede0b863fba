import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readSettings } from "@vehicle-contracts/settings";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addressesOf } from "./addresses.ts";
import { readDemo, writeDemo } from "./demo.ts";
import { welcome } from "./welcome.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "demo-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const administrator = { role: "ADMINISTRATOR", email: "ada@example.com", password: "a b c" };
const demo = {
  adminUrl: "old",
  users: [{ role: "VIEWER", email: "v@example.com", password: "v" }, administrator],
  apiClient: { clientId: "id", clientSecret: "secret" },
};
const addresses = (environment: Record<string, string>) => addressesOf(readSettings(environment));

test("at each start the addresses are today's and the passwords stay; only its owner can read it", async () => {
  await writeDemo(folder, demo, addresses({}), { owner: "postgres://o", program: "postgres://p" });
  const first = await readDemo(folder);
  if (!first) throw new Error("demo.json was not written");
  await writeDemo(folder, first, addresses({ API_PORT: "4100" }), {
    owner: "postgres://o2",
    program: "postgres://p2",
  });
  expect(JSON.parse(await readFile(path.join(folder, "demo.json"), "utf8"))).toEqual({
    ...demo,
    adminUrl: "http://localhost:3000",
    apiUrl: "http://localhost:4100",
    tokenUrl: "http://localhost:4100/oauth/token",
    database: { owner: "postgres://o2", program: "postgres://p2" },
  });
  expect((await stat(path.join(folder, "demo.json"))).mode & 0o777).toBe(0o600);
});

test("the end of the start names both addresses and the administrator's sign-in", () => {
  const text = welcome(addresses({ ADMIN_PORT: "3100" }), demo, folder);
  for (const part of [
    "http://localhost:3100",
    "http://localhost:4000",
    administrator.email,
    administrator.password,
  ]) {
    expect(text).toContain(part);
  }
});

test("with a database of one's own there is no demo, and the first enterprise's command is named", () => {
  expect(welcome(addresses({}), null, folder)).toContain("npx pnpm@12 create-enterprise");
});

test.each([
  ["127.0.0.1", "http://localhost:3000", "http://127.0.0.1:3000"],
  ["0.0.0.0", "http://localhost:3000", "http://127.0.0.1:3000"],
  ["::", "http://localhost:3000", "http://[::1]:3000"],
  ["192.0.2.7", "http://192.0.2.7:3000", "http://192.0.2.7:3000"],
])("listening on %s, people go to %s", (host, adminUrl, adminProbe) => {
  expect(addresses({ HOST: host })).toMatchObject({ adminUrl, adminProbe });
});
