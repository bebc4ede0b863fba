import type postgres from "postgres";
import { grants } from "../migrate/grants.ts";

/**
 * What the program's role may do in this database that it should not, and the other way round, a sentence each: it has
 * the rights of `grants` on each table and no others, owns nothing, and is not above row-level security.
 */
export async function programFaults(sql: postgres.ISql, role: string): Promise<string[]> {
  const wanted = Object.entries(grants).flatMap(([schema, tables]) =>
    Object.entries(tables).flatMap(([table, rights]) =>
      rights.split(", ").map((right) => `${right} on ${schema}.${table}`),
    ),
  );
  const rows = await sql<{ fault: string }[]>`
    with granted as (
      select a.privilege_type || ' on ' || n.nspname || '.' || c.relname as "right", a.grantee
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
      where n.nspname = any(${Object.keys(grants)}) and c.relkind in ('r', 'p', 'v', 'm')
        and a.grantee in (0, (select oid from pg_roles where rolname = ${role}))
    ), wanted as (select unnest(${wanted}::text[]) as "right")
    select format('there is no role %s', ${role}::text) as fault
    where not exists (select from pg_roles where rolname = ${role})
    union all
    select format('the role %s may do more than the program should', rolname)
    from pg_roles r where rolname = ${role} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
      or exists (select from pg_auth_members where member = r.oid)
      or exists (select from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = r.oid and deptype = 'o'))
    union all
    select format('%s may %s', case g.grantee when 0 then 'everybody' else 'the program' end, g."right")
    from granted g where g.grantee = 0 or not exists (select from wanted w where w."right" = g."right")
    union all
    select format('the program may not %s', w."right")
    from wanted w where not exists (select from granted g where g."right" = w."right" and g.grantee <> 0)
    order by 1`;
  return rows.map(({ fault }) => fault);
}
