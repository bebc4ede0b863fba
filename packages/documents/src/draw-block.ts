import type { Block } from "./content.ts";
import { drawTable } from "./draw-table.ts";
import { colours, contentWidth, looks, margin } from "./looks.ts";
import type { Sheet } from "./sheet.ts";

const bullet = 14;
const nameWidth = 150;

type Draw = { [Kind in Block["kind"]]: (sheet: Sheet, block: Extract<Block, { kind: Kind }>) => void };

const draw: Draw = {
  heading: (sheet, { text }) => heading(sheet, text),
  paragraph(sheet, { text, look }) {
    sheet.text("P", text, looks[look ?? "plain"]);
    sheet.skip(6);
  },
  facts: (sheet, { rows }) => facts(sheet, rows),
  table: drawTable,
  list: (sheet, { items }) => list(sheet, items),
  notice: (sheet, { text }) => notice(sheet, text),
  signatures: (sheet, { names }) => signatures(sheet, names),
};

/** Writes a block where the one before it ended. */
export function drawBlock(sheet: Sheet, block: Block): void {
  // each kind has what draws it; that it is the same one, the types cannot tell
  (draw[block.kind] as (sheet: Sheet, block: Block) => void)(sheet, block);
}

/** Never the last line of a page. */
function heading(sheet: Sheet, text: string): void {
  sheet.skip(8);
  sheet.room(looks.heading.leading + 3 * looks.plain.leading);
  sheet.text("H2", text, looks.heading);
  sheet.skip(4);
}

/** Names and values are a table without a head: each name heads its row. */
function facts(sheet: Sheet, rows: Extract<Block, { kind: "facts" }>["rows"]): void {
  const table = sheet.element("Table");
  for (const [name, value] of rows) {
    const values = sheet.set.linesOf(value, looks.plain, contentWidth - nameWidth);
    const names = sheet.set.linesOf(name, looks.small, nameWidth - 12);
    const height = Math.max(values.length * looks.plain.leading, names.length * looks.small.leading);
    sheet.room(height);
    const [row, y] = [sheet.element("TR", table), sheet.y()];
    const head = sheet.element("TH", row, { scope: "Row" });
    names.forEach((line, index) => {
      head.add(() => sheet.set.draw(line, looks.small, margin, y + 1.5 + index * looks.small.leading));
    });
    const cell = sheet.element("TD", row);
    values.forEach((line, index) => {
      cell.add(() => sheet.set.draw(line, looks.plain, margin + nameWidth, y + index * looks.plain.leading));
    });
    sheet.skip(height + 2);
  }
  table.end();
  sheet.skip(6);
}

function list(sheet: Sheet, items: readonly string[]): void {
  const all = sheet.element("L");
  for (const item of items) {
    const lines = sheet.set.linesOf(item, looks.plain, contentWidth - bullet);
    sheet.room(looks.plain.leading);
    const entry = sheet.element("LI", all);
    const y = sheet.y();
    sheet
      .element("Lbl", entry)
      .add(() => sheet.set.draw(sheet.set.measured("•", looks.plain), looks.plain, margin + 2, y));
    sheet.lines(sheet.element("LBody", entry), lines, looks.plain, margin + bullet);
    sheet.skip(2);
  }
  all.end();
  sheet.skip(6);
}

function notice(sheet: Sheet, text: string): void {
  const lines = sheet.set.linesOf(text, looks.plain, contentWidth - 24);
  const height = lines.length * looks.plain.leading + 16;
  sheet.skip(4);
  sheet.room(height);
  sheet.fill(sheet.y(), height);
  sheet.skip(8);
  const into = sheet.element("P");
  sheet.lines(into, lines, looks.plain, margin + 12);
  into.end();
  sheet.skip(16);
}

function signatures(sheet: Sheet, names: readonly string[]): void {
  const shown = names.slice(0, 3);
  const gap = 24;
  const width = (contentWidth - gap * (shown.length - 1)) / shown.length;
  sheet.room(80);
  sheet.skip(52);
  const y = sheet.y();
  shown.forEach((name, index) => {
    const x = margin + index * (width + gap);
    sheet.rule(y, colours.quiet, x, width);
    const into = sheet.element("P");
    const [line] = sheet.set.linesOf(name, looks.small, width);
    if (line) into.add(() => sheet.set.draw(line, looks.small, x, y + 4));
    into.end();
  });
  sheet.skip(28);
}
