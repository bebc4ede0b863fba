export * from "./clock-move.ts";
export { byCodePoint } from "./code-point-order.ts";
export * from "./complete-limits.ts";
export { changeRecord, completeRecord, writtenFields } from "./complete-record.ts";
export * from "./complete-refund-rules.ts";
export * from "./complete-terms.ts";
export * from "./distance.ts";
export * from "./effective-status.ts";
export { decideEntitlement } from "./entitlement/entitlement.ts";
export { usualOrderOfChoice } from "./entitlement/order-of-choice.ts";
export type * from "./entitlement/question.ts";
export * from "./expired-at-once.ts";
export { type Extension, extendTerm, type RunningTerm } from "./extension.ts";
export * from "./fixed-fields.ts";
export * from "./holders.ts";
export type { MovableContract, MoveFacts } from "./move-guards.ts";
export * from "./moves.ts";
export type { Outcome } from "./outcome.ts";
export * from "./overlap.ts";
export {
  changedPlanFields,
  changePlan,
  completePlan,
  type PlanFields,
} from "./plan/complete-plan.ts";
export { eligibilityReasons, type SaleFacts, type VehicleOfSale } from "./plan/eligibility.ts";
export { inCurrency } from "./plan/of-store.ts";
export { planCurrencies } from "./plan/plan-currencies.ts";
export { releaseBreaks } from "./plan/release.ts";
export {
  type CatalogueFacts,
  type CataloguePlan,
  eligibilityBreaks,
  entryBreaks,
  leftToPlan,
  notReady,
  planBreaks,
  sellFromPlan,
} from "./plan/sell-from-plan.ts";
export * from "./plan/start-odometer.ts";
export {
  type ManufacturerWarranty,
  manufacturerWarranty,
  type VehicleContract,
} from "./plan/start-of-sale.ts";
export { termsOfSale } from "./plan/terms-of-sale.ts";
export { completePrice, halfUp, percentageParts } from "./price.ts";
export * from "./readings.ts";
export * from "./refund.ts";
export { nothingUsed, remainingOf } from "./remaining.ts";
export * from "./renewal.ts";
export { sameValue } from "./same-value.ts";
export * from "./shipped-rule-sets.ts";
export * from "./terms.ts";
export * from "./transfer.ts";
export * from "./usage.ts";
export * from "./vin.ts";
