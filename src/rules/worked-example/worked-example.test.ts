import { describe, expect, test } from 'vitest';
import { readRegionJson } from '../../cli/region-reader.ts';
import { KIND } from './worked-example.ts';
import { workedExamples } from './worked-examples.ts';

/** The classes that can be computed, as the collection numbers them. */
const IDS = [
  ...['H1', 'H2', 'H3', 'H4', 'H6', 'H8', 'H9', 'H10', 'H11', 'H12'],
  ...['E1', 'E2', 'E5'],
  ...['R1', 'R3', 'R5', 'R7', 'R9', 'R10'],
  ...['D1', 'D2', 'D4', 'D7', 'D10', 'D11', 'D12', 'D15', 'D17'],
  ...['X1', 'X3', 'X4'],
];

test('收集到的例子一个不缺', () => {
  expect(workedExamples.map(({ id }) => id)).toEqual(IDS);
});

describe.each(workedExamples)('$id $title', (example) => {
  const questions = example.questions.map((each) => ({
    ...each,
    is: KIND[each.kind ?? example.kind],
  }));
  test.each(questions)('$given：$what，$expected（$is）', ({ got, expected }) => {
    expect(got(readRegionJson)).toBe(expected);
  });
});
