import path from "node:path";
import { foldersOf } from "./folders-of.ts";

/**
 * Node's flags for a program that begins anew when a source of it changes, its own or one of the workspace packages it
 * needs. Folders are watched, not the files that were loaded: an editor or Git that saves by
 * replacing a file would leave a watch on the one that is gone.
 */
export async function watchFlags(root: string, app: string): Promise<string[]> {
  const sources = (await foldersOf(root, app)).map((folder) => path.join(root, folder, "src"));
  return ["--watch-preserve-output", ...sources.map((source) => `--watch-path=${source}`)];
}
