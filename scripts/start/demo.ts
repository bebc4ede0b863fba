import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { DemoFile } from "@vehicle-contracts/demo-data";

const demoPath = (folder: string) => path.join(folder, "demo.json");
const loadingPath = (folder: string) => path.join(folder, "demo-loading");

/** True when the first filling of the database was begun and not ended. */
export async function isDemoUnfinished(folder: string): Promise<boolean> {
  return stat(loadingPath(folder)).then(
    () => true,
    () => false,
  );
}

export async function markDemoBegun(folder: string): Promise<void> {
  await writeFile(
    loadingPath(folder),
    "The demo data is being loaded; a start that finds this file loads it anew.\n",
  );
}

export async function markDemoEnded(folder: string): Promise<void> {
  await rm(loadingPath(folder), { force: true });
}

/** What an earlier start wrote, as it stands there; null where there is nothing. */
export async function readDemo(folder: string): Promise<unknown> {
  const text = await readFile(demoPath(folder), "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** Writes `demo.json` for scripts, readable by its owner alone. */
export async function writeDemo(folder: string, demo: DemoFile): Promise<void> {
  const draft = `${demoPath(folder)}.${process.pid}`;
  await rm(draft, { force: true });
  await writeFile(draft, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, demoPath(folder));
}
