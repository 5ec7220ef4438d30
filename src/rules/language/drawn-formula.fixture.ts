import fc from 'fast-check';
import type { Field, RuleSetText } from './declaration.ts';

/** Formulas drawn at random, and families to compute them for. */

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
export const ofHousehold = formulas(
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
export type DrawnMember = Record<string, unknown>;

export const families = fc.array(anyMember, { minLength: 0, maxLength: 4 });

/** The facts of a member that a family may leave open, for each of its members. */
export const hidden = fc.array(fc.subarray(['pay', 'costs', 'works', 'job']), {
  minLength: 4,
  maxLength: 4,
});

/** The family without what is hidden. */
export function without(
  members: readonly DrawnMember[],
  names: readonly (readonly string[])[],
): DrawnMember[] {
  return members.map((each, index) => ({
    ...each,
    ...Object.fromEntries((names[index] ?? []).map((name) => [name, null])),
  }));
}

/** A frame with the one drawn rule, `result` of the household. */
export function drawnFrame(formula: string, type: string): RuleSetText {
  return {
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
  };
}
