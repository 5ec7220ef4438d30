import { boundFaults, type Bounds, boundsOf } from './bounds.ts';
import { type Cases, formulaOfCases, givenType, isCases, treeOfCases } from './cases.ts';
import type { CodeList, Parameter } from './declaration.ts';
import type { ReadRule, RuleFault, RuleSet } from './named.ts';
import * as range from './range.ts';
import type { Rational } from './rational.ts';
import type { Reach } from './reach.ts';
import { figureFaults, rowFaults } from './row-check.ts';
import { inOrder, scopeOf } from './rule-set.ts';
import type { Expression } from './syntax.ts';
import { parseType } from './type.ts';
import { withParts } from './walk.ts';

/** What a place wrote for each needed `cases`; null where it uses none. */
export type CasesByName = ReadonlyMap<string, Cases | null>;

/**
 * The part of a frame that results can rest on, with what a place wrote as rules of the same names. Faults
 * name the parameter, the row and what is wrong.
 */
export function boundSet(
  frame: RuleSet,
  reach: Reach,
  cases: CasesByName,
  codes: Readonly<Record<string, CodeList>>,
): { ok: true; rules: RuleSet } | { ok: false; faults: RuleFault[] } {
  const { text } = frame;
  const needed = text.parameters.filter((each) => reach.parameters.has(each.name));
  const written = needed.filter(isCases).map((each) => ruleOf(each, cases));
  const rules = [
    ...frame.order.filter((rule) => reach.rules.has(rule)).map((rule) => settled(rule, cases)),
    ...written,
  ];
  const faults: RuleFault[] = [];
  const parameters = needed.filter((each) => !isCases(each));
  const setOf = (of: readonly ReadRule[]): RuleSet => {
    const scope = scopeOf({ fields: text.fields, parameters, rules: of }, faults);
    return { text, codes, scope, order: inOrder(scope, of, faults) };
  };
  const set = setOf(rules);
  for (const rule of written) {
    faults.push(...rowFaults(codes, set.scope, rule).map((why) => faultOf(rule, why)));
  }
  if (faults.length > 0) return { ok: false, faults };
  const bounds = boundsOf(set);
  const limitsOf = ({ name }: ReadRule) => needed.find((each) => each.name === name)?.range;
  for (const rule of written) {
    faults.push(...figureFaults(bounds, rule, limitsOf(rule)).map((why) => faultOf(rule, why)));
  }
  if (faults.length > 0) return { ok: false, faults };
  const within = rules.map((rule) => (rule.cases ? limited(bounds, rule, limitsOf(rule)) : rule));
  const isWithin = within.every((rule, index) => rule === rules[index]);
  const limitedSet = isWithin ? set : setOf(within);
  faults.push(...boundFaults(isWithin ? bounds : boundsOf(limitedSet)));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rules: limitedSet };
}

/**
 * What a place's formula may give beyond the declared range counts as the end of the range: a difference that
 * falls below zero as 0. The same rule where it cannot leave the range.
 */
function limited(
  bounds: Bounds,
  rule: ReadRule,
  limits: readonly [number, number] | undefined,
): ReadRule {
  const type = parseType(rule.type);
  const found = bounds.of.get(rule);
  if (type?.kind !== 'number' || !limits || !found) return rule;
  const declared = range.scaled(limits, type);
  const end = (value: Rational | null): Expression => ({
    ...{ is: 'number', value: value ?? 0, unit: rule.type },
  });
  const isOver = found.high === null || range.isLess(declared, range.point(found.high)) === true;
  const isUnder = found.low === null || range.isLess(range.point(found.low), declared) === true;
  const least: Expression = isOver
    ? { is: 'call', name: 'min', given: [end(declared.high), rule.tree] }
    : rule.tree;
  const tree: Expression = isUnder
    ? { is: 'call', name: 'max', given: [end(declared.low), least] }
    : least;
  return tree === rule.tree ? rule : { ...rule, tree };
}

/** The rule that a place's rows, or their absence, become. */
export function ruleOf(parameter: Parameter, byName: CasesByName): ReadRule {
  const { name, title, level = 'area', citation } = parameter;
  const type = parseType(givenType(parameter)) ?? { kind: 'yes/no' };
  const written = byName.get(name) ?? null;
  const cases = written && {
    ...written,
    rows: written.rows.map((row) => ({
      ...row,
      when: row.when && { ...row.when, tree: answered(row.when.tree, byName) },
      give: { ...row.give, tree: answered(row.give.tree, byName) },
    })),
  };
  return {
    ...{ name, title, level, citation, cases, type: givenType(parameter) },
    formula: formulaOfCases(cases, type),
    tree: treeOfCases(cases, type),
  };
}

function settled(rule: ReadRule, cases: CasesByName): ReadRule {
  const tree = answered(rule.tree, cases);
  return tree === rule.tree ? rule : { ...rule, tree };
}

/** `used(…)` of what a place writes is settled once it is bound; the same object where nothing changes. */
function answered(tree: Expression, cases: CasesByName): Expression {
  if (tree.is === 'call' && tree.name === 'used') {
    const [of] = tree.given;
    const found = of?.is === 'name' ? cases.get(of.name) : undefined;
    return found === undefined ? tree : { is: 'yes/no', value: found !== null };
  }
  let isChanged = false;
  const changed = withParts(tree, (part) => {
    const now = answered(part, cases);
    isChanged ||= now !== part;
    return now;
  });
  return isChanged ? changed : tree;
}

function faultOf(rule: ReadRule, message: string): RuleFault {
  return { rule: rule.name, message: `“${rule.title}”${message}` };
}
