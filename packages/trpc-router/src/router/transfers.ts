import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

/** Transfers that were asked for, and an administrator's decision on them. */
export const transfers = router({
  list: query({
    role: "viewer",
    scope: "contracts:read",
    input: model.ListTransfers,
    output: model.TransferPage,
    service: services.listTransfers,
  }),
  approve: mutation({
    role: "administrator",
    scope: "contracts:write",
    input: model.ApproveTransfer,
    output: model.TransferResult,
    service: services.approveTransfer,
  }),
  refuse: mutation({
    role: "administrator",
    scope: "contracts:write",
    input: model.RefuseTransfer,
    output: model.TransferResult,
    service: services.refuseTransfer,
  }),
});
