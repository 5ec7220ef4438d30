import { Worker } from 'node:worker_threads';
import { monthOf } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import { type Principal, read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { listPublished } from '../standards/published-store.ts';
import { type CaseloadRow, listCaseload } from './caseload-store.ts';
import { amountOf, type HouseholdEffect } from './effect.ts';
import type { EffectChunk, EffectWork } from './effect-worker.ts';
import { endRun, keepChunk, listLeft, type PreviewRun, takeRun } from './store.ts';
import { added } from './sums.ts';

/** Households computed at a time: a few seconds of work, so that a stop is heeded and little is done twice. */
const CHUNK = 2048;
/** How long a run belongs to who works on it; whoever is still alive renews it with each chunk. */
const BUSY_MS = 120_000;

/**
 * Goes on with a run until its end, chunk by chunk. Each chunk is kept in one transaction with the place reached, so
 * a run that is cut off at any moment goes on where it was. Does nothing while somebody else works on it.
 */
export async function continuePreview(
  context: Context,
  { runId, area }: Pick<PreviewRun, 'runId' | 'area'>,
  isLeft: () => boolean = () => false,
  chunk = CHUNK,
): Promise<void> {
  const { database, clock, log } = context;
  const county: Principal = { area, person: '' };
  const now = clock.now();
  const taken = await write(database, county, (tx) =>
    takeRun(tx, runId, { now, until: now + BUSY_MS }),
  );
  if (!taken) return;
  const { change, day, months, knownOn } = taken;
  const published = await read(database, county, (tx) => listPublished(tx, taken.createdAt));
  const work = { change, day, months, knownOn, published };
  const worker = openWorker({ county: area as PlaceCode, ...work });
  try {
    const isWhole = await goThrough(context, county, taken, {
      ...{ effectsOf: worker.effectsOf, isLeft, size: chunk },
    });
    if (!isWhole) return;
    await write(database, county, (tx) =>
      endRun(tx, runId, { state: 'done', fault: '', now: clock.now() }),
    );
  } catch (error) {
    if (isLeft()) return;
    log.error(error as Error, 'preview failed');
    const fault = '测算中途出错，已经停止。请重新测算；仍不行请告知系统管理员。';
    await write(database, county, (tx) =>
      endRun(tx, runId, { state: 'failed', fault, now: clock.now() }),
    );
  } finally {
    await worker.close();
  }
}

/** Every chunk from where the run stands; false when it was stopped or the program ends. */
async function goThrough(
  { database, clock }: Context,
  county: Principal,
  taken: PreviewRun,
  {
    effectsOf,
    isLeft,
    size,
  }: Pick<EffectWorker, 'effectsOf'> & {
    readonly isLeft: () => boolean;
    readonly size: number;
  },
): Promise<boolean> {
  let run = taken;
  for (;;) {
    const rows = await read(database, county, (tx) =>
      listCaseload(tx, {
        county: run.area,
        month: monthOf(run.day),
        after: run.cursor,
        limit: size,
      }),
    );
    const last = rows.at(-1);
    if (!last) return true;
    const effects = await effectsOf(rows);
    if (isLeft()) return false;
    const households = rows.map((row, index) => counted(row, effects[index]));
    const sums = added(run.sums, households);
    const chunk = { cursor: last.caseId, count: rows.length, sums, until: clock.now() + BUSY_MS };
    const from = run;
    if (!(await write(database, county, (tx) => keepChunk(tx, from, chunk, households))))
      return false;
    run = { ...run, cursor: last.caseId, done: run.done + rows.length, sums };
  }
}

function counted(
  { caseId, area, township, decisions }: CaseloadRow,
  effect: HouseholdEffect | undefined,
) {
  if (!effect) throw new Error(`no effect of ${caseId}`);
  return { caseId, area, township, amount: amountOf(decisions), ...effect };
}

type EffectWorker = {
  readonly effectsOf: (chunk: EffectChunk) => Promise<readonly HouseholdEffect[]>;
  readonly close: () => Promise<unknown>;
};

/** A thread of its own: deciding thousands of households must not keep people waiting for their pages. */
function openWorker(work: EffectWork): EffectWorker {
  const worker = new Worker(new URL('./effect-worker.ts', import.meta.url), { workerData: work });
  // One listener each for the whole life: taking all away takes the worker's own along, and no later answer is heard.
  let waiting: PromiseWithResolvers<readonly HouseholdEffect[]> | null = null;
  worker.on('message', (effects: readonly HouseholdEffect[]) => waiting?.resolve(effects));
  worker.on('error', (error) => waiting?.reject(error));
  worker.on('exit', (code) => waiting?.reject(new Error(`the worker ended with ${code}`)));
  return {
    effectsOf: (chunk) => {
      waiting = Promise.withResolvers<readonly HouseholdEffect[]>();
      worker.postMessage(
        chunk.map(({ packed, facts, decisions }) => ({ packed, facts, decisions })),
      );
      return waiting.promise;
    },
    close: () => worker.terminate(),
  };
}

/** Goes on with every run that nobody works on: after a restart, or where the one who did has gone. */
export async function continueLeftPreviews(context: Context, chunk = CHUNK): Promise<void> {
  const left = await read(context.database, SYSTEM, (tx) => listLeft(tx, context.clock.now()));
  for (const run of left) {
    await continuePreview(context, run, () => false, chunk);
  }
}
