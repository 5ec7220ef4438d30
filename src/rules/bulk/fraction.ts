import * as figure from './figure.ts';
import { constant, depthOf, type Graph, isConstant, type Node, SAFE } from './node.ts';
import * as truth from './truth.ts';

/**
 * An exact quotient of the generated function: a whole figure over a positive denominator. The denominator
 * is known by its factors, so that quotients over the same factors are added and compared without any work.
 */
export type Fraction = { readonly top: Node; readonly bottom: Bottom };

/** `constant` × the product of `factors`, each positive, the outer levels first. */
export type Bottom = { readonly constant: number; readonly factors: readonly Node[] };

export const ONE: Bottom = { constant: 1, factors: [] };

export function whole(top: Node): Fraction {
  return { top, bottom: ONE };
}

/** A whole figure divided by a positive constant. */
export function over(graph: Graph, top: Node, constant: number): Fraction {
  return reduced(graph, top, { constant, factors: [] });
}

export function add(graph: Graph, a: Fraction, b: Fraction): Fraction {
  const { tops, bottom } = alike(graph, a, b);
  return reduced(graph, figure.plus(graph, ...tops), bottom);
}

export function subtract(graph: Graph, a: Fraction, b: Fraction): Fraction {
  const { tops, bottom } = alike(graph, a, b);
  return reduced(graph, figure.minus(graph, ...tops), bottom);
}

export function multiply(graph: Graph, a: Fraction, b: Fraction): Fraction {
  return reduced(graph, figure.times(graph, a.top, b.top), product(a.bottom, b.bottom));
}

/** A divisor that is not positive has no exact quotient; it is checked where it is not certain. */
export function divide(graph: Graph, a: Fraction, b: Fraction): Fraction {
  const top = figure.times(graph, a.top, valueOf(graph, b.bottom));
  const divisor = figure.positive(graph, b.top);
  const inverse: Bottom = isConstant(divisor)
    ? { constant: divisor.value, factors: [] }
    : { constant: 1, factors: [divisor] };
  return reduced(graph, top, product(a.bottom, inverse));
}

export function greatest(graph: Graph, a: Fraction, b: Fraction): Fraction {
  const { tops, bottom } = alike(graph, a, b);
  return reduced(graph, figure.greatest(graph, ...tops), bottom);
}

export function least(graph: Graph, a: Fraction, b: Fraction): Fraction {
  const { tops, bottom } = alike(graph, a, b);
  return reduced(graph, figure.least(graph, ...tops), bottom);
}

export function choice(graph: Graph, condition: Node, a: Fraction, b: Fraction): Fraction {
  if (isConstant(condition)) return condition.value === 1 ? a : b;
  const { tops, bottom } = alike(graph, a, b);
  return reduced(graph, truth.choice(graph, condition, ...tops), bottom);
}

export function compare(graph: Graph, operator: string, a: Fraction, b: Fraction): Node {
  const { tops } = alike(graph, a, b);
  const [left, right] = tops;
  switch (operator) {
    case '<':
      return truth.less(graph, left, right);
    case '<=':
      return truth.notMore(graph, left, right);
    case '>':
      return truth.less(graph, right, left);
    case '>=':
      return truth.notMore(graph, right, left);
    case '=':
      return truth.equal(graph, left, right);
    default:
      return truth.not(graph, truth.equal(graph, left, right));
  }
}

/** Rounds to whole multiples of `step`, a positive whole figure; down and up go towards the infinities. */
export function rounded(graph: Graph, a: Fraction, direction: string, step: Node): Fraction {
  if (a.bottom === ONE && isConstant(step) && step.value === 1) return a;
  const size = figure.times(graph, valueOf(graph, a.bottom), step);
  const shifted =
    direction === 'down'
      ? figure.floor(graph, a.top, size)
      : direction === 'up'
        ? figure.minus(
            graph,
            constant(graph, 0),
            figure.floor(graph, figure.minus(graph, constant(graph, 0), a.top), size),
          )
        : figure.floor(
            graph,
            figure.plus(graph, figure.times(graph, constant(graph, 2), a.top), size),
            figure.times(graph, constant(graph, 2), size),
          );
  return whole(figure.times(graph, shifted, step));
}

/** The denominator as one figure. */
export function valueOf(graph: Graph, bottom: Bottom): Node {
  return bottom.factors.reduce<Node>(
    (value, factor) => figure.times(graph, value, factor),
    constant(graph, bottom.constant),
  );
}

/** Both numerators over the least common denominator. */
function alike(graph: Graph, a: Fraction, b: Fraction): { tops: [Node, Node]; bottom: Bottom } {
  const [left, right] = [a.bottom, b.bottom];
  const lcm = left.constant * (right.constant / figure.gcd(left.constant, right.constant));
  const factors = inOrder([...left.factors, ...lacking(right, left)]);
  const bottom = { constant: safe(lcm), factors };
  const scaled = (of: Fraction) => {
    const scale = constant(graph, bottom.constant / of.bottom.constant);
    return lacking(bottom, of.bottom).reduce(
      (top, factor) => figure.times(graph, top, factor),
      figure.times(graph, scale, of.top),
    );
  };
  return { tops: [scaled(a), scaled(b)], bottom };
}

/** The factors of `a` that `b` does not have as often. */
function lacking(a: Bottom, b: Bottom): Node[] {
  const left = [...b.factors];
  return a.factors.filter((factor) => {
    const at = left.indexOf(factor);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function product(a: Bottom, b: Bottom): Bottom {
  const factors = inOrder([...a.factors, ...b.factors]);
  return { constant: safe(a.constant * b.constant), factors };
}

/** What belongs to the area first: its products are then found once per area. */
function inOrder(factors: readonly Node[]): Node[] {
  return factors.toSorted((a, b) => depthOf(a.level) - depthOf(b.level) || a.id - b.id);
}

/** Without the constants that divide both sides; a whole figure has the one denominator ONE. */
function reduced(graph: Graph, top: Node, bottom: Bottom): Fraction {
  if (isConstant(top) && top.value === 0) return whole(top);
  const by = figure.gcd(bottom.constant, figure.contentOf(top));
  const left = { constant: bottom.constant / by, factors: bottom.factors };
  const isWhole = left.constant === 1 && left.factors.length === 0;
  return { top: figure.withoutContent(graph, top, by), bottom: isWhole ? ONE : left };
}

function safe(value: number): number {
  if (value > SAFE) throw new RangeError('分母超出可以精确计算的范围');
  return value;
}
