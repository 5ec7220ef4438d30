import { expect } from 'vitest';

/**
 * Stands in for vitest where the tests of the rules are read for mutation: they are kept, to be run over and
 * over in one process, each time with other rules.
 */
type RecordedTest = { readonly name: string; readonly run: () => unknown };

let recorded: RecordedTest[] = [];
let around: readonly string[] = [];
/** What has to be done before each test of the file being loaded. */
let before: (() => unknown)[] = [];

/** The tests that loading a file declares. */
export async function recordedBy(load: () => Promise<unknown>): Promise<readonly RecordedTest[]> {
  recorded = [];
  before = [];
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
  const first = before;
  const run = async () => {
    for (const each of first) await each();
    await body();
  };
  recorded.push({ name: [...around, name].join(' > '), run: first.length > 0 ? run : body });
}

/** Written above the tests of a file, outside of every block. */
function beforeEach(body: () => unknown): void {
  before.push(body);
}

/** Tests are run over and over, so "after all" is when the process ends. */
function afterAll(body: () => void): void {
  process.once('exit', body);
}

type Declare = (name: string, body: () => unknown) => void;

/** One block or test for each row of a table; where every row is an array, it gives its entries. */
function each(declare: Declare) {
  return (table: readonly unknown[]) => (name: string, body: (...given: unknown[]) => unknown) => {
    const isSpread = table.every((row) => Array.isArray(row));
    for (const [index, row] of table.entries()) {
      const given = isSpread ? (row as readonly unknown[]) : [row];
      declare(`${name} ${index + 1}`, () => body(...given));
    }
  };
}

describe.each = each(describe);
test.each = each(test);

export { afterAll, beforeEach, describe, expect, test, test as it };
