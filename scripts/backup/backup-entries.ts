import { readFile } from "node:fs/promises";
import path from "node:path";
import { exportRegister } from "@vehicle-contracts/database/backup";
import { secretsIn } from "../start/secrets.ts";
import { BackupError } from "./backup-error.ts";
import { type Manifest, manifestName, manifestOf, sumOfEntries } from "./manifest.ts";
import { rowsEntryName } from "./read-backup.ts";
import type { TarEntry } from "./tar.ts";

/** Files of the data folder that the register is not whole without, and one that scripts of the demo look into. */
const keptFiles = ["secrets.json", "demo.json"] as const;

export type BackupSource = {
  readonly superuserUrl: string;
  readonly folder: string;
  /** The program's version, and "now". */
  readonly program: string;
  readonly madeAt: string;
  readonly signal: AbortSignal;
  readonly onBegin: (bytes: number) => void;
  readonly onBytes: (done: number) => void;
  readonly onManifest: (manifest: Omit<Manifest, "format">) => void;
};

/** The entries of a backup: files, rows table after table, and at the end what it is. */
export async function* backupEntries(source: BackupSource): AsyncGenerator<TarEntry> {
  const sum = sumOfEntries();
  const summed = (entry: TarEntry) => {
    sum.add(entry);
    return entry;
  };
  const files = await filesOf(source.folder);
  for (const entry of files) yield summed(entry);
  const exported = handedOver(source);
  for await (const entry of exported.entries) yield summed(entry);
  const register = await exported.register;
  const { program, madeAt } = source;
  const manifest = {
    ...{ program, madeAt, postgres: register.server, migrations: [...register.migrations] },
    tables: register.tables.map(({ name, columns, rows }) => ({ name, columns: [...columns], rows })),
    files: files.map(({ name }) => name),
    sha256: sum.digest(),
  };
  source.onManifest(manifest);
  yield { name: manifestName, bytes: manifestOf(manifest) };
}

async function filesOf(folder: string): Promise<TarEntry[]> {
  const found: TarEntry[] = [];
  for (const name of keptFiles) {
    const bytes = await readFile(path.join(folder, name)).catch(() => null);
    if (bytes) found.push({ name, bytes });
  }
  const [secrets] = found;
  if (secrets?.name !== "secrets.json" || !secretsIn(secrets.bytes.toString("utf8")))
    throw new BackupError(
      `${path.join(folder, "secrets.json")} does not hold the secrets of this installation, without which second factors cannot be used. No backup was made.`,
    );
  return found;
}

/** Rows that are pushed become entries that are pulled: the database waits until each is written. */
function handedOver({ superuserUrl, signal, onBegin, onBytes }: BackupSource) {
  const channel = new TransformStream<TarEntry, TarEntry>();
  const writer = channel.writable.getWriter();
  const parts = new Map<string, number>();
  let done = 0;
  const register = exportRegister(superuserUrl, {
    ...{ signal, onBegin },
    async onRows(table, bytes) {
      const part = (parts.get(table) ?? 0) + 1;
      parts.set(table, part);
      await writer.write({ name: rowsEntryName(table, part), bytes });
      done += bytes.length;
      onBytes(done);
    },
  });
  register
    .then(
      () => writer.close(),
      (error: unknown) => writer.abort(error),
    )
    .catch(() => {});
  return { register, entries: channel.readable };
}
