import { parentPort, workerData } from 'node:worker_threads';
import { readTable } from './read-table.ts';
import type { TableLimit } from './table.ts';

/** What a worker is begun with. */
export type TableWork = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limit: TableLimit;
};

if (parentPort) {
  const { bytes, name, limit } = workerData as TableWork;
  parentPort.postMessage(await readTable(bytes, name, limit));
}
