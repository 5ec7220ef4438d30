import type { HouseholdFactsInput } from '../facts.ts';
import { family } from '../worked-case.ts';
import { answer, money, standardOn, type WorkedExample } from './worked-example.ts';

const savings = (persons: number, yuan: number): Partial<HouseholdFactsInput> => ({
  members: family(persons),
  assets: [
    { id: 'd', owner: 'a', kind: 'deposit', value: Math.round(yuan * 100), necessary: false },
  ],
});

const SIX_MONTHS = {
  made: {
    standard: 100_000,
    dibaoFinancialLimit: [
      { title: '人均不超过6个月低保标准', give: '6 months * standard * householdSize' },
    ],
  },
} as const;
const guangdong = (yuan: number, expected: string) => ({
  given: `4人，标准1000元，存款${yuan}元`,
  what: '金融资产是否不超过限额',
  expected,
  kind: 'derived' as const,
  got: answer({
    place: SIX_MONTHS,
    facts: savings(4, yuan),
    rule: 'dibaoFinancialWithin',
  }),
});

const HULI = { region: '350206' } as const;
const huli = (what: string, expected: string, rule: string, through: string) => ({
  given: '标准1200元，1人',
  what,
  expected,
  got: money(rule.endsWith('Limit') ? '元/人' : '元/人/月', {
    place: HULI,
    on: '2025-11-24',
    facts: { members: family(1) },
    rule,
    through,
  }),
});

const GANSU = {
  below: '62',
  laidDown: {
    standard: { value: 700, unit: '元/人/月' },
    disposableIncome: { value: 30_000, unit: '元/人/年' },
  },
} as const;
const gansu = (yuan: number, expected: string) => ({
  given: `标准700元，3人，存款${yuan}元`,
  what: '金融资产是否不超过限额',
  expected,
  kind: 'derived' as const,
  got: answer({
    place: GANSU,
    on: '2025-06-05',
    facts: savings(3, yuan),
    rule: 'rigidFinancialWithin',
  }),
});
const ratio = (percent: number, expected: string) => ({
  given: `市、州定${percent}%，一人月收入1000元`,
  what: '达到比例的月均刚性支出',
  expected,
  kind: 'derived' as const,
  got: money('元/月', {
    place: {
      below: '62',
      laidDown: { ...GANSU.laidDown, rigidRatioPercent: { value: percent, unit: '%' } },
    },
    on: '2025-06-05',
    facts: {
      incomes: [
        { id: 'i', member: 'a', kind: 'other', period: 'per-month', amount: 100_000, costs: 0 },
      ],
    },
    rule: 'rigidSpendingLine',
  }),
});

/** Class E: eligibility, and thresholds of income and property with a published figure. */
export const thresholdExamples: readonly WorkedExample[] = [
  {
    id: 'E1',
    title: '广东，存款限额',
    kind: 'published',
    grade: 'D',
    source: '广为转载，没有地址',
    rules: '每人不超过6个月低保标准',
    questions: [
      {
        given: '4人，标准1000元',
        what: '家庭金融资产限额',
        expected: '24,000.00 元',
        got: money('元', {
          place: SIX_MONTHS,
          facts: { members: family(4) },
          rule: 'dibaoFinancialLimit',
          through: 'dibaoFinancialWithin',
        }),
      },
      {
        given: '1人，标准1000元',
        what: '家庭金融资产限额',
        expected: '6,000.00 元',
        got: money('元', {
          place: SIX_MONTHS,
          facts: { members: family(1) },
          rule: 'dibaoFinancialLimit',
          through: 'dibaoFinancialWithin',
        }),
      },
      guangdong(24_000, '符合'),
      guangdong(24_000.01, '不符合'),
    ],
  },
  {
    id: 'E2',
    title: '厦门市湖里区2025年11月，收入和金融资产各三档',
    kind: 'published',
    grade: 'A',
    source: 'https://www.huli.gov.cn/zmhd/cjwt/shjzfl/202511/t20251124_1127917.htm',
    rules:
      '厦门市（regions/35/3502）：收入线为1倍、2倍、上年度可支配收入，每人金融资产为48、72、96个月标准',
    questions: [
      {
        given: '2025年11月24日',
        what: '低保收入线',
        expected: '1,200.00 元/人/月',
        got: standardOn(HULI, '2025-11-24'),
      },
      huli('低保边缘收入线', '2,400.00 元/人/月', 'marginLine', 'marginLine'),
      huli('刚性支出困难家庭收入线', '6,187.00 元/人/月', 'rigidLine', 'rigidLine'),
      huli('低保金融资产限额', '57,600.00 元/人', 'dibaoFinancialLimit', 'dibaoFinancialWithin'),
      huli('边缘金融资产限额', '86,400.00 元/人', 'marginFinancialLimit', 'marginFinancialWithin'),
      huli('刚性金融资产限额', '115,200.00 元/人', 'rigidFinancialLimit', 'rigidFinancialWithin'),
    ],
  },
  {
    id: 'E5',
    title: '甘肃省2025年6月，刚性支出困难家庭征求意见稿',
    kind: 'published',
    grade: 'A/B',
    source: 'https://szb.gansudaily.com.cn/gsjjrb/pc/con/202506/05/c228518.html',
    rules:
      '甘肃省（regions/62）：金融资产不超过标准×人数×36；支出占收入的比例由市、州在60%至90%之间确定',
    questions: [
      gansu(75_600, '符合'),
      gansu(75_600.01, '不符合'),
      ratio(60, '600.00 元/月'),
      ratio(90, '900.00 元/月'),
    ],
  },
];
