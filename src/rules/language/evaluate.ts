import { type LocalDate, monthsBetween, ageOn } from '../../kernel/local-date.ts';
import { columnLimits, type Level, LEVEL_OF } from './declaration.ts';
import * as range from './range.ts';
import * as exact from './rational.ts';
import {
  arithmetic,
  cellValue,
  comparison,
  either,
  lookup,
  memberOf,
  rangeOf,
  roundedValue,
  settled,
  type Truth,
  truthOf,
  UNLISTED,
} from './operation.ts';
import type { Named, ReadRule, RuleSet } from './named.ts';
import type { Aggregate, Expression } from './syntax.ts';
import {
  joined,
  type Missing,
  type MissingFact,
  NOTHING,
  number,
  truth,
  type Value,
} from './value.ts';

/** One record of one level. `below` is null where the list of records has not been asked about. */
export type Subject = {
  readonly level: Level;
  readonly id: string;
  readonly title: string;
  readonly outer: Subject | null;
  readonly record: Readonly<Record<string, unknown>>;
  readonly below: Partial<Record<Level, readonly Subject[] | null>>;
};

/** What one rule gave for one record, and what it read on the way (only what was really needed). */
export type Finding = {
  readonly rule: ReadRule;
  readonly subject: Subject;
  readonly value: Value;
  readonly read: readonly Reading[];
};
export type Reading =
  | { readonly is: 'rule'; readonly finding: Finding }
  | {
      readonly is: 'field' | 'parameter';
      readonly named: Named;
      readonly subject: Subject;
      readonly value: Value;
    };

/** Finds a rule's result for a record of its level; without one, for the household. */
export type Find = (rule: string, subject?: Subject) => Finding;

type Run = {
  readonly set: RuleSet;
  readonly parameter: (name: string) => Value;
  readonly done: Map<Subject, Map<string, Finding>>;
  reading: Reading[];
};

/** Evaluates rules by name over one household, each rule once per record. Pure: same input, same findings. */
export function evaluation(set: RuleSet, parameter: (name: string) => Value) {
  const run: Run = { set, parameter, done: new Map(), reading: [] };
  return {
    find: (rule: string, subject: Subject): Finding => {
      const named = run.set.scope.get(subject.level)?.get(rule);
      if (named?.is !== 'rule') throw new Error(`no rule ${rule} at level ${subject.level}`);
      return findingOf(run, named.rule, subject);
    },
  };
}

function findingOf(run: Run, rule: ReadRule, subject: Subject): Finding {
  const findings = run.done.get(subject) ?? new Map<string, Finding>();
  run.done.set(subject, findings);
  const known = findings.get(rule.name);
  if (known) return known;
  const outerReading = run.reading;
  run.reading = [];
  const value = valueOf(run, rule.tree, subject);
  const finding: Finding = { rule, subject, value, read: run.reading };
  run.reading = outerReading;
  findings.set(rule.name, finding);
  return finding;
}

function named(run: Run, name: string, subject: Subject): Value {
  const found = run.set.scope.get(subject.level)?.get(name);
  if (!found) throw new Error(`no name ${name} at level ${subject.level}`);
  const at = subjectAt(subject, found.level);
  if (found.is === 'rule') {
    const finding = findingOf(run, found.rule, at);
    run.reading.push({ is: 'rule', finding });
    return finding.value;
  }
  const value = found.is === 'parameter' ? run.parameter(name) : fieldValue(run.set, found, at);
  run.reading.push({ is: found.is, named: found, subject: at, value });
  return value;
}

function subjectAt(subject: Subject, level: Level): Subject {
  let at: Subject | null = subject;
  while (at && at.level !== level) at = at.outer;
  if (!at) throw new Error(`no ${level} around ${subject.level}`);
  return at;
}

function fieldValue(set: RuleSet, found: Extract<Named, { is: 'field' }>, at: Subject): Value {
  const recorded = found.field.read(at.record);
  const missing: Missing =
    recorded === null
      ? [
          {
            level: at.level,
            id: at.id,
            field: found.field.name,
            text: `${at.title}的${found.field.title}`,
          },
        ]
      : NOTHING;
  const { type, field } = found;
  switch (type.kind) {
    case 'number': {
      if (typeof recorded === 'number') {
        return number(range.point(exact.rational(recorded, type.percent ? 100 : 1)));
      }
      return number(field.range ? range.scaled(field.range, type) : range.ANY, missing);
    }
    case 'yes/no':
      return truth(typeof recorded === 'boolean' ? recorded : null, missing);
    case 'date':
      return { kind: 'date', value: (recorded as LocalDate | null) ?? null, missing };
    case 'code': {
      const possible = recorded === null ? possibleCodes(set, type.list) : [String(recorded)];
      return { kind: 'code', possible, missing };
    }
    default:
      throw new Error(`a fact cannot be ${type.kind}`);
  }
}

