import type { Level } from '../language/declaration.ts';
import type { Residence } from '../region.ts';
import type { Chunk } from './chunk.ts';
import type { Schema } from './column.ts';

/** A place and the side of it a household lives on: what decides which policy holds. */
export type Area = { readonly place: string; readonly residence: Residence | null };

/** Households as columns, in the order they were packed. */
export type Caseload = {
  readonly schema: Schema;
  readonly areas: readonly Area[];
  readonly chunks: readonly Chunk[];
  readonly size: number;
  readonly seen: Seen;
};

/** What the columns hold, so that generated functions check no more than they must. */
export type Seen = {
  /** The largest value of each column. */
  readonly largest: readonly number[];
  /** How many records leave the column open or carry a figure it cannot hold. */
  readonly misses: readonly number[];
  /** The longest list of each level under one record. */
  readonly longest: ReadonlyMap<Level, number>;
  /** The levels with a list nobody asked about. */
  readonly unasked: ReadonlySet<Level>;
};

/** The chunk of a household by its position in the caseload, and its number there. */
export function placeOf(caseload: Caseload, position: number): { chunk: Chunk; index: number } {
  let first = 0;
  for (const chunk of caseload.chunks) {
    if (position < first + chunk.households) return { chunk, index: position - first };
    first += chunk.households;
  }
  throw new RangeError(`no household ${position}`);
}
