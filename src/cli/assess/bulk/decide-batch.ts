import { type LocalDate } from '../../../kernel/local-date.ts';
import { regionFinder } from '../../region-finder.ts';
import type { BulkInput, RawBatch } from './bulk-input.ts';
import { type BadRow, badText, type BulkRow, type OutputForm, resultText } from './bulk-output.ts';
import { householdDecider } from './decide-households.ts';
import { readJsonLines } from './read-json-line.ts';
import { readTables } from './read-table.ts';

/** What a whole run is decided by, as any thread can be told; null where each household says it itself. */
export type BulkOrder = {
  /** Files of places from elsewhere. */
  readonly policy: string | null;
  readonly region: string | null;
  readonly on: LocalDate | null;
  readonly knownOn: LocalDate | null;
  readonly form: OutputForm;
};

/** A batch decided: what is to be written, and how many households it was. */
export type BatchResult = {
  readonly results: Uint8Array<ArrayBuffer>;
  readonly bad: Uint8Array<ArrayBuffer>;
  readonly households: number;
  readonly badHouseholds: number;
};

/** Reads, decides and writes out batches. Each is decided by itself, so that any thread gives the same bytes. */
export function batchDecider({
  policy,
  region,
  on,
  knownOn,
  form,
}: BulkOrder): (batch: RawBatch) => BatchResult {
  const regionOf = regionFinder(policy ?? undefined);
  const fixed = region === null ? null : regionOf(region);
  const decide = householdDecider({ regionOf, region: fixed, on, knownOn });
  const encoder = new TextEncoder();
  return (batch) => {
    const inputs = batch.form === 'csv' ? readTables(batch) : readJsonLines(batch);
    const rows = rowsOf(inputs, decide);
    const good = rows.filter((row) => 'brief' in row);
    const failed = rows.filter((row) => 'reasons' in row);
    return {
      results: encoder.encode(resultText(form, good)),
      bad: encoder.encode(badText(form, failed)),
      households: good.length,
      badHouseholds: failed.length,
    };
  };
}

function rowsOf(
  batch: readonly BulkInput[],
  decide: ReturnType<typeof householdDecider>,
): (BulkRow | BadRow)[] {
  const results = decide(batch.flatMap((each) => (each.ok ? [each.facts] : [])));
  let next = 0;
  return batch.map((each) => {
    const { line, household } = each;
    if (!each.ok) return { line, household, reasons: each.reasons };
    const result = results[next++];
    if (!result) throw new Error(`no result for line ${line}`);
    return result.ok
      ? { line, household, brief: result.brief }
      : { line, household, reasons: [result.reason] };
  });
}
