import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder, lockPath, runningIn } from "./lock.ts";
import { factsOf } from "./processes.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lockOf = (holder: object) => writeFile(lockPath(folder), JSON.stringify({ adminUrl: null, ...holder }));

test("a second start beside a running one is told where that one is", async () => {
  await lockFolder(folder, "http://localhost:3000");
  await expect(lockFolder(folder, "http://localhost:3100")).rejects.toThrow(
    `Vehicle Contracts is already running at http://localhost:3000 (process ${process.pid})`,
  );
});

test("a folder that was given back is free, and nothing is left in it", async () => {
  const release = await lockFolder(folder, null);
  expect((await runningIn(folder))?.pid).toBe(process.pid);
  await release();
  expect(await runningIn(folder)).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

test("the lock of a run that was killed does not count", async () => {
  const killed = spawn("sleep", ["600"]);
  const facts = factsOf(killed.pid ?? 0);
  await lockOf({ pid: killed.pid, started: facts?.started });
  expect((await runningIn(folder))?.pid).toBe(killed.pid);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  await lockFolder(folder, null);
  expect((await runningIn(folder))?.pid).toBe(process.pid);
});

test("nor does it when another program has the same process id by now", async () => {
  await lockOf({ pid: process.pid, started: "before the last start of the machine" });
  await expect(lockFolder(folder, null)).resolves.toBeTypeOf("function");
});

test("a lock that cannot be read does not count", async () => {
  await writeFile(lockPath(folder), '{"pid": 1');
  await expect(lockFolder(folder, null)).resolves.toBeTypeOf("function");
});

test("of many starts at once on a stale lock one gets the folder", async () => {
  await lockOf({ pid: process.pid, started: "long ago" });
  const holders = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", holder], {
      env: { ...process.env, FOLDER: folder, MODULE: path.join(import.meta.dirname, "lock.ts") },
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  const words = await Promise.all(
    holders.map(async ({ stdout }) => String((await once(stdout, "data"))[0]).trim()),
  );
  for (const process of holders) process.stdin.end();
  await Promise.all(holders.map((process) => once(process, "exit")));
  expect(words.sort()).toEqual(["refused", "refused", "refused", "taken"]);
});

/** Takes the folder, or not, says which, and lives until its input is closed. */
const holder = `
  const { lockFolder } = await import(process.env.MODULE);
  await lockFolder(process.env.FOLDER, null).then(() => console.log("taken"), () => console.log("refused"));
  process.stdin.resume();`;
