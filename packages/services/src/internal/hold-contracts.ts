import { contract, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, type SQL, sql } from "drizzle-orm";

type Held = { contractId: string; contractNumber: string | null };

/**
 * A statement that holds contracts to the end of the transaction and answers them. Whoever writes several takes them so
 * first, in the order of their ids: two who do never wait for each other in a ring.
 */
export const holdContracts = (
  name: string,
  which: SQL | undefined,
): ((tx: TenantTx, values: Record<string, unknown>) => Promise<Held[]>) =>
  prepared(name, (db) =>
    db
      .select({ contractId: contract.contractId, contractNumber: contract.contractNumber })
      .from(contract)
      .where(and(eq(contract.enterpriseId, sql.placeholder("enterpriseId")), which))
      .orderBy(contract.contractId)
      .for("no key update"),
  );
