import { sql } from 'kysely';
import { addMonths } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import { countFigures } from './figure-store.ts';
import type { Span } from './figure-source-store.ts';
import { totalOf } from './figure.ts';
import type { Looked, MonthCase, YearCase } from './judge-anomaly.ts';

/** What the rules of a month look at, read off the record: some narrow lists, none of them by the case. */
export async function lookedAt(tx: ReadTx, span: Span): Promise<Looked> {
  return {
    year: await yearCases(tx, span),
    month: await monthCases(tx, span),
    duties: await dutiesOf(tx, span),
    hanging: await hangingNotices(tx, span),
    accounts: await sharedAccounts(tx, span),
    resumed: await resumedBenefits(tx, span),
    townships: await townshipsOf(tx, span),
    returned: await returnedLines(tx, span),
    looks: await looksWithoutDuty(tx, span),
  };
}

async function yearCases(tx: ReadTx, { county, before }: Span): Promise<readonly YearCase[]> {
  const since = addMonths(before, -12);
  const found = await sql<YearCase>`
    select m.area as village, m.outcome, c.kin,
      (case when m.scheme in ('dibao', 'tekun') and m.outcome = 'grant' then c.amount else 0 end)::float8 as monthly
    from case_measure m join case_row c using (case_id)
    where m.county = ${county} and m.decided_on >= ${since} and m.decided_on < ${before}
    order by m.area, m.case_id`.execute(tx);
  return found.rows;
}

async function monthCases(
  tx: ReadTx,
  { county, from, before }: Span,
): Promise<readonly MonthCase[]> {
  const found = await sql<MonthCase>`
    select m.case_id as "caseId", m.area as village, m.working_days as "workingDays",
      m.help_first as "helpFirst", e.actor as "decidedBy", e.recorded_at::float8 as "decidedAt",
      r.state->'deliberation'->'deliberations'->-1->'tally' as tally
    from case_measure m join ${recordAt(sql`'case:' || m.case_id`)} r on true
      join lateral (select actor, recorded_at from event where stream = r.stream and type = 'DecisionMade'
        order by seq desc limit 1) e on true
    where m.county = ${county} and m.decided_on >= ${from} and m.decided_on < ${before}
    order by m.area, m.case_id`.execute(tx);
  return found.rows;
}

async function dutiesOf(tx: ReadTx, { county, from, before }: Span): Promise<Looked['duties']> {
  const found = await sql<Looked['duties'][number]>`
    with decided as (select case_id, township from case_measure
      where county = ${county} and decided_on >= ${from} and decided_on < ${before} and route = 'township')
    select m.township, d.duty, d.person, count(*)::int as cases,
      (select count(*)::int from decided a where a.township = m.township) as of
    from decided m join duty d using (case_id) where d.duty in ('accept', 'visit', 'opinion')
    group by m.township, d.duty, d.person order by m.township, d.duty, d.person`.execute(tx);
  return found.rows;
}

/** Posters before the decision; what is announced after it stays up. */
async function hangingNotices(tx: ReadTx, { county, last }: Span): Promise<Looked['hanging']> {
  const found = await sql<Looked['hanging'][number]>`
    select n.case_id as "caseId", n.area as village, ${last}::date - n.posted_on::date as days
    from notice n join case_row c using (case_id)
    where c.county = ${county} and n.kind = 'before' and not n.taken_down and n.posted_on <= ${last}
    order by n.area, n.case_id, n.notice_id`.execute(tx);
  return found.rows;
}

async function sharedAccounts(tx: ReadTx, { county, month }: Span): Promise<Looked['accounts']> {
  const found = await sql<Looked['accounts'][number]>`
    select min(l.area) as area, array_agg(distinct l.grant_id order by l.grant_id) as grants
    from roll_line l join roll_run r using (roll_id)
    where r.area = ${county} and r.month = ${month} and l.account_index <> '' and not l.void
    group by l.account_index having count(distinct l.grant_id) > 1 order by 2`.execute(tx);
  return found.rows;
}

