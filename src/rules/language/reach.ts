import { type Cases, isCases } from './cases.ts';
import type { Level, Parameter } from './declaration.ts';
import type { Named, ReadRule, RuleSet } from './named.ts';
import type { Expression } from './syntax.ts';
import { parseType, type Type } from './type.ts';
import { namesIn } from './walk.ts';

/** The rules and parameters that results can rest on, whatever the facts. */
export type Reach = {
  readonly rules: ReadonlySet<ReadRule>;
  readonly parameters: ReadonlySet<string>;
};

/** What was written for a parameter of type `cases`; null where there is nothing to follow. */
type CasesOf = (parameter: string) => Cases | null;

/** What the asked rules rest on; without targets, everything. Throws on a target that is no rule. */
export function reachOf(set: RuleSet, targets: readonly string[] | null, casesOf: CasesOf): Reach {
  const asked = set.order.filter((rule) => !targets || targets.includes(rule.name));
  const wrong = targets?.find((target) => asked.every((rule) => rule.name !== target));
  if (wrong !== undefined) throw new Error(`no rule ${wrong}`);
  return reachFrom(set, asked, casesOf);
}

/** Follows names from rules, through what a place wrote for `cases`. */
export function reachFrom(set: RuleSet, from: readonly ReadRule[], casesOf: CasesOf): Reach {
  const rules = new Set<ReadRule>();
  const parameters = new Set<string>();
  const follow = (tree: Expression, level: Level): void => {
    for (const each of namesIn(tree, level)) {
      const named = set.scope.get(each.level)?.get(each.name);
      if (named?.is === 'rule') visitRule(named.rule);
      else if (named?.is === 'parameter') visitParameter(named);
      else if (named) for (const table of tablesOf(named.type)) parameters.add(table);
    }
  };
  /** What is compared with a code of an open list rests on the tables that name its codes. */
  const tablesOf = (type: Type): string[] => {
    if (type.kind !== 'code' || set.text.codes[type.list] !== 'open') return [];
    return set.text.parameters.filter((each) => isTableOf(each, type.list)).map(nameOf);
  };
  const visitRule = (rule: ReadRule): void => {
    if (rules.has(rule)) return;
    rules.add(rule);
    follow(rule.tree, rule.level);
  };
  const visitParameter = ({ parameter, level }: Extract<Named, { is: 'parameter' }>): void => {
    if (parameters.has(parameter.name)) return;
    parameters.add(parameter.name);
    const cases = isCases(parameter) ? casesOf(parameter.name) : null;
    for (const row of cases?.rows ?? []) {
      if (row.when) follow(row.when.tree, level);
      follow(row.give.tree, level);
    }
  };
  for (const rule of from) visitRule(rule);
  return { rules, parameters };
}

function isTableOf({ type }: Parameter, list: string): boolean {
  const read = parseType(type);
  return read?.kind === 'table' && read.list === list;
}

function nameOf({ name }: Parameter): string {
  return name;
}

/** The parameters results can rest on, of a set whose `cases` are bound, in the order of declaration. */
export function neededParameters(set: RuleSet, targets: readonly string[]): string[] {
  const { parameters } = reachOf(set, targets, () => null);
  return set.text.parameters.map((each) => each.name).filter((name) => parameters.has(name));
}
