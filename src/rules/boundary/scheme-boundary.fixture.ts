import type { HouseholdFactsInput } from '../facts.ts';
import { earned, family, person } from '../worked-case.ts';
import { along, type BoundaryCase, solo, tooMany } from './boundary-case.fixture.ts';

const ofA = (rule: string) => ({ rule, of: 'a' });

/** Income 1,000 yuan a head, above 边缘 where the standard is low; spending in twelve months. */
const spending = (ownShare: number, kind = 'medical', publicPrice: number | null = null) => ({
  members: [person('a', { currentScheme: 'none' })],
  incomes: [earned('i', 100_000)],
  spendings: [
    { id: 'p', member: 'a', kind: kind as 'medical', ownShare, aidReceived: 0, publicPrice },
  ],
});
const LOW = { standard: 10_000, rigidRatioPercent: 60, disposableIncome: 2_400_000 };
const HALF = 12 * 60_000;

const rigidBoundaries: readonly BoundaryCase[] = [
  ...along(
    '第四条第四项：超出规定比例，正好等于的不算',
    { rule: 'rigidRatioMet' },
    [
      [HALF - 12, false],
      [HALF, false],
      [HALF + 12, true],
    ],
    (own) => ({ facts: spending(own), place: LOW }),
  ),
  ...along(
    '当地规定正好等于的也算',
    { rule: 'rigidRatioMet' },
    [
      [HALF - 12, false],
      [HALF, true],
      [HALF + 12, true],
    ],
    (own) => ({ facts: spending(own), place: { ...LOW, rigidRatioInclusive: true } }),
  ),
  ...along(
    '没有收入也没有支出的，不是支出大于收入；有一分支出的是',
    { rule: 'rigidRatioMet' },
    [
      [0, false],
      [1, true],
    ],
    (own) => ({ facts: { ...spending(own), incomes: [] }, place: LOW }),
  ),
  ...along(
    '第四条第二项：低于上年度人均可支配收入',
    { rule: 'incomeBelowRigidLine' },
    [
      [199_999, true],
      [200_000, false],
      [200_001, false],
    ],
    (amount) => ({ facts: { incomes: [earned('i', amount)] }, place: LOW }),
  ),
  {
    ...{ title: '没有计入的人的', rule: 'inRigid', is: false, place: LOW },
    facts: solo({ specialStatus: 'serving-sentence' }),
  },
  ...along(
    '一个人、两个人的家庭',
    { rule: 'inRigid' },
    [
      [1, true],
      [2, true],
    ],
    (size) => ({
      facts: {
        ...spending(HALF * 2 + 12),
        members: family(size).map((each) => ({ ...each, currentScheme: 'none' as const })),
        incomes: [earned('i', 100_000 * size)],
      },
      place: LOW,
    }),
  ),
  ...along(
    '第四条第一项：家庭中有特困人员的不认定',
    ofA('currentTekun'),
    [
      ['tekun', true],
      ['none', false],
    ],
    (currentScheme) => ({ facts: solo({ currentScheme }) }),
  ),
  ...along(
    '第五条：教育支出以公办收费为限，其他不限',
    { rule: 'countedSpending', of: 'p' },
    [
      ['education', 300],
      ['medical', 1000],
    ],
    (kind) => ({ facts: spending(1000, kind, 300) }),
  ),
  ...along(
    '第五条：计入的种类',
    { rule: 'yearSpending' },
    [
      ['medical', 1000],
      ['housing', 0],
    ],
    (kind) => ({ facts: spending(1000, kind) }),
  ),
  ...['own', 'dibao', 'margin'].flatMap((of): BoundaryCase[] => {
    const { assets, place } = tooMany(of === 'own' ? 'rigid' : of);
    const rule = { rule: 'rigidPropertyMet', title: `财产条件：${of}` };
    return [
      { ...rule, facts: { assets }, place: { ...place, rigidPropertyOf: of }, is: false },
      { ...rule, facts: { assets }, place: { ...place, rigidPropertyOf: 'none' }, is: true },
    ];
  }),
];

type Supporter = NonNullable<HouseholdFactsInput['supporters']>[number];
const supportedBy = (changed: Partial<Supporter>) => ({
  members: [person('a', { birth: '1950-01-01' })],
  supporters: [
    {
      ...{ id: 's', supports: 'a', relation: 'child', birth: '1980-01-01' },
      ...{ disabilityKind: 'none', ownMonthlyIncome: 0, actualMonthly: 0 },
      ...{ exemption: 'none', propertyWithinLimit: true },
      ...changed,
    } as Supporter,
  ],
});
const ofS = (rule: string) => ({ rule, of: 's' });

