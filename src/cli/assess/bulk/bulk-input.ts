import type { HouseholdFacts } from '../../../rules/facts.ts';
import type { FlatRow } from '../../../rules/flat-household.ts';

/** One household of the input: where it begins, what it is called, and its facts or what is wrong with them. */
export type BulkInput = {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** As the input calls it; null where it gives no name. */
  readonly household: string | null;
} & (
  | { readonly ok: true; readonly facts: HouseholdFacts }
  | { readonly ok: false; readonly reasons: readonly string[] }
);

/**
 * Some households one after the other as they stand in the input, each still to be read: that is done on the thread
 * that decides them.
 */
export type RawBatch = RawLines | RawTables;

/** Lines of JSON behind one another, so that they go to another thread in one piece. */
export type RawLines = {
  readonly form: 'jsonl';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lines: readonly RawLine[];
};
/** A line ends at `end` of the bytes, where the next begins; null where it is too long to be kept. */
export type RawLine = { readonly line: number; readonly end: number | null };

export type RawTables = {
  readonly form: 'csv';
  /** The names of the columns. */
  readonly heading: readonly string[];
  readonly households: readonly RawTable[];
};
export type RawTable = {
  readonly rows: readonly FlatRow[];
  /** Whether a household of this name came before. */
  readonly isRepeated: boolean;
  /** Whether a row of it could not be read at all. */
  readonly isBroken: boolean;
};

/** Batches one after the other; the file may be larger than the memory. */
export type BulkSource = {
  readonly batches: AsyncIterable<RawBatch>;
  /** Bytes read so far, to tell the time left. */
  readonly bytesRead: () => number;
};

/** Enough for the kernel to be worth its making, few enough to tell progress and to stay small in memory. */
export const BATCH = 10_000;
