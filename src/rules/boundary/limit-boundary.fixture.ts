import type { HouseholdFactsInput } from '../facts.ts';
import { earned, person } from '../worked-case.ts';
import { along, type BoundaryCase } from './boundary-case.fixture.ts';

type Facts = Partial<HouseholdFactsInput>;
type Changed = Parameters<typeof person>[1];
type Income = Partial<NonNullable<HouseholdFactsInput['incomes']>[number]>;

const always = (give: string) => [{ title: '一律', give }];
const ofA = (rule: string) => ({ rule, of: 'a' });
const ofI = (rule: string) => ({ rule, of: 'i' });
const ofX = (rule: string) => ({ rule, of: 'x' });
const solo = (changed: Changed, more: Facts = {}) => ({ members: [person('a', changed)], ...more });
const receipt = (changed: Income) => ({
  incomes: [earned('i', 100, { period: 'once-in-window', ...changed })],
});

/** A sibling with everything a child would need to be counted as one. */
const sibling = (changed: Changed) => ({
  members: [person('a'), person('x', { relation: 'sibling', ...changed })],
});

const members: readonly BoundaryCase[] = [
  {
    title: '第七条：未成年的弟弟妹妹不是子女，按扶养关系和共同居住计入',
    ...{ ...ofX('memberGround'), is: 'in-supported', facts: sibling({ birth: '2014-01-01' }) },
  },
  {
    title: '第七条：在校的成年兄弟姐妹不是子女，按扶养关系和共同居住计入',
    ...{ ...ofX('memberGround'), is: 'in-supported' },
    facts: sibling({ studentLevel: 'senior', studentFullTime: true }),
  },
];

const norm = (times: number): Facts =>
  receipt({
    ...{ kind: 'farming', basis: 'norm', activity: 'rice', amount: null },
    quantityHundredths: times,
  });
const DEAREST = 10_000_000;
/** More paid out than came in. */
const paidOut: Facts = {
  transfersPaid: [{ id: 't', member: 'a', kind: 'tax', period: 'once-in-window', amount: 1200 }],
};

const incomes: readonly BoundaryCase[] = [
  {
    title: '核算标准正好十万元的，照十万元',
    ...{ ...ofI('chosenNorm'), is: DEAREST, facts: norm(100) },
    place: {
      activityNorms: [
        { code: 'rice', title: '水稻', low: DEAREST, high: DEAREST, times: 1, cost: 0 },
      ],
    },
  },
  {
    title: '当地没有核算标准的，不另减成本',
    ...{ ...ofI('incomeCosts'), is: 0, facts: norm(100) },
  },
  ...along(
    '规定了成本比例的，百分之一也按比例',
    ofI('incomeCosts'),
    [
      ['1%', 1],
      ['2%', 2],
    ],
    (give) => ({
      facts: receipt({ kind: 'farming', costs: 50 }),
      place: { costShare: always(give) },
    }),
  ),
  ...along(
    '第十三条：不计入的金额以这笔收入为限，不为负',
    ofI('netIncome'),
    [
      [99, 1],
      [100, 0],
      [101, 0],
    ],
    (fen) => ({ facts: receipt({}), place: { exemptAmount: always(`${fen} fen`) } }),
  ),
  {
    title: '分摊一个半月，核算期一个月的，计入三分之二',
    ...{ ...ofI('countedIncome'), is: 20, facts: receipt({ amount: 30 }) },
    place: { incomeWindow: 1, spreadOver: always('1.5 months') },
  },
  {
    title: '就业成本只算工资的，不含经营成本',
    ...{ ...ofA('actualWageCosts'), is: 10 },
    facts: {
      incomes: [
        earned('i', 100, { kind: 'wage', period: 'once-in-window', costs: 10 }),
        earned('j', 100, { kind: 'business', period: 'once-in-window', costs: 5 }),
      ],
    },
  },
  {
    title: '没有规定劳动力系数的地方，系数为零',
    ...{ ...ofA('ownCoefficient'), is: 0, facts: solo({ cannotFindWork: false }) },
  },
  {
    title: '没有规定按系数推算的地方，不推算',
    ...{ rule: 'coefficientIncome', is: 0, facts: solo({ cannotFindWork: false }) },
  },
  {
    title: '扣减的系数多于全家的，推算收入为零，不为负',
    ...{ rule: 'coefficientIncome', is: 0, facts: solo({ cannotFindWork: false }) },
    place: {
      ...{ labourCoefficient: always('50%'), coefficientDeduction: always('100%') },
      coefficientBase: always('1000 fen/month'),
    },
  },
  ...(['monthlyIncome', 'averageIncome'] as const).map(
    (rule): BoundaryCase => ({
      title: '支出的多于收入的，家庭收入为零，不为负',
      ...{ rule, is: 0, facts: paidOut },
    }),
  ),
  {
    title: '支出的多于收入的，本人收入为零，不为负',
    ...{ ...ofA('livelihood'), is: 0, facts: paidOut },
  },
  {
    title: '第六条：没有收入的，本人收入为零',
    ...{ ...ofA('livelihood'), is: 0, facts: {} },
  },
];

