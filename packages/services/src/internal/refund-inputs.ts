import type { CountedUsage, QuoteRefund, RefundInputs } from "@vehicle-contracts/contract-model";
import { type Outcome, type RefundQuestion, servicesValue } from "@vehicle-contracts/contract-rules";
import { lastHolder } from "./contract-parties.ts";
import { netEntries, type RefundFacts, readingsAt } from "./refund-facts.ts";

const refused = (path: string, code: string, message: string): Outcome<never> => ({
  ok: false,
  fields: [{ path, code, message }],
});

/** What a quote is asked for, of a contract that is known. */
export type RefundAsked = Omit<QuoteRefund, "contractId" | "version">;

/**
 * All that a refund of a sold contract rests on, to be frozen. Broken: START_MISSING, CURRENCY_DIFFERS (a claim
 * in another currency than the price), RULE_SET_MISSING (the rule set that the contract goes by is not there).
 */
export function refundInputs(facts: RefundFacts, asked: RefundAsked): Outcome<RefundInputs> {
  const { contract, ruleSet } = facts;
  if (!contract.startDate) return refused("startDate", "START_MISSING", "Enter the first day covered.");
  if (!ruleSet)
    return refused(
      "refundRuleSet",
      "RULE_SET_MISSING",
      "The rule set that the contract goes by is not there. Choose another one for it.",
    );
  const price = contract.price
    ? { amountMinor: contract.price.grossMinor, currency: contract.price.currency }
    : { amountMinor: 0, currency: facts.currency };
  const { currency } = price;
  const entries = netEntries(facts.ledger);
  const claims = entries.filter(({ kind }) => kind === "AMOUNT").map(counted);
  const services = entries.filter(({ kind }) => kind === "ALLOWANCE").map(counted);
  const foreign = claims.find(({ amount }) => amount && amount.currency !== currency);
  if (foreign && contract.price)
    return refused(
      "usage",
      "CURRENCY_DIFFERS",
      `A claim of ${foreign.date} is in ${foreign.amount?.currency}, and the contract is in ${currency}. They cannot be set off against each other.`,
    );
  const claimed = claims.reduce((sum, { amount }) => sum + (amount?.amountMinor ?? 0), 0);
  const units = services.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
  return {
    ok: true,
    value: {
      contractVersion: contract.version,
      cancelDate: asked.cancelDate,
      cancelledBy: asked.cancelledBy,
      reason: asked.reason,
      odometer: asked.odometer ?? null,
      hours: asked.hours ?? null,
      holderId: lastHolder(contract.parties)?.partyId ?? null,
      price,
      paid: contract.paid ?? price,
      saleDate: contract.saleDate ?? contract.startDate,
      startDate: contract.startDate,
      endDate: contract.endDate,
      distance: contract.distance,
      engineHours: contract.engineHours,
      ...readingsAt(facts, asked.cancelDate),
      ledgerEntries: facts.ledger.length,
      claims,
      services,
      claimsPaid: { amountMinor: claimed, currency },
      servicesProvided: servicesValue(price, contract.allowances, units),
      ruleSet: {
        code: ruleSet.code,
        version: ruleSet.version,
        name: ruleSet.name,
        shipped: ruleSet.shipped,
        rules: ruleSet.rules,
      },
    },
  };
}

const counted = (entry: RefundFacts["ledger"][number]): CountedUsage => ({
  code: entry.code,
  date: entry.date,
  repairOrder: entry.repairOrder,
  quantity: entry.quantity,
  amount:
    entry.amountMinor !== null && entry.currency !== null
      ? { amountMinor: entry.amountMinor, currency: entry.currency }
      : null,
});

/** The question that the inputs put to the rule. */
export const questionOf = (inputs: RefundInputs): RefundQuestion => ({
  price: inputs.price,
  paid: inputs.paid,
  saleDate: inputs.saleDate,
  startDate: inputs.startDate,
  endDate: inputs.endDate,
  distance: inputs.distance,
  engineHours: inputs.engineHours,
  cancelDate: inputs.cancelDate,
  odometer: inputs.odometer,
  hours: inputs.hours,
  lastReading: inputs.lastReadings.odometer,
  lastHours: inputs.lastReadings.hours,
  claimsPaid: inputs.claimsPaid,
  servicesProvided: inputs.servicesProvided,
  cancelledBy: inputs.cancelledBy,
  ruleSet: inputs.ruleSet.rules,
});
