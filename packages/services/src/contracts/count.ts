import { type ContractQuestion, type Count, countCap } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { checkedQuestion } from "../internal/search/contract-question.ts";
import { countContractsOf } from "../internal/search/find-contracts.ts";

/**
 * How many contracts the list of the same question has: exact up to 10,000; more are answered as 10,000 and `capped`.
 * Throws FORBIDDEN, NOT_FOUND (an id within the input).
 */
export async function countContracts(tx: TenantTx, actor: Actor, input: ContractQuestion): Promise<Count> {
  const { selection } = await checkedQuestion(tx, actor, input);
  const matching = await countContractsOf(tx, selection, countCap + 1);
  return { count: Math.min(matching, countCap), capped: matching > countCap };
}
