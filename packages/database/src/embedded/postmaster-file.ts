import { readFile } from "node:fs/promises";
import path from "node:path";

/** What PostgreSQL writes of itself into its data folder (`postmaster.pid`: a fixed meaning a line). */
export interface PostmasterFile {
  readonly pid: number;
  /** "starting", "ready", "stopping" or "standby"; empty while it has not come so far. */
  readonly status: string;
}

export function postmasterFilePath(cluster: string): string {
  return path.join(cluster, "postmaster.pid");
}

/** Null when no server runs there, or its file is not written out yet. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | null> {
  const text = await readFile(postmasterFilePath(cluster), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7] ?? "" } : null;
}
