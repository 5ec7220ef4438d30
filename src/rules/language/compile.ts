import { ageOn, monthsBetween } from '../../kernel/local-date.ts';
import { aggregateCode } from './aggregate.ts';
import { hopsTo, type Level } from './declaration.ts';
import { absentCell, readFact } from './fact-value.ts';
import type { Named, ReadRule, RuleSet } from './named.ts';
import * as operation from './operation.ts';
import { type Code, findAt, type Place, placeAbove, type Slot, unknownFact } from './place.ts';
import * as range from './range.ts';
import type { Expression } from './syntax.ts';
import { joined, NOTHING, number, ofPlace, truth, type Value } from './value.ts';

/** A set made ready to run: each formula becomes a function once, on first use. */
export type Program = {
  readonly set: RuleSet;
  readonly slots: Map<ReadRule, Slot>;
  /** How many rules and facts of each level have been numbered. */
  readonly counts: Map<string, number>;
  readonly facts: Map<Named, number>;
};

const programs = new WeakMap<RuleSet, Program>();

export function programOf(set: RuleSet): Program {
  const known = programs.get(set);
  if (known) return known;
  const program = { set, slots: new Map(), counts: new Map(), facts: new Map() };
  programs.set(set, program);
  return program;
}

export function slotOf(program: Program, rule: ReadRule): Slot {
  const known = program.slots.get(rule);
  if (known) return known;
  const type = program.set.scope.get(rule.level)?.get(rule.name)?.type ?? { kind: 'yes/no' };
  const index = nextIndex(program, `rule ${rule.level}`);
  const slot: Slot = { rule, type, index, code: null, account: null };
  program.slots.set(rule, slot);
  return slot;
}

export function codeOf(program: Program, slot: Slot): Code {
  slot.code ??= compile(program, slot.rule.tree, slot.rule.level);
  return slot.code;
}

function nextIndex(program: Program, list: string): number {
  const index = program.counts.get(list) ?? 0;
  program.counts.set(list, index + 1);
  return index;
}

export function compile(program: Program, tree: Expression, level: Level): Code {
  const of = (part: Expression, at = level) => compile(program, part, at);
  switch (tree.is) {
    case 'number':
      return constant(number(range.point(tree.value)));
    case 'code':
      return constant({ kind: 'code', possible: [tree.code], missing: NOTHING });
    case 'yes/no':
      return constant(truth(tree.value));
    case 'name':
      return nameCode(program, tree.name, level);
    case 'unknown':
      return (at) => number(range.NOT_NEGATIVE, [unknownFact(tree.text, at.subject)]);
    case 'not':
      return negation(of(tree.of));
    case 'and':
    case 'or':
      return logicCode(tree.is === 'or', of(tree.left), of(tree.right));
    case 'in': {
      const [left, { codes }] = [of(tree.of), tree];
      return (at) => operation.memberOf(left(at), codes);
    }
    case 'in-list':
      return inListCode(of(tree.of), nameCode(program, tree.list, level), tree.list);
    case 'if':
      return choiceCode(tree.title ?? null, of(tree.condition), of(tree.then), of(tree.else));
    case 'sum':
    case 'count':
    case 'any':
    case 'all':
      return aggregateCode(tree, (part) => of(part, tree.level as Level));
    case 'cell': {
      const [table, code] = [nameCode(program, tree.table, level), of(tree.of)];
      const absent = (each: string) => absentCell(program.set, tree, each);
      return (at) => operation.cellValue(table(at), code(at), tree.column, absent);
    }
    case 'call':
      return callCode(program, tree, level);
    case '+':
    case '-':
    case '*':
    case '/': {
      const [operator, left, right] = [tree.is, of(tree.left), of(tree.right)];
      return (at) => operation.arithmetic(operator, left(at), right(at));
    }
    default: {
      const [operator, left, right] = [tree.is, of(tree.left), of(tree.right)];
      return (at) => operation.comparison(operator, left(at), right(at));
    }
  }
}

function constant(value: Value): Code {
  return () => value;
}

function nameCode(program: Program, name: string, level: Level): Code {
  const found = program.set.scope.get(level)?.get(name);
  if (!found) throw new Error(`no name ${name} at level ${level}`);
  const hops = hopsTo(found.level, level);
  if (found.is === 'rule') {
    const slot = slotOf(program, found.rule);
    return (at) => {
      const reading = findAt(placeAbove(at, hops), slot, slot.code ?? codeOf(program, slot));
      at.run.reading.push(reading);
      return reading.finding.value;
    };
  }
  return found.is === 'field'
    ? fieldCode(program, found, hops)
    : (at) => parameterValue(placeAbove(at, hops), found, name);
}

