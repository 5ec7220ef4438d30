import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import type { LedgerStanding } from './contract.ts';

type Counted = { readonly households: number; readonly rows: number };

export type LedgerSummary = {
  readonly counts: { readonly [Standing in LedgerStanding]: Counted };
  readonly wrongRows: number;
  /** What is wrong how often, most first; a message that names rows counts with those like it. */
  readonly faults: readonly { readonly column: string; message: string; rows: number }[];
  readonly notes: number;
  readonly rules: { readonly same: number; readonly differs: number; readonly open: number };
  readonly unknown: readonly { readonly field: string; readonly code: string; rows: number }[];
};

const NONE: Counted = { households: 0, rows: 0 };

/** What the check of a ledger found, in figures. */
export async function summaryOf(tx: ReadTx, takeoverId: string): Promise<LedgerSummary> {
  const standings = await sql<{ standing: LedgerStanding } & Counted>`
    select standing, count(*)::int as households, sum(jsonb_array_length(file_rows))::int as rows
    from takeover_household where takeover_id = ${takeoverId} group by 1`.execute(tx);
  const counts = Object.fromEntries(
    standings.rows.map(({ standing, ...each }) => [standing, each]),
  ) as Partial<Record<LedgerStanding, Counted>>;
  const rules = await sql<{ is: 'same' | 'differs' | 'open'; count: number }>`
    select rules_is as is, count(*)::int as count from takeover_household
    where takeover_id = ${takeoverId} and rules_is <> '' group by 1`.execute(tx);
  const found = await sql<{ notes: number; wrong: number }>`
    select count(*) filter (where notes <> '[]'::jsonb)::int as notes,
      coalesce(sum((select count(distinct f ->> 'row') from jsonb_array_elements(faults) f)), 0)::int as wrong
    from takeover_household where takeover_id = ${takeoverId}`.execute(tx);
  const of = (is: string) => rules.rows.find((each) => each.is === is)?.count ?? 0;
  return {
    counts: { good: NONE, bad: NONE, differs: NONE, same: NONE, entered: NONE, ...counts },
    wrongRows: found.rows[0]?.wrong ?? 0,
    notes: found.rows[0]?.notes ?? 0,
    rules: { same: of('same'), differs: of('differs'), open: of('open') },
    faults: await faultsOf(tx, takeoverId),
    unknown: await unknownOf(tx, takeoverId),
  };
}

async function faultsOf(tx: ReadTx, takeoverId: string): Promise<LedgerSummary['faults']> {
  const found = await sql<{ column: string; message: string; rows: number }>`
    select f ->> 'column' as column,
      regexp_replace(regexp_replace(f ->> 'message', '第 \\d+ 行(、第 \\d+ 行)*', '另一行'), '“[^”]*”', '“…”') as message,
      count(distinct (place, f ->> 'row'))::int as rows
    from takeover_household, jsonb_array_elements(faults) f
    where takeover_id = ${takeoverId} group by 1, 2 order by 3 desc, 1, 2 limit 60`.execute(tx);
  return found.rows;
}

async function unknownOf(tx: ReadTx, takeoverId: string): Promise<LedgerSummary['unknown']> {
  const found = await sql<{ field: string; code: string; rows: number }>`
    select u ->> 'field' as field, u ->> 'code' as code, count(*)::int as rows
    from takeover_household, jsonb_array_elements(unknown) u
    where takeover_id = ${takeoverId} group by 1, 2 order by 3 desc, 1, 2 limit 60`.execute(tx);
  return found.rows;
}
