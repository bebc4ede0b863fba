import type { EnterpriseSettings } from "@vehicle-contracts/contract-model";
import { enterprise, prepared, type TenantTx } from "@vehicle-contracts/database";
import { eq, sql } from "drizzle-orm";

const own = prepared("own_enterprise", (db) =>
  db
    .select()
    .from(enterprise)
    .where(eq(enterprise.enterpriseId, sql.placeholder("enterpriseId"))),
);

/** The enterprise of the transaction, with what is set for all of it. */
export async function ownEnterprise(tx: TenantTx): Promise<EnterpriseSettings> {
  const [row] = await own(tx);
  if (!row) throw new Error("The actor's enterprise is not in the register.");
  return {
    enterpriseId: row.enterpriseId,
    name: row.name,
    version: row.version,
    orderOfChoice: row.orderOfChoice,
    defaultRefundRuleSet: row.defaultRuleSet,
  };
}
