import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One step of the schema, as drizzle-kit wrote it or somebody by hand. */
export type Migration = {
  /** "0006_sign_in" */
  readonly tag: string;
  /** Milliseconds since 1970; each later than those before it. */
  readonly when: number;
  /** SHA-256 of the file: what the database's bookkeeping knows it by. */
  readonly hash: string;
  readonly statements: readonly string[];
};

const migrationsFolder = fileURLToPath(new URL("../../migrations", import.meta.url));

/** All migrations of a folder in their order. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
    readFileSync(`${folder}/meta/_journal.json`, "utf8"),
  );
  return journal.entries.map(({ tag, when }) => {
    const text = readFileSync(`${folder}/${tag}.sql`, "utf8");
    const hash = createHash("sha256").update(text).digest("hex");
    return { tag, when, hash, statements: text.split("--> statement-breakpoint") };
  });
}
