import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOn, fromDayNumber, type LocalDate, monthsBetween } from '../../kernel/local-date.ts';
import type { Field, Rule, RuleSetText } from '../language/declaration.ts';
import { getRuleSet } from '../language/rule-set.ts';
import { factsOf, found, ran } from './small-run.fixture.ts';

const citation = { rule: 'DB-07', source: '测试用规定' };
const day = (name: string, level: Field['level']): Field => ({
  ...{ name, level, title: name, type: 'date' },
  read: (record) => record[name] ?? null,
});
const sum = (name: string, type: string, of: string): Rule => ({
  ...{ name, title: name, level: 'household', type, citation },
  formula: `sum(member: ${of})`,
});

const text: RuleSetText = {
  ...{ scheme: 'test', version: '1', parameters: [], codes: {} },
  fields: [day('governingDay', 'area'), day('since', 'member'), day('until', 'member')],
  rules: [
    sum('years', 'years', 'yearsBetween(since, until)'),
    sum('months', 'months', 'monthsBetween(since, until)'),
    sum('yearsToday', 'years', 'yearsBetween(since, governingDay)'),
    sum('monthsToday', 'months', 'monthsBetween(since, governingDay)'),
  ],
};
const set = getRuleSet(text);
const names = text.rules.map((each) => each.name);
const TODAY = '2024-03-15' as LocalDate;

/** One person a household; each pair of days both ways round. */
function expectSame(pairs: readonly (readonly [LocalDate, LocalDate])[]): void {
  const facts = pairs.map(([since, until]) => factsOf([{ since, until }]));
  const run = ran(text, facts, [names], () => ({ set, valueOf: () => fail() }));
  for (const [position, [since, until]] of pairs.entries()) {
    expect(
      names.map((name) => found(run, position, name)),
      `${since} ${until}`,
    ).toEqual([
      ageOn(since, until),
      monthsBetween(since, until),
      ageOn(since, TODAY),
      monthsBetween(since, TODAY),
    ]);
  }
}

function fail(): never {
  throw new Error('no parameters here');
}

const FIRST = -25_567; // 1900-01-01
const anyDay = fc.integer({ min: FIRST, max: FIRST + 80_000 }).map(fromDayNumber);

describe('周岁和足月：生成的函数与逐户核算相同', () => {
  test('任何两个日期，先后颠倒也一样', () => {
    const many = fc.array(fc.tuple(anyDay, anyDay), { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(many, (pairs) => expectSame(pairs)),
      { numRuns: 60 },
    );
  });

  test('月末、闰年二月的每一天与前后各日', () => {
    const ends = ['2023-02-28', '2024-02-29', '2100-02-28', '2000-02-29', '2023-01-31'];
    const others = [
      '2024-01-28',
      '2024-01-31',
      '2024-03-30',
      '2023-12-29',
      '2025-02-28',
      '1900-02-28',
    ];
    const days = [...ends, ...others] as LocalDate[];
    expectSame(days.flatMap((since) => days.map((until) => [since, until] as const)));
  });
});
