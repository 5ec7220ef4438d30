import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openBytes, sealBytes } from '../crypto/envelope.ts';
import type { Keys } from '../crypto/keys.ts';

/** Large files that are made, fetched and dropped again (proof packets): never whole in memory, never plain on disk. */
export type BundleStore = {
  /** Writes the chunks one after the other; a name stands for a whole bundle or for none. Answers the plain size. */
  readonly put: (id: string, chunks: AsyncIterable<Uint8Array>) => Promise<number>;
  /** The bundle's bytes in order, or null when there is none. Throws when a chunk was changed, moved or is missing. */
  readonly read: (id: string) => Promise<AsyncGenerator<Buffer> | null>;
  readonly drop: (id: string) => Promise<void>;
};

const CHUNK = 1024 * 1024;
const LENGTH_BYTES = 4;

/** Bundles under `<dataDirectory>/bundles`, in sealed chunks of one megabyte, each bound to its place. */
export function createBundleStore(dataDirectory: string, keys: Keys): BundleStore {
  const folder = join(dataDirectory, 'bundles');
  const pathOf = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new RangeError('not the id of a bundle');
    return join(folder, id);
  };
  return {
    put: async (id, chunks) => {
      const path = pathOf(id);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const aside = `${path}.new`;
      const file = await open(aside, 'w', 0o600);
      try {
        const size = await writeAll(keys, id, chunks, (bytes) => file.appendFile(bytes));
        await file.sync();
        await rename(aside, path);
        return size;
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      } finally {
        await file.close();
      }
    },
    read: async (id) => {
      const file = await open(pathOf(id), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return file && readAll(keys, id, file);
    },
    drop: (id) => rm(pathOf(id), { force: true }),
  };
}

type File = Awaited<ReturnType<typeof open>>;

async function writeAll(
  keys: Keys,
  id: string,
  chunks: AsyncIterable<Uint8Array>,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  let [index, size] = [0, 0];
  let waiting: Uint8Array[] = [];
  let held = 0;
  const flush = async (isLast: boolean) => {
    const sealed = sealBytes(keys, contextOf(id, index, isLast), Buffer.concat(waiting));
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(sealed.length);
    await write(Buffer.concat([length, sealed]));
    [index, waiting, held] = [index + 1, [], 0];
  };
  for await (const chunk of chunks) {
    waiting.push(chunk);
    held += chunk.length;
    size += chunk.length;
    if (held >= CHUNK) await flush(false);
  }
  // The last chunk says that it is the last, so that a bundle cut short does not open.
  await flush(true);
  return size;
}

async function* readAll(keys: Keys, id: string, file: File): AsyncGenerator<Buffer> {
  try {
    const { size } = await file.stat();
    const length = Buffer.alloc(LENGTH_BYTES);
    let at = 0;
    for (let index = 0; ; index += 1) {
      await file.read(length, 0, LENGTH_BYTES, at);
      const sealed = Buffer.alloc(Math.min(length.readUInt32BE(), size - at - LENGTH_BYTES));
      await file.read(sealed, 0, sealed.length, at + LENGTH_BYTES);
      at += LENGTH_BYTES + sealed.length;
      const isLast = at >= size;
      yield openBytes(keys, contextOf(id, index, isLast), sealed);
      if (isLast) return;
    }
  } finally {
    await file.close();
  }
}

function contextOf(id: string, index: number, isLast: boolean): string {
  return `bundle:${id}:${index}${isLast ? ':last' : ''}`;
}
