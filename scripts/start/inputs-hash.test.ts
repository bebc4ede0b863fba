import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inputsHash } from "./inputs-hash.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "inputs-"));
  await put("pnpm-lock.yaml", "lock");
  await put(
    "apps/admin/package.json",
    '{"name":"admin","dependencies":{"services":"workspace:*","react":"1"}}',
  );
  await put("packages/services/package.json", '{"name":"services","dependencies":{"model":"workspace:*"}}');
  await put("packages/model/package.json", '{"name":"model"}');
  await put("packages/demo/package.json", '{"name":"demo"}');
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), content);
}

const hash = () => inputsHash(root, "apps/admin");

test("nothing changed: the same hash", async () => {
  expect(await hash()).toBe(await hash());
});

test.each([
  ["a page", "apps/admin/src/app/page.tsx"],
  ["the configuration", "apps/admin/next.config.ts"],
  ["a package that the app needs", "packages/services/src/create.ts"],
  ["a package that such a package needs", "packages/model/src/contract.ts"],
  ["the lock file", "pnpm-lock.yaml"],
  ["a patch", "patches/postgres.patch"],
])("%s changed: another hash, and the old one when it is as before", async (_what, file) => {
  await put(file, "before");
  const before = await hash();
  await put(file, "after");
  expect(await hash()).not.toBe(before);
  await put(file, "before");
  expect(await hash()).toBe(before);
});

test.each([
  ["a test", "packages/model/src/contract.test.ts"],
  ["a package the app does not need", "packages/demo/src/load.ts"],
  ["what was built", "apps/admin/.next/server/page.js"],
  ["what was installed", "apps/admin/node_modules/react/index.js"],
])("%s changed: the same hash", async (_what, file) => {
  const before = await hash();
  await put(file, "after");
  expect(await hash()).toBe(before);
});

test("a text that moves from one file to the next is a change", async () => {
  await put("apps/admin/a.ts", "one two");
  await put("apps/admin/b.ts", "");
  const before = await hash();
  await put("apps/admin/a.ts", "one");
  await put("apps/admin/b.ts", " two");
  expect(await hash()).not.toBe(before);
});
