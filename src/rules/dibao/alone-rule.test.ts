import { describe, expect, test } from 'vitest';
import { assessed, earned, household, person, placeWith } from '../worked-case.ts';
import { ALONE_DOOR } from './alone-rule.ts';

type Changed = Parameters<typeof person>[1];
type Given = NonNullable<Parameters<typeof household>[0]>;

/** A family with 1,000 yuan a head: above the standard, within 边缘. The member asked about is x. */
const family = (changed: Changed, more: Given = {}): Given => ({
  members: [person('a'), person('x', { specialHardship: false, ...changed })],
  incomes: [earned('i', 200_000)],
  ...more,
});
const alone = (given: Given, place: Record<string, unknown> = {}) =>
  assessed(household(given), placeWith(place)).persons.find((each) => each.member === 'x');
const door = (changed: Changed, place: Record<string, unknown> = {}) =>
  alone(family(changed), place)?.text ?? null;

const severe = { disabilityKind: 'physical', disabilityGrade: 2 } as const;
const clergy = { specialStatus: 'clergy', clergyApartSince: '2021-03-15' } as const;
const DISABILITY = '低保边缘家庭中的一级、二级重度残疾人或者三级智力、精神残疾人';

describe('民发〔2021〕57号第八条：可以单独提出申请的人员', () => {
  test('没有这些情形的，没有单人户', () => {
    expect(door({})).toBeNull();
  });

  test.each([
    ['physical', 1, DISABILITY],
    ['physical', 2, DISABILITY],
    ['physical', 3, null],
    ['intellectual', 3, DISABILITY],
    ['intellectual', 4, null],
    ['mental', 3, DISABILITY],
    ['mental', 4, null],
    ['hearing', 2, DISABILITY],
    ['hearing', 3, null],
  ] as const)('第一项：%s残疾%i级', (disabilityKind, disabilityGrade, expected) => {
    expect(door({ disabilityKind, disabilityGrade, employment: 'employed' })).toBe(expected);
  });

  test('第二项：患当地认定的重特大疾病', () => {
    expect(door({ seriouslyIll: true })).toBe('低保边缘家庭中患有当地认定的重特大疾病的人员');
  });

  test('第一项、第二项须是低保边缘家庭：人均收入正好1.5倍的不是', () => {
    const at = (income: number) =>
      alone(family({ seriouslyIll: true }, { incomes: [earned('i', income)] }))?.outcome;
    expect(at(239_999)).toBe('eligible');
    expect(at(240_000)).toBeUndefined();
    const employed = { ...severe, employment: 'employed' } as const;
    expect(alone(family(employed, { incomes: [earned('i', 240_000)] }))).toBeUndefined();
  });

  test('第一项、第二项须财产符合边缘规定', () => {
    const assets = [{ id: 'p', owner: 'a', kind: 'house', houseKind: 'commercial' } as const];
    const given = family({ seriouslyIll: true }, { assets });
    expect(alone(given, { marginHomesLimit: 1 })?.outcome).toBe('eligible');
    expect(alone(given, { marginHomesLimit: 0 })).toBeUndefined();
  });

  test('第三项：脱离家庭三年以上的教职人员，差一天的不是；不问家庭的收入', () => {
    const rich = { incomes: [earned('i', 900_000)] };
    expect(alone(family(clergy, rich))?.text).toContain('三年以上（含三年）');
    const days = { ...clergy, clergyApartSince: '2021-03-16' };
    expect(alone(family(days, rich))).toBeUndefined();
  });

  test('第四项：县级以上规定的其他人员', () => {
    const rule = { aloneExtraRule: [{ title: '高龄', when: 'ageYears >= 80 years', give: 'yes' }] };
    expect(door({ birth: '1944-03-15' }, rule)).toBe('县级以上民政部门规定的其他生活困难人员');
    expect(door({ birth: '1944-03-16' }, rule)).toBeNull();
    expect(door({ birth: '1944-03-15' })).toBeNull();
  });

  test('全家符合低保的，没有单人户：全员纳入', () => {
    const result = assessed(household(family({ ...severe }, { incomes: [] })));
    expect(result).toMatchObject({ outcome: 'eligible', persons: [] });
  });

  test('不计入家庭的人，除教职人员外不能单独申请', () => {
    expect(door({ ...severe, seriouslyIll: true, specialStatus: 'serving-sentence' })).toBeNull();
  });

  test('各人分别看：两人都符合的都列出', () => {
    const members = [
      person('a', { seriouslyIll: true }),
      person('x', severe),
      person('c', { relation: 'child' }),
    ];
    const incomes = [earned('i', 300_000, { member: 'c' })];
    const { persons } = assessed(household({ members, incomes }));
    expect(persons.map((each) => [each.member, each.outcome, each.amount])).toEqual([
      ['a', 'eligible', 80_000],
      ['x', 'eligible', 80_000],
    ]);
  });
});

