import { describe, expect, test } from 'vitest';
import { fen } from '../kernel/fen.ts';
import { plainWords } from './plain-words.ts';

type Told = Parameters<typeof plainWords>[0];
type Reason = Told['reasons'][number];
const CITATION = { rule: 'DB-01', source: '测试' };
const reason = (rule: string, is: Reason['is'] = 'not-met'): Reason => ({
  ...{ rule, is, text: rule, citation: CITATION, distance: '' },
});
const person = (name: string, amount: number | null, outcome = 'eligible' as const) => ({
  ...{ member: name, name, outcome, text: '', missing: [], citation: CITATION },
  amount: amount === null ? null : fen(amount),
});
const words = (changed: Partial<Told>) =>
  plainWords({
    ...{ scheme: 'dibao', outcome: 'eligible', householdSize: 2, standard: fen(80_000) },
    ...{ perCapitaMonthly: { fen: 41_833, over: 1, shown: fen(41_833) } },
    ...{ monthlyAmount: fen(76_334), missing: [], reasons: [], persons: [], relief: null },
    ...changed,
  });

const FIGURES = '您家按 2 口人计算，平均每人每月收入 418.33 元，低保标准是每人每月 800.00 元，';
const AGAIN = '如果家里的情况有变化，或者您认为我们算得不对，可以随时提出，我们重新核算。';

describe('告诉家庭的话：数字、线、结果，没有条文号', () => {
  test('还不能得出结果的，说要补充什么', () => {
    const missing = ['申请人的收入金额', '配偶的出生日期'].map((text) => ({
      ...({ level: 'member', id: 'a', field: 'x', text } as const),
    }));
    expect(words({ outcome: 'undecided', missing })).toBe(
      '还不能得出结果。请补充：申请人的收入金额、配偶的出生日期。',
    );
  });

  test('符合低保的，说每月多少', () => {
    expect(words({})).toBe(`${FIGURES}符合低保条件，每月可以领取 763.34 元。`);
  });

  test('人口或者收入还没有定的，不说数字', () => {
    expect(words({ householdSize: null })).toMatch(/^您家，平均每人每月收入 418.33 元/);
    expect(words({ perCapitaMonthly: null })).toBe(
      '您家按 2 口人计算，符合低保条件，每月可以领取 763.34 元。',
    );
    expect(words({ standard: null })).toBe(
      '您家按 2 口人计算，符合低保条件，每月可以领取 763.34 元。',
    );
  });

  test.each([
    ['margin', '低保边缘'],
    ['rigid', '刚性支出困难'],
  ] as const)('%s 不按月发钱', (scheme, name) => {
    const text = words({ scheme });
    expect(text).toMatch(new RegExp(`^${FIGURES}符合${name}`, 'u'));
    expect(text).toContain('条件。这一项不按月发钱，认定后可以按规定申请医疗、教育、住房等救助。');
  });

  test('特困按人说，不说家庭的收入；人的金额没有定的用全户的', () => {
    const persons = [
      person('张三', 104_000),
      person('李四', null),
      { ...person('王五', 5), outcome: 'not-eligible' as const },
    ];
    expect(words({ scheme: 'tekun', persons })).toBe(
      '张三符合特困人员条件，每月可以领取 1,040.00 元。李四符合特困人员条件，每月可以领取 763.34 元。',
    );
    expect(words({ scheme: 'tekun', persons: [person('张三', null)], monthlyAmount: null })).toBe(
      '张三符合特困人员条件，每月可以领取 0.00 元。',
    );
  });

  test('临时救助：一次发的不说次数，两次以上说分几次', () => {
    const paid = (payments: readonly number[] | null) =>
      words({
        scheme: 'temporary',
        relief: {
          ...{ withinTownship: true, needsCoordination: false },
          payments: payments?.map(fen) ?? null,
        },
      });
    const once = '符合临时救助条件，可以领取 763.34 元。';
    expect(paid([76_334])).toBe(once);
    expect(paid(null)).toBe(once);
    expect(words({ scheme: 'temporary', relief: null })).toBe(once);
    expect(paid([38_167, 38_167])).toBe('符合临时救助条件，可以领取 763.34 元，分 2 次发放。');
  });
});

describe('不符合的，用家庭听得懂的话说原因', () => {
  const refused = (...reasons: readonly Reason[]) => words({ outcome: 'not-eligible', reasons });

  test('只说不符合的条件，同样的话只说一次', () => {
    expect(
      refused(
        reason('incomeBelowStandard'),
        reason('dibaoHomesWithin', 'met'),
        reason('dibaoVehiclesWithin', 'undecided'),
      ),
    ).toBe(`${FIGURES}不符合低保条件，因为平均收入没有低于低保标准。${AGAIN}`);
    expect(refused(reason('dibaoHomesWithin'), reason('marginHomesWithin'))).toBe(
      `${FIGURES}不符合低保条件，因为住房超过了规定的套数。${AGAIN}`,
    );
    expect(refused(reason('noLivelihood'), reason('noSupporter'))).toContain(
      '因为本人有收入来源或者财产超过了规定，有能够赡养、抚养、扶养的家人。',
    );
  });

  test('没有说法的条件不说原因', () => {
    expect(refused(reason('somethingElse'))).toBe(`${FIGURES}不符合低保条件。${AGAIN}`);
    expect(refused()).toBe(`${FIGURES}不符合低保条件。${AGAIN}`);
  });

  test('其他各项用全名，特困和临时救助不说收入', () => {
    const other = (scheme: Told['scheme']) => words({ scheme, outcome: 'not-eligible' });
    expect(other('tekun')).toBe(`不符合特困人员救助供养条件。${AGAIN}`);
    expect(other('temporary')).toBe(`不符合临时救助条件。${AGAIN}`);
    expect(other('margin')).toContain(`${FIGURES}不符合低保边缘`);
  });

  test.each([
    ['incomeBelowMargin', '平均收入没有低于低保边缘的收入线'],
    ['incomeBelowRigidLine', '平均收入没有低于规定的收入线'],
    ['rigidRatioMet', '必需的支出占收入的比例没有达到规定'],
    ['rigidPropertyMet', '财产超过了规定'],
    ['rigidOtherMet', '不符合当地的其他规定'],
    ['dibaoFinancialWithin', '存款等金融资产超过了规定'],
    ['tekunVehiclesWithin', '名下有按规定要计算的车辆、船舶或者大型农机'],
    ['marginHomeAreaWithin', '住房面积超过了规定'],
    ['dibaoNonResidentialWithin', '名下有超过规定的店铺等非居住用房'],
    ['rigidCapitalWithin', '名下市场主体的注册资本超过了规定'],
    ['dibaoNotBarred', '有当地规定的不符合财产条件的情形'],
    ['noLabourCapacity', '本人还有劳动能力'],
    ['notJailedOrMissing', '本人在监狱服刑或者被宣告失踪'],
    ['notInOrphanProgramme', '已经选择孤儿、事实无人抚养儿童保障'],
    ['temporaryConditionMet', '遇到的困难不属于临时救助的范围，或者收入、财产超过了规定'],
    ['notRepeated', '同一件事已经救助过'],
    ['withinYearlyCount', '今年救助的次数已经用完'],
  ])('%s', (rule, because) => {
    expect(refused(reason(rule))).toBe(`${FIGURES}不符合低保条件，因为${because}。${AGAIN}`);
  });
});
