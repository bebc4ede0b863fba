import type { LineKind, PassedOverReason } from "@vehicle-contracts/contract-model";
import type { Candidate } from "./candidate.ts";
import { shareOf } from "./share.ts";
import type { ByAllowance, ByCoverage } from "./terms-for-code.ts";

/** A line, completed. `codePlace`: that of its code in the contracts' terms. */
export type JobLine = {
  lineId: string;
  code: string;
  codePlace: number;
  kind: LineKind;
  job: string;
  amountMinor: number;
};

/** What a contract would pay of a line, in minor units. */
export type Offer = {
  candidate: Candidate;
  way: ByAllowance | ByCoverage;
  contractPays: number;
  customerPays: number;
  deductible: number;
};

/** How a contract would pay a line, or the first reason why it does not. docs/rules.md, "Entitlement". */
export function wayOf(candidate: Candidate, line: JobLine): PassedOverReason | ByAllowance | ByCoverage {
  if (candidate.outOfForce) return candidate.outOfForce;
  const terms = candidate.terms[line.codePlace];
  if (!terms) return "ITEM_NOT_LISTED";
  if (terms.excluded) return "ITEM_EXCLUDED";
  const { allowance, coverage } = terms;
  if (allowance && (allowance.unitsLeft > 0 || allowance.served?.has(line.job)))
    return allowance.doubt ?? allowance;
  const not = coverage ? whyNotBy(coverage, line) : "ITEM_NOT_LISTED";
  // The customer asks for the service that the plan includes: that it is used up says more than the rest.
  if (not) return allowance ? "ALLOWANCE_EXHAUSTED" : not;
  return coverage ? (coverage.doubt ?? coverage) : "ITEM_NOT_LISTED";
}

function whyNotBy(way: ByCoverage, { kind }: JobLine): PassedOverReason | null {
  if (way.percentages[kind] === 0) return "ITEM_NOT_LISTED";
  return way.pastOwnEnd ?? (way.amountLeft === 0 ? "AMOUNT_EXHAUSTED" : null);
}

/** What the contract pays of the line by that way. */
export function offerOf(candidate: Candidate, way: ByAllowance | ByCoverage, line: JobLine): Offer {
  const { amountMinor } = line;
  if ("allowance" in way)
    return { candidate, way, contractPays: amountMinor, customerPays: 0, deductible: 0 };
  const share = shareOf(amountMinor, way.percentages[line.kind]);
  const deductible = Math.min(share, candidate.deductible.leftFor(line));
  const contractPays = Math.min(share - deductible, way.amountLeft ?? Number.POSITIVE_INFINITY);
  return { candidate, way, contractPays, customerPays: amountMinor - contractPays, deductible };
}

/** Least first within a group: what the customer pays, then the end date (none last). Equal where only the ids differ. */
export function ranksBefore(a: Offer, b: Offer): boolean {
  if (a.customerPays !== b.customerPays) return a.customerPays < b.customerPays;
  const [ends, others] = [a.candidate.contract.endDate, b.candidate.contract.endDate];
  if (!ends) return false;
  return !others || ends < others;
}

/** Takes from the contract what the line takes. */
export function take({ candidate, contractPays, deductible, way }: Offer, line: JobLine): void {
  if ("allowance" in way) {
    if (way.served?.has(line.job)) return;
    way.unitsLeft -= 1;
    way.served = (way.served ?? new Set<string>()).add(line.job);
    return;
  }
  if (way.amountLeft !== null) way.amountLeft -= contractPays;
  candidate.deductible.take(line, deductible);
}
