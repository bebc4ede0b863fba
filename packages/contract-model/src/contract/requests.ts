import { z } from "zod";
import { Warning } from "../field-fault.ts";
import { Id, IdempotencyKey, line, Version } from "../values.ts";
import { Contract, ContractChanges, ContractInput } from "./contract.ts";

export const GetContract = z.strictObject({ contractId: Id });
export const CreateContract = z.strictObject({ idempotencyKey: IdempotencyKey, contract: ContractInput });
export const UpdateContract = z.strictObject({
  contractId: Id,
  version: Version,
  changes: ContractChanges,
  /** From an administrator: sold terms that were entered wrongly are put right; the history says so. */
  correction: z.strictObject({ reason: line(500) }).nullish(),
});
export const SubmitContract = z.strictObject({ contractId: Id, version: Version });
export const ContractResult = z.object({ contract: Contract, warnings: z.array(Warning) });

export type CreateContract = z.infer<typeof CreateContract>;
export type UpdateContract = z.infer<typeof UpdateContract>;
export type SubmitContract = z.infer<typeof SubmitContract>;
export type ContractResult = z.infer<typeof ContractResult>;
