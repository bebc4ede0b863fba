import postgres from "postgres";
import { programFaults } from "./program-faults.ts";
import { tenantFaults } from "./tenant-faults.ts";

/**
 * What keeps enterprises apart in the database at the superuser's address and is not as it should be, a sentence each:
 * row-level security, keys, and the rights of the role that the program connects as.
 */
export async function registerFaults(superuserUrl: string, programRole: string): Promise<string[]> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    return [...(await tenantFaults(sql)), ...(await programFaults(sql, programRole))];
  } finally {
    await sql.end();
  }
}
