import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keys of one installation, all derived from one master key by HKDF-SM3 per purpose. The master key itself
 * never leaves this object.
 */
export type Keys = {
  /** Derived from the master key, so a ciphertext names the key that made it. */
  readonly keyId: number;
  /** The same purpose always gives the same bytes; different purposes are independent. */
  readonly derive: (purpose: string, length: number) => Buffer;
};

const MASTER_BYTES = 32;

/** The key file exists but is not usable; the message says in Chinese what to do. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/** Keys from 32 master bytes. Throws a RangeError on any other length. */
export function keysFrom(master: Uint8Array): Keys {
  if (master.length !== MASTER_BYTES) throw new RangeError('a master key has 32 bytes');
  const secret = Buffer.from(master);
  const derived = new Map<string, Buffer>();
  const derive = (purpose: string, length: number): Buffer => {
    const name = `${length} ${purpose}`;
    const known = derived.get(name) ?? Buffer.from(hkdfSync('sm3', secret, 'yimen', name, length));
    derived.set(name, known);
    return Buffer.from(known);
  };
  return { keyId: derive('key-id', 4).readUInt32BE(), derive };
}

/** Some derived keys, to be handed to a thread of this program; the master key does not follow from them. */
export type KeyRing = {
  readonly keyId: number;
  readonly derived: readonly (readonly [purpose: string, bytes: Uint8Array])[];
};

export function keyRing(
  keys: Keys,
  purposes: readonly (readonly [purpose: string, length: number])[],
): KeyRing {
  const derived = purposes.map(([purpose, length]) => {
    return [purpose, new Uint8Array(keys.derive(purpose, length))] as const;
  });
  return { keyId: keys.keyId, derived };
}

/** Keys that know the purposes of the ring and no other. */
export function keysOfRing({ keyId, derived }: KeyRing): Keys {
  const known = new Map(derived);
  return {
    keyId,
    derive: (purpose, length) => {
      const bytes = known.get(purpose);
      if (bytes?.length !== length) throw new Error(`no key for ${purpose} on this ring`);
      return Buffer.from(bytes);
    },
  };
}

/** Loads `<dataDirectory>/keys/master.key`, or creates it once with mode 0600. */
export async function loadKeys(dataDirectory: string): Promise<Keys> {
  const folder = join(dataDirectory, 'keys');
  const path = join(folder, 'master.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = (await readIfThere(path)) ?? (await create(folder, path));
  const master = Buffer.from(text.trim(), 'base64url');
  if (master.length !== MASTER_BYTES || master.toString('base64url') !== text.trim()) {
    throw new KeyFileError(
      `密钥文件已损坏：${path}。请从备份恢复，不要删除——删除后已加密的资料无法再读出。`,
    );
  }
  // A copy from a backup often arrives readable by all; the key is the whole defence of the blind index.
  if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
  return keysFrom(master);
}

/** Password of a database role, the same at every start. */
export function databasePassword(keys: Keys, role: string): string {
  return keys.derive(`database-role:${role}`, 24).toString('base64url');
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written aside, flushed, then linked: a crash leaves no half key, and of two starters one key wins. */
async function create(folder: string, path: string): Promise<string> {
  const aside = join(folder, `master.${randomUUID()}.new`);
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(MASTER_BYTES).toString('base64url')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await link(aside, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(aside);
  await syncFolder(folder);
  return await readFile(path, 'utf8');
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
