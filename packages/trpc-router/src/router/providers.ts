import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

/** Who carries the risk. */
export const providers = router({
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
