import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { addWorkingDays, type WorkingCalendar } from '../../kernel/working-day.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { Procedure } from '../../rules/procedure.ts';
import type { CaseState } from '../case/index.ts';
import type { Standards } from '../standards/store.ts';
import type { QueuedRequest } from './contract.ts';
import type { VerificationRequest } from './verification.ts';

type Stored = { readonly id: string; readonly area: string; readonly state: CaseState };

/** The days a request must be started and finished by (DB-17a, HD-05). */
export function clocksOf(
  { requestedOn, recheckOf }: Pick<VerificationRequest, 'requestedOn' | 'recheckOf'>,
  procedure: Procedure,
  calendar: WorkingCalendar,
): { readonly startBy: LocalDate; readonly finishBy: LocalDate } {
  const { startVerificationWorkingDays, finishVerificationWorkingDays } = procedure;
  // A re-check of what the family disputes has days of its own (DB-18).
  const finish = recheckOf ? procedure.recheckWorkingDays : finishVerificationWorkingDays;
  return {
    startBy: addWorkingDays(calendar, requestedOn, startVerificationWorkingDays.value).date,
    finishBy: addWorkingDays(calendar, requestedOn, finish.value).date,
  };
}

/** The queue rows of a case, written with its events. A case that was never verified writes nothing. */
export async function storeRequests(
  tx: WriteTx,
  standards: Standards,
  stored: Stored,
): Promise<void> {
  const { requests } = stored.state.verification;
  const rows = requests.map((request) => rowOf(request, standards, stored));
  if (rows.length === 0) return;
  await sql`
    insert into verification_request as v
    select * from jsonb_populate_recordset(null::verification_request, ${JSON.stringify(rows)}::jsonb)
    on conflict (request_id) do update set
      answered = excluded.answered, started_on = excluded.started_on, status = excluded.status,
      applicant = excluded.applicant, case_number = excluded.case_number
    where to_jsonb(v) <> to_jsonb(excluded)`.execute(tx);
}

function rowOf(
  request: VerificationRequest,
  standards: Standards,
  { id, area, state }: Stored,
): Record<string, unknown> {
  const township = area.slice(0, 9);
  const procedure = standards.procedureOf(township, state.intake.accepted?.on ?? null);
  const clocks = clocksOf(request, procedure, standards.calendarOf(township));
  return {
    request_id: request.id,
    case_id: id,
    area,
    township,
    county: area.slice(0, 6),
    case_number: state.intake.accepted?.number ?? '',
    applicant: applicantOf(state),
    members: request.members,
    sources: request.sources,
    answered: [
      ...new Set(
        request.answers
          .filter((each) => !each.partial)
          .map((each) => `${each.memberId} ${each.source}`),
      ),
    ],
    requested_on: request.requestedOn,
    start_by: clocks.startBy,
    finish_by: clocks.finishBy,
    started_on: request.startedOn ?? '',
    recheck: request.recheckOf !== null,
    status: statusOf(request, state),
  };
}

/** Name of the person who applies, '' while nobody is entered as that. */
export function applicantOf({ household }: Pick<CaseState, 'household'>): string {
  const self = household.facts?.members.find((each) => each.relation === 'self')?.id;
  return household.declaration?.people.find((each) => each.memberId === self)?.name ?? '';
}

function statusOf(request: VerificationRequest, { verification, course, confirmation }: CaseState) {
  if (verification.reports.some((each) => each.requestId === request.id)) return 'reported';
  if (verification.requests.at(-1)?.id !== request.id) return 'superseded';
  return course.closed || confirmation.decision ? 'ended' : 'open';
}

type QueueRow = Omit<QueuedRequest, 'townshipName' | 'members'> & {
  readonly township: string;
  readonly members: string[];
};

export type QueueFilter = {
  readonly area: string;
  /** Last request of the page before: `finish_by|request_id`. */
  readonly after?: string | undefined;
  readonly limit: number;
};

