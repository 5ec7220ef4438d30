import type { HouseholdFactsInput } from '../facts.ts';
import { earned, person } from '../worked-case.ts';
import { along, type BoundaryCase } from './boundary-case.fixture.ts';

type Income = Partial<NonNullable<HouseholdFactsInput['incomes']>[number]>;
const receipt = (changed: Income) => ({ incomes: [earned('i', 10_000, changed)] });
const asked = (rule: string) => ({ rule, of: 'i' });
const ofApplicant = (rule: string) => ({ rule, of: 'a' });

/** S57 a.13: the class of each kind. */
const CLASS_OF = {
  wage: ['wage'],
  business: ['farming', 'breeding', 'business'],
  property: [
    ...['rent', 'interest', 'dividend', 'insurance-return', 'asset-sale', 'land-transfer'],
    'collective-dividend',
  ],
  transfer: [
    ...['pension', 'unemployment', 'survivor', 'compensation', 'gift', 'support-received'],
    ...['disability-allowance', 'old-age-allowance'],
  ],
  other: ['other'],
  exempt: [
    ...['basic-pension', 'preferential-pension', 'family-planning', 'scholarship'],
    ...['bravery-award', 'government-assistance'],
  ],
} as const;
type Kind = NonNullable<Income['kind']>;
const kinds = Object.entries(CLASS_OF).flatMap(([incomeClass, list]) =>
  list.map((kind) => [kind as Kind, incomeClass] as const),
);

/** The nature of each kind, whether it is counted or not. */
const natures = kinds.map(([kind, incomeClass]) => {
  const nature = incomeClass === 'exempt' ? ('transfer' as const) : incomeClass;
  return [kind, nature] as const;
});

const norms = (low: number, high: number) => ({
  activityNorms: [{ code: 'rice', title: '水稻', low, high, times: 1, cost: 40 }],
});
const rice = (normChosen: number | null = null): Income => ({
  ...{ kind: 'farming', basis: 'norm', activity: 'rice', quantityHundredths: 200, normChosen },
  amount: null,
});

const classBoundaries: readonly BoundaryCase[] = [
  ...along('第十三条：收入类别', asked('incomeClass'), kinds, (kind) => ({
    facts: receipt({ kind }),
  })),
  ...along(
    '第十三条：收入性质，不计入的也是转移性收入',
    asked('incomeNature'),
    natures,
    (kind) => ({
      facts: receipt({ kind }),
    }),
  ),
  {
    title: '第十三条：基础养老金计入的地方，是转移性收入',
    ...asked('incomeClass'),
    ...{ facts: receipt({ kind: 'basic-pension' }), place: { basicPensionExempt: false } },
    is: 'transfer',
  },
  {
    title: '第十三条：市级以上另行规定不计入的',
    ...asked('incomeClass'),
    facts: receipt({ kind: 'old-age-allowance' }),
    place: { extraExemptKinds: ['old-age-allowance'] },
    is: 'exempt',
  },
  ...along(
    '第十三条：折算到6个月的核算期',
    asked('incomeTimes'),
    [
      ['per-month', 6],
      ['per-year', 0.5],
      ['once-in-window', 1],
    ],
    (period) => ({ facts: receipt({ period }), place: { incomeWindow: 6 } }),
  ),
  ...along(
    '第十三条：经营、财产收入减去成本',
    asked('netIncome'),
    [
      ['farming', 90_000],
      ['rent', 90_000],
      ['pension', 120_000],
    ],
    (kind) => ({ facts: receipt({ kind, costs: 2500 }) }),
  ),
  ...along(
    '第十三条：不计入的收入为零',
    asked('countedIncome'),
    [
      ['scholarship', 0],
      ['pension', 120_000],
    ],
    (kind) => ({ facts: receipt({ kind }) }),
  ),
];

const normBoundaries: readonly BoundaryCase[] = [
  ...along(
    '核算标准没有幅度的，不必选用；下限高于上限的定不下来',
    asked('chosenNorm'),
    [
      [30_001, 30_001],
      [30_000, 30_000],
      [29_999, null],
    ],
    (high) => ({
      facts: receipt(rice(high === 30_000 ? null : 30_001)),
      place: norms(30_000, high),
    }),
  ),
  ...along(
    '核算标准在幅度以内选用',
    asked('chosenNorm'),
    [
      [29_999, null],
      [30_000, 30_000],
      [30_001, 30_001],
      [59_999, 59_999],
      [60_000, 60_000],
      [60_001, null],
    ],
    (chosen) => ({ facts: receipt(rice(chosen)), place: norms(30_000, 60_000) }),
  ),
  {
    title: '按标准推算：2亩 × 300元',
    ...asked('grossIncome'),
    ...{ facts: receipt(rice()), place: norms(30_000, 30_000), is: 60_000 },
  },
  { title: '按申报金额', ...asked('grossIncome'), facts: receipt({}), is: 120_000 },
  {
    title: '按标准推算的成本',
    ...asked('incomeCosts'),
    ...{ facts: receipt(rice()), place: norms(30_000, 30_000), is: 24_000 },
  },
  ...along(
    '规定了成本比例的按比例，为零的按申报',
    asked('incomeCosts'),
    [
      ['0%', 12_000],
      ['40%', 48_000],
    ],
    (give) => ({
      facts: receipt({ kind: 'farming', costs: 1000 }),
      place: { costShare: [{ title: '种植', give }] },
    }),
  ),
  ...along(
    '一次性收入分摊的月数超过核算期的才分摊',
    asked('countedIncome'),
    [
      ['11 months', 13_000],
      ['12 months', 13_000],
      ['13 months', 12_000],
    ],
    (give) => ({
      facts: receipt({ amount: 13_000, period: 'once-in-window' }),
      place: { spreadOver: [{ title: '补偿款', give }] },
    }),
  ),
];

