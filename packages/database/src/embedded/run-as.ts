import { execFile, type SpawnOptions } from "node:child_process";
import { chown, lstat, readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * How PostgreSQL's programs are started. PostgreSQL refuses to run as root, so root starts them in a user namespace of
 * their own, where they see themselves as nobody while their files stay root's; where that is denied, as another user.
 */
export interface RunAs {
  command(program: string, args: readonly string[]): [file: string, args: readonly string[]];
  readonly options: Pick<SpawnOptions, "uid" | "gid">;
  /** Gives a folder and all in it to the user the programs run as. */
  own(folder: string): Promise<void>;
}

const direct: RunAs = { command: (program, args) => [program, args], options: {}, own: async () => {} };

const mapping = ["-U", "--map-user=65534", "--map-group=65534"];
const inNamespace: RunAs = {
  command: (program, args) => ["unshare", [...mapping, program, ...args]],
  options: {},
  own: async () => {},
};

function asUser(uid: number, gid: number): RunAs {
  return {
    command: (program, args) => [program, args],
    options: { uid, gid },
    own: (folder) => giveAway(folder, uid, gid),
  };
}

async function giveAway(entry: string, uid: number, gid: number): Promise<void> {
  const found = await lstat(entry);
  if (found.isSymbolicLink()) return;
  if (found.isDirectory()) {
    for (const name of await readdir(entry)) await giveAway(path.join(entry, name), uid, gid);
  }
  if (found.uid !== uid || found.gid !== gid) await chown(entry, uid, gid);
}

async function namespacesAllowed(): Promise<boolean> {
  return run("unshare", [...mapping, "true"]).then(
    () => true,
    () => false,
  );
}

/** User and group id of the first of the names that the system knows. */
async function firstUserOf(names: readonly string[]): Promise<RunAs> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const name of names) {
    const line = lines.find((fields) => fields[0] === name);
    if (line) return asUser(Number(line[2]), Number(line[3]));
  }
  return asUser(65534, 65534);
}

/**
 * @param folder the folder of an existing cluster, or one that does not exist yet
 * @param system what is asked of the system; tests answer in its place
 */
export async function runAs(
  folder: string,
  system = { uid: process.getuid?.() ?? 1, namespacesAllowed },
): Promise<RunAs> {
  if (system.uid !== 0) return direct;
  const owner = await stat(folder).catch(() => null);
  if (owner && owner.uid !== 0) return asUser(owner.uid, owner.gid);
  if (await system.namespacesAllowed()) return inNamespace;
  return firstUserOf(["postgres", "nobody"]);
}
