import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Settings } from "@vehicle-contracts/settings";
import { z } from "zod";
import { openDataFolder } from "./data-folder.ts";
import { openRegister } from "./database.ts";
import { lockFolder, runningIn } from "./lock.ts";
import { readSecrets } from "./secrets.ts";
import { StartError } from "./start-error.ts";

export interface DatabaseAddresses {
  readonly ownerUrl: string;
  readonly programUrl: string;
}

const runningSchema = z.object({ database: z.object({ owner: z.string(), program: z.string() }) });

/**
 * Lends a command the register's database: that of DATABASE_URL, that of the product running on the data folder, or,
 * when nothing runs there, the embedded one, started for as long as the work takes.
 *
 * @throws StartError, EmbeddedError, DatabaseRefused
 */
export async function withDatabase<T>(
  settings: Settings,
  work: (addresses: DatabaseAddresses) => Promise<T>,
): Promise<T> {
  const folder = await openDataFolder(settings.dataDir);
  const running = settings.databaseUrl === null ? await runningIn(folder) : null;
  if (running?.adminUrl) return work(await addressesOfRunning(folder));
  const release = settings.databaseUrl === null ? await lockFolder(folder, null) : async () => {};
  try {
    const register = await openRegister(settings, folder, await readSecrets(folder), (sentence) => {
      process.stderr.write(`${sentence}\n`);
    });
    try {
      return await work({ ownerUrl: register.ownerUrl, programUrl: register.programUrl });
    } finally {
      await register.stop();
    }
  } finally {
    await release();
  }
}

async function addressesOfRunning(folder: string): Promise<DatabaseAddresses> {
  const file = path.join(folder, "demo.json");
  try {
    const { database } = runningSchema.parse(JSON.parse(await readFile(file, "utf8")));
    return { ownerUrl: database.owner, programUrl: database.program };
  } catch (error) {
    throw new StartError(
      `Vehicle Contracts is still starting with the data folder ${folder}. Try again when it is ready.`,
      { cause: error },
    );
  }
}
