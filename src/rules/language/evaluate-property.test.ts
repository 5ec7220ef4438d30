import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DrawnMember,
  drawnFrame,
  families,
  hidden,
  ofHousehold,
  without,
} from './drawn-formula.fixture.ts';
import { evaluation } from './evaluate.ts';
import { isPoint } from './range.ts';
import { compare, fractionOf } from './rational.ts';
import { getRuleSet } from './rule-set.ts';
import { familyOf } from './small-frame.fixture.ts';
import { type Expression, parseFormula } from './syntax.ts';
import type { Value } from './value.ts';

/** Drawn formulas over drawn families, computed again by a plain walk over BigInt fractions. */

function found(formula: string, type: string, members: readonly DrawnMember[]): Value {
  return evaluation(getRuleSet(drawnFrame(formula, type)), () => {
    throw new Error('no parameters here');
  }).find('result', familyOf(...members)).value;
}

type Fraction = { readonly top: bigint; readonly bottom: bigint };
type Plain = Fraction | boolean | string;

function plainly(
  tree: Expression,
  members: readonly DrawnMember[],
  member: DrawnMember = {},
): Plain {
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
    fc.assert(
      fc.property(ofHousehold.figure, families, hidden, (formula, members, names) => {
        const partial = without(members, names);
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