const supporterBoundaries: readonly BoundaryCase[] = [
  ...along(
    '第八条：本人收入低于上年人均可支配收入',
    ofS('supporterPoor'),
    [
      [3_600_001, true],
      [3_600_000, false],
      [3_599_999, false],
    ],
    (disposableIncome) => ({
      facts: supportedBy({ ownMonthlyIncome: 300_000 }),
      place: { disposableIncome },
    }),
  ),
  ...(
    [
      ['physical', 1, true],
      ['physical', 2, true],
      ['physical', 3, false],
      ['intellectual', 2, true],
      ['intellectual', 3, true],
      ['intellectual', 4, false],
      ['mental', 3, true],
      ['mental', 4, false],
      ['none', 1, false],
    ] as const
  ).map(
    ([disabilityKind, disabilityGrade, is]): BoundaryCase => ({
      title: `第八条第四项：${disabilityKind}${disabilityGrade}级`,
      ...{ ...ofS('supporterDisabled'), is },
      facts: supportedBy({ disabilityKind, disabilityGrade }),
    }),
  ),
  ...along(
    '第八条第二项：60周岁以上的低保对象',
    ofS('supporterUnable'),
    [
      ['1964-03-16', false],
      ['1964-03-15', true],
      ['1963-03-15', true],
    ],
    (birth) => ({ facts: supportedBy({ exemption: 'dibao', birth }) }),
  ),
  ...along(
    '第八条第三项：70周岁以上',
    ofS('supporterUnable'),
    [
      ['1954-03-16', false],
      ['1954-03-15', true],
      ['1953-03-15', true],
    ],
    (birth) => ({ facts: supportedBy({ birth }) }),
  ),
  ...along(
    '第八条第一项、第五项',
    ofS('supporterUnable'),
    [
      ['tekun', true],
      ['no-capacity', true],
      ['missing', true],
      ['serving-sentence', true],
      ['drug-treatment', false],
      ['none', false],
    ],
    (exemption) => ({ facts: supportedBy({ exemption }) }),
  ),
];

const personBoundaries: readonly BoundaryCase[] = [
  ...along(
    '第五条：60周岁以上',
    ofA('noLabourCapacity'),
    [
      ['1964-03-16', false],
      ['1964-03-15', true],
      ['1963-03-15', true],
    ],
    (birth) => ({ facts: solo({ birth }) }),
  ),
  ...along(
    '第五条：未满16周岁',
    ofA('noLabourCapacity'),
    [
      ['2008-03-16', true],
      ['2008-03-15', false],
      ['2007-03-15', false],
    ],
    (birth) => ({ facts: solo({ birth, currentScheme: 'none' }) }),
  ),
  ...(
    [
      ['intellectual', 2, true],
      ['intellectual', 3, true],
      ['intellectual', 4, false],
      ['mental', 3, true],
      ['physical', 1, true],
      ['physical', 2, true],
      ['physical', 3, false],
      ['visual', 1, true],
      ['visual', 2, false],
      ['hearing', 1, false],
    ] as const
  ).map(
    ([disabilityKind, disabilityGrade, is]): BoundaryCase => ({
      title: `第五条第三项：${disabilityKind}${disabilityGrade}级`,
      ...{ ...ofA('noLabourCapacity'), is },
      facts: solo({ disabilityKind, disabilityGrade }),
    }),
  ),
  ...along(
    '第二十四条第二款：原为特困人员的，继续就读的',
    ofA('tekunContinues'),
    [
      ['compulsory', true],
      ['senior', true],
      ['college', false],
    ],
    (studentLevel) => ({
      facts: solo({ birth: '2005-01-01', currentScheme: 'tekun', studentLevel }),
    }),
  ),
  ...along(
    '第二十四条第二款：不是特困人员的，不延续',
    ofA('tekunContinues'),
    [['none', false]],
    (currentScheme) => ({
      facts: solo({ birth: '2005-01-01', currentScheme, studentLevel: 'senior' }),
    }),
  ),
  ...along(
    '第六条：不计入的收入',
    { rule: 'tekunIncome', of: 'i' },
    [
      ['basic-pension', 0],
      ['preferential-pension', 0],
      ['old-age-allowance', 0],
      ['government-assistance', 0],
      ['scholarship', 0],
      ['pension', 12_000],
      ['farming', 10_800],
      ['rent', 10_800],
    ],
    (kind) => ({
      facts: { incomes: [earned('i', 1000, { kind, costs: 100 })] },
      place: { tekunExemptKinds: ['scholarship'] },
    }),
  ),
  ...along(
    '第六条：收入低于低保标准',
    ofA('noLivelihood'),
    [
      [79_999, true],
      [80_000, false],
      [80_001, false],
    ],
    (amount) => ({ facts: { incomes: [earned('i', amount)] } }),
  ),
  ...along(
    '家庭成员有生活来源的，可以履行义务',
    ofA('ableToSupport'),
    [
      [79_999, false],
      [80_000, true],
      [80_001, true],
    ],
    (amount) => ({ facts: { ...solo({ birth: '1950-01-01' }), incomes: [earned('i', amount)] } }),
  ),
  ...along(
    '家中有一名可以履行义务的成员',
    ofA('noSupporter'),
    [
      ['1950-01-01', true],
      ['1980-01-01', false],
    ],
    (birth) => ({
      facts: { members: [person('a', { birth: '1950-01-01' }), person('x', { birth })] },
    }),
  ),
  ...along(
    '第二十四条：服刑、失踪的',
    ofA('notJailedOrMissing'),
    [
      ['serving-sentence', false],
      ['declared-missing', false],
      ['drug-treatment', true],
      ['none', true],
    ],
    (specialStatus) => ({ facts: solo({ specialStatus }) }),
  ),
  ...along(
    '第二十二条：不能自主完成的项数',
    ofA('careTier'),
    [
      [0, 'full-self'],
      [1, 'partial'],
      [2, 'partial'],
      [3, 'partial'],
      [4, 'none'],
      [5, 'none'],
      [6, 'none'],
    ],
    (fails) => ({
      facts: solo(
        Object.fromEntries(
          ['canEat', 'canDress', 'canGetUp', 'canToilet', 'canWalk', 'canBathe'].map(
            (name, index) => [name, index >= fails],
          ),
        ),
      ),
    }),
  ),
];

export const schemeBoundaries: readonly BoundaryCase[] = [
  ...rigidBoundaries,
  ...supporterBoundaries,
  ...personBoundaries,
];
