import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { StartError } from "./start-error.ts";

const reasons: Record<string, string> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "it is on a read-only file system",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of that path is a file",
  EEXIST: "a part of that path is a file",
  ENOENT: "its parent cannot be made there",
};

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
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new StartError(
      `The data folder ${folder} cannot be written to: ${reasons[code] ?? code}. Make it writable, or set DATA_DIR to a folder that is.`,
    );
  }
  return folder;
}
