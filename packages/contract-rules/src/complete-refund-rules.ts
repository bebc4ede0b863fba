import type { RefundRules, RefundRulesInput } from "@vehicle-contracts/contract-model";

/** Refund rules in full: what is left out is as RefundRulesInput says. */
export function completeRefundRules(input: RefundRulesInput): RefundRules {
  const { method, basis, freeLookDays, retainedPercent, fee, feeTaxPercent, deductClaims, rounding } = input;
  const retained = Object.entries(retainedPercent ?? {}).filter(([, percent]) => percent !== null);
  return {
    method,
    basis: basis ?? "LESSER",
    freeLookDays: freeLookDays ?? 0,
    retainedPercent: Object.fromEntries(retained),
    fee: fee ?? { kind: "NONE" },
    feeTaxPercent: feeTaxPercent ?? 0,
    deductClaims: deductClaims ?? true,
    rounding: rounding ?? "HALF_UP",
  };
}
