import { sql } from 'kysely';
import type { Month } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { UseRow } from './fund-use.ts';

export type FundFigures = {
  readonly lines: number;
  readonly paid: number;
  readonly returned: number;
  readonly onTime: number;
  readonly corrected: number;
  readonly amount: number;
  readonly households: number;
  /** Days from the decision to the credit of first payments, taken together, and how many they are. */
  readonly creditDays: number;
  readonly credits: number;
};

type Of = {
  readonly area: string;
  readonly from: Month;
  readonly to: Month;
  readonly payDay: number;
};

/**
 * How payment went in a span of months, counted line by line: paid by the pay day of the roll's month, come back, asked
 * back later as wrong; days from a decision to the first credit that rests on it.
 */
export async function fundFigures(tx: ReadTx, of: Of): Promise<FundFigures> {
  const { area, from, to } = of;
  const payDay = String(of.payDay).padStart(2, '0');
  const found = await sql<Omit<FundFigures, 'creditDays' | 'credits'>>`
    with line as (
      select l.line_id, l.grant_id, l.basis, l.amount, l.kind, r.month, o.outcome, o.on_day
      from roll_line l join roll_run r on r.roll_id = l.roll_id join line_outcome o on o.line_id = l.line_id
      where r.area = ${area} and r.month >= ${from} and r.month <= ${to})
    select count(*)::int as lines,
      count(*) filter (where outcome = 'paid')::int as paid,
      count(*) filter (where outcome = 'returned')::int as returned,
      count(*) filter (where outcome = 'paid' and on_day <= month || '-' || ${payDay}::text)::int as "onTime",
      (select count(distinct v.line_id)::int from recovery_line v join line p on p.line_id = v.line_id
        where not v.void) as corrected,
      coalesce(sum(amount) filter (where outcome = 'paid'), 0)::float8 as amount,
      count(distinct grant_id) filter (where outcome = 'paid')::int as households
    from line`.execute(tx);
  const row = found.rows[0];
  if (!row) throw new Error('nothing counted');
  return { ...row, ...(await creditsOf(tx, of)) };
}

/** From each decision of these months to the first credit for it: days, and how many there are. */
async function creditsOf(
  tx: ReadTx,
  { area, from, to }: Of,
): Promise<Pick<FundFigures, 'creditDays' | 'credits'>> {
  const found = await sql<Pick<FundFigures, 'creditDays' | 'credits'>>`
    select coalesce(sum(on_day::date - decided_on::date), 0)::int as "creditDays", count(*)::int as credits from (
      select d.decided_on, min(o.on_day) as on_day
      from decision_row d join roll_line l on l.grant_id = d.case_id or l.basis = d.number
        join line_outcome o on o.line_id = l.line_id and o.outcome = 'paid'
      where d.area >= ${area} and d.area < ${`${area}~`} and d.outcome = 'grant'
        and d.decided_on >= ${`${from}-01`} and d.decided_on <= ${`${to}-31`}
      group by d.case_id, d.decided_on) first`.execute(tx);
  return found.rows[0] ?? { creditDays: 0, credits: 0 };
}

/**
 * Households paid through the bank or out of a township's till and how much, by township and scheme; a household paid
 * by two schemes counts with each.
 */
export async function useRows(
  tx: ReadTx,
  { area, from, to }: Omit<Of, 'payDay'>,
): Promise<readonly UseRow[]> {
  const found = await sql<UseRow>`
    select substr(village, 1, 9) as township, scheme, count(distinct grant_id)::int as households,
      sum(amount)::float8 as amount
    from (
      select l.area as village, r.scheme, l.grant_id, l.amount
      from roll_line l join roll_run r on r.roll_id = l.roll_id join line_outcome o on o.line_id = l.line_id
      where r.area = ${area} and r.month >= ${from} and r.month <= ${to} and o.outcome = 'paid'
      union all
      select area, 'temporary', case_id, amount from reserve_use
      where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
        and on_day >= ${`${from}-01`} and on_day <= ${`${to}-31`}) used
    group by 1, 2 order by 2, 1`.execute(tx);
  return found.rows;
}
