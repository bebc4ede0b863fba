import type { TenantTx } from "@vehicle-contracts/database";
import { sql } from "drizzle-orm";

/**
 * Lets only one transaction at a time look whether unique values are free and take them: whoever looks after this sees
 * what the one before took. Held to the end of the transaction; taken in one order, so that two never wait for each other.
 */
export async function claim(tx: TenantTx, ...values: readonly (readonly string[])[]): Promise<void> {
  const names = values.map((value) => [tx.enterpriseId, ...value].join("\n")).sort();
  for (const name of names) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
