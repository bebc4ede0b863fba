/**
 * A document as it is handed to `renderDocument`: what it says, in reading order. How it looks is decided here, once. Texts are
 * ready for people: figures are formatted before, by `formatsOf`.
 */
export type DocumentContent = {
  /** The largest heading, and the title of the file. */
  title: string;
  /** Of the texts, BCP 47: what a screen reader reads it in. */
  language: string;
  /** When what it says was so (RFC 3339, UTC). With the same content the bytes are the same. */
  createdAt: string;
  /** Above the title, at the left: who gives the document out. */
  from: string;
  /** At its right: a number or a day to find it by. */
  reference?: string;
  blocks: readonly Block[];
  /** Below each page, beside "Page 1 of 2". */
  footer: string;
};

/**
 * One part of a document:
 * - `heading`: of a section; a screen reader lists them.
 * - `paragraph`: text; `\n` begins a line. `small` for what stands below, `strong` for what counts.
 * - `facts`: names and values in two columns, such as the holder and the vehicle.
 * - `table`: see `TableBlock`.
 * - `list`: points, each begun by a bullet.
 * - `notice`: a sentence in a frame, such as that something is an example.
 * - `signatures`: a line to sign on for each name, side by side; at most three.
 */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string; look?: "plain" | "small" | "strong" }
  | { kind: "facts"; rows: readonly (readonly [name: string, value: string])[] }
  | TableBlock
  | { kind: "list"; items: readonly string[] }
  | { kind: "notice"; text: string }
  | { kind: "signatures"; names: readonly string[] };

/**
 * Rows of as many cells as there are columns; a cell's `\n` begins a smaller line below. The head comes again on each page; a row is
 * never torn apart. `foot` is a last row in bold, such as the sum.
 */
export type TableBlock = {
  kind: "table";
  columns: readonly {
    title: string;
    /** Figures stand at the right. */
    align?: "left" | "right";
    /** Its part of the width, as the columns' parts add up. */
    part: number;
  }[];
  rows: readonly (readonly string[])[];
  foot?: readonly string[];
};
