import type { Fonts, Run, Weight } from "./fonts.ts";

/** How a text looks: points, weight, colour, and the height of its lines in points. */
export type Look = { size: number; weight: Weight; colour: string; leading: number };
export type Line = { runs: Run[]; width: number };

/** Measures texts and draws their lines: several scripts in one line, each letter where it belongs. */
export function typesetter(doc: PDFKit.PDFDocument, fonts: Fonts) {
  const widthOf = (runs: readonly Run[], look: Look): number =>
    runs.reduce((sum, { font, text }) => sum + doc.font(font).fontSize(look.size).widthOfString(text), 0);

  const measured = (text: string, look: Look): Line => {
    const runs = fonts.runsOf(text, look.weight);
    return { runs, width: widthOf(runs, look) };
  };

  const known = new Map<string, number>();
  /** Of a word alone: most words of a document come again. */
  function wordWidth(word: string, look: Look): number {
    const key = `${look.size} ${look.weight} ${word}`;
    const width = known.get(key) ?? measured(word, look).width;
    known.set(key, width);
    return width;
  }

  /** A word that is wider than the line goes on in the next. */
  function cut(word: string, look: Look, width: number): string[] {
    const parts: string[] = [];
    let part = "";
    for (const letter of word) {
      if (part !== "" && measured(part + letter, look).width > width) {
        parts.push(part);
        part = "";
      }
      part += letter;
    }
    return [...parts, part];
  }

  function linesOf(text: string, look: Look, width: number): Line[] {
    return text.split("\n").flatMap((paragraph) => {
      const lines: string[] = [];
      const blank = wordWidth(" ", look);
      let [line, reached] = ["", 0];
      for (const word of paragraph.split(" ")) {
        const ahead = wordWidth(word, look);
        if (line !== "" && reached + blank + ahead <= width) {
          line += ` ${word}`;
          reached += blank + ahead;
          continue;
        }
        if (line !== "") lines.push(line);
        const parts = ahead > width ? cut(word, look, width) : [word];
        lines.push(...parts.slice(0, -1));
        line = parts.at(-1) ?? "";
        reached = wordWidth(line, look);
      }
      return [...lines, line].map((one) => measured(one, look));
    });
  }

  function draw(line: Line, look: Look, x: number, y: number): void {
    let at = x;
    for (const { font, text } of line.runs) {
      doc.font(font).fontSize(look.size).fillColor(look.colour);
      // pdfkit measures from the top of the letters; fonts of several scripts stand on one line.
      doc.text(text, at, y + look.size, { lineBreak: false, baseline: "alphabetic" });
      at += doc.widthOfString(text);
    }
  }

  return { measured, linesOf, draw };
}

export type Typesetter = ReturnType<typeof typesetter>;
