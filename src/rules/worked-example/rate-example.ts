import { fen, formatYuan } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { getStandard } from '../standard.ts';
import { family, person } from '../worked-case.ts';
import { growthText } from './report-figure.ts';
import { money, type Question, regionOf, type WorkedExample } from './worked-example.ts';

const A_MONTH = '元/月';

/** 低保 → 特困, as Sichuan and 达州 published them. */
const PAIRS = [
  ...[[615, 800] as const, [415, 540] as const, [680, 884] as const, [480, 624] as const],
  ...[[740, 962] as const, [533, 693] as const, [788, 1025] as const, [580, 754] as const],
  ...[[826, 1074] as const, [620, 806] as const],
];

function basicStandard(standard: number, printed: number, rounding = 'up'): Question {
  return {
    given: `低保标准${standard}元`,
    what: rounding === 'up' ? '特困基本生活标准' : '特困基本生活标准，改为四舍五入（与公布的不符）',
    expected: `${formatYuan(fen(printed * 100))} ${A_MONTH}`,
    got: money(A_MONTH, {
      place: { made: { standard: standard * 100, tekunBasicRounding: rounding } },
      facts: {},
      rule: 'tekunBasic',
    }),
  };
}

/** 濉溪: 1.3 times, and ten months' standard for a family in a year, less what it had before. */
const SUIXI = {
  made: {
    standard: 58_300,
    temporaryAmountRule: [{ title: '每人12个月', give: '12 months * standard * reliefPersons' }],
    temporaryCap: [
      {
        title: '一户一年不超过10个月标准',
        give: `max(0, 10 months * standard * 1 person
          - sum(pastRelief where grantedOn >= yearStart: pastAmount))`,
      },
    ],
  },
} as const;
const fire = {
  kind: 'emergency',
  cause: 'fire',
  severity: 'serious',
  persons: 1,
  months: 3,
  days: 90,
  loss: 5_000_000,
  repeatJustified: true,
} as const;

const LONGXIAN = { place: { region: '610327' }, on: '2022-06-01' } as const;
const longxian = (title: string, changed: Parameters<typeof person>[1]): Question['got'] =>
  money(A_MONTH, {
    ...LONGXIAN,
    facts: { residence: 'rural', members: [person('a', changed)], hardshipClass: title },
    rule: 'memberSupplement',
    of: 'a',
  });
const byClass = (hardshipClass: string, printed: string): Question => ({
  given: `农村，一人，评定为${hardshipClass.toUpperCase()}类，无收入`,
  what: '每月基本保障金',
  expected: printed,
  got: money(A_MONTH, {
    ...LONGXIAN,
    facts: { residence: 'rural', members: family(1), hardshipClass },
    rule: 'basicBenefit',
  }),
});

type Care = readonly [
  mode: 'institution' | 'home',
  cannot: number,
  words: string,
  printed: number,
  share: string,
];
const CARE: readonly Care[] = [
  ['institution', 6, '集中供养，全护理', 12_360, '50%'],
  ['institution', 3, '集中供养，半护理', 7416, '30%'],
  ['institution', 0, '集中供养，自理', 989, '4%'],
  ['home', 6, '分散供养，全护理', 8652, '35%'],
  ['home', 3, '分散供养，半护理', 4944, '20%'],
  ['home', 0, '分散供养，自理', 742, '3%'],
];
const ABILITIES = ['canEat', 'canDress', 'canGetUp', 'canToilet', 'canWalk', 'canBathe'] as const;
const TIERS = { 6: 'none', 3: 'partial', 0: 'full-self' } as const;
const WAGE_SHARES = CARE.map(([mode, cannot, words, , share]) => ({
  title: words,
  when: `careMode = '${mode}' and careTier = '${TIERS[cannot as keyof typeof TIERS]}'`,
  give: `${share} * minimumWage`,
}));

const care = (
  [mode, cannot, words, printed]: Care,
  place: Parameters<typeof money>[1]['place'],
  rules: string,
): Question => ({
  given: words,
  what: `每年照料护理标准，${rules}`,
  expected: `${printed} 元/年`,
  got: money('元/年', {
    place,
    facts: {
      members: [
        person('a', {
          careMode: mode,
          ...Object.fromEntries(ABILITIES.map((each, index) => [each, index >= cannot])),
        }),
      ],
    },
    rule: 'tekunCare',
    of: 'a',
    times: 12,
    inYuan: true,
  }),
});

const growth = (
  before: number,
  after: number,
  expected: string,
  decimals: 0 | 1 | 2,
): Question => ({
  given: `由${before}提高到${after}`,
  what: '增长',
  expected,
  got: () => growthText(before, after, decimals),
});

const growthInSichuan = (residence: 'urban' | 'rural', expected: string): Question => ({
  given: residence === 'urban' ? '城市，2024年和2025年标准' : '农村，2024年和2025年标准',
  what: '增长',
  expected,
  got: (readJson) => {
    const [before = 0, after = 0] = ['2025-06-30', '2025-07-01'].map((day) => {
      const on = localDate(day);
      const asOf = { on, knownOn: localDate('2025-08-01') };
      const looked = getStandard(regionOf({ region: '511703' }, readJson), residence, asOf);
      return looked.ok ? looked.found.amount : 0;
    });
    return growthText(fen(before), fen(after), 1);
  },
});

