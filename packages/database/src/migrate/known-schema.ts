import postgres from "postgres";
import { appliedHashes } from "./apply-migrations.ts";
import { type Migration, readMigrations } from "./read-migrations.ts";
import { DatabaseRefused, placeOf } from "./refused.ts";

/**
 * How many of this program's migrations the database has. Throws DatabaseRefused where its schema is a newer version's,
 * or has another history; nothing is changed.
 */
export async function knownSchema(
  sql: postgres.ISql,
  place: string,
  known: readonly Migration[] = readMigrations(),
): Promise<number> {
  const applied = await appliedHashes(sql);
  if (known.some(({ hash }, index) => index < applied.length && applied[index] !== hash))
    throw new DatabaseRefused(
      `The database at ${place} was made by a version of the program with another history of its schema: use that version, or an empty database.`,
    );
  if (applied.length > known.length)
    throw new DatabaseRefused(
      `The database at ${place} was made by a newer version of the program than this one (its schema is ${applied.length}, this version knows ${known.length}). Nothing was changed. Use that version or a newer one, or restore a backup that this version made.`,
    );
  return applied.length;
}

/** The same of the database at an address, before anything else is asked of it. A database without tables passes. */
export async function requireKnownSchema(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await knownSchema(sql, placeOf(new URL(url)));
  } finally {
    await sql.end();
  }
}
