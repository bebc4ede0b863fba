import type { EnterpriseSettings } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { ownEnterprise } from "../internal/enterprise-row.ts";

/** What is set for the whole enterprise; takes an administrator. Throws FORBIDDEN. */
export async function getEnterprise(tx: TenantTx, actor: Actor): Promise<EnterpriseSettings> {
  requireRole(actor, "administrator");
  return tx.last(ownEnterprise(tx));
}
