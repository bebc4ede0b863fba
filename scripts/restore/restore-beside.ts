import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { importRegister, registerFaults } from "@vehicle-contracts/database/backup";
import { addressOf, ensureDatabase, startEmbedded } from "@vehicle-contracts/database/embedded";
import { migrate } from "@vehicle-contracts/database/migrate";
import { BackupError } from "../backup/backup-error.ts";
import type { Phases } from "../backup/phases.ts";
import { type CheckedBackup, rowsOf } from "../backup/read-backup.ts";
import { DATABASE, registerOf } from "../start/embedded-database.ts";
import { secretsIn } from "../start/secrets.ts";
import { verifyRegister } from "../verify-history/verify-register.ts";

export type RestoreHow = {
  readonly progress: Phases;
  readonly signal: AbortSignal;
  /** A contract whose history does not verify is named, and stops nothing. */
  readonly evenBroken: boolean;
};

/**
 * Makes the register of a backup anew in a data folder of its own, brings it to this version's schema and verifies it:
 * as many rows in each table as the backup says, all foreign keys, row-level security and the program's rights, the
 * history of every contract. The folder is complete and its server stopped when it resolves.
 *
 * @throws BackupError where the register is not whole, EmbeddedError, DatabaseRefused
 */
export async function restoreBeside(
  beside: string,
  file: string,
  { manifest, files }: CheckedBackup,
  { progress, signal, evenBroken }: RestoreHow,
): Promise<void> {
  const secrets = secretsIn(files.get("secrets.json")?.toString("utf8") ?? "");
  if (secrets === null)
    throw new BackupError(`${file} does not hold the secrets of the register. Nothing was changed.`);
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { mode: 0o700 });
  for (const [name, bytes] of files)
    if (manifest.files.includes(name))
      await writeFile(path.join(beside, name), bytes, { mode: 0o600, flush: true });
  progress.begin("Making a new database", null);
  const server = await startEmbedded({ dataDir: beside, durable: true });
  try {
    const ownerUrl = await ensureDatabase(server, registerOf(secrets));
    const superuserUrl = addressOf(server, DATABASE);
    const all = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
    progress.begin(`Loading ${all} rows`, null);
    await importRegister({ ownerUrl, superuserUrl }, manifest, rowsOf(file, signal));
    signal.throwIfAborted();
    const { programUrl } = await migrate(ownerUrl);
    const contracts = manifest.tables.find(({ name }) => name === "public.contract")?.rows ?? 0;
    progress.begin("Verifying", contracts);
    await requireWhole(superuserUrl, programUrl, contracts, { progress, signal, evenBroken });
    progress.end();
  } finally {
    await server.stop();
  }
}

async function requireWhole(
  superuserUrl: string,
  programUrl: string,
  contracts: number,
  { progress, signal, evenBroken }: RestoreHow,
): Promise<void> {
  const faults = await registerFaults(superuserUrl, decodeURIComponent(new URL(programUrl).username));
  const broken: string[] = [];
  const tally = await verifyRegister(
    programUrl,
    (sentence) => broken.push(sentence),
    (count) => {
      progress.at(count);
      signal.throwIfAborted();
    },
  );
  if (tally.contracts !== contracts)
    faults.push(`Of ${contracts} contracts ${tally.contracts} belong to an enterprise that sign-in knows`);
  progress.end();
  if (evenBroken) for (const sentence of broken) console.error(sentence);
  else faults.push(...broken);
  if (faults.length === 0) return;
  const shown = faults.slice(0, 20).join("\n");
  const more = faults.length > 20 ? `\nand ${faults.length - 20} more.` : "";
  const hint =
    broken.length === faults.length
      ? "\nThey were so when the backup was made: it is as it was written. --even-broken restores it all the same."
      : "";
  throw new BackupError(
    `The register of this backup is not whole, and was not put in place. Nothing was changed.\n${shown}${more}${hint}`,
  );
}
