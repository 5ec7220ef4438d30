import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { SourceTask } from './contract.ts';
import { openIn } from './store.ts';

export type QueryPhase = 'waiting' | 'failing' | 'partial' | 'answered' | 'refused';

/** How far one source of one request has come. */
export type SourceQuery = {
  readonly requestId: string;
  readonly source: string;
  readonly caseId: string;
  readonly area: string;
  readonly way: 'http' | 'file' | 'person';
  readonly phase: QueryPhase;
  readonly attempts: number;
  readonly askedAt: number | null;
  readonly nextAt: number;
  readonly fault: string;
  readonly dueOn: string;
  readonly remindOn: string;
  readonly remindedOn: string;
  readonly escalatedOn: string;
  readonly escalatedTo: string;
};

const columns = sql.raw(
  `q.request_id as "requestId", q.source, q.case_id as "caseId", q.area, q.way, q.phase, q.attempts,
   q.asked_at as "askedAt", q.next_at as "nextAt", q.fault, q.due_on as "dueOn", q.remind_on as "remindOn",
   q.reminded_on as "remindedOn", q.escalated_on as "escalatedOn", q.escalated_to as "escalatedTo"`,
);

export type OpenRequest = {
  readonly requestId: string;
  readonly caseId: string;
  readonly area: string;
  readonly requestedOn: string;
  readonly members: readonly string[];
  readonly sources: readonly string[];
  /** 'memberId source' of every answer. */
  readonly answered: readonly string[];
};

/** Every request somebody waits for, the nearest deadline first. */
export async function listOpenRequests(tx: ReadTx): Promise<readonly OpenRequest[]> {
  const found = await sql<OpenRequest>`
    select request_id as "requestId", case_id as "caseId", area, requested_on as "requestedOn", members, sources,
      answered
    from verification_request where status = 'open' order by finish_by, request_id`.execute(tx);
  return found.rows;
}

export async function listQueries(
  tx: ReadTx,
  requestIds: readonly string[],
): Promise<readonly SourceQuery[]> {
  const found = await sql<SourceQuery>`
    select ${columns} from source_query q where request_id = any (${requestIds}::text[])`.execute(
    tx,
  );
  return found.rows;
}

/** Begins the clock of a source; one that runs already keeps running. */
export async function beginQuery(
  tx: WriteTx,
  query: Pick<
    SourceQuery,
    'requestId' | 'source' | 'caseId' | 'area' | 'way' | 'dueOn' | 'remindOn'
  >,
): Promise<void> {
  const { requestId, source, caseId, area, way, dueOn, remindOn } = query;
  await sql`insert into source_query (request_id, source, case_id, area, way, phase, attempts, next_at, busy_until,
      fault, due_on, remind_on, reminded_on, escalated_on, escalated_to)
    values (${requestId}, ${source}, ${caseId}, ${area}, ${way}, 'waiting', 0, 0, 0, '', ${dueOn}, ${remindOn}, '', '',
      '') on conflict do nothing`.execute(tx);
}

/** Takes a query in hand for a while; undefined when it is not its time or somebody else asks. */
export async function takeQuery(
  tx: WriteTx,
  { requestId, source }: Pick<SourceQuery, 'requestId' | 'source'>,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<SourceQuery | undefined> {
  const taken = await sql<SourceQuery>`
    update source_query q set busy_until = ${until}, attempts = attempts + 1, asked_at = ${now}
    where request_id = ${requestId} and source = ${source} and way = 'http' and busy_until < ${now}
      and next_at <= ${now} and phase in ('waiting', 'failing', 'partial')
    returning ${columns}`.execute(tx);
  return taken.rows[0];
}

/** Says what came of asking, and when to ask again. */
export async function endAttempt(
  tx: WriteTx,
  { requestId, source }: Pick<SourceQuery, 'requestId' | 'source'>,
  to: Pick<SourceQuery, 'phase' | 'fault' | 'nextAt'>,
): Promise<void> {
  await sql`update source_query set phase = ${to.phase}, fault = ${to.fault}, next_at = ${to.nextAt}, busy_until = 0
    where request_id = ${requestId} and source = ${source}`.execute(tx);
}

/** A query reminded of is asked again at once. False when somebody else reminded meanwhile. */
export async function noteReminder(
  tx: WriteTx,
  { requestId, source }: Pick<SourceQuery, 'requestId' | 'source'>,
  { before, day }: { readonly before: string; readonly day: string },
): Promise<boolean> {
  const noted = await sql`update source_query set reminded_on = ${day}, next_at = 0
    where request_id = ${requestId} and source = ${source} and reminded_on = ${before}`.execute(tx);
  return noted.numAffectedRows === 1n;
}

/** False when it was escalated meanwhile: it is one person's task and stays so. */
export async function noteEscalation(
  tx: WriteTx,
  { requestId, source }: Pick<SourceQuery, 'requestId' | 'source'>,
  { day, to }: { readonly day: string; readonly to: string },
): Promise<boolean> {
  const noted = await sql`update source_query set escalated_on = ${day}, escalated_to = ${to}
    where request_id = ${requestId} and source = ${source} and escalated_on = ''`.execute(tx);
  return noted.numAffectedRows === 1n;
}

/** Who holds a post of the county, whoever has the fewest such tasks first. */
export async function holdersByLoad(
  tx: ReadTx,
  county: string,
  role: string,
): Promise<readonly string[]> {
  const found = await sql<{ person: string }>`
    select p.person from post p left join source_query q on q.escalated_to = p.person
      and q.phase in ('waiting', 'failing', 'partial')
    where p.area = ${county} and p.role = ${role} and p.to_on = ''
    group by p.person order by count(q.request_id), p.person`.execute(tx);
  return found.rows.map(({ person }) => person);
}

/** Sources that did not reply in time, each with the person answerable; the oldest first. */
export async function listTasks(
  tx: ReadTx,
  area: string,
): Promise<readonly (Omit<SourceTask, 'toName' | 'isMine' | 'sourceTitle'> & { to: string })[]> {
  const found = await sql<Omit<SourceTask, 'toName' | 'isMine' | 'sourceTitle'> & { to: string }>`
    select v.case_id as "caseId", v.case_number as "caseNumber", v.applicant, q.source, q.due_on as "dueOn",
      q.attempts, q.fault, q.escalated_to as "to"
    from source_query q join verification_request v using (request_id)
    where ${openIn(area)} and q.escalated_to <> '' and q.phase not in ('answered', 'refused')
      and exists (select 1 from unnest(v.members) m where not (m || ' ' || q.source = any (v.answered)))
    order by q.due_on, request_id, q.source limit 200`.execute(tx);
  return found.rows;
}