describe('民发〔2022〕83号：无业的成年重度残疾人', () => {
  const rich = { incomes: [earned('i', 900_000)] };
  const at = (changed: Changed, place = {}) =>
    alone(family({ ...severe, ...changed }, rich), place)?.text ?? null;

  test.each(['registered-unemployed', 'unemployed', 'not-able'] as const)('%s 的', (employment) => {
    expect(at({ employment })).toBe('无业的成年重度残疾人');
  });

  test('就业的、三级的、未满18周岁的不是；没有这一条的时期不是', () => {
    expect(at({ employment: 'flexible' })).toBeNull();
    expect(at({ disabilityGrade: 3 })).toBeNull();
    const child = { relation: 'child', labourCapacity: 'none' } as const;
    expect(at({ ...child, birth: '2006-03-16' })).toBeNull();
    expect(at({ ...child, birth: '2006-03-15' })).toBe('无业的成年重度残疾人');
    expect(at({}, { unemployedDisabledDoor: false })).toBeNull();
  });
});

describe('《社会救助法》第二十一条第二款：确有特殊困难的人员', () => {
  test('须是边缘家庭，并经县级认定；施行以前没有这一条', () => {
    const text = '低保边缘家庭中确有特殊困难的人员';
    expect(door({ specialHardship: true })).toBe(text);
    expect(door({ specialHardship: true }, { specialHardshipDoor: false })).toBeNull();
    const rich = family({ specialHardship: true }, { incomes: [earned('i', 900_000)] });
    expect(alone(rich)).toBeUndefined();
  });
});

