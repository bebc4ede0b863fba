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

/** Ids of the vehicles that every word points to, or the whole typed without blanks; a column `target`. */
export function vehiclesPointedTo(enterpriseId: string, text: SoughtText): SQL {
  if (text.words.length === 0) return targets(enterpriseId, []);
  const everyWord = sql.join(
    text.words.map((word) => sql`(${pointedTo(enterpriseId, word)})`),
    sql` intersect `,
  );
  return text.joined
    ? sql`(${everyWord}) union (${targets(enterpriseId, vehicleRanges(text.joined))})`
    : everyWord;
}

/** Whether each word begins a word of the vehicle's make, model or variant, or else points to it. Reads every vehicle. */
export function madeOrPointedTo(enterpriseId: string, text: SoughtText): SQL {
  if (text.words.length === 0) return sql`false`;
  const begins = (plain: string) => sql`strpos(' ' || sort_name, ${` ${plain}`}) > 0`;
  return allOf(
    text.words.map((word) => {
      const made = word.nameParts.length === 0 ? begins(word.plain) : allOf(word.nameParts.map(begins));
      return sql`(${made} or vehicle_id in (${pointedTo(enterpriseId, word)}))`;
    }),
  );
}
