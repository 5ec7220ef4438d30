import { sql } from 'kysely';
import type { Month } from '../../kernel/local-date.ts';
import { formatYuan, type Fen } from '../../kernel/fen.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { type Entitlement, entitlementIn } from '../review/index.ts';
import { type ChangeKind, changeOf } from './roll-change.ts';
import type { RollRun } from './store.ts';

type Row = {
  readonly grantId: string;
  readonly number: string;
  readonly payee: string;
  readonly area: string;
  readonly wasMonthly: number | null;
  readonly wasAll: number;
  readonly monthly: number | null;
  readonly arrears: number;
  readonly other: number;
  /** As far as it is 价格补贴; part of `other`. */
  readonly subsidy: number;
  readonly all: number;
  readonly held: string;
  readonly basis: string;
  readonly entries: readonly Entitlement[] | null;
};

export type RollChange = {
  readonly grantId: string;
  readonly number: string;
  readonly payee: string;
  readonly area: string;
  readonly kind: ChangeKind;
  readonly before: number;
  readonly now: number;
  readonly why: string;
};

/** The month before this one that was paid of the same scheme; '' when there is none. */
export async function monthBefore(tx: ReadTx, run: RollRun): Promise<Month | ''> {
  const found = await sql<{ month: Month | null }>`
    select max(month) as month from roll_run
    where area = ${run.area} and scheme = ${run.scheme} and month < ${run.month}
      and phase in ('released', 'closed')`.execute(tx);
  return found.rows[0]?.month ?? '';
}

/** Every recipient of this roll or of the month before, with what changed and why. */
export async function changesOf(
  tx: ReadTx,
  run: RollRun,
  before: Month | '',
): Promise<readonly RollChange[]> {
  const found = await sql<Row>`
    with sums as (
      select l.grant_id, r.month = ${run.month} as is_now, min(l.number) as number, min(l.payee) as payee,
        min(l.area) as area, sum(l.amount) filter (where l.kind = 'monthly' and l.held = '') as monthly,
        coalesce(sum(l.amount) filter (where l.kind = 'arrears' and l.held = ''), 0) as arrears,
        coalesce(sum(l.amount) filter (where l.kind not in ('monthly', 'arrears') and l.held = ''), 0) as other,
        coalesce(sum(l.amount) filter (where l.held = ''), 0) as everything, max(l.held) as held,
        coalesce(max(l.basis) filter (where l.kind in ('monthly', 'arrears') and l.held = ''),
          max(l.basis) filter (where l.held = '')) as basis,
        coalesce(sum(l.amount) filter (where l.kind = 'subsidy' and l.held = ''), 0) as subsidy
      from roll_line l join roll_run r on r.roll_id = l.roll_id
      where r.area = ${run.area} and r.scheme = ${run.scheme} and not l.void
        and (r.roll_id = ${run.rollId} or r.month = ${before} and r.phase in ('released', 'closed') and l.held = '')
      group by 1, 2)
    select coalesce(n.grant_id, w.grant_id) as "grantId", coalesce(n.number, w.number) as number,
      coalesce(n.payee, w.payee) as payee, coalesce(n.area, w.area) as area,
      w.monthly::float8 as "wasMonthly", coalesce(w.everything, 0)::float8 as "wasAll", n.monthly::float8 as monthly,
      coalesce(n.arrears, 0)::float8 as arrears, coalesce(n.other, 0)::float8 as other,
      coalesce(n.subsidy, 0)::float8 as subsidy, coalesce(n.everything, 0)::float8 as all, coalesce(n.held, '') as held, coalesce(n.basis, '') as basis, b.entries
    from (select * from sums where is_now) n full join (select * from sums where not is_now) w using (grant_id)
    left join benefit_row b on b.benefit_id = coalesce(n.grant_id, w.grant_id) and b.until_on = ''
    order by 4, 2, 1`.execute(tx);
  return found.rows.map((row) => changed(row, run));
}

function changed(row: Row, run: RollRun): RollChange {
  const { grantId, number, payee, area, wasMonthly, monthly, arrears, other, held } = row;
  const kind = changeOf(
    wasMonthly === null ? null : { monthly: wasMonthly },
    { monthly: monthly ?? 0, arrears, other },
    held !== '',
  );
  const why = whyOf(kind, row, run);
  return { grantId, number, payee, area, kind, before: row.wasAll, now: row.all, why };
}

const yuan = (amount: number) => `${formatYuan(amount as Fen)} 元`;

function whyOf(kind: ChangeKind, row: Row, { month }: RollRun): string {
  const besides = [
    row.arrears > 0 ? `，另补发 ${yuan(row.arrears)}` : '',
    row.subsidy > 0 ? `，另发价格补贴 ${yuan(row.subsidy)}` : '',
  ].join('');
  if (kind === 'stopped') {
    const entry = row.entries && entitlementIn(row.entries, month);
    return entry ? `依据 ${entry.decision}` : '名册里已没有这一户';
  }
  if (kind === 'changed') {
    return `每月 ${yuan(row.wasMonthly ?? 0)}改为 ${yuan(row.monthly ?? 0)}，依据 ${row.basis}${besides}`;
  }
  if (kind === 'arrears') {
    const also = row.subsidy > 0 ? `，另发价格补贴 ${yuan(row.subsidy)}` : '';
    return `补发以前月份 ${yuan(row.arrears)}，依据 ${row.basis}${also}`;
  }
  return row.basis === '' ? '' : `依据 ${row.basis}${besides}`;
}
