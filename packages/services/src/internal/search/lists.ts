import { type SQL, sql } from "drizzle-orm";

// One parameter for the whole list, as PostgreSQL writes an array, so that a statement's text does not vary with its
// length.
const literal = (values: readonly string[]) =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;

/** Ids as a `uuid[]`. */
export const idList = (ids: readonly string[]): SQL => sql`${literal(ids)}::uuid[]`;

/** Texts as a `text[]`. */
export const textList = (texts: readonly string[]): SQL => sql`${literal(texts)}::text[]`;
