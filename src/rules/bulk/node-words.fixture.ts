import type { Level } from '../language/declaration.ts';
import { emptyGraph, type Graph, isConstant, type Node, node } from './node.ts';

/** Nodes made by hand, and what a node says as words: `(+ 2 x)`, `(in work 0,2)`. */

export type Hand = {
  readonly graph: Graph;
  /** A figure read of a record, between these bounds. */
  readonly figure: (name: string, low: number, high: number, more?: Partial<Node>) => Node;
  readonly truth: (name: string, more?: Partial<Node>) => Node;
  readonly words: (of: Node) => string;
};

export function byHand(level: Level = 'member'): Hand {
  const graph = emptyGraph();
  const names: string[] = [];
  const read = (name: string, low: number, high: number, more: Partial<Node>): Node => {
    if (!names.includes(name)) names.push(name);
    return node(graph, {
      op: 'read',
      of: [],
      level,
      low,
      high,
      value: names.indexOf(name),
      ...more,
    });
  };
  const words = (of: Node): string => {
    if (isConstant(of)) return of.isTruth ? (of.value === 1 ? 'yes' : 'no') : String(of.value);
    if (of.op === 'read') return names[of.value] ?? '';
    const parts = [of.op, ...of.of.map(words), ...(of.op === 'in' ? [of.codes.join(',')] : [])];
    return `(${parts.join(' ')})`;
  };
  return {
    graph,
    words,
    figure: (name, low, high, more = {}) => read(name, low, high, more),
    truth: (name, more = {}) => read(name, 0, 1, { isTruth: true, ...more }),
  };
}

export function boundsOf({ low, high }: Node): readonly [number, number] {
  return [low, high];
}
