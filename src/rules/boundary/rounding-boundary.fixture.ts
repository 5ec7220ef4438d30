import type { HouseholdFactsInput } from '../facts.ts';
import { earned, family, person } from '../worked-case.ts';
import { along, type BoundaryCase } from './boundary-case.fixture.ts';

type Income = Partial<NonNullable<HouseholdFactsInput['incomes']>[number]>;
type Facts = Partial<HouseholdFactsInput>;
type Place = Readonly<Record<string, unknown>>;

const always = (give: string) => [{ title: '一律', give }];

/** What a place's formula gives, in fen, and to how many whole fen it is rounded. */
const HALF_UP = [
  ['2.4', 2],
  ['2.5', 3],
  ['3.4', 3],
] as const;

/** A figure the place's own formula gives, rounded to the fen. */
function givenByPlace(
  title: string,
  asked: Pick<BoundaryCase, 'rule' | 'of'>,
  make: (figure: string) => { facts: Facts; place: Place },
  sides: readonly (readonly [string, number])[] = HALF_UP,
): BoundaryCase[] {
  return along(`${title}，按分四舍五入`, asked, sides, make);
}

/** A receipt of one year in a window of one month: a twelfth. */
const aTwelfth = [
  [5, 0],
  [6, 1],
  [17, 1],
] as const;
const ONE_MONTH = { incomeWindow: 1 };
const receipt = (changed: Income) => ({
  incomes: [earned('i', 100, { period: 'once-in-window', ...changed })],
});
const ofI = (rule: string) => ({ rule, of: 'i' });
const ofA = (rule: string) => ({ rule, of: 'a' });

const rice = (quantityHundredths: number): Facts =>
  receipt({ kind: 'farming', basis: 'norm', activity: 'rice', amount: null, quantityHundredths });
const norms = (fen: number, cost: number) => ({
  activityNorms: [{ code: 'rice', title: '水稻', low: fen, high: fen, times: 1, cost }],
});

const receipts: readonly BoundaryCase[] = [
  ...along(
    '第十三条：百分之一亩的收入，按分四舍五入',
    ofI('grossIncome'),
    [
      [240, 2],
      [250, 3],
      [340, 3],
    ],
    (fen) => ({ facts: rice(1), place: norms(fen, 0) }),
  ),
  ...along(
    '第十三条：一年的收入折到一个月，按分四舍五入',
    ofI('grossIncome'),
    aTwelfth,
    (amount) => ({ facts: receipt({ amount, period: 'per-year' }), place: ONE_MONTH }),
  ),
  ...along(
    '第十三条：按标准推算的成本，按分四舍五入',
    ofI('incomeCosts'),
    [
      [1, 0],
      [2, 1],
      [3, 1],
    ],
    (fen) => ({ facts: rice(100), place: norms(fen, fen === 2 ? 25 : 40) }),
  ),
  ...along(
    '第十三条：按标准推算的成本，正好半分的进一',
    ofI('incomeCosts'),
    [
      [25, 1],
      [24, 0],
    ],
    (cost) => ({ facts: rice(100), place: norms(2, cost) }),
  ),
  ...along(
    '第十三条：成本比例，按分四舍五入',
    ofI('incomeCosts'),
    [
      [1, 0],
      [5, 3],
      [7, 4],
    ],
    (amount) => ({
      facts: receipt({ kind: 'farming', amount }),
      place: { costShare: always(amount === 7 ? '55%' : amount === 5 ? '50%' : '49%') },
    }),
  ),
  ...along('第十三条：成本比例，不足半分的舍去', ofI('incomeCosts'), [[3, 1]], (amount) => ({
    facts: receipt({ kind: 'farming', amount }),
    place: { costShare: always('40%') },
  })),
  ...along(
    '第十三条：一年的成本折到一个月，按分四舍五入',
    ofI('incomeCosts'),
    aTwelfth,
    (costs) => ({
      facts: receipt({ kind: 'farming', amount: 1200, period: 'per-year', costs }),
      place: ONE_MONTH,
    }),
  ),
  ...givenByPlace(
    '第十三条：一笔收入中不计入的金额',
    ofI('netIncome'),
    (figure) => ({
      facts: receipt({ amount: 10 }),
      place: { exemptAmount: always(`${figure} fen`) },
    }),
    [
      ['2.4', 8],
      ['2.5', 7],
      ['3.4', 7],
    ],
  ),
  ...along(
    '第十三条：分摊到核算期的一次性收入，按分四舍五入',
    ofI('countedIncome'),
    [
      ['36 months', 0],
      ['24 months', 1],
    ],
    (give) => ({ facts: receipt({ amount: 1 }), place: { spreadOver: always(give) } }),
  ),
  ...along(
    '第十三条：一年的转移支出折到一个月，按分四舍五入',
    { rule: 'transferPaid', of: 't' },
    aTwelfth,
    (amount) => ({
      facts: {
        transfersPaid: [{ id: 't', member: 'a', kind: 'tax' as const, period: 'per-year', amount }],
      },
      place: ONE_MONTH,
    }),
  ),
];

