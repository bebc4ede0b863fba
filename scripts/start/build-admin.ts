import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { type Child, startChild } from "./child.ts";
import { inputsHash } from "./inputs-hash.ts";
import { StartError } from "./start-error.ts";

const ADMIN = "apps/admin";

/** The `next` command of the admin app. */
export function nextCommand(root: string): string {
  return createRequire(path.join(root, ADMIN, "package.json")).resolve("next/dist/bin/next");
}

/** What the build in place was made of; null where there is none. */
async function builtFrom(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch(() => null);
}

/** Whether the build in place is of today's sources. */
export async function isBuilt(root: string): Promise<boolean> {
  const file = path.join(root, ADMIN, ".next/inputs-hash");
  return (await builtFrom(file)) === (await inputsHash(root, ADMIN));
}

/**
 * Builds the admin app for production. The hash of its inputs is taken before and written after, so that an edit or a
 * kill under way makes the next start build anew.
 *
 * @param onChild told of the process, so that it can be stopped
 * @throws StartError with the end of the build's output
 */
export async function buildAdmin(
  root: string,
  logFolder: string,
  onChild: (child: Child) => void,
): Promise<void> {
  const file = path.join(root, ADMIN, ".next/inputs-hash");
  const hash = await inputsHash(root, ADMIN);
  await rm(file, { force: true });
  const child = startChild({
    name: "build",
    args: [nextCommand(root), "build"],
    folder: ADMIN,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: undefined },
    logFolder,
  });
  onChild(child);
  const how = await child.ended;
  if (how !== "exit code 0") {
    throw new StartError(
      `The admin app could not be built (${how}). The end of its output:\n${child.lastLines()}`,
    );
  }
  await writeFile(file, hash);
}
