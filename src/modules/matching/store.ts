import { sql } from 'kysely';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import {
  type FindingEvent,
  findingSlot,
  type FindingState,
  type MatchingEvent,
  matchingSlot,
  type MatchingState,
} from './matching.ts';

/** Comparisons ordered: who, under which number, with what. */
export const matchingKind: TitledKind<MatchingState, MatchingEvent> = {
  name: 'matching',
  initial: matchingSlot.initial,
  evolve: (state, event, meta) => evolveSlot(matchingSlot, state, event, meta),
  titleOf: (type) => matchingSlot.titles[type as MatchingEvent['type']] ?? type,
};

/** What people did about findings; the row of the finding follows. */
export const findingKind: TitledKind<FindingState, FindingEvent> = {
  name: 'finding',
  initial: findingSlot.initial,
  evolve: (state, event, meta) => evolveSlot(findingSlot, state, event, meta),
  titleOf: (type) => findingSlot.titles[type as FindingEvent['type']] ?? type,
  project: async (tx, { id, state: { holder, settled } }) => {
    await sql`update match_finding set holder = ${holder}, outcome = ${settled?.outcome ?? 'open'},
      reason = ${settled?.reason ?? ''}, settled_on = ${settled?.on ?? ''}, settled_by = ${settled?.by ?? ''}
      where finding_id = ${id}`.execute(tx);
  },
};

/** How far a comparison has come. */
export type MatchingRun = {
  readonly runId: string;
  /** The county. */
  readonly area: string;
  readonly number: string;
  readonly month: Month;
  readonly day: LocalDate;
  readonly person: string;
  readonly createdAt: number;
  readonly loads: readonly string[];
  readonly phase: 'gathering' | 'judging' | 'done' | 'failed';
  readonly total: number;
  readonly done: number;
  readonly place: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly fault: string;
};

const columns = sql.raw(
  `run_id as "runId", area, number, month, day, person, created_at as "createdAt", loads, phase, total, done, place,
   counts, fault`,
);

export async function insertRun(
  tx: WriteTx,
  run: Omit<MatchingRun, 'phase' | 'total' | 'done' | 'place' | 'counts' | 'fault'> & {
    readonly post: string;
    readonly command: string;
  },
): Promise<void> {
  const { runId, area, number, month, day, person, post, command, createdAt, loads } = run;
  await sql`insert into matching_run (run_id, area, number, month, day, person, post, command, created_at, loads, phase,
      total, done, place, counts, fault, busy_until)
    values (${runId}, ${area}, ${number}, ${month}, ${day}, ${person}, ${post}, ${command}, ${createdAt},
      ${loads}::text[], 'gathering', ${loads.length}, 0, '', '{}', '', 0)`.execute(tx);
}

/** Newest first. */
export async function listRuns(tx: ReadTx, area: string): Promise<readonly MatchingRun[]> {
  const found = await sql<MatchingRun>`
    select ${columns} from matching_run where area = ${area}
    order by created_at desc, run_id limit 60`.execute(tx);
  return found.rows;
}

/** How many comparisons a county has ordered in a year, for the number of the next. */
export async function countRuns(tx: ReadTx, area: string, year: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from matching_run where area = ${area} and starts_with(day, ${year})`.execute(
    tx,
  );
  return found.rows[0]?.count ?? 0;
}

const UNDER_WAY = sql.raw(`phase in ('gathering', 'judging')`);

/** The comparison under way in a county, if any. */
export async function runUnderWay(tx: ReadTx, area: string): Promise<MatchingRun | undefined> {
  const found = await sql<MatchingRun>`
    select ${columns} from matching_run where area = ${area} and ${UNDER_WAY}`.execute(tx);
  return found.rows[0];
}

export async function listLeftRuns(
  tx: ReadTx,
  now: number,
): Promise<readonly Pick<MatchingRun, 'runId' | 'area'>[]> {
  const found = await sql<Pick<MatchingRun, 'runId' | 'area'>>`
    select run_id as "runId", area from matching_run where ${UNDER_WAY} and busy_until < ${now}
    order by created_at`.execute(tx);
  return found.rows;
}

export async function takeRun(
  tx: WriteTx,
  runId: string,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<MatchingRun | undefined> {
  const taken = await sql<MatchingRun>`
    update matching_run set busy_until = ${until}
    where run_id = ${runId} and ${UNDER_WAY} and busy_until < ${now} returning ${columns}`.execute(
    tx,
  );
  return taken.rows[0];
}

/** Says how far it has come. False when somebody else does it meanwhile: then nothing of the step may stay. */
export async function keepProgress(
  tx: WriteTx,
  from: MatchingRun,
  to: Pick<MatchingRun, 'phase' | 'total' | 'done' | 'place' | 'counts'> & {
    readonly until: number;
  },
): Promise<boolean> {
  const kept = await sql`
    update matching_run set phase = ${to.phase}, total = ${to.total}, done = ${to.done}, place = ${to.place},
      counts = ${JSON.stringify(to.counts)}::jsonb, busy_until = ${to.until}
    where run_id = ${from.runId} and phase = ${from.phase} and done = ${from.done}
      and place = ${from.place}`.execute(tx);
  return kept.numAffectedRows === 1n;
}

/** Ends a run; what was gathered for it goes, the findings stay. */
export async function endRun(
  tx: WriteTx,
  runId: string,
  { phase, fault }: Pick<MatchingRun, 'phase' | 'fault'>,
): Promise<void> {
  await sql`update matching_run set phase = ${phase}, fault = ${fault}, busy_until = 0
    where run_id = ${runId}`.execute(tx);
  await sql`delete from matching_hit where run_id = ${runId}`.execute(tx);
}
