import { AsyncLocalStorage } from 'node:async_hooks';
import crypto, { createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Bytes from a name: the same name and place always give the same. */
type Stream = { readonly name: string; readonly drawn: Map<string, number> };

export type SeededChance = {
  /** Runs `work` with ids and salts of its own: whatever it begins and leaves running draws from them too. */
  readonly within: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Gives chance back to the machine. */
  readonly end: () => void;
};

/**
 * Puts the whole program's ids, salts, initial vectors and session tokens on a seed, so that a run can be repeated to
 * the last hash. Calls of different sizes draw from different streams: a connection the pool opens at one time or
 * another (its log-in draws 18 bytes) moves nobody else's. For simulations only; one at a time in a process.
 */
export function seedChance(seed: string): SeededChance {
  const places = new AsyncLocalStorage<Stream>();
  const common: Stream = { name: '', drawn: new Map() };
  const bytes = (kind: string, size: number): Buffer => {
    const { name, drawn } = places.getStore() ?? common;
    const count = (drawn.get(kind) ?? 0) + 1;
    drawn.set(kind, count);
    const blocks = Array.from({ length: Math.ceil(size / 32) }, (_, block) =>
      createHash('sha256').update(`${seed}|${name}|${kind}|${count}|${block}`).digest(),
    );
    return Buffer.concat(blocks).subarray(0, size);
  };
  const { randomUUID, randomBytes } = crypto;
  const seeded = {
    randomUUID: () => uuidOf(bytes('uuid', 16)),
    randomBytes: (size: number, done?: (error: Error | null, bytes: Buffer) => void) =>
      done ? randomBytes(size, done) : bytes(`bytes${size}`, size),
  };
  Object.assign(crypto, seeded);
  syncBuiltinESMExports();
  return {
    within: (name, work) => places.run({ name, drawn: new Map() }, work),
    end: () => {
      Object.assign(crypto, { randomUUID, randomBytes });
      syncBuiltinESMExports();
    },
  };
}

function uuidOf(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, at) => hex.slice(cuts[at], end))
    .join('-');
}
