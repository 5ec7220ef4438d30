import { fullMonths, fullYears } from './calendar.ts';
import { type Formula, readFormula } from './formula.ts';
import {
  type Fraction,
  fraction,
  larger,
  minus,
  order,
  over,
  plus,
  rounded,
  type Direction,
  smaller,
  times,
  ZERO,
} from './fraction.ts';
import { recordedAs } from './fact-name.ts';
import {
  bandOf,
  type CaseRow,
  type Cases,
  casesOf,
  given,
  isPercent,
  isUsed,
  list,
  tableRow,
} from './place.ts';
import { ANSWERING, levelOfRule, rangeOfRule, type RuleName } from './rule-level.ts';
import {
  type Content,
  type Level,
  type Line,
  guessed,
  lineAt,
  NotKnown,
  recordsOf,
} from './sheet.ts';

/** What a formula of a place says for a line of the sheet. */
export function valueOf(formula: Formula, line: Line): Content {
  switch (formula.is) {
    case 'figure':
      return formula.value;
    case 'code':
      return formula.code;
    case 'answer':
      return formula.value;
    case 'name':
      return contentOf(formula.name, line);
    case 'unknown':
      return guessed(line, formula.text).figure;
    case 'not':
      return !isTrue(formula.of, line);
    case 'in':
      return formula.codes.includes(codeOf(formula.of, line));
    case 'in-list':
      return list(line.sheet.place, formula.list).includes(codeOf(formula.of, line));
    case 'if':
      return valueOf(isTrue(formula.when, line) ? formula.then : formula.else, line);
    case 'two':
      return ofTwo(formula.sign, formula.left, formula.right, line);
    case 'over-records':
      return overRecords(formula, line);
    case 'cell': {
      const row = tableRow(line.sheet.place, formula.table, codeOf(formula.code, line));
      const cell = row[formula.column] ?? 0;
      return fraction(cell, ['cost', 'share'].includes(formula.column) ? 100 : 1);
    }
    case 'call':
      return called(formula.name, formula.given, line);
  }
}

export function isTrue(formula: Formula, line: Line): boolean {
  if (formula.is === 'unknown') return guessed(line, formula.text).answer;
  const value = valueOf(formula, line);
  if (value === null) throw new NotKnown(nameIn(formula));
  if (typeof value !== 'boolean') throw new TypeError(`no condition: ${JSON.stringify(formula)}`);
  return value;
}

function figureOf(formula: Formula, line: Line): Fraction {
  const value = valueOf(formula, line);
  if (value === null) throw new NotKnown(nameIn(formula));
  if (typeof value === 'object' && 'top' in value) return value;
  throw new TypeError(`no figure: ${nameIn(formula)}`);
}

function codeOf(formula: Formula, line: Line): string {
  const value = valueOf(formula, line);
  if (value === null) throw new NotKnown(nameIn(formula));
  if (typeof value !== 'string') throw new TypeError(`no code: ${nameIn(formula)}`);
  return value;
}

function nameIn(formula: Formula): string {
  return formula.is === 'name' ? formula.name : formula.is;
}

/** A side that settles the answer is enough, whichever side is not known. */
function settledBy(settles: boolean, left: Formula, right: Formula, line: Line): boolean {
  let first: boolean;
  try {
    first = isTrue(left, line);
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    if (isTrue(right, line) === settles) return settles;
    throw error;
  }
  return first === settles ? settles : isTrue(right, line);
}

function ofTwo(sign: string, left: Formula, right: Formula, line: Line): Content {
  if (sign === 'and') return settledBy(false, left, right, line);
  if (sign === 'or') return settledBy(true, left, right, line);
  if (['+', '-', '*', '/'].includes(sign)) {
    const [a, b] = [figureOf(left, line), figureOf(right, line)];
    if (sign === '+') return plus(a, b);
    if (sign === '-') return minus(a, b);
    return sign === '*' ? times(a, b) : over(a, b);
  }
  const [a, b] = [valueOf(left, line), valueOf(right, line)];
  if (a === null || b === null) throw new NotKnown(nameIn(a === null ? left : right));
  const difference = compared(a, b);
  switch (sign) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '=':
      return difference === 0;
    default:
      return difference !== 0;
  }
}

