import { type SQL, sql } from "drizzle-orm";
import { arrayText } from "../array-text.ts";

/** Ids as a `uuid[]`. */
export const idList = (ids: readonly string[]): SQL => sql`${arrayText(ids)}::uuid[]`;

/** Texts as a `text[]`. */
export const textList = (texts: readonly string[]): SQL => sql`${arrayText(texts)}::text[]`;
