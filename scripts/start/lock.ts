import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { factsOf, stillRuns } from "./processes.ts";
import { StartError } from "./start-error.ts";

const holderSchema = z.object({ pid: z.number(), started: z.string(), adminUrl: z.string().nullable() });
type Holder = z.infer<typeof holderSchema>;

export const lockPath = (folder: string) => path.join(folder, "lock");

async function holderIn(file: string): Promise<Holder | null> {
  const text = await readFile(file, "utf8").catch(() => "");
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The run that uses the data folder at this moment, if there is one. */
export async function runningIn(folder: string): Promise<Holder | null> {
  const holder = await holderIn(lockPath(folder));
  return holder && stillRuns(holder) ? holder : null;
}

function alreadyRunning(folder: string, { pid, adminUrl }: Holder): StartError {
  const what = adminUrl
    ? `Vehicle Contracts is already running at ${adminUrl} (process ${pid}) with the data folder ${folder}.`
    : `Another command (process ${pid}) is using the data folder ${folder}.`;
  return new StartError(`${what} Stop it first, or set DATA_DIR, ADMIN_PORT and API_PORT for a second one.`);
}

/**
 * Takes the data folder for this process. The holder is known by process id and start time, so that the lock of a
 * killed run, whose id another program may have by now, does not count.
 *
 * @param adminUrl where the product is about to be served; null for a command that only uses the database
 * @returns the release
 * @throws StartError when another process has it
 */
export async function lockFolder(folder: string, adminUrl: string | null): Promise<() => Promise<void>> {
  const lock = lockPath(folder);
  const mine = { pid: process.pid, started: factsOf(process.pid)?.started ?? "", adminUrl };
  const draft = `${lock}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(mine)}\n`, { mode: 0o600 });
  try {
    for (;;) {
      // A link is made or refused in one step, with its content; a file written in place is empty for a moment.
      const taken = await link(draft, lock).then(
        () => false,
        (error: unknown) => {
          if (error instanceof Error && "code" in error && error.code === "EEXIST") return true;
          throw error;
        },
      );
      if (!taken) return () => rm(lock, { force: true });
      const holder = await runningIn(folder);
      if (holder) throw alreadyRunning(folder, holder);
      await setAside(folder, `${draft}.stale`);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a stale lock; puts it back if another start has just replaced it by its own. */
async function setAside(folder: string, aside: string): Promise<void> {
  const lock = lockPath(folder);
  await rename(lock, aside).catch(() => {});
  const holder = await holderIn(aside);
  if (holder && stillRuns(holder)) await link(aside, lock).catch(() => {});
  await rm(aside, { force: true });
}
