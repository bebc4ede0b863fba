import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { handOverLink } from "./hand-over-link.ts";
import { mutation, query, router } from "./procedures.ts";
import { contractMoves } from "./router/contract-moves.ts";
import { enterprise } from "./router/enterprise.ts";
import { entitlement } from "./router/entitlement.ts";
import { plans } from "./router/plans.ts";
import { refunds } from "./router/refunds.ts";
import { renewals } from "./router/renewals.ts";
import { ruleSets } from "./router/rule-sets.ts";
import { transfers } from "./router/transfers.ts";
import { usage } from "./router/usage.ts";

const contracts = router({
  list: query({
    role: "viewer",
    scope: "contracts:read",
    input: model.ListContracts,
    output: model.ContractPage,
    service: services.listContracts,
  }),
  count: query({
    role: "viewer",
    scope: "contracts:read",
    input: model.ContractQuestion,
    output: model.Count,
    service: services.countContracts,
  }),
  get: query({
    role: "viewer",
    scope: "contracts:read",
    input: model.GetContract,
    output: model.ContractRead,
    service: services.getContract,
  }),
  create: mutation({
    role: "advisor",
    scope: "contracts:write",
    input: model.CreateContract,
    output: model.ContractResult,
    record: "contract",
    service: services.createContract,
  }),
  update: mutation({
    role: "advisor",
    scope: "contracts:write",
    input: model.UpdateContract,
    output: model.ContractResult,
    record: "changes",
    service: services.updateContract,
  }),
  submit: mutation({
    role: "advisor",
    scope: "contracts:write",
    input: model.SubmitContract,
    output: model.ContractResult,
    service: services.submitContract,
  }),
  ...contractMoves,
  history: query({
    role: "viewer",
    scope: "contracts:read",
    input: model.GetHistory,
    output: model.HistoryPage,
    service: services.contractHistory,
  }),
  /** Whether the contract's history is whole and unchanged. */
  verifyHistory: query({
    role: "viewer",
    scope: "contracts:read",
    input: model.GetContract,
    output: model.HistoryVerdict,
    service: services.verifyContractHistory,
  }),
});

const vehicles = router({
  list: query({
    role: "viewer",
    scope: "vehicles:read",
    input: model.ListVehicles,
    output: model.VehiclePage,
    service: services.listVehicles,
  }),
  count: query({
    role: "viewer",
    scope: "vehicles:read",
    input: model.VehicleQuestion,
    output: model.Count,
    service: services.countVehicles,
  }),
  get: query({
    role: "viewer",
    scope: "vehicles:read",
    input: model.GetVehicle,
    output: model.Vehicle,
    service: services.getVehicle,
  }),
  readings: query({
    role: "viewer",
    scope: "vehicles:read",
    input: model.ListReadings,
    output: model.Readings,
    service: services.listReadings,
  }),
  create: mutation({
    role: "advisor",
    scope: "vehicles:write",
    input: model.CreateVehicle,
    output: model.VehicleResult,
    record: "vehicle",
    service: services.createVehicle,
  }),
  update: mutation({
    role: "advisor",
    scope: "vehicles:write",
    input: model.UpdateVehicle,
    output: model.VehicleResult,
    record: "changes",
    service: services.updateVehicle,
  }),
  recordOdometer: mutation({
    role: "advisor",
    scope: "vehicles:write",
    input: model.RecordOdometer,
    output: model.VehicleResult,
    service: services.recordOdometer,
  }),
  recordHours: mutation({
    role: "advisor",
    scope: "vehicles:write",
    input: model.RecordHours,
    output: model.VehicleResult,
    service: services.recordHours,
  }),
});

const parties = router({
  list: query({
    role: "viewer",
    scope: "parties:read",
    input: model.ListParties,
    output: model.PartyPage,
    service: services.listParties,
  }),
  count: query({
    role: "viewer",
    scope: "parties:read",
    input: model.PartyQuestion,
    output: model.Count,
    service: services.countParties,
  }),
  get: query({
    role: "viewer",
    scope: "parties:read",
    input: model.GetParty,
    output: model.Party,
    service: services.getParty,
  }),
  create: mutation({
    role: "advisor",
    scope: "parties:write",
    input: model.CreateParty,
    output: model.PartyResult,
    record: "party",
    service: services.createParty,
  }),
  update: mutation({
    role: "advisor",
    scope: "parties:write",
    input: model.UpdateParty,
    output: model.PartyResult,
    record: "changes",
    service: services.updateParty,
  }),
});

