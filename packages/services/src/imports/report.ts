import { z } from "zod";

/** Something about one row: `line` is the first line of its record, the header's being 1; `field` as the model names it. */
export const ImportNote = z.object({
  line: z.int(),
  field: z.string(),
  code: z.string(),
  message: z.string(),
});
export type ImportNote = z.infer<typeof ImportNote>;

/** What came of a file. Each row is counted once: rows = created + updated + unchanged + the length of `refused`. */
export const ImportReport = z.object({
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Rows not taken, each with its first reason; the message has further ones too. */
  refused: z.array(ImportNote),
  warnings: z.array(ImportNote),
  /** Columns that nothing was read from, by their names. */
  unmapped: z.array(z.string()),
  /** Line of the last row done where the import was told to stop (0: none); null where it went to the end. */
  stoppedAfter: z.int().nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** The file as a whole cannot be imported, or not as asked. The message says why and what would be right. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
}
