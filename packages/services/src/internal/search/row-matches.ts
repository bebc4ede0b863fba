import { type SQL, sql } from "drizzle-orm";
import type { SoughtText, SoughtWord } from "./sought-text.ts";

const beginsWord = (plain: string) => sql`strpos(c.words, ${` ${plain}`}) > 0`;

const vinOrPlate = (word: SoughtWord): SQL[] => [
  ...word.vinParts.map((part) => sql`strpos(c.vin, ${part.toUpperCase()}) > 0`),
  ...(word.platePart === null ? [] : [sql`strpos(c.plate_folded, ${word.platePart}) > 0`]),
];

const anyOf = (conditions: readonly SQL[]) => sql`(${sql.join([...conditions], sql` or `)})`;
const allOf = (conditions: readonly SQL[]) => sql`(${sql.join([...conditions], sql` and `)})`;

function matchesWord(word: SoughtWord): SQL {
  const asOne = [...vinOrPlate(word), beginsWord(word.plain)];
  return anyOf(word.nameParts.length > 0 ? [...asOne, allOf(word.nameParts.map(beginsWord))] : asOne);
}

/** Whether the contract `c` matches, on its own row: what a search means, however its candidates were found. */
export function rowMatches(text: SoughtText): SQL {
  if (text.words.length === 0) return sql`false`;
  const everyWord = allOf(text.words.map(matchesWord));
  const runs = text.runs.map(({ joined, others }) =>
    allOf([anyOf(vinOrPlate(joined)), ...others.map(matchesWord)]),
  );
  return anyOf([everyWord, ...runs]);
}
