import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { assessScheme } from '../assess.ts';
import { assessed, DAY, family, household, person, placeWith } from '../worked-case.ts';

/** The second member's result beside a plain applicant. */
function second(changed: Parameters<typeof person>[1], on = '2024-03-15') {
  const facts = household({ members: [person('a'), person('x', changed)] });
  const result = assessed(facts, placeWith(), { on: localDate(on) });
  const found = result.members.find((each) => each.id === 'x');
  return { counted: found?.counted, ground: found?.ground, reason: found?.reason, result };
}

describe('民发〔2021〕57号第七条第一款：共同生活的家庭成员', () => {
  test('申请人和配偶计入', () => {
    const { members, householdSize } = assessed(household({ members: family(2) }));
    expect(members.map((each) => each.ground)).toEqual(['in-applicant', 'in-spouse']);
    expect(householdSize).toBe(2);
  });

  const apart = { relation: 'child', canLiveIndependently: true, livesTogether: false } as const;
  test('子女17周岁的计入：未成年子女', () => {
    expect(second({ ...apart, birth: '2006-03-16' }).ground).toBe('in-minor');
  });

  test('子女满18周岁当日起不再因未成年计入', () => {
    expect(second({ ...apart, birth: '2006-03-15' })).toMatchObject({
      counted: false,
      ground: 'out-apart',
    });
  });

  test('成年子女在读全日制本科的计入', () => {
    const student = { ...apart, birth: '2004-01-01', studentFullTime: true } as const;
    expect(second({ ...student, studentLevel: 'undergraduate' }).ground).toBe('in-student');
  });

  test('成年子女在读研究生的不因就学计入', () => {
    const student = { ...apart, birth: '2000-01-01', studentFullTime: true } as const;
    expect(second({ ...student, studentLevel: 'postgraduate' }).counted).toBe(false);
  });

  test('成年子女在读非全日制本科的不因就学计入', () => {
    const student = { ...apart, birth: '2000-01-01', studentFullTime: false } as const;
    expect(second({ ...student, studentLevel: 'undergraduate' }).counted).toBe(false);
  });

  test('成年子女不能独立生活的计入', () => {
    const adult = { ...apart, birth: '1995-01-01', canLiveIndependently: false };
    expect(second(adult).ground).toBe('in-dependent');
  });

  const parent = { relation: 'parent', birth: '1950-01-01' } as const;
  test('父母共同居住满规定月数的计入', () => {
    expect(second({ ...parent, livesTogetherMonths: 12 }).ground).toBe('in-supported');
  });

  test('父母共同居住差一个月的不计入', () => {
    expect(second({ ...parent, livesTogetherMonths: 11 }).ground).toBe('out-apart');
  });

  test('长期同住但没有法定赡养、扶养、抚养关系的不计入', () => {
    expect(second({ relation: 'not-supported' }).ground).toBe('out-not-supported');
    expect(second({ relation: 'sibling', statutorySupport: false }).ground).toBe(
      'out-not-supported',
    );
    expect(second({ relation: 'sibling', statutorySupport: true }).ground).toBe('in-supported');
  });
});

describe('民发〔2021〕57号第七条第二款：不计入的人员', () => {
  test('宗教教职人员脱离家庭差一天满三年的仍计入', () => {
    const clergy = { specialStatus: 'clergy', clergyApartSince: '2021-03-16' } as const;
    expect(second(clergy).ground).toBe('in-spouse');
  });

  test('宗教教职人员脱离家庭正好三年的不计入', () => {
    const clergy = { specialStatus: 'clergy', clergyApartSince: '2021-03-15' } as const;
    expect(second(clergy).ground).toBe('out-clergy');
  });

  test.each([
    ['serving-sentence', 'out-sentence'],
    ['drug-treatment', 'out-treatment'],
    ['declared-missing', 'out-missing'],
    ['conscript', 'out-provincial'],
  ] as const)('%s 的不计入，理由 %s', (specialStatus, ground) => {
    expect(second({ specialStatus })).toMatchObject({ counted: false, ground });
  });

  test('省级没有列入义务兵的地方，义务兵照常计入', () => {
    const facts = household({
      members: [person('a'), person('x', { specialStatus: 'conscript' })],
    });
    expect(assessed(facts, placeWith({ provincialExclusions: [] })).householdSize).toBe(2);
  });

  test('不计入的人的收入也不计', () => {
    const facts = household({
      members: [person('a'), person('x', { specialStatus: 'serving-sentence' })],
      incomes: [
        { id: 'i', member: 'x', kind: 'other', period: 'per-month', amount: 500_000, costs: 0 },
      ],
    });
    expect(assessed(facts)).toMatchObject({ householdSize: 1, monthlyAmount: 80_000 });
  });

  test('一个人也不能计入的，不能按户核算', () => {
    const facts = household({ members: [person('a', { specialStatus: 'serving-sentence' })] });
    const result = assessScheme('dibao', facts, placeWith(), { on: DAY });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'no-member-counted' } });
  });
});

describe('尚未查清的成员情况', () => {
  test('特定情形未知的，成员待定并指名缺什么', () => {
    const { result, counted, reason } = second({ specialStatus: null });
    expect(counted).toBeNull();
    expect(reason).toBe('待查清：配偶的特定情形');
    expect(result.outcome).toBe('undecided');
    expect(result.missing.map((each) => each.text)).toEqual(['配偶的特定情形']);
  });

  test('子女出生日期未知但不能独立生活的，无论年龄都计入', () => {
    const child = { relation: 'child', birth: null, labourCapacity: 'none' } as const;
    expect(second(child)).toMatchObject({ counted: true, ground: null });
    expect(second(child).result.outcome).toBe('eligible');
  });

  test('消息里可以用成员的姓名', () => {
    const facts = household({ members: [person('a'), person('x', { specialStatus: null })] });
    const nameOf = (each: { id: string }) => (each.id === 'x' ? '李×' : '王×');
    const result = assessed(facts, placeWith(), { on: DAY, nameOf });
    expect(result.missing[0]?.text).toBe('李×的特定情形');
  });
});
