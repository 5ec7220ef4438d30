import { sql } from 'kysely';
import { pinyin } from 'pinyin-pro';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { applicantName } from '../household/index.ts';
import { storeInstalments } from '../instalment/store.ts';
import { storeReferrals } from '../referral/store.ts';
import { storeFlags } from '../inspection/flag-store.ts';
import { storeReserve } from '../reserve/store.ts';
import { storeCooperation } from '../cooperation/store.ts';
import { storeOwedVisits } from '../investigation/store.ts';
import { endRequest } from '../review/transfer-store.ts';
import { storeNotices } from '../publicity/store.ts';
import { storeMeasure } from '../readiness/measure-store.ts';
import type { Standards } from '../standards/store.ts';
import { storeRequests } from '../verification/store.ts';
import {
  type CaseEvent,
  type CaseState,
  evolveCase,
  initialCase,
  titleOfCaseEvent,
} from './case.ts';
import type { CaseSummary } from './contract.ts';
import { dutiesDone } from './duty.ts';
import { factsMismatch, storeFacts } from './facts-store.ts';
import { rowOf } from './projection.ts';
import { sentEndOf } from './sent-end.ts';
import { storeHelpFirst } from './store-help-first.ts';
import { storePromise } from './store-promise.ts';

export type CaseKind = TitledKind<CaseState, CaseEvent>;

/** The case stream: its fold, and the list rows that are written with every event. */
export function caseKind(standards: Standards): CaseKind {
  return {
    name: 'case',
    initial: initialCase,
    evolve: evolveCase,
    titleOf: titleOfCaseEvent,
    project: async (tx, { id, area, version, state }) => {
      await storeRow(tx, standards, { id, area, version, state });
      await storePersons(tx, id, area, state);
      await storeDuties(tx, id, area, state);
      await storeNotices(tx, id, area, state.publicity);
      await storeRequests(tx, standards, { id, area, state });
      await storeCooperation(tx, {
        ...{ id, area, state: state.cooperation },
        people: state.household.declaration?.people ?? [],
        fromName: standards.nameOf(area.slice(0, 9)),
        isOver: state.course.closed !== null || state.confirmation.decision !== null,
      });
      await storeOwedVisits(tx, id, area, state.investigation);
      await storeFacts(tx, { id, area, state });
      await storeHelpFirst(tx, standards, { id, area, state });
      const applicant = applicantName(state.household);
      await storeInstalments(tx, { caseId: id, area, applicant, state });
      await storeReserve(tx, { caseId: id, area, applicant, state });
      await storeFlags(tx, { caseId: id, area, state });
      await storePromise(tx, { id, area, version, state });
      const number = state.intake.accepted?.number ?? '';
      const { referrals } = state.referral;
      await storeReferrals(tx, { caseId: id, area, number, applicant, referrals });
      const end = sentEndOf(state);
      if (end && state.course.sent) await endRequest(tx, state.course.sent.id, end);
    },
    mismatch: factsMismatch,
  };
}

type Stored = { id: string; area: string; version: number; state: CaseState };

async function storeRow(tx: WriteTx, standards: Standards, stored: Stored): Promise<void> {
  const { id, area, version, state } = stored;
  const { course, intake, confirmation } = state;
  const township = area.slice(0, 9);
  const governedOn = intake.accepted?.on ?? course.openedOn;
  const procedure = standards.procedureOf(township, governedOn, course.scheme);
  const calendar = standards.calendarOf(township);
  const row = rowOf(state, procedure, calendar);
  await storeMeasure(tx, { id, area, state }, { dueOn: row.totalDue, calendar });
  const columns = {
    case_id: id,
    area,
    township,
    county: area.slice(0, 6),
    scheme: course.scheme,
    channel: course.channel,
    route: course.route,
    number: intake.accepted?.number ?? '',
    applicant: row.applicant,
    search: searchText(row.applicant, intake.accepted?.number ?? ''),
    members: row.members,
    status: row.status,
    stages: row.stages,
    act: row.act,
    waits_for: row.waitsFor,
    turns: row.turns,
    roles: row.roles,
    due_on: row.dueOn,
    total_due: row.totalDue,
    opened_on: course.openedOn ?? '',
    accepted_on: intake.accepted?.on ?? '',
    decided_on: confirmation.decision?.on ?? '',
    kin: state.disclosure.registered,
    recused: [...new Set(state.disclosure.hits.flatMap((hit) => hit.person ?? []))],
    amount: confirmation.decision?.monthlyAmount ?? 0,
    version,
  };
  const json = JSON.stringify(columns);
  const updated = await sql`
    update case_row set (area, township, county, scheme, channel, route, number, applicant, search, members, status, stages,
        turns, act, waits_for, roles, due_on, total_due, opened_on, accepted_on, decided_on, kin, recused, amount, version)
      = (select n.area, n.township, n.county, n.scheme, n.channel, n.route, n.number, n.applicant, n.search, n.members,
        n.status, n.stages, n.turns, n.act, n.waits_for, n.roles, n.due_on, n.total_due, n.opened_on, n.accepted_on,
        n.decided_on, n.kin, n.recused, n.amount, n.version from jsonb_populate_record(null::case_row, ${json}::jsonb) n)
    where case_id = ${id}`.execute(tx);
  if (updated.numAffectedRows === 0n) {
    await sql`insert into case_row select * from jsonb_populate_record(null::case_row, ${json}::jsonb)`.execute(
      tx,
    );
  }
}

