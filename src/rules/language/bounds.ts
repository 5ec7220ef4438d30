import { chainOf, columnLimits, type Level, LARGEST_COUNT } from './declaration.ts';
import * as range from './range.ts';
import { toNumber } from './rational.ts';
import type { Named, ReadRule, RuleFault, RuleSet } from './named.ts';
import type { Expression } from './syntax.ts';

const YEARS: range.Range = range.whole(-150, 150);
const MONTHS: range.Range = range.whole(-1800, 1800);

/** The bounds of every figure of a set, by rule. */
export type Bounds = { readonly set: RuleSet; readonly of: ReadonlyMap<ReadRule, range.Range> };

/**
 * Proves from the declared ranges of facts and parameters that no rule's figure can leave the integers a
 * double holds exactly (2^53), so that a kernel of plain numbers generated from the same text stays exact.
 */
export function boundFaults({ of }: Bounds): RuleFault[] {
  return [...of].flatMap(([rule, found]) =>
    isSafe(found)
      ? []
      : [{ rule: rule.name, message: `数值可能超出安全整数范围：${boundText(found)}` }],
  );
}

/** Rules come after those they need, so each finds the bounds it rests on. */
export function boundsOf(set: RuleSet): Bounds {
  const of = new Map<ReadRule, range.Range>();
  for (const rule of set.order) {
    const named = set.scope.get(rule.level)?.get(rule.name);
    if (named?.type.kind === 'number') of.set(rule, boundOf({ set, of }, rule.tree, rule.level));
  }
  return { set, of };
}

/** What the figure of a formula read at a level can be. */
export function boundOf(bounds: Bounds, tree: Expression, level: Level): range.Range {
  const at = (of: Expression) => boundOf(bounds, of, level);
  switch (tree.is) {
    case 'number':
      return range.point(tree.value);
    case 'name':
      return namedBound(bounds, bounds.set.scope.get(level)?.get(tree.name));
    case 'if':
      return range.hull(at(tree.then), at(tree.else));
    case '+':
      return range.add(at(tree.left), at(tree.right));
    case '-':
      return range.add(at(tree.left), range.negate(at(tree.right)));
    case '*':
      return range.multiply(at(tree.left), at(tree.right));
    case '/':
      return range.divide(at(tree.left), at(tree.right));
    case 'count':
      return range.whole(0, largestCount(tree.level as Level, level));
    case 'sum': {
      const each = tree.of ? boundOf(bounds, tree.of, tree.level as Level) : range.ANY;
      return range.multiply(each, range.whole(0, largestCount(tree.level as Level, level)));
    }
    case 'cell':
      return cellBound(bounds.set, tree);
    case 'call':
      return callBound(tree.name, tree.given, at);
    case 'unknown':
      return UNKNOWN_AMOUNT;
    default:
      return range.whole(0, 1);
  }
}

/** What a figure named by `unknown("…")` may be: not negative and at most what one fact may record. */
const UNKNOWN_AMOUNT: range.Range = range.whole(0, 100_000_000_000);

function callBound(
  name: string,
  given: readonly Expression[],
  at: (of: Expression) => range.Range,
): range.Range {
  const [first] = given;
  if (!first) return range.ANY;
  if (name === 'max' || name === 'min') {
    const join = name === 'max' ? range.greatest : range.least;
    return given.slice(1).reduce((left, each) => join(left, at(each)), at(first));
  }
  if (name === 'round') {
    const step = given[2] ? at(given[2]) : range.ANY;
    return range.add(at(first), range.hull(step, range.negate(step)));
  }
  if (name === 'lookup') return at(first);
  return name === 'yearsBetween' ? YEARS : MONTHS;
}

function namedBound(bounds: Bounds, named: Named | undefined): range.Range {
  if (named?.is === 'rule') return bounds.of.get(named.rule) ?? range.ANY;
  if (!named) return range.ANY;
  const limits = named.is === 'field' ? named.field.range : named.parameter.range;
  const type = named.type.kind === 'cases' ? named.type.of : named.type;
  return limits ? range.scaled(limits, type.kind === 'number' ? type : {}) : range.ANY;
}

function cellBound(
  set: RuleSet,
  { table, column }: Extract<Expression, { is: 'cell' }>,
): range.Range {
  const named = set.scope.get('area')?.get(table);
  if (named?.is !== 'parameter' || named.type.kind !== 'table') return range.ANY;
  const type = named.type.columns.get(column);
  const limits = columnLimits(named.parameter, column);
  return limits && type?.kind === 'number' ? range.scaled(limits, type) : range.ANY;
}

function largestCount(inner: Level, outer: Level): number {
  const between = chainOf(inner);
  return between
    .slice(0, between.indexOf(outer))
    .reduce((count, level) => count * LARGEST_COUNT[level], 1);
}

/** Whether a double holds every whole figure of the range exactly. */
export function isSafe(of: range.Range): boolean {
  const edges = [of.low, of.high];
  return edges.every(
    (edge) => edge !== null && Math.abs(toNumber(edge)) <= Number.MAX_SAFE_INTEGER,
  );
}

export function boundText(of: range.Range): string {
  const [low, high] = [of.low, of.high].map((edge) =>
    edge === null ? '无界' : String(toNumber(edge)),
  );
  return `${low} 至 ${high}`;
}
