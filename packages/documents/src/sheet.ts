import { colours, contentWidth, margin, pageSheet } from "./looks.ts";
import type { Line, Look, Typesetter } from "./typesetter.ts";

type Element = PDFKit.PDFStructureElement;

/** A place to write from top to bottom, over as many pages as it takes, each text with the tag that says what it is. */
export type Sheet = ReturnType<typeof sheetOf>;

export function sheetOf(pdf: PDFKit.PDFDocument, set: Typesetter) {
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const bottom = pageSheet.height - margin - 8;
  let y = margin;

  const newPage = () => {
    pdf.addPage();
    y = margin;
  };
  /** Begins a page where `height` does not fit on this one; says whether it did. */
  const room = (height: number): boolean => {
    if (y + height <= bottom || y === margin) return false;
    newPage();
    return true;
  };
  const skip = (height: number) => {
    y += height;
  };
  const element = (tag: string, parent: Element = root, options: object = {}): Element => {
    const made = pdf.struct(tag, options);
    parent.add(made);
    return made;
  };
  const decorate = (work: () => void) => {
    pdf.markContent("Artifact");
    work();
    pdf.endMarkedContent();
  };

  /** Lines one below the other at `x`, as content of an element; each may stand on a page of its own. */
  function lines(into: Element, all: readonly Line[], look: Look, x = margin): void {
    for (const line of all) {
      room(look.leading);
      into.add(() => set.draw(line, look, x, y));
      y += look.leading;
    }
  }

  return {
    room,
    skip,
    element,
    decorate,
    lines,
    set,
    pdf,
    y: () => y,
    /** A text with a tag, over the whole width, or from `indent` on. */
    text(tag: string, text: string, look: Look, { parent = root, indent = 0 } = {}): void {
      const into = element(tag, parent);
      lines(into, set.linesOf(text, look, contentWidth - indent), look, margin + indent);
      into.end();
    },
    /** Decoration, read by no screen reader: what stands beside or below the text on each page. */
    artifactLine(text: string, look: Look, at: "left" | "right", where = y): void {
      const line = set.measured(text, look);
      const x = at === "left" ? margin : margin + contentWidth - line.width;
      decorate(() => set.draw(line, look, x, where));
    },
    rule(at: number, colour: string, x = margin, width = contentWidth): void {
      decorate(() =>
        pdf
          .moveTo(x, at)
          .lineTo(x + width, at)
          .lineWidth(0.75)
          .strokeColor(colour)
          .stroke(),
      );
    },
    fill(at: number, height: number, colour = colours.sunken): void {
      decorate(() => pdf.rect(margin, at, contentWidth, height).fill(colour));
    },
    end: () => root.end(),
  };
}
