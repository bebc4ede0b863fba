import { prepared, preparedInsertAll, searchTerm, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { arrayText } from "./array-text.ts";
import { fold, foldings, plateFoldings, wordsOf } from "./folding.ts";

/** Kinds of `search_term.kind`. */
export const termKind = { vin: 1, plate: 2, name: 3, number: 4 } as const;
/** Shortest part of a VIN and of a plate that is searched. */
export const shortest = { vin: 4, plate: 3 } as const;

export type Term = { kind: number; term: string };

const suffixes = (text: string, least: number) =>
  Array.from({ length: Math.max(0, text.length - least + 1) }, (_, start) => text.slice(start));

/** Every suffix, of a plate in every folding, so that any part is the beginning of one. */
export const vehicleTerms = ({ vin, licensePlate }: { vin: string; licensePlate: string | null }): Term[] => {
  const plates = licensePlate === null ? [] : plateFoldings(licensePlate);
  const plateParts = new Set(plates.flatMap((plate) => suffixes(plate, shortest.plate)));
  return [
    ...suffixes(fold(vin), shortest.vin).map((term) => ({ kind: termKind.vin, term })),
    ...[...plateParts].map((term) => ({ kind: termKind.plate, term })),
  ];
};

/** Each word of the name, in every folding. */
export const partyTerms = (party: { name: string }): Term[] =>
  wordsOf(party.name)
    .flatMap(foldings)
    .map((term) => ({ kind: termKind.name, term }));

/** From the start of each word of the number to its end, separators left out, in every folding. */
export function numberTerms(number: string | null): Term[] {
  if (number === null) return [];
  const words = wordsOf(number);
  return words
    .flatMap((_, from) => foldings(words.slice(from).join("")))
    .map((term) => ({ kind: termKind.number, term }));
}

/** Words of a contract's holder and number, each after a blank: what several words are matched on, on the row itself. */
export const rowWords = (holderName: string | null, number: string | null): string =>
  [
    ...new Set(
      [...(holderName ? partyTerms({ name: holderName }) : []), ...numberTerms(number)].map(
        ({ term }) => term,
      ),
    ),
  ]
    .map((term) => ` ${term}`)
    .join("");

const key = ({ kind, term }: Term) => `${kind} ${term}`;
/** The longest term stored; B-tree keys have a limit, and nobody types more. */
const longestTerm = 100;

/** A term as it is stored. */
export const storedTerm = ({ kind, term }: Term): Term => ({ kind, term: term.slice(0, longestTerm) });

const insertTerms = preparedInsertAll("insert_search_terms", searchTerm);
const deleteTerms = prepared("delete_search_terms", (db) =>
  db
    .delete(searchTerm)
    .where(
      and(
        eq(searchTerm.enterpriseId, sql.placeholder("enterpriseId")),
        eq(searchTerm.target, sql.placeholder("target")),
        sql`${searchTerm.kind} = any(${sql.placeholder("kinds")}::smallint[])`,
        sql`${searchTerm.term} = any(${sql.placeholder("terms")}::text[])`,
      ),
    ),
);

/** Makes the stored terms of `target` of these kinds exactly `terms`. */
export async function replaceTerms(
  tx: TenantTx,
  target: string,
  kinds: readonly number[],
  before: readonly Term[],
  after: readonly Term[],
): Promise<void> {
  const wanted = new Map(after.map((term) => [key(term), storedTerm(term)]));
  const had = new Set(before.map(key));
  const gone = before.filter((term) => !wanted.has(key(term))).map((term) => storedTerm(term).term);
  const added = [...wanted].filter(([name]) => !had.has(name)).map(([, term]) => term);
  const rows = added.map((term) => ({ enterpriseId: tx.enterpriseId, target, ...term }));
  await Promise.all([
    gone.length > 0 &&
      deleteTerms(tx, { target, kinds: arrayText(kinds.map(String)), terms: arrayText(gone) }),
    rows.length > 0 && insertTerms(tx, rows),
  ]);
}
