import { chainOf, type Level } from '../language/declaration.ts';
import type { Named, ReadRule } from '../language/named.ts';
import { fractionOf } from '../language/rational.ts';
import type { Aggregate, Expression } from '../language/syntax.ts';
import type { Type } from '../language/type.ts';
import { FIRST_DAY, LAST_DAY } from './calendar.ts';
import { callMeaning, cellMeaning } from './call.ts';
import * as fraction from './fraction.ts';
import { fractionOf as fractionIn, type Meaning, truthOf } from './meaning.ts';
import { constant, depthOf, got, type Node, node, tried } from './node.ts';
import {
  absentNode,
  areaFigure,
  figureNode,
  isAbsent,
  settingOf,
  type Source,
  wholeOf,
} from './source.ts';
import * as truth from './truth.ts';

export type Lowering = {
  readonly source: Source;
  readonly done: Map<ReadRule, Meaning>;
};

/** A rule's formula, each rule once. Throws a RangeError naming the rule that cannot be generated. */
export function lowerRule(lowering: Lowering, rule: ReadRule, type: Type): Meaning {
  const known = lowering.done.get(rule);
  if (known) return known;
  const found = inRule(rule, () => meaningOf(lowering, rule.tree, rule.level, type));
  const meaning = forReaders(lowering, found);
  lowering.done.set(rule, meaning);
  return meaning;
}

/** A rule a fact may be missing in is found once; each of its readers asks whether one was. */
function forReaders({ source }: Lowering, meaning: Meaning): Meaning {
  const found = (of: Node) => (of.risky && of.op !== 'got' ? tried(source.graph, of) : of);
  if (meaning.kind !== 'number') return { ...meaning, of: found(meaning.of) };
  const { top, bottom } = meaning.of;
  return { kind: 'number', of: { top: found(top), bottom } };
}

function inRule<T>(rule: ReadRule, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof RangeError) || error.cause) throw error;
    throw new RangeError(`规则“${rule.title}”（${rule.name}）：${error.message}`, { cause: error });
  }
}

/** `wanted` tells which list a code written out belongs to. */
function meaningOf(
  lowering: Lowering,
  tree: Expression,
  level: Level,
  wanted: Type | null = null,
): Meaning {
  const { source } = lowering;
  const { graph } = source;
  switch (tree.is) {
    case 'number': {
      const { top, bottom } = fractionOf(tree.value);
      const of = fraction.over(graph, constant(graph, Number(top)), Number(bottom));
      return { kind: 'number', of };
    }
    case 'code': {
      if (wanted?.kind !== 'code') throw new Error(`code ${tree.code} without a list`);
      const of = constant(graph, source.codesOf(wanted.list).indexOf(tree.code));
      return { kind: 'code', of, list: wanted.list };
    }
    case 'yes/no':
      return { kind: 'yes/no', of: truth.truth(graph, tree.value) };
    case 'name':
      return named(lowering, tree.name, level);
    case 'unknown':
      return { kind: 'number', of: fraction.whole(unknownNode(lowering, level)) };
    case 'not':
      return { kind: 'yes/no', of: truth.not(graph, truthAt(lowering, tree.of, level)) };
    case 'and':
    case 'or':
      return { kind: 'yes/no', of: logic(lowering, tree, level) };
    case 'in':
    case 'in-list':
      return { kind: 'yes/no', of: membership(lowering, tree, level) };
    case 'if':
      return choice(lowering, tree, level, wanted);
    case 'sum':
    case 'count':
    case 'any':
    case 'all':
      return aggregate(lowering, tree, level);
    case 'cell': {
      const { type } = getNamed(source, tree.table, level);
      return cellMeaning(source, tree, type, meaningOf(lowering, tree.of, level));
    }
    case 'call': {
      const at = (of: Expression, list: Type | null) => meaningOf(lowering, of, level, list);
      return callMeaning(source, tree.name, tree.given, at);
    }
    case '+':
    case '-':
    case '*':
    case '/':
      return { kind: 'number', of: arithmetic(lowering, tree, level) };
    default:
      return { kind: 'yes/no', of: comparison(lowering, tree, level) };
  }
}

function truthAt(lowering: Lowering, tree: Expression, level: Level): Node {
  return truthOf(meaningOf(lowering, tree, level));
}

function fractionAt(lowering: Lowering, tree: Expression, level: Level): fraction.Fraction {
  return fractionIn(meaningOf(lowering, tree, level));
}

/** Reading it sends the household to the exact evaluator, which names what is missing. */
function unknownNode({ source }: Lowering, level: Level): Node {
  return node(source.graph, {
    op: 'unknown',
    of: [],
    level,
    low: 0,
    high: 0,
    fallible: true,
    shy: true,
  });
}

