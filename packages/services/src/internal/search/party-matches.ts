import { party } from "@vehicle-contracts/database";
import { inArray, or, type SQL, sql } from "drizzle-orm";
import { termKind } from "../search-terms.ts";
import { type SoughtWord, soughtText } from "./sought-text.ts";
import { beginning, targets } from "./term-range.ts";

/** What a telephone number is typed with, and the fewest digits that are looked for as part of one. */
const telephone = /^[+\d][\d ()./-]*$/;
const fewestDigits = 5;

/**
 * Whether a row of `party` matches; undefined when nothing is sought. E-mail and telephone have no index: they are
 * compared on every row of the enterprise, and only when what is typed looks like one.
 */
export function partyMatches(enterpriseId: string, search: string | null | undefined): SQL | undefined {
  const text = soughtText(search);
  const typed = (search ?? "").trim();
  if (text === null) return undefined;
  const digits = typed.replace(/\D/g, "");
  const ways = [
    text.words.length > 0 && inArray(party.partyId, sql`(${partiesNamed(enterpriseId, text.words)})`),
    typed.includes("@") && sql`strpos(lower(${party.email}), ${typed.toLowerCase()}) = 1`,
    telephone.test(typed) &&
      digits.length >= fewestDigits &&
      sql`strpos(regexp_replace(${party.phone}, '\\D', '', 'g'), ${digits}) > 0`,
  ].filter((way) => way !== false);
  return or(...ways) ?? sql`false`;
}

/** Parties in whose names every word begins a word; of a hyphenated one, the parts may. */
export function partiesNamed(enterpriseId: string, words: readonly SoughtWord[]): SQL {
  const beginsWord = (plain: string) => sql`(${targets(enterpriseId, [beginning(termKind.name, plain)])})`;
  const all = (sets: readonly SQL[]) => sql`(${sql.join([...sets], sql` intersect `)})`;
  return all(
    words.map(({ plain, nameParts }) =>
      nameParts.length === 0
        ? beginsWord(plain)
        : sql`(${beginsWord(plain)} union ${all(nameParts.map(beginsWord))})`,
    ),
  );
}
