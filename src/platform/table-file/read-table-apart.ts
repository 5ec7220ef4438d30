import { Worker } from 'node:worker_threads';
import type { Table, TableLimit, TableRefusal } from './table.ts';
import type { TableWork } from './read-table-worker.ts';

/** As `readTable`, in a thread of its own: a table of many thousand rows must not keep people waiting. */
export function readTableApart(
  bytes: Uint8Array,
  name: string,
  limit: TableLimit,
): Promise<Table | TableRefusal> {
  const work: TableWork = { bytes, name, limit };
  const worker = new Worker(new URL('./read-table-worker.ts', import.meta.url), {
    workerData: work,
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the reader ended with ${code}`)));
  });
}