const wage = receipt({ kind: 'wage', amount: 100, costs: 50 });
const mayWork = { members: [person('a', { cannotFindWork: false })] };

const labour: readonly BoundaryCase[] = [
  ...givenByPlace('第十三条：就业成本的标准', ofA('employmentCost'), (figure) => ({
    facts: wage,
    place: { ...ONE_MONTH, employmentCostRule: always(`${figure} fen/month`) },
  })),
  ...along(
    '第十三条：就业成本以标准的一定比例为限，按分四舍五入',
    ofA('employmentCost'),
    [
      [240, 2],
      [250, 3],
      [340, 3],
    ],
    (employmentCostCap) => ({
      facts: wage,
      place: { ...ONE_MONTH, standard: 1, employmentCostCap },
    }),
  ),
  ...along('第十三条：月劳动收入，按分四舍五入', ofA('labourMonthly'), aTwelfth, (amount) => ({
    facts: receipt({ kind: 'wage', amount }),
  })),
  ...['no-record', 'lower', 'replace'].flatMap((imputeWhen) =>
    givenByPlace(`83号：推算的劳动收入（${imputeWhen}）`, ofA('labourAddition'), (figure) => ({
      facts: mayWork,
      place: { ...ONE_MONTH, imputeWhen, imputedLabour: always(`${figure} fen/month`) },
    })),
  ),
  ...givenByPlace('83号：按劳动力系数推算的收入', { rule: 'coefficientIncome' }, (figure) => ({
    facts: mayWork,
    place: {
      ...{ ...ONE_MONTH, labourCoefficient: always('100%') },
      coefficientBase: always(`${figure} fen/month`),
    },
  })),
];

type Supporter = NonNullable<HouseholdFactsInput['supporters']>[number];
const supported = (changed: Partial<Supporter>): Facts => ({
  supporters: [
    {
      ...{ id: 's', supports: 'a', relation: 'child', familySize: 1, exemption: 'none' },
      ...{ familyMonthlyIncome: 0, ownMonthlyIncome: 0, supportedPersons: 1 },
      ...{ agreedMonthly: 0, actualMonthly: 0 },
      ...changed,
    } as Supporter,
  ],
});
const ofS = (rule: string) => ({ rule, of: 's' });
/** Half of what lies above a line of one fen. */
const halfAbove = (supportMethod: string) => ({
  ...{ supportMethod, standard: 1, supportThresholdPercent: 100, supportRatePercent: 50 },
});

const support: readonly BoundaryCase[] = [
  ...givenByPlace('第十三条：义务人的免计线', ofS('supportThreshold'), (figure) => ({
    facts: supported({}),
    place: { supportThresholdRule: always(`${figure} fen/month/person`) },
  })),
  ...along(
    '第十三条：义务人的免计线是标准的一定比例，按分四舍五入',
    ofS('supportThreshold'),
    [
      [240, 2],
      [250, 3],
      [340, 3],
    ],
    (supportThresholdPercent) => ({
      facts: supported({}),
      place: { standard: 1, supportThresholdPercent },
    }),
  ),
  ...['PerCapita', 'Family'].flatMap((by) =>
    along(
      `第十三条：超额的一半（${by}），按分四舍五入`,
      ofS(`supportBy${by}Excess`),
      [
        [2, 1],
        [3, 1],
        [4, 2],
      ],
      (familyMonthlyIncome) => ({
        facts: supported({ familyMonthlyIncome }),
        place: halfAbove('family-excess'),
      }),
    ),
  ),
  ...along(
    '第十三条：超额的四分之一，不足半分的舍去',
    ofS('supportByFamilyExcess'),
    [[2, 0]],
    (familyMonthlyIncome) => ({
      facts: supported({ familyMonthlyIncome, supportedPersons: 2 }),
      place: halfAbove('family-excess'),
    }),
  ),
  ...along(
    '第十三条：给付人收入的一定比例，按分四舍五入',
    ofS('supportByShare'),
    [
      [2, 0],
      [3, 1],
      [6, 1],
    ],
    (ownMonthlyIncome) => ({
      facts: supported({ ownMonthlyIncome }),
      place: { supportSharePercent: 20 },
    }),
  ),
  ...givenByPlace('第十三条：推算的给付', ofS('supportEstimate'), (figure) => ({
    facts: supported({}),
    place: { supportMethod: 'by-rule', supportRule: always(`${figure} fen/month`) },
  })),
];

