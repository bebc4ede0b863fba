import { type Contract, type ContractRead, quoteDays } from "@vehicle-contracts/contract-model";
import {
  decideMove,
  type Facts,
  quoteNothing,
  quoteRefund,
  writtenFields,
} from "@vehicle-contracts/contract-rules";
import { addDays, endOfDayIn } from "@vehicle-contracts/contract-rules/temporal";
import { valueOrRefuse } from "../service-error.ts";
import { movable } from "./movable.ts";
import type { RefundFacts } from "./refund-facts.ts";
import { questionOf, type RefundAsked, refundInputs } from "./refund-inputs.ts";
import { basisOf, type QuoteRow } from "./refund-quote-row.ts";
import { restedOn } from "./rests-on.ts";

/**
 * A quote, to be kept with all that it rests on, and good for 14 days, the day it is made counted. `today` is the contract's
 * store's. Throws RULE_BROKEN (WRONG_STATUS, CURRENCY_DIFFERS, RULE_SET_MISSING, and what `quoteRefund` refuses).
 */
export function drawUpQuote(
  facts: RefundFacts,
  today: Facts,
  asked: RefundAsked,
  mark: Pick<QuoteRow, "enterpriseId" | "quoteId" | "quotedBy" | "quotedAt">,
): QuoteRow {
  const { contract, timeZone } = facts;
  // What has run out by its limits is refused by the rule of refunds, which says by which.
  if (contract.effectiveStatus !== "EXPIRED") refuseUnlessLiving(contract, today);
  const inputs = valueOrRefuse(refundInputs(facts, asked));
  const question = questionOf(inputs);
  const { refund, steps } = valueOrRefuse(contract.price ? quoteRefund(question) : quoteNothing(question));
  refuseUnlessLiving(contract, today);
  return {
    ...mark,
    contractId: contract.contractId,
    contractVersion: contract.version,
    inputs,
    steps,
    refund,
    basis: basisOf(restedOn(inputs)),
    validUntil: endOfDayIn(timeZone, addDays(today.today, quoteDays - 1)),
    acceptedBy: null,
    acceptedAt: null,
  };
}

/** A quote for what cannot be cancelled would be of no use. */
function refuseUnlessLiving(contract: Contract, today: Facts): void {
  const record = { ...movable(writtenFields(contract), today.today), status: contract.status };
  valueOrRefuse(decideMove("cancel", record, { ...today, quoteAccepted: true }));
}

/** The day at the contract's store, and the vehicle's latest readings, as the moves take them. */
export const todayOf = ({ store, vehicle }: Pick<ContractRead, "store" | "vehicle">): Facts => ({
  today: store.today,
  latestOdometer: vehicle.latestOdometer,
  latestHours: vehicle.latestHours?.value ?? null,
});
