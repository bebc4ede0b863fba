import type postgres from "postgres";

const policy = "(enterprise_id = (NULLIF(current_setting('app.enterprise_id'::text, true), ''::text))::uuid)";

/**
 * What PostgreSQL's catalog says against the rules of tenancy, a sentence each: every table of schema `public` is a
 * tenant's, begins every key and index with enterprise_id, and lets only the tenant's own rows be seen and written.
 */
export async function tenantFaults(sql: postgres.ISql): Promise<string[]> {
  const rows = await sql<{ fault: string }[]>`
    with tenant_table as (
      select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, e.attnum as enterprise_id
      from pg_class c
      left join pg_attribute e on e.attrelid = c.oid and e.attname = 'enterprise_id' and e.attnotnull
        and e.atttypid = 'uuid'::regtype and not e.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    )
    select format('table %s has no column enterprise_id of type uuid that is never null', name) as fault
    from tenant_table where enterprise_id is null
    union all
    select format('table %s has no primary key', name)
    from tenant_table t where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')
    union all
    select format('%s %s of table %s does not begin with enterprise_id',
      case k.contype when 'p' then 'primary key' when 'u' then 'unique constraint' when 'f' then 'foreign key'
        else 'exclusion constraint' end, k.conname, t.name)
    from tenant_table t join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'f', 'x')
    where k.conkey[1] is distinct from t.enterprise_id
    union all
    select format('foreign key %s of table %s does not lead to the same enterprise_id of a tenant table', k.conname, t.name)
    from tenant_table t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
    left join tenant_table referred on referred.oid = k.confrelid
    where k.confkey[1] is distinct from referred.enterprise_id or referred.enterprise_id is null
    union all
    select format('index %s of table %s does not begin with enterprise_id', i.indexrelid::regclass, t.name)
    from tenant_table t join pg_index i on i.indrelid = t.oid
    where i.indkey[0] is distinct from t.enterprise_id
    union all
    select format('table %s takes values from a sequence in column %s', t.name, a.attname)
    from tenant_table t join pg_attribute a on a.attrelid = t.oid and not a.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    where a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval(%'
    union all
    select format('row-level security of table %s is not enabled', name) from tenant_table where not relrowsecurity
    union all
    select format('row-level security of table %s is not forced on its owner', name)
    from tenant_table where not relforcerowsecurity
    union all
    select format('table %s has no policy of its tenant', name)
    from tenant_table t where not exists (
      select from pg_policy p
      where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
        and pg_get_expr(p.polqual, p.polrelid) = ${policy} and pg_get_expr(p.polwithcheck, p.polrelid) = ${policy})
    union all
    select format('policy %s of table %s lets in more than the tenant', p.polname, t.name)
    from tenant_table t join pg_policy p on p.polrelid = t.oid and p.polpermissive
    where pg_get_expr(p.polqual, p.polrelid) is distinct from ${policy}
      or pg_get_expr(p.polwithcheck, p.polrelid) is distinct from ${policy}
    union all
    select format('view %s reads with the rights of its owner', c.relname)
    from pg_class c
    where c.relnamespace = 'public'::regnamespace
      and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}')
    union all
    select format('function %s runs with the rights of its owner', p.proname)
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
    order by 1`;
  return rows.map(({ fault }) => fault);
}
