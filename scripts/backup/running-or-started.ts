import { stat } from "node:fs/promises";
import path from "node:path";
import { addressOf, runningServer, startEmbedded } from "@vehicle-contracts/database/embedded";
import { finishRestore } from "../restore/put-in-place.ts";
import { openDataFolder } from "../start/data-folder.ts";
import { isDemoUnfinished } from "../start/demo.ts";
import { DATABASE } from "../start/embedded-database.ts";
import { lockFolder, runningIn } from "../start/lock.ts";
import { BackupError } from "./backup-error.ts";

/**
 * Lends the superuser's address of the embedded register, as it is: of the server that runs, or of one that is started
 * for as long as the work takes. Nothing is migrated.
 *
 * @throws BackupError, StartError, EmbeddedError
 */
export async function runningOrStarted(
  dataDir: string,
  work: (superuserUrl: string) => Promise<void>,
): Promise<void> {
  const folder = path.resolve(dataDir);
  if ((await runningIn(folder))?.adminUrl) {
    const server = (await isDemoUnfinished(folder)) ? null : await runningServer(folder);
    if (server === null)
      throw new BackupError(
        `Vehicle Contracts is still starting with the data folder ${folder}. Try again when it is ready.`,
      );
    return work(addressOf(server, DATABASE));
  }
  const there = await stat(path.join(folder, "postgres")).catch(() => null);
  if (!there || (await isDemoUnfinished(folder))) throw new BackupError(`There is no register in ${folder}.`);
  const release = await lockFolder(await openDataFolder(folder), null);
  try {
    await finishRestore(folder);
    const server = await startEmbedded({ dataDir: folder, durable: true });
    try {
      return await work(addressOf(server, DATABASE));
    } finally {
      await server.stop();
    }
  } finally {
    await release();
  }
}