const AGED = { birth: '1950-01-01' } as const;

/** Class R: rates that follow from a standard. */
export const rateExamples: readonly WorkedExample[] = [
  {
    id: 'R1',
    title: '四川省特困基本生活标准，五年',
    kind: 'published',
    grade: 'A/B',
    source: '四川在线2021；ccschy.com 2022；四川省民政厅2023；达州2024；ctmanga.com 2025',
    rules: '低保标准的1.3倍，进一到元',
    questions: [
      ...PAIRS.map(([standard, printed]) => basicStandard(standard, printed)),
      { ...basicStandard(788, 1024, 'half-up'), kind: 'trap' as const },
    ],
  },
  {
    id: 'R3',
    title: '濉溪县2019年',
    kind: 'published',
    grade: 'A',
    source: 'https://www.sxx.gov.cn/zwgk/public/811/56426371.html',
    rules: '特困为农村标准的1.3倍，进一到元；临时救助一户一年不超过10个月标准',
    questions: [
      basicStandard(583, 758),
      {
        given: '标准583元，一年内没有救助过',
        what: '临时救助一户一年的最高额',
        expected: '5,830.00 元',
        got: money('元', {
          place: SUIXI,
          facts: { relief: fire, pastReliefs: [] },
          rule: 'temporaryExact',
        }),
      },
      {
        given: '标准583元，当年已救助5000元',
        kind: 'derived',
        what: '临时救助还可以给的最高额',
        expected: '830.00 元',
        got: money('元', {
          place: SUIXI,
          facts: {
            relief: fire,
            pastReliefs: [{ id: 'p', grantedOn: '2024-01-10', cause: 'fire', amount: 500_000 }],
          },
          rule: 'temporaryExact',
        }),
      },
    ],
  },
  {
    id: 'R5',
    title: '陇县2022年，农村分类和增发',
    kind: 'published',
    grade: 'A',
    source: 'http://www.longxian.gov.cn/art/2022/5/11/art_15135_1502372.html',
    rules:
      '陇县（regions/61/6103/610327）：A、B、C类定额；老年人、未成年人增发123元，重残、重病增发205元',
    questions: [
      byClass('a', '408.00 元/月'),
      byClass('b', '373.00 元/月'),
      byClass('c', '338.00 元/月'),
      {
        given: '农村，老年人',
        what: '每月增发',
        expected: '123.00 元/月',
        got: longxian('a', AGED),
      },
      {
        given: '农村，重病',
        what: '每月增发',
        expected: '205.00 元/月',
        got: longxian('a', { seriouslyIll: true }),
      },
      ...(
        [
          [30, '123.00 元/月'],
          [50, '205.00 元/月'],
        ] as const
      ).map(
        ([percent, printed]): Question => ({
          given: `基数410元（推算，每年4920元），${percent}%`,
          what: '每月增发，按比例',
          kind: 'derived',
          expected: printed,
          got: money(A_MONTH, {
            place: {
              made: {
                standard: 41_000,
                memberSupplementRule: [
                  { title: `增发${percent}%`, give: `${percent}% * standard * 1 person` },
                ],
              },
            },
            facts: {},
            rule: 'memberSupplement',
            of: 'a',
          }),
        }),
      ),
    ],
  },
  {
    id: 'R7',
    title: '合肥市瑶海区，特困照料护理标准',
    kind: 'published',
    grade: 'A',
    source: 'https://www.hfyaohai.gov.cn/public/18991/111225656.html',
    rules:
      '瑶海区（regions/34/3401/340102）公布的每年数；推算为最低工资标准（2060元）的50%、30%、4%和35%、20%、3%',
    questions: [
      ...CARE.map((each) =>
        care(
          each,
          { below: '340102', laidDown: { standard: { value: 700, unit: '元/人/月' } } },
          '按公布的数每月发放',
        ),
      ),
      ...CARE.map((each) => ({
        ...care(
          each,
          { made: { minimumWage: 206_000, tekunCareStandard: WAGE_SHARES } },
          '按最低工资标准的比例推算',
        ),
        kind: 'derived' as const,
      })),
    ],
  },
  {
    id: 'R9',
    title: '旬阳市2023年提标',
    kind: 'published',
    grade: 'B',
    source: 'https://zybzzg.com/Content-2520111.html',
    rules: '增长＝（新标准−旧标准）÷旧标准',
    questions: [
      growth(610, 645, '5.74%', 2),
      growth(4830, 5370, '11.18%', 2),
      growth(800, 840, '5%', 0),
      growth(6300, 6984, '10.86%', 2),
    ],
  },
  {
    id: 'R10',
    title: '四川省2025年提标',
    kind: 'published',
    grade: 'B',
    source: '同R1（2025年）',
    rules: '增长＝（新标准−旧标准）÷旧标准，标准取自regions/51/5117',
    questions: [growthInSichuan('urban', '4.8%'), growthInSichuan('rural', '6.9%')],
  },
];
