import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { ensureDatabase, startEmbedded } from "../embedded/index.ts";
import { migrate } from "../migrate/index.ts";

/** How a test run tells the test files of the server it started. */
export const serverVariables = {
  /** Address of the migrated template, as the server's superuser. */
  superuser: "TEST_SUPERUSER_URL",
  /** The same as the owner of the tables. */
  owner: "TEST_OWNER_URL",
  /** The same as the role the program connects as. */
  program: "TEST_PROGRAM_URL",
} as const;

export type TestServer = {
  /** To be put into the environment of what runs the tests. */
  env: Record<string, string>;
  stop(): Promise<void>;
};

/** Starts an embedded PostgreSQL that does not care for a crash, with one migrated template to copy. */
export async function startTestServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "vehicle-contracts-test-"));
  const server = await startEmbedded({ dataDir, durable: false });
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const database = "template_of_tests";
    const ownerUrl = await ensureDatabase(server, { database, owner: "test_owner", password: "test_owner" });
    const { programUrl } = await migrate(ownerUrl);
    const superuserUrl = new URL(server.superuserUrl);
    superuserUrl.pathname = `/${database}`;
    await closedToSessions(server.superuserUrl, database);
    return {
      env: {
        [serverVariables.superuser]: superuserUrl.href,
        [serverVariables.owner]: ownerUrl,
        [serverVariables.program]: programUrl,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A database can be copied only while nobody is connected to it. */
async function closedToSessions(superuserUrl: string, database: string): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`alter database ${sql(database)} with allow_connections false is_template true`;
    // Sessions that are still ending.
    await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${database}`;
  } finally {
    await sql.end();
  }
}
