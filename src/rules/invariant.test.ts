import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HouseholdFactsInput } from './facts.ts';
import { assessed, household, person, placeWith } from './worked-case.ts';

type IncomeInput = NonNullable<HouseholdFactsInput['incomes']>[number];

/** Days of birth that fit beside an applicant of 1980; for children both sides of the eighteenth birthday. */
const BIRTHS = {
  spouse: ['1950-01-01', '1980-01-01', '1999-12-31'],
  child: ['2000-01-01', '2006-03-15', '2006-03-16', '2020-01-01'],
  parent: ['1950-01-01', '1959-12-31'],
  sibling: ['1950-01-01', '1980-01-01', '2006-03-15', '2006-03-16', '2020-01-01'],
  'not-supported': ['1950-01-01', '1980-01-01', '2006-03-16'],
} as const;
type Relation = keyof typeof BIRTHS;

/** A family has one spouse and two parents at most, so each place in it has its own relations. */
const anyMember = (id: string, ...relations: readonly Relation[]) =>
  fc
    .constantFrom(...relations)
    .chain((relation) =>
      fc.record({
        relation: fc.constant(relation),
        birth: fc.constantFrom(...BIRTHS[relation]),
        livesTogetherMonths: fc.integer({ min: 0, max: 24 }),
        statutorySupport: fc.boolean(),
        specialStatus: fc.constantFrom(
          ...(['none', 'none', 'none', 'conscript', 'serving-sentence'] as const),
        ),
        disabilityKind: fc.constantFrom('none' as const, 'physical' as const),
        disabilityGrade: fc.integer({ min: 1, max: 4 }),
      }),
    )
    .map((changed) => person(id, changed));

const anyMembers = fc
  .tuple(
    anyMember('b', 'spouse', 'child', 'parent', 'sibling', 'not-supported'),
    anyMember('c', 'child', 'parent', 'sibling', 'not-supported'),
    anyMember('d', 'child', 'sibling', 'not-supported'),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([b, c, d, size]) => [person('a'), ...[b, c, d].slice(0, size)]);

const anyIncome = fc
  .record({
    kind: fc.constantFrom('wage', 'farming', 'rent', 'pension', 'gift', 'scholarship', 'other'),
    period: fc.constantFrom('per-month', 'per-year', 'once-in-window'),
    amount: fc.integer({ min: 0, max: 500_000 }),
    member: fc.nat(),
  } as const)
  .map((income) => income);

/** A supplement for the elderly. */
const elderly = (share: string) => [
  { title: '老年人', when: 'ageYears >= 60 years', give: `${share} * standard * 1 person` },
];

const anyPlace = fc
  .record({
    standard: fc.integer({ min: 10_000, max: 120_000 }),
    incomeWindow: fc.constantFrom(3, 6, 12),
    roundingAt: fc.constantFrom('per-capita', 'end'),
    roundingDirection: fc.constantFrom('down', 'up', 'half-up'),
    roundingStep: fc.constantFrom(1, 10, 100),
    memberSupplementRule: fc.constantFrom('not-used', elderly('10%'), elderly('30%')),
  })
  .map(placeWith);

const anyCase = fc
  .tuple(anyMembers, fc.array(anyIncome, { maxLength: 6 }), anyPlace)
  .map(([members, drawn, place]) => {
    const incomes = drawn.map(
      (each, index): IncomeInput => ({
        ...each,
        id: `i${index}`,
        member: members[each.member % members.length]?.id ?? 'a',
        costs: 0,
      }),
    );
    return { members, incomes, place };
  });

describe('任何家庭、任何取整办法下都成立', () => {
  test('多一项收入，金额不会增加', () => {
    fc.assert(
      fc.property(anyCase, anyIncome, ({ members, incomes, place }, more) => {
        const extra: IncomeInput = { ...more, id: 'more', member: 'a', costs: 0 };
        const before = assessed(household({ members, incomes }), place);
        const after = assessed(household({ members, incomes: [...incomes, extra] }), place);
        expect(Number(after.monthlyAmount)).toBeLessThanOrEqual(Number(before.monthlyAmount));
      }),
    );
  });

  test('成员和收入换个次序登记，结果不变', () => {
    fc.assert(
      fc.property(anyCase, ({ members, incomes, place }) => {
        const there = assessed(household({ members, incomes }), place);
        const back = assessed(
          household({ members: members.toReversed(), incomes: incomes.toReversed() }),
          place,
        );
        expect(back.outcome).toBe(there.outcome);
        expect(back.monthlyAmount).toBe(there.monthlyAmount);
        expect(back.perCapitaMonthly).toEqual(there.perCapitaMonthly);
      }),
    );
  });

  test('基本保障金不超过标准乘以计入的人数，也不为负', () => {
    fc.assert(
      fc.property(anyCase, ({ members, incomes, place }) => {
        const result = assessed(household({ members, incomes }), place);
        const most = Number(result.standard) * Number(result.householdSize);
        expect(Number(result.basicAmount)).toBeLessThanOrEqual(most);
        expect(Number(result.basicAmount)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('符合条件当且仅当人均收入低于标准（财产为空时），准确到分数', () => {
    fc.assert(
      fc.property(anyCase, ({ members, incomes, place }) => {
        const result = assessed(household({ members, incomes }), place);
        const { fen, over } = result.perCapitaMonthly ?? { fen: 0, over: 1 };
        const isBelow = fen < Number(result.standard) * over;
        expect(result.outcome).toBe(isBelow ? 'eligible' : 'not-eligible');
      }),
    );
  });

  test('同样的输入得同样的结果', () => {
    fc.assert(
      fc.property(anyCase, ({ members, incomes, place }) => {
        const facts = household({ members, incomes });
        expect(assessed(facts, place)).toEqual(assessed(facts, place));
      }),
      { numRuns: 30 },
    );
  });

  test('抹去几项事实后若仍有结论，结论与补齐后相同', () => {
    const blank = fc.subarray([
      'relation',
      'birth',
      'specialStatus',
      'livesTogetherMonths',
      'amount',
    ]);
    fc.assert(
      fc.property(anyCase, blank, ({ members, incomes, place }, hidden) => {
        const hide = <T extends object>(each: T, keep: boolean): T =>
          keep
            ? each
            : {
                ...each,
                ...Object.fromEntries(
                  hidden.filter((key) => key in each).map((key) => [key, null]),
                ),
              };
        const full = assessed(household({ members, incomes }), place);
        const partial = assessed(
          household({
            members: members.map((each) => hide(each, each.id === 'a')),
            incomes: incomes.map((each, index) => hide(each, index % 2 === 0)),
          }),
          place,
        );
        if (partial.outcome === 'undecided') expect(partial.missing.length).toBeGreaterThan(0);
        else
          expect([partial.outcome, partial.monthlyAmount]).toEqual([
            full.outcome,
            full.monthlyAmount,
          ]);
      }),
      { numRuns: 300 },
    );
  });
});
