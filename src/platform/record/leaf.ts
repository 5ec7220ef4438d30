import { lengthPrefixed, sm3 } from '../crypto/sm3.ts';
import { type CanonicalValue, canonicalJson } from '../crypto/canonical.ts';

/** The columns of an event that its hash covers: all of them, so that no byte can change unnoticed. */
export type Leaf = {
  readonly chain: string;
  readonly chain_seq: number;
  readonly stream: string;
  readonly seq: number;
  readonly kind: string;
  readonly area: string;
  readonly type: string;
  readonly actor: string;
  readonly post: string;
  readonly authority: string;
  readonly command: string;
  readonly occurred_on: string;
  readonly recorded_at: number;
  readonly payload_hash: string;
  readonly prev_hash: string;
};

export const FIRST_PREV = '0'.repeat(64);

/** SM3(salt ‖ canonical JSON): the salt lets the payload be destroyed while the chain still verifies. */
export function payloadHash(salt: string, data: unknown): string {
  return sm3(
    Buffer.from(salt, 'hex'),
    Buffer.from(canonicalJson(data as CanonicalValue), 'utf8'),
  ).toString('hex');
}

/** The hash of one event: each text with its byte length before it, so that no two records look alike. */
export function leafHash(leaf: Leaf): string {
  return sm3(
    Buffer.from([0]),
    lengthPrefixed('EV-1'),
    lengthPrefixed(leaf.chain),
    integer(leaf.chain_seq),
    Buffer.from(leaf.prev_hash, 'hex'),
    lengthPrefixed(leaf.stream),
    integer(leaf.seq),
    lengthPrefixed(leaf.kind),
    lengthPrefixed(leaf.area),
    lengthPrefixed(leaf.type),
    lengthPrefixed(leaf.actor),
    lengthPrefixed(leaf.post),
    lengthPrefixed(leaf.authority),
    lengthPrefixed(leaf.command),
    lengthPrefixed(leaf.occurred_on),
    integer(leaf.recorded_at),
    Buffer.from(leaf.payload_hash, 'hex'),
  ).toString('hex');
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
