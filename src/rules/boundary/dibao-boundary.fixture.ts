import { earned, family, person } from '../worked-case.ts';
import { along, type BoundaryCase } from './boundary-case.fixture.ts';

const withIncome = (amount: number, size = 1) => ({
  members: family(size),
  incomes: [earned('i', amount)],
});
const jailed = { members: [person('a', { specialStatus: 'serving-sentence' })] };
const perHead = (give: string) => ({
  amountMethod: 'per-head',
  perHeadAmount: [{ title: '每人', give }],
});
const byClass = (give: string) => ({
  amountMethod: 'by-class',
  classAmount: [{ title: '每人', give }],
});
const tiers = {
  amountMethod: 'tiers',
  tierTable: [
    { title: '一档', upTo: 40_000, amount: 50_000 },
    { title: '二档', upTo: 80_000, amount: 30_000 },
  ],
};

const amountBoundaries: readonly BoundaryCase[] = [
  ...along(
    '第649号第九条：低于低保标准',
    { rule: 'incomeBelowStandard' },
    [
      [79_999, true],
      [80_000, false],
      [80_001, false],
    ],
    (amount) => ({ facts: withIncome(amount) }),
  ),
  { title: '没有计入的人的，不符合', rule: 'eligible', facts: jailed, is: false },
  ...along(
    '一个人、两个人的家庭',
    { rule: 'eligible' },
    [
      [1, true],
      [2, true],
    ],
    (size) => ({ facts: withIncome(0, size) }),
  ),
  ...along(
    '第二十三条：先对人均取整的，人均100.01元按100元',
    { rule: 'perCapitaForAmount' },
    [
      ['per-capita', 10_000],
      ['end', 10_001],
    ],
    (roundingAt) => ({
      facts: withIncome(10_001),
      place: { roundingAt, roundingDirection: 'down', roundingStep: 100 },
    }),
  ),
  ...along(
    '第二十三条：对每人补助额取整的，699.99元按700元',
    { rule: 'perHeadBenefit' },
    [
      ['per-head', 70_000],
      ['end', 69_999],
    ],
    (roundingAt) => ({
      facts: withIncome(10_001),
      place: { roundingAt, roundingDirection: 'up', roundingStep: 100 },
    }),
  ),
  {
    ...{ title: '第二十三条：分档', rule: 'perHeadExact', is: 50_000 },
    ...{ facts: withIncome(40_000), place: tiers },
  },
  {
    ...{ title: '第二十三条：按算式', rule: 'perHeadExact', is: 12_300 },
    ...{ facts: withIncome(40_000), place: perHead('123 yuan/month/person') },
  },
  { title: '第二十三条：补差', rule: 'perHeadExact', facts: withIncome(40_000), is: 40_000 },
  {
    ...{ title: '按人员类别定额', rule: 'regularBenefit', is: 2 * 30_000 },
    ...{ facts: withIncome(0, 2), place: byClass('300 yuan/month') },
  },
  { title: '补差', rule: 'regularBenefit', facts: withIncome(0, 2), is: 160_000 },
  ...along(
    '每人补助额等于标准的可以，高一分的不可以',
    { rule: 'amountWithinStandard' },
    [
      [79_999, true],
      [80_000, true],
      [80_001, false],
    ],
    (fen) => ({ facts: withIncome(0), place: perHead(`${fen} fen/month/person`) }),
  ),
  ...along(
    '一类人员的补助额等于标准的可以，高一分的不可以，别人低也不能抵',
    { rule: 'amountWithinStandard' },
    [
      [79_999, true],
      [80_000, true],
      [80_001, false],
    ],
    (fen) => ({
      facts: withIncome(0, 2),
      place: {
        amountMethod: 'by-class',
        classAmount: [
          { title: '申请人', when: "relation = 'self'", give: `${fen} fen/month` },
          { title: '其他', give: '0 fen/month' },
        ],
      },
    }),
  ),
];

const disabled = (disabilityKind: string, disabilityGrade: number) =>
  person('a', { disabilityKind: disabilityKind as 'mental', disabilityGrade });
const kindCases = (rule: string, expected: readonly (readonly [string, number, boolean])[]) =>
  expected.map(
    ([kind, grade, is]): BoundaryCase => ({
      title: `${kind}残疾${grade}级`,
      ...{ rule, of: 'a', is, facts: { members: [disabled(kind, grade)] } },
    }),
  );

const disabilityBoundaries: readonly BoundaryCase[] = [
  ...kindCases('isSeverelyDisabled', [
    ['physical', 1, true],
    ['physical', 2, true],
    ['physical', 3, false],
    ['none', 1, false],
  ]),
  ...kindCases('disabledForAlone', [
    ['physical', 1, true],
    ['physical', 2, true],
    ['physical', 3, false],
    ['intellectual', 2, true],
    ['intellectual', 3, true],
    ['intellectual', 4, false],
    ['mental', 3, true],
    ['mental', 4, false],
    ['none', 1, false],
  ]),
  ...along(
    '83号：无业的成年重度残疾人',
    { rule: 'unemployedDisabled', of: 'a' },
    [
      ['registered-unemployed', true],
      ['unemployed', true],
      ['not-able', true],
      ['employed', false],
    ],
    (employment) => ({ facts: { members: [{ ...disabled('physical', 2), employment }] } }),
  ),
];