const spent: Facts = {
  spendings: [{ id: 'p', member: 'a', kind: 'medical', ownShare: 1000, aidReceived: 0 }],
};
const ofP = (rule: string) => ({ rule, of: 'p' });
const perMonth = (name: string) => (figure: string) => ({
  facts: {},
  place: { [name]: always(`${figure} fen/month`) },
});

const benefit: readonly BoundaryCase[] = [
  ...givenByPlace('第十三条：一项支出可以扣减的金额', ofP('deductibleSpending'), (figure) => ({
    facts: spent,
    place: { spendingRule: always(`${figure} fen`) },
  })),
  ...givenByPlace('第五条：一项支出计入的金额', ofP('countedSpending'), (figure) => ({
    facts: spent,
    place: { rigidSpendingRule: always(`${figure} fen`) },
  })),
  ...givenByPlace(
    '第十三条：按家庭情况扣减的收入',
    { rule: 'monthlyIncome' },
    (figure) => ({
      facts: receipt({ amount: 10 }),
      place: { ...ONE_MONTH, householdDeduction: always(`${figure} fen/month`) },
    }),
    [
      ['2.4', 8],
      ['2.5', 7],
      ['3.4', 7],
    ],
  ),
  ...givenByPlace('第二十三条：按类别的补助额', ofA('classBenefitOf'), perMonth('classAmount')),
  ...givenByPlace('第十七条：照料护理标准', ofA('tekunCare'), perMonth('tekunCareStandard')),
  ...along(
    '第二十三条：最低保障金是标准的一定比例，按分四舍五入',
    { rule: 'leastBenefit' },
    [
      [40, 0],
      [50, 1],
      [60, 1],
    ],
    (minimumPaymentPercent) => ({ facts: {}, place: { standard: 1, minimumPaymentPercent } }),
  ),
];

/** The place's own direction, to the fen. */
const DIRECTIONS = [
  ['down', '2.5', 2],
  ['half-up', '2.4', 2],
  ['half-up', '2.5', 3],
  ['up', '2.4', 3],
] as const;

/** Above the standard alone, so that the severely disabled member may be in 低保 alone. */
const apart: Facts = {
  members: [
    person('a', { currentScheme: 'none' }),
    person('x', {
      ...{ specialHardship: false, disabilityKind: 'physical', disabilityGrade: 2 },
    }),
  ],
  incomes: [earned('i', 200_000)],
};
const leaving: Facts = {
  ...{ members: family(1), incomes: [earned('i', 90_000)] },
  exit: { reason: 'work', since: '2024-01-01', formerAmount: 5 },
};
const emergency: Facts = {
  relief: {
    ...{ kind: 'emergency', cause: 'fire', severity: 'general', persons: 1, months: 1 },
    ...{ days: 30, loss: 0, repeatJustified: false },
  },
  pastReliefs: [],
};

const directed = DIRECTIONS.flatMap(([direction, figure, is]): BoundaryCase[] => {
  const title = `当地规定的取整办法（${direction}）：${figure}分`;
  const place = { roundingDirection: direction };
  const perHead = { ...place, gradualExitPercent: Number(figure) * 20 };
  const relief = (more: Place) => ({
    ...{ temporaryRounding: direction, temporaryAmountRule: always(`${figure} fen`), ...more },
  });
  return [
    {
      ...{ title, rule: 'householdSupplement', is, facts: {} },
      place: { ...place, householdSupplementRule: always(`${figure} fen/month`) },
    },
    {
      ...{ title, rule: 'memberSupplement', of: 'a', is, facts: {} },
      place: { ...place, memberSupplementRule: always(`${figure} fen/month`) },
    },
    {
      ...{ title, rule: 'aloneAmount', of: 'x', is, facts: apart },
      place: { ...place, aloneAmountRule: always(`${figure} fen/month`) },
    },
    { title, rule: 'gradualExitAmount', is, facts: leaving, place: perHead },
    {
      ...{ title, rule: 'tekunOwnBasic', of: 'a', is, facts: {} },
      place: {
        ...{ tekunBasicRounding: direction, tekunBasicStep: 1 },
        tekunBasicRule: always(`${figure} fen/month`),
      },
    },
    { title, rule: 'temporaryExact', is, facts: emergency, place: relief({}) },
    {
      ...{ title: `${title}，有封顶`, rule: 'temporaryExact', is, facts: emergency },
      place: relief({ temporaryCap: always('9 fen') }),
    },
    {
      ...{ title: `${title}，封顶本身`, rule: 'temporaryExact', is, facts: emergency },
      place: {
        ...{ temporaryRounding: direction, temporaryCap: always(`${figure} fen`) },
        temporaryAmountRule: always('9 fen'),
      },
    },
  ];
});

/** Every figure that is rounded, on both sides of half a fen, and by each direction where the place chooses. */
export const roundingBoundaries: readonly BoundaryCase[] = [
  ...receipts,
  ...labour,
  ...support,
  ...benefit,
  ...directed,
];
