import {
  addressOf,
  databaseExists,
  dropDatabase,
  type EmbeddedServer,
  ensureDatabase,
  isWithoutRows,
  startEmbedded,
} from "@vehicle-contracts/database/embedded";
import { requireKnownSchema } from "@vehicle-contracts/database/migrate";
import type { Secrets } from "./secrets.ts";

/** The register's database in an embedded server. */
export const DATABASE = "register";
const OWNER = "register_owner";
const RESTARTS_WITHIN_MS = 60_000;
const RESTARTS = 5;

export interface EmbeddedRegister {
  readonly ownerUrl: string;
  /** True when there is no enterprise in it yet. */
  readonly isNew: boolean;
  /** Resolves when the server ended by itself and could not be kept up. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
}

/**
 * The embedded server with the register's database. A server that ends while it is used (killed by hand, by the system
 * for want of memory) is started again on the same port, up to five times a minute.
 *
 * @param unfinished the first filling of the database was cut off: it is made anew
 */
export async function openEmbedded(
  folder: string,
  secrets: Secrets,
  unfinished: boolean,
  log: (sentence: string) => void,
): Promise<EmbeddedRegister> {
  const first = await startEmbedded({ dataDir: folder, durable: true, log });
  const kept = keepUp(first, folder, log);
  try {
    if (unfinished) await dropDatabase(first, DATABASE);
    else if (await databaseExists(first, DATABASE)) await requireKnownSchema(addressOf(first, DATABASE));
    const ownerUrl = await ensureDatabase(first, registerOf(secrets));
    const isNew = await isWithoutRows(first, DATABASE, "enterprise");
    return { ownerUrl, isNew, ...kept };
  } catch (error) {
    await kept.stop();
    throw error;
  }
}

export const registerOf = ({ databaseOwner }: Secrets) => ({
  database: DATABASE,
  owner: OWNER,
  password: databaseOwner,
});

function keepUp(first: EmbeddedServer, folder: string, log: (sentence: string) => void) {
  let server = first;
  let stopping = false;
  const restarts: number[] = [];
  const keep = async () => {
    for (;;) {
      await server.ended;
      const now = performance.now();
      restarts.push(now);
      if (stopping || restarts.filter((at) => now - at < RESTARTS_WITHIN_MS).length > RESTARTS) return;
      log("The database ended; it is started again.");
      server = await startEmbedded({ dataDir: folder, durable: true, port: first.port });
    }
  };
  const over = keep().catch((error: unknown) => log(String(error)));
  const lost = new Promise<void>((resolve) => {
    void over.then(() => (stopping ? undefined : resolve()));
  });
  return {
    lost,
    async stop() {
      stopping = true;
      await server.stop();
      await over;
      // One that was just being started again.
      await server.stop();
    },
  };
}
