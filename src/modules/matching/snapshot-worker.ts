import { parentPort, workerData } from 'node:worker_threads';
import type { LocalDate } from '../../kernel/local-date.ts';
import { keysOfRing, type KeyRing } from '../../platform/crypto/keys.ts';
import { createSealer } from '../../platform/crypto/sealed.ts';
import { type SealedRows, sealRows } from './seal-rows.ts';
import { type SnapshotChunk, snapshotChunks } from './snapshot-file.ts';
import type { Source } from './source.ts';

/** What a reader is begun with. */
export type SnapshotWork = {
  readonly loadId: string;
  readonly keys: KeyRing;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly source: Source;
  readonly skip: number;
  readonly today: LocalDate;
};

/** A chunk on its way to the database: sealed where it was read, so that no plain number leaves the thread. */
export type SealedChunk = Omit<SnapshotChunk, 'rows'> & { readonly rows: SealedRows };

if (parentPort) {
  const port = parentPort;
  const { loadId, keys, skip, today, ...file } = workerData as SnapshotWork;
  const sealer = createSealer(keysOfRing(keys));
  const chunks = snapshotChunks(file, { skip, today });
  const sealedChunk = ({ count, rows, faults }: SnapshotChunk): SealedChunk => {
    return { count, rows: sealRows(sealer, loadId, rows), faults };
  };
  port.on('message', async () => {
    try {
      const { value, done } = await chunks.next();
      port.postMessage(done ? null : sealedChunk(value));
    } catch (error) {
      // An error of a promise would be nobody's: thrown later it ends the thread, and whoever waits hears of it.
      setImmediate(() => {
        throw error;
      });
    }
  });
}
