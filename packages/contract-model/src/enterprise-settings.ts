import { z } from "zod";
import { RefundRuleSetReference } from "./contract/after-sale.ts";
import { OrderOfChoice } from "./entitlement.ts";
import { Id, Version } from "./values.ts";

const settings = {
  /** Which contracts pay first; null: the usual order (docs/rules.md, "Entitlement"). */
  orderOfChoice: OrderOfChoice.nullable(),
  /** For contracts that name no rule set of their own; null: the one that is shipped. */
  defaultRefundRuleSet: RefundRuleSetReference.nullable(),
};

/** A dealer group with what is set for all of it. */
export const EnterpriseSettings = z.object({
  enterpriseId: Id,
  name: z.string(),
  version: Version,
  ...settings,
});
export type EnterpriseSettings = z.infer<typeof EnterpriseSettings>;

/** Each whole; null sets it back. */
export const EnterpriseChanges = z.strictObject(settings).partial();
export type EnterpriseChanges = z.infer<typeof EnterpriseChanges>;

export const UpdateEnterprise = z.strictObject({ version: Version, changes: EnterpriseChanges });
export type UpdateEnterprise = z.infer<typeof UpdateEnterprise>;
export const EnterpriseResult = z.object({ enterprise: EnterpriseSettings, warnings: z.array(z.never()) });
export type EnterpriseResult = z.infer<typeof EnterpriseResult>;
