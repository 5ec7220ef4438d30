import { fen } from '../../kernel/fen.ts';
import { earned, family, household, person } from '../worked-case.ts';
import { averageText } from './report-figure.ts';
import {
  money,
  outcome,
  type Question,
  type ReadJson,
  type WorkedExample,
} from './worked-example.ts';

const reward = (kind: 'other' | 'family-planning', expected: string): Question => ({
  given: '3人，标准150元，年人均1200元，其中全家计生奖扶600元',
  what: kind === 'other' ? '全年低保金，奖扶金计入' : '全年低保金，奖扶金不计入',
  expected,
  got: money('元/年', {
    place: { made: { standard: 15_000 } },
    facts: {
      members: family(3),
      incomes: [
        earned('i', 300_000, { period: 'per-year' }),
        earned('j', 60_000, { period: 'per-year', kind }),
      ],
    },
    rule: 'monthlyAmount',
    times: 12,
  }),
});

/** The shipped rules of 秀屿, and the same with the slip of the published table copied into them. */
const xiuyu = outcome({
  place: { region: '350305' },
  on: '2023-10-01',
  facts: household({
    members: [...family(3), person('d', { relation: 'parent' })],
    incomes: [earned('i', 40_000)],
  }),
});
const misprinted =
  (readJson: ReadJson): ReadJson =>
  (path) =>
    path.endsWith('/350305/rule.json')
      ? JSON.parse(JSON.stringify(readJson(path)).replace('"450 yuan', '"4550 yuan'))
      : readJson(path);

const URBAN_MEDICAL = fen(383_000_000);

/** Class X: published, but wrong or contradictory; the rules must not repeat it. */
export const trapExamples: readonly WorkedExample[] = [
  {
    id: 'X1',
    title: '考试题，计生奖扶金计不计入',
    kind: 'trap',
    grade: 'C',
    source: 'https://ti.zuoweng.com/ti/AjLfKKKQ',
    rules: '答案1800元把奖扶金计入，解析又说一般不计入；57号文第十三条不计入',
    questions: [reward('family-planning', '2,400.00 元/年'), reward('other', '1,800.00 元/年')],
  },
  {
    id: 'X3',
    title: '秀屿区2023年，450元印作4550元',
    kind: 'trap',
    grade: 'A',
    source: 'https://www.ptxy.gov.cn/gzcy/hdjlzsk/qmzj_30228/shjzhfl/202309/t20230922_1865822.htm',
    rules:
      '秀屿区（regions/35/3503/350305）：每人补助额不得高于标准820元，高于的拒绝核算，检查文件时也报错',
    questions: [
      {
        given: '4人，缺劳动能力，定额录成4550元',
        what: '能否核算',
        expected: '不能核算：amount-above-standard',
        got: (readJson) => xiuyu(misprinted(readJson)),
      },
      {
        given: '4人，缺劳动能力，定额450元',
        what: '能否核算',
        expected: '符合',
        got: xiuyu,
      },
    ],
  },
  {
    id: 'X4',
    title: '泸州市2010年，城市医疗救助平均数',
    kind: 'trap',
    grade: 'B',
    source: '同A8（泸州市2010年报道）',
    rules: '平均数要写明除以什么：公布的58.7元不是每人次的平均，只有除以参保人数才相近',
    questions: [
      {
        given: '支出383万元，6657人次',
        what: '平均',
        expected: '每人次平均 575.33 元',
        got: () => averageText(URBAN_MEDICAL, { count: 6657, of: '人次' }),
      },
      {
        given: '支出383万元，参保64850人',
        what: '平均',
        expected: '每名参保人平均 59.06 元',
        got: () => averageText(URBAN_MEDICAL, { count: 64_850, of: '名参保人' }),
      },
    ],
  },
];
