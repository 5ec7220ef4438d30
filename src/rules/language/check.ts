import { chainOf, type CodeList, type Level, LEVEL_OF } from './declaration.ts';
import type { Named, ReadRule, RuleFault, RuleSet } from './named.ts';
import type { Aggregate, Expression } from './syntax.ts';
import { fits, parseType, type Type, typeText } from './type.ts';
import { NUMBER, parseUnit, product, quotient } from './unit.ts';
import { namesIn, partsOf } from './walk.ts';

/** An open list takes every code: which there are is known once a place has given its tables. */
type Codes = Readonly<Record<string, CodeList | 'open'>>;
type Scope = ReadonlyMap<Level, ReadonlyMap<string, Named>>;
/** `fault` records and answers null; null travels outwards without further complaint. */
type Check = {
  readonly codes: Codes;
  readonly scope: Scope;
  readonly fault: (message: string) => null;
};

const YES_NO: Type = { kind: 'yes/no' };

/** Names, levels, units and both sides of every comparison of one rule. */
export function typeFaults(codes: Codes, scope: Scope, rule: ReadRule): RuleFault[] {
  const declared = parseType(rule.type);
  const messages = [
    ...formulaFaults(codes, scope, rule.tree, rule.level, declared),
    ...guardFaults(scope, rule.tree, rule.level),
  ];
  return messages.map((message) => ({ rule: rule.name, message }));
}

/** What keeps a formula, read at a level, from giving a figure of a type. */
export function formulaFaults(
  codes: Codes,
  scope: Scope,
  tree: Expression,
  level: Level,
  declared: Type | null,
): string[] {
  const messages: string[] = [];
  const fault = (message: string): null => {
    messages.push(message);
    return null;
  };
  const found = typeOf({ codes, scope, fault }, tree, level, declared);
  if (declared && found && !fits(declared, found)) {
    fault(`算式得出${typeText(found)}，规则声明为${typeText(declared)}`);
  }
  return messages;
}

/** The type of a formula already checked; null for what fits every type. */
export function typeOfFormula(
  { codes, scope }: Pick<RuleSet, 'codes' | 'scope'>,
  tree: Expression,
  level: Level,
): Type | null {
  return typeOf({ codes, scope, fault: () => null }, tree, level, null);
}

/** A value that a place may leave unused is read only beside `used(…)`; unused `cases` give 0 or no. */
export function guardFaults(scope: Scope, tree: Expression, from: Level): string[] {
  const asked = usedCalls(tree, from);
  const unguarded = namesIn(tree, from).filter(({ name, level }) => {
    const named = scope.get(level)?.get(name);
    if (named?.is !== 'parameter' || named.type.kind === 'cases') return false;
    return named.parameter.mayBeUnused && !asked.has(name);
  });
  return [...new Set(unguarded.map((each) => each.name))].map(
    (name) => `参数 ${name} 可以不使用，先写 used(${name})`,
  );
}

function usedCalls(tree: Expression, level: Level): Set<string> {
  const found = new Set<string>();
  const first = tree.is === 'call' && tree.name === 'used' ? tree.given[0] : undefined;
  if (first?.is === 'name') found.add(first.name);
  for (const part of partsOf(tree, level))
    for (const name of usedCalls(part.of, part.level)) found.add(name);
  return found;
}

