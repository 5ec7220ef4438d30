import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/rules/language/declaration.ts';
import { formulaMutants } from './formula-mutant.ts';

const rule = (formula: string): Rule => ({
  ...{ name: 'r', title: '规则', level: 'member', type: 'yes/no', formula },
  citation: { rule: 'DB-07', source: '测试' },
});
const namesOf = (formula: string) => formulaMutants(rule(formula)).map(({ name }) => name);

describe('算式的变异', () => {
  test('比较换成另一边的边界和相反的比较，数上下各一，且、或各换一次、各留一边', () => {
    expect(namesOf('ageYears < 18 years and counted')).toEqual([
      'ageYears < 18 years and → or counted',
      'ageYears < 18 years and counted → only ageYears < 18 years',
      'ageYears < 18 years and counted → only counted',
      'ageYears < → <= 18 years',
      'ageYears < → >= 18 years',
      '18 years → 19 years',
      '18 years → 17 years',
    ]);
  });

  test('取整换方向，或者不取整；步长上下各一，不到零', () => {
    expect(namesOf("round(amount, 'half-up', 1 fen)")).toEqual([
      "round(…, 'half-up', 1 fen) of amount → 'up'",
      "round(…, 'half-up', 1 fen) of amount → 'down'",
      "round(…, 'half-up', 1 fen) of amount left out",
      '1 fen → 2 fen',
    ]);
  });

  test('最大换最小，各留一个；零写成各种单位的一，单位不符的由检查挡住', () => {
    const names = namesOf('max(0, amount)');
    expect(names.slice(0, 2)).toEqual([
      'max(0, amount) → min(0, amount)',
      'max(0, amount) → (amount)',
    ]);
    expect(names).toContain('0 → 1 fen');
  });

  test('否定、两支、代码、合计的条件', () => {
    expect(namesOf("if kind in ('a', 'b') then not counted else no")).toEqual([
      "if kind in ('a', 'b'): then ↔ else",
      "kind in (…) without 'a'",
      "kind in (…) without 'b'",
      "not kind in ('a', 'b')",
      'not counted → (counted)',
      'no → yes',
    ]);
    expect(namesOf('sum(income where exempt: amount)')).toEqual([
      'sum(income where exempt: amount) without where',
    ]);
  });

  test('只改一处，其余照旧；同样的改动出现两次的，名称不同', () => {
    const mutants = formulaMutants(rule('amount + 1 fen < 1 fen'));
    expect(mutants.find(({ name }) => name === '1 fen → 2 fen (2)')?.formula).toBe(
      'amount + 1 fen <  2 fen ',
    );
  });
});
