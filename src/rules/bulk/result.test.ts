import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Rule, RuleSetText } from '../language/declaration.ts';
import { point, whole } from '../language/range.ts';
import { type Rational, rational } from '../language/rational.ts';
import { smallFrame } from '../language/small-frame.fixture.ts';
import { NOTHING, number, truth, type Value } from '../language/value.ts';
import { schemaOf } from './column.ts';
import { SAFE } from './node.ts';
import { packer } from './pack.ts';
import { emptyResults, isUndecided, keep, type Result, resultAt, wantedRules } from './result.ts';
import { factsOf } from './small-run.fixture.ts';

const citation = { rule: 'DB-13', source: '测试用规定' };
const rule = (name: string, level: Rule['level'], type: string): Rule => ({
  ...{ name, level, type, title: name, formula: '', citation },
});
const text: RuleSetText = {
  ...smallFrame,
  rules: [
    rule('figure', 'household', 'fen'),
    rule('share', 'household', 'fen/person'),
    rule('is', 'household', 'yes/no'),
    rule('care', 'member', 'code CARE'),
    rule('from', 'member', 'date'),
    rule('crop', 'member', 'code ACTIVITY'),
    rule('deep', 'income', 'fen'),
    rule('rate', 'household', 'bands fen -> fen'),
  ],
};
/** Read anew for each test. */
const wantedNow = () =>
  wantedRules(text, [
    ['figure', 'share', 'is'],
    ['care', 'from'],
  ]);

/** Two chunks, of two households and of one; only `share` may be no whole number. */
function results() {
  const packing = packer(schemaOf(text));
  packing.add(factsOf([{}, {}]));
  packing.add(factsOf([{}]));
  packing.caseload();
  packing.add(factsOf([{}, {}, {}]));
  return emptyResults(packing.caseload(), wantedNow(), [false, true, false, false, false]);
}

type Kept = ReturnType<typeof results>;

function chunkOf({ chunks }: Kept, number_: number) {
  const chunk = chunks[number_];
  if (!chunk) throw new Error('no chunk');
  return chunk;
}

/** What is read after a value was kept; the chunk's other record is looked at too. */
function kept(name: string, value: Value): Result {
  const made = results();
  const chunk = chunkOf(made, 0);
  keep(
    made,
    chunk,
    1,
    wantedNow().findIndex((each) => each.name === name),
    value,
  );
  expect(resultAt(made, chunk, 0, name)).toBeNull();
  return resultAt(made, chunk, 1, name);
}

const exact = (of: Rational): Value => number(point(of));
const date = (value: LocalDate | null): Value => ({ kind: 'date', value, missing: NOTHING });
const code = (...possible: string[]): Value => ({ kind: 'code', possible, missing: NOTHING });

describe('要哪些结果', () => {
  test('家庭的、成员的；分组、代码表照原来的次序', () => {
    expect(wantedNow().map(({ name, level, group, kind }) => [name, level, group, kind])).toEqual([
      ['figure', 'household', 0, 'number'],
      ['share', 'household', 0, 'number'],
      ['is', 'household', 0, 'yes/no'],
      ['care', 'member', 1, 'code'],
      ['from', 'member', 1, 'date'],
    ]);
    expect(wantedNow().map(({ codes }) => codes)).toEqual([
      [],
      [],
      [],
      ['none', 'half', 'full'],
      [],
    ]);
    expect(wantedRules(text, [['crop']])[0]?.codes).toEqual([]);
  });

  test('更里面的、没有的、成表的不是结果', () => {
    const of = (name: string) => () => wantedRules(text, [[name]]);
    expect(of('deep')).toThrow('no rule of the household or its members: deep');
    expect(of('absent')).toThrow('absent');
    expect(of('rate')).toThrow('no result is bands fen -> fen');
  });
});

