import { boundFaults, boundsOf } from './bounds.ts';
import { type Cases, formulaOfCases, givenType, isCases, treeOfCases } from './cases.ts';
import type { CodeList, Parameter } from './declaration.ts';
import type { ReadRule, RuleFault, RuleSet } from './named.ts';
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
  const scope = scopeOf({ fields: text.fields, parameters, rules }, faults);
  for (const rule of written) {
    faults.push(...rowFaults(codes, scope, rule).map((why) => faultOf(rule, why)));
  }
  const order = inOrder(scope, rules, faults);
  if (faults.length > 0) return { ok: false, faults };
  const set: RuleSet = { text, codes, scope, order };
  const bounds = boundsOf(set);
  for (const rule of written) {
    const limits = needed.find((each) => each.name === rule.name)?.range;
    faults.push(...figureFaults(bounds, rule, limits).map((why) => faultOf(rule, why)));
  }
  faults.push(...boundFaults(bounds));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rules: set };
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
