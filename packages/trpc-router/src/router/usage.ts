import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

/** The ledger of what contracts have provided or paid. */
export const usage = router({
  list: query({
    role: "viewer",
    scope: "contracts:read",
    input: model.ListUsage,
    output: model.UsagePage,
    service: services.listUsage,
  }),
  record: mutation({
    role: "advisor",
    scope: "contracts:write",
    input: model.RecordUsage,
    output: model.UsageResult,
    record: "usage",
    service: services.recordUsage,
  }),
  reverse: mutation({
    role: "advisor",
    scope: "contracts:write",
    input: model.ReverseUsage,
    output: model.UsageResult,
    service: services.reverseUsage,
  }),
});
