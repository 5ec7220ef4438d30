import type { HouseholdFactsInput } from '../facts.ts';
import { person } from '../worked-case.ts';
import { along, type BoundaryCase } from './boundary-case.fixture.ts';

type Supporter = NonNullable<HouseholdFactsInput['supporters']>[number];
const supported = (changed: Partial<Supporter>) => ({
  members: [person('a', { birth: '1950-01-01' })],
  supporters: [
    {
      ...{ id: 's', supports: 'a', relation: 'child', familySize: 3, exemption: 'none' },
      ...{ familyMonthlyIncome: 900_000, ownMonthlyIncome: 300_000, supportedPersons: 2 },
      ...{ agreedMonthly: 0, actualMonthly: 5000 },
      ...changed,
    } as Supporter,
  ],
});
const estimating = (supportMethod: string) => ({
  supportMethod,
  ...{ supportThresholdPercent: 200, supportRatePercent: 50 },
  supportRule: [{ title: '另定', give: '123 yuan/month' }],
});
const asked = (rule: string) => ({ rule, of: 's' });

const supportBoundaries: readonly BoundaryCase[] = [
  ...along(
    '免予计算的情形',
    asked('supportExempt'),
    [
      ['none', false],
      ['dibao', true],
    ],
    (exemption) => ({ facts: supported({ exemption }) }),
  ),
  ...along(
    '按供养关系适用给付人收入比例',
    asked('supportEstimate'),
    [
      ['parent', 60_000],
      ['child', 0],
    ],
    (relation) => ({
      facts: supported({ relation }),
      place: { supportShareRelations: ['parent'], supportSharePercent: 20 },
    }),
  ),
  ...along(
    '推算的办法',
    asked('supportEstimate'),
    [
      ['per-capita-excess', 35_000],
      ['family-excess', 105_000],
      ['by-rule', 12_300],
      ['court-first', 0],
    ],
    (method) => ({ facts: supported({}), place: estimating(method) }),
  ),
  ...along(
    '给付的计入',
    asked('supportAmount'),
    [
      ['none', 0],
      ['actual-only', 5000],
      ['court-first', 5000],
    ],
    (supportMethod) => ({ facts: supported({}), place: { supportMethod } }),
  ),
  ...along(
    '有裁判、协议的从其约定：零是没有约定',
    asked('supportAmount'),
    [
      [0, 35_000],
      [1, 5000],
    ],
    (agreedMonthly) => ({
      facts: supported({ agreedMonthly }),
      place: estimating('per-capita-excess'),
    }),
  ),
  ...along(
    '不计入的地方合计为零',
    { rule: 'supportIncome' },
    [
      ['none', 0],
      ['court-first', 5000],
    ],
    (supportMethod) => ({ facts: supported({}), place: { supportMethod } }),
  ),
];

const spent = (kind: 'medical' | 'housing') => ({
  spendings: [{ id: 'p', member: 'a', kind, ownShare: 1000, aidReceived: 400 }],
});

type Asset = Partial<NonNullable<HouseholdFactsInput['assets']>[number]>;
const owning = (...assets: readonly Asset[]) => ({
  assets: assets.map((each, index) => ({
    ...{ id: `p${index}`, owner: 'a', kind: 'deposit' as const, necessary: false },
    ...each,
  })),
});
const many = (count: number, asset: Asset) => owning(...Array.from({ length: count }, () => asset));

const FINANCIAL = ['deposit', 'securities', 'fund', 'insurance', 'claim', 'internet-finance'];

const figureBoundaries: readonly BoundaryCase[] = [
  ...along(
    '扣减的刚性支出种类',
    { rule: 'rigidSpending' },
    [
      ['medical', 600],
      ['housing', 0],
    ],
    (kind) => ({ facts: spent(kind), place: { spendingKinds: ['medical'] } }),
  ),
  ...along(
    '第十四条：金融资产的种类',
    { rule: 'financialTotal' },
    [...FINANCIAL.map((kind) => [kind, 7] as const), ['fixture', 0]],
    (kind) => ({ facts: owning({ kind: kind as 'deposit', value: 7 }) }),
  ),
  ...along(
    '非居住用房',
    { rule: 'countedNonResidential' },
    [
      ['non-residential', 1],
      ['house', 0],
    ],
    (kind) => ({ facts: owning({ kind }) }),
  ),
  ...along(
    '注册资本',
    { rule: 'registeredCapitalTotal' },
    [
      ['market-entity', 9],
      ['house', 0],
    ],
    (kind) => ({ facts: owning({ kind, registeredCapital: 9 }) }),
  ),
];

