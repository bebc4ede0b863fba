import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";
import { contractMoves } from "./contract-moves.ts";

/** Contracts: lists, one whole, what is made and changed, the moves, the history. */
export const contracts = router({
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
