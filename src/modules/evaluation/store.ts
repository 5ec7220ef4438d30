import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { foldersOf } from '../../rules/region.ts';
import { type EvaluationDefinition, readEvaluations } from './definition.ts';
import { type EvaluationEvent, evaluationSlot, type EvaluationState } from './evaluation.ts';
import type { MeasuredYear } from './result-from.ts';

/** The evaluation of one township in one year; the id is both. */
export const evaluationKind: TitledKind<EvaluationState, EvaluationEvent> = {
  name: 'evaluation',
  initial: evaluationSlot.initial,
  evolve: (state, event, meta) => evolveSlot(evaluationSlot, state, event, meta),
  titleOf: (type) => (evaluationSlot.titles as Record<string, string | undefined>)[type] ?? type,
};

const REGIONS = fileURLToPath(new URL('../../../regions', import.meta.url));
const known = new Map<string, readonly EvaluationDefinition[]>();

/** What the nearest place lays down for a day; null where nothing is. */
export function definitionOf(county: string, day: LocalDate): EvaluationDefinition | null {
  for (const folder of foldersOf(placeCode(county))) {
    const found = definitionsIn(folder)
      .filter(({ from, until }) => from <= day && (until === undefined || day <= until))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1);
    if (found) return found;
  }
  return null;
}

function definitionsIn(folder: string): readonly EvaluationDefinition[] {
  const path = join(REGIONS, folder, 'evaluation.json');
  const read =
    known.get(path) ??
    (existsSync(path) ? readEvaluations(JSON.parse(readFileSync(path, 'utf8'))) : []);
  known.set(path, read);
  return read;
}

/** What the record tells of a township's year: of cases decided in it, of findings made in it. */
export async function measuredOf(
  tx: ReadTx,
  township: string,
  year: string,
): Promise<MeasuredYear> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const cases = await sql<Record<string, number>>`
    select count(*)::int as decided,
      count(*) filter (where due_on = '' or decided_on <= due_on)::int as "onTime",
      count(*) filter (where returned)::int as returned,
      count(*) filter (where not help_first)::int as ordinary,
      count(*) filter (where not help_first and notices > 0 and notices_down = notices)::int as published,
      coalesce(sum(objections), 0)::int as objections,
      coalesce(sum(objections - open_objections), 0)::int as settled,
      coalesce(sum(visits), 0)::int as visits, coalesce(sum(visits_by_two), 0)::int as "byTwo"
    from case_measure
    where county = ${township.slice(0, 6)} and township = ${township}
      and decided_on >= ${from} and decided_on <= ${to}`.execute(tx);
  const findings = await sql<{ due: number; inTime: number }>`
    select count(*)::int as due,
      count(*) filter (where outcome <> 'open' and settled_on <= due_on)::int as "inTime"
    from match_finding
    where county = ${township.slice(0, 6)} and starts_with(area, ${township}) and role = 'case-officer'
      and found_on >= ${from} and found_on <= ${to}`.execute(tx);
  const own = (key: string) => cases.rows[0]?.[key] ?? 0;
  const share = (good: string, of: string) => ({ good: own(good), of: own(of) });
  const { due = 0, inTime = 0 } = findings.rows[0] ?? {};
  return {
    'on-time': share('onTime', 'decided'),
    returned: share('returned', 'decided'),
    publicity: share('published', 'ordinary'),
    objections: share('settled', 'objections'),
    'two-visitors': share('byTwo', 'visits'),
    findings: { good: inTime, of: due },
  };
}

/** The evaluations of a year in an area, by township. */
export async function evaluationsIn(
  tx: ReadTx,
  area: string,
  year: string,
): Promise<ReadonlyMap<string, EvaluationState>> {
  const found = await sql<{ township: string; state: EvaluationState }>`
    select area as township, state from record
    where kind = 'evaluation' and area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
      and state ->> 'year' = ${year}`.execute(tx);
  return new Map(found.rows.map(({ township, state }) => [township, state]));
}