/** Months between a stop or suspension and the active entry that followed it, where that was decided this month. */
async function resumedBenefits(
  tx: ReadTx,
  { county, from, before }: Span,
): Promise<Looked['resumed']> {
  const month = (text: string) =>
    sql`(left(${sql.ref(text)}, 4)::int * 12 + substr(${sql.ref(text)}, 6, 2)::int)`;
  const found = await sql<Looked['resumed'][number]>`
    select b.benefit_id as "benefitId", b.area as village,
      ${month('is_on.since')} - ${month('was.since')} as months
    from benefit_row b, lateral (
      select e.value->>'from' as since, e.value->>'decidedOn' as decided, e.place
      from jsonb_array_elements(b.entries) with ordinality e(value, place)
      where e.value->>'standing' = 'active' and e.place > 1 order by e.place desc limit 1) is_on, lateral (
      select e.value->>'from' as since
      from jsonb_array_elements(b.entries) with ordinality e(value, place)
      where e.place = is_on.place - 1 and e.value->>'standing' in ('stopped', 'suspended')) was
    where b.county = ${county} and b.until_on = ''
      and is_on.decided >= ${from} and is_on.decided < ${before}
    order by b.benefit_id`.execute(tx);
  return found.rows;
}

async function townshipsOf(tx: ReadTx, span: Span): Promise<Looked['townships']> {
  const { county, before, last } = span;
  const rows = await countFigures(tx, span, ['households', 'lateOpen']);
  const since = addMonths(before, -12);
  const stopped = await sql<{ township: string; count: number }>`
    select substr(area, 1, 9) as township, count(*)::int as count from benefit_decision
    where area collate "C" >= ${county} and area collate "C" < ${`${county}~`} and kind = 'stop'
      and decided_on >= ${since} and decided_on < ${before} group by 1`.execute(tx);
  const overdue = await sql<{ township: string; count: number }>`
    select substr(area, 1, 9) as township, count(*)::int as count from match_finding
    where county = ${county} and outcome = 'open' and due_on < ${last} group by 1`.execute(tx);
  const of = (found: readonly { township: string; count: number }[], township: string) =>
    found.find((each) => each.township === township)?.count ?? 0;
  const codes = [
    ...rows.map(({ area }) => area.slice(0, 9)),
    ...overdue.rows.map((x) => x.township),
  ];
  return [...new Set(codes)].toSorted().map((township) => {
    const sums = totalOf(rows.filter(({ area }) => area.startsWith(township)));
    return {
      ...{ township, households: sums.households, lateOpen: sums.lateOpen },
      ...{ stopped: of(stopped.rows, township), findingsOverdue: of(overdue.rows, township) },
    };
  });
}

async function returnedLines(tx: ReadTx, { county, last }: Span): Promise<Looked['returned']> {
  const found = await sql<Looked['returned'][number]>`
    select l.area, ${last}::date - o.on_day::date as days
    from line_outcome o join roll_line l using (line_id) join roll_run r on r.roll_id = l.roll_id
    where r.area = ${county} and o.outcome = 'returned' and o.on_day <= ${last}
      and not exists (select 1 from roll_line n where n.reissue_of = l.line_id and n.held = '' and not n.void)
    order by l.area, l.line_id`.execute(tx);
  return found.rows;
}

/** Full numbers and addresses opened in the month by somebody without any duty on the case (TH-24, SL-70). */
async function looksWithoutDuty(
  tx: ReadTx,
  { county, from, before }: Span,
): Promise<Looked['looks']> {
  const found = await sql<Looked['looks'][number]>`
    select r.person, count(*)::int as readings, array_agg(distinct r.case_id order by r.case_id) as cases
    from reading_row r
    where r.area collate "C" >= ${county} and r.area collate "C" < ${`${county}~`}
      and r.on_day >= ${from} and r.on_day < ${before}
      and not exists (select 1 from duty d where d.case_id = r.case_id and d.person = r.person)
      and not exists (select 1 from event e where e.stream = 'case:' || r.case_id and e.actor = r.person)
    group by r.person order by r.person`.execute(tx);
  return found.rows;
}
