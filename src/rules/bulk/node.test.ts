import { describe, expect, test } from 'vitest';
import {
  constant,
  depthOf,
  emptyGraph,
  got,
  isAggregate,
  node,
  type Node,
  SAFE,
  tried,
} from './node.ts';
import { byHand } from './node-words.fixture.ts';

const { figure: read, truth } = byHand();
const x = read('x', 0, 9);
const sum = (low: number, high: number, more: Partial<Node> = {}) =>
  node(emptyGraph(), { op: '+', of: [x, x], low, high, ...more });

describe('同样的算式只有一份', () => {
  test('各部分都一样才是同一份', () => {
    const graph = emptyGraph();
    const parts = { op: '+', of: [x, x], low: 0, high: 18 } as const;
    const first = node(graph, parts);
    expect(node(graph, { ...parts })).toBe(first);
    const others: Parameters<typeof node>[1][] = [
      { ...parts, op: '-' },
      { ...parts, of: [x, read('y', 0, 9)] },
      { ...parts, value: 1 },
      { ...parts, level: 'household' },
      { ...parts, over: 'member' },
      { ...parts, isTruth: true },
      { ...parts, codes: [1] },
    ];
    const made = others.map((each) => node(graph, each));
    expect(new Set([first, ...made]).size).toBe(8);
    expect(made.map(({ id }) => graph.nodes[id])).toEqual(made);
  });
});

describe('超出可以精确计算的整数的，算的时候核对', () => {
  test('正好在界上的不用，多一的要，范围截在界上', () => {
    expect([sum(-SAFE, SAFE)].map(({ checked, risky }) => [checked, risky])).toEqual([
      [false, false],
    ]);
    const [over, under] = [sum(0, SAFE + 1), sum(-SAFE - 1, 0)];
    expect([over.checked, over.risky, over.low, over.high]).toEqual([true, true, 0, SAFE]);
    expect([under.checked, under.risky, under.low, under.high]).toEqual([true, true, -SAFE, 0]);
  });

  test('常数超出的不生成', () => {
    const graph = emptyGraph();
    expect(constant(graph, SAFE).value).toBe(SAFE);
    expect(() => constant(graph, SAFE + 1)).toThrow('超出可以精确计算的范围');
    expect(() => constant(graph, 0.5)).toThrow(RangeError);
  });
});

describe('事实可能不清楚的，从一定要读的部分传下去', () => {
  const unsure = read('unsure', 0, 1, { isTruth: true, fallible: true, shy: true, blank: true });
  const sure = truth('sure');
  const flags = (op: Node['op'], of: readonly Node[]) => {
    const made = node(emptyGraph(), { op, of, low: 0, high: 1 });
    return [made.fallible, made.shy, made.risky, made.blank];
  };
  test('只有有时才读的部分不传：如果的两边，并且、或者的后一边', () => {
    expect(flags('+', [sure, sure])).toEqual([false, false, false, false]);
    expect(flags('+', [sure, unsure])).toEqual([true, true, true, true]);
    for (const op of ['if', 'and', 'or'] as const) {
      expect(flags(op, [unsure, sure, sure]), op).toEqual([true, true, true, true]);
      expect(flags(op, [sure, unsure, unsure]), op).toEqual([false, false, true, true]);
    }
  });

  test('逐条相加、先试一次的，在读它的地方才问', () => {
    for (const op of ['sum', 'any', 'keep', 'try'] as const) {
      expect(flags(op, [unsure, unsure]), op).toEqual([false, false, true, true]);
      expect(isAggregate(op), op).toBe(op !== 'try');
    }
    const graph = emptyGraph();
    const aggregate = node(graph, {
      op: 'any',
      of: [sure],
      over: 'income',
      low: 0,
      high: 1,
      isTruth: true,
    });
    const asked = got(graph, aggregate);
    expect([asked.op, asked.fallible, asked.shy, asked.isTruth]).toEqual(['got', true, true, true]);
    const kept = tried(graph, x);
    expect([kept.op, kept.of[0]?.op, kept.low, kept.high]).toEqual(['got', 'try', 0, 9]);
    expect([kept.isTruth, kept.fallible, kept.of[0]?.fallible]).toEqual([false, true, false]);
  });
});

describe('属于哪一层', () => {
  test('最里面的一层；常数在所有层之外', () => {
    expect((['area', 'household', 'member', 'income'] as const).map(depthOf)).toEqual([0, 1, 2, 3]);
    expect(depthOf(null)).toBe(-1);
    const outer = byHand('household').figure('outer', 0, 9);
    const of = (...parts: Node[]) =>
      node(emptyGraph(), { op: '+', of: parts, low: 0, high: 9 }).level;
    expect([of(outer, x), of(x, outer), of(outer, outer)]).toEqual([
      'member',
      'member',
      'household',
    ]);
    const graph = emptyGraph();
    expect(of(constant(graph, 1), constant(graph, 2))).toBeNull();
  });
});
