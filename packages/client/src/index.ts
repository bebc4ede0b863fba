export type { Problem, ProblemCode, ProblemField } from "@vehicle-contracts/contract-model";
export type { ClientCredentials, Fetch } from "./access-token.ts";
export {
  type ClientOptions,
  createVehicleContractsClient,
  type Inputs,
  type Outputs,
  type VehicleContractsClient,
} from "./create-client.ts";
export { everyItem } from "./every-item.ts";
export {
  type FailureReason,
  isDuplicate,
  isForbidden,
  isInvalid,
  isNotFound,
  isProblem,
  isRuleBroken,
  isStaleVersion,
  isUnauthenticated,
  VehicleContractsError,
} from "./problem-error.ts";
