import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation } from "../procedures.ts";

const advisor = { role: "advisor", scope: "contracts:write" } as const;
const move = { ...advisor, input: model.MoveContract, output: model.ContractResult } as const;

/** Moves of the life cycle, transfer and renewal: what `contracts` has besides reading and writing its fields. */
export const contractMoves = {
  activate: mutation({ ...move, service: services.activateContract }),
  suspend: mutation({ ...move, service: services.suspendContract }),
  resume: mutation({ ...move, service: services.resumeContract }),
  void: mutation({ ...move, service: services.voidContract }),
  reinstate: mutation({ ...move, service: services.reinstateContract }),
  extend: mutation({
    ...advisor,
    input: model.ExtendContract,
    output: model.ContractResult,
    service: services.extendContract,
  }),
  addNote: mutation({
    ...advisor,
    input: model.AddNote,
    output: model.ContractResult,
    service: services.addNote,
  }),
  transfer: mutation({
    ...advisor,
    input: model.TransferContract,
    output: model.TransferResult,
    service: services.transferContract,
  }),
  renew: mutation({
    ...advisor,
    input: model.RenewContract,
    output: model.ContractResult,
    service: services.renewContract,
  }),
};
