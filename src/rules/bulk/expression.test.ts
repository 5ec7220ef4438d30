import { describe, expect, test } from 'vitest';
import { expressionOf, isInt32 } from './expression.ts';
import { emptyGraph, node, type Node } from './node.ts';
import { byHand } from './node-words.fixture.ts';

const { figure: read, truth } = byHand();
const LEAST = -(2 ** 31);
const MOST = 2 ** 31 - 1;
const made = (op: Node['op'], of: readonly Node[], low: number, high: number) =>
  node(emptyGraph(), { op, of, low, high });
const small = read('small', 0, 9);
const below = read('below', -9, 9);
const large = read('large', 0, MOST + 1);

describe('32 位整数', () => {
  test.each([
    [LEAST, MOST, true],
    [LEAST - 1, MOST, false],
    [LEAST, MOST + 1, false],
  ])('从 %d 到 %d', (low, high, fits) => {
    expect(isInt32(read(`from ${low} to ${high}`, low, high))).toBe(fits);
  });

  test('是否不算', () => {
    expect(isInt32(truth('is'))).toBe(false);
  });
});

describe('一步运算写成什么', () => {
  test.each<[string, Node, string]>([
    ['32 位的加', made('+', [small, small], 0, 18), 'a + b | 0'],
    ['32 位的减', made('-', [small, small], -9, 9), 'a - b | 0'],
    ['大数的加', made('+', [large, small], 0, MOST + 10), 'a + b'],
    ['大数的减', made('-', [large, small], -9, MOST + 1), 'a - b'],
    ['32 位的乘', made('*', [small, small], 0, 81), 'Math.imul(a, b)'],
    ['积是大数', made('*', [small, small], 0, MOST + 1), 'a * b'],
    ['乘数有大数', made('*', [large, small], 0, 9), 'a * b'],
    ['没有负的，截去就是向下', made('floor', [small, small], 0, 9), 'a / b | 0'],
    ['可能是负的', made('floor', [below, small], -9, 9), 'Math.floor(a / b)'],
    ['除数可能是负的', made('floor', [small, below], 0, 9), 'Math.floor(a / b)'],
    ['被除数是大数', made('floor', [large, small], 0, 9), 'Math.floor(a / b)'],
    ['取小', made('min', [small, small], 0, 9), 'Math.min(a, b)'],
    ['取大', made('max', [small, small], 0, 9), 'Math.max(a, b)'],
    ['小于', made('<', [small, small], 0, 1), 'a < b'],
    ['不大于', made('<=', [small, small], 0, 1), 'a <= b'],
    ['等于', made('=', [small, small], 0, 1), 'a === b'],
    ['不', made('not', [truth('is')], 0, 1), '!a'],
    ['并且', made('and', [truth('is')], 0, 1), 'a && b'],
    ['或者', made('or', [truth('is')], 0, 1), 'a || b'],
    ['如果', made('if', [truth('is')], 0, 1), 'a ? b : c'],
    ['核对过的', made('positive', [small], 1, 9), 'a'],
    ['先试一次的', made('try', [small], 0, 9), 'a'],
    ['读它', made('got', [small], 0, 9), 'a'],
    ['不知道的', made('unknown', [], 0, 9), '0'],
  ])('%s', (_, of, expected) => {
    expect(expressionOf(of, ['a', 'b', 'c'])).toBe(expected);
  });

  test('别的不是一步运算', () => {
    expect(() => expressionOf(made('sum', [small], 0, 9), ['a'])).toThrow('sum is no operation');
  });
});
