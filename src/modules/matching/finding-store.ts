import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { RuleCode } from './rule.ts';

/** What a finding rests on: a row of a snapshot, whose text stays sealed. */
export type Evidence = {
  readonly loadId: string;
  readonly place: number;
  readonly source: string;
  readonly asOf: string;
  readonly date: string;
  readonly amount: number | null;
  readonly code: string;
  readonly detail: string;
};

export type MatchFinding = {
  readonly findingId: string;
  /** The household's, or the county's where the township may have a part in it. */
  readonly area: string;
  readonly county: string;
  readonly benefitId: string;
  readonly memberId: string;
  readonly rule: RuleCode;
  readonly scheme: string;
  readonly number: string;
  readonly head: string;
  readonly member: string;
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
  readonly role: string;
  readonly holder: string;
  readonly dueOn: LocalDate;
  readonly holds: boolean;
  readonly foundOn: LocalDate;
  readonly firstRun: string;
  readonly lastRun: string;
  /** Of the comparison that found it: under it the source's data may be looked at. */
  readonly runNumber: string;
  readonly outcome: string;
  readonly reason: string;
  readonly settledOn: string;
  readonly settledBy: string;
  readonly recused: readonly string[];
};

const columns = sql.raw(
  `finding_id as "findingId", area, county, benefit_id as "benefitId", member_id as "memberId", rule, scheme, number,
   head, member, sentence, evidence, role, holder, due_on as "dueOn", holds, found_on as "foundOn",
   first_run as "firstRun", last_run as "lastRun", run_number as "runNumber",
   outcome, reason, settled_on as "settledOn",
   settled_by as "settledBy", recused`,
);

export type NewFinding = Omit<
  MatchFinding,
  'holder' | 'firstRun' | 'lastRun' | 'outcome' | 'reason' | 'settledOn' | 'settledBy'
>;

/** Keeps what a run found; what an earlier one found already only says that it is still so. */
export async function keepFindings(
  tx: WriteTx,
  runId: string,
  found: readonly NewFinding[],
): Promise<void> {
  if (found.length === 0) return;
  const rows = found.map((each) => ({
    finding_id: each.findingId,
    ...{ area: each.area, county: each.county, benefit_id: each.benefitId },
    ...{ member_id: each.memberId, rule: each.rule, scheme: each.scheme, number: each.number },
    ...{ head: each.head, member: each.member, sentence: each.sentence, evidence: each.evidence },
    ...{ role: each.role, holder: '', due_on: each.dueOn, holds: each.holds },
    ...{ found_on: each.foundOn, first_run: runId, last_run: runId, outcome: 'open', reason: '' },
    run_number: each.runNumber,
    ...{ settled_on: '', settled_by: '', recused: each.recused },
  }));
  await sql`insert into match_finding
    select * from jsonb_populate_recordset(null::match_finding, ${JSON.stringify(rows)}::jsonb)
    on conflict (finding_id) do update set last_run = excluded.last_run`.execute(tx);
}

export async function findFinding(
  tx: ReadTx,
  findingId: string,
): Promise<MatchFinding | undefined> {
  const found = await sql<MatchFinding>`
    select ${columns} from match_finding where finding_id = ${findingId}
      and not (coalesce(current_setting('yimen.person', true), '') = any (recused))`.execute(tx);
  return found.rows[0];
}

/** Who holds the post a finding is the work of, at its place or above it, and is no relative of the family. */
export async function listHolders(
  tx: ReadTx,
  { role, area, recused }: Pick<MatchFinding, 'role' | 'area' | 'recused'>,
): Promise<readonly { readonly person: string; readonly name: string }[]> {
  const found = await sql<{ person: string; name: string }>`
    select distinct w.id as person, w.name from post p join person w on w.id = p.person
    where p.role = ${role} and p.to_on = '' and starts_with(${area}, p.area)
      and not (p.person = any (${recused}::text[])) order by w.name, w.id`.execute(tx);
  return found.rows;
}

export type FindingFilter = {
  readonly area: string;
  readonly today: LocalDate;
  readonly rule?: string | undefined;
  readonly state?: 'open' | 'overdue' | 'settled' | 'held' | undefined;
  readonly role?: string | undefined;
  readonly runId?: string | undefined;
  readonly after: string;
  readonly limit: number;
};

const wanted = ({ area, today, rule = '', state, role = '', runId = '' }: FindingFilter) => sql`
  county = ${area.slice(0, 6)} and starts_with(area, ${area})
  and not (coalesce(current_setting('yimen.person', true), '') = any (recused))
  and (${rule} = '' or rule = ${rule}) and (${role} = '' or role = ${role})
  and (${runId} = '' or last_run = ${runId} or first_run = ${runId})
  and case ${state ?? ''} when 'open' then outcome = 'open'
    when 'overdue' then outcome = 'open' and due_on < ${today}
    when 'held' then outcome = 'open' and holds
    when 'settled' then outcome <> 'open' else true end`;

/** By the day they are due; `after` is what the page before ended with. */
export async function listFindings(
  tx: ReadTx,
  filter: FindingFilter,
): Promise<{ readonly findings: readonly MatchFinding[]; readonly next: string | null }> {
  const [due = '', id = ''] = filter.after.split('|');
  const found = await sql<MatchFinding>`
    select ${columns} from match_finding
    where ${wanted(filter)} and (due_on, finding_id) > (${due}, ${id})
    order by due_on, finding_id limit ${filter.limit + 1}`.execute(tx);
  const findings = found.rows.slice(0, filter.limit);
  const last = found.rows.length > filter.limit ? findings.at(-1) : undefined;
  return { findings, next: last ? `${last.dueOn}|${last.findingId}` : null };
}

export type FindingCounts = {
  readonly all: number;
  readonly open: number;
  readonly overdue: number;
  readonly held: number;
};

export async function countFindings(tx: ReadTx, filter: FindingFilter): Promise<FindingCounts> {
  const found = await sql<FindingCounts>`
    select count(*)::int as all, count(*) filter (where outcome = 'open')::int as open,
      count(*) filter (where outcome = 'open' and due_on < ${filter.today})::int as overdue,
      count(*) filter (where outcome = 'open' and holds)::int as held
    from match_finding where ${wanted(filter)}`.execute(tx);
  return found.rows[0] ?? { all: 0, open: 0, overdue: 0, held: 0 };
}

/** Where households lie, whoever's work a finding is. */
export async function areasOf(
  tx: ReadTx,
  benefitIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ benefitId: string; area: string }>`
    select benefit_id as "benefitId", area from benefit_row
    where until_on = '' and benefit_id = any (${benefitIds}::text[])`.execute(tx);
  return new Map(found.rows.map(({ benefitId, area }) => [benefitId, area]));
}