type Supporter = NonNullable<HouseholdFactsInput['supporters']>[number];
const supported = (changed: Partial<Supporter>): Facts => ({
  supporters: [
    {
      ...{ id: 's', supports: 'a', relation: 'child', familySize: 3, exemption: 'none' },
      ...{ familyMonthlyIncome: 450_000, ownMonthlyIncome: 1000, supportedPersons: 1 },
      ...{ agreedMonthly: 0, actualMonthly: 0 },
      ...changed,
    } as Supporter,
  ],
});
const ofS = (rule: string) => ({ rule, of: 's' });
const excess = { supportThresholdPercent: 200, supportRatePercent: 50 };

const support: readonly BoundaryCase[] = [
  ...['supportByPerCapitaExcess', 'supportByFamilyExcess'].map(
    (rule): BoundaryCase => ({
      title: '第十三条：义务人家庭人均低于免计线的，推算为零，不为负',
      ...{ ...ofS(rule), is: 0, facts: supported({}), place: excess },
    }),
  ),
  {
    title: '第十三条：没有规定免计线的，为零',
    ...{ ...ofS('supportThreshold'), is: 0, facts: supported({}) },
  },
  ...along(
    '第十三条：合计上限由供养的人分，只供养一人的全是他的',
    ofS('supportByShare'),
    [
      [1, 200],
      [2, 150],
      [3, 100],
    ],
    (supportedPersons) => ({
      facts: supported({ supportedPersons }),
      place: { supportSharePercent: 20, supportShareCapPercent: 30 },
    }),
  ),
];

const spent = (ownShare: number, kind: 'medical' | 'education' = 'medical'): Facts => ({
  spendings: [{ id: 'p', member: 'a', kind, ownShare, aidReceived: 400, publicPrice: 900 }],
});
const ofP = (rule: string) => ({ rule, of: 'p' });

const spendings: readonly BoundaryCase[] = [
  ...along(
    '第十三条：已获救助多于自付的，扣减为零，不为负',
    ofP('deductibleSpending'),
    [
      [399, 0],
      [400, 0],
      [401, 1],
    ],
    (own) => ({ facts: spent(own) }),
  ),
  ...(['medical', 'education'] as const).flatMap((kind) =>
    along(
      `第五条：已获救助多于自付的，计入为零，不为负（${kind}）`,
      ofP('countedSpending'),
      [
        [399, 0],
        [400, 0],
        [401, 1],
      ],
      (own) => ({ facts: spent(own, kind) }),
    ),
  ),
  ...along(
    '第十三条：扣减不超过支出，也不超过核算期和每月两个上限',
    { rule: 'rigidDeduction' },
    [
      ['600 1000 100', 600],
      ['600 500 100', 500],
      ['600 1000 40', 480],
    ],
    (figures) => {
      const [own = 0, spendingCap, spendingMonthlyCap] = figures.split(' ').map(Number);
      return {
        facts: spent(400 + own),
        place: { spendingKinds: ['medical'], spendingCap, spendingMonthlyCap },
      };
    },
  ),
  {
    title: '第四条第四项：正好等于的也算的地方，没有收入也没有支出的仍不算',
    ...{ rule: 'rigidRatioMet', is: false, facts: {}, place: { rigidRatioInclusive: true } },
  },
];

const family2 = { members: [person('a'), person('b')] };

