import { sql } from 'kysely';
import { fen } from '../../kernel/fen.ts';
import { addMonths, type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import { unlistedRaises } from '../policy/raise-store.ts';
import { subsidiesOf } from '../policy/subsidy-store.ts';
import type { InRegister, Known, Trend } from './forecast.ts';
import { residenceAt } from './pot.ts';

/** Everybody of a county who gets something by the month now or later. */
export async function listRegister(tx: ReadTx, area: string): Promise<readonly InRegister[]> {
  const found = await sql<Omit<InRegister, 'residence'> & { village: string }>`
    select scheme, area as village, members, entries from benefit_row
    where county = ${area} and until_on = '' and confirmation <> 'rejected' and scheme in ('dibao', 'tekun')`.execute(
    tx,
  );
  return found.rows.map(({ village, ...each }) => ({ ...each, residence: residenceAt(village) }));
}

/** 价格补贴 that is approved, whatever month it is for. */
export async function approvedSubsidies(tx: ReadTx, area: string): Promise<Known['subsidies']> {
  const schemes = ['dibao', 'tekun'] as const;
  const found = await Promise.all(schemes.map((scheme) => subsidiesOf(tx, { area, scheme })));
  return found.flatMap((own, at) =>
    own.map((each) => ({ ...each, scheme: schemes[at] ?? 'dibao' })),
  );
}

/** Months behind that are looked at for the trend. */
const LOOKED_AT = 6;

/**
 * Who entered and left in the last whole months and what they got, 临时救助 decided in them, and what is held of the
 * newest rolls. Households taken over from an old ledger did not enter: they were there before.
 */
export async function trendOf(tx: ReadTx, area: string, today: LocalDate): Promise<Trend> {
  const until = `${monthOf(today)}-01` as LocalDate;
  const since = addMonths(until, -LOOKED_AT);
  const [from, to] = [monthOf(since), monthOf(until)] as [Month, Month];
  const found = await sql<Record<'entered' | 'enteredSum' | 'left' | 'leftSum', number>>`
    select count(*) filter (where entered)::int as entered,
      coalesce(sum(amount) filter (where entered), 0)::float8 as "enteredSum",
      count(*) filter (where gone)::int as left, coalesce(sum(was) filter (where gone), 0)::float8 as "leftSum"
    from (
      select r.state -> 'enrolment' -> 'origin' ->> 'kind' = 'case' and e.first >= ${from} and e.first < ${to} as entered,
        e.last_amount = 0 and e.last >= ${from} and e.last < ${to} as gone, e.first_amount as amount, e.most as was
      from benefit_row b join ${recordAt(sql`'benefit:' || b.benefit_id`)} r on true
      cross join lateral (select min(value ->> 'from') as first, max(value ->> 'from') as last,
          (array_agg((value ->> 'amount')::bigint order by ord))[1] as first_amount,
          (array_agg((value ->> 'amount')::bigint order by ord desc))[1] as last_amount,
          max((value ->> 'amount')::bigint) as most
        from jsonb_array_elements(b.entries) with ordinality each(value, ord)) e
      where b.county = ${area} and b.until_on = '' and b.confirmation <> 'rejected') moved`.execute(
    tx,
  );
  const temporary = await sql<{ sum: number }>`
    select coalesce(sum((r.state -> 'confirmation' -> 'decision' ->> 'monthlyAmount')::bigint), 0)::float8 as sum
    from decision_row d join case_row c on c.case_id = d.case_id join ${recordAt(sql`'case:' || d.case_id`)} r on true
    where d.area >= ${area} and d.area < ${`${area}~`} and c.scheme = 'temporary' and d.outcome = 'grant'
      and d.decided_on >= ${since} and d.decided_on < ${until}`.execute(tx);
  const held = await sql<{ sum: number }>`
    select coalesce(sum(l.amount), 0)::float8 as sum
    from (select distinct on (scheme) roll_id from roll_run
      where area = ${area} and phase not in ('sent-back', 'cancelled') order by scheme, month desc, no desc) n
    join roll_line l on l.roll_id = n.roll_id where l.held <> '' and not l.void`.execute(tx);
  const row = found.rows[0];
  if (!row) throw new Error('nothing counted');
  return {
    months: LOOKED_AT,
    entered: { households: row.entered, monthly: fen(row.enteredSum) },
    left: { households: row.left, monthly: fen(row.leftSum) },
    temporary: fen(temporary.rows[0]?.sum ?? 0),
    arrears: fen((held.rows[0]?.sum ?? 0) + (await unlistedRaises(tx, area))),
  };
}