function typeOf(check: Check, tree: Expression, level: Level, wanted: Type | null): Type | null {
  const at = (of: Expression, expected: Type | null = null) => typeOf(check, of, level, expected);
  switch (tree.is) {
    case 'number': {
      const unit = parseUnit(tree.unit);
      if (!unit) return check.fault(`不认识的单位：${tree.unit}`);
      if (tree.value === 0) return { kind: 'number', unit: null };
      return { kind: 'number', unit, ...(tree.unit === 'percent' ? { percent: true } : {}) };
    }
    case 'code':
      return codeType(check, tree.code, wanted);
    case 'yes/no':
      return YES_NO;
    case 'unknown':
      return wanted ?? check.fault('unknown 的类型不明');
    case 'name':
      return nameType(check, tree.name, level);
    case 'not':
      return demand(check, at(tree.of), YES_NO, 'not');
    case 'and':
    case 'or':
      return (
        demand(check, at(tree.left), YES_NO, tree.is) &&
        demand(check, at(tree.right), YES_NO, tree.is)
      );
    case 'in':
    case 'in-list':
      return membership(check, tree, at(tree.of), level);
    case 'if': {
      demand(check, at(tree.condition), YES_NO, 'if');
      const [then, other] = [at(tree.then, wanted), at(tree.else, wanted)];
      if (then && other && !fits(then, other)) {
        return check.fault(`if 的两支单位不同：${typeText(then)}与${typeText(other)}`);
      }
      return then?.kind === 'number' && then.unit === null ? other : then;
    }
    case 'sum':
    case 'count':
    case 'any':
    case 'all':
      return aggregateType(check, tree, level, wanted);
    case 'cell':
      return cellType(check, tree, level);
    case 'call':
      return callType(check, tree.name, tree.given, level, wanted);
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(check, tree.is, at(tree.left), at(tree.right));
    default: {
      const left = at(tree.left);
      const right = at(tree.right, left);
      if (!left || !right) return null;
      if (!fits(left, right)) {
        return check.fault(`比较的两边单位不同：${typeText(left)}与${typeText(right)}`);
      }
      const ordered = left.kind === 'number' || left.kind === 'date';
      if (!ordered && tree.is !== '=' && tree.is !== '<>')
        return check.fault('只有数和日期可以比大小');
      return YES_NO;
    }
  }
}

function nameType(check: Check, name: string, level: Level): Type | null {
  const named = check.scope.get(level)?.get(name);
  if (named) return named.type.kind === 'cases' ? named.type.of : named.type;
  const elsewhere = [...check.scope.entries()].find(([, names]) => names.get(name))?.[0];
  const place = elsewhere ? `，它在 ${elsewhere} 一级，不能在 ${level} 一级直接读` : '';
  return check.fault(`没有这个名称：${name}${place}`);
}

function codeType(check: Check, code: string, wanted: Type | null): Type | null {
  if (wanted?.kind !== 'code') return check.fault(`代码 '${code}' 写在不是代码的地方`);
  const list = check.codes[wanted.list];
  const known = list === 'open' || Object.hasOwn(list ?? {}, code);
  return known ? wanted : check.fault(`代码表 ${wanted.list} 里没有 '${code}'`);
}

function membership(
  check: Check,
  tree: Extract<Expression, { is: 'in' | 'in-list' }>,
  of: Type | null,
  level: Level,
): Type | null {
  if (!of) return null;
  if (of.kind !== 'code') return check.fault(`in 的左边应当是代码，现在是${typeText(of)}`);
  if (tree.is === 'in') {
    for (const code of tree.codes) codeType(check, code, of);
    return YES_NO;
  }
  const list = nameType(check, tree.list, level);
  if (!list) return null;
  if (list.kind === 'codes' && list.list === of.list) return YES_NO;
  return check.fault(`比较的两边单位不同：${typeText(of)}与${typeText(list)}`);
}

function aggregateType(
  check: Check,
  tree: Aggregate,
  level: Level,
  wanted: Type | null,
): Type | null {
  const inner = Object.keys(LEVEL_OF).find((each) => each === tree.level) as Level | undefined;
  if (!inner) return check.fault(`没有这个层级：${tree.level}`);
  if (inner === level || !chainOf(inner).includes(level)) {
    return check.fault(`${tree.level} 不在 ${level} 之下，不能汇总`);
  }
  if (tree.where) demand(check, typeOf(check, tree.where, inner, null), YES_NO, 'where');
  if (tree.is === 'count') {
    if (tree.of) return check.fault('count 只数，不带算式');
    return { kind: 'number', unit: inner === 'member' ? parseUnit('person') : NUMBER };
  }
  if (!tree.of) return tree.is === 'any' ? YES_NO : check.fault(`${tree.is} 缺少冒号后的算式`);
  const of = typeOf(check, tree.of, inner, wanted);
  if (tree.is !== 'sum') return demand(check, of, YES_NO, tree.is);
  return of && of.kind !== 'number' ? check.fault(`sum 只能加数，现在是${typeText(of)}`) : of;
}

