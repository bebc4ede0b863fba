import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { query, router } from "../procedures.ts";

/** Contracts that end soon and that nothing follows yet. */
export const renewals = router({
  list: query({
    role: "viewer",
    // what customers are reached by comes along, and not in short
    scope: ["contracts:read", "parties:read"],
    input: model.ListRenewals,
    output: model.RenewalPage,
    service: services.listRenewals,
  }),
  count: query({
    role: "viewer",
    scope: "contracts:read",
    input: model.RenewalQuestion,
    output: model.Count,
    service: services.countRenewals,
  }),
});
