import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Child, startChild } from "./child.ts";
import { compressFiles } from "./compress-files.ts";
import { inputsHash } from "./inputs-hash.ts";
import { StartError } from "./start-error.ts";

const ADMIN = "apps/admin";
const otherBuild = /Another next build process is already running/;
const OTHER_BUILD_EVERY_MS = 2_000;
const OTHER_BUILD_WITHIN_MS = 300_000;

/** The `next` command of the admin app. */
export function nextCommand(root: string): string {
  return createRequire(path.join(root, ADMIN, "package.json")).resolve("next/dist/bin/next");
}

const hashFile = (root: string) => path.join(root, ADMIN, ".next/inputs-hash");

/** What the build in place was made of; null where there is none. */
async function builtFrom(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch(() => null);
}

/** Whether the build in place is of today's sources. */
export async function isBuilt(root: string): Promise<boolean> {
  return (await builtFrom(hashFile(root))) === (await inputsHash(root, ADMIN));
}

/**
 * Builds the admin app for production, unless it is built by the time its turn comes: Next refuses to build beside
 * another build of the same folder (that of a second start, say), which is waited for. The hash of the inputs is taken
 * before and written after, so that an edit or a kill under way makes the next start build anew.
 *
 * @param onChild told of the process, so that it can be stopped
 * @throws StartError with the end of the build's output
 */
export async function buildAdmin(
  root: string,
  logFolder: string,
  onChild: (child: Child) => void,
): Promise<void> {
  const until = performance.now() + OTHER_BUILD_WITHIN_MS;
  while (!(await isBuilt(root))) {
    const hash = await inputsHash(root, ADMIN);
    await rm(hashFile(root), { force: true });
    const child = startChild({
      name: "build",
      args: [nextCommand(root), "build"],
      folder: ADMIN,
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: undefined },
      logFolder,
    });
    onChild(child);
    const how = await child.ended;
    const said = child.lastLines();
    if (how === "exit code 0") {
      await compressFiles(path.join(root, ADMIN, ".next/static"));
      return writeFile(hashFile(root), hash);
    }
    if (!otherBuild.test(said) || performance.now() > until) {
      throw new StartError(`The admin app could not be built (${how}). The end of its output:\n${said}`);
    }
    await wait(OTHER_BUILD_EVERY_MS);
  }
}
