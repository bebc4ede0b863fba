import { chmod } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { findBinaries } from "./binaries.ts";
import { clusterPaths, makeCluster, readPassword, SUPERUSER } from "./cluster.ts";
import { EmbeddedError } from "./embedded-error.ts";
import { freePort } from "./free-port.ts";
import { runAs } from "./run-as.ts";
import { startServer } from "./server-process.ts";
import { stopStaleServer } from "./stale-server.ts";

export interface EmbeddedOptions {
  /** The program's data folder; the server keeps to `postgres/` in it. Made where it is missing. */
  readonly dataDir: string;
  /** False only for tests: nothing is forced to disk, a power cut may ruin it. */
  readonly durable: boolean;
  /** A free one of 127.0.0.1 when not given. */
  readonly port?: number;
  /** Told what is being done, a short sentence each. */
  readonly log?: (sentence: string) => void;
}

export interface EmbeddedServer {
  readonly port: number;
  /** The superuser's address of the database `postgres`. */
  readonly superuserUrl: string;
  /** Resolves when the process is gone, whoever ended it. */
  readonly ended: Promise<void>;
  /** Fast shutdown; resolves when the process is gone. May be called twice. */
  stop(): Promise<void>;
}

const TRIES = 10;
/** Between finding a free port and listening on it, another program may have taken it. */
const portTaken = /Address already in use|could not create any TCP/;
/** The workers of a server that was killed end a moment after it. */
const stillEnding = /pre-existing shared memory block/;

/**
 * Starts a real PostgreSQL on 127.0.0.1, made on the first call. Whoever calls it sees to it that no other run uses the
 * folder: a server found running there is taken for the rest of a killed run and stopped.
 *
 * @throws EmbeddedError
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, durable, log = () => {} } = options;
  const binaries = await findBinaries();
  const place = clusterPaths(dataDir);
  const as = await runAs(place.cluster);
  if (await stopStaleServer(binaries, as, place.cluster))
    log("Stopped the database that an earlier run had left.");
  if (await makeCluster(binaries, as, dataDir, durable)) log("Made a new database.");
  else await as.own(place.home);
  await chmod(place.password, 0o600);
  const password = await readPassword(dataDir);
  for (let tries = 1; ; tries += 1) {
    const port = options.port ?? (await freePort());
    try {
      const server = await startServer(binaries, as, { ...place, port, durable });
      const superuserUrl = `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
      return { port, superuserUrl, ...server };
    } catch (error) {
      if (tries === TRIES || !(error instanceof EmbeddedError)) throw error;
      if (stillEnding.test(error.message)) await wait(500);
      else if (!(portTaken.test(error.message) && options.port === undefined)) throw error;
    }
  }
}
