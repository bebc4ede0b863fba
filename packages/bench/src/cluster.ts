import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  databaseExists,
  dropDatabase,
  type EmbeddedServer,
  ensureDatabase,
  startEmbedded,
} from "@vehicle-contracts/database/embedded";
import { migrate } from "@vehicle-contracts/database/migrate";
import postgres from "postgres";
import { loadRegister } from "./load/load-register.ts";

const migrations = fileURLToPath(new URL("../../database/migrations", import.meta.url));
/** To be raised with every change to the rows that are loaded. */
const registerVersion = 1;
const owner = { owner: "bench", password: "bench" };

export type Loaded = {
  /** As the program's role. */
  programUrl: string;
  /** As the superuser, who sees every tenant's rows. */
  superuserUrl: string;
};

export type Cluster = {
  /** A copy of the register of that size, which the run may change as it likes. */
  copyOf(contracts: number): Promise<Loaded>;
  /** What PostgreSQL says of itself. */
  version(): Promise<string>;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  /** Where the server and its registers are kept. */
  folder: string;
  sizes: readonly number[];
  /** The day on which the registers stand, a calendar date. */
  day: string;
  /** Registers that are there are made anew. */
  fresh: boolean;
  log: (sentence: string) => void;
};

/**
 * Starts an embedded PostgreSQL as the product does, with a loaded register of each size. Those of an earlier run are
 * taken as they are when schema, size and day are the same; others are dropped.
 */
export async function openCluster({ folder, sizes, day, fresh, log }: ClusterOptions): Promise<Cluster> {
  await mkdir(folder, { recursive: true });
  const names = new Map<number, string>();
  for (const contracts of sizes) names.set(contracts, await registerName(contracts, day));
  const wanted = new Set(names.values());
  let server = await startEmbedded({ dataDir: folder, durable: true });
  await dropOthers(server, fresh ? new Set() : wanted);
  const missing: number[] = [];
  for (const [contracts, name] of names) if (!(await databaseExists(server, name))) missing.push(contracts);
  if (missing.length > 0) {
    // Nothing is lost when loading is cut short: what is not finished is not taken for a register.
    await server.stop();
    server = await startEmbedded({ dataDir: folder, durable: false });
    try {
      for (const contracts of missing) await load(server, names.get(contracts) ?? "", contracts, day, log);
    } finally {
      await server.stop();
    }
    server = await startEmbedded({ dataDir: folder, durable: true });
  }
  return {
    copyOf: (contracts) => copyOf(server, names.get(contracts) ?? "", contracts),
    version: () =>
      asSuperuser(server.superuserUrl, async (sql) => {
        const [row] = await sql<{ server_version: string }[]>`show server_version`;
        return row?.server_version ?? "";
      }),
    async stop() {
      await dropOthers(server, wanted);
      await server.stop();
    },
  };
}

async function registerName(contracts: number, day: string): Promise<string> {
  const hash = createHash("sha256").update(`${registerVersion} ${day}`);
  for (const name of (await readdir(migrations)).filter((each) => each.endsWith(".sql")).sort())
    hash.update(await readFile(path.join(migrations, name)));
  return `register_${contracts}_${hash.digest("hex").slice(0, 10)}`;
}

async function load(
  server: EmbeddedServer,
  name: string,
  contracts: number,
  day: string,
  log: (sentence: string) => void,
): Promise<void> {
  const making = `${name}_making`;
  log(`Loading a register of ${contracts.toLocaleString("en")} contracts.`);
  const since = performance.now();
  const ownerUrl = await ensureDatabase(server, { database: making, ...owner });
  await migrate(ownerUrl);
  await loadRegister(onDatabase(server.superuserUrl, making), { contracts, day }, log);
  await asSuperuser(server.superuserUrl, async (sql) => {
    await sql`alter database ${sql(making)} rename to ${sql(name)}`;
    await sql`checkpoint`;
  });
  log(`Loaded in ${Math.round((performance.now() - since) / 1000)} s.`);
}

async function copyOf(server: EmbeddedServer, name: string, contracts: number): Promise<Loaded> {
  const database = `run_${contracts}`;
  await dropDatabase(server, database);
  await asSuperuser(
    server.superuserUrl,
    (sql) =>
      sql`create database ${sql(database)} template ${sql(name)} owner ${sql(owner.owner)} strategy file_copy`,
  );
  const ownerUrl = await ensureDatabase(server, { database, ...owner });
  const { programUrl } = await migrate(ownerUrl);
  return { programUrl, superuserUrl: onDatabase(server.superuserUrl, database) };
}

/** Of this command's databases all but those named. */
async function dropOthers(server: EmbeddedServer, kept: ReadonlySet<string>): Promise<void> {
  const found = await asSuperuser(
    server.superuserUrl,
    (sql) =>
      sql<
        { name: string }[]
      >`select datname as name from pg_database where datname ~ '^(register|run)_[0-9]'`,
  );
  for (const { name } of found) if (!kept.has(name)) await dropDatabase(server, name);
}

async function asSuperuser<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function onDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
