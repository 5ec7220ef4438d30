import { describe, expect, test } from 'vitest';
import * as figure from './figure.ts';
import { constant, type Node } from './node.ts';
import { boundsOf, byHand } from './node-words.fixture.ts';
import { choice } from './truth.ts';

const { graph, figure: read, truth, words } = byHand();
const number = (value: number) => constant(graph, value);
const [x, y] = [read('x', 1, 10), read('y', -5, 20)];

type Operation = (graph_: typeof graph, a: Node, b: Node) => Node;

describe('生成函数时先算好能算的：结果是什么算式', () => {
  test.each<[string, Operation, Node, Node, string]>([
    ['两个常数相加', figure.plus, number(3), number(4), '7'],
    ['加零', figure.plus, x, number(0), 'x'],
    ['零加', figure.plus, number(0), x, 'x'],
    ['加一不省', figure.plus, x, number(1), '(+ x 1)'],
    ['两个常数相减', figure.minus, number(3), number(4), '-1'],
    ['减零', figure.minus, x, number(0), 'x'],
    ['零减去数不省', figure.minus, number(0), x, '(- 0 x)'],
    ['两个常数相乘', figure.times, number(3), number(4), '12'],
    ['常数写在前面', figure.times, x, number(3), '(* 3 x)'],
    ['乘零', figure.times, x, number(0), '0'],
    ['乘一', figure.times, number(1), x, 'x'],
    ['两次乘常数合成一次', figure.times, number(2), figure.times(graph, number(3), x), '(* 6 x)'],
    ['不是常数的不合', figure.times, number(2), figure.times(graph, x, y), '(* 2 (* x y))'],
    ['乘一个和', figure.times, number(2), figure.plus(graph, x, y), '(* 2 (+ x y))'],
    ['除以一', figure.floor, x, number(1), 'x'],
    ['两个常数相除，向下', figure.floor, number(7), number(2), '3'],
    ['负的也向下', figure.floor, number(-7), number(2), '-4'],
    ['约去公因数', figure.floor, figure.times(graph, number(6), x), number(4), '(floor (* 3 x) 2)'],
    ['没有公因数', figure.floor, figure.times(graph, number(3), x), number(4), '(floor (* 3 x) 4)'],
    ['自己与自己取小', figure.least, x, x, 'x'],
    ['自己与自己取大', figure.greatest, x, x, 'x'],
    ['两个常数取小', figure.least, number(3), number(4), '3'],
    ['两个常数取大', figure.greatest, number(3), number(4), '4'],
    ['上限正好等于最大的，没有用', figure.least, number(10), x, 'x'],
    ['上限写在后面也没有用', figure.least, x, number(10), 'x'],
    ['上限小一', figure.least, number(9), x, '(min 9 x)'],
    ['上限小一，写在后面', figure.least, x, number(9), '(min x 9)'],
    ['下限正好等于最小的，没有用', figure.greatest, number(1), x, 'x'],
    ['下限写在后面也没有用', figure.greatest, x, number(1), 'x'],
    ['下限大一', figure.greatest, number(2), x, '(max 2 x)'],
    ['下限大一，写在后面', figure.greatest, x, number(2), '(max x 2)'],
  ])('%s', (_, operation, a, b, expected) => {
    expect(words(operation(graph, a, b))).toBe(expected);
  });
});

describe('每个数可能的范围', () => {
  const [from, to] = [read('from', -2, 3), read('to', -5, 7)];
  const [other, less] = [read('other', -3, 2), read('less', -7, 5)];
  test.each<[string, Operation, Node, Node, readonly [number, number]]>([
    ['相加', figure.plus, x, y, [-4, 30]],
    ['相减', figure.minus, x, y, [-19, 15]],
    ['相乘，两边都可能是负的', figure.times, from, to, [-15, 21]],
    ['相乘，最大的在两个最小的之积', figure.times, other, less, [-15, 21]],
    ['相乘，最小的在大乘小', figure.times, read('small', 0, 3), less, [-21, 15]],
    ['相乘，最小的在小乘大', figure.times, other, read('large', 1, 9), [-27, 18]],
    ['相除，被除数可能是负的', figure.floor, read('top', -7, 10), read('by', 2, 3), [-4, 5]],
    ['相除，除数大的得小数', figure.floor, read('tall', 4, 9), read('wide', 2, 5), [0, 4]],
    ['相除，都是负的', figure.floor, read('deep', -9, -4), read('wide', 2, 5), [-5, -1]],
    ['取小', figure.least, x, y, [-5, 10]],
    ['取大', figure.greatest, x, y, [1, 20]],
    ['取小，一个总在下面', figure.least, read('low', 0, 4), read('high', 3, 9), [0, 4]],
    ['取大，一个总在上面', figure.greatest, read('low', 0, 4), read('high', 3, 9), [3, 9]],
  ])('%s', (_, operation, a, b, expected) => {
    expect(boundsOf(operation(graph, a, b))).toEqual(expected);
  });
});

describe('除数要大于零', () => {
  test('一定大于零的不用核对；可能是零的核对，核对过的至少是一', () => {
    expect(figure.positive(graph, x)).toBe(x);
    const checked = figure.positive(graph, read('zero', 0, 9));
    expect([words(checked), boundsOf(checked)]).toEqual(['(positive zero)', [1, 9]]);
    expect([checked.fallible, x.fallible]).toEqual([true, false]);
    expect(boundsOf(figure.positive(graph, read('never', -5, 0)))).toEqual([1, 1]);
  });
});

describe('公因数', () => {
  const [four, six] = [figure.times(graph, number(4), x), figure.times(graph, number(6), y)];
  const halves = ['(* 2 x)', '(* 3 y)'].join(' ');
  test.each<[string, Node, number, string]>([
    ['倍数', four, 4, 'x'],
    ['负的倍数', figure.times(graph, number(-6), x), 6, '(* -1 x)'],
    ['常数', number(-6), 6, '-1'],
    ['和', figure.plus(graph, four, six), 2, `(+ ${halves})`],
    ['差', figure.minus(graph, four, six), 2, `(- ${halves})`],
    ['取小', figure.least(graph, four, six), 2, `(min ${halves})`],
    ['取大', figure.greatest(graph, four, six), 2, `(max ${halves})`],
    ['二者之一', choice(graph, truth('is'), four, six), 2, `(if is ${halves})`],
  ])('%s', (_, of, content, divided) => {
    expect(figure.contentOf(of)).toBe(content);
    expect(words(figure.withoutContent(graph, of, content))).toBe(divided);
  });

  test('零有一切因数；没有公因数的是一，除以一不变', () => {
    const product = figure.times(graph, x, y);
    const quotient = figure.floor(graph, four, read('by', 2, 3));
    expect([number(0), x, product, quotient].map(figure.contentOf)).toEqual([0, 1, 1, 1]);
    expect(figure.withoutContent(graph, product, 1)).toBe(product);
    expect(() => figure.withoutContent(graph, x, 2)).toThrow('read has no content');
    expect([figure.gcd(12, 18), figure.gcd(5, 0), figure.gcd(0, 5)]).toEqual([6, 5, 5]);
  });
});
