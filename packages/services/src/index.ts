export {
  type Actor,
  asRevisionActor,
  hasRole,
  isGranted,
  requireAnyStore,
  requireGrant,
  requireRole,
  requireScope,
} from "./actor.ts";
export { createApiClient } from "./api-clients/create.ts";
export { getApiClient } from "./api-clients/get.ts";
export { listApiClients } from "./api-clients/list.ts";
export { revokeApiClient } from "./api-clients/revoke.ts";
export { rotateApiClient } from "./api-clients/rotate.ts";
export { updateApiClient } from "./api-clients/update.ts";
export { clockActor } from "./clock/clock-actor.ts";
export { moveByClock } from "./clock/move-by-clock.ts";
export { activateContract } from "./contracts/activate.ts";
export { addNote } from "./contracts/add-note.ts";
export { countContracts } from "./contracts/count.ts";
export { createContract } from "./contracts/create.ts";
export { extendContract } from "./contracts/extend.ts";
export { getContract } from "./contracts/get.ts";
export { contractHistory } from "./contracts/history.ts";
export { listContracts } from "./contracts/list.ts";
export { reinstateContract } from "./contracts/reinstate.ts";
export { renewContract } from "./contracts/renew.ts";
export { resumeContract } from "./contracts/resume.ts";
export { submitContract } from "./contracts/submit.ts";
export { suspendContract } from "./contracts/suspend.ts";
export { transferContract } from "./contracts/transfer.ts";
export { updateContract } from "./contracts/update.ts";
export { verifyContractHistory, verifyHistories } from "./contracts/verify-history.ts";
export { voidContract } from "./contracts/void.ts";
export { getEnterprise } from "./enterprise/get.ts";
export { updateEnterprise } from "./enterprise/update.ts";
export { checkEntitlement } from "./entitlement/check.ts";
export type { CsvSource } from "./imports/csv-text.ts";
export { type ImportNote, ImportRefused, ImportReport } from "./imports/report.ts";
export { type DateOrder, dateOrders } from "./imports/vehicles/dates.ts";
export { importVehicles, type VehicleImport } from "./imports/vehicles/import-vehicles.ts";
export type { Units as ImportUnits } from "./imports/vehicles/settle.ts";
export { endApiClient, insertApiClient, type NewApiClientRow } from "./internal/api-client-row.ts";
export type { SignInEvent } from "./internal/sign-in-event.ts";
export { countParties } from "./parties/count.ts";
export { createParty } from "./parties/create.ts";
export { getParty } from "./parties/get.ts";
export { listParties } from "./parties/list.ts";
export { updateParty } from "./parties/update.ts";
export { createProvider } from "./providers/create.ts";
export { getProvider } from "./providers/get.ts";
export { listProviders } from "./providers/list.ts";
export { updateProvider } from "./providers/update.ts";
export { acceptRefundQuote } from "./refunds/accept.ts";
export { getRefundQuote } from "./refunds/get.ts";
export { listRefundQuotes } from "./refunds/list.ts";
export { makeRefundQuote } from "./refunds/quote.ts";
export { countRenewals } from "./renewals/count.ts";
export { listRenewals } from "./renewals/list.ts";
export { createRuleSet } from "./rule-sets/create.ts";
export { getRuleSet } from "./rule-sets/get.ts";
export { listRuleSets } from "./rule-sets/list.ts";
export { newRuleSetVersion } from "./rule-sets/new-version.ts";
export { hashSecretToken, newSecretToken } from "./secret-token.ts";
export { notFound, ServiceError, type ServiceProblem } from "./service-error.ts";
export { sessionOf } from "./session/me.ts";
export { createStore } from "./stores/create.ts";
export { getStore } from "./stores/get.ts";
export { listStores } from "./stores/list.ts";
export { todayInZone } from "./stores/today-in.ts";
export { updateStore } from "./stores/update.ts";
export { approveTransfer } from "./transfers/approve.ts";
export { listTransfers } from "./transfers/list.ts";
export { refuseTransfer } from "./transfers/refuse.ts";
export { listUsage } from "./usage/list.ts";
export { recordUsage } from "./usage/record.ts";
export { reverseUsage } from "./usage/reverse.ts";
export { getUser } from "./users/get.ts";
export { inviteUser, type NewLink } from "./users/invite.ts";
export { listUsers } from "./users/list.ts";
export { renewInvitation } from "./users/renew-invitation.ts";
export { resetSecondFactor } from "./users/reset-second-factor.ts";
export { updateUser } from "./users/update.ts";
export { countVehicles } from "./vehicles/count.ts";
export { createVehicle } from "./vehicles/create.ts";
export { getVehicle } from "./vehicles/get.ts";
export { listVehicles } from "./vehicles/list.ts";
export { listReadings } from "./vehicles/readings.ts";
export { recordHours } from "./vehicles/record-hours.ts";
export { recordOdometer } from "./vehicles/record-odometer.ts";
export { updateVehicle } from "./vehicles/update.ts";
