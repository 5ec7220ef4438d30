import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { BenefitState } from './benefit-state.ts';
import { type ReconfirmationOutcome, reconfirmers } from './reconfirmation.ts';
import { reconfirmationWords, roundEnds, yearBegins } from './round.ts';
import type { TaskFilter, TaskRow } from './register-store.ts';
import type { Demands } from './task.ts';

const COUNTY_DIGITS = 6;
const TOWNSHIP_DIGITS = 9;

/** The declarations of a household, written with its events. */
export async function storeReconfirmations(
  tx: WriteTx,
  { id, area, state }: { readonly id: string; readonly area: string; readonly state: BenefitState },
): Promise<void> {
  const rows = (state.reconfirmations ?? []).map(({ year, outcome, on }) => ({
    ...{ benefit_id: id, year, area, outcome },
    signed_on: on,
  }));
  if (rows.length === 0) return;
  await sql`insert into benefit_reconfirmation
    select * from jsonb_populate_recordset(null::benefit_reconfirmation, ${JSON.stringify(rows)}::jsonb)
    on conflict (benefit_id, year) do nothing`.execute(tx);
}

export type ReconfirmationFilter = {
  readonly area: string;
  readonly today: LocalDate;
  readonly show: 'open' | 'changed' | 'done';
  readonly after?: string | undefined;
  readonly limit: number;
};

export type ReconfirmationRow = {
  readonly benefitId: string;
  readonly number: string;
  readonly scheme: Scheme;
  readonly head: string;
  readonly members: number;
  readonly area: string;
  readonly township: string;
  readonly outcome: ReconfirmationOutcome | null;
  readonly on: string;
};

/** By the columns the register is indexed by. */
function within(area: string) {
  if (area.length === COUNTY_DIGITS) return sql`b.county = ${area}`;
  return area.length === TOWNSHIP_DIGITS
    ? sql`b.township = ${area}`
    : sql`starts_with(b.area, ${area})`;
}

/** Households this year's round concerns, as `isAsked` says it of one; a relative of the family finds it nowhere. */
function asked({ area, today }: Pick<ReconfirmationFilter, 'area' | 'today'>) {
  return sql`
    select b.benefit_id as "benefitId", b.number, b.scheme, b.head, b.members, b.area, b.township,
      r.outcome, coalesce(r.signed_on, '') as "on"
    from benefit_row b
    left join benefit_reconfirmation r
      on r.benefit_id = b.benefit_id and r.year = ${Number(today.slice(0, 4))}
    where b.until_on = '' and b.confirmation in ('not-needed', 'confirmed')
      and ${within(area)}
      and b.valid_until = '' and b.entries -> -1 ->> 'standing' <> 'stopped'
      and b.entries -> 0 ->> 'decidedOn' < ${yearBegins(today)}
      and not (coalesce(current_setting('yimen.person', true), '') = any (b.recused))`;
}

function shown(show: ReconfirmationFilter['show']) {
  if (show === 'open') return sql`outcome is null`;
  return show === 'changed' ? sql`outcome = 'changed'` : sql`outcome is not null`;
}

export async function listReconfirmations(
  tx: ReadTx,
  filter: ReconfirmationFilter,
): Promise<{ rows: readonly ReconfirmationRow[]; next: string | null }> {
  const [number = '', id = ''] = (filter.after ?? '').split('|');
  const found = await sql<ReconfirmationRow>`
    select * from (${asked(filter)}) a where ${shown(filter.show)}
      and (${filter.after ?? ''} = '' or (number, "benefitId") > (${number}, ${id}))
    order by number, "benefitId" limit ${filter.limit + 1}`.execute(tx);
  const rows = found.rows.slice(0, filter.limit);
  const last = found.rows.length > filter.limit ? rows.at(-1) : undefined;
  return { rows, next: last ? `${last.number}|${last.benefitId}` : null };
}

export type RoundCount = {
  readonly township: string;
  readonly asked: number;
  readonly done: number;
  readonly changed: number;
};

/** How far each township is. */
export async function countRound(
  tx: ReadTx,
  filter: Pick<ReconfirmationFilter, 'area' | 'today'>,
): Promise<readonly RoundCount[]> {
  const found = await sql<RoundCount>`
    select township, count(*)::int as asked, count(outcome)::int as done,
      count(*) filter (where outcome = 'changed')::int as changed
    from (${asked(filter)}) a group by township order by township`.execute(tx);
  return found.rows;
}

const MOST_TASKS = 1000;

/** This year's round as tasks: of a township, or of a county that asks for them alone. */
export async function listRoundTasks(
  tx: ReadTx,
  { area, until, kind, role }: TaskFilter,
  demands: Demands,
): Promise<readonly TaskRow[]> {
  const dueOn = roundEnds(demands);
  const isOthers = kind ? kind !== 'reconfirm' : area.length < TOWNSHIP_DIGITS;
  if (!dueOn || dueOn > until || isOthers) return [];
  if (role && !reconfirmers.some((each) => each === role)) return [];
  const { today } = demands;
  const { rows } = await listReconfirmations(tx, { area, today, show: 'open', limit: MOST_TASKS });
  return rows.map(({ outcome: _, on: _on, members: _members, ...row }) => ({
    ...row,
    ...{ kind: 'reconfirm', dueOn, what: reconfirmationWords(today) },
  }));
}
