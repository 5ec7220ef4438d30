import type { HouseholdFacts } from '../../src/rules/facts.ts';
import type { Caseload } from '../../src/rules/bulk/caseload.ts';
import type { Chunk } from '../../src/rules/bulk/chunk.ts';
import { schemaOf } from '../../src/rules/bulk/column.ts';
import { CHUNK_SIZE, packer } from '../../src/rules/bulk/pack.ts';
import { currentRelease } from '../../src/rules/release.ts';
import { familyOf } from './population.ts';

/** So many families are really different; a larger caseload repeats them, each time in memory of its own. */
const DIFFERENT = 2 * CHUNK_SIZE;

export function familiesFor(households: number): HouseholdFacts[] {
  return Array.from({ length: Math.min(households, DIFFERENT) }, (_, number) => familyOf(number));
}

/** Whole chunks, so that a repeated caseload is what packing every household would have given. */
export function caseloadOf(families: readonly HouseholdFacts[], households: number): Caseload {
  const packing = packer(schemaOf(currentRelease.frame));
  for (const facts of families) packing.add(facts);
  const packed = packing.caseload();
  const times = Math.max(1, Math.round(households / packed.size));
  const chunks = Array.from({ length: times }, (_, turn) =>
    turn === 0 ? packed.chunks : packed.chunks.map(copied),
  ).flat();
  return { ...packed, chunks, size: packed.size * times };
}

function copied(chunk: Chunk): Chunk {
  const buffer = new SharedArrayBuffer(chunk.buffer.byteLength);
  new Uint8Array(buffer).set(new Uint8Array(chunk.buffer));
  return { ...chunk, buffer };
}

export function bytesOf(of: {
  readonly chunks: readonly { readonly buffer: SharedArrayBuffer }[];
}): number {
  return of.chunks.reduce((sum, each) => sum + each.buffer.byteLength, 0);
}