const providers = router({
  list: query({
    role: "viewer",
    scope: "providers:read",
    input: model.ListProviders,
    output: model.ProviderPage,
    service: services.listProviders,
  }),
  get: query({
    role: "viewer",
    scope: "providers:read",
    input: model.GetProvider,
    output: model.Provider,
    service: services.getProvider,
  }),
  create: mutation({
    role: "administrator",
    scope: "providers:write",
    input: model.CreateProvider,
    output: model.ProviderResult,
    record: "provider",
    service: services.createProvider,
  }),
  update: mutation({
    role: "administrator",
    scope: "providers:write",
    input: model.UpdateProvider,
    output: model.ProviderResult,
    record: "changes",
    service: services.updateProvider,
  }),
});

const stores = router({
  list: query({
    role: "viewer",
    scope: "stores:read",
    input: model.ListInput,
    output: model.StorePage,
    service: services.listStores,
  }),
  get: query({
    role: "viewer",
    scope: "stores:read",
    input: model.GetStore,
    output: model.StoreToday,
    service: services.getStore,
  }),
  /** What day it would be for a store in another time zone. */
  todayIn: query({
    role: "administrator",
    scope: "stores:read",
    input: model.TodayIn,
    output: model.TodayThere,
    service: services.todayInZone,
  }),
  create: mutation({
    role: "administrator",
    scope: "stores:write",
    input: model.CreateStore,
    output: model.StoreResult,
    record: "store",
    service: services.createStore,
  }),
  update: mutation({
    role: "administrator",
    scope: "stores:write",
    input: model.UpdateStore,
    output: model.StoreResult,
    record: "changes",
    service: services.updateStore,
  }),
});

const users = router({
  list: query({
    role: "administrator",
    scope: "users:read",
    input: model.ListInput,
    output: model.UserPage,
    service: services.listUsers,
  }),
  get: query({
    role: "administrator",
    scope: "users:read",
    input: model.GetUser,
    output: model.User,
    service: services.getUser,
  }),
  invite: mutation({
    role: "administrator",
    scope: "users:write",
    input: model.InviteUser,
    output: model.Invitation,
    service: services.inviteUser,
    afterwards: handOverLink,
  }),
  update: mutation({
    role: "administrator",
    scope: "users:write",
    input: model.UpdateUser,
    output: model.UserResult,
    record: "changes",
    service: services.updateUser,
  }),
  /** A new link to set the password; the former one is void. */
  renewInvitation: mutation({
    role: "administrator",
    scope: "users:write",
    input: model.RenewInvitation,
    output: model.Invitation,
    service: services.renewInvitation,
    afterwards: handOverLink,
  }),
  /** For one who has lost the device; all their sessions end. */
  resetSecondFactor: mutation({
    role: "administrator",
    scope: "users:write",
    input: model.ResetSecondFactor,
    output: model.UserResult,
    service: services.resetSecondFactor,
    async afterwards(answer, { note, actor }) {
      note?.("second factor reset", { by: actor.id, userId: answer.user.userId });
      return answer;
    },
  }),
});

const apiClients = router({
  list: query({
    role: "administrator",
    scope: "apiClients:read",
    input: model.ListInput,
    output: model.ApiClientPage,
    service: services.listApiClients,
  }),
  get: query({
    role: "administrator",
    scope: "apiClients:read",
    input: model.GetApiClient,
    output: model.ApiClient,
    service: services.getApiClient,
  }),
  /** The secret is answered this once. */
  create: mutation({
    role: "administrator",
    scope: "apiClients:write",
    input: model.CreateApiClient,
    output: model.ApiClientSecret,
    record: "apiClient",
    service: services.createApiClient,
  }),
  update: mutation({
    role: "administrator",
    scope: "apiClients:write",
    input: model.UpdateApiClient,
    output: model.ApiClientResult,
    record: "changes",
    service: services.updateApiClient,
  }),
  rotate: mutation({
    role: "administrator",
    scope: "apiClients:write",
    input: model.RotateApiClient,
    output: model.ApiClientSecret,
    service: services.rotateApiClient,
  }),
  revoke: mutation({
    role: "administrator",
    scope: "apiClients:write",
    input: model.RevokeApiClient,
    output: model.ApiClientResult,
    service: services.revokeApiClient,
  }),
});

const session = router({
  /** Who asks, of which enterprise, with which stores and what day it is there. */
  me: query({
    role: "viewer",
    scope: null,
    input: model.Nothing,
    output: model.Session,
    service: services.sessionOf,
  }),
});

export const appRouter = router({
  contracts,
  transfers,
  renewals,
  vehicles,
  parties,
  providers,
  plans,
  stores,
  refunds,
  ruleSets,
  entitlement,
  usage,
  enterprise,
  users,
  apiClients,
  session,
});
export type AppRouter = typeof appRouter;