/** The limits of one scheme's property test, each around its own line. */
function propertyBoundaries(prefix: string): BoundaryCase[] {
  const rule = (name: string) => ({ rule: `${prefix}${name}` });
  const limit = (name: string, value: unknown) => ({ [`${prefix}${name}`]: value });
  const always = (give: string) => [{ title: '一律', give }];
  const within = [true, true, false];
  const around = (line: number) =>
    [line - 1, line, line + 1].map((x, index) => [x, within[index] ?? false] as const);
  return [
    ...along(
      `${prefix}：金融资产等于限额的符合`,
      rule('FinancialWithin'),
      around(5000),
      (value) => ({
        facts: owning({ value }),
        place: limit('FinancialLimit', always('5000 fen')),
      }),
    ),
    ...along(`${prefix}：车辆等于上限的符合`, rule('VehiclesWithin'), around(1), (count) => ({
      facts: many(count, { kind: 'vehicle', vehicleUse: 'private' }),
      place: { ...limit('VehicleCounts', always('yes')), ...limit('VehiclesLimit', 1) },
    })),
    ...along(`${prefix}：住房等于上限的符合`, rule('HomesWithin'), around(1), (count) => ({
      facts: many(count, { kind: 'house', houseKind: 'commercial' }),
      place: limit('HomesLimit', 1),
    })),
    ...along(`${prefix}：住房面积等于上限的符合`, rule('HomeAreaWithin'), around(90), (area) => ({
      facts: owning({ kind: 'house', houseKind: 'commercial', areaSquareMetres: area }),
      place: limit('HomeAreaLimit', always('90 square-metres')),
    })),
    {
      ...{ title: `${prefix}：不是住房的不计面积`, ...rule('HomeArea'), is: 0 },
      facts: owning({ kind: 'non-residential', areaSquareMetres: 50 }),
      place: limit('HomeAreaLimit', always('90 square-metres')),
    },
    ...along(
      `${prefix}：非居住用房等于上限的符合`,
      rule('NonResidentialWithin'),
      around(1),
      (count) => ({
        facts: many(count, { kind: 'non-residential' }),
        place: limit('NonResidentialLimit', 1),
      }),
    ),
    ...along(
      `${prefix}：注册资本等于限额的符合`,
      rule('CapitalWithin'),
      around(100),
      (capital) => ({
        facts: owning({ kind: 'market-entity', registeredCapital: capital }),
        place: limit('CapitalLimit', 100),
      }),
    ),
    ...along(
      `${prefix}：应计的车辆、船舶、大型农机`,
      { ...rule('VehicleIn'), of: 'p0' },
      [
        ['vehicle', true],
        ['machine', true],
        ['house', false],
      ],
      (kind) => ({ facts: owning({ kind }), place: limit('VehicleCounts', always('yes')) }),
    ),
    ...along(
      `${prefix}：公租房不计`,
      { ...rule('HomeIn'), of: 'p0' },
      [
        ['commercial', true],
        ['public-rental', false],
      ],
      (houseKind) => ({ facts: owning({ kind: 'house', houseKind }) }),
    ),
    {
      ...{ title: `${prefix}：不是住房的不计`, ...rule('HomeIn'), of: 'p0', is: false },
      facts: owning({ kind: 'non-residential' }),
    },
  ];
}

export const economyBoundaries: readonly BoundaryCase[] = [
  ...supportBoundaries,
  ...figureBoundaries,
  ...['dibao', 'margin', 'rigid', 'tekun'].flatMap(propertyBoundaries),
];
