import { parentPort, workerData } from 'node:worker_threads';
import type { LocalDate } from '../../kernel/local-date.ts';
import { snapshotChunks } from './snapshot-file.ts';
import type { Source } from './source.ts';

/** What a reader is begun with. */
export type SnapshotWork = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly source: Source;
  readonly skip: number;
  readonly today: LocalDate;
};

if (parentPort) {
  const port = parentPort;
  const { skip, today, ...file } = workerData as SnapshotWork;
  const chunks = snapshotChunks(file, { skip, today });
  port.on('message', async () => {
    try {
      const { value, done } = await chunks.next();
      port.postMessage(done ? null : value);
    } catch (error) {
      // An error of a promise would be nobody's: thrown later it ends the thread, and whoever waits hears of it.
      setImmediate(() => {
        throw error;
      });
    }
  });
}
