import type { ContractQuestion, Count } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { contractCount } from "../internal/search/contract-page.ts";

/**
 * How many contracts the list of the same question has: exact up to 10,000; more are answered as 10,000 and `capped`.
 * Throws FORBIDDEN, NOT_FOUND (an id within the input).
 */
export const countContracts = (tx: TenantTx, actor: Actor, input: ContractQuestion): Promise<Count> =>
  contractCount(tx, actor, input);
