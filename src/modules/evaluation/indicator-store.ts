import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import { type MeasuredCode, measuredCodes } from './measured-code.ts';
import type { MeasuredYear } from './result-from.ts';

/** A township's year as it stands today. */
export type AskedYear = {
  readonly township: string;
  readonly year: string;
  readonly today: LocalDate;
};

type Source = 'case' | 'finding' | 'check' | 'correction';

const countyOf = ({ township }: AskedYear) => township.slice(0, 6);
const within = (column: string, { year }: AskedYear) =>
  sql`${sql.ref(column)} >= ${`${year}-01-01`} and ${sql.ref(column)} <= ${`${year}-12-31`}`;

/** One row per thing of the year: what, village, day, path, recused, and what conditions read. */
const sources: { readonly [Name in Source]: (asked: AskedYear) => RawBuilder<unknown> } = {
  case: (asked) => sql`
    select c.number || ' ' || c.applicant as what, m.area, m.decided_on as day, '/cases/' || m.case_id as path,
      c.recused, m.due_on, m.decided_on, m.returned, m.help_first, m.notices, m.notices_down, m.objections,
      m.open_objections, m.visits, m.visits_by_two
    from case_measure m join case_row c using (case_id)
    where m.county = ${countyOf(asked)} and m.township = ${asked.township} and ${within('m.decided_on', asked)}`,
  finding: (asked) => sql`
    select f.number || ' ' || f.head as what, f.area, f.due_on as day, '/benefits/' || f.benefit_id as path, f.recused,
      f.due_on, f.outcome, f.settled_on
    from match_finding f
    where f.county = ${countyOf(asked)} and starts_with(f.area, ${asked.township}) and f.role = 'case-officer'
      and ${within('f.found_on', asked)}`,
  // Only of draws whose proof is published: before that no township may learn of a visit (TH-05).
  check: (asked) => sql`
    select k.ref || ' ' || c.applicant as what, k.place as area, k.done_on as day, '/checks/' || k.check_id as path,
      c.recused, k.grade
    from county_check k join case_row c using (case_id) join draw_row d using (draw_id)
    where k.area = ${countyOf(asked)} and starts_with(k.place, ${asked.township}) and ${within('k.done_on', asked)}
      and k.outcome <> 'unreachable' and d.published_on <> ''`,
  correction: (asked) => sql`
    select k.ref || ' ' || c.applicant as what, c.area, k.due_on as day, '/corrections/' || k.correction_id as path,
      c.recused, k.due_on, coalesce(r.state #>> '{answers,-1,on}', '') as answered_on
    from correction_row k join case_row c using (case_id)
      join ${recordAt(sql`'correction:' || k.correction_id`)} r on true
    where k.area = ${asked.township} and ${within('k.due_on', asked)}
      and (k.due_on < ${asked.today} or k.standing <> 'open')`,
};

type Counted = {
  readonly source: Source;
  /** How much a row counts for at all, and how much of that counts as good. */
  readonly of: RawBuilder<unknown>;
  readonly good: RawBuilder<unknown>;
};

const one = sql`1`;
const oneIf = (condition: RawBuilder<unknown>) => sql`case when ${condition} then 1 else 0 end`;

/** The share and the list behind it are this one condition. */
const counted: { readonly [Code in MeasuredCode]: Counted } = {
  'on-time': {
    ...{ source: 'case', of: one },
    good: oneIf(sql`s.due_on = '' or s.decided_on <= s.due_on`),
  },
  returned: { source: 'case', of: one, good: oneIf(sql`s.returned`) },
  publicity: {
    ...{ source: 'case', of: oneIf(sql`not s.help_first`) },
    good: oneIf(sql`not s.help_first and s.notices > 0 and s.notices_down = s.notices`),
  },
  objections: {
    ...{ source: 'case', of: sql`s.objections` },
    good: sql`s.objections - s.open_objections`,
  },
  'two-visitors': { source: 'case', of: sql`s.visits`, good: sql`s.visits_by_two` },
  findings: {
    ...{ source: 'finding', of: one },
    good: oneIf(sql`s.outcome <> 'open' and s.settled_on <= s.due_on`),
  },
  'sample-fit': { source: 'check', of: one, good: oneIf(sql`s.grade in ('none', 'slight')`) },
  corrections: {
    ...{ source: 'correction', of: one },
    good: oneIf(sql`s.answered_on <> '' and s.answered_on <= s.due_on`),
  },
};

/** What the record tells of a township's year, to whoever may see the rows it rests on. */
export async function measuredOf(tx: ReadTx, asked: AskedYear): Promise<MeasuredYear> {
  const measured: Partial<Record<MeasuredCode, { good: number; of: number }>> = {};
  for (const name of ['case', 'finding', 'check', 'correction'] as const) {
    const codes = measuredCodes.filter((code) => counted[code].source === name);
    const sums = codes.flatMap((code) => [
      sql`coalesce(sum(${counted[code].of}), 0)::int as ${sql.id(`${code} of`)}`,
      sql`coalesce(sum(${counted[code].good}), 0)::int as ${sql.id(`${code} good`)}`,
    ]);
    const found = await sql<Record<string, number>>`
      select ${sql.join(sums)} from (${sources[name](asked)}) s`.execute(tx);
    const row = found.rows[0];
    for (const code of codes) {
      measured[code] = { of: row?.[`${code} of`] ?? 0, good: row?.[`${code} good`] ?? 0 };
    }
  }
  return measured as MeasuredYear;
}

export type BehindIndicator = {
  readonly what: string;
  readonly area: string;
  readonly day: string;
  readonly path: string;
  readonly of: number;
  readonly good: number;
};

/** What an indicator rests on; a relative of a family finds it in no list (JT-05). */
export async function listBehind(
  tx: ReadTx,
  asked: AskedYear,
  code: MeasuredCode,
): Promise<readonly BehindIndicator[]> {
  const { source, of, good } = counted[code];
  const found = await sql<BehindIndicator>`
    select s.what, s.area, s.day, s.path, (${of})::int as "of", (${good})::int as good
    from (${sources[source](asked)}) s
    where (${of}) > 0 and coalesce(current_setting('yimen.person', true), '') <> all (s.recused)
    order by s.day, s.path limit 1000`.execute(tx);
  return found.rows;
}
