import { constant, type Graph, isConstant, type Node, node } from './node.ts';

/**
 * Conditions and choices. Nothing is taken as settled here that the exact evaluator would leave open:
 * only constants settle a condition beforehand, never the bounds of a fact that may be unknown.
 */

export function truth(graph: Graph, holds: boolean): Node {
  const value = holds ? 1 : 0;
  return node(graph, { op: 'constant', of: [], value, low: 0, high: 1, isTruth: true, over: null });
}

const TRUTH = { low: 0, high: 1, isTruth: true } as const;

export function not(graph: Graph, a: Node): Node {
  const [first, second] = a.of;
  if (isConstant(a)) return truth(graph, a.value === 0);
  if (a.op === 'not' && first) return first;
  if (a.op === '<' && first && second) return notMore(graph, second, first);
  if (a.op === '<=' && first && second) return less(graph, second, first);
  if (a.op === 'in' && first) return within(graph, first, othersOf(first, a.codes));
  return node(graph, { op: 'not', of: [a], ...TRUTH });
}

/** The second side is read only where the first holds. What the place has left open is read last, if at all. */
export function and(graph: Graph, a: Node, b: Node): Node {
  if (isConstant(a)) return a.value === 1 ? b : a;
  if (isConstant(b)) return b.value === 1 ? a : b;
  const sets = sameCode(a, b);
  if (sets) return within(graph, sets.of, inBoth(a.codes, b.codes));
  return a === b ? a : node(graph, { op: 'and', of: blankLast(a, b), ...TRUTH });
}

/** The second side is read only where the first does not hold. */
export function or(graph: Graph, a: Node, b: Node): Node {
  if (isConstant(a)) return a.value === 1 ? a : b;
  if (isConstant(b)) return b.value === 1 ? b : a;
  const sets = sameCode(a, b);
  if (sets) return within(graph, sets.of, [...a.codes, ...b.codes]);
  return a === b ? a : node(graph, { op: 'or', of: blankLast(a, b), ...TRUTH });
}

function blankLast(a: Node, b: Node): readonly Node[] {
  return a.blank && !b.blank ? [b, a] : [a, b];
}

/** Only the chosen side is read. */
export function choice(graph: Graph, condition: Node, then: Node, other: Node): Node {
  if (isConstant(condition)) return condition.value === 1 ? then : other;
  if (then === other) return then;
  if (condition.op === 'not' && condition.of[0]) {
    return choice(graph, condition.of[0], other, then);
  }
  if (then.isTruth) return chosenTruth(graph, condition, then, other);
  const [low, high] = [Math.min(then.low, other.low), Math.max(then.high, other.high)];
  return node(graph, { op: 'if', of: [condition, then, other], low, high });
}

function chosenTruth(graph: Graph, condition: Node, then: Node, other: Node): Node {
  if (isConstant(then)) {
    if (then.value === 1) return or(graph, condition, other);
    return and(graph, not(graph, condition), other);
  }
  if (isConstant(other)) {
    if (other.value === 0) return and(graph, condition, then);
    return or(graph, not(graph, condition), then);
  }
  const isOneCode = sameCode(condition, then) && sameCode(condition, other);
  if (isOneCode) {
    const yes = inBoth(condition.codes, then.codes);
    const no = other.codes.filter((code) => !condition.codes.includes(code));
    return within(graph, isOneCode.of, [...yes, ...no]);
  }
  return node(graph, { op: 'if', of: [condition, then, other], ...TRUTH });
}

export function less(graph: Graph, a: Node, b: Node): Node {
  if (isConstant(a) && isConstant(b)) return truth(graph, a.value < b.value);
  const [[inside, by], [insideRight, byRight]] = [a.of, b.of];
  if (a.op === 'floor' && inside && by && isConstant(by) && isConstant(b)) {
    return less(graph, inside, constant(graph, b.value * by.value));
  }
  if (b.op === 'floor' && insideRight && byRight && isConstant(byRight) && isConstant(a)) {
    return notMore(graph, constant(graph, (a.value + 1) * byRight.value), insideRight);
  }
  return node(graph, { op: '<', of: [a, b], ...TRUTH });
}

export function notMore(graph: Graph, a: Node, b: Node): Node {
  if (isConstant(a) && isConstant(b)) return truth(graph, a.value <= b.value);
  const [[inside, by], [insideRight, byRight]] = [a.of, b.of];
  if (a.op === 'floor' && inside && by && isConstant(by) && isConstant(b)) {
    return less(graph, inside, constant(graph, (b.value + 1) * by.value));
  }
  if (b.op === 'floor' && insideRight && byRight && isConstant(byRight) && isConstant(a)) {
    return notMore(graph, constant(graph, a.value * byRight.value), insideRight);
  }
  return node(graph, { op: '<=', of: [a, b], ...TRUTH });
}

/** Two figures, dates or truths; codes are compared by `within`. */
export function equal(graph: Graph, a: Node, b: Node): Node {
  if (isConstant(a) && isConstant(b)) return truth(graph, a.value === b.value);
  return node(graph, { op: '=', of: [a, b], ...TRUTH });
}

/**
 * Whether a code is one of these. A choice between codes becomes a choice between truths. A code that may be
 * unknown is read even where no code is asked for: two conditions that exclude each other leave it open.
 */
export function within(graph: Graph, of: Node, codes: readonly number[]): Node {
  const sorted = [...new Set(codes)].toSorted((a, b) => a - b);
  if (isConstant(of)) return truth(graph, sorted.includes(of.value));
  if (sorted.length === 0 && !of.fallible) return truth(graph, false);
  const [condition, then, other] = of.of;
  if (of.op === 'if' && condition && then && other) {
    return choice(graph, condition, within(graph, then, sorted), within(graph, other, sorted));
  }
  return node(graph, { op: 'in', of: [of], codes: sorted, ...TRUTH });
}

function sameCode(a: Node, b: Node): { of: Node } | null {
  const [of] = a.of;
  return a.op === 'in' && b.op === 'in' && of && of === b.of[0] ? { of } : null;
}

function inBoth(a: readonly number[], b: readonly number[]): number[] {
  return a.filter((code) => b.includes(code));
}

function othersOf(of: Node, codes: readonly number[]): number[] {
  const all = Array.from({ length: of.high + 1 }, (_, code) => code);
  return all.filter((code) => !codes.includes(code));
}
