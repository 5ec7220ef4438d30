import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from './declaration.ts';
import { evaluation } from './evaluate.ts';
import { isPoint } from './range.ts';
import { compare, fractionOf } from './rational.ts';
import { getRuleSet } from './rule-set.ts';
import { familyOf } from './small-frame.fixture.ts';
import { type Expression, parseFormula } from './syntax.ts';
import type { Value } from './value.ts';

/** Formulas drawn at random over drawn families, computed again by a plain walk over BigInt fractions. */

const citation = { rule: 'DB-13', source: '测试用规定' };
const field = (name: string, type: string, range?: readonly [number, number]): Field => ({
  ...{ name, level: 'member', title: name, type, read: (record) => record[name] ?? null },
  ...(range ? { range } : {}),
});

const JOBS = ['farm', 'shop', 'none'] as const;
const figure = fc.nat(2000).map((each) => `${each} fen`);
const times = fc.oneof(
  fc.nat(300).map((each) => `* ${each}%`),
  fc.integer({ min: 1, max: 9 }).map((each) => `/ ${each}`),
);
const operators = fc.constantFrom('<', '<=', '>', '>=', '=', '<>');
const rounding = fc.tuple(
  fc.constantFrom('down', 'up', 'half-up'),
  fc.integer({ min: 1, max: 100 }),
);
type Text = fc.Arbitrary<string>;

/** A figure and a condition at one level, out of what that level has to offer. */
function formulas(figures: Text, conditions: Text): { figure: Text; condition: Text } {
  const drawn = fc.letrec<{ figure: string; condition: string }>((tie) => {
    const [a, b, c] = [tie('figure'), tie('figure'), tie('condition')];
    return {
      figure: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof(figures, figure),
        fc.tuple(a, fc.constantFrom('+', '-'), b).map((parts) => `(${parts.join(' ')})`),
        fc.tuple(a, times).map((parts) => `(${parts.join(' ')})`),
        fc.tuple(fc.constantFrom('max', 'min'), a, b).map(([name, x, y]) => `${name}(${x}, ${y})`),
        fc.tuple(a, rounding).map(([of, [way, step]]) => `round(${of}, '${way}', ${step} fen)`),
        fc.tuple(c, a, b).map(([when, x, y]) => `(if ${when} then ${x} else ${y})`),
      ),
      condition: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        conditions,
        fc.tuple(a, operators, b).map((parts) => `(${parts.join(' ')})`),
        fc
          .tuple(c, fc.constantFrom('and', 'or'), tie('condition'))
          .map((parts) => `(${parts.join(' ')})`),
        c.map((of) => `(not ${of})`),
      ),
    };
  });
  return drawn;
}

const ofMember = formulas(
  fc.constantFrom('pay', 'costs'),
  fc.oneof(
    fc.constantFrom('works', 'yes', 'no'),
    fc.constantFrom(...JOBS).map((job) => `job = '${job}'`),
    fc
      .subarray([...JOBS], { minLength: 1 })
      .map((jobs) => `job in (${jobs.map((job) => `'${job}'`).join(', ')})`),
  ),
);
const ofHousehold = formulas(
  fc.oneof(
    ofMember.figure.map((each) => `sum(member: ${each})`),
    fc
      .tuple(ofMember.condition, ofMember.figure)
      .map(([when, of]) => `sum(member where ${when}: ${of})`),
  ),
  fc.oneof(
    ofMember.condition.map((each) => `any(member where ${each})`),
    ofMember.condition.map((each) => `all(member: ${each})`),
    fc
      .tuple(ofMember.condition, fc.nat(3))
      .map(([when, count]) => `count(member where ${when}) > ${count} persons`),
  ),
);

const anyMember = fc.record({
  pay: fc.nat(3000),
  costs: fc.nat(3000),
  works: fc.boolean(),
  job: fc.constantFrom(...JOBS),
});
type Member = Record<string, unknown>;

function found(formula: string, type: string, members: readonly Member[]): Value {
  const set = getRuleSet({
    ...{ scheme: 'test', version: '1', parameters: [] },
    fields: [
      field('pay', 'fen', [0, 3000]),
      field('costs', 'fen', [0, 3000]),
      field('works', 'yes/no'),
      field('job', 'code JOB'),
    ],
    rules: [{ ...{ name: 'result', title: '结果', level: 'household', type, formula, citation } }],
    codes: {
      JOB: { farm: '务农', shop: '经商', none: '无业' },
      ROUNDING: { down: '舍去', up: '进一', 'half-up': '四舍五入' },
    },
  });
  return evaluation(set, () => {
    throw new Error('no parameters here');
  }).find('result', familyOf(...members)).value;
}

type Fraction = { readonly top: bigint; readonly bottom: bigint };
type Plain = Fraction | boolean | string;

