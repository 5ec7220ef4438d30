import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import { recordAt } from '../../platform/record/record-at.ts';

/** A look at somebody: by a comparison, at a finding's source data, or in the procedure of a case. */
export type TraceRow = {
  readonly at: number;
  readonly person: string;
  readonly role: string;
  readonly kind: string;
  readonly number: string;
  /** Codes of the sources, a blank between them. */
  readonly source: string;
};

type TracedHousehold = {
  readonly number: string;
  readonly head: string;
  readonly area: string;
  readonly caseId: string;
  readonly since: number;
};

/** The household in the register, with the case it began with; undefined outside the area or for a relative. */
export async function findTraced(tx: ReadTx, benefitId: string) {
  const found = await sql<TracedHousehold>`
    select b.number, b.head, b.area, coalesce(r.state->'enrolment'->'origin'->>'caseId', '') as "caseId",
      (select min(e.recorded_at) from event e where e.stream = r.stream) as since
    from benefit_row b join ${recordAt(sql`'benefit:' || b.benefit_id`)} r on true
    where b.benefit_id = ${benefitId} and b.until_on = ''
      and not (coalesce(current_setting('yimen.person', true), '') = any (b.recused))`.execute(tx);
  return found.rows[0];
}

const LOOKED = ['VerificationRequested', 'SourceAsked', 'SourceAnswered', 'LookupRefused'];

type Traced = {
  readonly benefitId: string;
  /** '' where no case stands behind it. */
  readonly caseId: string;
  readonly county: string;
  /** When the register began to know the household. */
  readonly since: number;
};

/**
 * Every look on record, newest first: those of the case, refused ones and full numbers shown too, comparisons of the
 * whole register since the household is in it, and source data opened.
 */
export async function listTrace(
  tx: ReadTx,
  { benefitId, caseId, county, since }: Traced,
): Promise<readonly TraceRow[]> {
  const found = await sql<TraceRow>`
    select t.at, t.person, coalesce(p.role, '') as role, t.kind, t.number, t.source from (
      select e.recorded_at as at, e.actor as person, e.post, e.type as kind, coalesce(c.number, '') as number,
        coalesce(e.data->>'source', (select string_agg(s, ' ') from jsonb_array_elements_text(
          case jsonb_typeof(e.data->'request'->'sources') when 'array' then e.data->'request'->'sources'
          else '[]' end) s), '') as source
      from event e left join case_row c on c.case_id = ${caseId}
      where ${caseId} <> '' and e.stream in (${`case:${caseId}`}, ${`lookup:${caseId}`})
        and e.type = any (${LOOKED}::text[])
      union all
      select r.at, r.person, '', 'SensitiveRead', coalesce(c.number, ''), ''
      from reading_row r left join case_row c using (case_id) where r.case_id = ${caseId} and ${caseId} <> ''
      union all
      select m.created_at, m.person, m.post, 'MatchingOrdered', m.number,
        coalesce((select string_agg(l.source, ' ' order by l.source) from snapshot_load l
          where l.load_id = any (m.loads)), '')
      from matching_run m where m.area = ${county} and m.created_at >= ${since}
      union all
      select e.recorded_at, e.actor, e.post, 'FindingOpened', e.data->>'number',
        coalesce((select string_agg(distinct x->>'source', ' ') from jsonb_array_elements(f.evidence) x), '')
      from match_finding f join event e on e.stream = 'finding:' || f.finding_id and e.type = 'FindingOpened'
      where f.benefit_id = ${benefitId}
    ) t left join post p on p.id = t.post
    order by t.at desc limit 1000`.execute(tx);
  return found.rows;
}
