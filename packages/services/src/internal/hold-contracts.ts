import { contract, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, type SQL } from "drizzle-orm";

/**
 * Holds the contracts to the end of the transaction and answers them. Whoever writes several takes them here first, so in
 * the order of their ids: two who do never wait for each other in a ring.
 */
export const holdContracts = (
  tx: TenantTx,
  which: SQL | undefined,
): Promise<{ contractId: string; contractNumber: string | null }[]> =>
  tx
    .select({ contractId: contract.contractId, contractNumber: contract.contractNumber })
    .from(contract)
    .where(and(eq(contract.enterpriseId, tx.enterpriseId), which))
    .orderBy(contract.contractId)
    .for("no key update");
