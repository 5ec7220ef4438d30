import type { HouseholdFactsInput } from '../facts.ts';
import { earned, family, household, person } from '../worked-case.ts';
import { money, outcome, type Question, type WorkedExample } from './worked-example.ts';

type Supporter = {
  readonly size: number;
  readonly income: number;
  readonly supported: number;
};

/** A supporter's family in yuan a month, who supports the applicant beside others. */
function supporter({ size, income, supported }: Supporter): Partial<HouseholdFactsInput> {
  return {
    members: [person('a', { birth: '1950-01-01' })],
    supporters: [
      {
        id: 's',
        supports: 'a',
        relation: 'child',
        familySize: size,
        familyMonthlyIncome: income * 100,
        supportedPersons: supported,
        agreedMonthly: 0,
        actualMonthly: 0,
        exemption: 'none',
      },
    ],
  };
}

const PAID = '计入的赡养费';

const yanting = (income: number, expected: string): Question => ({
  given: `城市标准610元，义务人家庭人均${income}元，供养1人`,
  what: PAID,
  expected,
  got: money('元/月', {
    place: { region: '510723' },
    on: '2021-09-01',
    facts: supporter({ size: 1, income, supported: 1 }),
    rule: 'supportIncome',
  }),
});

const YOUXI_TIERS = [
  [77, 640],
  [77.01, 507],
  [200, 507],
  [200.01, 384],
  [312.5, 384],
  [312.51, 272],
  [412, 272],
  [412.01, 174],
] as const;
const atIncome = (yuan: number) => ({
  place: { region: '350426' } as const,
  on: '2021-09-01',
  facts: { incomes: [earned('i', Math.round(yuan * 100))] },
});

const TIANJIN = {
  below: '12',
  laidDown: {
    standard: { value: 900, unit: '元/人/月' },
    minimumWage: { value: 2000, unit: '元/月' },
  },
} as const;
const worker = person('a', {
  sex: 'male',
  birth: '1979-01-01',
  labourCapacity: 'full',
  employment: 'employed',
  cannotFindWork: false,
});
const tianjin = (wage: number, expected: string): Question => ({
  given: `男45岁，有劳动能力，月收入${wage}元，最低工资标准2000元`,
  what: '计入的月收入',
  expected,
  got: money('元/月', {
    place: TIANJIN,
    facts: { members: [worker], incomes: [earned('i', wage * 100, { kind: 'wage' })] },
    rule: 'monthlyIncome',
  }),
});

const GANSU = {
  below: '62',
  laidDown: {
    standard: { value: 700, unit: '元/人/月' },
    disposableIncome: { value: 30_000, unit: '元/人/年' },
  },
} as const;
const gansu = (months: number, residence: 'urban' | 'rural' = 'urban'): Question => ({
  given: `城市标准700元，3人，${months}个月${residence === 'rural' ? '，农村家庭' : ''}`,
  what: '支出型临时救助金额',
  expected: '12,600.00 元',
  got: money('元', {
    place: GANSU,
    facts: {
      residence,
      members: family(3),
      relief: {
        kind: 'spending',
        cause: 'medical',
        severity: 'general',
        persons: 3,
        months,
        loss: 5_000_000,
        repeatJustified: false,
      },
    },
    rule: 'temporaryExact',
  }),
});

const familyExcess = {
  supportMethod: 'family-excess',
  supportShared: true,
} as const;

