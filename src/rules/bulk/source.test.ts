import { describe, expect, test } from 'vitest';
import type { Policy } from '../language/named.ts';
import { point, whole } from '../language/range.ts';
import { rational } from '../language/rational.ts';
import { type Missing, NOTHING, number, PLACE, truth, type Value } from '../language/value.ts';
import { boundKinds } from './kind-frame.fixture.ts';
import { emptyGraph } from './node.ts';
import { shapeOf } from './shape.ts';
import { absentNode, areaFigure, isAbsent, type Source, tableCells, wholeOf } from './source.ts';

const policy = boundKinds();

function sourceOf(...policies: readonly Policy[]): Source {
  const [first = policy, ...others] = policies;
  return {
    ...{ graph: emptyGraph(), set: policy.set, policies: [first, ...others] },
    codesOf: (list) => (list === 'CARE' ? ['none', 'half', 'full'] : []),
    columnOf: () => {
      throw new Error('no columns here');
    },
    ...{ mostOf: () => 1, isUnasked: () => false },
    figures: { read: [], first: new Map(), size: 0 },
  };
}

const ofNumber = { kind: 'number', unit: {}, percent: false } as never;
const CARE = { kind: 'code', list: 'CARE' } as const;

describe('没有规定的：谁读到，谁那一户交给逐户核算', () => {
  test('范围按声明，代码按代码表，是非是零或一', () => {
    const source = sourceOf();
    const at = (name: string, type: Parameters<typeof absentNode>[2]) => {
      const { low, high, isTruth } = absentNode(source, name, type);
      return [low, high, isTruth];
    };
    expect(at('share', ofNumber)).toEqual([0, 100, false]);
    expect(at('care', CARE)).toEqual([0, 2, false]);
    expect(at('flag', { kind: 'yes/no' })).toEqual([0, 1, true]);
  });

  test('各是各的；读一次就留下；属于读它的那一层', () => {
    const source = sourceOf();
    const [share, step] = ['share', 'step'].map((name) => absentNode(source, name, ofNumber));
    expect(share).not.toBe(step);
    expect(absentNode(source, 'share', ofNumber)).toBe(share);
    expect(share).toMatchObject({
      ...{ op: 'unknown', fallible: true, shy: true, blank: true, level: 'household' },
    });
    expect(absentNode(source, 'share', ofNumber, 'area').level).toBe('household');
    expect(absentNode(source, 'share', ofNumber, 'member').level).toBe('member');
  });

  test('当地缺的才是没有规定，家庭缺的不是', () => {
    const lacking = (level: string): Missing => [{ level, id: 'x', field: 'x', text: 'x' }];
    expect(isAbsent(number(whole(1), lacking(PLACE)))).toBe(true);
    expect(isAbsent(number(whole(1), lacking('member')))).toBe(false);
    expect(isAbsent(number(whole(1)))).toBe(false);
  });
});

describe('各地的数', () => {
  const figureOf = (name: string) => (of: Policy) => wholeOf(of.valueOf(name), 1);

  test('各地相同的是常数；不同的读各地的，同一个数只占一个地方', () => {
    const source = sourceOf(policy, boundKinds({ standard: 50_000 }));
    const window = areaFigure(source, 'window', figureOf('window'));
    expect([window.op, window.value, source.figures.size]).toEqual(['constant', 12, 0]);
    const standard = areaFigure(source, 'standard', figureOf('standard'));
    expect([standard.op, standard.value, standard.low, standard.high]).toEqual([
      ...['figure', 0, 50_000, 80_000],
    ]);
    expect(areaFigure(source, 'standard', figureOf('standard'))).toBe(standard);
    expect(areaFigure(source, 'other', figureOf('standard')).value).toBe(1);
    expect(source.figures.size).toBe(2);
    expect(source.figures.read[0]?.(policy, {})).toEqual([80_000]);
  });

  test('表的一列：有没有缺的，范围含零', () => {
    const source = sourceOf(policy, policy);
    expect(tableCells(source, 'a', () => [5, 7])).toEqual({
      ...{ first: 0, low: 0, high: 7, hasGaps: false },
    });
    expect(tableCells(source, 'b', () => [-3, Number.NaN])).toEqual({
      ...{ first: 2, low: -3, high: 0, hasGaps: true },
    });
    expect(tableCells(source, 'a', () => [5, 7]).first).toBe(0);
    expect(source.figures.size).toBe(4);
  });

  test('整数才读：百分数按百分之一；不确定的、分数、别的都不读', () => {
    expect(wholeOf(number(point(rational(7, 100))), 100)).toBe(7);
    expect(() => wholeOf(number(point(rational(1, 3))), 100)).toThrow('参数不是整数');
    expect(() => wholeOf(number(whole(1, 2)), 1)).toThrow('参数不是确定的数');
    expect(() => wholeOf(truth(true), 1)).toThrow(RangeError);
  });
});

describe('定不下来的规定，不生成函数', () => {
  const shape = (value: Value) =>
    shapeOf({ set: policy.set, valueOf: () => value }, ['shared']) !== null;
  const unknown: Missing = [{ level: 'household', id: 'household', field: 'residence', text: '' }];
  const bands = (upTo: number, by: number): Value => ({
    ...{ kind: 'bands', missing: NOTHING },
    bands: [
      { title: '一', upTo: rational(upTo, by), amount: rational(3) },
      { title: '二', upTo: rational(9), amount: rational(upTo, by) },
    ],
  });

  test.each<[string, Value, boolean]>([
    ['确定的数', number(whole(1)), true],
    ['一段数', number(whole(1, 2)), false],
    ['要看城乡的数', number(whole(1), unknown), false],
    ['一个代码', { kind: 'code', possible: ['none'], missing: NOTHING }, true],
    ['两个代码之一', { kind: 'code', possible: ['none', 'half'], missing: NOTHING }, false],
    ['整数的档', bands(4, 2), true],
    ['有分数的档', bands(1, 2), false],
    ['不使用的', { kind: 'not-used', missing: NOTHING }, true],
  ])('%s', (_, value, isSettled) => {
    expect(shape(value)).toBe(isSettled);
  });

  test('分数只在一边的档也不行', () => {
    const half = { title: '一', upTo: rational(1, 2), amount: rational(3) };
    const other = { title: '一', upTo: rational(3), amount: rational(1, 2) };
    for (const band of [half, other]) {
      expect(shape({ kind: 'bands', bands: [band], missing: NOTHING })).toBe(false);
    }
  });
});
