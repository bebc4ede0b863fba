import postgres from "postgres";

export type ForeignChanges = {
  /** Each row of one enterprise that was changed in a transaction of another, and is stored so. */
  found(): Promise<{ table: string; of: string; by: string }[]>;
  close(): Promise<void>;
};

/**
 * From now on the database itself keeps record of every row that is added, changed or removed in the transaction of
 * another enterprise than its own: by triggers on all tenant tables, and on those of sign-in, whose rows are of whom their organisation or user is.
 * `superuserUrl` is of a test's own database.
 */
export async function watchForeignChanges(superuserUrl: string): Promise<ForeignChanges> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`
    drop schema if exists watch cascade;
    create schema watch;
    create table watch.foreign_change ("table" text not null, "of" text not null, "by" text not null);
    create function watch.enterprises_of("table" text, "row" jsonb) returns setof text language sql as $$
      select coalesce("row" ->> 'enterprise_id', "row" ->> 'organization_id')
      where "row" ? 'enterprise_id' or "row" ? 'organization_id'
      union all
      select m.organization_id from auth.member m
      where m.user_id = case "table" when 'user' then "row" ->> 'id' else "row" ->> 'user_id' end
        and not ("row" ? 'enterprise_id' or "row" ? 'organization_id')
    $$;
    create function watch.notice() returns trigger language plpgsql security definer as $$
    begin
      insert into watch.foreign_change
        select tg_table_name, e, coalesce(asker.enterprise, 'nobody')
        from (select current_setting('app.enterprise_id', true) as enterprise) asker,
          lateral (
            select watch.enterprises_of(tg_table_name::text, to_jsonb(old)) as e where tg_op <> 'INSERT'
            union select watch.enterprises_of(tg_table_name::text, to_jsonb(new)) where tg_op <> 'DELETE') changed
        where e is distinct from asker.enterprise;
      return null;
    end $$;
    do $$
    declare t regclass;
    begin
      for t in
        select oid from pg_class where relkind in ('r', 'p') and relnamespace in ('public'::regnamespace, 'auth'::regnamespace)
      loop
        execute format('create trigger watch after insert or update or delete on %s for each row execute function watch.notice()', t);
      end loop;
    end $$`);
  return {
    found: async () => [
      ...(await sql<{ table: string; of: string; by: string }[]>`
        select "table", "of", "by" from watch.foreign_change`),
    ],
    close: () => sql.end(),
  };
}