const paid = (period: NonNullable<Income['period']>) => ({
  transfersPaid: [{ id: 't', member: 'a', kind: 'tax' as const, period, amount: 1200 }],
});
const mixed = {
  incomes: [
    earned('w', 1000, { kind: 'wage', costs: 100 }),
    earned('b', 2000, { kind: 'business' }),
    earned('p', 4000, { kind: 'pension' }),
  ],
};
const records = (count: number) => ({
  members: [person('a', { labourCapacity: 'full', employment: 'employed' })],
  incomes: ['wage', 'farming'].slice(0, count).map((kind, index) => ({
    ...earned(`i${index}`, 1000),
    kind: kind as Kind,
  })),
});
const imputed = (give: string, imputeWhen: string) => ({
  imputedLabour: [{ title: '有劳动能力的', give }],
  imputeWhen,
});
const worker = { labourCapacity: 'full', employment: 'employed' } as const;

const labourBoundaries: readonly BoundaryCase[] = [
  ...along(
    '第十三条：转移支出折算到6个月',
    { rule: 'transferPaid', of: 't' },
    [
      ['per-month', 7200],
      ['per-year', 600],
      ['once-in-window', 1200],
    ],
    (period) => ({ facts: paid(period), place: { incomeWindow: 6 } }),
  ),
  { title: '工资合计', ...ofApplicant('wageIncome'), facts: mixed, is: 12_000 },
  { title: '就业成本合计', ...ofApplicant('actualWageCosts'), facts: mixed, is: 1200 },
  { title: '劳动收入', ...ofApplicant('labourIncome'), facts: mixed, is: 10_800 + 24_000 },
  {
    title: '成员收入',
    ...{ ...ofApplicant('memberIncome'), facts: mixed, is: 10_800 + 24_000 + 48_000 },
  },
  ...along(
    '没有工资的没有就业成本，一分工资扣一分',
    ofApplicant('employmentCost'),
    [
      [0, 0],
      [1, 1],
    ],
    (amount) => ({
      facts: {
        incomes: [earned('i', amount, { kind: 'wage', period: 'once-in-window', costs: 5 })],
      },
    }),
  ),
  ...along(
    '劳动收入的记录',
    ofApplicant('labourRecords'),
    [
      ['wage', 1],
      ['farming', 1],
      ['breeding', 1],
      ['business', 1],
      ['rent', 0],
    ],
    (kind) => ({ facts: { incomes: [earned('i', 1, { kind })] } }),
  ),
  ...along(
    '推算额为零的不推算',
    ofApplicant('labourAddition'),
    [
      ['0 fen/month', 0],
      ['1 fen/month', 12],
    ],
    (give) => ({
      facts: { members: [person('a', { cannotFindWork: false })] },
      place: imputed(give, 'no-record'),
    }),
  ),
  ...along(
    '没有劳动收入记录的才推算',
    ofApplicant('labourAddition'),
    [
      [0, 120_000],
      [1, 0],
      [2, 0],
    ],
    (count) => ({
      facts: { ...records(count), members: [person('a', { ...worker, cannotFindWork: false })] },
      place: imputed('10000 fen/month', 'no-record'),
    }),
  ),
  ...along(
    '实际收入低于推算额的按推算额，或者一律以推算额为准',
    ofApplicant('labourAddition'),
    [
      ['lower', 0],
      ['replace', 1200 - 12_000],
    ],
    (imputeWhen) => ({
      facts: { ...records(1), members: [person('a', { ...worker, cannotFindWork: false })] },
      place: imputed('100 fen/month', imputeWhen),
    }),
  ),
];

const STUDYING = ['preschool', 'compulsory', 'senior', 'college', 'undergraduate', 'postgraduate'];
const undeclared = (title: string, changed: Parameters<typeof person>[1], is: 0 | null) => ({
  ...{ title, ...ofApplicant('undeclaredWork'), is },
  facts: { members: [person('a', { ...worker, ...changed })] },
});

const undeclaredBoundaries: readonly BoundaryCase[] = [
  undeclared('未满16周岁的不推定就业：15岁', { birth: '2008-03-16' }, 0),
  undeclared('16岁当日起须查清', { birth: '2008-03-15' }, null),
  undeclared('17岁须查清', { birth: '2007-03-15' }, null),
  undeclared('没有劳动能力的', { labourCapacity: 'none' }, 0),
  ...STUDYING.map((level) => undeclared(`在读：${level}`, { studentLevel: level as 'senior' }, 0)),
  undeclared('灵活就业的', { employment: 'flexible' }, null),
  undeclared('登记失业的', { employment: 'registered-unemployed' }, 0),
  ...along(
    '有一条劳动收入记录的，不再问',
    ofApplicant('undeclaredWork'),
    [
      [0, null],
      [1, 0],
      [2, 0],
    ],
    (count) => ({ facts: records(count) }),
  ),
];

export const incomeBoundaries: readonly BoundaryCase[] = [
  ...classBoundaries,
  ...normBoundaries,
  ...labourBoundaries,
  ...undeclaredBoundaries,
];
