import { daysBetween } from '../../kernel/local-date.ts';
import { type Level, type Rule, type RuleSetText } from '../language/declaration.ts';
import type { RuleSet } from '../language/named.ts';
import { typeOfFormula } from '../language/check.ts';
import type { Finding } from '../language/evaluate.ts';
import { isPoint } from '../language/range.ts';
import { negated, plus, toNumber } from '../language/rational.ts';
import { getRuleSet } from '../language/rule-set.ts';
import { type Expression, parseFormula, standsAt } from '../language/syntax.ts';
import type { Type } from '../language/type.ts';
import type { Unit } from '../language/unit.ts';
import type { Value } from '../language/value.ts';
import { namesIn, partsOf } from '../language/walk.ts';

/**
 * Every comparison of a frame as a rule of its own, so that evaluating a family shows which comparisons were
 * really reached and what stood on their two sides. The results are the same: a name stands where the
 * comparison stood.
 */

export type Comparison = {
  /** Name of the rule it became; its two sides are rules of this name with `Left` and `Right`. */
  readonly probe: string;
  readonly rule: string;
  /** As written, e.g. `perCapitaIncome < standard`. */
  readonly text: string;
  readonly operator: string;
  /** Whether its sides are figures or dates. */
  readonly isOrdered: boolean;
  /** The codes it names, for `=`, `<>` and `in`; empty for a list of the place. */
  readonly codes: readonly string[];
};

export type Probed = {
  readonly frame: RuleSetText;
  readonly comparisons: readonly Comparison[];
};

type ComparisonTree = Extract<
  Expression,
  { is: '<' | '<=' | '>' | '>=' | '=' | '<>' | 'in' | 'in-list' }
>;
const COMPARISONS = ['<', '<=', '>', '>=', '=', '<>', 'in', 'in-list'];

export function isComparison(tree: Expression): tree is ComparisonTree {
  return COMPARISONS.includes(tree.is);
}

export function probed(frame: RuleSetText): Probed {
  const set = getRuleSet(frame);
  const comparisons: Comparison[] = [];
  const probes: Rule[] = [];
  const rules = frame.rules.map((rule): Rule => {
    const tree = parseFormula(rule.formula);
    const written = (part: Expression, level: Level): string => {
      const [from, to] = rangeOf(part);
      if (isComparison(part)) return probeFor(part, level);
      const inside = outermost(part, level).toSorted((a, b) => a.from - b.from);
      let text = '';
      let at = from;
      for (const each of inside) {
        text += `${rule.formula.slice(at, each.from)} ${probeFor(each.of, each.level)} `;
        at = each.to;
      }
      return text + rule.formula.slice(at, to);
    };
    const probeFor = (part: ComparisonTree, level: Level): string => {
      const probe = `probe${comparisons.length + 1}`;
      const text = rule.formula.slice(...rangeOf(part)).replaceAll(/\s+/g, ' ');
      const [left, right] = 'left' in part ? [part.left, part.right] : [part.of, null];
      const type = typeOf(set, left, right, level);
      const isOrdered = type.kind === 'number' || type.kind === 'date';
      const codes = part.is === 'in' ? part.codes : right?.is === 'code' ? [right.code] : [];
      comparisons.push({
        ...{ probe, rule: rule.name, text, operator: part.is },
        ...{ isOrdered, codes },
      });
      const add = (name: string, typeText: string, formula: string) =>
        probes.push({ ...rule, name, level, type: typeText, formula: guarded(set, formula) });
      add(`${probe}Left`, textOfType(type), written(left, level));
      if (right) add(`${probe}Right`, textOfType(type), sideText(right, written(right, level)));
      add(probe, 'yes/no', comparisonText(part, probe));
      return probe;
    };
    return { ...rule, formula: written(tree, rule.level) };
  });
  return { frame: { ...frame, rules: [...rules, ...probes] }, comparisons };
}

/** What a place may leave unused is read only where it is used, which the formula around it has settled. */
function guarded(set: RuleSet, formula: string): string {
  const tree = parseFormula(formula);
  const names = new Set(namesIn(tree, 'area').map((each) => each.name));
  const optional = set.text.parameters.filter(
    ({ name, type, mayBeUnused }) => mayBeUnused && !type.startsWith('cases ') && names.has(name),
  );
  const none = isComparison(tree) ? 'no' : '0';
  return optional.reduce((text, { name }) => `if used(${name}) then ${text} else ${none}`, formula);
}

/** A code alone has no type; a choice between it and itself has the list of the rule. */
function sideText(right: Expression, text: string): string {
  return right.is === 'code' ? `'${right.code}'` : text;
}

