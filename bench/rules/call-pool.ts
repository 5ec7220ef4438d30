import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Run } from '../../src/rules/bulk/run.ts';

/** What the workers share: the generated code, the calls, and how many of them have been taken. */
export type Work = Pick<Run, 'codes' | 'calls'> & { readonly taken: Int32Array<SharedArrayBuffer> };

/** Threads that make the calls of one run between them, on the same memory. */
export type CallPool = {
  /** Gives the seconds all threads have worked since they began, added up. */
  readonly run: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export async function openPool(run: Pick<Run, 'codes' | 'calls'>, size: number): Promise<CallPool> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const workers = Array.from(
    { length: size },
    () => new Worker(new URL('./call-worker.ts', import.meta.url)),
  );
  const told = async (worker: Worker, message: Work | 'go') => {
    worker.postMessage(message);
    // Rejects with the worker's error.
    const [seconds] = (await once(worker, 'message')) as [number];
    return seconds;
  };
  const tellAll = async (message: Work | 'go') => {
    const seconds = await Promise.all(workers.map((worker) => told(worker, message)));
    return seconds.reduce((sum, each) => sum + each, 0);
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
