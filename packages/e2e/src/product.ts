import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const READY = "Ctrl-C stops it.";

export interface Product {
  readonly adminUrl: string;
  /** What the start command wrote for scripts. */
  readonly demoFile: string;
  /** All that it has said so far: its own words and the programs' logs. */
  output(): string;
  /** The log of its database. */
  databaseLog(): Promise<string>;
  stop(): Promise<void>;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  // all at once: they listen in the same turn, and one that is waited for later would have been heard already
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports: number[] = [];
  for (const server of servers) {
    const address = server.address();
    if (address !== null && typeof address === "object") ports.push(address.port);
  }
  for (const server of servers) {
    server.close();
    await once(server, "close");
  }
  return ports;
}

/**
 * Starts the product by its own start command, on free ports, with a data folder of its own and the demo group; it sends
 * mail where it is told a server for that.
 *
 * @throws Error with all that the command said when it ends before it is ready
 */
export async function startProduct({ mailUrl = "" }: { mailUrl?: string } = {}): Promise<Product> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-e2e-"));
  const [adminPort, apiPort] = await freePorts(2);
  const child = spawn(process.execPath, ["scripts/start.ts"], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      ADMIN_PORT: String(adminPort),
      API_PORT: String(apiPort),
      DATABASE_URL: "",
      HOST: "",
      ADMIN_URL: "",
      API_URL: "",
      MAIL_URL: mailUrl,
      MAIL_FROM: mailUrl && "Vehicle Contracts <register@dealer.example>",
    },
    // The channel tells it that we are gone, however we end.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  const ended = once(child, "exit");
  const ready = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes(READY)) resolve(true);
      });
    }
    void ended.then(() => resolve(false));
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  if (!(await ready)) {
    await stop();
    throw new Error(`The product did not start. It said:\n${said}`);
  }
  return {
    adminUrl: `http://localhost:${adminPort}`,
    demoFile: path.join(dataDir, "demo.json"),
    output: () => said,
    databaseLog: () => readFile(path.join(dataDir, "postgres", "log"), "utf8"),
    stop,
  };
}
