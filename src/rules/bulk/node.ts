import { LEVEL_OF, type Level } from '../language/declaration.ts';

/**
 * A figure, a date (YYYYMMDD), a code (its index) or a truth (0, 1) of the generated function. Nodes are
 * kept once each; the operands come first. `low` and `high` bound the value; what may leave the integers
 * a double holds exactly is `checked` at run time, and the household then goes to the exact evaluator.
 */
export type Node = {
  readonly id: number;
  readonly op: Op;
  readonly of: readonly Node[];
  /** The innermost level it depends on; null for a constant. */
  readonly level: Level | null;
  readonly low: number;
  readonly high: number;
  readonly isTruth: boolean;
  readonly checked: boolean;
  /** Whether computing it may find a fact unknown. */
  readonly fallible: boolean;
  /** Whether it often does: then it is computed only where it is really read. */
  readonly shy: boolean;
  /** Whether something it may read on the way is unknown, also where it reads it only at times. */
  readonly risky: boolean;
  /** Whether it rests, if only at times, on what the place has not laid down. */
  readonly blank: boolean;
  /** A constant's value; else the number of the column, the area's figure, the table's first cell or the result. */
  readonly value: number;
  /** The codes of `in`. */
  readonly codes: readonly number[];
  /** The level an aggregate goes over. */
  readonly over: Level | null;
};

/**
 * `figure`: of the area. `read`: of a column. `floor`: the whole part of a quotient (divisor > 0).
 * `sum`, `any`: over the records where the first operand holds. `positive`: its operand, checked to be > 0.
 * `try`: a value found once for all its readers, whether or not a fact was missing on the way.
 * `got`: an aggregate or a tried value as it is read, which is where it matters whether a fact was missing.
 * `keep`: writes a result of each record. `unknown`: nobody knows, the exact evaluator says what is missing.
 */
export type Op =
  | ('constant' | 'figure' | 'read' | 'cell' | 'unknown' | 'positive')
  | ('try' | 'got')
  | ('+' | '-' | '*' | 'floor' | 'min' | 'max')
  | ('<' | '<=' | '=' | 'not' | 'and' | 'or' | 'if' | 'in')
  | Aggregate;
export type Aggregate = 'sum' | 'any' | 'keep';

export type Graph = { readonly nodes: Node[]; readonly known: Map<string, Node> };

export const SAFE = Number.MAX_SAFE_INTEGER;

export function emptyGraph(): Graph {
  return { nodes: [], known: new Map() };
}

type Made = Pick<Node, 'op' | 'of' | 'low' | 'high'> & Partial<Node>;

/** The node with these parts, made once. Bounds beyond the safe integers are cut there and checked. */
export function node(graph: Graph, made: Made): Node {
  const { op, of, value = 0, codes = [], over = null, isTruth = false } = made;
  const operands = of.map((each) => each.id);
  const key = [op, made.level, value, over, isTruth, operands, codes].join(' ');
  const known = graph.known.get(key);
  if (known) return known;
  const isSafe = made.low >= -SAFE && made.high <= SAFE;
  const fresh: Node = {
    level: innermost(of),
    ...made,
    fallible: made.fallible === true || strictOf(made).some((each) => each.fallible),
    shy: made.shy === true || strictOf(made).some((each) => each.shy),
    risky: made.fallible === true || !isSafe || of.some((each) => each.risky),
    blank: made.blank === true || of.some((each) => each.blank),
    id: graph.nodes.length,
    value,
    codes,
    over,
    isTruth,
    low: Math.max(made.low, -SAFE),
    high: Math.min(made.high, SAFE),
    checked: !isSafe,
  };
  graph.nodes.push(fresh);
  graph.known.set(key, fresh);
  return fresh;
}

/** Throws where the constant is no safe integer: nothing could be computed with it exactly. */
export function constant(graph: Graph, value: number): Node {
  if (!Number.isSafeInteger(value)) throw new RangeError(`常数 ${value} 超出可以精确计算的范围`);
  return node(graph, { op: 'constant', of: [], value, low: value, high: value });
}

/** The operands read in any case; the others only where the first one asks for them. */
export function strictOf({ op, of }: Pick<Node, 'op' | 'of'>): readonly Node[] {
  if (isAggregate(op) || op === 'try') return [];
  return op === 'if' || op === 'and' || op === 'or' ? of.slice(0, 1) : of;
}

/** Whether it is found by going over the records of a level. */
export function isAggregate(op: Op): op is Aggregate {
  return op === 'sum' || op === 'any' || op === 'keep';
}

/** How many levels lie around a record of this one; a constant lies outside of all. */
export function depthOf(level: Level | null): number {
  return level === null ? -1 : 1 + depthOf(LEVEL_OF[level]);
}

function innermost(of: readonly Node[]): Level | null {
  return of.reduce<Level | null>(
    (deepest, each) => (depthOf(each.level) > depthOf(deepest) ? each.level : deepest),
    null,
  );
}

/** An aggregate or another shared value a fact may be missing in: that is looked at only where it is read. */
export function got(graph: Graph, of: Node): Node {
  const { level, low, high, isTruth } = of;
  const missing = { fallible: true, shy: true };
  return node(graph, { op: 'got', of: [of], level, low, high, isTruth, ...missing });
}

/** A value with many readers, found before them. */
export function tried(graph: Graph, of: Node): Node {
  const { level, low, high, isTruth } = of;
  return got(graph, node(graph, { op: 'try', of: [of], level, low, high, isTruth }));
}

export function isConstant(a: Node): boolean {
  return a.op === 'constant';
}
