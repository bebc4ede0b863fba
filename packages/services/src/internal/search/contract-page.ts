import {
  type ContractPage,
  type ContractQuestion,
  type Count,
  countCap,
  defaultPageSize,
  type ListContracts,
} from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../../actor.ts";
import { contractsInOrder } from "../contract-row.ts";
import { fromCursor, toCursor } from "../cursor.ts";
import { contractOrder, placeIn } from "./contract-order.ts";
import { checkedQuestion } from "./contract-question.ts";
import { countContractsOf, findContracts } from "./find-contracts.ts";
import { type SearchLimits, searchLimits } from "./limits.ts";
import { plainPage, plainQuestion } from "./vehicle-page.ts";

/** A page of contracts. The limits decide how it is found, never what. */
export async function contractPage(
  tx: TenantTx,
  actor: Actor,
  input: ListContracts,
  limits: SearchLimits = searchLimits,
): Promise<ContractPage> {
  requireAnyStore(actor);
  const sort = input.sort ?? { by: "createdAt", direction: "desc" };
  const question = {
    vehicleId: input.vehicleId ?? null,
    filter: given(input.filter ?? {}),
    search: (input.search ?? "").trim(),
    sort,
  };
  const plain = plainQuestion(input);
  if (plain) return plainPage(tx, plain, question);
  const { selection, stores } = await checkedQuestion(tx, actor, input);
  const place = fromCursor(question, placeIn(sort.by), input.cursor);
  const limit = input.limit ?? defaultPageSize;
  const order = contractOrder(sort, selection, stores);
  // One more than a page tells whether there is another.
  const places = await findContracts(tx, selection, order, { place, count: limit + 1, limits });
  const page = places.slice(0, limit);
  const contractIds = page.map(({ contractId }) => contractId);
  return {
    items: await tx.last(contractsInOrder(tx, contractIds)),
    nextCursor: places.length > limit ? toCursor(question, page.at(-1)) : null,
  };
}

/** A filter that is left out and one that is null are the same question. */
const given = (filter: object) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));

/** How many contracts the pages of the same question have, capped. */
export async function contractCount(
  tx: TenantTx,
  actor: Actor,
  input: ContractQuestion,
  limits: SearchLimits = searchLimits,
): Promise<Count> {
  const { selection } = await checkedQuestion(tx, actor, input);
  const matching = await countContractsOf(tx, selection, { cap: countCap + 1, limits });
  return { count: Math.min(matching, countCap), capped: matching > countCap };
}
