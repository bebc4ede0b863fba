import type { PassedOverReason } from "@vehicle-contracts/contract-model";
import { DeductibleAccount } from "./deductible-account.ts";
import type { EntitlementLine, JudgedContract, JudgedDeductible } from "./question.ts";
import { outOfForce } from "./standing.ts";
import { type TermsForCode, termsForCodes } from "./terms-for-code.ts";
import type { Visit } from "./visit.ts";

/** Why a contract does not pay a line, as it is answered. */
export type PassedOver = EntitlementLine["passedOver"][number];

/** A contract during one visit. */
export type Candidate = {
  contract: JudgedContract;
  /** Its group's place in the order of choice. */
  place: number;
  /** Why it pays nothing at all; null where it may pay. */
  outOfForce: PassedOverReason | null;
  /** Of nothing where it is waived for the store that asks. */
  deductible: DeductibleAccount;
  /** By the codes' places; empty where it pays nothing at all. */
  terms: readonly TermsForCode[];
  /** One entry for each reason, whatever the number of lines that it stands in. */
  passedOver: Map<PassedOverReason, PassedOver>;
};

export function candidateOf(contract: JudgedContract, visit: Visit): Candidate {
  const why = outOfForce(contract, visit.point);
  const deductible = unlessWaived(contract, visit.storeId);
  return {
    contract,
    place: visit.placeOf(contract.type),
    outOfForce: why,
    deductible: new DeductibleAccount(deductible),
    terms: why === null ? termsForCodes(contract, deductible, visit) : [],
    passedOver: new Map(),
  };
}

/** The contract passed over for that reason. */
export function passedOverFor({ contract, passedOver }: Candidate, reason: PassedOverReason): PassedOver {
  const known = passedOver.get(reason);
  if (known) return known;
  const entry = { contractId: contract.contractId, reason };
  passedOver.set(reason, entry);
  return entry;
}

function unlessWaived({ deductible, storeId }: JudgedContract, asks: string): JudgedDeductible {
  if (deductible.kind === "NONE" || deductible.amount.amountMinor === 0) return { kind: "NONE" };
  return deductible.waivedAtSellingStore && storeId === asks ? { kind: "NONE" } : deductible;
}
