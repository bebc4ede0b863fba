import type { Settings } from "@vehicle-contracts/settings";
import { BackupError } from "./backup-error.ts";

/** @throws BackupError where the register is in a PostgreSQL that somebody else looks after */
export function requireEmbedded({ databaseUrl }: Settings, instead: string): void {
  if (databaseUrl === null) return;
  throw new BackupError(
    `DATABASE_URL names a PostgreSQL of your own, which has better means than this command: ${instead}. The lines are in docs/backup.md. Nothing was done.`,
  );
}
