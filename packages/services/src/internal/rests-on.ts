import type { QuoteChange, RefundInputs } from "@vehicle-contracts/contract-model";
import { type RefundFacts, readingsAt } from "./refund-facts.ts";
import { refundInputs } from "./refund-inputs.ts";

/** What a quote rests on, by what of it may change: equal now as then, or the quote is outdated. */
export type RestsOn = Record<Exclude<QuoteChange, "VALIDITY">, unknown>;

/** As it was when these inputs were frozen. Of the contract: what is reckoned with, and whom the refund is for; no note, no move of the clock. */
export function restedOn(inputs: RefundInputs): RestsOn {
  const { price, paid, saleDate, startDate, endDate, distance, engineHours, servicesProvided } = inputs;
  const { lastReadings, latestReadings, ruleSet, holderId } = inputs;
  return {
    CONTRACT: {
      ...{ price, paid, saleDate, startDate, endDate, distance, engineHours, servicesProvided },
      holderId: holderId ?? null,
    },
    // Append-only: as many entries are the same entries.
    LEDGER: inputs.ledgerEntries,
    READINGS: { lastReadings, latestReadings },
    RULE_SET: { code: ruleSet.code, version: ruleSet.version },
  };
}

/** As it is now, for a quote with these inputs. */
export function restsOnNow(facts: RefundFacts, inputs: RefundInputs): RestsOn {
  const now = refundInputs(facts, inputs);
  if (now.ok) return restedOn(now.value);
  // What was entered since cannot be reckoned with at all.
  return {
    ...restedOn(inputs),
    LEDGER: { entries: facts.ledger.length, refused: now.fields },
    READINGS: readingsAt(facts, inputs.cancelDate),
  };
}
