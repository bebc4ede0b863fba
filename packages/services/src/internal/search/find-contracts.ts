import type { TenantTx } from "@vehicle-contracts/database";
import { type SQL, sql } from "drizzle-orm";
import { allCandidates, countHits, fewCandidates, firstCap } from "./candidates.ts";
import type { ContractOrder, Place } from "./contract-order.ts";
import { type ContractSelection, conditionsOf } from "./contract-selection.ts";
import { counted, sift } from "./sift.ts";
import { stretchesFrom, walk } from "./walk.ts";

type Row = { readonly contractId: string | null; readonly key: string | null };

/** Statements of these many conditions and words recur, and are kept prepared; rarer ones are not worth the memory. */
const isCommon = (selection: ContractSelection) =>
  conditionsOf(selection).length <= 4 && (selection.text?.words.length ?? 0) <= 2;

async function rowsOf(tx: TenantTx, statement: SQL, common: boolean): Promise<Row[]> {
  const query = tx
    .select({ contractId: sql<string | null>`found.contract_id`, key: sql<string | null>`found.key` })
    .from(sql`(${statement}) found`);
  return common ? query.prepare("find_contracts").execute() : query;
}

/** Rows that one vehicle or holder has are few: they are read whole, whatever else is asked. */
const isNarrow = ({ vehicleId, filter }: ContractSelection) => vehicleId !== null || Boolean(filter.holderId);

/**
 * The places of the next `count` contracts that match, in order, after `place`. The shortest way is chosen by what the
 * words hit: following them to their contracts, or walking along the order until the page is full. The ways differ in
 * time alone.
 */
export async function findContracts(
  tx: TenantTx,
  selection: ContractSelection,
  order: ContractOrder,
  place: Place | null,
  count: number,
): Promise<Place[]> {
  const common = isCommon(selection);
  const sifted = async (from: Place | null, rest: number, candidates: Parameters<typeof sift>[2]) =>
    placesIn(await rowsOf(tx, sift(tx.enterpriseId, selection, candidates, order, from, rest), common));
  if (isNarrow(selection)) return sifted(place, count, null);

  const { text } = selection;
  const few = text && fewCandidates(text, await countHits(tx, text, firstCap));
  if (few) return sifted(place, count, few);

  const walked = await walkOn(tx, selection, order, place, count, common);
  if (walked.done) return walked.places;
  const from = walked.places.at(-1) ?? place;
  const rest = await sifted(from, count - walked.places.length, text && (await allCandidates(tx, text)));
  return [...walked.places, ...rest];
}

const placesIn = (rows: readonly Row[]): Place[] =>
  rows.flatMap(({ contractId, key }) => (contractId === null ? [] : [{ contractId, key }]));

/** Walks stretch after stretch. `done` when the page is full or nothing comes after. */
async function walkOn(
  tx: TenantTx,
  selection: ContractSelection,
  order: ContractOrder,
  place: Place | null,
  count: number,
  common: boolean,
): Promise<{ places: Place[]; done: boolean }> {
  const { stretches, whole } = stretchesFrom(order, place, selection);
  const places: Place[] = [];
  for (const stretch of stretches) {
    const rest = count - places.length;
    const rows = await rowsOf(tx, walk(tx.enterpriseId, selection, order, stretch, rest), common);
    places.push(...placesIn(rows));
    if (places.length === count) return { places, done: true };
    if (rows.some(({ contractId }) => contractId === null)) return { places, done: false };
  }
  return { places, done: whole };
}

/** How many contracts match, up to `cap`. */
export async function countContractsOf(
  tx: TenantTx,
  selection: ContractSelection,
  cap: number,
): Promise<number> {
  const { text } = selection;
  const candidates =
    text && !isNarrow(selection)
      ? (fewCandidates(text, await countHits(tx, text, firstCap)) ?? (await allCandidates(tx, text)))
      : null;
  const statement = counted(tx.enterpriseId, selection, candidates, cap);
  const query = tx.select({ matching: sql<number>`n.matching` }).from(sql`(${statement}) n`);
  const [row] = isCommon(selection) ? await query.prepare("count_contracts").execute() : await query;
  return row?.matching ?? 0;
}
