import { z } from "zod";

export const ContractType = z.enum([
  "MANUFACTURER_WARRANTY",
  "EXTENDED_WARRANTY",
  "SERVICE_PLAN",
  "MAINTENANCE",
  "REPAIR_AND_MAINTENANCE",
  "ROADSIDE_ASSISTANCE",
  "TYRE_AND_WHEEL",
  "BODYWORK_CORROSION",
  "BATTERY",
  "GAP_INSURANCE",
  "GOODWILL",
  "OTHER",
]);
export type ContractType = z.infer<typeof ContractType>;

export const ContractStatus = z.enum([
  "DRAFT",
  "PENDING",
  "ACTIVE",
  "SUSPENDED",
  "EXPIRED",
  "CANCELLED",
  "VOID",
]);
export type ContractStatus = z.infer<typeof ContractStatus>;

/** What a contract may be made as: a quote, sold, or taken over from another system while it runs. */
export const InitialStatus = z.enum(["DRAFT", "PENDING", "ACTIVE"], "Must be DRAFT, PENDING or ACTIVE.");
