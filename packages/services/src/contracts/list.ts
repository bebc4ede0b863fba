import type { ContractPage, ListContracts } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { contractPage } from "../internal/search/contract-page.ts";

/**
 * Contracts of one vehicle (of all stores), or across the granted stores: what passes every filter and matches every
 * word, a page at a time (1 to 200, default 25). Newest first when no sort is given; then by id in the same direction;
 * rows without the value last. Pages go on from the last row, so that rows added between them move nothing.
 * Throws FORBIDDEN, NOT_FOUND (an id within the input), INVALID (a cursor of another question).
 */
export const listContracts = (tx: TenantTx, actor: Actor, input: ListContracts): Promise<ContractPage> =>
  contractPage(tx, actor, input);
