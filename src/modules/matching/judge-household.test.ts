import { describe, expect, test } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import { type Hit, judgeHousehold, type MatchedHousehold } from './judge-household.ts';
import { BIRTH, hit, household, member, MONTH, numberFor } from './matching.fixture.ts';
import { type RuleCode, ruleCodes } from './rule.ts';
import { createSourceCatalogue } from './source-catalogue.ts';

const rules = createSourceCatalogue().rulesOf('511702', localDate('2026-11-23'));
const found = (of: MatchedHousehold, hits: readonly Hit[]) =>
  judgeHousehold(of, hits, { month: MONTH, rules });
const codes = (of: MatchedHousehold, ...hits: Hit[]) => found(of, hits).map(({ rule }) => rule);

/** For each kind a household it must be found in, and one beside it that it must not be found in. */
type Pair = readonly [
  odd: MatchedHousehold,
  oddHits: Hit[],
  even: MatchedHousehold,
  evenHits: Hit[],
];
const plain = household();
const pairs: Readonly<Record<RuleCode, Pair>> = {
  death: [
    plain,
    [hit('death', { date: '2026-11-30' })],
    plain,
    [hit('death', { date: '2026-12-01' })],
  ],
  double: [
    plain,
    [hit('aid', { code: '孤儿基本生活费' })],
    household({ isPaid: false }),
    [hit('aid')],
  ],
  payroll: [
    plain,
    [hit('payroll')],
    household({ members: [member('m1', { isDead: true })] }),
    [hit('payroll')],
  ],
  property: [
    plain,
    [hit('house'), hit('house', { memberId: 'm2', place: 3 })],
    plain,
    [hit('house'), hit('vehicle', { code: '残疾人代步车' })],
  ],
  income: [
    plain,
    [hit('pension', { amount: 148_001 })],
    plain,
    [hit('pension', { amount: 148_000 })],
  ],
  'shared-account': [household({ sharesAccountWith: ['演低保〔2024〕2号'] }), [], plain, []],
  'other-holder': [
    plain,
    [hit('holder', { memberId: '', text: '演乙' })],
    plain,
    [hit('holder', { memberId: '', text: '演甲m2' })],
  ],
  amount: [household({ ruleAmount: fen(60_001) }), [], household({ ruleAmount: null }), []],
  covered: [household({ familySize: 1 }), [], plain, [hit('household', { amount: 2 })]],
  identity: [
    household({ members: [member('m1', { birth: localDate('1948-03-03') }), member('m2')] }),
    [],
    household({ members: [member('m1', { birth: null, sex: null }), member('m2')] }),
    [],
  ],
  away: [
    plain,
    [hit('residence', { date: '2026-06-01' })],
    plain,
    [hit('residence', { date: '2026-06-02' })],
  ],
  'paid-when-stopped': [
    household({ dueIn: () => fen(0) }),
    [hit('payment', { date: '2026-10-01', amount: 60_000 })],
    household({ dueIn: () => null }),
    [hit('payment', { date: '2026-10-01', amount: 60_000 })],
  ],
  kin: [plain, [hit('kin')], household({ kin: true }), [hit('kin')]],
  relief: [
    plain,
    [
      hit('relief', { date: '2026-01-10', code: '火灾' }),
      hit('relief', { date: '2027-01-09', code: '火灾', place: 3 }),
    ],
    plain,
    [
      hit('relief', { date: '2026-01-10', code: '火灾' }),
      hit('relief', { date: '2027-01-10', code: '火灾', place: 3 }),
    ],
  ],
};

