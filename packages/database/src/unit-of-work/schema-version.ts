import { sql } from "drizzle-orm";
import journal from "../../migrations/meta/_journal.json" with { type: "json" };
import { type DatabaseOptions, openDatabase, type SignInDatabase } from "./open-database.ts";

/** The register has another schema than this program works with. The message says which, and what to do. */
export class SchemaRefused extends Error {
  override readonly name = "SchemaRefused";
}

/** What PostgreSQL says where the bookkeeping is missing, or where a version made the role that did not ask for it. */
const withoutBookkeeping = new Set(["3F000", "42P01", "42501"]);
const askEveryMs = 1_000;

/**
 * Looks, at the start of a program, whether the database has the very schema that the program was written for, and
 * changes nothing. Rejects with SchemaRefused where it has not. A database that does not answer is asked again until
 * it does, while the program goes on starting: `refuse` is told then.
 */
export async function requireSchema(
  { url, applicationName }: Required<Pick<DatabaseOptions, "url" | "applicationName">>,
  refuse: (error: SchemaRefused) => void,
): Promise<void> {
  const database = openDatabase({ url, applicationName, max: 1 });
  const asked = async (): Promise<boolean> => {
    try {
      const refusal = refusalOf(await schemaOf(database.signIn));
      if (refusal) throw new SchemaRefused(refusal);
      return true;
    } catch (error) {
      if (error instanceof SchemaRefused) throw error;
      return false;
    }
  };
  const known = await asked().catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  if (known) return database.close();
  const later = async () => {
    try {
      if (await asked()) return database.close();
      setTimeout(later, askEveryMs).unref();
    } catch (error) {
      if (error instanceof SchemaRefused) refuse(error);
    }
  };
  setTimeout(later, askEveryMs).unref();
}

/** When the migrations of the database were written, in their order; none where there is no bookkeeping. */
async function schemaOf(database: SignInDatabase): Promise<number[]> {
  try {
    const rows = await database.execute<{ at: string }>(
      sql`select created_at::text as at from drizzle.__drizzle_migrations order by created_at, id`,
    );
    return [...rows].map(({ at }) => Number(at));
  } catch (error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause)
      if (withoutBookkeeping.has(String(Reflect.get(cause, "code")))) return [];
    throw error;
  }
}

/** What is said of a database with these migrations; null where they are this program's. */
export function refusalOf(has: readonly number[]): string | null {
  const { entries } = journal;
  const wanted = `This program wants schema ${entries.length} (${entries.at(-1)?.tag}) of the register`;
  if (has.some((at, index) => index < entries.length && entries[index]?.when !== at))
    return `${wanted}, and the database has one with another history: use the version of the program that made it.`;
  if (has.length > entries.length)
    return `${wanted}, and the database has ${has.length}: this program is older than the register. Use the version that migrated it, or restore a backup that this version made.`;
  if (has.length === entries.length) return null;
  const which =
    has.length === 0 ? "none, or one of before" : `${has.length} (${entries[has.length - 1]?.tag})`;
  return `${wanted}, and the database has ${which}: npx pnpm@12 start migrates it.`;
}
