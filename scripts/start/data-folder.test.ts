import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDataFolder } from "./data-folder.ts";
import { readSecrets } from "./secrets.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "data-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a folder that is missing is made, parents too, closed to other users, and nothing is left in it", async () => {
  const made = await openDataFolder(path.join(folder, "a", "b"));
  expect(await readdir(made)).toEqual([]);
  expect((await stat(made)).mode & 0o777).toBe(0o700);
  expect(await openDataFolder(made)).toBe(made);
});

test("a file in the way is said", async () => {
  await writeFile(path.join(folder, "file"), "");
  await expect(openDataFolder(path.join(folder, "file", "data"))).rejects.toThrow(
    `The data folder ${path.join(folder, "file", "data")} cannot be written to: a part of that path is a file. Make it writable, or set DATA_DIR to a folder that is.`,
  );
});

test.runIf(process.platform === "linux")(
  "a folder where none can be made is said, and not waited for",
  async () => {
    await expect(openDataFolder("/proc/vehicle-contracts")).rejects.toThrow(
      /cannot be written to: no folder can be made there/,
    );
  },
);

test("the secrets of an installation stay the same, and only its owner can read them", async () => {
  const [first, second] = await Promise.all([readSecrets(folder), readSecrets(folder)]);
  expect(second).toEqual(first);
  expect(await readSecrets(folder)).toEqual(first);
  expect(first.session).not.toBe(first.databaseOwner);
  expect((await stat(path.join(folder, "secrets.json"))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["secrets.json"]);
});

test("secrets that cannot be read are not replaced in silence", async () => {
  await writeFile(path.join(folder, "secrets.json"), '{"session":"short"}');
  await expect(readSecrets(folder)).rejects.toThrow(/does not hold the secrets of this installation/);
});
