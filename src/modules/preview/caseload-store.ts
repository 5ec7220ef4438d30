import { type RawBuilder, sql } from 'kysely';
import type { Month } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { RECORD_TAG } from '../../rules/packed-facts.ts';
import type { Decision } from './effect.ts';
import { previewed } from './preview.ts';

/** A household as the register has it now, under the case of its newest decision. */
export type CaseloadRow = {
  readonly caseId: string;
  readonly area: string;
  readonly township: string;
  /** What holds of it; what is given once (临时救助) has no caseload. Amounts in fen a month, as last decided. */
  readonly decisions: readonly Decision[];
  /** The facts as they were last reassessed, packed; empty where they were packed by other rules than today's. */
  readonly packed: Uint8Array;
  /** The same as JSON, where they are not packed; '' otherwise. */
  readonly facts: string;
};

type Asked = { readonly county: string; readonly month: Month };

/** What the register says in a month of the entries of a case or document; of 特困 each person has one. */
const held = (number: RawBuilder<unknown>, { county, month }: Asked) => sql`(
    select count(*) as entered, count(*) filter (where coalesce(s.standing, '') <> 'stopped') as kept,
      sum(s.amount)::bigint as amount
    from benefit_row b left join lateral (
      select e.entry->>'standing' as standing, (e.entry->>'amount')::bigint as amount
      from jsonb_array_elements(b.entries) with ordinality as e (entry, n)
      where e.entry->>'from' <= ${month} order by e.n desc limit 1
    ) s on true
    where b.county = ${county} and b.number = ${number} and b.until_on = '' and b.confirmation <> 'rejected')`;

/** Whoever has been stopped is in no caseload any more; of 特困 when all have. A gradual exit is still paid. */
const isKept = (alias: string) => sql.raw(`(${alias}.entered = 0 or ${alias}.kept > 0)`);

/**
 * Other cases in the caseload with one of the same people: the same household. A granted one goes before a refused
 * one, a later decision before an earlier one.
 */
const ofTheSame = (asked: Asked) => sql`
    from case_person mine
    join case_person theirs on theirs.id_index = mine.id_index and theirs.case_id <> mine.case_id
    join case_facts o on o.case_id = theirs.case_id and o.county = f.county
    join case_row oc on oc.case_id = o.case_id
    cross join lateral ${held(sql.ref('oc.number'), asked)} other
    where mine.case_id = f.case_id and mine.id_index <> '' and ${isKept('other')}`;

/** Decided households of a county with what the register says of them in a month, each once. */
const caseload = (asked: Asked) => sql`
  from case_facts f
  join case_row c using (case_id)
  left join benefit_facts b on b.benefit_id = f.case_id
  cross join lateral (
    select case when substring(found from 1 for 4) = ${Buffer.from(RECORD_TAG)} then found else '' end as packed
    from (select coalesce(b.packed, f.packed) as found) p
  ) own
  cross join lateral ${held(sql.ref('c.number'), asked)} held
  where f.county = ${asked.county} and ${isKept('held')}
    and not exists (select 1 ${ofTheSame(asked)}
      and (o.status = 'granted', oc.decided_on, o.case_id) > (f.status = 'granted', c.decided_on, f.case_id))`;

const decision = (facts: string, register: string) =>
  sql.raw(`jsonb_build_object('scheme', ${facts}.scheme, 'status', ${facts}.status,
    'amount', coalesce(${register}.amount, ${facts}.amount), 'startMonth', ${facts}.start_month)`);

/** In the order of their ids, from after `after` on. */
export async function listCaseload(
  tx: ReadTx,
  { after, limit, ...asked }: Asked & { readonly after: string; readonly limit: number },
): Promise<readonly CaseloadRow[]> {
  const found = await sql<CaseloadRow>`
    select f.case_id as "caseId", f.area, f.township, own.packed,
      jsonb_build_array(${decision('f', 'held')}) || coalesce((
        select jsonb_agg(same.decision) from (select distinct on (o.case_id) ${decision('o', 'other')} as decision
          ${ofTheSame(asked)} and o.status = 'granted' order by o.case_id) same), '[]') as decisions,
      case when own.packed <> '' then '' else coalesce(
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

/** Entries of the register by a document alone, still running: of those nobody has recorded a case's facts. */
export async function countWithoutFacts(tx: ReadTx, asked: Asked): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from (
      select distinct b.number from benefit_row b
      where b.county = ${asked.county} and b.until_on = '' and b.confirmation <> 'rejected'
        and b.scheme = any (${[...previewed]}::text[])
        and not exists (select 1 from case_row c join case_facts f using (case_id)
          where c.number = b.number and c.county = b.county)
    ) n cross join lateral ${held(sql.ref('n.number'), asked)} held
    where held.kept > 0`.execute(tx);
  return found.rows[0]?.count ?? 0;
}
