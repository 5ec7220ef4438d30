import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { type CodeField, type CodeRow, COMMON_WORDS } from './code-table.ts';
import type { Mapping } from './ledger-column.ts';

/** What this county settled for files with these headings. */
export async function findLayout(
  tx: ReadTx,
  { area, layout }: { readonly area: string; readonly layout: string },
): Promise<{ readonly mapping: Mapping; readonly system: string } | undefined> {
  const found = await sql<{ mapping: Mapping; system: string }>`
    select mapping, system from takeover_layout where area = ${area} and layout = ${layout}`.execute(
    tx,
  );
  return found.rows[0];
}

export async function rememberLayout(
  tx: WriteTx,
  remembered: {
    readonly area: string;
    readonly layout: string;
    readonly mapping: Mapping;
    readonly system: string;
    readonly person: string;
    readonly on: LocalDate;
  },
): Promise<void> {
  const { area, layout, mapping, system, person, on } = remembered;
  await sql`
    insert into takeover_layout (area, layout, mapping, system, person, settled_on)
    values (${area}, ${layout}, ${JSON.stringify(mapping)}::jsonb, ${system}, ${person}, ${on})
    on conflict (area, layout) do update
      set mapping = excluded.mapping, system = excluded.system, person = excluded.person,
        settled_on = excluded.settled_on`.execute(tx);
}

// A county's own rows and those that came with the program, which have no area.
const ownAndShipped = (area: string) => sql`
  (select area, system, field, code, value, from_on as from, '本县对照' as source
    from takeover_code where area = ${area}
  union all
  select '', system, field, code, value, from_on, source from shipped_code) c`;

/** The shipped rows and the county's own of one system. */
export async function listCodes(
  tx: ReadTx,
  { area, system }: { readonly area: string; readonly system: string },
): Promise<readonly CodeRow[]> {
  const found = await sql<CodeRow>`
    select area, system, field, code, value, c.from from ${ownAndShipped(area)}
    where system in (${system}, ${COMMON_WORDS})`.execute(tx);
  return found.rows;
}

/** Every row the county may use, by system and column, with where it comes from. */
export async function listAllCodes(
  tx: ReadTx,
  area: string,
): Promise<readonly (CodeRow & { readonly source: string })[]> {
  const found = await sql<CodeRow & { source: string }>`
    select area, system, field, code, value, c.from, source from ${ownAndShipped(area)}
    order by system, field, code, c.from, area`.execute(tx);
  return found.rows;
}

export async function listSystems(tx: ReadTx, area: string): Promise<readonly string[]> {
  const found = await sql<{ system: string }>`
    select system from ${ownAndShipped(area)}
    union select system from takeover_layout where area = ${area} order by 1`.execute(tx);
  return found.rows.map(({ system }) => system);
}

/** One more row of a code table. The same row again changes nothing. */
export async function insertCode(
  tx: WriteTx,
  row: CodeRow & { readonly person: string },
): Promise<void> {
  const { area, system, field, code, value, from, person } = row;
  const own: CodeField = field;
  await sql`
    insert into takeover_code (area, system, field, code, value, from_on, person)
    values (${area}, ${system}, ${own}, ${code}, ${value}, ${from}, ${person})
    on conflict do nothing`.execute(tx);
}
