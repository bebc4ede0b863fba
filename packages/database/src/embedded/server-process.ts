import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { cleanEnvironment } from "./cluster.ts";
import { EmbeddedError } from "./embedded-error.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import type { RunAs } from "./run-as.ts";

const READY_WITHIN_MS = 60_000;
const FAST_STOP_WITHIN_MS = 30_000;

export interface ServerProcess {
  /** Resolves when the process is gone, whoever ended it. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, all that was committed is kept. May be called twice. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly cluster: string;
  readonly log: string;
  readonly port: number;
  readonly durable: boolean;
}

function settings({ port, durable }: ServerOptions): string[] {
  const given = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    // A statement that fails is told to who sent it; its error quotes the row it stumbled over, and belongs in no log.
    "log_min_messages=log",
  ];
  const tests = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300"];
  return [...given, ...(durable ? [] : tests)].flatMap((setting) => ["-c", setting]);
}

/**
 * Starts the server and waits until it takes connections.
 *
 * @throws EmbeddedError with the last line of PostgreSQL's log when it ends before that
 */
export async function startServer(
  binaries: Binaries,
  as: RunAs,
  options: ServerOptions,
): Promise<ServerProcess> {
  // A file, no pipe: the server outlives a killed parent, and a closed pipe would end it at its next line.
  const log = await open(options.log, "w", 0o600);
  const [file, args] = as.command(binaries.postgres, ["-D", options.cluster, ...settings(options)]);
  const child = spawn(file, args, {
    ...as.options,
    env: cleanEnvironment,
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  await log.close();
  const ended = once(child, "exit").then(
    () => {},
    () => {},
  );
  await ready(child, options);
  const guard = stopWithParent(child);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGINT");
      const late = setTimeout(() => child.kill("SIGQUIT"), FAST_STOP_WITHIN_MS);
      await ended;
      clearTimeout(late);
    }
    guard.kill("SIGKILL");
  };
  child.once("exit", () => guard.kill("SIGKILL"));
  return { ended, stop };
}

async function ready(child: ChildProcess, options: ServerOptions): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  let failed: Error | null = null;
  child.once("error", (error) => {
    failed = error;
  });
  for (;;) {
    const file = await readPostmasterFile(options.cluster);
    if (file?.pid === child.pid && file?.status === "ready") return;
    if (failed !== null || child.exitCode !== null || child.signalCode !== null) {
      throw new EmbeddedError(`The database did not start: ${await lastWord(options.log)}`, {
        cause: failed,
      });
    }
    if (performance.now() > until) {
      child.kill("SIGQUIT");
      throw new EmbeddedError(
        `The database is not ready after ${READY_WITHIN_MS / 1000} s. Its log: ${options.log}`,
      );
    }
    await wait(10);
  }
}

async function lastWord(log: string): Promise<string> {
  const lines = (await readFile(log, "utf8").catch(() => "")).trim().split("\n");
  const told = lines.findLast((line) => /FATAL|PANIC|ERROR|denied/.test(line)) ?? lines.at(-1) ?? "";
  return told.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "") || `see ${log}`;
}

/**
 * A shell that waits for the end of our process, however it ends (its standard input closes then), and shuts the
 * server down. It ends with the server.
 */
function stopWithParent(server: ChildProcess): ChildProcess {
  const guard = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$1"', "postgres-guard", String(server.pid)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.once("error", () => {});
  guard.unref();
  return guard;
}
