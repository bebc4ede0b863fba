import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** Which server answers: ours, tRPC as its guide writes it, or one written by hand. */
export const doorNames = ["trpc", "trpc-stock", "bare"] as const;
export type DoorName = (typeof doorNames)[number];

/** A server in a process of its own. */
export type Door = {
  /** Where it listens, without a path. */
  url: string;
  /** Memory that it occupies at this moment, in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
};

export type DoorProcess = {
  script: string;
  /** Arguments of Node itself. */
  nodeArgs?: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Where what it prints goes. */
  log: string;
};

/** Starts a server and waits until it says, or `ready` finds, that it listens. */
export async function startDoor(
  { script, nodeArgs = [], env, log }: DoorProcess,
  ready: (child: ChildProcess) => Promise<string>,
): Promise<Door> {
  const output = openSync(log, "w");
  const child = spawn(process.execPath, [...nodeArgs, script], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", ...env },
    stdio: ["ignore", output, output, "ipc"],
  });
  closeSync(output);
  const ended = once(child, "exit");
  const killed = () => child.kill("SIGKILL");
  process.once("exit", killed);
  const stop = async () => {
    process.off("exit", killed);
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    const late = setTimeout(killed, 10_000);
    await ended;
    clearTimeout(late);
  };
  try {
    const failed = ended.then(async () => {
      throw new Error(`A server ended before it was ready: ${(await readFile(log, "utf8")).slice(-2_000)}`);
    });
    const url = await Promise.race([ready(child), failed]);
    failed.catch(() => {});
    return { url, memory: () => memoryOf(child.pid ?? 0), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** For servers of our own: they send their port. */
export const saysItsPort = async (child: ChildProcess): Promise<string> => {
  const [{ port }] = (await once(child, "message")) as [{ port: number }]; // sent by `tellPort`
  return `http://127.0.0.1:${port}`;
};

export const tellPort = (address: unknown): void => {
  const { port } = address as { port: number }; // of a server that listens on TCP
  process.send?.({ port });
};

async function memoryOf(pid: number): Promise<number> {
  const kilobytes =
    process.platform === "linux"
      ? (/^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0")
      : await new Promise<string>((resolve, reject) => {
          const ps = spawn("ps", ["-o", "rss=", "-p", String(pid)]);
          let text = "";
          ps.stdout.on("data", (chunk) => {
            text += String(chunk);
          });
          ps.on("error", reject);
          ps.on("close", () => resolve(text.trim()));
        });
  return Math.round(Number(kilobytes) / 1024);
}