function named(lowering: Lowering, name: string, level: Level): Meaning {
  const found = getNamed(lowering.source, name, level);
  if (found.is === 'rule') return lowerRule(lowering, found.rule, found.type);
  if (found.is === 'field') return fieldMeaning(lowering, found);
  const { source } = lowering;
  const setting = settingOf(source, name);
  if (isAbsent(setting)) return absent(source, name, found.type, level);
  switch (setting.kind) {
    case 'number': {
      const scale = found.type.kind === 'number' && found.type.percent ? 100 : 1;
      const top = areaFigure(source, name, (policy) => wholeOf(policy.valueOf(name), scale));
      return { kind: 'number', of: fraction.over(source.graph, top, scale) };
    }
    case 'yes/no':
      return { kind: 'yes/no', of: truth.truth(source.graph, setting.value === true) };
    case 'code': {
      const list = found.type.kind === 'code' ? found.type.list : '';
      const code = source.codesOf(list).indexOf(setting.possible[0] ?? '');
      return { kind: 'code', of: constant(source.graph, code), list };
    }
    default:
      throw new RangeError(`参数 ${name} 在这里读不了（${setting.kind}）`);
  }
}

function absent(source: Source, name: string, type: Type, level: Level): Meaning {
  const of = absentNode(source, name, type, level);
  if (type.kind === 'code') return { kind: 'code', of, list: type.list };
  if (type.kind === 'yes/no') return { kind: 'yes/no', of };
  const scale = type.kind === 'number' && type.percent ? 100 : 1;
  return { kind: 'number', of: fraction.over(source.graph, of, scale) };
}

function one({ source }: Lowering): fraction.Fraction {
  return fraction.whole(constant(source.graph, 1));
}

function getNamed(source: Source, name: string, level: Level): Named {
  const found = source.set.scope.get(level)?.get(name);
  if (!found) throw new Error(`no name ${name} at level ${level}`);
  return found;
}

function fieldMeaning(
  { source }: Lowering,
  { field, type, level }: Extract<Named, { is: 'field' }>,
): Meaning {
  if (level === 'area') return dayOfRun(source, field.name, field.read);
  const { number, low, high, mayMiss, oftenMisses } = source.columnOf(field);
  const isTruth = type.kind === 'yes/no';
  const made = { op: 'read', of: [], level, low, high, isTruth, value: number } as const;
  const of = node(source.graph, { ...made, fallible: mayMiss, shy: oftenMisses });
  switch (type.kind) {
    case 'number':
      return { kind: 'number', of: fraction.whole(of) };
    case 'code':
      return { kind: 'code', of, list: type.list };
    case 'yes/no':
    case 'date':
      return { kind: type.kind, of };
    default:
      throw new Error(`a fact cannot be ${type.kind}`);
  }
}

type Read = (record: Readonly<Record<string, unknown>>) => unknown;

function dayOfRun(source: Source, name: string, read: Read): Meaning {
  const dayIn = (facts: Readonly<Record<string, unknown>>) => {
    const day = read(facts);
    if (typeof day !== 'string') throw new Error(`the run lacks its ${name}`);
    return Number(day.replaceAll('-', ''));
  };
  const of = figureNode(source, name, (_, facts) => dayIn(facts), FIRST_DAY, LAST_DAY);
  return { kind: 'date', of };
}

/** What a constant settles is not even looked at: it may name parameters the place does not use. */
function logic(
  lowering: Lowering,
  tree: Extract<Expression, { is: 'and' | 'or' }>,
  level: Level,
): Node {
  const { graph } = lowering.source;
  const join = tree.is === 'and' ? truth.and : truth.or;
  const left = truthAt(lowering, tree.left, level);
  const settles = truth.truth(graph, tree.is === 'or');
  return left === settles ? left : join(graph, left, truthAt(lowering, tree.right, level));
}

function choice(
  lowering: Lowering,
  tree: Extract<Expression, { is: 'if' }>,
  level: Level,
  wanted: Type | null,
): Meaning {
  const { graph } = lowering.source;
  const condition = truthAt(lowering, tree.condition, level);
  const at = (of: Expression) => meaningOf(lowering, of, level, wanted);
  if (condition.op === 'constant') return at(condition.value === 1 ? tree.then : tree.else);
  const [then, other] = [at(tree.then), at(tree.else)];
  if (then.kind === 'number' && other.kind === 'number') {
    return { kind: 'number', of: fraction.choice(graph, condition, then.of, other.of) };
  }
  if (then.kind === 'number' || other.kind === 'number') throw new Error('sides of two kinds');
  return { ...then, of: truth.choice(graph, condition, then.of, other.of) };
}

