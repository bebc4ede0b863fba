import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { handOverLink } from "./hand-over-link.ts";
import { mutation, query, router } from "./procedures.ts";

const contracts = router({
  list: query({
    role: "viewer",
    input: model.ListContracts,
    output: model.ContractPage,
    service: services.listContracts,
  }),
  count: query({
    role: "viewer",
    input: model.ContractQuestion,
    output: model.Count,
    service: services.countContracts,
  }),
  get: query({
    role: "viewer",
    input: model.GetContract,
    output: model.ContractRead,
    service: services.getContract,
  }),
  create: mutation({
    role: "advisor",
    input: model.CreateContract,
    output: model.ContractResult,
    record: "contract",
    service: services.createContract,
  }),
  update: mutation({
    role: "advisor",
    input: model.UpdateContract,
    output: model.ContractResult,
    record: "changes",
    service: services.updateContract,
  }),
  submit: mutation({
    role: "advisor",
    input: model.SubmitContract,
    output: model.ContractResult,
    service: services.submitContract,
  }),
  history: query({
    role: "viewer",
    input: model.GetHistory,
    output: model.HistoryPage,
    service: services.contractHistory,
  }),
  /** Whether the contract's history is whole and unchanged. */
  verifyHistory: query({
    role: "viewer",
    input: model.GetContract,
    output: model.HistoryVerdict,
    service: services.verifyContractHistory,
  }),
});

const vehicles = router({
  list: query({
    role: "viewer",
    input: model.ListVehicles,
    output: model.VehiclePage,
    service: services.listVehicles,
  }),
  count: query({
    role: "viewer",
    input: model.VehicleQuestion,
    output: model.Count,
    service: services.countVehicles,
  }),
  get: query({
    role: "viewer",
    input: model.GetVehicle,
    output: model.Vehicle,
    service: services.getVehicle,
  }),
  readings: query({
    role: "viewer",
    input: model.ListReadings,
    output: model.Readings,
    service: services.listReadings,
  }),
  create: mutation({
    role: "advisor",
    input: model.CreateVehicle,
    output: model.VehicleResult,
    record: "vehicle",
    service: services.createVehicle,
  }),
  update: mutation({
    role: "advisor",
    input: model.UpdateVehicle,
    output: model.VehicleResult,
    record: "changes",
    service: services.updateVehicle,
  }),
  recordOdometer: mutation({
    role: "advisor",
    input: model.RecordOdometer,
    output: model.VehicleResult,
    service: services.recordOdometer,
  }),
  recordHours: mutation({
    role: "advisor",
    input: model.RecordHours,
    output: model.VehicleResult,
    service: services.recordHours,
  }),
});

const parties = router({
  list: query({
    role: "viewer",
    input: model.ListParties,
    output: model.PartyPage,
    service: services.listParties,
  }),
  count: query({
    role: "viewer",
    input: model.PartyQuestion,
    output: model.Count,
    service: services.countParties,
  }),
  get: query({ role: "viewer", input: model.GetParty, output: model.Party, service: services.getParty }),
  create: mutation({
    role: "advisor",
    input: model.CreateParty,
    output: model.PartyResult,
    record: "party",
    service: services.createParty,
  }),
  update: mutation({
    role: "advisor",
    input: model.UpdateParty,
    output: model.PartyResult,
    record: "changes",
    service: services.updateParty,
  }),
});

const providers = router({
  list: query({
    role: "viewer",
    input: model.ListProviders,
    output: model.ProviderPage,
    service: services.listProviders,
  }),
  get: query({
    role: "viewer",
    input: model.GetProvider,
    output: model.Provider,
    service: services.getProvider,
  }),
  create: mutation({
    role: "administrator",
    input: model.CreateProvider,
    output: model.ProviderResult,
    record: "provider",
    service: services.createProvider,
  }),
  update: mutation({
    role: "administrator",
    input: model.UpdateProvider,
    output: model.ProviderResult,
    record: "changes",
    service: services.updateProvider,
  }),
});

const stores = router({
  list: query({
    role: "viewer",
    input: model.ListInput,
    output: model.StorePage,
    service: services.listStores,
  }),
  get: query({ role: "viewer", input: model.GetStore, output: model.StoreToday, service: services.getStore }),
  /** What day it would be for a store in another time zone. */
  todayIn: query({
    role: "administrator",
    input: model.TodayIn,
    output: model.TodayThere,
    service: services.todayInZone,
  }),
  create: mutation({
    role: "administrator",
    input: model.CreateStore,
    output: model.StoreResult,
    record: "store",
    service: services.createStore,
  }),
  update: mutation({
    role: "administrator",
    input: model.UpdateStore,
    output: model.StoreResult,
    record: "changes",
    service: services.updateStore,
  }),
});

const users = router({
  list: query({
    role: "administrator",
    input: model.ListInput,
    output: model.UserPage,
    service: services.listUsers,
  }),
  get: query({ role: "administrator", input: model.GetUser, output: model.User, service: services.getUser }),
  invite: mutation({
    role: "administrator",
    input: model.InviteUser,
    output: model.Invitation,
    service: services.inviteUser,
    afterwards: handOverLink,
  }),
  update: mutation({
    role: "administrator",
    input: model.UpdateUser,
    output: model.UserResult,
    record: "changes",
    service: services.updateUser,
  }),
  /** A new link to set the password; the former one is void. */
  renewInvitation: mutation({
    role: "administrator",
    input: model.RenewInvitation,
    output: model.Invitation,
    service: services.renewInvitation,
    afterwards: handOverLink,
  }),
  /** For one who has lost the device; all their sessions end. */
  resetSecondFactor: mutation({
    role: "administrator",
    input: model.ResetSecondFactor,
    output: model.UserResult,
    service: services.resetSecondFactor,
    async afterwards(answer, { note, actor }) {
      note?.("second factor reset", { by: actor.id, userId: answer.user.userId });
      return answer;
    },
  }),
});

const session = router({
  /** Who asks, of which enterprise, with which stores and what day it is there. */
  me: query({ role: "viewer", input: model.Nothing, output: model.Session, service: services.sessionOf }),
});

export const appRouter = router({ contracts, vehicles, parties, providers, stores, users, session });
export type AppRouter = typeof appRouter;
