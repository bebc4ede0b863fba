import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const STOP_WITHIN_MS = 20_000;
const LAST_LINES = 15;
const root = fileURLToPath(new URL("../..", import.meta.url));
const dieWithParent = pathToFileURL(path.join(root, "scripts/start/die-with-parent.ts")).href;

export interface ChildOptions {
  /** In messages and in the name of its log. */
  readonly name: string;
  /** Node's arguments: flags, the script, its arguments. */
  readonly args: readonly string[];
  /** Below the root of the project. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where its log goes; null: to this terminal. */
  readonly logFolder: string | null;
}

export interface Child {
  readonly name: string;
  /** The end of its log, for a message; empty when it went to the terminal. */
  lastLines(): string;
  /** Resolves with how it ended: "exit code 1", "signal SIGKILL". */
  readonly ended: Promise<string>;
  /** TERM, and after 20 s KILL. */
  stop(): Promise<void>;
}

/** Starts a Node program that ends when we end. It has a process group of its own, so Ctrl-C reaches only us. */
export function startChild(options: ChildOptions): Child {
  const { name, args, folder, env, logFolder } = options;
  const log = logFolder === null ? null : openLog(logFolder, name);
  const output = log?.descriptor ?? "inherit";
  const child = spawn(process.execPath, ["--import", dieWithParent, ...args], {
    cwd: path.join(root, folder),
    env: { ...process.env, ...env, STARTED_BY: String(process.pid) },
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
  const ended = endOf(child);
  return {
    name,
    ended,
    lastLines: () => (log ? lastLinesOf(log.file) : ""),
    async stop() {
      signalGroup(child, "SIGTERM");
      const late = setTimeout(() => signalGroup(child, "SIGKILL"), STOP_WITHIN_MS);
      await ended;
      clearTimeout(late);
      // What it started itself and left.
      signalGroup(child, "SIGKILL");
    },
  };
}

async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal]: unknown[] = await once(child, "exit");
    return signal ? `signal ${String(signal)}` : `exit code ${String(code)}`;
  } catch (error) {
    return String(error);
  }
}

function signalGroup({ pid }: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // All of the group has ended.
  }
}

function openLog(folder: string, name: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${name}.log`);
  return { file, descriptor: openSync(file, "w", 0o600) };
}

function lastLinesOf(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-LAST_LINES).join("\n");
}
