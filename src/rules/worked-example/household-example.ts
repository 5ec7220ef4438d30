import { earned, family } from '../worked-case.ts';
import { money, type WorkedExample } from './worked-example.ts';

const A_MONTH = '元/月';

/** Figures as printed, in yuan: how many persons, their income together, the standard, and the benefit. */
type Difference = {
  readonly persons: number;
  readonly income: number;
  readonly standard: number;
  readonly printed: string;
};

/** The plainest question there is: what the whole family gets a month as 补差. */
function difference(
  { persons, income, standard, printed }: Difference,
  made: Readonly<Record<string, unknown>> = {},
) {
  return {
    given: `${persons}人，总收入每月${income}元，标准${standard}元`,
    what: '家庭每月低保金',
    expected: printed,
    got: money(A_MONTH, {
      place: { made: { standard: standard * 100, ...made } },
      facts: { members: family(persons), incomes: [earned('i', income * 100)] },
      rule: 'monthlyAmount',
    }),
  };
}

const DIFFERENCE = '补差：（标准−人均收入）×人数';
const PLAIN = { kind: 'published', rules: DIFFERENCE } as const;

const yearly = {
  place: { made: { standard: 10_000 } },
  facts: { members: family(6), incomes: [earned('i', 648_000, { period: 'per-year' })] },
};

/** Class H: one household or person, from its figures to its benefit. */
export const householdExamples: readonly WorkedExample[] = [
  {
    ...PLAIN,
    id: 'H1',
    title: '东源县漳溪乡，2008年收入，2009年答复',
    grade: 'A/B',
    source: 'http://www.heyuanxw.com/2009/sh_0715/4967.html',
    questions: [
      {
        given: '6人，全年收入6480元，标准100元',
        what: '家庭月人均收入',
        expected: '90.00 元/人/月',
        got: money('元/人/月', { ...yearly, rule: 'perCapitaIncome' }),
      },
      {
        given: '6人，全年收入6480元，标准100元',
        what: '家庭每月低保金',
        expected: '60.00 元/月',
        got: money(A_MONTH, { ...yearly, rule: 'monthlyAmount' }),
      },
    ],
  },
  {
    ...PLAIN,
    id: 'H2',
    title: '社会工作考试2013年，赵某',
    grade: 'C',
    source: 'https://www.5tiku.com/show-261615.html',
    questions: [difference({ persons: 3, income: 900, standard: 400, printed: '300.00 元/月' })],
  },
  {
    ...PLAIN,
    id: 'H3',
    title: '社会工作练习题，张某',
    grade: 'C',
    source: 'https://51bdks.net/view/5ed4z.html',
    questions: [difference({ persons: 4, income: 2400, standard: 800, printed: '800.00 元/月' })],
  },
  {
    ...PLAIN,
    id: 'H4',
    title: '中山市2020年',
    grade: 'B/D',
    source: 'http://bbbaike.com/baike/techan/340674.html',
    questions: [
      difference({ persons: 3, income: 2100, standard: 1100, printed: '1,200.00 元/月' }),
    ],
  },
  {
    ...PLAIN,
    id: 'H6',
    title: '一般例子，三口之家',
    grade: 'D',
    source: 'https://www.fudaoke.com/exam/2662718.html',
    questions: [difference({ persons: 3, income: 700, standard: 500, printed: '800.00 元/月' })],
  },
  {
    ...PLAIN,
    id: 'H8',
    title: '一般例子，三口之家',
    grade: 'D',
    source: 'https://www.lawparks.com/ask/how-to-calculate-monthly-dibao-1',
    questions: [difference({ persons: 3, income: 600, standard: 600, printed: '1,200.00 元/月' })],
  },
  {
    ...PLAIN,
    id: 'H9',
    title: '一般例子，夫妻，只有一人花钱',
    grade: 'D',
    source: 'https://www.lawparks.com/ask/how-much-low-income-benefit',
    questions: [
      difference({ persons: 2, income: 400, standard: 600, printed: '800.00 元/月' }),
      {
        given: '同上，收入都记在配偶名下',
        what: '家庭每月低保金',
        expected: '800.00 元/月',
        got: money(A_MONTH, {
          place: { made: { standard: 60_000 } },
          facts: { members: family(2), incomes: [earned('i', 40_000, { member: 'b' })] },
          rule: 'monthlyAmount',
        }),
      },
    ],
  },
  {
    id: 'H10',
    title: '一般例子，除不尽的人均收入，公布的与准确计算不同',
    kind: 'published',
    grade: 'D',
    source: 'https://www.lawparks.com/ask/minimum-living-allowance-1',
    rules: '补差；公布的先把人均收入舍到元，准确的不舍',
    questions: [
      {
        ...difference(
          { persons: 3, income: 1000, standard: 700, printed: '1,101.00 元/月' },
          { roundingAt: 'per-capita', roundingDirection: 'down', roundingStep: 100 },
        ),
        what: '家庭每月低保金，先把人均舍到元',
      },
      {
        ...difference({ persons: 3, income: 1000, standard: 700, printed: '1,100.00 元/月' }),
        what: '家庭每月低保金，准确计算',
        kind: 'derived',
      },
    ],
  },
  {
    ...PLAIN,
    id: 'H11',
    title: '一般例子，一人',
    grade: 'D',
    source: 'https://www.lawparks.com/ask/how-to-calculate-low-income-benefits',
    questions: [difference({ persons: 1, income: 300, standard: 600, printed: '300.00 元/月' })],
  },
  {
    ...PLAIN,
    id: 'H12',
    title: '一般例子，一人',
    grade: 'D',
    source: 'https://www.fudaoke.com/exam/2641725.html',
    questions: [difference({ persons: 1, income: 400, standard: 500, printed: '100.00 元/月' })],
  },
];
