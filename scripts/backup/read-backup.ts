import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { BackupError } from "./backup-error.ts";
import { type Manifest, manifestName, readManifest, sumOfEntries } from "./manifest.ts";
import { TarDamaged, type TarEntry, tarEntries } from "./tar.ts";

const rowsName = /^rows\/([a-z_]+\.[a-z_]+)\/\d+\.copy$/;

/** The name of a part of a table's rows in a backup. */
export const rowsEntryName = (table: string, part: number): string =>
  `rows/${table}/${String(part).padStart(6, "0")}.copy`;

export type CheckedBackup = {
  readonly manifest: Manifest;
  /** Files of the data folder by their names. */
  readonly files: ReadonlyMap<string, Buffer>;
};

/**
 * Reads all of a backup and holds it against what it says of itself.
 *
 * @throws BackupError where it is none, or is not whole; the sentence says which
 */
export async function checkBackup(
  file: string,
  signal: AbortSignal,
  onBytes: (read: number) => void = () => {},
): Promise<CheckedBackup> {
  const sum = sumOfEntries();
  const files = new Map<string, Buffer>();
  let manifest: Manifest | null = null;
  let read = 0;
  for await (const entry of entriesOf(file, signal)) {
    if (manifest !== null) throw damaged(file, "something follows its end");
    read += entry.bytes.length;
    onBytes(read);
    if (entry.name === manifestName) {
      manifest = readManifest(file, entry.bytes);
      if (manifest.sha256 !== sum.digest()) throw damaged(file, "its content is not what was written");
      continue;
    }
    sum.add(entry);
    if (!rowsName.test(entry.name)) files.set(entry.name, entry.bytes);
  }
  if (manifest === null)
    throw new BackupError(`${file} is not a backup of this program. Nothing was changed.`);
  for (const name of manifest.files)
    if (!files.has(name)) throw damaged(file, `it has no ${name}, which it should have`);
  return { manifest, files };
}

/** The rows of the tables of a backup, table after table. */
export async function* rowsOf(
  file: string,
  signal: AbortSignal,
): AsyncGenerator<{ table: string; rows: Buffer }> {
  for await (const { name, bytes } of entriesOf(file, signal)) {
    const [, table] = rowsName.exec(name) ?? [];
    if (table) yield { table, rows: bytes };
  }
}

async function* entriesOf(file: string, signal: AbortSignal): AsyncGenerator<TarEntry> {
  const there = await stat(file).catch(() => null);
  if (!there?.isFile()) throw new BackupError(`There is no file ${file}.`);
  const unpacked = createGunzip();
  pipeline(createReadStream(file, { signal }), unpacked, () => {}); // a failure comes out of what is read below
  try {
    yield* tarEntries(unpacked);
  } catch (error) {
    throw readingFailed(error, file);
  }
}

const damaged = (file: string, how: string) =>
  new BackupError(`${file} is damaged: ${how}. Nothing was changed.`);

function readingFailed(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_DATA_ERROR" && error instanceof Error && error.message.includes("header"))
    return new BackupError(`${file} is not a backup of this program. Nothing was changed.`);
  if (code === "Z_BUF_ERROR") return damaged(file, "it ends before its end");
  if (code.startsWith("Z_")) return damaged(file, "its content is not what was written");
  if (error instanceof TarDamaged) return damaged(file, "it is not whole");
  if (code === "EACCES") return new BackupError(`${file} cannot be read: this user may not.`);
  return error;
}
