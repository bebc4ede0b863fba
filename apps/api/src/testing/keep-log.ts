import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";

const folder = new URL("../../test-logs/", import.meta.url);

/** Keeps what an API under test logged, and what may stand in no log: the check at the end of a whole run reads both. */
export async function keepLog(log: string, values: Iterable<string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const name = randomUUID();
  await writeFile(new URL(`${name}.log`, folder), log);
  await writeFile(new URL(`${name}.values.json`, folder), JSON.stringify([...values]));
}

/** Vitest's globalSetup: what an earlier run kept is gone. */
export default async function forgetLogs(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
