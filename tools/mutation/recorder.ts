import { expect } from 'vitest';

/**
 * Stands in for vitest where the tests of the rules are read for mutation: they are kept, to be run over and
 * over in one process, each time with other rules.
 */
type RecordedTest = { readonly name: string; readonly run: () => unknown };

let recorded: RecordedTest[] = [];
let around: readonly string[] = [];

/** The tests that loading a file declares. */
export async function recordedBy(load: () => Promise<unknown>): Promise<readonly RecordedTest[]> {
  recorded = [];
  await load();
  return recorded;
}

function describe(name: string, body: () => void): void {
  const outside = around;
  around = [...around, name];
  body();
  around = outside;
}

function test(name: string, body: () => unknown): void {
  recorded.push({ name: [...around, name].join(' > '), run: body });
}

/** Tests are run over and over, so "after all" is when the process ends. */
function afterAll(body: () => void): void {
  process.once('exit', body);
}

type Declare = (name: string, body: () => unknown) => void;

/** One block or test for each row of a table; an array gives its entries, anything else itself. */
function each(declare: Declare) {
  return (table: readonly unknown[]) => (name: string, body: (...given: unknown[]) => unknown) => {
    for (const [index, row] of table.entries()) {
      const given: readonly unknown[] = Array.isArray(row) ? row : [row];
      declare(`${name} ${index + 1}`, () => body(...given));
    }
  };
}

describe.each = each(describe);
test.each = each(test);

export { afterAll, describe, expect, test, test as it };