/** Class D: the rule was published, the arithmetic is ours. */
export const derivedExamples: readonly WorkedExample[] = [
  {
    id: 'D1',
    title: '盐亭县2021年，赡养费，正好2倍',
    kind: 'derived',
    grade: '—',
    source: '《绵阳日报》2021年7月9日刊登的答复',
    rules: '盐亭县（regions/51/5107/510723）：超过2倍标准部分的25%',
    questions: [yanting(1220, '0.00 元/月')],
  },
  {
    id: 'D2',
    title: '盐亭县2021年，赡养费，超过2倍',
    kind: 'derived',
    grade: '—',
    source: '《绵阳日报》2021年7月9日刊登的答复',
    rules: '盐亭县（regions/51/5107/510723）：超过2倍标准部分的25%',
    questions: [yanting(2220, '250.00 元/月')],
  },
  {
    id: 'D4',
    title: '鞍山市，赡养费，按年',
    kind: 'derived',
    grade: '—',
    source: 'http://www.fymate.net/html/text/lar/173808/17380855_3.html',
    rules: '鞍山市（regions/21/2103）：（家庭收入−农村标准×人口）×50%÷应供养人数',
    questions: [
      {
        given: '义务人家庭年收入60000元、3人，农村标准每年4000元，供养2人',
        what: '计入的赡养费，全年',
        expected: '12,000.00 元/年',
        got: money('元/年', {
          place: {
            below: '2103',
            laidDown: { standard: { value: 333.33, unit: '元/人/月' } },
          },
          facts: { residence: 'rural', ...supporter({ size: 3, income: 5000, supported: 2 }) },
          rule: 'supportIncome',
          times: 12,
        }),
      },
    ],
  },
  {
    id: 'D7',
    title: '某区2013年，赡养费',
    kind: 'derived',
    grade: '—',
    source: '某区2013年文件，没有地址',
    rules: '（家庭月收入−2倍标准×人口）×20%÷应供养人数',
    questions: [
      {
        given: '义务人家庭月收入8000元、3人，标准600元，供养2人',
        what: PAID,
        expected: '440.00 元/月',
        got: money('元/月', {
          place: {
            made: {
              ...familyExcess,
              standard: 60_000,
              supportThresholdPercent: 200,
              supportRatePercent: 20,
            },
          },
          facts: supporter({ size: 3, income: 8000, supported: 2 }),
          rule: 'supportIncome',
        }),
      },
    ],
  },
  {
    id: 'D10',
    title: '尤溪县2021年，五档的边界',
    kind: 'derived',
    grade: '—',
    source: 'https://www.sm.gov.cn/zw/zfxxgkzdgz/shjz/dbtkryzz/202103/t20210317_1644311.htm',
    rules: '尤溪县（regions/35/3504/350426）：按人均收入分五档，上限在内',
    questions: YOUXI_TIERS.map(([income, printed]) => ({
      given: `一人，月收入${income}元`,
      what: '每月低保金',
      expected: `${printed}.00 元/月`,
      got: money('元/月', { ...atIncome(income), rule: 'monthlyAmount' }),
    })),
  },
  {
    id: 'D11',
    title: '尤溪县2021年，正好等于标准',
    kind: 'derived',
    grade: '—',
    source: 'https://www.sm.gov.cn/zw/zfxxgkzdgz/shjz/dbtkryzz/202103/t20210317_1644311.htm',
    rules: '档次写作“412—640”，640元是否在内不明；低保须低于标准',
    questions: [
      {
        given: '一人，月收入640元',
        what: '是否符合低保条件',
        expected: '不符合',
        got: outcome(atIncome(640)),
      },
      {
        given: '一人，月收入639.99元',
        what: '每月低保金',
        expected: '174.00 元/月',
        got: money('元/月', { ...atIncome(639.99), rule: 'monthlyAmount' }),
      },
    ],
  },
  {
    id: 'D12',
    title: '天津市，劳动收入推算',
    kind: 'derived',
    grade: '—',
    source: 'http://jingyanla.com/a/13/12131319D92022.html',
    rules: '天津市（regions/12）：不高于最低工资标准的按最低工资标准的90%，高于的从实际',
    questions: [
      tianjin(1500, '1,800.00 元/月'),
      tianjin(2000, '1,800.00 元/月'),
      tianjin(2000.01, '2,000.01 元/月'),
    ],
  },
  {
    id: 'D15',
    title: '甘肃省2021年，支出型临时救助',
    kind: 'derived',
    grade: '—',
    source: 'https://wap.xinxilanzhou.com/?action=show&contentid=47766&page=2',
    rules: '甘肃省（regions/62）：城市标准×人数×月数，最多6个月',
    questions: [gansu(6), gansu(7), gansu(6, 'rural')],
  },
  {
    id: 'D17',
    title: '南京市2021年，最低补差',
    kind: 'derived',
    grade: '—',
    source: 'https://m.ljsggw.cn/news/176160',
    rules: '南京市（regions/32/3201）：差额低于标准20%的，按标准的20%',
    questions: [
      {
        given: '标准985元，2人，人均900元',
        what: '家庭每月低保金',
        expected: '394.00 元/月',
        got: money('元/月', {
          place: { region: '320106' },
          facts: household({ members: family(2), incomes: [earned('i', 180_000)] }),
          rule: 'monthlyAmount',
        }),
      },
    ],
  },
];
