import type { TenantTx } from "@vehicle-contracts/database";
import { type SQL, sql } from "drizzle-orm";
import type { SearchLimits } from "./limits.ts";
import { isShort, type Run, type SoughtText, type SoughtWord } from "./sought-text.ts";
import {
  contractRanges,
  longestTerm,
  partyRanges,
  type TermRange,
  targets,
  vehicleRanges,
} from "./term-range.ts";

/** Where the contracts that can match are found: those of these vehicles, of these numbers, and of the holders in every group. */
export type Candidates = {
  readonly vehicles: readonly TermRange[];
  readonly contracts: readonly TermRange[];
  readonly holders: readonly (readonly TermRange[])[];
};

/** Terms that a word begins, as far as counted: of all kinds, and of those that do not lead to holders. */
type WordHits = { readonly all: number; readonly direct: number };
type Hits = { readonly words: readonly WordHits[]; readonly runs: readonly number[] };

/** Counting further than the largest limit decides nothing. */
export const firstCap = (limits: SearchLimits): number =>
  Math.max(limits.fewForOne, limits.fewForSeveral, limits.fewDirect) + 1;

/** Counts the terms that each word and run begins, up to `cap`: what decides how to search. */
export async function countHits(tx: TenantTx, text: SoughtText, cap: number): Promise<Hits> {
  const counted = (ranges: readonly TermRange[]) =>
    sql`(select count(*) from (select 1 from (${targets(tx.enterpriseId, ranges, false)}) r limit ${cap}::int) n)`;
  const counts = [
    ...text.words.flatMap((word) => [
      counted([...vehicleRanges(word), ...contractRanges(word)]),
      counted(partyRanges(word)),
    ]),
    ...text.runs.map(({ joined }) => counted(vehicleRanges(joined))),
  ];
  if (counts.length === 0) return { words: [], runs: [] };
  const query = tx
    .select({ counts: sql<string[]>`array[${sql.join(counts, sql`, `)}]::text[]` })
    .from(sql`(select) one`);
  const [row] = isShort(text) ? await query.prepare("count_hits").execute() : await query;
  const numbers = (row?.counts ?? []).map(Number);
  const at = (index: number) => numbers[index] ?? 0;
  return {
    words: text.words.map((_, word) => ({ direct: at(2 * word), all: at(2 * word) + at(2 * word + 1) })),
    runs: text.runs.map((_, run) => at(2 * text.words.length + run)),
  };
}

const runVehicles = (runs: readonly Run[]) => runs.flatMap(({ joined }) => vehicleRanges(joined));

/** Whether the word need not match where the run does. */
const holds = ({ others }: Run, word: SoughtWord) => !others.includes(word);

/** By one word alone, or the runs that it is in; the others are asked of each row. */
const byWord = (text: SoughtText, word: SoughtWord): Candidates => ({
  vehicles: [...vehicleRanges(word), ...runVehicles(text.runs.filter((run) => holds(run, word)))],
  contracts: contractRanges(word),
  holders: [partyRanges(word)],
});

/** By all words: what matches has every word in its holder's name, or some word or run elsewhere. */
const byAllWords = (text: SoughtText): Candidates => ({
  vehicles: [...text.words.flatMap(vehicleRanges), ...runVehicles(text.runs)],
  contracts: text.words.flatMap(contractRanges),
  holders: text.words.map(partyRanges),
});

/** The word of the fewest hits, together with those of the runs that it is in. */
const rarest = (text: SoughtText, hits: Hits) => {
  const ofRuns = (word: SoughtWord) =>
    text.runs.reduce((sum, run, index) => sum + (holds(run, word) ? (hits.runs[index] ?? 0) : 0), 0);
  const [word] = text.words
    .map((one, index) => ({ one, all: (hits.words[index]?.all ?? 0) + ofRuns(one) }))
    .sort((a, b) => a.all - b.all);
  return word;
};

/** The candidates, where there are few enough to follow at once; else null. No match is ever outside of them. */
export function fewCandidates(text: SoughtText, hits: Hits, limits: SearchLimits): Candidates | null {
  const word = rarest(text, hits);
  if (!word) return byAllWords(text);
  const few = text.words.length === 1 ? limits.fewForOne : limits.fewForSeveral;
  if (word.all <= few) return byWord(text, word.one);
  const direct = [...hits.words.map((one) => one.direct), ...hits.runs].reduce((sum, one) => sum + one, 0);
  return text.words.length > 1 && direct <= limits.fewDirect ? byAllWords(text) : null;
}

/** Whether the candidates of one word are all matches: then no row need be read to see. */
export const isExact = ({ words: [word, ...others] }: SoughtText): boolean =>
  word !== undefined && others.length === 0 && word.nameParts.length === 0 && word.plain.length < longestTerm;

/** The candidates however many there are, by the rarest word. */
export async function allCandidates(
  tx: TenantTx,
  text: SoughtText,
  limits: SearchLimits,
): Promise<Candidates> {
  const word =
    text.words.length === 1
      ? { one: text.words[0] }
      : rarest(text, await countHits(tx, text, limits.furthestCount));
  return word?.one ? byWord(text, word.one) : byAllWords(text);
}

/**
 * Rows of the contracts that candidates lead to, each once. `columns` are of the contract `c`, its id among them; `where`
 * is judged on each. The fences (offset 0) keep the planner from turning this round.
 */
export function collected(enterpriseId: string, candidates: Candidates, columns: SQL, where: SQL): SQL {
  const through = (hits: SQL, column: SQL) => sql`
    select found.* from (${hits}) h cross join lateral (
      select ${columns} from contract c
      where c.enterprise_id = ${enterpriseId} and ${column} = h.target and ${where} offset 0
    ) found`;
  const holders = candidates.holders.map((ranges) => sql`(${targets(enterpriseId, ranges)})`);
  const ways = [
    candidates.vehicles.length > 0 && through(targets(enterpriseId, candidates.vehicles), sql`c.vehicle_id`),
    holders.length > 0 && through(sql.join(holders, sql` intersect `), sql`c.holder_id`),
    candidates.contracts.length > 0 &&
      through(targets(enterpriseId, candidates.contracts), sql`c.contract_id`),
  ].filter((way) => way !== false);
  return ways.length === 0
    ? sql`select ${columns} from contract c where false`
    : sql.join(
        ways.map((way) => sql`(${way})`),
        sql` union `,
      );
}
