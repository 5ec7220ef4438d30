import type { HouseholdFacts } from '../../../rules/facts.ts';

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

/** Households one after the other; the file may be larger than the memory. */
export type BulkSource = {
  readonly households: AsyncIterable<BulkInput>;
  /** Bytes read so far, to tell the time left. */
  readonly bytesRead: () => number;
};