/** Text a clerk may type to find somebody: the name, its pinyin, its initials, the case number. */
export function searchText(name: string, number: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' });
  const initials = syllables.map((each) => each[0] ?? '').join('');
  return [name, syllables.join(''), initials, number].join(' ').toLowerCase();
}

async function storePersons(
  tx: WriteTx,
  id: string,
  area: string,
  state: CaseState,
): Promise<void> {
  const people = state.household.declaration?.people ?? [];
  const rows = people.map((person) => ({
    case_id: id,
    member_id: person.memberId,
    area,
    name: person.name,
    search: searchText(person.name, ''),
    id_index: person.idNumber?.index ?? '',
    phone_index: person.phone?.index ?? '',
  }));
  // The household is rewritten as a whole by each declaration, and so are its rows; nothing else writes them.
  const stored = await sql<{ same: boolean }>`
    select coalesce(jsonb_agg(to_jsonb(p) order by member_id), '[]') = ${JSON.stringify(
      rows.toSorted((a, b) => (a.member_id < b.member_id ? -1 : 1)),
    )}::jsonb as same from case_person p where case_id = ${id}`.execute(tx);
  if (stored.rows[0]?.same) return;
  await sql`delete from case_person where case_id = ${id}`.execute(tx);
  await sql`insert into case_person
    select * from jsonb_populate_recordset(null::case_person, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

async function storeDuties(tx: WriteTx, id: string, area: string, state: CaseState): Promise<void> {
  const rows = dutiesDone(state).map(({ duty, person }) => ({ case_id: id, area, person, duty }));
  if (rows.length === 0) return;
  await sql`insert into duty
    select distinct n.* from jsonb_populate_recordset(null::duty, ${JSON.stringify(rows)}::jsonb) n
    where not exists (select 1 from duty d
      where d.case_id = n.case_id and d.person = n.person and d.duty = n.duty)`.execute(tx);
}

/** The next number of a series, without gaps inside a transaction that commits: `511702-2026-000012`. */
export async function nextNumber(tx: WriteTx, series: string): Promise<number> {
  const counted = await sql<{ last: number }>`
    insert into counter (name, last) values (${series}, 1)
    on conflict (name) do update set last = counter.last + 1 returning last`.execute(tx);
  const [row] = counted.rows;
  if (!row) throw new Error(`no number in ${series}`);
  return row.last;
}

type SummaryRow = {
  case_id: string;
  number: string;
  applicant: string;
  members: number;
  scheme: CaseSummary['scheme'];
  channel: CaseSummary['channel'];
  route: 'township' | 'county';
  township: string;
  area: string;
  status: CaseSummary['status'];
  stages: string[];
  turns: string[];
  act: string;
  waits_for: string;
  due_on: string;
  total_due: string;
  accepted_on: string;
  kin: boolean;
};

const summaryColumns = sql.raw(
  `case_id, number, applicant, members, scheme, channel, route, township, area, status, stages, turns, act, waits_for,
   due_on, total_due, accepted_on, kin`,
);

export type CaseFilter = {
  readonly area: string;
  readonly text?: string | undefined;
  readonly status?: string | undefined;
  readonly stage?: string | undefined;
  readonly kin?: boolean | undefined;
  /** Only cases where it is one of these roles' turn; in every case somebody's turn it is. */
  readonly roles?: readonly string[] | undefined;
  readonly isActive?: boolean | undefined;
  /** Only cases whose deadline lies before this day. */
  readonly dueBefore?: string | undefined;
  /** Last case of the page before: `due_on|case_id`. */
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Cases of one area by deadline. The area filter is written out: row security alone cannot use the index. */
export async function listCases(
  tx: ReadTx,
  standards: Standards,
  filter: CaseFilter,
): Promise<{ cases: CaseSummary[]; next: string | null }> {
  const found = await sql<SummaryRow>`
    select ${summaryColumns} from case_row where ${conditions(filter)}
      and ${isAfter(filter.after)}
    order by nullif(due_on, ''), case_id limit ${filter.limit + 1}`.execute(tx);
  return pageOf(standards, found.rows, filter.limit);
}

/** As `listCases`, with how many there are in all. A typed text is looked for once, not once for each answer. */
export async function listAndCountCases(
  tx: ReadTx,
  standards: Standards,
  filter: CaseFilter,
): Promise<{ cases: CaseSummary[]; next: string | null; total: number }> {
  if (!filter.text) {
    const page = await listCases(tx, standards, filter);
    return { ...page, total: await countCases(tx, filter) };
  }
  const found = await sql<{ total: number; page: SummaryRow[] }>`
    with hit as materialized (select ${summaryColumns} from case_row where ${conditions(filter)}),
      page as (select * from hit where ${isAfter(filter.after)}
        order by nullif(due_on, ''), case_id limit ${filter.limit + 1})
    select (select count(*)::int from hit) as total,
      coalesce((select jsonb_agg(page order by nullif(due_on, ''), case_id) from page), '[]') as page`.execute(
    tx,
  );
  const { total = 0, page = [] } = found.rows[0] ?? {};
  return { ...pageOf(standards, page, filter.limit), total };
}

function pageOf(standards: Standards, found: readonly SummaryRow[], limit: number) {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    cases: rows.map((row) => summaryOf(standards, row)),
    next: last ? `${last.due_on}|${last.case_id}` : null,
  };
}

// Cases without a deadline come last.
function isAfter(after: string | undefined) {
  if (!after) return sql`true`;
  const [due = '', id = ''] = after.split('|');
  return due === ''
    ? sql`due_on = '' and case_id > ${id}`
    : sql`(due_on = '' or (due_on, case_id) > (${due}, ${id}))`;
}

export async function countCases(tx: ReadTx, filter: CaseFilter): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from case_row where ${conditions(filter)}`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

function conditions(filter: CaseFilter) {
  const { area, text = '', status = '', stage = '', kin, roles, isActive, dueBefore = '' } = filter;
  const own =
    area.length === 6
      ? sql`county = ${area}`
      : area.length === 9
        ? sql`township = ${area}`
        : sql`starts_with(area, ${area})`;
  const typed = `%${text
    .trim()
    .toLowerCase()
    .replaceAll(/[%_\\]/g, '\\$&')}%`;
  // A relative of the family finds it in no list (JT-05); who asks is known to the transaction.
  return sql`${own} and not (coalesce(current_setting('yimen.person', true), '') = any (recused))
    and (${status} = '' or status = ${status})
    and (${stage} = '' or ${stage} = any (stages))
    and (${kin ?? null}::boolean is null or kin = ${kin ?? null}::boolean)
    ${roles || isActive ? sql`and cardinality(roles) > 0` : sql``}
    and (${roles ?? null}::text[] is null or roles && ${roles ?? null}::text[])
    and (${dueBefore} = '' or (due_on <> '' and due_on < ${dueBefore}))
    and (${text} = '' or search like ${typed}
      or case_id in (select case_id from case_person p where ${personScope(area)} and p.search like ${typed}))`;
}

function personScope(area: string) {
  return sql`p.area collate "C" >= ${area} and p.area collate "C" < ${`${area}~`}`;
}

/** One case's list row, or undefined outside the transaction's area. */
export async function findSummary(
  tx: ReadTx,
  standards: Standards,
  caseId: string,
): Promise<CaseSummary | undefined> {
  const found = await sql<SummaryRow>`
    select ${summaryColumns} from case_row where case_id = ${caseId}`.execute(tx);
  const [row] = found.rows;
  return row && summaryOf(standards, row);
}

function summaryOf(standards: Standards, row: SummaryRow): CaseSummary {
  return {
    caseId: row.case_id,
    number: row.number,
    applicant: row.applicant,
    members: row.members,
    scheme: row.scheme,
    channel: row.channel,
    route: row.route,
    township: row.township,
    townshipName: standards.nameOf(row.township),
    villageName: standards.nameOf(row.area),
    status: row.status,
    stages: row.stages,
    turns: row.turns,
    act: row.act,
    waitsFor: row.waits_for,
    dueOn: row.due_on,
    totalDue: row.total_due,
    acceptedOn: row.accepted_on,
    kin: row.kin,
  };
}

/** Where else these people are in an open case or on benefit; answers in any area, but never with a name. */
export async function findElsewhere(
  tx: ReadTx,
  idIndexes: readonly string[],
  exceptCase: string,
): Promise<readonly Elsewhere[]> {
  const found = await sql<Elsewhere>`
    select id_index as "idIndex", case_id as "caseId", number, township, scheme, status
    from find_elsewhere(${idIndexes}::text[], ${exceptCase})`.execute(tx);
  return found.rows;
}

export type Elsewhere = {
  readonly idIndex: string;
  readonly caseId: string;
  readonly number: string;
  readonly township: string;
  readonly scheme: string;
  readonly status: 'open' | 'granted';
};

/** The events of one case as a timeline, oldest first. */
export async function timelineOf(tx: ReadTx, caseId: string): Promise<readonly TimelineRow[]> {
  const found = await sql<TimelineRow>`
    select seq, type, actor, occurred_on as "occurredOn", recorded_at as "recordedAt", hash
    from event where stream = ${`case:${caseId}`} order by seq`.execute(tx);
  return found.rows;
}

export type TimelineRow = {
  readonly seq: number;
  readonly type: string;
  readonly actor: string;
  readonly occurredOn: string;
  readonly recordedAt: number;
  readonly hash: string;
};
