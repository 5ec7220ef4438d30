import { Worker } from 'node:worker_threads';
import type { Run } from '../../src/rules/bulk/run.ts';

/** What the workers share: the generated code, the calls, and how many of them have been taken. */
export type Work = Pick<Run, 'codes' | 'calls'> & { readonly taken: Int32Array<SharedArrayBuffer> };

/** Threads that make the calls of one run between them, on the same memory. */
export type CallPool = {
  readonly run: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openPool(run: Pick<Run, 'codes' | 'calls'>, size: number): Promise<CallPool> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const workers = Array.from(
    { length: size },
    () => new Worker(new URL('./call-worker.ts', import.meta.url)),
  );
  const told = (worker: Worker, message: Work | 'go') =>
    new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
      worker.postMessage(message);
    });
  const tellAll = async (message: Work | 'go') => {
    await Promise.all(workers.map((worker) => told(worker, message)));
  };
  await tellAll({ codes: run.codes, calls: run.calls, taken });
  return {
    run: () => {
      Atomics.store(taken, 0, 0);
      return tellAll('go');
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
