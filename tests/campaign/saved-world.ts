import pg from 'pg';

/** A database as it stood when it was saved, brought back after each schedule. */
export type SavedWorld = {
  readonly rewind: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Sessions go on through schedules, as the clock does. */
const KEPT = ['session', 'migration'];

/** Keeps a copy of every table and notes which are touched and in what order, so that only those are brought back. */
export async function saveWorld(ownerUrl: string): Promise<SavedWorld> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const found = await owner.query<{ name: string; columns: string }>(`
    select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1 order by 1`);
  const tables = new Map(
    found.rows.filter(({ name }) => !KEPT.includes(name)).map((each) => [each.name, each.columns]),
  );
  await owner.query(`
    drop schema if exists saved cascade;
    create schema saved;
    create unlogged table saved.touched (nth bigint generated always as identity, name text not null);
    create function saved.touch() returns trigger language plpgsql security definer as
      $$ begin insert into saved.touched (name) values (tg_table_name); return null; end $$;
    ${[...tables.keys()]
      .map(
        (name) => `create table saved."${name}" as table public."${name}";
          create trigger zz_touched after insert or update or delete on public."${name}"
            for each statement execute function saved.touch();`,
      )
      .join('\n')}
    grant usage on schema saved to public;
    grant select on saved.touched to public;`);
  return {
    rewind: () => rewind(owner, tables),
    close: async () => {
      await owner.query('drop schema saved cascade');
      await owner.end();
    },
  };
}

async function rewind(owner: pg.Client, tables: ReadonlyMap<string, string>): Promise<void> {
  const touched = await owner.query<{ name: string }>('select distinct name from saved.touched');
  const statements = touched.rows.map(({ name }) => {
    const columns = tables.get(name) ?? '';
    return `delete from public."${name}";
      insert into public."${name}" (${columns}) overriding system value
        select ${columns} from saved."${name}";`;
  });
  // As a copy is brought in: no trigger and no foreign key looks at it again.
  await owner.query(`begin; set local session_replication_role = replica;
    ${statements.join('\n')} truncate saved.touched; commit;`);
}
