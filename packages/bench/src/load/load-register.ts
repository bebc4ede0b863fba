import { insertEnterprise } from "@vehicle-contracts/identity";
import { insertRegister } from "@vehicle-contracts/services/bulk";
import postgres from "postgres";
import { enterpriseRegister, registerDays } from "../register/registers.ts";
import { sizeOf } from "../register/size.ts";
import { copyingInto } from "./copying.ts";

/**
 * Fills an empty migrated database with a register of so many contracts, as it stands on the day. Indexes that only
 * speed up are made after the rows. `superuserUrl` leads to that database.
 */
export async function loadRegister(
  superuserUrl: string,
  { contracts, day }: { contracts: number; day: string },
  log: (sentence: string) => void,
): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    const indexes = await sql<{ name: string; definition: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name, pg_get_indexdef(c.oid) as definition
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      order by 1`;
    for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
    const copying = copyingInto(sql);
    const { enterprises } = sizeOf(contracts);
    const days = registerDays(day);
    let loaded = 0;
    let told = 0;
    for (const [number, size] of enterprises.entries()) {
      const { enterpriseId, name, parts } = enterpriseRegister(number, size, days);
      const tx = copying.tx(enterpriseId, `${day}T00:00:00.000Z`);
      await insertEnterprise(tx, name);
      for (const part of parts) {
        await insertRegister(tx, part);
        loaded += part.contracts.length;
        if (loaded - told >= 100_000) {
          log(`${loaded.toLocaleString("en")} contracts.`);
          told = loaded;
        }
      }
    }
    await copying.finish();
    log(`Making ${indexes.length} indexes.`);
    await sql`set maintenance_work_mem = '512MB'`;
    for (const { definition } of indexes) await sql.unsafe(definition);
    await sql`vacuum (analyze)`;
  } finally {
    await sql.end();
  }
}
