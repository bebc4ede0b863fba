import { sql } from "drizzle-orm";
import { organization } from "../auth-tables.ts";
import type { Database } from "../unit-of-work/index.ts";

/**
 * What of a register belongs in no log: VINs, plates, names, e-mail addresses, telephone numbers of every enterprise, and
 * the tokens of sessions; each once.
 */
export async function personalValuesIn(database: Database): Promise<string[]> {
  const enterprises = await database.signIn.select({ id: organization.id }).from(organization);
  const found = await Promise.all(
    enterprises.map(({ id }) =>
      database.read(id, (tx) =>
        tx.execute<{ value: string }>(sql`
          select vin as value from vehicle where enterprise_id = ${id}
          union select license_plate from vehicle where enterprise_id = ${id}
          union select unnest(array[name, email, phone]) from party where enterprise_id = ${id}`),
      ),
    ),
  );
  const signIn = await database.signIn.execute<{ value: string }>(sql`
    select name as value from auth."user" union select email from auth."user" union select token from auth.session`);
  const values = [...found.flat(), ...signIn].map(({ value }) => value).filter(Boolean);
  return [...new Set(values)];
}
