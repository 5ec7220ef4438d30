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

/** The shipped rows and the county's own of one system. */
export async function listCodes(
  tx: ReadTx,
  { area, system }: { readonly area: string; readonly system: string },
): Promise<readonly CodeRow[]> {
  const found = await sql<CodeRow>`
    select area, system, field, code, value, from_on as from from takeover_code
    where area in ('', ${area}) and system in (${system}, ${COMMON_WORDS})`.execute(tx);
  return found.rows;
}

/** Every row the county may use, by system and column, with where it comes from. */
export async function listAllCodes(
  tx: ReadTx,
  area: string,
): Promise<readonly (CodeRow & { readonly source: string })[]> {
  const found = await sql<CodeRow & { source: string }>`
    select area, system, field, code, value, from_on as from, source from takeover_code
    where area in ('', ${area}) order by system, field, code, from_on, area`.execute(tx);
  return found.rows;
}

export async function listSystems(tx: ReadTx, area: string): Promise<readonly string[]> {
  const found = await sql<{ system: string }>`
    select distinct system from takeover_code where area in ('', ${area})
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
    insert into takeover_code (area, system, field, code, value, from_on, source, person)
    values (${area}, ${system}, ${own}, ${code}, ${value}, ${from}, '本县对照', ${person})
    on conflict do nothing`.execute(tx);
}
