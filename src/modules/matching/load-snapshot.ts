import { Worker } from 'node:worker_threads';
import { dayOf } from '../../kernel/clock.ts';
import { type Principal, read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import type { SealedChunk, SnapshotWork } from './snapshot-worker.ts';
import type { Source } from './source.ts';
import type { SourceCatalogue } from './source-catalogue.ts';
import * as store from './snapshot-store.ts';

const BUSY_MS = 120_000;
const FAULT = '导入中途出错，已经停止，没有留下任何一行。请重新上传；仍不行请告知系统管理员。';

export type LoadWork = { readonly context: Context; readonly catalogue: SourceCatalogue };

/**
 * Takes a file in, chunk by chunk, each with the place reached: cut off at any moment it goes on where it was, and no
 * row is there twice. Until the end nothing of it counts; a file that is wrong leaves no row behind.
 */
export async function continueLoad(
  work: LoadWork,
  { loadId, area }: Pick<store.SnapshotLoad, 'loadId' | 'area'>,
  isLeft: () => boolean = () => false,
): Promise<void> {
  const { database, clock, log, bundles } = work.context;
  const now = clock.now();
  const load = await write(database, { area, person: '' }, (tx) =>
    store.takeLoad(tx, loadId, { now, until: now + BUSY_MS }),
  );
  if (!load) return;
  const county: Principal = { area, person: load.person };
  try {
    const source = work.catalogue
      .sourcesOf(area, dayOf(now))
      .find((each) => each.source === load.source);
    if (!source) throw new Error(`no source ${load.source}`);
    const after = await goThrough(work, county, { load, source }, isLeft);
    if (!after) return;
    await end(work, county, after, source);
    await bundles.drop(loadId);
  } catch (error) {
    if (isLeft()) return;
    log.error(error as Error, 'snapshot load failed');
    await fail(work, county, loadId, FAULT);
  }
}

async function fail({ context }: LoadWork, county: Principal, loadId: string, fault: string) {
  await write(context.database, county, async (tx) => {
    await store.dropGoodRows(tx, loadId);
    await store.endLoad(tx, loadId, { phase: 'failed', fault });
  });
  await context.bundles.drop(loadId);
}

type Sums = { readonly loadId: string; readonly good: number; readonly bad: number };

async function end(
  work: LoadWork,
  county: Principal,
  { loadId, good, bad }: Sums,
  { mostBadPercent, title }: Source,
): Promise<void> {
  const isWrong = bad * 100 > (good + bad) * mostBadPercent;
  if (good === 0 || isWrong) {
    const fault = `${good + bad} 行里有 ${bad} 行不符合“${title}”的约定，可能是别的文件，没有导入任何一行。请下载出错行核对后重新提供。`;
    return fail(work, county, loadId, fault);
  }
  await write(work.context.database, county, (tx) =>
    store.endLoad(tx, loadId, { phase: 'loaded', fault: '' }),
  );
}

/** Every chunk from where the load stands; null when the program ends or somebody else took over. */
async function goThrough(
  { context }: LoadWork,
  county: Principal,
  { load, source }: { readonly load: store.SnapshotLoad; readonly source: Source },
  isLeft: () => boolean,
): Promise<Sums | null> {
  const { database, clock, sealer } = context;
  const { loadId, area, fileName } = load;
  const bytes = await keptFile(context, loadId);
  const today = dayOf(clock.now());
  const reader = openReader({
    ...{ loadId, keys: sealer.ring() },
    ...{ bytes, name: fileName, source, skip: load.done, today },
  });
  let { done, good, bad } = load;
  try {
    // The thread reads and seals the next chunk while this one is written.
    let next = reader.next();
    for (;;) {
      const chunk = await next;
      if (!chunk) return { loadId, good, bad };
      next = reader.next();
      next.catch(() => {});
      if (isLeft()) return null;
      const from = { loadId, area, done };
      const until = clock.now() + BUSY_MS;
      const isKept = await write(database, county, (tx) => store.keepChunk(tx, from, chunk, until));
      if (!isKept) return null;
      done += chunk.count;
      good += chunk.rows.good;
      bad += chunk.faults.length;
    }
  } finally {
    await reader.close();
  }
}

async function keptFile({ bundles }: Context, loadId: string): Promise<Uint8Array> {
  const chunks = await bundles.read(loadId);
  if (!chunks) throw new Error(`no file of the load ${loadId}`);
  const parts: Buffer[] = [];
  for await (const part of chunks) parts.push(part);
  return Buffer.concat(parts);
}

type Reader = {
  readonly next: () => Promise<SealedChunk | null>;
  readonly close: () => Promise<unknown>;
};

/** A thread of its own: reading millions of rows must not keep people waiting for their pages. */
export function openReader(work: SnapshotWork): Reader {
  const worker = new Worker(new URL('./snapshot-worker.ts', import.meta.url), { workerData: work });
  // One listener each for the whole life: what is taken away with a listener, the worker's own included, is not
  // put back with the next.
  let waiting: PromiseWithResolvers<SealedChunk | null> | null = null;
  worker.on('message', (chunk: SealedChunk | null) => waiting?.resolve(chunk));
  worker.on('error', (error) => waiting?.reject(error));
  worker.on('exit', (code) => waiting?.reject(new Error(`the reader ended with ${code}`)));
  return {
    next: () => {
      waiting = Promise.withResolvers<SealedChunk | null>();
      worker.postMessage('next');
      return waiting.promise;
    },
    close: () => worker.terminate(),
  };
}

/** Goes on with every load nobody works on: after a restart, or where the one who did has gone. */
export async function continueLeftLoads(work: LoadWork): Promise<void> {
  const { database, clock } = work.context;
  const left = await read(database, SYSTEM, (tx) => store.listLeftLoads(tx, clock.now()));
  for (const load of left) await continueLoad(work, load);
}
