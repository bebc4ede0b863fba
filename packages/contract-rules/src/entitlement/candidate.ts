import type { PassedOverReason } from "@vehicle-contracts/contract-model";
import type { JudgedContract, JudgedDeductible } from "./question.ts";
import { RunningAccount } from "./running-account.ts";
import { outOfForce } from "./standing.ts";
import { type TermsForCode, termsForCodes } from "./terms-for-code.ts";
import type { Visit } from "./visit.ts";

/** A contract during one visit. */
export type Candidate = {
  contract: JudgedContract;
  /** Its group's place in the order of choice. */
  place: number;
  /** Why it pays nothing at all; null where it may pay. */
  outOfForce: PassedOverReason | null;
  account: RunningAccount;
  /** NONE where it is waived for the store that asks. */
  deductible: JudgedDeductible;
  /** By the codes' places; empty where it pays nothing at all. */
  terms: readonly TermsForCode[];
};

export function candidateOf(contract: JudgedContract, visit: Visit): Candidate {
  const why = outOfForce(contract, visit.point);
  const deductible = unlessWaived(contract, visit.storeId);
  return {
    contract,
    place: visit.placeOf(contract.type),
    outOfForce: why,
    account: new RunningAccount(contract),
    deductible,
    terms: why === null ? termsForCodes(contract, deductible, visit) : [],
  };
}

function unlessWaived({ deductible, storeId }: JudgedContract, asks: string): JudgedDeductible {
  if (deductible.kind === "NONE" || deductible.amount.amountMinor === 0) return { kind: "NONE" };
  return deductible.waivedAtSellingStore && storeId === asks ? { kind: "NONE" } : deductible;
}