function compared(a: NonNullable<Content>, b: NonNullable<Content>): number {
  if (typeof a === 'object' && 'top' in a && typeof b === 'object' && 'top' in b)
    return order(a, b);
  return a === b ? 0 : String(a) < String(b) ? -1 : 1;
}

type OverRecords = Extract<Formula, { is: 'over-records' }>;

function overRecords({ what, level, where, of }: OverRecords, line: Line): Content {
  const records = recordsOf(line, level as Level);
  const met = records.filter((record) => !where || isTrue(where, record));
  if (what === 'count') return fraction(met.length);
  if (what === 'any') return met.some((record) => !of || isTrue(of, record));
  if (!of) throw new SyntaxError(`${what} of what?`);
  if (what === 'all') return met.every((record) => isTrue(of, record));
  return plus(ZERO, ...met.map((record) => figureOf(of, record)));
}

function called(name: string, args: readonly Formula[], line: Line): Content {
  const { place } = line.sheet;
  const [one, two, three] = args;
  if (!one) throw new SyntaxError(`${name} of what?`);
  if (name === 'used') return isUsed(place, nameIn(one));
  if (name === 'min' || name === 'max') {
    const [first = ZERO, ...others] = args.map((each) => figureOf(each, line));
    return (name === 'min' ? smaller : larger)(first, ...others);
  }
  if (!two) throw new SyntaxError(`${name} needs more`);
  if (name === 'lookup') {
    const band = bandOf(place, nameIn(one), figureOf(two, line));
    return fraction(band?.amount ?? 0);
  }
  if (name === 'round') {
    const step = three ? figureOf(three, line) : fraction(1);
    return rounded(figureOf(one, line), codeOf(two, line) as Direction, step);
  }
  const between = { yearsBetween: fullYears, monthsBetween: fullMonths }[name];
  if (!between) throw new SyntaxError(`no function ${name}`);
  return fraction(between(codeOf(one, line), codeOf(two, line)));
}

/** What a name in a place's formula stands for, looking from a line outwards. */
export function contentOf(name: string, line: Line): Content {
  if (name === 'governingDay') return line.sheet.day;
  if (name === 'yearStart') return line.sheet.yearStart;
  for (let each: Line | null = line; each; each = each.above) {
    const work = each.sheet.book[each.level][name];
    if (work) return work(each as never);
    const found = recordedAs(name, each);
    if (found !== undefined) return typeof found === 'number' ? fraction(found) : found;
  }
  const level = levelOfRule(name);
  if (!level) return parameterContent(name, line);
  const [rule, at] = [name as RuleName, lineAt(line, level)];
  return ANSWERING.has(rule) ? answerByRule(rule, at) : amountByRule(rule, at);
}

/** A plain parameter as a formula reads it. */
function parameterContent(name: string, line: Line): Content {
  const value = given(line.sheet.place, name);
  if (typeof value === 'number') return fraction(value, isPercent(name) ? 100 : 1);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw new TypeError(`${name} is not read by its name`);
}

function holds(row: CaseRow, line: Line): boolean {
  return row.when === undefined || isTrue(readFormula(row.when), line);
}

/** What the place's rows come to for a line: the first that holds, all that hold, or the highest. */
export function amountByRule(name: RuleName, line: Line): Fraction {
  const cases = casesOf(line.sheet.place, name);
  if (!cases) return ZERO;
  const [least, most] = rangeOfRule(name);
  return larger(fraction(least), smaller(fraction(most), ofCases(cases, line)));
}

function ofCases({ combine, rows }: Cases, line: Line): Fraction {
  const give = (row: CaseRow) => (holds(row, line) ? figureOf(readFormula(row.give), line) : ZERO);
  if (combine === 'all') return plus(...rows.map(give));
  if (combine === 'highest') {
    const [first = ZERO, ...others] = rows.map(give);
    return larger(first, ...others);
  }
  const row = rows.find((each) => holds(each, line));
  return row ? figureOf(readFormula(row.give), line) : ZERO;
}

/** Whether the first of the place's rows that holds says yes. */
export function answerByRule(name: RuleName, line: Line): boolean {
  const rows = casesOf(line.sheet.place, name)?.rows ?? [];
  const row = rows.find((each) => holds(each, line));
  return row !== undefined && isTrue(readFormula(row.give), line);
}
