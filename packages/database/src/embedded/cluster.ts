import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { EmbeddedError } from "./embedded-error.ts";
import type { RunAs } from "./run-as.ts";

const run = promisify(execFile);

export const SUPERUSER = "postgres";

const clean: NodeJS.Dict<string> = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
// Where Next's types are about, they want NODE_ENV in every environment, which is nothing to PostgreSQL.
/** Environment of PostgreSQL's programs: nothing of the caller's settings (PGDATA, PGOPTIONS, locale) reaches them. */
export const cleanEnvironment = clean as NodeJS.ProcessEnv;

/** The files of one embedded server: `postgres/` in the data folder, with the cluster, its password and its log. */
export function clusterPaths(dataDir: string) {
  const home = path.join(path.resolve(dataDir), "postgres");
  return {
    home,
    cluster: path.join(home, "data"),
    password: path.join(home, "password"),
    log: path.join(home, "log"),
  };
}

async function exists(entry: string): Promise<boolean> {
  return stat(entry).then(
    () => true,
    () => false,
  );
}

/**
 * Makes the cluster where there is none: beside its place first, then renamed, so that a run killed half-way leaves
 * nothing that looks like a cluster. UTF-8, ordered by code point (the same on every system), letters by Unicode.
 *
 * @returns true when it was made now
 */
export async function makeCluster(
  binaries: Binaries,
  as: RunAs,
  dataDir: string,
  durable: boolean,
): Promise<boolean> {
  const place = clusterPaths(dataDir);
  if (await exists(place.home)) return false;
  await mkdir(path.resolve(dataDir), { recursive: true, mode: 0o700 });
  const making = `${place.home}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  const password = path.join(making, "password");
  await writeFile(password, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  await as.own(making);
  const [file, args] = as.command(binaries.initdb, [
    ...["-D", path.join(making, "data"), "-U", SUPERUSER, `--pwfile=${password}`, "--auth=scram-sha-256"],
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...["--no-instructions", ...(durable ? [] : ["--no-sync"])],
  ]);
  await run(file, [...args], { ...as.options, env: cleanEnvironment }).catch((cause: unknown) => {
    throw new EmbeddedError(whyInitdbFailed(place.home, cause), { cause });
  });
  await rename(making, place.home);
  return true;
}

function whyInitdbFailed(home: string, cause: unknown): string {
  const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : String(cause);
  const line = said.split("\n").find((text) => /error|fatal|denied/i.test(text)) ?? said.split("\n")[0] ?? "";
  return `The database could not be made in ${home}: ${line.trim()}`;
}

/** The superuser's password. */
export async function readPassword(dataDir: string): Promise<string> {
  const { password } = clusterPaths(dataDir);
  const text = await readFile(password, "utf8").catch((cause: unknown) => {
    throw new EmbeddedError(
      `${password} cannot be read; without it the database in that folder cannot be used.`,
      {
        cause,
      },
    );
  });
  return text.trim();
}
