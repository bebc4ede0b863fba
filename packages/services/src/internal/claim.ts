import { prepared, type TenantTx } from "@vehicle-contracts/database";
import { sql } from "drizzle-orm";
import { arrayText } from "./array-text.ts";

const takeLocks = prepared("claim", (db) =>
  db
    .select({ taken: sql`pg_advisory_xact_lock(hashtextextended(n.name, 0))` })
    .from(
      sql`(select name from unnest(${sql.placeholder("names")}::text[]) with ordinality t(name, ordinal) order by ordinal offset 0) n`,
    ),
);

/**
 * Lets only one transaction at a time look whether unique values are free and take them: whoever looks after this sees
 * what the one before took. Held to the end of the transaction; taken in one order, so that two never wait for each other.
 */
export async function claim(tx: TenantTx, ...values: readonly (readonly string[])[]): Promise<void> {
  const names = values.map((value) => [tx.enterpriseId, ...value].join("\n")).sort();
  if (names.length > 0) await takeLocks(tx, { names: arrayText(names) });
}