describe('单人户的收入和金额', () => {
  /** The family's 2,000 yuan, of which x has some. */
  const owning = (own: number, changed: Changed = severe, more: Given = {}): Given => ({
    ...family(changed),
    incomes: [earned('i', 200_000 - own), earned('j', own, { member: 'x' })],
    ...more,
  });

  test('只算本人收入的地方：低于标准的补差，正好等于的不符合', () => {
    expect(alone(owning(30_000))?.amount).toBe(50_000);
    expect(alone(owning(79_999))?.amount).toBe(1);
    expect(alone(owning(80_000))).toBeUndefined();
  });

  test('只算本人收入的地方：家庭以外义务人对本人的给付计入，扣完不为负', () => {
    const supporters: Given['supporters'] = [
      { id: 's', supports: 'x', agreedMonthly: 0, actualMonthly: 10_000, exemption: 'none' },
    ];
    const less = { incomes: [earned('i', 160_000), earned('j', 30_000, { member: 'x' })] };
    expect(alone(owning(30_000, severe, { supporters, ...less }))?.amount).toBe(40_000);
    const transfersPaid: Given['transfersPaid'] = [
      { id: 't', member: 'x', kind: 'other', period: 'per-month', amount: 30_001 },
    ];
    expect(alone(owning(30_000, severe, { transfersPaid }))?.amount).toBe(80_000);
  });

  test('按全家人均收入的地方：不再看本人，给全额', () => {
    expect(alone(owning(90_000), { aloneIncomeBasis: 'family' })?.amount).toBe(80_000);
  });

  test('教职人员一律只算本人', () => {
    const given = owning(30_000, clergy);
    expect(alone(given, { aloneIncomeBasis: 'family' })?.amount).toBe(50_000);
    expect(alone(owning(80_000, clergy), { aloneIncomeBasis: 'family' })).toBeUndefined();
  });

  test('补助额另有规定的从其规定，取整，不超过标准', () => {
    const rule = (give: string) => ({ aloneAmountRule: [{ title: '定额', give }] });
    expect(alone(owning(0), rule('70% * standard * 1 person'))?.amount).toBe(56_000);
    expect(alone(owning(0), rule('900 yuan/month'))?.amount).toBe(80_000);
    const yuan = { roundingStep: 100, roundingDirection: 'up' };
    expect(alone(owning(0), { ...rule('555.01 yuan/month'), ...yuan })?.amount).toBe(55_600);
    expect(alone(owning(30_001), yuan)?.amount).toBe(50_000);
    expect(alone(owning(30_001), { ...yuan, roundingDirection: 'down' })?.amount).toBe(49_900);
  });

  test('边缘的规定没有定的地方，单人户无从认定，不影响低保的结果', () => {
    const facts = household(family(severe));
    const none = placeWith({ marginFinancialLimit: undefined });
    expect(assessed(facts, none)).toMatchObject({ outcome: 'not-eligible', persons: [] });
    const unset = placeWith({ marginPercent: undefined, unemployedDisabledDoor: false });
    expect(assessed(facts, unset)).toMatchObject({
      outcome: 'not-eligible',
      persons: [
        {
          ...{ member: 'x', outcome: 'undecided', amount: null, missing: [] },
          text: '待查清：当地规定的“低保边缘收入线（占低保标准%）”（marginPercent，城市）',
        },
      ],
    });
  });

  test('情形已经清楚、只差收入的，写明情形；情形不清楚的，写明待查什么', () => {
    const unknown = { incomes: [earned('i', 100_000), earned('j', null, { member: 'x' })] };
    const own = alone(family(clergy, unknown));
    expect(own).toMatchObject({ outcome: 'undecided', amount: null });
    expect(own?.text).toBe(ALONE_DOOR.clergy);
    expect(own?.missing.map(({ field }) => field)).toEqual(['amount']);
    const unasked = { disabilityKind: null, seriouslyIll: null };
    expect(door(unasked)).toBe(
      '待查清：配偶的残疾类别、配偶的残疾等级、配偶的是否患当地认定的重特大疾病',
    );
    // Whatever is found out the place's own rule gives nothing: still nobody knows whether.
    const nothing = { aloneAmountRule: [{ title: '不发', give: '0 yuan/month' }] };
    expect(alone(family(unasked), nothing)).toMatchObject({ outcome: 'undecided', amount: null });
  });

  test('金额由地方规定、还没有规定的，待查清地方的规定', () => {
    const unset = placeWith({ roundingDirection: undefined, roundingStep: 100 });
    const [own] = assessed(household(owning(30_001)), unset).persons;
    expect(own).toMatchObject({ outcome: 'undecided', amount: null, missing: [] });
    expect(own?.text).toContain('待查清：当地规定的');
  });

  test('收入线没有定，按哪一条都可以单独享受的，不必等', () => {
    const facts = household(family(severe));
    const unset = placeWith({ marginPercent: undefined });
    expect(assessed(facts, unset).persons).toMatchObject([
      {
        ...{ member: 'x', outcome: 'eligible', amount: 80_000, missing: [] },
        text: `${DISABILITY}，或者无业的成年重度残疾人`,
      },
    ]);
  });

  test('还缺什么，指名是谁的哪一项', () => {
    const found = alone(family({ ...severe, disabilityGrade: null, employment: 'employed' }));
    expect(found).toMatchObject({ outcome: 'undecided', amount: null });
    expect(found?.text).toBe('待查清：配偶的残疾等级');
  });
});
