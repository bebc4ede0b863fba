import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { apiNodeArguments } from "@vehicle-contracts/settings";
import { polled } from "./polled.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const dieWithParent = new URL("../../../../scripts/start/die-with-parent.ts", import.meta.url).href;
const run = promisify(execFile);

/** The API as a process of its own, as the start command runs it. */
export type ApiProcess = {
  readonly url: string;
  /** Kills it, and resolves once it is gone. */
  kill(): Promise<void>;
  /** Starts it (again). Resolves once it says that it is ready. */
  start(): Promise<void>;
  /** Resolves once it says that it is ready. */
  ready(): Promise<void>;
  /** Times it ended without being told to. */
  readonly crashes: number;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
};

export type ApiOptions = {
  programUrl: string;
  /** The file it logs to. */
  log: string;
};

export async function startApi(options: ApiOptions): Promise<ApiProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    PATH: process.env.PATH ?? "",
    PROGRAM_DATABASE_URL: options.programUrl,
    AUTH_SECRET: "for trials of faults only: at least thirty-two characters",
    JOBS: "off", // what is counted is what clients did
    ADMIN_URL: "http://localhost:3000",
    API_URL: url,
    API_PORT: String(port),
    HOST: "127.0.0.1",
    STARTED_BY: String(process.pid),
  };
  let child: ChildProcess | null = null;
  let crashes = 0;
  const log = openSync(options.log, "a", 0o600);

  const ready = async () => {
    await polled(
      "the API to be ready",
      async () => {
        const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
        await answer?.body?.cancel();
        if (answer?.status === 200) return true;
        if (child?.exitCode !== null || child.signalCode !== null)
          throw new Error(
            `The API ended. The end of its log: ${readFileSync(options.log, "utf8").slice(-2_000)}`,
          );
        return null;
      },
      { withinMs: 240_000, everyMs: 50 },
    );
  };
  const start = async () => {
    const args = [...apiNodeArguments, "--import", dieWithParent, "apps/api/src/main.ts"];
    const started = spawn(process.execPath, args, {
      cwd: root,
      env: environment,
      stdio: ["ignore", log, log, "ipc"],
    });
    child = started;
    started.once("exit", () => {
      if (child === started) crashes += 1;
    });
    await ready();
  };
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    const ended = child;
    child = null;
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
    ended.kill(signal);
    await once(ended, "exit");
  };
  await start();
  return {
    url,
    start,
    ready,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    get crashes() {
      return crashes;
    },
    memory: async () => memoryOf(child?.pid),
  };
}

/** Where it has ended, 0. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const kilobytes = await run("ps", ["-o", "rss=", "-p", String(pid)]).then(
    ({ stdout }) => Number(stdout),
    () => 0,
  );
  return Math.round(kilobytes / 1024);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("A TCP server has no port.");
  return address.port;
}