describe('结果放在哪里', () => {
  test('开始都没有结论；成员的结果按成员数', () => {
    const made = results();
    const sizes = made.chunks.map(({ first, households, arrays }) => [
      ...[first, households, ...arrays.map(({ length }) => length)],
    ]);
    expect(sizes).toEqual([
      [0, 2, 2, 2, 0, 2, 2, 2, 0, 3, 0, 3, 0],
      [2, 1, 1, 1, 0, 1, 1, 1, 0, 3, 0, 3, 0],
    ]);
    const chunk = chunkOf(made, 0);
    for (const [at, each] of wantedNow().entries()) {
      expect(resultAt(made, chunk, 0, each.name), each.name).toBeNull();
      expect(isUndecided(chunk, 0, at, each), each.name).toBe(true);
    }
    expect([...(chunk.arrays[4] ?? [])]).toEqual([1, 1]);
    expect(() => resultAt(made, chunk, 2, 'figure')).toThrow('no result figure at 2');
    expect(() => resultAt(made, chunk, 0, 'deep')).toThrow('no result deep');
  });

  test('数、分数、是否、代码、日期取出来与放进去的一样', () => {
    expect(kept('figure', exact(42))).toBe(42);
    expect(kept('figure', exact(-42))).toBe(-42);
    expect(kept('share', exact(rational(7, 3)))).toEqual(rational(7, 3));
    expect(kept('share', exact(6))).toBe(6);
    expect([kept('is', truth(true)), kept('is', truth(false))]).toEqual([true, false]);
    expect([kept('care', code('none')), kept('care', code('full'))]).toEqual(['none', 'full']);
    expect(kept('from', date('2024-03-15' as LocalDate))).toBe('20240315');
  });

  test('尚不能确定的不放：一段数、不清楚的是否和日期、几个代码之一', () => {
    expect(kept('figure', number(whole(1, 2)))).toBeNull();
    expect(kept('is', truth(null))).toBeNull();
    expect(kept('from', date(null))).toBeNull();
    expect(kept('care', code('none', 'half'))).toBeNull();
  });

  test('放不下的另外保存，一分不差：没有分母的地方、超出安全整数的', () => {
    const [third, huge] = [rational(1, 3), rational(BigInt(SAFE) + 1n)];
    const fine = rational(1n, BigInt(SAFE) + 2n);
    expect(kept('figure', exact(third))).toEqual(third);
    expect(kept('figure', exact(huge))).toEqual(huge);
    expect(kept('figure', exact(rational(-BigInt(SAFE) - 1n)))).toEqual(
      rational(-BigInt(SAFE) - 1n),
    );
    expect(kept('share', exact(fine))).toEqual(fine);
    const besides = (name: string, value: Rational) => {
      const made = results();
      keep(
        made,
        chunkOf(made, 1),
        0,
        wantedNow().findIndex((each) => each.name === name),
        exact(value),
      );
      return [...made.beside.keys()];
    };
    expect(besides('figure', third)).toEqual(['2 0 figure']);
    for (const value of [SAFE, -SAFE]) expect(besides('figure', value)).toEqual([]);
    expect(besides('share', rational(1, SAFE))).toEqual([]);
    expect(besides('share', fine)).toEqual(['2 0 share']);
    expect(besides('share', rational(BigInt(SAFE) + 1n, 3n))).toEqual(['2 0 share']);
  });

  test('放过的就有了结论', () => {
    const made = results();
    const chunk = chunkOf(made, 0);
    const values: Value[] = [
      exact(0),
      exact(1),
      truth(false),
      code('none'),
      date('1900-01-01' as LocalDate),
    ];
    for (const [at, each] of wantedNow().entries()) {
      keep(made, chunk, 0, at, values[at] ?? exact(0));
      expect(isUndecided(chunk, 0, at, each), each.name).toBe(false);
      expect(isUndecided(chunk, 1, at, each), each.name).toBe(true);
    }
    expect(isUndecided(chunk, 9, 0, { ...wantedNow()[0] } as never)).toBe(true);
    expect(() => keep(made, chunk, 0, 9, exact(0))).toThrow('no result 9');
  });
});
