import { describe, expect, test } from 'vitest';
import { floor, plus } from './figure.ts';
import { constant, type Node } from './node.ts';
import { boundsOf, byHand } from './node-words.fixture.ts';
import * as truth from './truth.ts';

/** Made anew for each test: a node is made once in a graph. */
function setUp() {
  const { graph, figure: read, truth: fact, words } = byHand();
  const number = (value: number) => constant(graph, value);
  const [work, ill] = [read('work', 0, 3), read('ill', 0, 3)];
  const x = read('x', 0, 100);
  return {
    ...{ graph, read, fact, words, number, work, ill, x },
    ...{ a: fact('a'), b: fact('b'), y: read('y', 0, 100) },
    ...{ yes: truth.truth(graph, true), no: truth.truth(graph, false) },
    inWork: (...codes: number[]) => truth.within(graph, work, codes),
    tens: floor(graph, x, number(10)),
    told: (rows: readonly (readonly [string, Node, string])[]) => {
      for (const [title, made, expected] of rows) expect(words(made), title).toBe(expected);
    },
  };
}

describe('条件先化简：只按常数，不按可能不清楚的事实的范围', () => {
  test('不', () => {
    const { graph, x, a, y, yes, no, inWork, told } = setUp();
    told([
      ['是', truth.not(graph, yes), 'no'],
      ['否', truth.not(graph, no), 'yes'],
      ['事实', truth.not(graph, a), '(not a)'],
      ['两次', truth.not(graph, truth.not(graph, a)), 'a'],
      ['小于', truth.not(graph, truth.less(graph, x, y)), '(<= y x)'],
      ['不大于', truth.not(graph, truth.notMore(graph, x, y)), '(< y x)'],
      ['等于', truth.not(graph, truth.equal(graph, x, y)), '(not (= x y))'],
      ['几个代码之一，就是其余的', truth.not(graph, inWork(0, 2)), '(in work 1,3)'],
    ]);
  });

  test('并且、或者', () => {
    const { graph, ill, a, b, yes, no, inWork, told } = setUp();
    told([
      ['是，并且', truth.and(graph, yes, a), 'a'],
      ['否，并且', truth.and(graph, no, a), 'no'],
      ['并且是', truth.and(graph, a, yes), 'a'],
      ['并且否', truth.and(graph, a, no), 'no'],
      ['是，或者', truth.or(graph, yes, a), 'yes'],
      ['否，或者', truth.or(graph, no, a), 'a'],
      ['或者是', truth.or(graph, a, yes), 'yes'],
      ['或者否', truth.or(graph, a, no), 'a'],
      ['同一个', truth.and(graph, a, a), 'a'],
      ['或者同一个', truth.or(graph, a, a), 'a'],
      ['两个', truth.and(graph, a, b), '(and a b)'],
      ['或者两个', truth.or(graph, a, b), '(or a b)'],
      ['同一代码', truth.and(graph, inWork(0, 1), inWork(1, 2)), '(in work 1)'],
      ['或者同一代码', truth.or(graph, inWork(0, 1), inWork(1, 2)), '(in work 0,1,2)'],
      [
        '两个代码不合',
        truth.and(graph, inWork(1), truth.within(graph, ill, [1])),
        '(and (in work 1) (in ill 1))',
      ],
      ['不是代码的不合', truth.or(graph, inWork(1), a), '(or (in work 1) a)'],
      ['写在前面的不合', truth.or(graph, a, inWork(1)), '(or a (in work 1))'],
    ]);
  });

  test('当地没有规定的放在后面读；两边都是、都不是的不动', () => {
    const { graph, fact, a, told } = setUp();
    const [open, other] = [fact('open', { blank: true }), fact('other', { blank: true })];
    told([
      ['前面的没有规定', truth.and(graph, open, a), '(and a open)'],
      ['后面的没有规定', truth.and(graph, a, open), '(and a open)'],
      ['都没有规定', truth.or(graph, open, other), '(or open other)'],
      ['或者', truth.or(graph, open, a), '(or a open)'],
    ]);
  });

  test('如果', () => {
    const { graph, read, fact, number, x, a, b, y, yes, no, inWork, told } = setUp();
    const six = truth.choice(graph, a, x, number(6));
    told([
      ['条件已定是', truth.choice(graph, yes, x, y), 'x'],
      ['条件已定否', truth.choice(graph, no, x, y), 'y'],
      ['两边相同', truth.choice(graph, a, x, x), 'x'],
      ['两个数', six, '(if a x 6)'],
      ['条件是不', truth.choice(graph, truth.not(graph, a), x, y), '(if a y x)'],
      ['那么是', truth.choice(graph, a, yes, b), '(or a b)'],
      ['那么否', truth.choice(graph, a, no, b), '(and (not a) b)'],
      ['否则否', truth.choice(graph, a, b, no), '(and a b)'],
      ['否则是', truth.choice(graph, a, b, yes), '(or (not a) b)'],
      ['两个是否', truth.choice(graph, fact('c'), a, b), '(if c a b)'],
      ['同一代码', truth.choice(graph, inWork(0, 1), inWork(1, 2), inWork(1, 3)), '(in work 1,3)'],
      [
        '那么是别的',
        truth.choice(graph, inWork(0), a, inWork(1)),
        '(if (in work 0) a (in work 1))',
      ],
      [
        '同一代码，条件以内的否则不算',
        truth.choice(graph, inWork(0, 1), inWork(2), inWork(1, 3)),
        '(in work 3)',
      ],
      [
        '否则是别的',
        truth.choice(graph, inWork(0), inWork(1), a),
        '(if (in work 0) (in work 1) a)',
      ],
    ]);
    expect(boundsOf(six)).toEqual([0, 100]);
    expect(boundsOf(truth.choice(graph, a, number(-3), read('z', 5, 9)))).toEqual([-3, 9]);
    const told_ = truth.choice(graph, fact('c'), a, b);
    expect([told_.isTruth, boundsOf(told_)]).toEqual([true, [0, 1]]);
  });

  test('小于、不大于：取整过的与常数相比，不用取整', () => {
    const { graph, read, number, x, y, tens, told } = setUp();
    const by = floor(graph, x, read('by', 2, 3));
    told([
      ['常数', truth.less(graph, number(3), number(4)), 'yes'],
      ['相等的不小于', truth.less(graph, number(4), number(4)), 'no'],
      ['相等的不大于', truth.notMore(graph, number(4), number(4)), 'yes'],
      ['大一的', truth.notMore(graph, number(5), number(4)), 'no'],
      ['两个数', truth.less(graph, x, y), '(< x y)'],
      ['数与常数', truth.notMore(graph, x, number(3)), '(<= x 3)'],
      ['整十小于 3', truth.less(graph, tens, number(3)), '(< x 30)'],
      ['3 小于整十', truth.less(graph, number(3), tens), '(<= 40 x)'],
      ['整十不大于 3', truth.notMore(graph, tens, number(3)), '(< x 40)'],
      ['3 不大于整十', truth.notMore(graph, number(3), tens), '(<= 30 x)'],
      ['加了常数的', truth.less(graph, plus(graph, x, number(5)), number(3)), '(< (+ x 5) 3)'],
      [
        '不大于，加了常数的',
        truth.notMore(graph, plus(graph, x, number(5)), number(3)),
        '(<= (+ x 5) 3)',
      ],
      [
        '在右边，加了常数的',
        truth.less(graph, number(3), plus(graph, x, number(5))),
        '(< 3 (+ x 5))',
      ],
      [
        '不大于，在右边，加了常数的',
        truth.notMore(graph, number(3), plus(graph, x, number(5))),
        '(<= 3 (+ x 5))',
      ],
      ['除数不是常数', truth.less(graph, by, number(3)), '(< (floor x by) 3)'],
      ['除数不是常数，在右边', truth.less(graph, number(3), by), '(< 3 (floor x by))'],
      ['不大于，除数不是常数', truth.notMore(graph, by, number(3)), '(<= (floor x by) 3)'],
      ['不大于，在右边', truth.notMore(graph, number(3), by), '(<= 3 (floor x by))'],
      ['比的不是常数', truth.less(graph, tens, y), '(< (floor x 10) y)'],
      ['比的不是常数，在右边', truth.less(graph, y, tens), '(< y (floor x 10))'],
      ['不大于，不是常数', truth.notMore(graph, tens, y), '(<= (floor x 10) y)'],
      ['不大于，不是常数，在右边', truth.notMore(graph, y, tens), '(<= y (floor x 10))'],
    ]);
  });

  test('等于', () => {
    const { graph, number, x, told } = setUp();
    told([
      ['常数', truth.equal(graph, number(4), number(4)), 'yes'],
      ['常数不等', truth.equal(graph, number(4), number(5)), 'no'],
      ['一边是常数', truth.equal(graph, x, number(5)), '(= x 5)'],
      ['另一边是常数', truth.equal(graph, number(5), x), '(= 5 x)'],
    ]);
  });

  test('属于：次序、重复不论；空的只有不会不清楚时才定', () => {
    const { graph, read, number, a, inWork, told } = setUp();
    const unsure = read('unsure', 0, 3, { fallible: true });
    const chosen = truth.choice(graph, a, number(1), number(2));
    told([
      ['次序', inWork(2, 0, 2), '(in work 0,2)'],
      ['常数', truth.within(graph, number(2), [1, 2]), 'yes'],
      ['常数不在', truth.within(graph, number(3), [1, 2]), 'no'],
      ['空', inWork(), 'no'],
      ['空，可能不清楚', truth.within(graph, unsure, []), '(in unsure )'],
      ['二者之一', truth.within(graph, chosen, [1]), 'a'],
      ['二者之一的另一个', truth.within(graph, chosen, [2]), '(not a)'],
      ['二者都在', truth.within(graph, chosen, [1, 2]), 'yes'],
    ]);
    expect(inWork(2, 0)).toBe(inWork(0, 2));
  });
});
