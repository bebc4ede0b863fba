import { type SQL, sql } from "drizzle-orm";
import { termKind } from "../search-terms.ts";
import { partiesNamed } from "./party-matches.ts";
import type { SoughtText, SoughtWord } from "./sought-text.ts";
import { beginning, targets, vehicleRanges } from "./term-range.ts";

const allOf = (conditions: readonly SQL[]) => sql`(${sql.join([...conditions], sql` and `)})`;

/** Vehicles that a word points to: by VIN or plate, by the holder's name or the number of a contract on them. */
function pointedTo(enterpriseId: string, word: SoughtWord): SQL {
  const number = targets(enterpriseId, [beginning(termKind.number, word.plain)]);
  const through = (hits: SQL, column: SQL) => sql`
    select found.vehicle_id from (${hits}) h cross join lateral (
      select c.vehicle_id from contract c where c.enterprise_id = ${enterpriseId} and ${column} = h.target offset 0
    ) found`;
  return sql`
    (${targets(enterpriseId, vehicleRanges(word))})
    union (${through(partiesNamed(enterpriseId, [word]), sql`c.holder_id`)})
    union (${through(number, sql`c.contract_id`)})`;
}

/** Ids of the vehicles that every word points to, or a run and the words beside it; a column `target`. */
export function vehiclesPointedTo(enterpriseId: string, text: SoughtText): SQL {
  if (text.words.length === 0) return targets(enterpriseId, []);
  // Each word's vehicles are found once at most, however many alternatives ask for them.
  const names = new Map(text.words.map((word, index) => [word, sql.identifier(`word${index}`)]));
  const ofWord = (word: SoughtWord) => sql`(select target from ${names.get(word)})`;
  const found = text.words.map(
    (word) => sql`${names.get(word)} as materialized (${pointedTo(enterpriseId, word)})`,
  );
  const ofRuns = text.runs.map(({ joined, others }) => {
    const hits = targets(enterpriseId, vehicleRanges(joined));
    const beside = others.map((word) => sql`h.target in ${ofWord(word)}`);
    return others.length === 0
      ? sql`(${hits})`
      : sql`(select h.target from (${hits}) h where ${allOf(beside)})`;
  });
  const everyWord = sql.join(text.words.map(ofWord), sql` intersect `);
  return sql`with ${sql.join(found, sql`, `)} ${sql.join([sql`(${everyWord})`, ...ofRuns], sql` union `)}`;
}

/**
 * Whether each word begins a word of the vehicle's make, model or variant, or else points to it, or a run does beside such
 * words. Reads every vehicle.
 */
export function madeOrPointedTo(enterpriseId: string, text: SoughtText): SQL {
  if (text.words.length === 0) return sql`false`;
  const begins = (plain: string) => sql`strpos(' ' || sort_name, ${` ${plain}`}) > 0`;
  const matches = (word: SoughtWord) => {
    const made = word.nameParts.length === 0 ? begins(word.plain) : allOf(word.nameParts.map(begins));
    return sql`(${made} or vehicle_id in (${pointedTo(enterpriseId, word)}))`;
  };
  const runs = text.runs.map(({ joined, others }) =>
    allOf([sql`vehicle_id in (${targets(enterpriseId, vehicleRanges(joined))})`, ...others.map(matches)]),
  );
  return sql`(${sql.join([allOf(text.words.map(matches)), ...runs], sql` or `)})`;
}
