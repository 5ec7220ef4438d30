import { describe, expect, test } from 'vitest';
import * as figure from './figure.ts';
import { constant, type Graph, type Node } from './node.ts';
import { boundsOf, byHand, type Hand } from './node-words.fixture.ts';
import { choice } from './truth.ts';

type Operation = (graph: Graph, a: Node, b: Node) => Node;
/** A constant, x between 1 and 10, y between −5 and 20, a figure between two bounds, or a multiple of one of them. */
type Part = number | 'x' | 'y' | readonly [low: number, high: number] | { by: number; of: Part };

function made(hand: Hand, part: Part): Node {
  if (typeof part === 'number') return constant(hand.graph, part);
  if (part === 'x') return hand.figure('x', 1, 10);
  if (part === 'y') return hand.figure('y', -5, 20);
  if ('by' in part) {
    return figure.times(hand.graph, constant(hand.graph, part.by), made(hand, part.of));
  }
  return hand.figure(part.join(' to '), part[0], part[1]);
}

/** Made anew for each test: a node is made once in a graph. */
function of(operation: Operation, a: Part, b: Part) {
  const hand = byHand();
  const node = operation(hand.graph, made(hand, a), made(hand, b));
  return { words: hand.words(node), bounds: boundsOf(node), node };
}

describe('生成函数时先算好能算的：结果是什么算式', () => {
  test.each<[string, Operation, Part, Part, string]>([
    ['两个常数相加', figure.plus, 3, 4, '7'],
    ['加零', figure.plus, 'x', 0, 'x'],
    ['零加', figure.plus, 0, 'x', 'x'],
    ['加一不省', figure.plus, 'x', 1, '(+ x 1)'],
    ['两个常数相减', figure.minus, 3, 4, '-1'],
    ['减零', figure.minus, 'x', 0, 'x'],
    ['零减去数不省', figure.minus, 0, 'x', '(- 0 x)'],
    ['两个常数相乘', figure.times, 3, 4, '12'],
    ['常数写在前面', figure.times, 'x', 3, '(* 3 x)'],
    ['乘零', figure.times, 'x', 0, '0'],
    ['乘一', figure.times, 1, 'x', 'x'],
    ['两次乘常数合成一次', figure.times, 2, { by: 3, of: 'x' }, '(* 6 x)'],
    ['除以一', figure.floor, 'x', 1, 'x'],
    ['两个常数相除，向下', figure.floor, 7, 2, '3'],
    ['负的也向下', figure.floor, -7, 2, '-4'],
    ['约去公因数', figure.floor, { by: 6, of: 'x' }, 4, '(floor (* 3 x) 2)'],
    ['没有公因数', figure.floor, { by: 3, of: 'x' }, 4, '(floor (* 3 x) 4)'],
    ['自己与自己取小', figure.least, 'x', 'x', 'x'],
    ['自己与自己取大', figure.greatest, 'x', 'x', 'x'],
    ['两个常数取小', figure.least, 3, 4, '3'],
    ['两个常数取大', figure.greatest, 3, 4, '4'],
    ['上限正好等于最大的，没有用', figure.least, 10, 'x', 'x'],
    ['上限写在后面也没有用', figure.least, 'x', 10, 'x'],
    ['上限小一', figure.least, 9, 'x', '(min 9 x)'],
    ['上限小一，写在后面', figure.least, 'x', 9, '(min x 9)'],
    ['下限正好等于最小的，没有用', figure.greatest, 1, 'x', 'x'],
    ['下限写在后面也没有用', figure.greatest, 'x', 1, 'x'],
    ['下限大一', figure.greatest, 2, 'x', '(max 2 x)'],
    ['下限大一，写在后面', figure.greatest, 'x', 2, '(max x 2)'],
  ])('%s', (_, operation, a, b, expected) => {
    expect(of(operation, a, b).words).toBe(expected);
  });

  test('乘的不是倍数的，不合', () => {
    const hand = byHand();
    const [x, y, two] = [made(hand, 'x'), made(hand, 'y'), constant(hand.graph, 2)];
    const twice = (each: Node) => hand.words(figure.times(hand.graph, two, each));
    expect(twice(figure.times(hand.graph, x, y))).toBe('(* 2 (* x y))');
    expect(twice(figure.plus(hand.graph, x, y))).toBe('(* 2 (+ x y))');
    expect(twice(figure.plus(hand.graph, two, x))).toBe('(* 2 (+ 2 x))');
  });
});

