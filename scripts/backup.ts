// npx pnpm@12 backup [FILE]: the whole register, as it is at one moment, into one file.
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Temporal } from "@vehicle-contracts/contract-rules/temporal";
import { readSettings } from "@vehicle-contracts/settings";
import { z } from "zod";
import { backupEntries } from "./backup/backup-entries.ts";
import { BackupError } from "./backup/backup-error.ts";
import { runCommand } from "./backup/command.ts";
import type { Manifest } from "./backup/manifest.ts";
import { requireEmbedded } from "./backup/own-postgres.ts";
import { phases } from "./backup/phases.ts";
import { runningOrStarted } from "./backup/running-or-started.ts";
import { requireAbsent, writeBackup } from "./backup/write-backup.ts";

const usage = `npx pnpm@12 backup [FILE]
Writes the register in DATA_DIR (.data), as it is at one moment, into one compressed file, whether it runs or not; nobody
who works in it has to wait. FILE may be a folder, and is the current one where it is not given: the file is then named
after the time. It is there once it is whole, and overwrites nothing.
It holds everything, also the secrets that sign-in needs: keep it where only its owner can read it. Who is signed in and
the tokens of programs are not in it. npx pnpm@12 restore FILE brings it back.
With DATABASE_URL nothing is done: docs/backup.md says what to use then.
Exits 0 where the backup was made, 1 where not, 130 where it was stopped by Ctrl-C, 143 by TERM.`;

// pnpm runs this in the repository's root; the caller's own folder is in INIT_CWD.
const fromCaller = (file: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);

async function fileOf(given: string | undefined, madeAt: string): Promise<string> {
  const place = fromCaller(given ?? ".");
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const name = `vehicle-contracts-${madeAt.slice(0, 19).replaceAll(":", "-")}Z.backup`;
  return isFolder ? path.join(place, name) : place;
}

async function programVersion(): Promise<string> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

await runCommand({ usage, stopped: "Stopped: no backup was made." }, async ({ files: [given] }, signal) => {
  const settings = readSettings(process.env);
  requireEmbedded(settings, "use pg_dump or pg_basebackup");
  const madeAt = Temporal.Now.instant().toString({ smallestUnit: "millisecond" });
  const file = await fileOf(given, madeAt);
  await requireAbsent(file);
  const folder = path.resolve(settings.dataDir);
  const program = await programVersion();
  const progress = phases();
  let made: Omit<Manifest, "format"> | null = null;
  let bytes = 0;
  try {
    await runningOrStarted(folder, async (superuserUrl) => {
      const entries = backupEntries({
        ...{ superuserUrl, folder, program, madeAt, signal },
        onBegin: (estimate) => progress.begin("Writing the backup", estimate),
        onBytes: progress.at,
        onManifest(manifest) {
          made = manifest;
        },
      });
      bytes = await writeBackup(file, entries, signal);
    });
  } finally {
    progress.end();
  }
  console.log(summaryOf(made, file, bytes));
});

function summaryOf(made: Omit<Manifest, "format"> | null, file: string, bytes: number): string {
  if (made === null) throw new BackupError("No backup was made.");
  const rows = made.tables.reduce((sum, table) => sum + table.rows, 0);
  const contracts = made.tables.find(({ name }) => name === "public.contract")?.rows ?? 0;
  return `${file}
${contracts} contracts, ${rows} rows of ${made.tables.length} tables, ${(bytes / 1e6).toFixed(1)} MB.
It holds the register's secrets and everybody's data: keep it where only its owner can read it.`;
}