const benefits: readonly BoundaryCase[] = [
  ...along(
    '人均金融资产按计入的人数',
    { rule: 'financialPerHead' },
    [
      [1, 10],
      [2, 5],
    ],
    (size) => ({
      facts: {
        members: family2.members.slice(0, size),
        assets: [{ id: 'p', owner: 'a', kind: 'deposit', value: 10 }],
      },
    }),
  ),
  {
    title: '第二十三条：没有规定最低保障金的，为零',
    ...{ rule: 'leastBenefit', is: 0, facts: {} },
  },
  {
    title: '单人户：支出的多于收入的，本人收入为零，不为负',
    ...{ ...ofA('aloneIncome'), is: 0, facts: paidOut },
  },
  {
    title: '单人户：不符合的，没有低保金',
    ...{ ...ofA('aloneAmount'), is: 0, facts: { incomes: [earned('i', 900_000)] } },
  },
  {
    title: '单人户：比标准低不到半分的，补差四舍五入为零',
    ...{ ...ofX('aloneAmount'), is: 0 },
    facts: {
      members: [
        person('a', { currentScheme: 'none' }),
        person('x', {
          ...{ specialHardship: false, disabilityKind: 'physical', disabilityGrade: 2 },
        }),
      ],
      incomes: [
        earned('i', 120_000),
        earned('j', 12 * 80_000 - 5, { member: 'x', period: 'once-in-window' }),
      ],
    },
  },
  {
    title: '特困：不符合的，没有供养金',
    ...{ ...ofA('tekunAmount'), is: 0, facts: { incomes: [earned('i', 900_000)] } },
  },
  ...along(
    '第三十三条：仍符合低保的，不是渐退',
    { rule: 'inGradualExit' },
    [
      [70_000, false],
      [90_000, true],
    ],
    (amount) => ({
      facts: {
        incomes: [earned('i', amount)],
        exit: { reason: 'work', since: '2024-01-01', formerAmount: 30_000 },
      },
    }),
  ),
];

const SELF_CARE = ['canEat', 'canDress', 'canGetUp', 'canToilet', 'canWalk', 'canBathe'] as const;
const selfCare = (fails: string) =>
  solo(Object.fromEntries(SELF_CARE.map((name) => [name, name !== fails])));

const tekun: readonly BoundaryCase[] = [
  ...along(
    '第二十一条：每一项不能自主完成的，各算一项',
    ofA('selfCareFails'),
    [...SELF_CARE.map((name) => [name, 1] as const), ['none', 0]],
    (fails) => ({ facts: selfCare(fails) }),
  ),
  {
    title: '第八条：本人有履行义务能力的，不是自己的义务人',
    ...{ ...ofA('noSupporter'), is: true },
    facts: solo({ birth: '1980-01-01' }, receipt({ amount: 12 * 80_000 })),
  },
  {
    title: '第八条：家中另有一人可以履行义务的，有义务人',
    ...{ ...ofA('noSupporter'), is: false, facts: family2 },
  },
];

const relief = (kind: 'emergency' | 'none', severity: 'extreme' | 'general'): Facts => ({
  relief: {
    ...{ kind, cause: 'fire', severity, persons: 1, months: 1 },
    ...{ days: 30, loss: 0, repeatJustified: false },
  },
  pastReliefs: [],
});

const temporary: readonly BoundaryCase[] = [
  ...along(
    '特别重大困难一事一议，但须符合临时救助条件',
    { rule: 'needsCoordination' },
    [
      ['none', false],
      ['emergency', true],
    ],
    (kind) => ({ facts: relief(kind, 'extreme') }),
  ),
  ...along(
    '第四项：分阶段给付的次数只算整次',
    { rule: 'payInStages' },
    [
      ['2', 2],
      ['2.4', 2],
      ['2.9', 2],
      ['3', 3],
    ],
    (give) => ({ facts: relief('emergency', 'general'), place: { temporaryStages: always(give) } }),
  ),
];

/** Where a figure ends at nought or at a limit, and what holds where a place has laid nothing down. */
export const limitBoundaries: readonly BoundaryCase[] = [
  ...members,
  ...incomes,
  ...support,
  ...spendings,
  ...benefits,
  ...tekun,
  ...temporary,
];
