import { describe, expect, test } from 'vitest';
import { assessScheme } from '../assess.ts';
import { assessedFor, DAY, earned, family, household, person, placeWith } from '../worked-case.ts';

type Given = NonNullable<Parameters<typeof household>[0]>;
const assess = (given: Given, changed: Record<string, unknown> = {}) =>
  assessedFor('margin', household(given), placeWith(changed));
const withIncome = (amount: number, size = 1) => ({
  members: family(size),
  incomes: [earned('i', amount)],
});

describe('民发〔2021〕57号第八条第二款、《社会救助法》第二十一条：低保边缘家庭', () => {
  test('不符合低保、人均收入低于低保标准1.5倍的，符合；正好等于的不符合', () => {
    expect(assess(withIncome(80_000)).outcome).toBe('eligible');
    expect(assess(withIncome(119_999)).outcome).toBe('eligible');
    expect(assess(withIncome(120_000)).outcome).toBe('not-eligible');
  });

  test('符合低保的，不再认定为边缘家庭', () => {
    expect(assess(withIncome(79_999)).outcome).toBe('not-eligible');
  });

  test('收入低于低保标准、只因财产不符合低保的，按边缘的财产条件看', () => {
    const home = (id: string) => ({ id, owner: 'a', kind: 'house', houseKind: 'commercial' });
    const given = { ...withIncome(0), assets: [home('p'), home('q')] } as Given;
    expect(assess(given, { marginHomesLimit: 2 }).outcome).toBe('eligible');
    expect(assess(given, { marginHomesLimit: 1 }).outcome).toBe('not-eligible');
  });

  test('倍数和公布的收入线由地方定', () => {
    expect(assess(withIncome(130_000), { marginPercent: 200 }).outcome).toBe('eligible');
    const line = { marginIncomeLine: [{ title: '公布的线', give: '1300 yuan/month/person' }] };
    expect(assess(withIncome(129_999), line).outcome).toBe('eligible');
    expect(assess(withIncome(130_000), line).outcome).toBe('not-eligible');
  });

  test('不按月发钱，理由写明线和差多少', () => {
    const result = assess(withIncome(100_000));
    expect(result).toMatchObject({ monthlyAmount: null, persons: [], relief: null, exit: null });
    expect(result.plainWords).toBe(
      '您家按 1 口人计算，平均每人每月收入 1,000.00 元，低保标准是每人每月 800.00 元，符合低保边缘家庭条件。' +
        '这一项不按月发钱，认定后可以按规定申请医疗、教育、住房等救助。',
    );
    expect(result.wouldChange).toBe(
      '最近的线是“家庭月人均收入低于低保边缘收入线”：比规定的线低 200.00 元',
    );
    expect(assess(withIncome(120_500)).wouldChange).toBe(
      '“家庭月人均收入低于低保边缘收入线”超过规定的线 5.00 元',
    );
  });

  test('当地没有定边缘线的，收入够得着这条线的不能计算，也不影响低保', () => {
    const place = placeWith({ marginPercent: undefined });
    const margin = (amount: number) =>
      assessScheme('margin', household(withIncome(amount)), place, { on: DAY });
    expect(margin(80_000)).toMatchObject({
      ok: false,
      refusal: { code: 'parameter-missing' },
    });
    expect(margin(79_999)).toMatchObject({ ok: true, assessment: { outcome: 'not-eligible' } });
    const dibao = assessScheme('dibao', household(withIncome(80_000)), place, { on: DAY });
    expect(dibao).toMatchObject({ ok: true });
  });

  test('一个人也不能计入的，不能按户核算', () => {
    const facts = household({ members: [person('a', { specialStatus: 'serving-sentence' })] });
    expect(assessScheme('margin', facts, placeWith(), { on: DAY })).toMatchObject({
      ok: false,
      refusal: { code: 'no-member-counted' },
    });
  });

  test('财产未查的，指名；收入已经超过线的，不再问', () => {
    const open = { ...withIncome(100_000), assets: null };
    expect(assess(open, { marginHomesLimit: 1 }).missing.map((each) => each.text)).toEqual([
      '申请人的财产情况',
    ]);
    const above = { ...withIncome(120_000), assets: null };
    expect(assess(above, { marginHomesLimit: 1 })).toMatchObject({
      outcome: 'not-eligible',
      missing: [],
    });
  });
});