function arithmetic(
  check: Check,
  operator: string,
  left: Type | null,
  right: Type | null,
): Type | null {
  if (!left || !right) return null;
  if (left.kind !== 'number' || right.kind !== 'number') {
    return check.fault(`${operator} 只用于数，现在是${typeText(left)}与${typeText(right)}`);
  }
  if (operator === '+' || operator === '-') {
    if (!fits(left, right)) {
      return check.fault(`${operator} 的两边单位不同：${typeText(left)}与${typeText(right)}`);
    }
    return left.unit === null ? right : left;
  }
  if (left.unit === null || right.unit === null) return left.unit === null ? left : right;
  const combine = operator === '*' ? product : quotient;
  return { kind: 'number', unit: combine(left.unit, right.unit) };
}

function cellType(
  check: Check,
  tree: Extract<Expression, { is: 'cell' }>,
  level: Level,
): Type | null {
  const table = nameType(check, tree.table, level);
  if (!table) return null;
  if (table.kind !== 'table') return check.fault('cell 的第一项应当是标准表');
  demand(check, typeOf(check, tree.of, level, null), { kind: 'code', list: table.list }, 'cell');
  return table.columns.get(tree.column) ?? check.fault(`标准表没有这一列：${tree.column}`);
}

function callType(
  check: Check,
  name: string,
  given: readonly Expression[],
  level: Level,
  wanted: Type | null,
): Type | null {
  const at = (index: number, expected: Type | null = null): Type | null => {
    const of = given[index];
    return of ? typeOf(check, of, level, expected) : check.fault(`${name} 缺少第 ${index + 1} 项`);
  };
  if (name === 'max' || name === 'min') {
    const types = given.map((_, index) => at(index, wanted));
    return types.reduce((left, right) => arithmetic(check, '+', left, right), types[0] ?? null);
  }
  if (name === 'round') {
    const of = at(0);
    demand(
      check,
      at(1, { kind: 'code', list: 'ROUNDING' }),
      { kind: 'code', list: 'ROUNDING' },
      name,
    );
    const step = at(2);
    if (of?.kind !== 'number' || step?.kind !== 'number') return check.fault('round 只用于数');
    return of;
  }
  if (name === 'yearsBetween' || name === 'monthsBetween') {
    demand(check, at(0), { kind: 'date' }, name);
    demand(check, at(1), { kind: 'date' }, name);
    return { kind: 'number', unit: parseUnit(name === 'yearsBetween' ? 'year' : 'month') };
  }
  if (name === 'used') {
    const first = given[0];
    const named = first?.is === 'name' ? check.scope.get(level)?.get(first.name) : undefined;
    return named?.is === 'parameter' ? YES_NO : check.fault('used 里应当写参数名');
  }
  if (name === 'lookup') {
    const table = at(0);
    if (table?.kind !== 'bands') return check.fault('lookup 的第一项应当是分档表');
    demand(check, at(1), { kind: 'number', unit: table.from }, name);
    return { kind: 'number', unit: table.to };
  }
  return check.fault(`没有这个函数：${name}`);
}

function demand(check: Check, found: Type | null, wanted: Type, where: string): Type | null {
  if (!found) return null;
  return fits(found, wanted)
    ? wanted
    : check.fault(`${where} 需要${typeText(wanted)}，现在是${typeText(found)}`);
}
