import { Worker } from 'node:worker_threads';
import type { RawBatch } from './bulk-input.ts';
import { type BatchResult, batchDecider, type BulkOrder } from './decide-batch.ts';

/** Batches decided in the order they are handed in, whichever thread is done first. */
export type BatchResults = AsyncGenerator<BatchResult>;

/** So many batches a thread has at hand: one it works at and the next, so that it need not wait for it. */
const AT_HAND = 2;

/** With one worker all is done in this thread: nothing has to be started, nothing handed over. */
export function decidedInOrder(
  batches: AsyncIterable<RawBatch>,
  order: BulkOrder,
  workers: number,
): BatchResults {
  return workers === 1 ? decidedHere(batches, order) : decidedByWorkers(batches, order, workers);
}

async function* decidedHere(batches: AsyncIterable<RawBatch>, order: BulkOrder): BatchResults {
  const decide = batchDecider(order);
  for await (const batch of batches) yield decide(batch);
}

async function* decidedByWorkers(
  batches: AsyncIterable<RawBatch>,
  order: BulkOrder,
  count: number,
): BatchResults {
  const workers = Array.from({ length: count }, () => openWorker(order));
  const waiting: Promise<BatchResult>[] = [];
  try {
    let next = 0;
    for await (const batch of batches) {
      const worker = workers[next % count];
      if (!worker) throw new Error('no worker');
      waiting.push(worker.decide(batch));
      next += 1;
      const [first] = waiting;
      if (waiting.length < count * AT_HAND || !first) continue;
      yield await first;
      waiting.shift();
    }
    for (const result of waiting) yield await result;
  } finally {
    await Promise.all(workers.map((worker) => worker.close()));
  }
}

type BatchWorker = {
  readonly decide: (batch: RawBatch) => Promise<BatchResult>;
  readonly close: () => Promise<unknown>;
};

/** A thread of its own; what it is asked it answers in that order. */
function openWorker(order: BulkOrder): BatchWorker {
  const worker = new Worker(new URL('./bulk-worker.ts', import.meta.url), { workerData: order });
  const asked: { resolve: (result: BatchResult) => void; reject: (error: Error) => void }[] = [];
  let failed: Error | null = null;
  worker.on('message', (result: BatchResult) => asked.shift()?.resolve(result));
  const fail = (error: Error) => {
    failed ??= error;
    for (const each of asked.splice(0)) each.reject(failed);
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a worker ended with code ${code}`)));
  return {
    decide: (batch) => {
      const { promise, resolve, reject } = Promise.withResolvers<BatchResult>();
      // Whoever waits for this hears of it; others are told by the batch before.
      promise.catch(() => {});
      if (failed) reject(failed);
      else {
        asked.push({ resolve, reject });
        worker.postMessage(batch, batch.form === 'jsonl' ? [batch.bytes.buffer] : []);
      }
      return promise;
    },
    close: () => worker.terminate(),
  };
}
