import PDFDocument from "pdfkit";
import type { Block, DocumentContent } from "./content.ts";
import { drawBlock } from "./draw-block.ts";
import { fonts } from "./fonts.ts";
import { colours, looks, margin, pageSheet } from "./looks.ts";
import { sheetOf } from "./sheet.ts";
import { typesetter } from "./typesetter.ts";

/**
 * The document as PDF: A4, tagged as PDF/UA-1 asks (headings, tables with heads, language, title), its fonts within it
 * (Latin, Greek, Cyrillic, Vietnamese), its text to be found and copied. The same content is the same bytes.
 */
export async function renderDocument(content: DocumentContent): Promise<Uint8Array<ArrayBuffer>> {
  const known = await fonts();
  const pdf = new PDFDocument({
    size: pageSheet.size,
    margin: 0,
    pdfVersion: "1.7",
    subset: "PDF/UA" as never, // its types are of a release before
    tagged: true,
    lang: content.language,
    displayTitle: true,
    bufferPages: true,
    font: null as never, // none but those within it
    info: { Title: content.title, Author: content.from, CreationDate: new Date(content.createdAt) },
  });
  for (const { name, file } of known.files) pdf.registerFont(name, file);
  const bytes = collected(pdf);
  const sheet = sheetOf(pdf, typesetter(pdf, known));
  head(content, sheet);
  for (const block of content.blocks) drawBlock(sheet, block as Block);
  sheet.end();
  foot(content, pdf, sheet);
  pdf.end();
  return bytes;
}

function head({ title, from, reference }: DocumentContent, sheet: ReturnType<typeof sheetOf>): void {
  sheet.artifactLine(from, looks.small, "left");
  if (reference !== undefined) sheet.artifactLine(reference, looks.small, "right");
  sheet.skip(looks.small.leading + 10);
  sheet.text("H1", title, looks.title);
  sheet.skip(10);
}

function foot({ footer }: DocumentContent, pdf: PDFKit.PDFDocument, sheet: ReturnType<typeof sheetOf>): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    const y = pageSheet.height - margin + 14;
    sheet.rule(y - 6, colours.border);
    sheet.artifactLine(footer, looks.small, "left", y);
    sheet.artifactLine(`Page ${page - start + 1} of ${count}`, looks.small, "right", y);
  }
}

const collected = (pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Uint8Array.from(Buffer.concat(chunks))));
    pdf.on("error", reject);
  });
