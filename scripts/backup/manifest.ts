import { createHash } from "node:crypto";
import { z } from "zod";
import { BackupError } from "./backup-error.ts";
import type { TarEntry } from "./tar.ts";

export const manifestName = "manifest.json";
/** Raised when a backup is written in a way that a version of before could not read. */
const format = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The last entry of a backup: what is in it, so that it can be told whether all of it is. */
const schema = z.object({
  format: z.literal(format),
  /** Version of the program that made it, and of the PostgreSQL that it was read from. */
  program: z.string(),
  postgres: z.string(),
  madeAt: z.string(),
  /** Hashes of the migrations that the register had. */
  migrations: z.array(hash).min(1),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()).min(1), rows: z.number().int().min(0) }),
  ),
  /** Files of the data folder that are in it. */
  files: z.array(z.string()),
  /** SHA-256 over the names, lengths and bytes of all entries before this one. */
  sha256: hash,
});
export type Manifest = z.infer<typeof schema>;

export const manifestOf = (content: Omit<Manifest, "format">): Buffer =>
  Buffer.from(`${JSON.stringify({ format, ...content }, null, 2)}\n`);

/** @throws BackupError */
export function readManifest(file: string, bytes: Buffer): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new BackupError(`${file} is damaged: what it says of itself cannot be read. Nothing was changed.`);
  }
  const versioned = z.object({ format: z.number(), program: z.string() }).safeParse(content);
  if (versioned.success && versioned.data.format !== format)
    throw new BackupError(
      `${file} is of format ${versioned.data.format}, made by version ${versioned.data.program}; this version reads format ${format}. Use the version that made it. Nothing was changed.`,
    );
  const manifest = schema.safeParse(content);
  if (manifest.success) return manifest.data;
  throw new BackupError(`${file} is damaged: what it says of itself is incomplete. Nothing was changed.`);
}

/** Takes in entry after entry; `digest` is what the manifest says of them. */
export function sumOfEntries() {
  const sum = createHash("sha256");
  return {
    add({ name, bytes }: TarEntry) {
      sum.update(`${name}\0${bytes.length}\0`).update(bytes);
    },
    digest: () => sum.digest("hex"),
  };
}
