import { z } from "zod";

/** Rows a page when nothing is asked. */
export const defaultPageSize = 25;

/** Rows a page: 1 to 200 inclusive; 25 when left out. */
export const Limit = z
  .int("Must be a whole number from 1 to 200.")
  .min(1, "Must be at least 1.")
  .max(200, "Must be at most 200.");

/** Opaque place to go on from, out of an answer's `nextCursor`. It goes with the filter, search and sort it came from. */
export const Cursor = z
  .string("Must be a cursor.")
  .min(1, "Must be a cursor out of an answer.")
  .max(2_000, "Must be a cursor out of an answer.")
  .regex(/^[\w-]+$/, "Must be a cursor out of an answer.");

export const paging = { cursor: Cursor.nullish(), limit: Limit.nullish() };

/** What is sought: several words must all match. At most 200 characters. */
export const SearchText = z
  .string("Must be text.")
  .max(200, "Must have at most 200 characters.")
  .refine((text) => text.isWellFormed() && !text.includes("\u0000"), "Must be well-formed text.");

/** One page of a list; `nextCursor` is null on the last. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: Cursor.nullable() });

/** Counts stop here: a larger number is answered as this one with `capped: true`. */
export const countCap = 10_000;

export const Count = z.object({ count: z.int().min(0).max(countCap), capped: z.boolean() });
export type Count = z.infer<typeof Count>;

/** Values of a filter, any of which will do: 1 to 100, or left out. */
export const anyOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .min(1, "Must name at least one, or be left out.")
    .max(100, "Must name at most 100.")
    .nullish();

/** A search in a list of providers or stores. */
export const ListInput = z.strictObject({ search: SearchText.nullish(), ...paging });
export type ListInput = z.infer<typeof ListInput>;
