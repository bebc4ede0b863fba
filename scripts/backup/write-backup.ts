import { constants, createWriteStream } from "node:fs";
import { access, link, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { BackupError } from "./backup-error.ts";
import { type TarEntry, tarEnd, tarEntry } from "./tar.ts";

/** Level 4: two thirds of the time of the usual 6, a twentieth larger. */
const level = 4;

/**
 * Writes the entries into a file that nobody else can read. It has its name once all of it is on the disk: a run that
 * is killed leaves at most a file called `….unfinished-`, with its process id. Nothing is overwritten.
 *
 * @throws BackupError where the file is there already or cannot be written, and what `entries` throws
 */
export async function writeBackup(
  file: string,
  entries: AsyncIterable<TarEntry>,
  signal: AbortSignal,
): Promise<number> {
  await requireAbsent(file);
  const draft = `${file}.unfinished-${process.pid}`; // of each run its own: two may have been told the same name
  try {
    await rm(draft, { force: true });
    const output = createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true });
    await pipeline(Readable.from(blocksOf(entries)), createGzip({ level }), output, { signal });
    await named(draft, file);
    await synced(path.dirname(file));
    return output.bytesWritten;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw writingFailed(error, file);
  }
}

async function* blocksOf(entries: AsyncIterable<TarEntry>): AsyncGenerator<Buffer> {
  for await (const entry of entries) yield tarEntry(entry);
  yield tarEnd();
}

/** @throws BackupError */
export async function requireAbsent(file: string): Promise<void> {
  const there = await access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
  if (there) throw alreadyThere(file);
}

const alreadyThere = (file: string) =>
  new BackupError(`${file} is there already, and a backup overwrites nothing: name another file.`);

/** A link is refused where the name has been taken meanwhile; some file systems have none, and get a new name. */
async function named(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
    await rm(draft);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw alreadyThere(file);
    await requireAbsent(file);
    await rename(draft, file);
  }
}

/** The name itself has to be on the disk too. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().catch(() => {}); // not every file system can
  await handle.close();
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "it is on a read-only file system",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of that path is a file",
};

function writingFailed(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = reasons[code];
  return reason ? new BackupError(`${file} cannot be written: ${reason}. No backup was made.`) : error;
}