function valueOf(run: Run, tree: Expression, subject: Subject): Value {
  const at = (of: Expression) => valueOf(run, of, subject);
  switch (tree.is) {
    case 'number':
      return number(range.point(tree.value));
    case 'code':
      return { kind: 'code', possible: [tree.code], missing: NOTHING };
    case 'yes/no':
      return truth(tree.value);
    case 'name':
      return named(run, tree.name, subject);
    case 'unknown':
      return number(range.NOT_NEGATIVE, [unknownFact(tree.text, subject)]);
    case 'not': {
      const of = truthOf(at(tree.of));
      return truth(of.value === null ? null : !of.value, of.missing);
    }
    case 'and':
    case 'or':
      return logic(run, tree, subject);
    case 'in':
      return memberOf(at(tree.of), tree.codes);
    case 'in-list': {
      const [of, list] = [at(tree.of), named(run, tree.list, subject)];
      if (list.kind !== 'codes') throw new Error(`${tree.list} is no list of codes`);
      return memberOf(of, list.codes, list.missing);
    }
    case 'if':
      return choice(run, tree, subject);
    case 'sum':
    case 'count':
    case 'any':
    case 'all':
      return aggregate(run, tree, subject);
    case 'cell':
      return cellValue(named(run, tree.table, subject), at(tree.of), tree.column, (code) =>
        absentCell(run.set, tree, code),
      );
    case 'call':
      return call(run, tree.name, tree.given, subject);
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(tree.is, at(tree.left), at(tree.right));
    default:
      return comparison(tree.is, at(tree.left), at(tree.right));
  }
}

function possibleCodes(set: RuleSet, list: string): string[] {
  const listed = Object.keys(set.codes[list] ?? {});
  return set.text.codes[list] === 'open' ? [...listed, UNLISTED] : listed;
}

/** What is certain of a cell the place's table does not have: the bounds of its column. */
function absentCell(
  set: RuleSet,
  { table, column }: Extract<Expression, { is: 'cell' }>,
  code: string,
): Value {
  const found = set.scope.get('area')?.get(table);
  if (found?.is !== 'parameter' || found.type.kind !== 'table')
    throw new Error(`no table ${table}`);
  const title = set.codes[found.type.list]?.[code] ?? code;
  const missing: Missing =
    code === UNLISTED
      ? NOTHING
      : [{ level: 'area', id: 'area', field: `${table} ${code}`, text: `${title}的核算标准` }];
  const type = found.type.columns.get(column);
  if (type?.kind === 'code') {
    return { kind: 'code', possible: possibleCodes(set, type.list), missing };
  }
  if (type?.kind !== 'number') return truth(null, missing);
  const limits = columnLimits(found.parameter, column);
  return number(limits ? range.scaled(limits, type) : range.NOT_NEGATIVE, missing);
}

function unknownFact(text: string, subject: Subject): MissingFact {
  return { level: subject.level, id: subject.id, field: text, text: `${subject.title}的${text}` };
}

/** The side that settles the answer is enough; what it did not need is neither missing nor shown. */
function logic(run: Run, tree: Extract<Expression, { is: 'and' | 'or' }>, subject: Subject): Value {
  const settles = tree.is === 'or';
  const before = run.reading.length;
  const left = truthOf(valueOf(run, tree.left, subject));
  if (left.value === settles) return left;
  const middle = run.reading.length;
  const right = truthOf(valueOf(run, tree.right, subject));
  if (right.value === settles) {
    run.reading.splice(before, middle - before);
    return right;
  }
  if (left.value === null || right.value === null)
    return truth(null, joined(left.missing, right.missing));
  return truth(!settles);
}

/**
 * While the condition is unknown the result is what both branches leave certain. The then-branch is the
 * follow-up question ("宗教教职人员" → since when): its facts are asked for only once the condition holds.
 */
