// npx pnpm@12 restore FILE: the register of a backup into the data folder.
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { backupRefusal } from "@vehicle-contracts/database/backup";
import { readSettings } from "@vehicle-contracts/settings";
import { BackupError } from "./backup/backup-error.ts";
import { runCommand } from "./backup/command.ts";
import { requireEmbedded } from "./backup/own-postgres.ts";
import { phases } from "./backup/phases.ts";
import { checkBackup } from "./backup/read-backup.ts";
import { besidePath, finishRestore, holdsRegister, putInPlace } from "./restore/put-in-place.ts";
import { restoreBeside } from "./restore/restore-beside.ts";
import { openDataFolder } from "./start/data-folder.ts";
import { lockFolder } from "./start/lock.ts";

const usage = `npx pnpm@12 restore FILE [--replace] [--even-broken]
Brings the register of a backup back into DATA_DIR (.data), made by this version or an older one, on this machine or
another. The product must not be running. The file is checked first; then the register is made beside, and verified: the
rows of every table, foreign keys, row-level security, the program's rights, the history of every contract. Only then it
takes its place; before, nothing is touched.
  --replace      where there is a register already: it goes to DATA_DIR/replaced, for you to remove.
  --even-broken  also where the history of contracts was broken when the backup was made; they are named.
Everybody has to sign in again, with the passwords and second factors of the time of the backup.
With DATABASE_URL nothing is done: docs/backup.md says what to use then.
Exits 0 where the register is restored and verified, 1 where not, 130 where it was stopped by Ctrl-C, 143 by TERM.`;

// pnpm runs this in the repository's root; the caller's own folder is in INIT_CWD.
const fromCaller = (file: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
const stopped = "Stopped: the register was not restored, and what was there is as it was.";

await runCommand(
  { usage, switches: ["replace", "even-broken"], stopped },
  async ({ files: [given], options }, signal) => {
    if (given === undefined) throw new BackupError(`Name the file of the backup.\n${usage}`);
    const settings = readSettings(process.env);
    requireEmbedded(settings, "use pg_restore, or start a server on what pg_basebackup wrote");
    const file = fromCaller(given);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) throw new BackupError(`There is no file ${file}.`);
    const progress = phases();
    try {
      progress.begin("Checking the backup", null);
      const backup = await checkBackup(file, signal);
      const refusal = backupRefusal(backup.manifest.migrations);
      if (refusal !== null)
        throw new BackupError(
          `${file} cannot be restored: ${refusal}. It was made by version ${backup.manifest.program}: use that one or a newer one. Nothing was changed.`,
        );
      const folder = await openDataFolder(settings.dataDir);
      const release = await lockFolder(folder, null);
      try {
        await finishRestore(folder);
        if (!options.has("replace") && (await holdsRegister(folder)))
          throw new BackupError(
            `${folder} holds a register already. Set DATA_DIR to an empty folder, or say --replace: it is then put aside. Nothing was changed.`,
          );
        await restoreBeside(besidePath(folder), file, backup, {
          ...{ progress, signal },
          evenBroken: options.has("even-broken"),
        });
        signal.throwIfAborted();
        const aside = await putInPlace(folder);
        const { tables, madeAt } = backup.manifest;
        const rows = tables.reduce((sum, table) => sum + table.rows, 0);
        const contracts = tables.find(({ name }) => name === "public.contract")?.rows ?? 0;
        console.log(`${folder} holds the register as it was at ${madeAt}.
${contracts} contracts, ${rows} rows of ${tables.length} tables: counted, their histories and what keeps enterprises apart verified.`);
        if (aside)
          console.log(`The register that was there is in ${aside}: remove it when you need it no more.`);
      } finally {
        await rm(besidePath(folder), { recursive: true, force: true });
        await release();
      }
    } finally {
      progress.end();
    }
  },
);
