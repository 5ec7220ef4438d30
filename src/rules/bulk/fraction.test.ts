import { describe, expect, test } from 'vitest';
import * as fraction from './fraction.ts';
import { constant, type Node, SAFE } from './node.ts';
import { byHand } from './node-words.fixture.ts';
import { truth as known } from './truth.ts';

const of = (top: Node, by: number, ...factors: Node[]): fraction.Fraction => ({
  top,
  bottom: { constant: by, factors },
});

/** Made anew for each test: a node is made once in a graph. */
function setUp() {
  const { graph, figure: read, truth, words } = byHand();
  const x = read('x', 0, 100);
  return {
    ...{ graph, read, truth, words, x, y: read('y', 0, 100), persons: read('persons', 1, 30) },
    number: (value: number) => constant(graph, value),
    half: of(x, 2),
    told: ({ top, bottom }: fraction.Fraction) =>
      [words(top), bottom.constant, ...bottom.factors.map(words)].join(' / '),
  };
}

describe('准确的分数：分子是整数，分母是一个常数乘几个因数', () => {
  test('约去公因数；零和整数没有分母', () => {
    const { graph, number, told } = setUp();
    const four = fraction.over(graph, number(4), 6);
    const zero = fraction.over(graph, number(0), 6);
    const six = fraction.over(graph, fraction.whole(number(12)).top, 6);
    expect([four, zero, six].map(told)).toEqual(['2 / 3', '0 / 1', '2 / 1']);
    expect([zero.bottom, six.bottom]).toEqual([fraction.ONE, fraction.ONE]);
    expect(zero.bottom).toBe(fraction.ONE);
    expect(six.bottom).toBe(fraction.ONE);
    expect(four.bottom).not.toBe(fraction.ONE);
  });

  test('分母相同的直接加减，不同的先通分', () => {
    const { graph, x, y, persons, half, told } = setUp();
    expect(told(fraction.add(graph, half, of(y, 2)))).toBe('(+ x y) / 2');
    expect(told(fraction.add(graph, half, of(y, 3)))).toBe('(+ (* 3 x) (* 2 y)) / 6');
    expect(told(fraction.subtract(graph, of(x, 4), of(y, 6)))).toBe('(- (* 3 x) (* 2 y)) / 12');
    expect(told(fraction.add(graph, fraction.whole(x), of(y, 1, persons)))).toBe(
      '(+ (* x persons) y) / 1 / persons',
    );
    expect(told(fraction.add(graph, of(x, 1, persons), of(y, 1, persons)))).toBe(
      '(+ x y) / 1 / persons',
    );
    expect(told(fraction.add(graph, of(x, 1, persons, persons), of(y, 1, persons)))).toBe(
      '(+ x (* y persons)) / 1 / persons / persons',
    );
  });

  test('取大、取小', () => {
    const { graph, y, half, told } = setUp();
    expect(told(fraction.greatest(graph, half, of(y, 3)))).toBe('(max (* 3 x) (* 2 y)) / 6');
    expect(told(fraction.least(graph, half, of(y, 3)))).toBe('(min (* 3 x) (* 2 y)) / 6');
  });

  test('相乘：分母相乘，外层的因数在前', () => {
    const { graph, read, words, number, x, y, persons, told } = setUp();
    const outer = byHand('household').figure('outer', 1, 9);
    const product = fraction.multiply(graph, of(x, 2, persons), of(y, 3, outer));
    expect(words(product.top)).toBe('(* x y)');
    expect([product.bottom.constant, product.bottom.factors]).toEqual([6, [outer, persons]]);
    const later = read('later', 1, 9);
    expect(fraction.multiply(graph, of(x, 1, later), of(y, 1, persons)).bottom.factors).toEqual([
      persons,
      later,
    ]);
    expect(told(fraction.multiply(graph, of(number(4), 3), of(x, 8)))).toBe('x / 6');
  });

  test('相除：除数的分子进分母，一定大于零的不核对', () => {
    const { graph, number, x, y, persons, half, told } = setUp();
    expect(told(fraction.divide(graph, half, fraction.whole(number(3))))).toBe('x / 6');
    expect(told(fraction.divide(graph, half, of(persons, 5)))).toBe('(* 5 x) / 2 / persons');
    expect(told(fraction.divide(graph, fraction.whole(x), fraction.whole(y)))).toBe(
      'x / 1 / (positive y)',
    );
  });

  test('如果：条件已定的只留一边；没有定的通分', () => {
    const { graph, truth, y, half, told } = setUp();
    expect(fraction.choice(graph, known(graph, true), half, of(y, 3))).toBe(half);
    expect(told(fraction.choice(graph, known(graph, false), half, of(y, 3)))).toBe('y / 3');
    expect(told(fraction.choice(graph, truth('is'), half, of(y, 3)))).toBe(
      '(if is (* 3 x) (* 2 y)) / 6',
    );
  });

  test.each([
    ['<', '(< (* 3 x) (* 2 y))'],
    ['<=', '(<= (* 3 x) (* 2 y))'],
    ['>', '(< (* 2 y) (* 3 x))'],
    ['>=', '(<= (* 2 y) (* 3 x))'],
    ['=', '(= (* 3 x) (* 2 y))'],
    ['<>', '(not (= (* 3 x) (* 2 y)))'],
  ])('比较 %s：通分后比分子', (operator, expected) => {
    const { graph, words, y, half } = setUp();
    expect(words(fraction.compare(graph, operator, half, of(y, 3)))).toBe(expected);
  });

  test('取整：舍去、进一、四舍五入，到一的整数不动', () => {
    const { graph, number, x, persons, half, told } = setUp();
    const whole = fraction.whole(x);
    const round = (a: fraction.Fraction, direction: string, step: Node) =>
      told(fraction.rounded(graph, a, direction, step));
    expect(fraction.rounded(graph, whole, 'down', number(1))).toBe(whole);
    expect(round(whole, 'down', number(100))).toBe('(* 100 (floor x 100)) / 1');
    expect(round(half, 'down', number(1))).toBe('(floor x 2) / 1');
    expect(round(half, 'up', number(1))).toBe('(- 0 (floor (- 0 x) 2)) / 1');
    expect(round(half, 'half-up', number(1))).toBe('(floor (+ x 1) 2) / 1');
    expect(round(of(x, 3), 'half-up', number(10))).toBe('(* 10 (floor (+ x 15) 30)) / 1');
    expect(round(whole, 'down', persons)).toBe('(* (floor x persons) persons) / 1');
    expect(fraction.rounded(graph, half, 'down', number(1)).bottom).toBe(fraction.ONE);
  });

  test('分母的值；超出可以精确计算的不生成', () => {
    const { graph, words, x, y, persons } = setUp();
    expect(words(fraction.valueOf(graph, of(x, 6).bottom))).toBe('6');
    expect(words(fraction.valueOf(graph, of(x, 6, persons).bottom))).toBe('(* 6 persons)');
    const large = of(x, 2 ** 52 + 1);
    expect(() => fraction.add(graph, large, of(y, 2))).toThrow('分母超出可以精确计算的范围');
    expect(() => fraction.multiply(graph, large, of(y, 2))).toThrow(RangeError);
    expect(fraction.multiply(graph, of(x, SAFE), fraction.whole(y)).bottom.constant).toBe(SAFE);
  });
});
