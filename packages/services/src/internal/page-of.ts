import { defaultPageSize } from "@vehicle-contracts/contract-model";
import { z } from "zod";
import { fromCursor, toCursor } from "./cursor.ts";

const Place = z.tuple([z.string(), z.string()]);

const before = (a: readonly [string, string], b: readonly [string, string]) =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** A page out of a short list that is already in memory (stores, users), by key and id. */
export function pageOf<Row>(
  rows: readonly { key: readonly [string, string]; row: Row }[],
  question: unknown,
  input: { cursor?: string | null | undefined; limit?: number | null | undefined },
): { items: Row[]; nextCursor: string | null } {
  const after = fromCursor(question, Place, input.cursor);
  const limit = input.limit ?? defaultPageSize;
  const rest = rows
    .filter(({ key }) => after === null || before(after, key))
    .sort((a, b) => (before(a.key, b.key) ? -1 : 1));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ row }) => row),
    nextCursor: rest.length > limit && last ? toCursor(question, last.key) : null,
  };
}
