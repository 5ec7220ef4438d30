import { sql } from 'kysely';
import type { Sealed } from '../../kernel/sealed.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { BenefitState } from '../review/index.ts';
import type { MatchingRun } from './store.ts';

/** A household of the register with what a comparison needs of it. */
export type RegisterHousehold = {
  readonly benefitId: string;
  readonly area: string;
  readonly scheme: Scheme;
  readonly number: string;
  readonly head: string;
  readonly kin: boolean;
  readonly recused: readonly string[];
  readonly entries: BenefitState['entries'];
  readonly people: NonNullable<BenefitState['enrolment']>['people'];
  readonly facts: HouseholdFacts | null;
  readonly deaths: BenefitState['deaths'];
  /** '' where it was taken over from a document. */
  readonly caseId: string;
  readonly account: { readonly holder: string; readonly number: Sealed } | null;
};

const account = sql.raw(
  `coalesce(nullif(r.state->'enrolment'->'account', 'null'),
     nullif(c.state->'household'->'declaration'->'account', 'null'))`,
);
const states = sql`
  join ${recordAt(sql`'benefit:' || b.benefit_id`)} r on true
  left join ${recordAt(sql`'case:' || (r.state->'enrolment'->'origin'->>'caseId')`)} c on true`;
const listed = (county: string) =>
  sql`b.county = ${county} and b.until_on = '' and b.confirmation in ('not-needed', 'confirmed')`;

/** In the order of their ids, from after `after` on. */
export async function listHouseholds(
  tx: ReadTx,
  county: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly RegisterHousehold[]> {
  const found = await sql<RegisterHousehold>`
    with b as materialized (select * from benefit_row b where ${listed(county)} and b.benefit_id > ${after}
      order by b.benefit_id limit ${limit})
    select b.benefit_id as "benefitId", b.area, b.scheme, b.number, b.head, b.kin, b.recused, b.entries,
      r.state->'enrolment'->'people' as people, nullif(r.state->'enrolment'->'facts', 'null') as facts,
      r.state->'deaths' as deaths, coalesce(r.state->'enrolment'->'origin'->>'caseId', '') as "caseId",
      ${account} as account
    from b ${states} order by b.benefit_id`.execute(tx);
  return found.rows;
}

export async function countHouseholds(tx: ReadTx, county: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from benefit_row
    where county = ${county} and until_on = '' and confirmation in ('not-needed', 'confirmed')`.execute(
    tx,
  );
  return found.rows[0]?.count ?? 0;
}

/** Accounts several households of different numbers are paid into: blind index to the numbers, in order. */
export async function sharedAccounts(
  tx: ReadTx,
  county: string,
  month: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await sql<{ index: string; numbers: string[] }>`
    select a.index, array_agg(distinct a.number order by a.number) as numbers
    from (select ${account}->'number'->>'index' as index, b.number from benefit_row b ${states}
      where ${listed(county)} and coalesce((select (e.entry->>'amount')::bigint
        from jsonb_array_elements(b.entries) with ordinality as e (entry, n)
        where e.entry->>'from' <= ${month} order by e.n desc limit 1), 0) > 0) a
    where coalesce(a.index, '') <> '' group by a.index having count(distinct a.number) > 1`.execute(
    tx,
  );
  return new Map(found.rows.map(({ index, numbers }) => [index, numbers]));
}

/**
 * Rows of a load about people of the register, or about the accounts they are paid into. One join of the whole load,
 * which PostgreSQL does with one hash table over the register.
 */
export async function gatherHits(
  tx: WriteTx,
  { runId, area }: Pick<MatchingRun, 'runId' | 'area'>,
  { loadId, hasAccounts }: { readonly loadId: string; readonly hasAccounts: boolean },
): Promise<void> {
  // As above: a loop over millions of rows for each household is what the planner takes for cheap.
  await sql`set local enable_nestloop = off`.execute(tx);
  await sql`insert into matching_hit (run_id, area, benefit_id, member_id, load_id, place, on_date, amount, code, detail)
    select ${runId}, ${area}, p.benefit_id, p.member_id, s.load_id, s.place, s.on_date, s.amount, s.code, s.detail
    from snapshot_row s join benefit_person p on p.id_index = s.id_index
    join benefit_row b on b.benefit_id = p.benefit_id and b.until_on = '' and b.county = ${area}
    where s.load_id = ${loadId} and s.id_index <> ''`.execute(tx);
  if (!hasAccounts) return;
  await sql`insert into matching_hit (run_id, area, benefit_id, member_id, load_id, place, on_date, amount, code, detail)
    with k as materialized (select b.benefit_id, ${account}->'number'->>'index' as index
      from benefit_row b ${states} where ${listed(area)})
    select ${runId}, ${area}, k.benefit_id, '', s.load_id, s.place, s.on_date, s.amount, s.code, s.detail
    from snapshot_row s join k on k.index = s.account
    where s.load_id = ${loadId} and s.account <> ''`.execute(tx);
}

export type HitRow = {
  readonly benefitId: string;
  readonly memberId: string;
  readonly loadId: string;
  readonly place: number;
  readonly date: string;
  readonly amount: number | null;
  readonly code: string;
  readonly detail: string;
};

/** What was gathered about these households, in one order always. */
export async function listHits(
  tx: ReadTx,
  runId: string,
  benefitIds: readonly string[],
): Promise<readonly HitRow[]> {
  const found = await sql<HitRow>`
    select benefit_id as "benefitId", member_id as "memberId", load_id as "loadId", place, on_date as date, amount,
      code, detail
    from matching_hit where run_id = ${runId} and benefit_id = any (${benefitIds}::text[])
    order by benefit_id, load_id, place, member_id`.execute(tx);
  return found.rows;
}

export type ElsewhereRow = {
  readonly idIndex: string;
  readonly benefitId: string;
  readonly number: string;
  readonly township: string;
  readonly scheme: Scheme;
};

/** Running entries of these people anywhere; what they are and where, never who (OT-09). */
export async function listRunning(
  tx: ReadTx,
  idIndexes: readonly string[],
): Promise<readonly ElsewhereRow[]> {
  if (idIndexes.length === 0) return [];
  const found = await sql<ElsewhereRow>`
    select id_index as "idIndex", benefit_id as "benefitId", number, township, scheme
    from find_running_benefit(${idIndexes}::text[], '') order by 1, 2`.execute(tx);
  return found.rows;
}
