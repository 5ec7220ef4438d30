import { boundFaults } from './bounds.ts';
import { typeFaults } from './check.ts';
import { chainOf, type CodeList, type Level, LEVEL_OF, type RuleSetText } from './declaration.ts';
import type { Named, ReadRule, RuleFault, RuleSet } from './named.ts';
import { parseFormula } from './syntax.ts';
import { parseType, type Type } from './type.ts';
import { namesIn } from './walk.ts';

/** Reads and checks a set; every fault found is listed, in Chinese, with the rule it is in. */
export function readRuleSet(
  text: RuleSetText,
): { ok: true; rules: RuleSet } | { ok: false; faults: RuleFault[] } {
  const faults: RuleFault[] = [];
  const scope = scopeOf(text, faults);
  const codes = closedLists(text);
  const rules = [...new Set(scope.values())]
    .flatMap((names) => [...names.values()])
    .flatMap((named) => (named.is === 'rule' ? [named.rule] : []));
  const read = [...new Set(rules)];
  for (const rule of read) faults.push(...typeFaults(codes, scope, rule));
  faults.push(...unusedParameters(text, read));
  const order = inOrder(scope, read, faults);
  if (faults.length > 0) return { ok: false, faults };
  const set: RuleSet = { text, codes, scope, order };
  const bounds = boundFaults(set);
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

function scopeOf(text: RuleSetText, faults: RuleFault[]): Map<Level, Map<string, Named>> {
  const own = new Map<Level, Map<string, Named>>();
  const declare = (name: string, level: Level, type: string, build: (type: Type) => Named) => {
    const read = parseType(type);
    const names = own.get(level) ?? own.set(level, new Map()).get(level);
    if (!read) faults.push({ rule: name, message: `不认识的单位或者类型：${type}` });
    else if (names?.has(name)) faults.push({ rule: name, message: '名称重复' });
    else names?.set(name, build(read));
  };
  for (const field of text.fields) {
    declare(field.name, field.level, field.type, (type) => ({
      is: 'field',
      level: field.level,
      type,
      field,
    }));
  }
  for (const parameter of text.parameters) {
    const level = parameter.level ?? 'area';
    declare(parameter.name, level, parameter.type, (type) => ({
      is: 'parameter',
      level,
      type,
      parameter,
    }));
  }
  for (const rule of text.rules) {
    try {
      const read = { ...rule, tree: parseFormula(rule.formula) };
      declare(rule.name, rule.level, rule.type, (type) => ({
        is: 'rule',
        level: rule.level,
        type,
        rule: read,
      }));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      faults.push({ rule: rule.name, message: `算式写法有误：${error.message}` });
    }
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
    .filter((each) => !used.has(each.name))
    .map((each) => ({ rule: each.name, message: '没有规则使用这个参数' }));
}

/** Depth first; a rule met again while it is still open needs itself. */
function inOrder(
  scope: RuleSet['scope'],
  rules: readonly ReadRule[],
  faults: RuleFault[],
): ReadRule[] {
  const order: ReadRule[] = [];
  const state = new Map<ReadRule, 'open' | 'done'>();
  const visit = (rule: ReadRule, path: readonly string[]): void => {
    if (state.get(rule) === 'done') return;
    if (state.get(rule) === 'open') {
      faults.push({ rule: rule.name, message: `循环引用：${[...path, rule.name].join(' → ')}` });
      return;
    }
    state.set(rule, 'open');
    for (const { name, level } of namesIn(rule.tree, rule.level)) {
      const named = find(scope, level, name);
      if (named?.is === 'rule') visit(named.rule, [...path, rule.name]);
    }
    state.set(rule, 'done');
    order.push(rule);
  };
  for (const rule of rules) visit(rule, []);
  return order;
}
