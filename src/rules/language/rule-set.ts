import { boundFaults, boundsOf } from './bounds.ts';
import { typeFaults } from './check.ts';
import { chainOf, type CodeList, type Level, LEVEL_OF, type RuleSetText } from './declaration.ts';
import { declarationFaults } from './declaration-check.ts';
import type { Named, ReadRule, RuleFault, RuleSet } from './named.ts';
import { type Expression, tryParse } from './syntax.ts';
import { parseType, type Type } from './type.ts';
import { namesIn } from './walk.ts';

/**
 * Reads and checks a set; every fault found is listed, in Chinese, with the rule it is in. A set with
 * `cases` is checked by their declared type and range; binding it to a place checks the place's formulas.
 */
export function readRuleSet(
  text: RuleSetText,
): { ok: true; rules: RuleSet } | { ok: false; faults: RuleFault[] } {
  const faults: RuleFault[] = declarationFaults(text);
  const codes = closedLists(text);
  const rules = readRules(text, faults);
  const scope = scopeOf({ ...text, rules }, faults);
  for (const rule of rules) faults.push(...typeFaults(codes, scope, rule));
  faults.push(...unusedParameters(text, rules));
  const order = inOrder(scope, rules, faults);
  if (faults.length > 0) return { ok: false, faults };
  const set: RuleSet = { text, codes, scope, order };
  const bounds = boundFaults(boundsOf(set));
  return bounds.length > 0 ? { ok: false, faults: bounds } : { ok: true, rules: set };
}

/** For the sets of this package: a fault in them is a bug and stops the start. */
export function getRuleSet(text: RuleSetText): RuleSet {
  const result = readRuleSet(text);
  if (result.ok) return result.rules;
  throw new Error(result.faults.map((each) => `${each.rule}: ${each.message}`).join('\n'));
}

export function find(scope: RuleSet['scope'], level: Level, name: string): Named | null {
  return scope.get(level)?.get(name) ?? null;
}

function closedLists(text: RuleSetText): Record<string, CodeList> {
  const lists = Object.entries(text.codes).map(([name, list]): [string, CodeList] => [
    name,
    list === 'open' ? {} : list,
  ]);
  return Object.fromEntries(lists);
}

function readRules(text: RuleSetText, faults: RuleFault[]): ReadRule[] {
  return text.rules.flatMap((rule) => {
    const read = tryParse(rule.formula);
    if (read.ok) return [{ ...rule, tree: read.tree }];
    faults.push({ rule: rule.name, message: read.message });
    return [];
  });
}

type Declared = Pick<RuleSetText, 'fields' | 'parameters'> & {
  readonly rules: readonly ReadRule[];
};

/** The names each level sees: its own and those of the levels around it. */
export function scopeOf(declared: Declared, faults: RuleFault[]): RuleSet['scope'] {
  const own = new Map<Level, Map<string, Named>>();
  const declare = (name: string, level: Level, type: string, build: (type: Type) => Named) => {
    const read = parseType(type);
    const names = own.get(level) ?? new Map<string, Named>();
    own.set(level, names);
    if (!read) faults.push({ rule: name, message: `不认识的单位或者类型：${type}` });
    else if (names.has(name)) faults.push({ rule: name, message: '名称重复' });
    else names.set(name, build(read));
  };
  for (const field of declared.fields) {
    const { name, level } = field;
    declare(name, level, field.type, (type) => ({ is: 'field', level, type, field }));
  }
  for (const parameter of declared.parameters) {
    const { name, level = 'area' } = parameter;
    declare(name, level, parameter.type, (type) => ({ is: 'parameter', level, type, parameter }));
  }
  for (const rule of declared.rules) {
    const { name, level } = rule;
    declare(name, level, rule.type, (type) => ({ is: 'rule', level, type, rule }));
  }
  return withOuterNames(own, faults);
}

function withOuterNames(own: Map<Level, Map<string, Named>>, faults: RuleFault[]) {
  const scope = new Map<Level, Map<string, Named>>();
  for (const level of Object.keys(LEVEL_OF) as Level[]) {
    const names = new Map<string, Named>();
    for (const each of chainOf(level).toReversed()) {
      for (const [name, named] of own.get(each) ?? []) {
        if (names.has(name)) faults.push({ rule: name, message: '与上一级的名称相同，会读错' });
        names.set(name, named);
      }
    }
    scope.set(level, names);
  }
  return scope;
}

function unusedParameters(text: RuleSetText, rules: readonly ReadRule[]): RuleFault[] {
  const used = new Set(
    rules.flatMap((rule) => namesIn(rule.tree, rule.level).map((each) => each.name)),
  );
  return text.parameters
    .filter((each) => !used.has(each.name) && !each.forPlaces)
    .map((each) => ({ rule: each.name, message: '没有规则使用这个参数' }));
}

/** Depth first; a rule met again while it is still open needs itself. */
export function inOrder(
  scope: RuleSet['scope'],
  rules: readonly ReadRule[],
  faults: RuleFault[],
): ReadRule[] {
  const order: ReadRule[] = [];
  const state = new Map<ReadRule, 'open' | 'done'>();
  const visit = (rule: ReadRule, path: readonly ReadRule[]): void => {
    if (state.get(rule) === 'done') return;
    if (state.get(rule) === 'open') {
      faults.push(circle([...path.slice(path.indexOf(rule)), rule]));
      return;
    }
    state.set(rule, 'open');
    for (const { name, level } of namesIn(rule.tree, rule.level)) {
      const named = find(scope, level, name);
      if (named?.is === 'rule') visit(named.rule, [...path, rule]);
    }
    state.set(rule, 'done');
    order.push(rule);
  };
  for (const rule of rules) visit(rule, []);
  return order;
}

/** The fault lies with what a place wrote, if that is in the circle: the frame alone has none. */
function circle(path: readonly ReadRule[]): RuleFault {
  const index = Math.max(
    path.findIndex((rule) => rule.cases),
    0,
  );
  const [blamed, next] = [path[index], path[index + 1]];
  const rows = blamed?.cases?.rows ?? [];
  const row = rows.findIndex(({ when, give }) =>
    [when, give].some((each) => each && mentions(each.tree, next?.name ?? '')),
  );
  const where = row < 0 ? '' : `“${blamed?.title}”第${row + 1}行“${rows[row]?.title}”：`;
  const titles = path.map((rule) => rule.title).join(' → ');
  return { rule: blamed?.name ?? '', message: `${where}循环引用：${titles}` };
}

function mentions(tree: Expression, name: string): boolean {
  return namesIn(tree, 'area').some((each) => each.name === name);
}