/** Above the standard and below one and a half times of it: a 边缘 family in which one may apply alone. */
const marginFamily = (changed: Parameters<typeof person>[1], own = 0) => ({
  members: [
    person('a', { currentScheme: 'none' }),
    person('x', { specialHardship: false, ...changed }),
  ],
  incomes: [earned('i', 200_000 - own), earned('j', own, { member: 'x' })],
});
const severe = { disabilityKind: 'physical', disabilityGrade: 2 } as const;
const clergy = { specialStatus: 'clergy', clergyApartSince: '2020-01-01' } as const;
const grown = { employment: 'not-able', ...severe } as const;
const ofX = (rule: string) => ({ rule, of: 'x' });
const alone = (own: number, changed: Parameters<typeof person>[1] = severe) =>
  marginFamily(changed, own);
const family2 = { aloneIncomeBasis: 'family' };
const rich = (changed: Parameters<typeof person>[1]) => ({
  ...marginFamily(changed),
  incomes: [earned('i', 900_000)],
});
const county = { aloneExtraRule: [{ title: '县定', when: 'seriouslyIll', give: 'yes' }] };

const aloneBoundaries: readonly BoundaryCase[] = [
  {
    ...{ title: '低保家庭里没有单人户', ...ofX('aloneDoor'), is: 'none' },
    facts: { members: [person('a'), person('x', severe)] },
  },
  ...along(
    '第八条：本人收入低于标准',
    ofX('aloneEligible'),
    [
      [79_999, true],
      [80_000, false],
      [80_001, false],
    ],
    (own) => ({ facts: alone(own) }),
  ),
  ...along(
    '单人户的收入：只算本人，或者按全家人均',
    ofX('aloneIncome'),
    [
      ['own', 10_000],
      ['family', 100_000],
    ],
    (aloneIncomeBasis) => ({ facts: alone(10_000), place: { aloneIncomeBasis } }),
  ),
  {
    ...{ title: '教职人员只算本人', ...ofX('aloneIncome'), is: 10_000 },
    ...{ facts: alone(10_000, clergy), place: family2 },
  },
  {
    ...{ title: '不计赡养费的地方', ...ofX('aloneIncome'), is: 10_000 },
    ...{ facts: alone(10_000), place: { supportMethod: 'none' } },
  },
  {
    ...{ title: '没有可以单独申请的情形', ...ofX('aloneEligible'), is: false },
    facts: alone(0, { disabilityKind: 'physical', disabilityGrade: 3 }),
  },
  {
    ...{ title: '按全家人均核算的地方，边缘家庭的重残可以', ...ofX('aloneEligible'), is: true },
    ...{ facts: alone(0), place: family2 },
  },
  {
    ...{ title: '按全家人均核算的地方，教职人员仍看本人', ...ofX('aloneEligible'), is: true },
    ...{ facts: alone(0, clergy), place: family2 },
  },
  ...along(
    '不必是边缘家庭的三种情形',
    ofX('aloneEligible'),
    [
      ['clergy', true],
      ['unemployed-disabled', true],
      ['county', true],
    ],
    (door) => ({
      facts: rich({ clergy, 'unemployed-disabled': grown, county: { seriouslyIll: true } }[door]),
      place: county,
    }),
  ),
  ...along(
    '单人户补差：只算本人的补差，按全家的给全额，教职人员补差',
    ofX('aloneAmount'),
    [
      ['own', 70_000],
      ['family', 80_000],
    ],
    (aloneIncomeBasis) => ({ facts: alone(10_000), place: { aloneIncomeBasis } }),
  ),
  {
    ...{ title: '教职人员补差', ...ofX('aloneAmount'), is: 70_000 },
    ...{ facts: alone(10_000, clergy), place: family2 },
  },
];

const leaving = (reason: string, since: string) => ({
  ...withIncome(90_000),
  exit: { reason: reason as 'work', since, formerAmount: 30_000 },
});

const exitBoundaries: readonly BoundaryCase[] = [
  ...along(
    '第三十三条：因就业退出的可以渐退',
    { rule: 'exitMonths' },
    [
      ['work', 6],
      ['graduate', 6],
      ['public-post', 6],
      ['disabled-work', 6],
      ['pension', 0],
      ['other', 0],
    ],
    (reason) => ({ facts: leaving(reason, '2024-01-01') }),
  ),
  ...along(
    '83号：渐退不超过6个月',
    { rule: 'inGradualExit' },
    [
      ['2023-09-16', true],
      ['2023-09-15', false],
      ['2023-08-15', false],
    ],
    (since) => ({ facts: leaving('work', since) }),
  ),
];

const marginBoundaries: readonly BoundaryCase[] = [
  ...along(
    '第八条第二款：低于低保标准的1.5倍',
    { rule: 'incomeBelowMargin' },
    [
      [119_999, true],
      [120_000, false],
      [120_001, false],
    ],
    (amount) => ({ facts: withIncome(amount) }),
  ),
  { title: '没有计入的人的，不是边缘家庭', rule: 'inMargin', facts: jailed, is: false },
  ...along(
    '一个人、两个人的边缘家庭',
    { rule: 'inMargin' },
    [
      [1, true],
      [2, true],
    ],
    (size) => ({ facts: withIncome(100_000 * size, size) }),
  ),
];

export const dibaoBoundaries: readonly BoundaryCase[] = [
  ...amountBoundaries,
  ...disabilityBoundaries,
  ...aloneBoundaries,
  ...exitBoundaries,
  ...marginBoundaries,
];
