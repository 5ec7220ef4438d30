import { earned, family } from '../worked-case.ts';
import { along, type BoundaryCase, solo, tooMany } from './boundary-case.fixture.ts';

const relief = (kind: string, changed: object = {}) => ({
  relief: {
    ...{ kind: kind as 'emergency', cause: 'fire' as const, severity: 'general' as const },
    ...{ persons: 1, months: 1, days: 30, loss: 0, repeatJustified: false },
    ...changed,
  },
  pastReliefs: [],
});
const past = (...days: readonly string[]) =>
  days.map((grantedOn, index) => ({
    ...{ id: `r${index}`, grantedOn, cause: 'fire' as const, amount: 1000 },
  }));
const ofR = (rule: string) => ({ rule, of: 'r0' });

export const temporaryBoundaries: readonly BoundaryCase[] = [
  ...along(
    '急难型',
    { rule: 'isEmergency' },
    [
      ['emergency', true],
      ['small-fast', true],
      ['spending', false],
    ],
    (kind) => ({ facts: relief(kind) }),
  ),
  ...along(
    '支出型：低于上年度人均可支配收入',
    { rule: 'incomeBelowTemporaryLine' },
    [
      [199_999, true],
      [200_000, false],
      [200_001, false],
    ],
    (amount) => ({
      facts: { ...relief('spending'), incomes: [earned('i', amount)] },
      place: { disposableIncome: 2_400_000 },
    }),
  ),
  ...['dibao', 'margin', 'rigid'].flatMap((of): BoundaryCase[] => {
    const { assets, place } = tooMany(of);
    const facts = { ...relief('spending'), assets };
    const rule = { rule: 'temporaryPropertyMet', title: `财产条件：${of}` };
    const own = { ...place, rigidPropertyOf: 'own' };
    return [
      { ...rule, facts, place: { ...own, temporaryPropertyOf: of }, is: false },
      { ...rule, facts, place: { ...own, temporaryPropertyOf: 'none' }, is: true },
    ];
  }),
  ...along(
    '低保、特困、边缘、刚性家庭',
    { rule: 'isLowIncomeFamily' },
    [
      ['dibao', true],
      ['tekun', true],
      ['margin', true],
      ['rigid', true],
      ['none', false],
    ],
    (currentScheme) => ({
      facts: { ...solo({ currentScheme }), incomes: [earned('i', 500_000)] },
    }),
  ),
  ...along(
    '支出型',
    { rule: 'spendingTypeMet' },
    [
      ['spending', true],
      ['emergency', false],
    ],
    (kind) => ({ facts: relief(kind) }),
  ),
  ...along(
    '47号：同一事由',
    ofR('sameCause'),
    [
      ['fire', true],
      ['illness', false],
    ],
    (cause) => ({ facts: { ...relief('emergency', { cause }), pastReliefs: past('2024-01-15') } }),
  ),
  ...along(
    '47号：同一事由12个月内',
    ofR('sameCause'),
    [
      ['2023-03-16', true],
      ['2023-03-15', false],
      ['2023-02-15', false],
    ],
    (day) => ({ facts: { ...relief('emergency'), pastReliefs: past(day) } }),
  ),
  ...along(
    '47号：同一事由按自然年度',
    ofR('sameCause'),
    [
      ['2023-12-31', false],
      ['2024-01-01', true],
      ['2024-01-02', true],
    ],
    (day) => ({
      facts: { ...relief('emergency'), pastReliefs: past(day) },
      place: { temporarySameCauseByYear: true },
    }),
  ),
  ...along(
    '一个自然年度两次',
    { rule: 'withinYearlyCount' },
    [
      [1, true],
      [2, false],
      [3, false],
    ],
    (count) => ({
      facts: {
        ...relief('emergency'),
        pastReliefs: past(...['2024-01-01', '2024-01-02', '2024-01-03'].slice(0, count)),
      },
      place: { temporaryYearlyCount: 2 },
    }),
  ),
  ...along(
    '自然年度从1月1日起算',
    { rule: 'withinYearlyCount' },
    [
      ['2023-12-31', true],
      ['2024-01-01', false],
      ['2024-01-02', false],
    ],
    (day) => ({
      facts: { ...relief('emergency'), pastReliefs: past(day) },
      place: { temporaryYearlyCount: 1 },
    }),
  ),
  ...along(
    '遇到的困难',
    { rule: 'temporaryEligible' },
    [
      ['emergency', true],
      ['small-fast', true],
      ['spending', true],
      ['none', false],
    ],
    (kind) => ({ facts: relief(kind) }),
  ),
  ...along(
    '小额快救的限额按人或者按户',
    { rule: 'smallFastCap' },
    [
      ['person', 240_000],
      ['household', 80_000],
    ],
    (smallFastPer) => ({
      facts: { members: family(3), ...relief('small-fast', { persons: 3 }) },
      place: { smallFastPer },
    }),
  ),
  ...along(
    '小额快救受限额，急难型不受',
    { rule: 'temporaryAmount' },
    [
      ['small-fast', 80_000],
      ['emergency', 160_000],
    ],
    (kind) => ({ facts: relief(kind) }),
  ),
  ...along(
    '乡镇可以确认的限额，等于的可以',
    { rule: 'withinTownship' },
    [
      [159_999, false],
      [160_000, true],
      [160_001, true],
    ],
    (ceiling) => ({
      facts: relief('emergency'),
      place: { townshipCeiling: [{ title: '每户', give: `${ceiling} fen` }] },
    }),
  ),
  ...along(
    '特别重大困难一事一议',
    { rule: 'needsCoordination' },
    [
      ['extreme', true],
      ['severe', false],
    ],
    (severity) => ({ facts: relief('emergency', { severity }) }),
  ),
];
