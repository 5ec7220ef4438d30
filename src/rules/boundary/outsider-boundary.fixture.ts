import type { HouseholdFactsInput } from '../facts.ts';
import { earned, person } from '../worked-case.ts';
import { along, type BoundaryCase } from './boundary-case.fixture.ts';

type Changed = Parameters<typeof person>[1];
type Facts = Partial<HouseholdFactsInput>;

/**
 * The applicant, and a parent who lives apart: not a co-living member (S57 a.7), so nothing of his or hers is
 * counted. Each case gives the other one something, and the family's figure stays as if it were not there.
 */
const withOutsider = (changed: Changed, more: Facts = {}) => ({
  members: [
    person('a', { currentScheme: 'none', cannotFindWork: false }),
    person('x', { relation: 'parent', livesTogether: false, currentScheme: 'none', ...changed }),
  ],
  ...more,
});
const JAILED = { relation: 'child', specialStatus: 'serving-sentence' } as const;

const composition = (
  [
    ['illPersons', { seriouslyIll: true }],
    ['disabledPersons', { disabilityKind: 'hearing', disabilityGrade: 4 }],
    ['minorPersons', { ...JAILED, birth: '2008-01-01' }],
    ['elderPersons', { birth: '1950-01-01' }],
    ['studentPersons', { ...JAILED, studentLevel: 'senior' }],
    ['ablePersons', { labourCapacity: 'full' }],
  ] as const
).map(
  ([rule, changed]): BoundaryCase => ({
    title: '第七条：不计入共同生活家庭成员的，家庭情况中不数',
    ...{ rule, is: 0, facts: withOutsider(changed) },
  }),
);

const supporter = {
  ...{ id: 's', supports: 'x', relation: 'child' as const, familySize: 3, familyMonthlyIncome: 0 },
  ...{ ownMonthlyIncome: 0, supportedPersons: 1, agreedMonthly: 900, actualMonthly: 900 },
  exemption: 'none' as const,
};
const spending = {
  ...{ id: 'p', member: 'x', kind: 'medical' as const, ownShare: 1000, aidReceived: 0 },
};
const always = (give: string) => [{ title: '一律', give }];

const money: readonly BoundaryCase[] = [
  {
    title: '第十三条：不计入的人的收入不计入家庭收入',
    ...{ rule: 'totalIncome', is: 12_000 },
    facts: withOutsider({}, { incomes: [earned('i', 1000), earned('j', 500, { member: 'x' })] }),
  },
  {
    title: '第十三条：给不计入的人的赡养费不计入',
    ...{ rule: 'supportIncome', is: 0 },
    facts: withOutsider({}, { supporters: [supporter] }),
  },
  {
    title: '第十三条：不计入的人的支出不扣减',
    ...{ rule: 'rigidSpending', is: 0, place: { spendingKinds: ['medical'] } },
    facts: withOutsider({}, { spendings: [spending] }),
  },
  {
    title: '第五条：不计入的人的支出不算刚性支出',
    ...{ rule: 'yearSpending', is: 0 },
    facts: withOutsider({}, { spendings: [spending] }),
  },
  {
    title: '83号：不计入的人没有劳动力系数',
    ...{ rule: 'coefficientIncome', is: 12_000 },
    facts: withOutsider({ cannotFindWork: false }),
    place: { labourCoefficient: always('100%'), coefficientBase: always('1000 fen/month') },
  },
  {
    title: '83号：不计入的人的劳动收入不抵推算的收入',
    ...{ rule: 'coefficientAddition', is: 12_000 },
    facts: withOutsider({}, { incomes: [earned('w', 500, { member: 'x', kind: 'wage' })] }),
    place: { labourCoefficient: always('100%'), coefficientBase: always('1000 fen/month') },
  },
];

type Asset = Partial<NonNullable<HouseholdFactsInput['assets']>[number]>;
const owning = (asset: Asset): Facts => ({
  assets: [{ id: 'p', owner: 'x', kind: 'deposit', necessary: false, ...asset }],
});

const figures = (
  [
    ['financialTotal', { value: 7 }],
    ['countedNonResidential', { kind: 'non-residential' }],
    ['registeredCapitalTotal', { kind: 'market-entity', registeredCapital: 9 }],
  ] as const
).map(
  ([rule, asset]): BoundaryCase => ({
    title: '第十四条：不计入的人的财产不计入',
    ...{ rule, is: 0, facts: withOutsider({}, owning(asset)) },
  }),
);

const HOME = { kind: 'house', houseKind: 'commercial', areaSquareMetres: 50 } as const;

const properties = ['dibao', 'margin', 'rigid', 'tekun'].flatMap((prefix): BoundaryCase[] => {
  const place = {
    [`${prefix}VehicleCounts`]: always('yes'),
    [`${prefix}HomeAreaLimit`]: always('90 square-metres'),
  };
  return (
    [
      ['Vehicles', { kind: 'vehicle', vehicleUse: 'private' }],
      ['Homes', HOME],
      ['HomeArea', HOME],
    ] as const
  ).map(([name, asset]) => ({
    title: `${prefix}：不计入的人的车辆、住房不计入`,
    ...{ rule: `${prefix}${name}`, is: 0, place, facts: withOutsider({}, owning(asset)) },
  }));
});

const benefit: readonly BoundaryCase[] = [
  {
    title: '第七条：不计入的人不全额享受',
    ...{ rule: 'fullStandardPersons', is: 1, facts: withOutsider({}) },
    place: { fullStandardFor: always('yes') },
  },
  {
    title: '第二十三条：不计入的人的定额高于标准的，不影响这一家',
    ...{ rule: 'amountWithinStandard', is: true, facts: withOutsider({}) },
    place: {
      amountMethod: 'by-class',
      classAmount: [
        { title: '申请人', when: "relation = 'self'", give: '100 yuan/month' },
        { title: '其他', give: '900 yuan/month' },
      ],
    },
  },
  ...along(
    '第四条第一项：共同生活的特困人员在，不认定；不计入的特困人员不影响',
    { rule: 'inRigid' },
    [
      [true, false],
      [false, true],
    ],
    (livesTogether) => ({
      facts: withOutsider(
        { currentScheme: 'tekun', livesTogether },
        {
          incomes: [earned('i', 200_000)],
          spendings: [{ ...spending, member: 'a', ownShare: 12 * 150_000 }],
        },
      ),
      place: { standard: 10_000, disposableIncome: 9_000_000 },
    }),
  ),
  ...along(
    '低收入家庭：有一名成员享受救助即是，不必人人都是；不计入的人享受的不算',
    { rule: 'isLowIncomeFamily' },
    [
      [true, true],
      [false, false],
    ],
    (livesTogether) => ({
      facts: withOutsider(
        { currentScheme: 'dibao', livesTogether },
        { incomes: [earned('i', 900_000)] },
      ),
    }),
  ),
  {
    title: '第八条：不计入的人，家中可以履行义务的成员是他的义务人',
    ...{ rule: 'noSupporter', of: 'x', is: false },
    facts: withOutsider({ birth: '1970-01-01' }, { supporters: [] }),
  },
];

/** S57 a.7: nothing of those who are not counted counts. */
export const outsiderBoundaries: readonly BoundaryCase[] = [
  ...composition,
  ...money,
  ...figures,
  ...properties,
  ...benefit,
];
