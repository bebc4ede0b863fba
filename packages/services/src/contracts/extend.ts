import type { ContractResult, ExtendContract } from "@vehicle-contracts/contract-model";
import { extendTerm } from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";
import { moveContract } from "../internal/move-contract.ts";
import { factsBeside } from "../internal/move-facts.ts";
import { valueOrRefuse } from "../service-error.ts";

/**
 * Moves the last day (inclusive) out, by months or to a day; never in. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION,
 * RULE_BROKEN (WRONG_STATUS, ALREADY_RENEWED, OPEN_ENDED, END_NOT_LATER, END_TOO_LATE).
 */
export function extendContract(tx: TenantTx, actor: Actor, input: ExtendContract): Promise<ContractResult> {
  // The schema sees to it that one of the two is given.
  const by = input.endDate ? { endDate: input.endDate } : { months: input.months ?? 0 };
  return moveContract(tx, actor, input, {
    action: "extend",
    revision: "contract.extended",
    facts: async (_, contractId) => ({ ...(await factsBeside(tx, contractId)), by }),
    columns: (before) => valueOrRefuse(extendTerm(before, by)),
  });
}
