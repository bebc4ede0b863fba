import { readFile } from "node:fs/promises";
import path from "node:path";
import { migrate } from "@vehicle-contracts/database/migrate";
import type { Settings } from "@vehicle-contracts/settings";
import { z } from "zod";
import { finishRestore } from "../restore/put-in-place.ts";
import { openDataFolder } from "./data-folder.ts";
import { openRegister } from "./database.ts";
import { isDemoUnfinished, readDemo } from "./demo.ts";
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
 * when nothing runs there, the embedded one, started for as long as the work takes. A folder in which the product has
 * never been ready holds no register: what a command would make there, the first start could not fill any more.
 *
 * @throws StartError, EmbeddedError, DatabaseRefused
 */
export async function withDatabase<T>(
  settings: Settings,
  work: (addresses: DatabaseAddresses) => Promise<T>,
): Promise<T> {
  if (settings.databaseUrl !== null) {
    const { programUrl } = await migrate(settings.databaseUrl);
    return work({ ownerUrl: settings.databaseUrl, programUrl });
  }
  const folder = path.resolve(settings.dataDir);
  const running = await runningIn(folder);
  if (running?.adminUrl) return work(await addressesOfRunning(folder));
  if ((await readDemo(folder)) === null || (await isDemoUnfinished(folder)))
    throw new StartError(
      `There is no register in ${folder}: start it with npx pnpm@12 start, or set DATABASE_URL.`,
    );
  const release = await lockFolder(await openDataFolder(folder), null);
  try {
    await finishRestore(folder);
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
