import { sql } from 'kysely';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { townshipRoles } from '../identity/index.ts';
import { type RuleName, ruleNames, workingRuleOf } from '../rulebook/index.ts';
import { countCases } from './measure-store.ts';
import { type ReadinessEvent, readinessSlot, type ReadinessState } from './readiness.ts';
import type { MeasuredTownship } from './score.ts';

/** The assessments of one township; the id is its code. */
export const readinessKind: TitledKind<ReadinessState, ReadinessEvent> = {
  name: 'readiness',
  initial: readinessSlot.initial,
  evolve: (state, event, meta) => evolveSlot(readinessSlot, state, event, meta),
  titleOf: (type) => readinessSlot.titles[type as ReadinessEvent['type']] ?? type,
};

/** Whether the database lets this transaction see a place: posts are no rows of a place, what they add up to is. */
export async function isWithinSight(tx: ReadTx, township: string): Promise<boolean> {
  const found = await sql<{ seen: boolean }>`
    select starts_with(${township}, (select visible_prefix())) as seen`.execute(tx);
  return found.rows[0]?.seen === true;
}

/** The assessments of every township of an area. */
export async function assessmentsIn(
  tx: ReadTx,
  area: string,
): Promise<ReadonlyMap<string, ReadinessState>> {
  const found = await sql<{ township: string; state: ReadinessState }>`
    select area as township, state from record
    where kind = 'readiness' and area collate "C" >= ${area} and area collate "C" < ${`${area}~`}`.execute(
    tx,
  );
  return new Map(found.rows.map(({ township, state }) => [township, state]));
}

type Asked = {
  readonly area: string;
  readonly townships: readonly string[];
  readonly today: LocalDate;
  readonly caseMonths: number;
};

/** What the record says of each township; a statement per kind of record, however many townships there are. */
export async function measuredIn(
  tx: ReadTx,
  asked: Asked,
): Promise<ReadonlyMap<string, MeasuredTownship>> {
  const { area, today } = asked;
  const since = addMonths(today, -asked.caseMonths);
  const cases = new Map((await countCases(tx, area, since)).map((each) => [each.township, each]));
  const posts = await postsIn(tx, area, today);
  const rules = await rulesIn(tx, asked);
  const findings = await findingsIn(tx, area, since, today);
  return new Map(
    asked.townships.map((township) => {
      const own = cases.get(township);
      const shareOf = (good = 0, of = 0) => ({ good, of });
      const { decided = 0, objections = 0 } = own ?? {};
      const measured: MeasuredTownship = {
        clerks: { count: posts.get(township)?.clerks ?? 0 },
        posts: { count: posts.get(township)?.roles ?? 0 },
        rules: { count: rules.get(township) ?? 0 },
        'on-time': shareOf(own?.onTime, decided),
        returned: shareOf(own?.returned, decided),
        publicity: shareOf(own?.published, own?.ordinary),
        objections: shareOf(objections - (own?.openObjections ?? 0), objections),
        'two-visitors': shareOf(own?.visitsByTwo, own?.visits),
        findings: shareOf(findings.get(township)?.inTime, findings.get(township)?.due),
      };
      return [township, measured];
    }),
  );
}

async function postsIn(tx: ReadTx, area: string, today: LocalDate) {
  const found = await sql<{ township: string; clerks: number; roles: number }>`
    select substr(area, 1, 9) as township,
      (count(distinct person) filter (where role in ('window-clerk', 'case-officer')))::int as clerks,
      count(distinct role)::int as roles
    from post
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`} and length(area) >= 9
      and role = any (${[...townshipRoles]}::text[]) and standing = 'held'
      and from_on <= ${today} and (to_on = '' or to_on >= ${today})
    group by 1`.execute(tx);
  return new Map(found.rows.map((each) => [each.township, each]));
}

/** How many of the townships' working rules hold there today: their own texts, or the county's for all (DL-15). */
async function rulesIn(tx: ReadTx, { area, townships, today }: Asked) {
  const names = ruleNames.filter((name: RuleName) => workingRuleOf(name).level === 'township');
  const found = await sql<{ place: string; names: string[] }>`
    select place, array_agg(name) as names from (
      select distinct on (rule_id) area as place, name, repealed_on from rule_version
      where (area = ${area.slice(0, 6)} or starts_with(area, ${area}))
        and name = any (${[...names]}::text[]) and effective_from <= ${today}
      order by rule_id, version desc
    ) v where repealed_on = '' or repealed_on > ${today} group by place`.execute(tx);
  const held = new Map(found.rows.map((each) => [each.place, each.names]));
  const ofCounty = held.get(area.slice(0, 6)) ?? [];
  return new Map(
    townships.map((place) => [place, new Set([...ofCounty, ...(held.get(place) ?? [])]).size]),
  );
}

/** The township's own findings that were due by today, and those disposed of in time. */
async function findingsIn(tx: ReadTx, area: string, since: LocalDate, today: LocalDate) {
  const found = await sql<{ township: string; due: number; inTime: number }>`
    select substr(area, 1, 9) as township, count(*)::int as due,
      count(*) filter (where outcome <> 'open' and settled_on <= due_on)::int as "inTime"
    from match_finding
    where county = ${area.slice(0, 6)} and starts_with(area, ${area}) and role = 'case-officer'
      and found_on >= ${since} and (outcome <> 'open' or due_on < ${today})
    group by 1`.execute(tx);
  return new Map(found.rows.map((each) => [each.township, each]));
}
