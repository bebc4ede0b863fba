import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

/** Programs, for administrators. */
export const apiClients = router({
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
