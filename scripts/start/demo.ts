import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Addresses } from "./addresses.ts";

/** What the start reads of the file; the rest of it goes through unread. */
const demoSchema = z.looseObject({
  users: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
});

export type Demo = z.infer<typeof demoSchema>;

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

/** The demo of an earlier start; null where there is none. */
export async function readDemo(folder: string): Promise<Demo | null> {
  const text = await readFile(demoPath(folder), "utf8").catch(() => null);
  return text === null ? null : demoSchema.parse(JSON.parse(text));
}

/**
 * Writes `demo.json` for scripts, readable by its owner alone: people, passwords and the API client as they were made,
 * addresses as they are at this start.
 */
export async function writeDemo(
  folder: string,
  demo: Demo,
  { adminUrl, apiUrl }: Addresses,
  database: { owner: string; program: string },
): Promise<void> {
  const draft = `${demoPath(folder)}.${process.pid}`;
  const content = { ...demo, adminUrl, apiUrl, tokenUrl: `${apiUrl}/oauth/token`, database };
  await rm(draft, { force: true });
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, demoPath(folder));
}
