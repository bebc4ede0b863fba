import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SceneName } from "./act.ts";
import { installedDriver, publishedDriver } from "./published-driver.ts";

export type Played =
  /** What the scene answered. */
  | { saw: unknown }
  /** The first line of what Node died of. */
  | { diedOf: string };

export type Place = {
  superuserUrl: string;
  programUrl: string;
  /** Ends a backend; waits, where others are to be ended in the same moment. */
  kill?: (pid: number) => Promise<void> | void;
};

const act = fileURLToPath(new URL("act.ts", import.meta.url));

/**
 * Plays a scene in a process of its own, once with the driver as we patch it and once as its author published it: a
 * test that finds the fault in the one and not in the other fails without the patch, and tells when upstream has mended
 * the fault.
 */
export async function playBoth(
  scene: SceneName,
  place: Place,
): Promise<{ patched: Played; published: Played }> {
  const driver = await publishedDriver();
  try {
    const [patched, published] = await Promise.all([
      play(scene, place, { entry: installedDriver, published: false }),
      play(scene, place, { entry: driver.entry, published: true }),
    ]);
    return { patched, published };
  } finally {
    await driver.remove();
  }
}

async function play(
  scene: SceneName,
  { superuserUrl, programUrl, kill = (pid) => void process.kill(pid, "SIGKILL") }: Place,
  driver: { entry: string; published: boolean },
): Promise<Played> {
  const child = fork(act, [JSON.stringify({ scene, superuserUrl, programUrl, ...driver })], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
  });
  let saw: { saw: unknown } | null = null;
  let complaints = "";
  child.stderr?.on("data", (text) => {
    complaints += text;
  });
  child.on("message", async (message: { saw: unknown } | { kill: number }) => {
    if ("kill" in message) await kill(message.kill);
    else saw = message;
  });
  const [code] = await once(child, "close");
  if (code === 0 && saw) return saw;
  const fatal = /^\S*Error\b.*$/m.exec(complaints)?.[0] ?? complaints.slice(0, 2_000);
  return { diedOf: fatal || `exit code ${code}` };
}
