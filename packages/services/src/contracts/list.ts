import { type ContractPage, defaultPageSize, type ListContracts } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { contractsInOrder } from "../internal/contract-row.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { contractOrder, placeIn } from "../internal/search/contract-order.ts";
import { checkedQuestion } from "../internal/search/contract-question.ts";
import { findContracts } from "../internal/search/find-contracts.ts";

/**
 * Contracts of one vehicle (of all stores), or across the granted stores: what passes every filter and matches every
 * word, a page at a time (1 to 200, default 25). Newest first when no sort is given; then by id in the same direction; rows
 * without the value last. Pages go on from the last row, so that rows added between them move nothing.
 * Throws FORBIDDEN, NOT_FOUND (an id within the input), INVALID (a cursor of another question).
 */
export async function listContracts(tx: TenantTx, actor: Actor, input: ListContracts): Promise<ContractPage> {
  const { selection, stores } = await checkedQuestion(tx, actor, input);
  const sort = input.sort ?? { by: "createdAt", direction: "desc" };
  const question = {
    vehicleId: selection.vehicleId,
    filter: given(selection.filter),
    search: (input.search ?? "").trim(),
    sort,
  };
  const place = fromCursor(question, placeIn(sort.by), input.cursor);
  const limit = input.limit ?? defaultPageSize;
  const order = contractOrder(sort, selection.todays, stores);
  // One more than a page tells whether there is another.
  const places = await findContracts(tx, selection, order, place, limit + 1);
  const page = places.slice(0, limit);
  return {
    items: await contractsInOrder(
      tx,
      page.map(({ contractId }) => contractId),
    ),
    nextCursor: places.length > limit ? toCursor(question, page.at(-1)) : null,
  };
}

/** A filter that is left out and one that is null are the same question. */
const given = (filter: object) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value != null));