function comparisonText(part: ComparisonTree, probe: string): string {
  if (part.is === 'in') {
    return `${probe}Left in (${part.codes.map((code) => `'${code}'`).join(', ')})`;
  }
  if (part.is === 'in-list') return `${probe}Left in ${part.list}`;
  return `${probe}Left ${part.is} ${probe}Right`;
}

function rangeOf(part: Expression): readonly [number, number] {
  const range = standsAt(part);
  if (!range) throw new Error(`a part without place: ${part.is}`);
  return range;
}

type Found = { from: number; to: number; of: ComparisonTree; level: Level };

/** The comparisons in an expression that do not lie in another one. */
function outermost(tree: Expression, level: Level): Found[] {
  return partsOf(tree, level).flatMap((part): Found[] => {
    if (!isComparison(part.of)) return outermost(part.of, part.level);
    const [from, to] = rangeOf(part.of);
    return [{ from, to, of: part.of, level: part.level }];
  });
}

function typeOf(set: RuleSet, left: Expression, right: Expression | null, level: Level): Type {
  const types = [left, right].flatMap((each) =>
    each ? (typeOfFormula(set, each, level) ?? []) : [],
  );
  const sure = types.find((type) => type.kind !== 'number' || type.unit !== null) ?? types[0];
  if (!sure) throw new Error('a comparison without type');
  return sure;
}

function textOfType(type: Type): string {
  if (type.kind === 'code') return `code ${type.list}`;
  if (type.kind === 'number') return type.unit ? textOfUnit(type.unit) : 'number';
  return type.kind;
}

function textOfUnit(unit: Unit): string {
  const entries = Object.entries(unit);
  const above = entries.flatMap(([name, power]) => Array<string>(Math.max(0, power)).fill(name));
  const below = entries.flatMap(([name, power]) => Array<string>(Math.max(0, -power)).fill(name));
  if (above.length > 1) throw new Error(`a unit that cannot be written: ${above.join(' ')}`);
  return above.length + below.length === 0 ? 'number' : [above[0] ?? 'number', ...below].join('/');
}

/** What was seen of one comparison: the nearest differences, and what its sides were. */
export type Sighting = {
  readonly difference: number | null;
  readonly holds: boolean;
  readonly left: string | null;
};

/** Every comparison a finding rested on, with what stood on its sides. Unknown ones show nothing. */
export function sightingsIn(finding: Finding): { probe: string; sighting: Sighting }[] {
  const seen = new Set<Finding>();
  const found: { probe: string; sighting: Sighting }[] = [];
  const visit = (each: Finding): void => {
    if (seen.has(each)) return;
    seen.add(each);
    const sides = new Map<string, Value>();
    for (const reading of each.read) {
      if (reading.is !== 'rule') continue;
      sides.set(reading.finding.rule.name, reading.finding.value);
      visit(reading.finding);
    }
    const probe = /^probe\d+$/.test(each.rule.name) ? each.rule.name : null;
    if (!probe || each.value.kind !== 'yes/no' || each.value.value === null) return;
    const [left, right] = [sides.get(`${probe}Left`), sides.get(`${probe}Right`)];
    found.push({
      probe,
      sighting: {
        difference: left && right ? differenceOf(left, right) : null,
        holds: each.value.value,
        left:
          left?.kind === 'code' && left.possible.length === 1 ? (left.possible[0] ?? null) : null,
      },
    });
  };
  visit(finding);
  return found;
}

function differenceOf(left: Value, right: Value): number | null {
  if (left.kind === 'date' && right.kind === 'date') {
    return left.value === null || right.value === null
      ? null
      : daysBetween(right.value, left.value);
  }
  if (left.kind !== 'number' || right.kind !== 'number') return null;
  if (!isPoint(left.range) || !isPoint(right.range)) return null;
  return toNumber(plus(left.range.low, negated(right.range.low)));
}

/** What of a comparison has not been tried; empty when it was tried on every side. */
export function untried(comparison: Comparison, sightings: readonly Sighting[]): string[] {
  if (!comparison.isOrdered) {
    const codes = comparison.codes.filter((code) => sightings.every(({ left }) => left !== code));
    const outcomes = [true, false].filter((side) => sightings.every(({ holds }) => holds !== side));
    return [
      ...codes.map((code) => `code ${code}`),
      ...outcomes.map((side) => (side ? 'holding' : 'not holding')),
    ];
  }
  const near = sightings.flatMap(({ difference }) =>
    difference !== null && Math.abs(difference) <= 1 ? [Math.sign(difference)] : [],
  );
  const sides = { 'just below': -1, equal: 0, 'just above': 1 };
  return Object.entries(sides).flatMap(([name, side]) => (near.includes(side) ? [] : [name]));
}
