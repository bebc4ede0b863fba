export { aClock, monday, type SettableClock } from "./a-clock.ts";
export {
  aDealerGroup,
  aStore,
  aStoreInput,
  aUser,
  type DealerGroup,
  type Units,
} from "./a-dealer-group.ts";
export { aPlan, aPlanInput, aReadyPlan } from "./plans.ts";
export {
  aContract,
  aContractInput,
  anActiveContract,
  anApiClient,
  aParty,
  aPendingContract,
  aProvider,
  aVehicle,
  aVin,
  historyOf,
} from "./records.ts";
export { aRefundQuote, aRuleSet, aRuleSetInput } from "./refunds.ts";
export { faultsOf, refusalOf } from "./refusal-of.ts";
