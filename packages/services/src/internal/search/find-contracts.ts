import type { TenantTx } from "@vehicle-contracts/database";
import { type SQL, sql } from "drizzle-orm";
import { allCandidates, type Candidates, countHits, fewCandidates, firstCap } from "./candidates.ts";
import type { ContractOrder, Place } from "./contract-order.ts";
import { type ContractSelection, conditionsOf } from "./contract-selection.ts";
import type { SearchLimits } from "./limits.ts";
import { counted, sift } from "./sift.ts";
import { isShort, type SoughtText } from "./sought-text.ts";
import { stretchesFrom } from "./stretches.ts";
import { walk } from "./walk.ts";

/** Statements of so many conditions and words recur, and are kept prepared; rarer ones are not worth the memory. */
const isCommon = (selection: ContractSelection) =>
  conditionsOf(selection).length <= 4 && (selection.text === null || isShort(selection.text));

/** Rows that one vehicle or holder has are few: they are read whole, whatever else is asked. */
const isNarrow = ({ vehicleId, filter }: ContractSelection) => vehicleId !== null || Boolean(filter.holderId);

/**
 * The places of the next `count` contracts that match, in order, after `place`. The shortest way is chosen by what the
 * words hit: following them to their contracts, or walking along the order until the page is full.
 */
export async function findContracts(
  tx: TenantTx,
  selection: ContractSelection,
  order: ContractOrder,
  { place, count, limits }: { place: Place | null; count: number; limits: SearchLimits },
): Promise<Place[]> {
  const rowsOf = reader(tx, isCommon(selection));
  const sifted = async (from: Place | null, rest: number, candidates: Candidates | null) =>
    placesIn(await rowsOf(sift(tx.enterpriseId, selection, candidates, order, from, rest)));
  if (isNarrow(selection)) return sifted(place, count, null);
  const { text } = selection;
  const few = text && (await followed(tx, text, limits));
  if (few) return sifted(place, count, few);

  const { stretches, whole } = stretchesFrom(order, place, selection);
  const walked: Place[] = [];
  let done = whole;
  for (const stretch of stretches) {
    const rest = count - walked.length;
    const rows = await rowsOf(walk(tx.enterpriseId, selection, order, stretch, rest, limits.walkBudget));
    walked.push(...placesIn(rows));
    if (walked.length === count) return walked;
    if (rows.some(budgetIsSpent)) {
      done = false;
      break;
    }
  }
  if (done) return walked;
  const all = text && (await allCandidates(tx, text, limits));
  return [...walked, ...(await sifted(walked.at(-1) ?? place, count - walked.length, all))];
}

type Row = { readonly contractId: string | null; readonly key: string | null };

const reader =
  (tx: TenantTx, common: boolean) =>
  async (statement: SQL): Promise<Row[]> => {
    const query = tx
      .select({ contractId: sql<string | null>`found.contract_id`, key: sql<string | null>`found.key` })
      .from(sql`(${statement}) found`);
    return common ? query.prepare("find_contracts").execute() : query;
  };

const budgetIsSpent = ({ contractId }: Row) => contractId === null;

const placesIn = (rows: readonly Row[]): Place[] =>
  rows.flatMap(({ contractId, key }) => (contractId === null ? [] : [{ contractId, key }]));

const followed = async (tx: TenantTx, text: SoughtText, limits: SearchLimits) =>
  fewCandidates(text, await countHits(tx, text, firstCap(limits)), limits);

/** How many contracts match, counted up to `cap`. */
export async function countContractsOf(
  tx: TenantTx,
  selection: ContractSelection,
  { cap, limits }: { cap: number; limits: SearchLimits },
): Promise<number> {
  const { text } = selection;
  const candidates =
    text && !isNarrow(selection)
      ? ((await followed(tx, text, limits)) ?? (await allCandidates(tx, text, limits)))
      : null;
  const statement = counted(tx.enterpriseId, selection, candidates, cap);
  const query = tx.select({ matching: sql<number>`n.matching` }).from(sql`(${statement}) n`);
  const common = isCommon(selection);
  const [row] = await tx.last(common ? query.prepare("count_contracts").execute() : query.execute());
  return row?.matching ?? 0;
}
