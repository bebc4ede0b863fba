import path from "node:path";
import { fileURLToPath } from "node:url";
import { foldersOf } from "./folders-of.ts";

const rerun = fileURLToPath(new URL("rerun.ts", import.meta.url));

/** Node's arguments for a script of the app that begins anew when a source changes: the app's, or of a package it needs. */
export async function rerunArgs(root: string, app: string, script: string): Promise<string[]> {
  const sources = (await foldersOf(root, app)).map((folder) => path.join(root, folder, "src"));
  return [rerun, script, ...sources];
}
