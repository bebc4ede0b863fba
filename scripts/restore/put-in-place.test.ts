import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { finishRestore, putInPlace } from "./put-in-place.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "in-place-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A register in which each part says whose it is. */
async function register(within: string, whose: string, files: readonly string[]): Promise<void> {
  await mkdir(path.join(within, "postgres"), { recursive: true });
  await writeFile(path.join(within, "postgres", "PG_VERSION"), whose);
  for (const file of files) await writeFile(path.join(within, file), whose);
}

const wholeOf = async (within: string) => {
  const parts: Record<string, string> = {};
  for (const name of (await readdir(within)).filter((each) => each !== "replaced").sort())
    parts[name] = await readFile(
      path.join(within, name === "postgres" ? "postgres/PG_VERSION" : name),
      "utf8",
    );
  return parts;
};

test("a register is put into an empty folder", async () => {
  await register(path.join(folder, "restoring"), "new", ["secrets.json"]);
  expect(await putInPlace(folder)).toBeNull();
  expect(await wholeOf(folder)).toEqual({ postgres: "new", "secrets.json": "new" });
});

test("one that is there goes aside, beside those that went before", async () => {
  await register(path.join(folder, "restoring"), "second", ["secrets.json"]);
  await register(folder, "first", ["secrets.json", "demo.json"]);
  expect(await putInPlace(folder)).toBe(path.join(folder, "replaced"));
  await register(path.join(folder, "restoring"), "third", ["secrets.json"]);
  expect(await putInPlace(folder)).toBe(path.join(folder, "replaced-2"));
  expect(await wholeOf(path.join(folder, "replaced"))).toEqual({
    ...{ postgres: "first", "secrets.json": "first", "demo.json": "first" },
  });
  expect(await wholeOf(path.join(folder, "replaced-2"))).toEqual({
    postgres: "second",
    "secrets.json": "second",
  });
});

const steps = [
  ["demo-loading", "replaced/demo-loading"],
  ["secrets.json", "replaced/secrets.json"],
  ["restored/secrets.json", "secrets.json"],
  ["demo.json", "replaced/demo.json"],
  ["restored/demo.json", "demo.json"],
  ["postgres", "replaced/postgres"],
  ["restored/postgres", "postgres"],
] as const;

test.each(steps.map((_, done) => done).concat(steps.length))(
  "cut off after %i steps, it is brought to its end by the next start",
  async (done) => {
    await register(folder, "old", ["secrets.json", "demo.json", "demo-loading"]);
    await register(path.join(folder, "restored"), "new", ["secrets.json", "demo.json"]);
    await writeFile(path.join(folder, "restored/the-former-register-goes-to"), "replaced");
    await mkdir(path.join(folder, "replaced"));
    for (const [from, to] of steps.slice(0, done))
      await rename(path.join(folder, from), path.join(folder, to));
    await finishRestore(folder);
    await finishRestore(folder);
    expect(await wholeOf(folder)).toEqual({ postgres: "new", "secrets.json": "new", "demo.json": "new" });
    expect(await wholeOf(path.join(folder, "replaced"))).toEqual({
      ...{ postgres: "old", "secrets.json": "old", "demo.json": "old", "demo-loading": "old" },
    });
  },
);
