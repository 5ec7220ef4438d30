import { type Level, LEVEL_OF } from '../language/declaration.ts';
import type { Schema } from './column.ts';

/**
 * Some thousands of households as typed arrays on one shared buffer, which workers read without a copy.
 * The arrays stand in a fixed order, so that generated code names them by number: the households' areas;
 * for each level where the records of each record above begin; for each level whether its list was asked
 * about; the columns of facts.
 */
export type Chunk = {
  readonly households: number;
  readonly buffer: SharedArrayBuffer;
  readonly parts: readonly Part[];
  /** Figures no column holds, by column and record. */
  readonly beside: ReadonlyMap<number, ReadonlyMap<number, number>>;
};

/** Where an array lies in its buffer. */
export type Part = { readonly bytes: 1 | 4 | 8; readonly offset: number; readonly length: number };
export type Values = Uint8Array | Int32Array | Float64Array;

export const AREA_PART = 0;

/** The number of the array that says where the records of a level begin. */
export function startPart(schema: Schema, level: Level): number {
  return 1 + levelNumber(schema, level);
}

/** The number of the array that says which lists of a level were asked about. */
export function askedPart(schema: Schema, level: Level): number {
  return 1 + schema.levels.length + levelNumber(schema, level);
}

export function columnPart(schema: Schema, column: number): number {
  return 1 + 2 * schema.levels.length + column;
}

function levelNumber(schema: Schema, level: Level): number {
  const number = schema.levels.indexOf(level);
  if (number < 0) throw new Error(`no records of level ${level}`);
  return number;
}

/** The level whose records hold the lists of this one; null for the households themselves. */
export function holderOf(level: Level): Level | null {
  const outer = LEVEL_OF[level];
  return outer === 'area' ? null : outer;
}

/** How many records of a level a chunk holds. */
export function recordsOf(
  schema: Schema,
  { buffer, parts, households }: Chunk,
  level: Level,
): number {
  if (level === 'household') return households;
  const part = parts[startPart(schema, level)];
  const starts = part && viewsOf(buffer, [part])[0];
  return starts?.at(-1) ?? 0;
}

/** Lays out arrays of these sizes one behind the other, the wide ones first so that each is aligned. */
export function layOut(sizes: readonly Pick<Part, 'bytes' | 'length'>[]): {
  parts: Part[];
  size: number;
} {
  let size = 0;
  const offsets = new Map<number, number>();
  for (const bytes of [8, 4, 1]) {
    for (const [index, each] of sizes.entries()) {
      if (each.bytes !== bytes) continue;
      offsets.set(index, size);
      size += bytes * each.length;
    }
  }
  const parts = sizes.map((each, index) => ({ ...each, offset: offsets.get(index) ?? 0 }));
  return { parts, size };
}

export function viewsOf(buffer: SharedArrayBuffer, parts: readonly Part[]): Values[] {
  return parts.map(({ bytes, offset, length }) => {
    if (bytes === 1) return new Uint8Array(buffer, offset, length);
    if (bytes === 4) return new Int32Array(buffer, offset, length);
    return new Float64Array(buffer, offset, length);
  });
}