function plainly(tree: Expression, members: readonly Member[], member: Member = {}): Plain {
  const at = (of: Expression, each = member) => plainly(of, members, each);
  const figureOf = (of: Expression, each = member) => at(of, each) as Fraction;
  switch (tree.is) {
    case 'number':
      return fractionOf(tree.value);
    case 'yes/no':
      return tree.value;
    case 'code':
      return tree.code;
    case 'name': {
      const recorded = member[tree.name];
      return typeof recorded === 'number'
        ? { top: BigInt(recorded), bottom: 1n }
        : (recorded as Plain);
    }
    case 'not':
      return !at(tree.of);
    case 'and':
      return Boolean(at(tree.left)) && Boolean(at(tree.right));
    case 'or':
      return Boolean(at(tree.left)) || Boolean(at(tree.right));
    case 'in':
      return tree.codes.includes(String(at(tree.of)));
    case 'if':
      return at(at(tree.condition) ? tree.then : tree.else);
    case 'sum':
    case 'count':
    case 'any':
    case 'all': {
      const { where, of } = tree;
      const chosen = members.filter((each) => !where || at(where, each));
      if (tree.is === 'any') return chosen.length > 0;
      if (tree.is === 'all') return chosen.every((each) => of && at(of, each));
      return chosen.reduce<Fraction>(
        (sum, each) => combine('+', sum, of ? figureOf(of, each) : { top: 1n, bottom: 1n }),
        { top: 0n, bottom: 1n },
      );
    }
    case 'call':
      return calledPlainly(
        tree.name,
        tree.given.map((each) => at(each)),
      );
    case '+':
    case '-':
    case '*':
    case '/':
      return combine(tree.is, figureOf(tree.left), figureOf(tree.right));
    case 'in-list':
    case 'cell':
    case 'unknown':
      throw new Error(`not drawn: ${tree.is}`);
    default:
      return compared(tree.is, at(tree.left), at(tree.right));
  }
}

function combine(operator: string, a: Fraction, b: Fraction): Fraction {
  const bottom = a.bottom * b.bottom;
  if (operator === '+') return { top: a.top * b.bottom + b.top * a.bottom, bottom };
  if (operator === '-') return { top: a.top * b.bottom - b.top * a.bottom, bottom };
  if (operator === '*') return { top: a.top * b.top, bottom };
  return { top: a.top * b.bottom, bottom: a.bottom * b.top };
}

function compared(operator: string, a: Plain, b: Plain): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return (a === b) === (operator === '=');
  const gap = a.top * b.bottom - b.top * a.bottom;
  if (operator === '=') return gap === 0n;
  if (operator === '<>') return gap !== 0n;
  if (operator === '<') return gap < 0n;
  if (operator === '<=') return gap <= 0n;
  return operator === '>' ? gap > 0n : gap >= 0n;
}

function calledPlainly(name: string, given: readonly Plain[]): Fraction {
  const [first, second, third] = given as [Fraction, Fraction, Fraction];
  if (name !== 'round')
    return compared(name === 'max' ? '>=' : '<=', first, second) ? first : second;
  const size = combine('/', first, third);
  const floor = size.top / size.bottom - (size.top < 0n && size.top % size.bottom !== 0n ? 1n : 0n);
  const rest = size.top - floor * size.bottom;
  const direction = given[1] as unknown as string;
  const up =
    rest > 0n && (direction === 'up' || (direction === 'half-up' && rest * 2n >= size.bottom));
  return combine('*', { top: floor + (up ? 1n : 0n), bottom: 1n }, third);
}

function sameFigure(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom === b.top * a.bottom;
}

const families = fc.array(anyMember, { minLength: 0, maxLength: 4 });

describe('任何算式、任何家庭：结果与大整数分数逐步计算的相同', () => {
  test('数', () => {
    fc.assert(
      fc.property(ofHousehold.figure, families, (formula, members) => {
        const value = found(formula, 'fen', members);
        if (value.kind !== 'number' || !isPoint(value.range)) throw new Error('not known');
        const expected = plainly(parseFormula(formula), members) as Fraction;
        expect(sameFigure(fractionOf(value.range.low), expected), formula).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('是否', () => {
    fc.assert(
      fc.property(ofHousehold.condition, families, (formula, members) => {
        const value = found(formula, 'yes/no', members);
        const expected = plainly(parseFormula(formula), members);
        expect(value, formula).toMatchObject({ kind: 'yes/no', value: expected });
      }),
      { numRuns: 300 },
    );
  });

  test('抹去几项事实：真实的数在所给的范围内，有结论的结论不变，没有结论的写明缺什么', () => {
    const hidden = fc.array(fc.subarray(['pay', 'costs', 'works', 'job']), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(ofHousehold.figure, families, hidden, (formula, members, without) => {
        const partial = members.map((each, index) => ({
          ...each,
          ...Object.fromEntries((without[index] ?? []).map((name) => [name, null])),
        }));
        const [value, full] = [found(formula, 'fen', partial), found(formula, 'fen', members)];
        if (value.kind !== 'number' || full.kind !== 'number' || full.range.low === null) {
          throw new Error('no figure');
        }
        const { low, high } = value.range;
        expect(low === null || compare(low, full.range.low) <= 0, formula).toBe(true);
        expect(high === null || compare(full.range.low, high) <= 0, formula).toBe(true);
        expect(value.missing.length > 0, formula).toBe(!isPoint(value.range));
      }),
      { numRuns: 300 },
    );
  });
});
