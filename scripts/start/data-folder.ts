import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { StartError } from "./start-error.ts";

const reasons: Record<string, string> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "it is on a read-only file system",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of that path is a file",
  EEXIST: "a part of that path is a file",
  ENOENT: "no folder can be made there",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** As `mkdir` with `recursive`, which goes round for ever below /proc. */
async function makeFolder(folder: string): Promise<void> {
  const make = () => mkdir(folder, { mode: 0o700 });
  try {
    await make();
  } catch (error) {
    if (codeOf(error) === "EEXIST" && (await stat(folder)).isDirectory()) return;
    if (codeOf(error) !== "ENOENT" || path.dirname(folder) === folder) throw error;
    await makeFolder(path.dirname(folder));
    await make();
  }
}

/**
 * Makes the folder where it is missing, closed to other users, and proves that it can be written to.
 *
 * @returns its absolute path
 * @throws StartError
 */
export async function openDataFolder(dataDir: string): Promise<string> {
  const folder = path.resolve(dataDir);
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    const code = codeOf(error);
    throw new StartError(
      `The data folder ${folder} cannot be written to: ${reasons[code] ?? code}. Make it writable, or set DATA_DIR to a folder that is.`,
    );
  }
  return folder;
}
