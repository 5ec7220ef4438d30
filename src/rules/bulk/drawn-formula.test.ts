import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DrawnMember,
  drawnFrame,
  families,
  hidden,
  ofHousehold,
  without,
} from '../language/drawn-formula.fixture.ts';
import { evaluation } from '../language/evaluate.ts';
import type { RuleSet } from '../language/named.ts';
import { isPoint } from '../language/range.ts';
import { getRuleSet } from '../language/rule-set.ts';
import { familyOf } from '../language/small-frame.fixture.ts';
import type { Result } from './result.ts';
import { decidedFast, factsOf, found, ran } from './small-run.fixture.ts';

/** Drawn formulas over drawn families: the generated function against the exact evaluator. */

const nothing = () => {
  throw new Error('no parameters here');
};

function exactly(set: RuleSet, members: readonly DrawnMember[]): Result {
  const { value } = evaluation(set, nothing).find('result', familyOf(...members));
  if (value.kind === 'yes/no') return value.value;
  return value.kind === 'number' && isPoint(value.range) ? value.range.low : null;
}

const groups = fc.array(families, { minLength: 1, maxLength: 8 });

describe('任何算式、任何家庭：成批生成的函数与逐户核算相同', () => {
  test.each([
    ['数', 'fen', ofHousehold.figure],
    ['是否', 'yes/no', ofHousehold.condition],
  ] as const)('%s', (_title, type, formulas) => {
    fc.assert(
      fc.property(formulas, groups, (formula, drawn) => {
        const text = drawnFrame(formula, type);
        const set = getRuleSet(text);
        const facts = drawn.map((members) => factsOf(members));
        const run = ran(text, facts, [['result']], () => ({ set, valueOf: nothing }));
        expect(run.refusals).toEqual([]);
        expect(decidedFast(run)).toBe(drawn.length);
        for (const [position, members] of drawn.entries()) {
          expect(found(run, position, 'result'), formula).toEqual(exactly(set, members));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('抹去几项事实：函数要么不作结论，要么与逐户核算的结论相同', () => {
    let [decided, left] = [0, 0];
    fc.assert(
      fc.property(ofHousehold.condition, groups, hidden, (formula, drawn, names) => {
        const text = drawnFrame(formula, 'yes/no');
        const set = getRuleSet(text);
        const partial = drawn.map((members) => without(members, names));
        const facts = partial.map((members) => factsOf(members));
        const run = ran(text, facts, [['result']], () => ({ set, valueOf: nothing }));
        for (const [position, members] of partial.entries()) {
          const result = found(run, position, 'result');
          if (result === null) left += 1;
          else {
            decided += 1;
            expect(result, formula).toEqual(exactly(set, members));
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(decided).toBeGreaterThan(100);
    expect(left).toBeGreaterThan(100);
  });
});
