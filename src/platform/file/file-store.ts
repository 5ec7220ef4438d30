import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openBytes, sealBytes } from '../crypto/envelope.ts';
import type { Keys } from '../crypto/keys.ts';
import { sm3 } from '../crypto/sm3.ts';
import { acceptFile } from './accept-file.ts';
import type { CaptureRecord, FileKind, FileRefusal } from './accepted-file.ts';

/** A file that is safely on the disk. The record keeps this; the bytes stay here. */
export type StoredFile = {
  readonly ok: true;
  /** SM3 of the original, 64 hex digits: name and proof in one. */
  readonly hash: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly bytes: number;
  readonly pages: number;
  readonly capture: CaptureRecord;
};

export type FileStore = {
  /** Resolves only when original and view are flushed to the disk. The same file twice is kept once. */
  readonly put: (bytes: Uint8Array, claimedName: string) => Promise<StoredFile | FileRefusal>;
  /** The copy people see, a JPEG; pages count from 1. Null when there is no such file or page. */
  readonly readView: (hash: string, page?: number) => Promise<Buffer | null>;
  /** What was uploaded. Send it as an attachment only, never inline. */
  readonly readOriginal: (hash: string) => Promise<Buffer | null>;
  /** Whether the original is there, opens, and still has its hash. */
  readonly verify: (hash: string) => Promise<'intact' | 'missing' | 'damaged'>;
  /** Takes original and views off the disk: only for what was lawfully destroyed (DA-05). */
  readonly drop: (hash: string) => Promise<void>;
};

/** Evidence under `<dataDirectory>/files/<first two digits>/<hash>`, every file encrypted and bound to its name. */
export function createFileStore(dataDirectory: string, keys: Keys): FileStore {
  const root = join(dataDirectory, 'files');
  const readOriginal = async (hash: string): Promise<Buffer | null> => readSealed(root, keys, hash);
  return {
    put: (bytes, claimedName) => put(root, keys, bytes, claimedName),
    readView: async (hash, page = 1) => readSealed(root, keys, hash, viewName(page)),
    readOriginal,
    verify: async (hash) => {
      try {
        const original = await readOriginal(hash);
        if (original === null) return 'missing';
        return sm3(original).toString('hex') === hash ? 'intact' : 'damaged';
      } catch {
        return 'damaged';
      }
    },
    drop: (hash) => drop(root, hash),
  };
}

async function put(
  root: string,
  keys: Keys,
  bytes: Uint8Array,
  claimedName: string,
): Promise<StoredFile | FileRefusal> {
  const accepted = await acceptFile(bytes, claimedName);
  if (!accepted.ok) return accepted;
  const hash = sm3(bytes).toString('hex');
  for (const [index, page] of accepted.pages.entries()) {
    await writeSealed(root, keys, hash, viewName(index + 1), page);
  }
  await writeSealed(root, keys, hash, '', bytes);
  await flushFolder(join(root, hash.slice(0, 2)));
  const { kind, name, capture, pages } = accepted;
  return { ok: true, hash, kind, name, bytes: bytes.length, pages: pages.length, capture };
}

async function drop(root: string, hash: string): Promise<void> {
  const folder = dirname(pathOf(root, hash, ''));
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  // The views first: a hash whose original is there still names them.
  const own = names.filter((name) => name.startsWith(`${hash}.view-`));
  for (const name of [...own, hash]) await rm(join(folder, name), { force: true });
}

function viewName(page: number): string {
  if (!Number.isSafeInteger(page) || page < 1) throw new RangeError('pages count from 1');
  return `.view-${page}`;
}

/** Nothing but a hash ever becomes part of a path. */
function pathOf(root: string, hash: string, part: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('not a file hash');
  return join(root, hash.slice(0, 2), hash + part);
}

async function readSealed(
  root: string,
  keys: Keys,
  hash: string,
  part = '',
): Promise<Buffer | null> {
  const envelope = await readFile(pathOf(root, hash, part)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  return envelope === null ? null : openBytes(keys, contextOf(hash, part), envelope);
}

/** Written aside and flushed before it gets its name: a name never stands for half a file. */
async function writeSealed(
  root: string,
  keys: Keys,
  hash: string,
  part: string,
  bytes: Uint8Array,
): Promise<void> {
  const path = pathOf(root, hash, part);
  const folder = join(root, hash.slice(0, 2));
  if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined)
    await flushFolder(root);
  const aside = join(folder, `${randomUUID()}.new`);
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(sealBytes(keys, contextOf(hash, part), bytes));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

function contextOf(hash: string, part: string): string {
  return `file:${hash}${part}`;
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
