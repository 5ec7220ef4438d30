import { type RawBuilder, sql } from 'kysely';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { openIn } from '../verification/store.ts';
import { type Counted, type Waiting, waitingCodes } from './waiting.ts';

export type Asked = {
  /** The county. */
  readonly area: string;
  readonly today: LocalDate;
  /** Decisions of before this day should have been filed (DL-17). */
  readonly filedSince: LocalDate;
};

/** How long before its end an instrument is told of: a new one takes the county government about so long. */
const EXPIRING_DAYS = 60;

const notOwn = (recused: string) =>
  sql`not (coalesce(current_setting('yimen.person', true), '') = any (${sql.ref(recused)}))`;
const below = (column: string, area: string) =>
  sql`${sql.ref(column)} collate "C" >= ${area} and ${sql.ref(column)} collate "C" < ${`${area}~`}`;

type Rows = (asked: Asked) => RawBuilder<unknown>;

/** One statement per kind, each over an index: what, where, due when ('' without a day), where it is opened. */
const rowsOf: { readonly [Code in Waiting]: Rows } = {
  overdue: ({ area, today }) => sql`
    select applicant || ' ' || act as what, township, due_on as due, '/cases/' || case_id as path
    from case_row where county = ${area} and status = 'open' and due_on <> '' and due_on < ${today}
      and ${notOwn('recused')}`,
  verification: ({ area }) => sql`
    select applicant || ' ' || case_number as what, township, finish_by as due,
      '/cases/' || case_id as path
    from verification_request v where ${openIn(area)}`,
  county: ({ area, today }) => sql`
    select applicant || ' ' || act as what, township, due_on as due, '/cases/' || case_id as path
    from case_row where county = ${area} and cardinality(roles) > 0
      and roles && array['aid-officer', 'inspector', 'county-leader'] and ${notOwn('recused')}
      and not (status = 'open' and due_on <> '' and due_on < ${today})`,
  handover: ({ area }) => sql`
    select c.applicant || ' ' || h.because as what, c.township, h.handed_on as due,
      '/cases/' || h.case_id as path
    from handover_row h join case_row c using (case_id)
    where ${below('h.area', area)} and ${notOwn('c.recused')}`,
  instrument: ({ area, today }) => sql`
    select number || case when status = 'draft' then ' 待复核' else ' 将到期' end as what, township,
      case when status = 'draft' then '' else to_on end as due, '/instruments/' || instrument_id as path
    from instrument_row where ${below('area', area)} and (status = 'draft'
      or (status = 'in-force' and to_on <> '' and to_on >= ${today}
        and to_on < ${addDays(today, EXPIRING_DAYS)}))`,
  unfiled: ({ area, filedSince }) => sql`
    select d.number as what, substr(d.area, 1, 9) as township, d.decided_on as due,
      '/cases/' || d.case_id as path
    from unfiled_decision d join case_row c using (case_id)
    where ${below('d.area', area)} and d.decided_on < ${filedSince} and ${notOwn('c.recused')}`,
  filing: ({ area }) => sql`
    select number || ' 共 ' || decisions || ' 件' as what, substr(area, 1, 9) as township,
      sent_on as due, '/filings/' || filing_id as path
    from filing_row where ${below('area', area)} and received_on = ''`,
  finding: ({ area }) => sql`
    select head || ' ' || sentence as what, substr(area, 1, 9) as township, due_on as due,
      '/benefits/' || benefit_id as path
    from match_finding where county = ${area} and outcome = 'open'
      and role in ('aid-officer', 'inspector') and ${notOwn('recused')}`,
  anomaly: ({ area }) => sql`
    select month || ' 还有 ' || open || ' 条没有处置' as what, '' as township, '' as due,
      '/dispatches/' || dispatch_id as path
    from dispatch_row where ${below('area', area)} and open > 0 and closed_on = ''`,
  table: ({ area }) => sql`
    select month || ' 月报待审核' as what, area as township, '' as due,
      '/monthly-tables/' || table_id as path
    from monthly_table_row where ${below('area', area)} and standing = 'reported'`,
  roll: ({ area }) => sql`
    select month || ' 第 ' || no || ' 册' as what, '' as township, '' as due,
      '/funds/' || roll_id as path
    from roll_run where ${below('area', area)} and phase not in ('closed', 'sent-back', 'cancelled')`,
  request: ({ area }) => sql`
    select month || ' 用款申请，资金已复核' as what, '' as township, '' as due, '/fund-requests' as path
    from fund_request where ${below('area', area)} and status = 'reviewed'`,
  account: ({ area }) => sql`
    select number || ' 账户更正待核对' as what, substr(area, 1, 9) as township, '' as due,
      '/account-changes' as path
    from account_change where ${below('area', area)} and status = 'asked'`,
  recovery: ({ area }) => sql`
    select number || ' 追回待决定' as what, substr(area, 1, 9) as township, '' as due, '/recoveries' as path
    from recovery where ${below('area', area)} and status = 'proposed'`,
  difference: ({ area }) => sql`
    select each.value as what, '' as township, '' as due, '/fund-checks' as path
    from (select differences from fund_check where ${below('area', area)} order by day desc limit 1) newest
    cross join lateral jsonb_array_elements_text(newest.differences) each(value)`,
  policy: ({ area }) => sql`
    select title as what, '' as township, '' as due, '/policies/' || policy_id as path
    from policy_row where ${below('area', area)} and status in ('submitted', 'approved')`,
  raise: ({ area }) => sql`
    select document || ' 补发清单' as what, '' as township, '' as due, '/policies/' || policy_id as path
    from raise_list where ${below('area', area)} and status = 'listed'
    union all
    select document || ' 价格补贴', '', '', '/price-subsidies/' || subsidy_id
    from subsidy_plan where ${below('area', area)} and status = 'drafted'`,
};

/** Nothing of these is late by its day: the day is when it came, or when the paper ends. */
const withoutDeadline: readonly Waiting[] = ['handover', 'instrument', 'filing'];

/** Every count in one round trip. */
export async function countWaiting(tx: ReadTx, asked: Asked): Promise<readonly Counted[]> {
  const parts = waitingCodes.map((code) => {
    const isLate = withoutDeadline.includes(code)
      ? sql`false`
      : code === 'unfiled'
        ? sql`true`
        : sql`due <> '' and due < ${asked.today}`;
    return sql`select ${code}::text as code, count(*)::int as count,
      (count(*) filter (where ${isLate}))::int as late,
      coalesce(min(due) filter (where due <> ''), '') as due from (${rowsOf[code](asked)}) w`;
  });
  const found = await sql<Counted>`${sql.join(parts, sql` union all `)}`.execute(tx);
  return found.rows;
}

export type WaitingRow = {
  readonly what: string;
  readonly township: string;
  readonly due: string;
  readonly path: string;
};

/** What a count is made of, by day; what has none comes last. */
export async function listWaiting(
  tx: ReadTx,
  code: Waiting,
  asked: Asked & { readonly limit: number },
): Promise<readonly WaitingRow[]> {
  const found = await sql<WaitingRow>`
    select what, township, due, path from (${rowsOf[code](asked)}) w
    order by nullif(due, '') nulls last, path limit ${asked.limit}`.execute(tx);
  return found.rows;
}
