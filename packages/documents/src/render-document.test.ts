import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import type { DocumentContent } from "./content.ts";
import { renderDocument } from "./render-document.ts";

const quote: DocumentContent = {
  title: "Refund quote",
  language: "en",
  createdAt: "2026-11-25T09:12:44.120Z",
  from: "Larkmoor Motor Group, Köln",
  reference: "25 Nov 2026",
  footer: "Q-5E6F7081",
  blocks: [
    {
      kind: "facts",
      rows: [
        ["Customer", "Łukasz Żółty, Ştefan Ωμέγα, Дмитрий, Nguyễn Ánh"],
        ["Vehicle", "BMW 320d Touring, K LM 4471"],
      ],
    },
    { kind: "heading", text: "How the refund is worked out" },
    {
      kind: "table",
      columns: [
        { title: "Step", part: 3 },
        { title: "Figures", part: 2, align: "right" },
        { title: "Result", part: 1, align: "right" },
      ],
      rows: [
        ["Time not used\n25 Nov 2026 to 28 Feb 2029, inclusive", "827 of 1,461 days", "56.61 %"],
        ["Price not used", "€2,400.00 × 827 / 1,461", "€1,358.52"],
      ],
      foot: ["Refund", "", "€978.87"],
    },
    { kind: "list", items: ["The contract ends on 25 Nov 2026.", "2 services left are given up."] },
    { kind: "notice", text: "The rule sets that come with the product are examples, not legal advice." },
    { kind: "signatures", names: ["Customer", "Larkmoor Motor Group"] },
  ],
};

const opened = async (content: DocumentContent) => getDocumentProxy(await renderDocument(content));
const textOf = async (content: DocumentContent) =>
  (await extractText(await opened(content), { mergePages: true })).text.replace(/\s+/g, " ");

describe("a document as PDF", () => {
  test("has all its text, in reading order and in every script of Europe, to be found and copied", async () => {
    const text = await textOf(quote);
    expect(text).toContain("Łukasz Żółty, Ştefan Ωμέγα, Дмитрий, Nguyễn Ánh");
    expect(text).toContain("Price not used €2,400.00 × 827 / 1,461 €1,358.52");
    const places = [
      "Customer",
      "How the refund",
      "Time not used",
      "Refund €978.87",
      "• The contract ends",
    ].map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain("Page 1 of 1");
  });

  test("is tagged: a screen reader finds headings, lists, and tables with their heads", async () => {
    const pdf = await opened(quote);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = await (await pdf.getPage(1)).getStructTree();
    const roles: string[] = [];
    const walk = (node: object) => {
      if ("role" in node) roles.push(String(node.role));
      if ("children" in node && Array.isArray(node.children)) for (const child of node.children) walk(child);
    };
    walk(tree);
    expect(roles).toEqual(
      expect.arrayContaining([
        "Document",
        "H1",
        "H2",
        "Table",
        "TR",
        "TH",
        "TD",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "P",
      ]),
    );
    expect(roles.filter((role) => role === "TH")).toHaveLength(2 + 3);
  });

  test("says its language, title and day, and that it is PDF/UA, with fonts of its own", async () => {
    const pdf = await opened(quote);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: "Refund quote", Language: "en", CreationDate: "D:20261125091244Z" });
    expect(metadata?.get("pdfuaid:part")).toBe("1");
    const bytes = Buffer.from(await renderDocument(quote)).toString("latin1");
    expect(bytes).toContain("/DisplayDocTitle true");
    expect(bytes).not.toContain("Helvetica");
    expect(bytes.match(/\/BaseFont \/[A-Z]{6}\+NotoSans/g)?.length).toBeGreaterThan(0);
  });

  test("is the same bytes where it says the same", async () => {
    const [one, another] = await Promise.all([renderDocument(quote), renderDocument(structuredClone(quote))]);
    expect(Buffer.compare(one, another)).toBe(0);
  });

  test("goes on over pages: rows stay whole under the head of their table, and each page has its number", async () => {
    const row = (number: number) => [`Line ${number}\nof the second line ${number}`, "1", "€1.00"];
    const long: DocumentContent = {
      ...quote,
      blocks: quote.blocks.map((block) =>
        block.kind === "table" ? { ...block, rows: Array.from({ length: 60 }, (_, n) => row(n)) } : block,
      ),
    };
    const { text, totalPages } = await extractText(await opened(long));
    expect(totalPages).toBe(4);
    text.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of 4`);
      for (const [, number] of page.matchAll(/Line (\d+)/g)) expect(page).toContain(`second line ${number}`);
    });
    expect(text[1]).toContain("Step");
  });

  test("breaks what does not fit in a line, long words too, and loses nothing", async () => {
    const word = "Fahrzeuggarantieverlängerungsvertrag".repeat(6);
    const text = await textOf({
      ...quote,
      blocks: [{ kind: "paragraph", text: `${"many words ".repeat(40)}${word}` }],
    });
    expect(text.replaceAll(" ", "")).toContain(word);
    expect(text.match(/many words/g)).toHaveLength(40);
  });

  test("shows that a letter is there which its fonts lack", async () => {
    expect(await textOf({ ...quote, blocks: [{ kind: "paragraph", text: "山田 Taro" }] })).toContain(
      "\ufffd\ufffd Taro",
    );
  });
});
