import { z } from "zod";
import { contractStatuses, contractTypes } from "../codes.ts";

export const ContractType = z.enum(contractTypes);
export type ContractType = z.infer<typeof ContractType>;

export const ContractStatus = z.enum(contractStatuses);
export type ContractStatus = z.infer<typeof ContractStatus>;

/** What a contract may be made as: a quote, sold, or taken over from another system while it runs. */
export const InitialStatus = z.enum(["DRAFT", "PENDING", "ACTIVE"], "Must be DRAFT, PENDING or ACTIVE.");
