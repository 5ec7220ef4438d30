import { sql } from 'kysely';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { HouseholdEffect } from './effect.ts';
import type { Change } from './preview.ts';
import { emptySums, type Sums } from './sums.ts';

/** One run over a county's caseload, as far as it has come. */
export type PreviewRun = {
  readonly runId: string;
  /** The county. */
  readonly area: string;
  readonly person: string;
  readonly title: string;
  readonly change: Change;
  readonly day: LocalDate;
  readonly months: readonly Month[];
  readonly knownOn: LocalDate;
  readonly state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed';
  readonly total: number;
  readonly done: number;
  /** The last household gone through. */
  readonly cursor: string;
  readonly sums: Sums;
  readonly fault: string;
  readonly createdAt: number;
};

type RunRow = Omit<PreviewRun, 'change' | 'months' | 'sums'> & {
  readonly change: string;
  readonly months: string;
  readonly sums: string;
};

const columns = sql.raw(
  `run_id as "runId", area, person, title, change, day, months, known_on as "knownOn", state, total, done, cursor,
   sums, fault, created_at as "createdAt"`,
);

function runOf(row: RunRow): PreviewRun {
  return {
    ...row,
    change: JSON.parse(row.change) as Change,
    months: JSON.parse(row.months) as Month[],
    // Runs begun before all of it was counted.
    sums: { ...emptySums, ...(JSON.parse(row.sums) as Partial<Sums>) },
  };
}

/** False when the county has one under way: the table itself holds no two. */
export async function insertRun(tx: WriteTx, run: PreviewRun): Promise<boolean> {
  const inserted = await sql`
    insert into preview_run (run_id, area, person, title, change, day, months, known_on, state, total, done, cursor,
      sums, fault, busy_until, created_at, finished_at)
    values (${run.runId}, ${run.area}, ${run.person}, ${run.title}, ${JSON.stringify(run.change)}, ${run.day},
      ${JSON.stringify(run.months)}, ${run.knownOn}, ${run.state}, ${run.total}, ${run.done}, ${run.cursor},
      ${JSON.stringify(run.sums)}, ${run.fault}, 0, ${run.createdAt}, 0)
    on conflict (area) where state in ('waiting', 'running') do nothing`.execute(tx);
  return inserted.numAffectedRows === 1n;
}

export async function findRun(tx: ReadTx, runId: string): Promise<PreviewRun | undefined> {
  const found = await sql<RunRow>`
    select ${columns} from preview_run where run_id = ${runId}`.execute(tx);
  return found.rows[0] && runOf(found.rows[0]);
}

/** Newest first. */
export async function listRuns(tx: ReadTx, area: string): Promise<readonly PreviewRun[]> {
  const found = await sql<RunRow>`
    select ${columns} from preview_run where area = ${area}
    order by created_at desc, run_id limit 100`.execute(tx);
  return found.rows.map(runOf);
}

/** Runs that nobody works on: never begun, or left by a program that ended. */
export async function listLeft(
  tx: ReadTx,
  now: number,
): Promise<readonly { runId: string; area: string }[]> {
  const found = await sql<{ runId: string; area: string }>`
    select run_id as "runId", area from preview_run
    where state in ('waiting', 'running') and busy_until < ${now} order by created_at`.execute(tx);
  return found.rows;
}

/** Takes a run that nobody works on until `until`; undefined when somebody does, or it is over. */
export async function takeRun(
  tx: WriteTx,
  runId: string,
  { now, until }: { now: number; until: number },
): Promise<PreviewRun | undefined> {
  const taken = await sql<RunRow>`
    update preview_run set state = 'running', busy_until = ${until}
    where run_id = ${runId} and state in ('waiting', 'running') and busy_until < ${now}
    returning ${columns}`.execute(tx);
  return taken.rows[0] && runOf(taken.rows[0]);
}

export type KeptEffect = HouseholdEffect & {
  readonly caseId: string;
  readonly area: string;
  readonly township: string;
};

/** Keeps one chunk. False when the run was stopped, dropped or taken by somebody else meanwhile: nothing is kept. */
export async function keepChunk(
  tx: WriteTx,
  run: Pick<PreviewRun, 'runId' | 'cursor'>,
  chunk: { cursor: string; count: number; sums: Sums; until: number },
  households: readonly KeptEffect[],
): Promise<boolean> {
  const kept = await sql`
    update preview_run set cursor = ${chunk.cursor}, done = done + ${chunk.count},
      sums = ${JSON.stringify(chunk.sums)}, busy_until = ${chunk.until}
    where run_id = ${run.runId} and state = 'running' and cursor = ${run.cursor}`.execute(tx);
  if (kept.numAffectedRows !== 1n) return false;
  const rows = households.flatMap(({ caseId, area, township, effects }) =>
    effects
      .filter(({ effect, arrears }) => (effect !== 'same' && effect !== 'out') || arrears > 0)
      .map((each) => ({ run_id: run.runId, case_id: caseId, area, township, ...each })),
  );
  if (rows.length === 0) return true;
  await sql`insert into preview_effect (run_id, scheme, case_id, area, township, effect, before, after, arrears, reason)
    select run_id, scheme, case_id, area, township, effect, before, after, arrears, reason
    from jsonb_populate_recordset(null::preview_effect, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
  return true;
}

/** Ends a run that is still under way; false when it is over already. */
export async function endRun(
  tx: WriteTx,
  runId: string,
  { state, fault, now }: { state: 'done' | 'stopped' | 'failed'; fault: string; now: number },
): Promise<boolean> {
  const ended = await sql`
    update preview_run set state = ${state}, fault = ${fault}, busy_until = 0, finished_at = ${now}
    where run_id = ${runId} and state in ('waiting', 'running')`.execute(tx);
  return ended.numAffectedRows === 1n;
}

export async function dropRun(tx: WriteTx, runId: string): Promise<void> {
  await sql`delete from preview_run where run_id = ${runId}`.execute(tx);
}

export async function dropRunsBefore(tx: WriteTx, createdBefore: number): Promise<void> {
  await sql`delete from preview_run where created_at < ${createdBefore}`.execute(tx);
}