function fieldCode(program: Program, found: Extract<Named, { is: 'field' }>, hops: number): Code {
  const index = program.facts.get(found) ?? nextIndex(program, `fact ${found.level}`);
  program.facts.set(found, index);
  return (at) => {
    const place = placeAbove(at, hops);
    let reading = place.facts[index];
    if (!reading) {
      const { subject } = place;
      const value = readFact(program.set, found, subject);
      reading = { is: 'field', named: found, subject, value, text: null };
      place.facts[index] = reading;
    }
    at.run.reading.push(reading);
    return reading.value;
  };
}

function parameterValue({ run, subject }: Place, named: Named, name: string): Value {
  let reading = run.parameters.get(named);
  if (reading?.is !== 'parameter') {
    reading = { is: 'parameter', named, subject, value: run.parameter(name), text: null };
    run.parameters.set(named, reading);
  }
  run.reading.push(reading);
  return reading.value;
}

function negation(of: Code): Code {
  return (at) => {
    const { value, missing } = operation.truthOf(of(at));
    return truth(value === null ? null : !value, missing);
  };
}

/** The side that settles the answer is enough; what it did not need is neither missing nor shown. */
function logicCode(settles: boolean, one: Code, other: Code): Code {
  return (at) => {
    const { run } = at;
    const before = run.reading.length;
    const left = operation.truthOf(one(at));
    if (left.value === settles) return left;
    const middle = run.reading.length;
    const right = operation.truthOf(other(at));
    if (right.value === settles) {
      run.reading.splice(before, middle - before);
      return right;
    }
    if (left.value === null || right.value === null) {
      return truth(null, joined(left.missing, right.missing));
    }
    return truth(!settles);
  };
}

function inListCode(left: Code, right: Code, name: string): Code {
  return (at) => {
    const [of, list] = [left(at), right(at)];
    if (list.kind !== 'codes') throw new Error(`${name} is no list of codes`);
    return operation.memberOf(of, list.codes, list.missing);
  };
}

/**
 * While the condition is unknown the result is what both branches leave certain. The then-branch is the
 * follow-up question ("宗教教职人员" → since when): its facts are asked for only once the condition holds.
 * What the place has not laid down is named for both, so that it can be laid down at once.
 */
function choiceCode(title: string | null, condition: Code, then: Code, other: Code): Code {
  return (at) => {
    const { value, missing } = operation.truthOf(condition(at));
    if (value === false) return other(at);
    if (value === true) {
      const { run } = at;
      if (title !== null) run.row = run.row === null ? title : `${run.row}、${title}`;
      return then(at);
    }
    const [one, two] = [then(at), other(at)];
    return operation.either(one, two, joined(missing, ofPlace(one.missing), two.missing));
  };
}

type Call = Extract<Expression, { is: 'call' }>;

function callCode(program: Program, { name, given }: Call, level: Level): Code {
  const codes = given.map((each) => compile(program, each, level));
  const [first, second, third] = codes;
  if (!first) throw new Error(`${name} lacks an argument`);
  if (name === 'used') return (at) => usedValue(first(at));
  if (!second) throw new Error(`${name} lacks an argument`);
  if (name === 'max' || name === 'min') {
    const join = name === 'max' ? range.greatest : range.least;
    return (at) => {
      const values = codes.map((code) => code(at));
      const of = values.map(operation.rangeOf).reduce((left, right) => join(left, right));
      return operation.settled(of, joined(...values.map((each) => each.missing)));
    };
  }
  if (name === 'round') {
    return (at) => operation.roundedValue(first(at), second(at), third?.(at));
  }
  if (name === 'lookup') return (at) => operation.lookup(first(at), second(at));
  return (at) => timeBetween(name === 'yearsBetween', first(at), second(at));
}

/** A figure the place has not laid down may be one it does not use. */
function usedValue({ kind, missing }: Value): Value {
  const open = ofPlace(missing);
  return open.length > 0 ? truth(null, open) : truth(kind !== 'not-used');
}

function timeBetween(years: boolean, first: Value, second: Value): Value {
  if (first.kind !== 'date' || second.kind !== 'date') throw new Error('only dates lie apart');
  if (first.value === null || second.value === null) {
    return number(range.whole(0, years ? 150 : 1800), joined(first.missing, second.missing));
  }
  return number(range.whole((years ? ageOn : monthsBetween)(first.value, second.value)));
}