function choice(run: Run, tree: Extract<Expression, { is: 'if' }>, subject: Subject): Value {
  const condition = truthOf(valueOf(run, tree.condition, subject));
  if (condition.value !== null)
    return valueOf(run, condition.value ? tree.then : tree.else, subject);
  const then = valueOf(run, tree.then, subject);
  const other = valueOf(run, tree.else, subject);
  return either(then, other, joined(condition.missing, other.missing));
}

function aggregate(run: Run, tree: Aggregate, subject: Subject): Value {
  const records = recordsBelow(subject, tree.level as Level);
  const { missing: unasked } = records;
  const each = records.found.map((record) => {
    const where = tree.where ? truthOf(valueOf(run, tree.where, record)) : truthOf(truth(true));
    if (where.value === false) return null;
    return { where, of: tree.of ? valueOf(run, tree.of, record) : null };
  });
  const chosen = each.filter((one) => one !== null);
  if (tree.is === 'any' || tree.is === 'all') return anyOrAll(tree.is, chosen, unasked);
  const zero = number(range.whole(0));
  const total = chosen.reduce<Value>((sum, { where, of }) => {
    const amount = of ?? number(range.whole(1));
    const certain = where.value === true;
    return arithmetic(
      '+',
      sum,
      certain ? amount : either(zero, amount, joined(where.missing, amount.missing)),
    );
  }, zero);
  if (unasked.length === 0) return total;
  const rest = tree.is === 'count' ? range.NOT_NEGATIVE : range.ANY;
  return arithmetic('+', total, number(rest, unasked));
}

type Chosen = { readonly where: Truth; readonly of: Value | null };

function anyOrAll(operator: 'any' | 'all', chosen: readonly Chosen[], unasked: Missing): Value {
  const settles = operator === 'any';
  let missing = unasked;
  for (const { where, of } of chosen) {
    const inside = of ? truthOf(of) : truthOf(truth(true));
    if (where.value === true && inside.value === settles) return truth(settles);
    if (inside.value !== !settles) missing = joined(missing, where.missing, inside.missing);
  }
  return missing.length === 0 ? truth(!settles) : truth(null, missing);
}

/** The records of a lower level, and the missing fact where their list was never asked about. */
function recordsBelow(
  subject: Subject,
  level: Level,
): { found: readonly Subject[]; missing: Missing } {
  const between = LEVEL_OF[level];
  if (between === null) return { found: [], missing: NOTHING };
  if (between !== subject.level) {
    const parts = recordsBelow(subject, between).found.map((each) => recordsBelow(each, level));
    return {
      found: parts.flatMap((each) => each.found),
      missing: joined(...parts.map((each) => each.missing)),
    };
  }
  const list = subject.below[level];
  if (list) return { found: list, missing: NOTHING };
  return { found: [], missing: [unknownFact(LIST_TITLE[level] ?? level, subject)] };
}

const LIST_TITLE: Partial<Record<Level, string>> = {
  income: '收入情况',
  transfer: '转移支出情况',
  asset: '财产情况',
  supporter: '家庭以外的赡养、扶养、抚养义务人情况',
  spending: '刚性支出情况',
};

function call(run: Run, name: string, given: readonly Expression[], subject: Subject): Value {
  const asked = given[0];
  if (name === 'used' && asked?.is === 'name') {
    return truth(named(run, asked.name, subject).kind !== 'not-used');
  }
  const values = given.map((each) => valueOf(run, each, subject));
  const [first, second, third] = values;
  if (!first || !second) throw new Error(`${name} lacks an argument`);
  if (name === 'max' || name === 'min') {
    const join = name === 'max' ? range.greatest : range.least;
    const of = values.map(rangeOf).reduce((left, right) => join(left, right));
    return settled(of, joined(...values.map((each) => each.missing)));
  }
  if (name === 'round') return roundedValue(first, second, third);
  if (name === 'lookup') return lookup(first, second);
  return between(name === 'yearsBetween', first, second);
}

function between(years: boolean, first: Value, second: Value): Value {
  if (first.kind !== 'date' || second.kind !== 'date') throw new Error('only dates lie apart');
  if (first.value === null || second.value === null) {
    return number(range.whole(0, years ? 150 : 1800), joined(first.missing, second.missing));
  }
  return number(range.whole((years ? ageOn : monthsBetween)(first.value, second.value)));
}