function membership(
  lowering: Lowering,
  tree: Extract<Expression, { is: 'in' | 'in-list' }>,
  level: Level,
): Node {
  const of = meaningOf(lowering, tree.of, level);
  if (of.kind !== 'code') throw new Error(`in: ${of.kind}`);
  const list = tree.is === 'in-list' ? settingOf(lowering.source, tree.list) : null;
  const codes = tree.is === 'in' ? tree.codes : list?.kind === 'codes' ? list.codes : null;
  if (!codes) throw new RangeError('代码的列表没有给出');
  const known = lowering.source.codesOf(of.list);
  const numbers = codes.map((code) => known.indexOf(code)).filter((number) => number >= 0);
  return truth.within(lowering.source.graph, of.of, numbers);
}

function arithmetic(
  lowering: Lowering,
  tree: Extract<Expression, { is: '+' | '-' | '*' | '/' }>,
  level: Level,
): fraction.Fraction {
  const operation = {
    '+': fraction.add,
    '-': fraction.subtract,
    '*': fraction.multiply,
    '/': fraction.divide,
  }[tree.is];
  const [left, right] = [tree.left, tree.right].map((each) => fractionAt(lowering, each, level));
  if (!left || !right) throw new Error('two sides expected');
  return operation(lowering.source.graph, left, right);
}

function comparison(
  lowering: Lowering,
  tree: Extract<Expression, { left: Expression }>,
  level: Level,
): Node {
  const { graph } = lowering.source;
  const left = meaningOf(lowering, tree.left, level);
  const wanted: Type | null = left.kind === 'code' ? { kind: 'code', list: left.list } : null;
  const right = meaningOf(lowering, tree.right, level, wanted);
  if (left.kind === 'number' && right.kind === 'number') {
    return fraction.compare(graph, tree.is, left.of, right.of);
  }
  if (left.kind === 'number' || right.kind === 'number') throw new Error('sides of two kinds');
  if (left.kind !== 'code') {
    return fraction.compare(graph, tree.is, fraction.whole(left.of), fraction.whole(right.of));
  }
  const [code, other] = right.of.op === 'constant' ? [left.of, right.of] : [right.of, left.of];
  const isEqual =
    other.op === 'constant'
      ? truth.within(graph, code, [other.value])
      : truth.equal(graph, code, other);
  return tree.is === '=' ? isEqual : truth.not(graph, isEqual);
}

/** Over the records of every level between, from the inside out. */
function aggregate(lowering: Lowering, tree: Aggregate, level: Level): Meaning {
  const { graph } = lowering.source;
  const inner = tree.level as Level;
  const where = tree.where ? truthAt(lowering, tree.where, inner) : truth.truth(graph, true);
  const chain = chainOf(inner);
  const between = chain.slice(0, chain.indexOf(level));
  if (tree.is === 'any' || tree.is === 'all') {
    const of = tree.of ? truthAt(lowering, tree.of, inner) : truth.truth(graph, true);
    const asked = tree.is === 'any' ? of : truth.not(graph, of);
    const found = between.reduce(
      (each, over) => anyNode(lowering, over, each),
      truth.and(graph, where, asked),
    );
    return { kind: 'yes/no', of: tree.is === 'any' ? found : truth.not(graph, found) };
  }
  const of = tree.is === 'count' || !tree.of ? one(lowering) : fractionAt(lowering, tree.of, inner);
  const always = truth.truth(graph, true);
  const top = between.reduce(
    (each, over, index) => sumNode(lowering, over, index === 0 ? where : always, each),
    of.top,
  );
  if (of.bottom.factors.some((factor) => depthOf(factor.level) > depthOf(level))) {
    throw new RangeError('逐条相加的数分母各不相同，应当先取整再相加');
  }
  return { kind: 'number', of: { top, bottom: of.bottom } };
}

function sumNode({ source }: Lowering, over: Level, where: Node, of: Node): Node {
  const most = source.mostOf(over);
  const [low, high] = [Math.min(0, of.low * most), Math.max(0, of.high * most)];
  const level = outerOf(over);
  const sum = node(source.graph, { op: 'sum', of: [where, of], over, level, low, high });
  return readable(source, sum);
}

function anyNode({ source }: Lowering, over: Level, of: Node): Node {
  const made = { op: 'any', of: [of], over, level: outerOf(over), low: 0, high: 1 } as const;
  return readable(source, node(source.graph, { ...made, isTruth: true }));
}

function readable(source: Source, aggregate: Node): Node {
  const mayMiss = aggregate.risky || (aggregate.over && source.isUnasked(aggregate.over));
  return mayMiss ? got(source.graph, aggregate) : aggregate;
}

function outerOf(level: Level): Level {
  const [, outer] = chainOf(level);
  if (!outer) throw new Error(`nothing lies around ${level}`);
  return outer;
}
