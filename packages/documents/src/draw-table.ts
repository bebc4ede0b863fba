import type { TableBlock } from "./content.ts";
import { colours, contentWidth, looks, margin } from "./looks.ts";
import type { Sheet } from "./sheet.ts";
import type { Line, Look } from "./typesetter.ts";

const padding = 4.5;
const between = 10;

type Column = TableBlock["columns"][number] & { x: number; width: number };
type Placed = { line: Line; look: Look; x: number; below: number };
type Cell = { lines: Placed[]; height: number };

function columnsOf({ columns }: TableBlock): Column[] {
  const parts = columns.reduce((sum, { part }) => sum + part, 0);
  const share = (contentWidth - between * (columns.length - 1)) / parts;
  let x = margin;
  return columns.map((column) => {
    const placed = { ...column, x, width: column.part * share };
    x += placed.width + between;
    return placed;
  });
}

/** The first line as `look`; what follows a line break smaller. */
function cellOf(sheet: Sheet, column: Column, text: string, look: Look): Cell {
  const [first = "", ...rest] = text.split("\n");
  const parts = [{ text: first, look }, ...rest.map((text) => ({ text, look: looks.small }))];
  let below = 0;
  const lines = parts.flatMap(({ text, look }) =>
    sheet.set.linesOf(text, look, column.width).map((line) => {
      const x = column.align === "right" ? column.x + column.width - line.width : column.x;
      const placed = { line, look, x, below };
      below += look.leading;
      return placed;
    }),
  );
  return { lines, height: below };
}

/** Draws a table: its head on each page, rows whole, rules between. */
export function drawTable(sheet: Sheet, block: TableBlock): void {
  const columns = columnsOf(block);
  const cells = (texts: readonly string[], look: Look) =>
    columns.map((column, index) => cellOf(sheet, column, texts[index] ?? "", look));
  const heightOf = (row: readonly Cell[]) => Math.max(...row.map(({ height }) => height)) + 2 * padding;
  const table = sheet.element("Table");
  const head = cells(
    columns.map(({ title }) => title),
    looks.smallHead,
  );

  const place = (cell: Cell, y: number) => () => {
    for (const { line, look, x, below } of cell.lines) sheet.set.draw(line, look, x, y + padding + below);
  };
  const row = (all: readonly Cell[], tag: "TH" | "TD") => {
    const into = sheet.element("TR", table);
    const y = sheet.y();
    for (const cell of all)
      sheet.element(tag, into, tag === "TH" ? { scope: "Column" } : {}).add(place(cell, y));
    sheet.skip(heightOf(all));
    sheet.rule(sheet.y(), colours.border);
  };
  const headAgain = () => {
    const y = sheet.y();
    sheet.decorate(() => {
      for (const cell of head) place(cell, y)();
    });
    sheet.skip(heightOf(head));
    sheet.rule(sheet.y(), colours.border);
  };

  const rows = block.rows.map((texts) => cells(texts, looks.plain));
  sheet.room(heightOf(head) + (rows[0] ? heightOf(rows[0]) : 0));
  row(head, "TH");
  for (const one of rows) {
    if (sheet.room(heightOf(one))) headAgain();
    row(one, "TD");
  }
  if (block.foot) {
    const last = cells(block.foot, looks.strong);
    if (sheet.room(heightOf(last))) headAgain();
    sheet.fill(sheet.y(), heightOf(last));
    row(last, "TD");
  }
  table.end();
  sheet.skip(8);
}
