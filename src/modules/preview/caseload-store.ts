import { sql } from 'kysely';
import type { Month } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { RECORD_TAG } from '../../rules/packed-facts.ts';
import type { Previewed } from './preview.ts';

/** A decided household as the register has it now. */
export type CaseloadRow = {
  readonly caseId: string;
  readonly area: string;
  readonly township: string;
  /** The one decided; what is given once (临时救助) has no caseload. */
  readonly scheme: Previewed;
  readonly status: 'granted' | 'refused';
  /** Fen a month as last decided; 0 when refused. */
  readonly amount: number;
  /** First month paid; '' when refused. */
  readonly startMonth: string;
  /** The facts as they were last reassessed, packed; empty where they were packed by other rules than today's. */
  readonly packed: Uint8Array;
  /** The same as JSON, where they are not packed; '' otherwise. */
  readonly facts: string;
};

type Asked = { readonly county: string; readonly month: Month };

/**
 * Decided households of a county with what the register says of them in a month. Whoever has been stopped, or only
 * has a gradual exit left, is in no caseload any more; of 特困, where each person has an entry, when all have.
 */
const caseload = ({ county, month }: Asked) => sql`
  from case_facts f
  join case_row c using (case_id)
  left join benefit_facts b on b.benefit_id = f.case_id
  cross join lateral (
    select case when substring(found from 1 for 4) = ${Buffer.from(RECORD_TAG)} then found else '' end as packed
    from (select coalesce(b.packed, f.packed) as found) p
  ) own
  left join lateral (
    select count(*) as entered,
      count(*) filter (where coalesce(s.standing, '') not in ('stopped', 'gradual-exit')) as kept,
      sum(s.amount)::bigint as amount
    from benefit_row b left join lateral (
      select e.entry->>'standing' as standing, (e.entry->>'amount')::bigint as amount
      from jsonb_array_elements(b.entries) with ordinality as e (entry, n)
      where e.entry->>'from' <= ${month} order by e.n desc limit 1
    ) s on true
    where b.county = ${county} and b.number = c.number and b.until_on = '' and b.confirmation <> 'rejected'
  ) held on true
  where f.county = ${county} and (held.entered = 0 or held.kept > 0)`;

/** In the order of their ids, from after `after` on. */
export async function listCaseload(
  tx: ReadTx,
  { after, limit, ...asked }: Asked & { readonly after: string; readonly limit: number },
): Promise<readonly CaseloadRow[]> {
  const found = await sql<CaseloadRow>`
    select f.case_id as "caseId", f.area, f.township, f.scheme, f.status, coalesce(held.amount, f.amount) as amount,
      f.start_month as "startMonth", own.packed, case when own.packed <> '' then '' else coalesce(
        (select nullif((r.state->'enrolment'->'facts')::text, 'null') from record r
          where r.stream = 'benefit:' || f.case_id), f.facts) end as facts
    ${caseload(asked)} and f.case_id > ${after}
    order by f.case_id limit ${limit}`.execute(tx);
  return found.rows;
}

export async function countCaseload(tx: ReadTx, asked: Asked): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count ${caseload(asked)}`.execute(tx);
  return found.rows[0]?.count ?? 0;
}