describe('每个数可能的范围', () => {
  test.each<[string, Operation, Part, Part, readonly [number, number]]>([
    ['相加', figure.plus, 'x', 'y', [-4, 30]],
    ['相减', figure.minus, 'x', 'y', [-19, 15]],
    ['相乘，两边都可能是负的', figure.times, [-2, 3], [-5, 7], [-15, 21]],
    ['相乘，最大的在两个最小的之积', figure.times, [-3, 2], [-7, 5], [-15, 21]],
    ['相乘，最小的在大乘小', figure.times, [0, 3], [-7, 5], [-21, 15]],
    ['相乘，最小的在小乘大', figure.times, [-3, 2], [1, 9], [-27, 18]],
    ['相除，被除数可能是负的', figure.floor, [-7, 10], [2, 3], [-4, 5]],
    ['相除，除数大的得小数', figure.floor, [4, 9], [2, 5], [0, 4]],
    ['相除，都是负的', figure.floor, [-9, -4], [2, 5], [-5, -1]],
    ['取小', figure.least, 'x', 'y', [-5, 10]],
    ['取大', figure.greatest, 'x', 'y', [1, 20]],
    ['取小，一个总在下面', figure.least, [0, 4], [3, 9], [0, 4]],
    ['取大，一个总在上面', figure.greatest, [0, 4], [3, 9], [3, 9]],
    ['取小，先大后小', figure.least, [3, 9], [0, 4], [0, 4]],
    ['取大，先大后小', figure.greatest, [3, 9], [0, 4], [3, 9]],
  ])('%s', (_, operation, a, b, expected) => {
    expect(of(operation, a, b).bounds).toEqual(expected);
  });
});

describe('除数要大于零', () => {
  test('一定大于零的不用核对；可能是零的核对，核对过的至少是一', () => {
    const hand = byHand();
    const x = made(hand, 'x');
    expect(figure.positive(hand.graph, x)).toBe(x);
    const checked = figure.positive(hand.graph, hand.figure('zero', 0, 9));
    expect([hand.words(checked), boundsOf(checked)]).toEqual(['(positive zero)', [1, 9]]);
    expect([checked.fallible, x.fallible]).toEqual([true, false]);
    expect(boundsOf(figure.positive(hand.graph, hand.figure('never', -5, 0)))).toEqual([1, 1]);
  });
});

describe('公因数', () => {
  const four: Part = { by: 4, of: 'x' };
  const six: Part = { by: 6, of: 'y' };
  test.each<[string, Operation, string]>([
    ['和', figure.plus, '(+ (* 2 x) (* 3 y))'],
    ['差', figure.minus, '(- (* 2 x) (* 3 y))'],
    ['取小', figure.least, '(min (* 2 x) (* 3 y))'],
    ['取大', figure.greatest, '(max (* 2 x) (* 3 y))'],
  ])('%s', (_, operation, divided) => {
    const hand = byHand();
    const both = operation(hand.graph, made(hand, four), made(hand, six));
    expect(figure.contentOf(both)).toBe(2);
    expect(hand.words(figure.withoutContent(hand.graph, both, 2))).toBe(divided);
  });

  test('二者之一', () => {
    const hand = byHand();
    const [left, right] = [made(hand, four), made(hand, six)];
    const one = choice(hand.graph, hand.truth('is'), left, right);
    expect(figure.contentOf(one)).toBe(2);
    expect(hand.words(figure.withoutContent(hand.graph, one, 2))).toBe('(if is (* 2 x) (* 3 y))');
  });

  test('倍数、常数；零有一切因数；没有公因数的是一，除以一不变', () => {
    const hand = byHand();
    const { graph } = hand;
    const [x, y] = [made(hand, 'x'), made(hand, 'y')];
    const [product, minus] = [figure.times(graph, x, y), made(hand, { by: -6, of: 'x' })];
    const quotient = figure.floor(graph, made(hand, four), hand.figure('by', 2, 3));
    const all = [constant(graph, 0), constant(graph, -6), x, product, quotient, minus];
    expect(all.map(figure.contentOf)).toEqual([0, 6, 1, 1, 1, 6]);
    const words = (each: Node, by: number) => hand.words(figure.withoutContent(graph, each, by));
    expect([words(minus, 6), words(constant(graph, -6), 6)]).toEqual(['(* -1 x)', '-1']);
    expect(figure.withoutContent(graph, product, 1)).toBe(product);
    expect(() => figure.withoutContent(graph, x, 2)).toThrow('read has no content');
    expect([figure.gcd(12, 18), figure.gcd(5, 0), figure.gcd(0, 5)]).toEqual([6, 5, 5]);
  });
});
