import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What was asked cannot be done so; the message is for the person at the terminal. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A file that can be read as often as wanted, and is given back when that is done. */
export type ReadableFile = { file: string; size: number; release: () => Promise<void> };

/** Names of what is piped into the command. */
const standardInput = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

/**
 * The file of a name, or what is piped into the command under `-` and its other names. What can be read once only, a pipe,
 * is copied to where its owner alone can read it. Throws UsageError for a folder and for what is not there or cannot be
 * read, AbortError once the signal says so.
 */
export async function readableFile(
  name: string,
  fromCaller: (file: string) => string,
  signal: AbortSignal,
): Promise<ReadableFile> {
  if (standardInput.includes(name)) return copied(process.stdin, signal);
  const file = fromCaller(name);
  const unreadable = (error: unknown): never => {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(
      code === "ENOENT" ? `There is no file ${file}.` : `The file ${file} cannot be read (${code}).`,
    );
  };
  const found = await stat(file).catch(unreadable);
  if (found.isDirectory()) throw new UsageError(`${file} is a folder. Name a file in it.`);
  if (!found.isFile()) return copied(createReadStream(file), signal);
  const opened = await open(file).catch(unreadable);
  await opened.close();
  return { file, size: found.size, release: async () => {} };
}

async function copied(source: Readable, signal: AbortSignal): Promise<ReadableFile> {
  const folder = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-import-"));
  const release = () => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, "piped.csv");
  try {
    await pipeline(source, createWriteStream(file, { mode: 0o600 }), { signal });
    return { file, size: (await stat(file)).size, release };
  } catch (error) {
    await release();
    throw error;
  }
}