const columns = sql.raw(
  `request_id as "requestId", case_id as "caseId", case_number as "caseNumber", applicant, members,
   township, requested_on as "requestedOn", start_by as "startBy", finish_by as "finishBy",
   started_on as "startedOn", recheck, cardinality(answered) as answered,
   cardinality(members) * cardinality(sources) as asked`,
);

/** Open requests of a county or township by the day they must be finished. Cases of relatives are left out. */
export async function listQueue(
  tx: ReadTx,
  standards: Standards,
  filter: QueueFilter,
): Promise<{ readonly requests: QueuedRequest[]; readonly next: string | null }> {
  const [afterDay = '', afterId = ''] = filter.after?.split('|') ?? [];
  const found = await sql<QueueRow>`
    select ${columns} from verification_request v where ${openIn(filter.area)}
      and (${filter.after ?? ''} = '' or (finish_by, request_id) > (${afterDay}, ${afterId}))
    order by finish_by, request_id limit ${filter.limit + 1}`.execute(tx);
  const rows = found.rows.slice(0, filter.limit);
  const last = found.rows.length > filter.limit ? rows.at(-1) : undefined;
  return {
    requests: rows.map(({ township, members, ...rest }) => ({
      ...rest,
      members: members.length,
      townshipName: standards.nameOf(township),
    })),
    next: last ? `${last.finishBy}|${last.requestId}` : null,
  };
}

export async function countQueue(
  tx: ReadTx,
  area: string,
  today: string,
): Promise<{ readonly total: number; readonly late: number }> {
  const found = await sql<{ total: number; late: number }>`
    select count(*)::int as total, count(*) filter (
      where finish_by < ${today} or (started_on = '' and start_by < ${today}))::int as late
    from verification_request v where ${openIn(area)}`.execute(tx);
  return found.rows[0] ?? { total: 0, late: 0 };
}

/** Requests somebody waits for within an area, but those of the asker's own relatives. */
export function openIn(area: string) {
  const own = area.length === 6 ? sql`v.county = ${area}` : sql`starts_with(v.area, ${area})`;
  return sql`${own} and v.status = 'open' and not exists (
    select 1 from record r, jsonb_array_elements(r.state #> '{disclosure,hits}') hit
    where r.stream = 'case:' || v.case_id
      and hit ->> 'person' = current_setting('yimen.person', true))`;
}

/** Open requests whose source has not answered for everybody, oldest deadline first. */
export async function waitingFor(
  tx: ReadTx,
  area: string,
  source: string,
  limit: number,
): Promise<readonly { readonly caseId: string; readonly requestId: string }[]> {
  const found = await sql<{ caseId: string; requestId: string }>`
    select case_id as "caseId", request_id as "requestId" from verification_request v
    where ${openIn(area)} and ${source} = any (v.sources)
      and exists (select 1 from unnest(v.members) m where not (m || ' ' || ${source} = any (v.answered)))
    order by finish_by, request_id limit ${limit}`.execute(tx);
  return found.rows;
}

export type OpenPerson = {
  readonly idIndex: string;
  readonly caseId: string;
  readonly requestId: string;
  readonly memberId: string;
};

/** Who of these identity numbers is being verified now: a person may be in several cases' households. */
export async function findOpenPersons(
  tx: ReadTx,
  area: string,
  idIndexes: readonly string[],
): Promise<readonly OpenPerson[]> {
  const found = await sql<OpenPerson>`
    select p.id_index as "idIndex", p.case_id as "caseId", v.request_id as "requestId",
      p.member_id as "memberId"
    from case_person p join verification_request v on v.case_id = p.case_id
    where p.id_index = any (${idIndexes}::text[]) and p.member_id = any (v.members)
      and ${openIn(area)}
    order by p.case_id`.execute(tx);
  return found.rows;
}

/** Whether these identity numbers belong to anybody in a case of the area, verified now or not. */
export async function knownPersons(
  tx: ReadTx,
  idIndexes: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await sql<{ idIndex: string }>`
    select distinct id_index as "idIndex" from case_person
    where id_index = any (${idIndexes}::text[])`.execute(tx);
  return new Set(found.rows.map((each) => each.idIndex));
}
