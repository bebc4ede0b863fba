import { readFile } from "node:fs/promises";
import { clusterPaths, readPassword, SUPERUSER } from "./cluster.ts";
import { postmasterFilePath, readPostmasterFile } from "./postmaster-file.ts";
import type { EmbeddedServer } from "./start-embedded.ts";

/**
 * The server that runs on a data folder at this moment, as it says itself; null where none is ready.
 *
 * @throws EmbeddedError when its password cannot be read
 */
export async function runningServer(dataDir: string): Promise<Pick<EmbeddedServer, "superuserUrl"> | null> {
  const { cluster } = clusterPaths(dataDir);
  const found = await readPostmasterFile(cluster);
  if (found?.status !== "ready") return null;
  const port = (await readFile(postmasterFilePath(cluster), "utf8")).split("\n")[3]?.trim();
  const password = encodeURIComponent(await readPassword(dataDir));
  return { superuserUrl: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres` };
}
