import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

/** What is set for the whole enterprise. */
export const enterprise = router({
  get: query({
    role: "administrator",
    scope: "settings:read",
    input: model.Nothing,
    output: model.EnterpriseSettings,
    service: services.getEnterprise,
  }),
  update: mutation({
    role: "administrator",
    scope: "settings:write",
    input: model.UpdateEnterprise,
    output: model.EnterpriseResult,
    record: "changes",
    service: services.updateEnterprise,
  }),
});
