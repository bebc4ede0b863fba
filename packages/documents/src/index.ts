export type { Block, DocumentContent, TableBlock } from "./content.ts";
export { type Formats, formatsOf } from "./formats.ts";
export { renderDocument } from "./render-document.ts";