describe('定期信息比对的十四条规则', () => {
  test.each(ruleCodes)('%s：在界上的查得出，界外的不误报', (rule) => {
    const [odd, oddHits, even, evenHits] = pairs[rule];
    expect(codes(odd, ...oddHits)).toEqual([rule]);
    expect(codes(even, ...evenHits)).toEqual([]);
  });

  test('没有来源数据、登记相符的家庭没有疑点', () => {
    expect(found(plain, [])).toEqual([]);
  });

  test('身份证号校验位不对、性别不符也算', () => {
    const wrong = numberFor(BIRTH).replace(/.$/, (last) => (last === '1' ? '2' : '1'));
    expect(
      codes(household({ members: [member('m1', { idNumber: wrong }), member('m2')] })),
    ).toEqual(['identity']);
    expect(codes(household({ members: [member('m1', { sex: 'female' }), member('m2')] }))).toEqual([
      'identity',
    ]);
  });

  test('登记的账户户名不是本户人员，没有银行数据也查得出', () => {
    expect(codes(household({ accountHolder: '演乙' }))).toEqual(['other-holder']);
    expect(codes(household({ accountHolder: '' }))).toEqual([]);
  });

  test('不在发放的家庭只查停发月份和临时救助', () => {
    const all = ruleCodes.filter((rule) =>
      codes({ ...pairs[rule][0], isPaid: false }, ...pairs[rule][1]).includes(rule),
    );
    expect(all).toEqual(['paid-when-stopped', 'relief']);
  });

  test('同样的数据得到同样的疑点；数字变了是新的疑点', () => {
    const one = found(plain, [hit('pension', { amount: 150_000 })]);
    expect(found(plain, [hit('pension', { amount: 150_000 })])).toEqual(one);
    expect(found(plain, [hit('pension', { amount: 150_001 })])[0]?.figures).not.toBe(
      one[0]?.figures,
    );
  });
});

const HOUSEHOLDS = 50_000;
const PLANTED = 300;

/** Ordinary households: with a birthday of their own, a small pension, an account, a scooter here and there. */
function ordinary(index: number): readonly [MatchedHousehold, Hit[]] {
  const month = (from: number) => String(1 + (from % 12)).padStart(2, '0');
  const birth = localDate(`${1930 + (index % 60)}-${month(index)}-${month(index * 7)}`);
  const own = member('m1', {
    birth,
    idNumber: numberFor(birth, (index % 499) * 2 + 1),
    name: `演${index}`,
  });
  const hits = [
    ...(index % 3 === 0 ? [hit('pension', { amount: 12_000 + (index % 500) })] : []),
    ...(index % 11 === 0 ? [hit('house')] : []),
    ...(index % 17 === 0 ? [hit('vehicle', { code: '残疾人代步车' })] : []),
    ...(index % 5 === 0 ? [hit('payment', { date: '2026-11-01', amount: 60_000 })] : []),
    ...(index % 23 === 0 ? [hit('relief', { date: '2026-03-01', code: '重大疾病' })] : []),
    ...(index % 29 === 0 ? [hit('residence', { date: '2026-10-01' })] : []),
  ];
  return [
    household({ benefitId: `b${index}`, members: [own], familySize: 1, accountHolder: own.name }),
    hits,
  ];
}

describe('T-07 五万户名册里埋下三百个问题户（TH-07）', () => {
  test('十四种问题户一个不漏，误报不超过百分之二，什么也不自动停发', () => {
    const planted = new Map(
      Array.from({ length: PLANTED }, (_, index) => [
        (index * 163 + 7) % HOUSEHOLDS,
        ruleCodes[index % ruleCodes.length] as RuleCode,
      ]),
    );
    expect(planted.size).toBe(PLANTED);
    const missed: string[] = [];
    let alarms = 0;
    for (let index = 0; index < HOUSEHOLDS; index += 1) {
      const kind = planted.get(index);
      const [normal, hits] = ordinary(index);
      const [odd, oddHits] = kind ? pairs[kind] : [normal, []];
      const of = kind ? { ...odd, benefitId: normal.benefitId } : normal;
      const rulesFound = codes(of, ...(kind ? oddHits : hits));
      if (kind && !rulesFound.includes(kind)) missed.push(`${index} ${kind}`);
      if (!kind && rulesFound.length > 0) alarms += 1;
    }
    expect(missed).toEqual([]);
    expect(alarms / (HOUSEHOLDS - PLANTED)).toBeLessThanOrEqual(0.02);
  });

  test('规则失效以前的日子不用它：没有规则就没有疑点', () => {
    const early = createSourceCatalogue().rulesOf('511702', localDate('2025-12-31'));
    expect(
      judgeHousehold(pairs.kin[0], pairs.kin[1], { month: '2026-01' as Month, rules: early }),
    ).toEqual([]);
  });
});
