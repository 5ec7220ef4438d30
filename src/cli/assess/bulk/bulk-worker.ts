import { parentPort, workerData } from 'node:worker_threads';
import type { RawBatch } from './bulk-input.ts';
import { batchDecider, type BulkOrder } from './decide-batch.ts';

/** Decides one batch after the other as they are handed in. */
if (parentPort) {
  const port = parentPort;
  const decide = batchDecider(workerData as BulkOrder);
  port.on('message', (batch: RawBatch) => {
    const result = decide(batch);
    port.postMessage(result, [result.results.buffer, result.bad.buffer]);
  });
}
