import { type SQL, sql } from "drizzle-orm";
import { termKind } from "../search-terms.ts";
import type { SoughtWord } from "./sought-text.ts";

/** Terms of one kind that begin with a text: `from` inclusive, `to` exclusive. A range, since LIKE is no index condition here. */
export type TermRange = { readonly kind: number; readonly from: string; readonly to: string };

/** Terms are stored cut to this length. */
export const longestTerm = 100;

/** The terms of a kind that begin with this text. */
export function beginning(kind: number, text: string): TermRange {
  const from = text.slice(0, longestTerm);
  return { kind, from, to: afterAll(from) };
}

/** The least text, by code point, after every text that begins with this one. */
function afterAll(text: string): string {
  const points = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const last = points.pop() ?? 0;
  // Surrogates are no characters; there is nothing after the last code point, which is none either.
  const next = last + 1 === 0xd800 ? 0xe000 : Math.min(last + 1, 0x10ffff);
  return String.fromCodePoint(...points, next);
}

/** What points to vehicles: parts of a VIN, of a plate. */
export const vehicleRanges = (word: SoughtWord): TermRange[] => [
  ...word.vinParts.map((part) => beginning(termKind.vin, part)),
  ...(word.platePart === null ? [] : [beginning(termKind.plate, word.platePart)]),
];

// Of a hyphenated name one part will do, the longest: the row is asked for all of them.
const starts = ({ plain, nameParts }: SoughtWord) =>
  nameParts.length === 0 ? [plain] : [plain, nameParts.toSorted((a, b) => b.length - a.length)[0] ?? plain];

/** What points to parties: words of their names. */
export const partyRanges = (word: SoughtWord): TermRange[] =>
  starts(word).map((start) => beginning(termKind.name, start));

/** What points to contracts: parts of their numbers. */
export const contractRanges = (word: SoughtWord): TermRange[] =>
  starts(word).map((start) => beginning(termKind.number, start));

const inRange = (enterpriseId: string, { kind, from, to }: TermRange) =>
  sql`select t.target from search_term t where t.enterprise_id = ${enterpriseId} and t.kind = ${kind}::smallint and t.term >= ${from} and t.term < ${to}`;

/** The targets of all the ranges, a column `target`; each once only where `distinct`. */
export function targets(enterpriseId: string, ranges: readonly TermRange[], distinct = true): SQL {
  if (ranges.length === 0) return sql`select null::uuid as target where false`;
  const each = ranges.map((range) => inRange(enterpriseId, range));
  return distinct && each.length === 1
    ? (each[0] ?? sql``)
    : sql.join(each, distinct ? sql` union ` : sql` union all `);
}
