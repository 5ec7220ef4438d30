import { describe, expect, test } from 'vitest';
import { assessScheme } from './assess.ts';
import { assessed, assessedFor, DAY, earned, household, person, placeWith } from './worked-case.ts';

type Given = NonNullable<Parameters<typeof household>[0]>;
const dibao = (given: Given, place: Record<string, unknown> = {}) =>
  assessed(household(given), placeWith(place));
const severe = { disabilityKind: 'physical', disabilityGrade: 1 } as const;

describe('一项核算的结果：只有符合时才有档次、增发', () => {
  const extra = {
    memberSupplementRule: [
      { title: '重度残疾', when: 'isSeverelyDisabled', give: '100 yuan / 1 month' },
    ],
  };
  const given = (amount: number): Given => ({
    members: [person('a', severe)],
    incomes: [earned('i', amount)],
  });

  test('符合的有增发，不符合的没有', () => {
    const [granted, refused] = [dibao(given(20_000), extra), dibao(given(90_000), extra)];
    expect([granted.outcome, refused.outcome]).toEqual(['eligible', 'not-eligible']);
    expect(granted.supplements).toEqual([{ member: 'a', name: '申请人', amount: 10_000 }]);
    expect(refused.supplements).toEqual([]);
    expect([granted.basicAmount, refused.basicAmount]).toEqual([60_000, 0]);
  });

  test('其他各项没有低保的基本金额、增发和退出', () => {
    const margin = assessedFor('margin', household(given(100_000)), placeWith(extra));
    expect(margin).toMatchObject({
      ...{ basicAmount: null, tier: null, supplements: [], persons: [], exit: null, relief: null },
    });
  });

  test('渐退只在低保不符合、而且登记了退出原因时看', () => {
    const exit: Given['exit'] = { reason: 'work', since: '2024-02-15', formerAmount: 30_000 };
    const at = (amount: number, more: Given) => dibao({ ...given(amount), ...more }).exit;
    expect(at(90_000, { exit })).toMatchObject({ applies: true });
    expect(at(90_000, { exit: null })).toBeNull();
    expect(at(20_000, { exit })).toBeNull();
    expect(assessedFor('margin', household({ ...given(130_000), exit })).exit).toBeNull();
  });
});

describe('算出的金额超过标准的地方', () => {
  const above = {
    amountMethod: 'per-head',
    perHeadAmount: [{ title: '定额', give: 'standard + 1 yuan / 1 month / 1 person' }],
  };
  const assess = (amount: number) =>
    assessScheme('dibao', household({ incomes: [earned('i', amount)] }), placeWith(above), {
      on: DAY,
    });

  test('符合的不能发，写明原因；不符合的照常不符合', () => {
    const granted = assess(20_000);
    if (granted.ok) throw new Error(JSON.stringify(granted.assessment.monthlyAmount));
    expect(granted.refusal).toMatchObject({
      code: 'amount-above-standard',
      message: expect.stringContaining('算出的补助额超过了低保标准'),
    });
    expect(assess(90_000)).toMatchObject({ ok: true, assessment: { outcome: 'not-eligible' } });
  });

  test('只看低保', () => {
    const facts = household({ incomes: [earned('i', 20_000)] });
    expect(assessScheme('margin', facts, placeWith(above), { on: DAY }).ok).toBe(true);
  });
});

describe('有疑问的规定写在结果旁边', () => {
  const doubted = (name: string) => {
    const place = placeWith();
    return {
      ...place,
      files: place.files.map((file) => ({
        ...file,
        entries: file.entries.map((each) =>
          each.parameter === name ? { ...each, doubt: '只见到转载' } : each,
        ),
      })),
    };
  };

  test('用到的参数的疑问列出，没有疑问的不列', () => {
    expect(assessed(household(), doubted('standard')).doubts).toContain('低保标准：只见到转载');
    expect(assessed(household()).doubts).not.toContain('低保标准：只见到转载');
  });
});

describe('特困按人定，全户的结果由人合成', () => {
  const able = {
    ...{ canEat: true, canDress: true, canGetUp: true, canToilet: true, canWalk: true },
    ...{ canBathe: true, currentScheme: 'none' as const },
  };
  const assess = (...members: ReturnType<typeof person>[]) =>
    assessedFor('tekun', household({ members }));
  const old = (id: string, changed: Parameters<typeof person>[1] = {}) =>
    person(id, { ...able, birth: '1950-01-01', ...changed });

  test('有人符合就是符合，金额相加；没有人符合就是不符合', () => {
    const one = assess(old('a'));
    expect(one).toMatchObject({ outcome: 'eligible', missing: [] });
    const two = assess(old('a'), old('b'));
    expect(two.monthlyAmount).toBe((one.monthlyAmount ?? 0) * 2);
    expect(assess(person('a', { ...able, labourCapacity: 'full' }))).toMatchObject({
      ...{ outcome: 'not-eligible', monthlyAmount: 0 },
    });
  });

  test('有人还没有定，就还没有定，写明缺什么', () => {
    const open = assess(old('a'), old('b', { canEat: null }));
    expect(open).toMatchObject({ outcome: 'undecided', monthlyAmount: null });
    expect(open.missing.map((each) => each.text)).toEqual(['配偶的能否自主吃饭']);
  });

  test('每个人只写第一个不符合的条件', () => {
    const worker = person('a', { ...able, labourCapacity: 'full' });
    expect(assess(worker).reasons).toHaveLength(1);
    expect(assess(old('a')).reasons).toHaveLength(5);
  });
});
