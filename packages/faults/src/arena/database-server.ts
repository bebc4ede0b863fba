import { readFile } from "node:fs/promises";
import path from "node:path";
import { type EmbeddedServer, ensureDatabase, startEmbedded } from "@vehicle-contracts/database/embedded";
import { migrate } from "@vehicle-contracts/database/migrate";
import { polled } from "./polled.ts";

/** A PostgreSQL of our own that keeps what it acknowledged, and that may be killed. */
export type DatabaseServer = {
  /** The program's address of the database. */
  readonly programUrl: string;
  readonly port: number;
  /** Kills the server as if it had run out of memory. Its workers end by themselves. */
  kill(): Promise<void>;
  /** Starts it again on the same port. Resolves once it takes connections. */
  start(): Promise<void>;
  /** Does what makes the server begin anew, and resolves once it has recovered and takes connections. */
  untilRecovered(crash: () => void): Promise<void>;
  stop(): Promise<void>;
};

export async function startDatabaseServer(dataDir: string): Promise<DatabaseServer> {
  let server: EmbeddedServer = await startEmbedded({ dataDir, durable: true });
  const { port } = server;
  const owner = { database: "register", owner: "register", password: "register" };
  const { programUrl } = await migrate(await ensureDatabase(server, owner));
  const home = path.join(dataDir, "postgres");
  const timesReady = async () =>
    (await readFile(path.join(home, "log"), "utf8")).split("ready to accept connections").length - 1;

  return {
    programUrl,
    port,
    async kill() {
      const [pid] = (await readFile(path.join(home, "data/postmaster.pid"), "utf8")).split("\n");
      process.kill(Number(pid), "SIGKILL");
      await server.ended;
    },
    async start() {
      server = await startEmbedded({ dataDir, durable: true, port });
    },
    async untilRecovered(crash) {
      const before = await timesReady();
      crash();
      await polled("PostgreSQL to recover", async () => ((await timesReady()) > before ? true : null));
    },
    stop: () => server.stop(),
  };
}
