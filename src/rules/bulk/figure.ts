import { constant, type Graph, isConstant, type Node, node } from './node.ts';
import { choice } from './truth.ts';

/** Arithmetic on whole figures. What is known beforehand is computed beforehand. */

export function plus(graph: Graph, a: Node, b: Node): Node {
  if (isConstant(a) && isConstant(b)) return constant(graph, a.value + b.value);
  if (isConstant(a) && a.value === 0) return b;
  if (isConstant(b) && b.value === 0) return a;
  return node(graph, { op: '+', of: [a, b], low: a.low + b.low, high: a.high + b.high });
}

export function minus(graph: Graph, a: Node, b: Node): Node {
  if (isConstant(a) && isConstant(b)) return constant(graph, a.value - b.value);
  if (isConstant(b) && b.value === 0) return a;
  return node(graph, { op: '-', of: [a, b], low: a.low - b.high, high: a.high - b.low });
}

/** A constant factor stands first, so that factors of factors melt together. */
export function times(graph: Graph, a: Node, b: Node): Node {
  if (isConstant(a) && isConstant(b)) return constant(graph, a.value * b.value);
  if (isConstant(b)) return times(graph, b, a);
  if (isConstant(a)) {
    if (a.value === 0) return a;
    if (a.value === 1) return b;
    const [inner, rest] = b.op === '*' ? b.of : [];
    if (inner && rest && isConstant(inner)) {
      return times(graph, constant(graph, a.value * inner.value), rest);
    }
  }
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return node(graph, { op: '*', of: [a, b], low: Math.min(...ends), high: Math.max(...ends) });
}

/** The whole part of a ÷ b towards minus infinity; b is positive. */
export function floor(graph: Graph, a: Node, b: Node): Node {
  if (isConstant(b) && b.value === 1) return a;
  if (isConstant(a) && isConstant(b)) return constant(graph, Math.floor(a.value / b.value));
  const by = gcd(contentOf(a), contentOf(b));
  if (by > 1) return floor(graph, withoutContent(graph, a, by), withoutContent(graph, b, by));
  const ends = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high].map(Math.floor);
  return node(graph, { op: 'floor', of: [a, b], low: Math.min(...ends), high: Math.max(...ends) });
}

export function least(graph: Graph, a: Node, b: Node): Node {
  if (a === b) return a;
  if (isConstant(a) && isConstant(b)) return constant(graph, Math.min(a.value, b.value));
  if (isConstant(a) && a.value >= b.high) return b;
  if (isConstant(b) && b.value >= a.high) return a;
  const [low, high] = [Math.min(a.low, b.low), Math.min(a.high, b.high)];
  return node(graph, { op: 'min', of: [a, b], low, high });
}

export function greatest(graph: Graph, a: Node, b: Node): Node {
  if (a === b) return a;
  if (isConstant(a) && isConstant(b)) return constant(graph, Math.max(a.value, b.value));
  if (isConstant(a) && a.value <= b.low) return b;
  if (isConstant(b) && b.value <= a.low) return a;
  const [low, high] = [Math.max(a.low, b.low), Math.max(a.high, b.high)];
  return node(graph, { op: 'max', of: [a, b], low, high });
}

/** The divisor itself where it cannot be zero or less; otherwise checked for every record. */
export function positive(graph: Graph, a: Node): Node {
  if (a.low > 0) return a;
  return node(graph, {
    ...{ op: 'positive', of: [a], low: 1, high: Math.max(1, a.high) },
    fallible: true,
  });
}

/** The greatest constant every value of the figure is a multiple of; 0 for zero itself. */
export function contentOf(a: Node): number {
  if (isConstant(a)) return Math.abs(a.value);
  const [first, second, third] = a.of;
  if (a.op === '*' && first && isConstant(first)) return Math.abs(first.value);
  if ((a.op === '+' || a.op === '-' || a.op === 'min' || a.op === 'max') && first && second) {
    return gcd(contentOf(first), contentOf(second));
  }
  if (a.op === 'if' && second && third) return gcd(contentOf(second), contentOf(third));
  return 1;
}

/** The figure divided by a constant that divides all its values. */
export function withoutContent(graph: Graph, a: Node, by: number): Node {
  if (by === 1) return a;
  if (isConstant(a)) return constant(graph, a.value / by);
  const [first, second, third] = a.of;
  if (!first || !second) throw new Error(`${a.op} has no content`);
  const within = (part: Node) => withoutContent(graph, part, by);
  switch (a.op) {
    case '*':
      return times(graph, within(first), second);
    case '+':
      return plus(graph, within(first), within(second));
    case '-':
      return minus(graph, within(first), within(second));
    case 'min':
      return least(graph, within(first), within(second));
    case 'max':
      return greatest(graph, within(first), within(second));
    default:
      return choice(graph, first, within(second), within(third ?? second));
  }
}

export function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
