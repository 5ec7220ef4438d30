import { describe, expect, test } from 'vitest';
import { assessHousehold } from './overview.ts';
import { schemes } from './scheme.ts';
import { DAY, earned, household, person, placeWith } from './worked-case.ts';

type Given = NonNullable<Parameters<typeof household>[0]>;
const able = {
  ...{ canEat: true, canDress: true, canGetUp: true },
  ...{ canToilet: true, canWalk: true, canBathe: true, currentScheme: 'none' as const },
};
const overview = (given: Given, place: Record<string, unknown> = {}) =>
  assessHousehold(household(given), placeWith(place), { on: DAY });
const qualifies = (given: Given, place: Record<string, unknown> = {}) =>
  overview(given, place).qualifies.map((each) => each.scheme);

/** Aged 74 without anybody: every scheme can be decided. */
const aged = (changed: Parameters<typeof person>[1] = {}) =>
  person('a', { birth: '1950-01-01', ...able, ...changed });
const noRelief: Given = { relief: { kind: 'none' }, pastReliefs: [] };

describe('国办发〔2023〕39号：一次申请、分类审核认定', () => {
  test('一份登记，五项都有结果', () => {
    const { results } = overview({ members: [aged()], ...noRelief });
    expect(Object.keys(results)).toEqual([...schemes]);
    expect(schemes.map((scheme) => results[scheme].ok)).toEqual(Array(5).fill(true));
  });

  test('低保不符合的，看边缘，再看刚性支出', () => {
    const worker = person('a', { ...able, labourCapacity: 'full' });
    const at = (amount: number, ownShare = 0) =>
      qualifies({
        members: [worker],
        incomes: [earned('i', amount)],
        spendings: [{ id: 'p', member: 'a', kind: 'medical', ownShare, aidReceived: 0 }],
        ...noRelief,
      });
    expect(at(79_999)).toEqual(['dibao']);
    expect(at(80_000)).toEqual(['margin']);
    expect(at(120_000)).toEqual([]);
    expect(at(120_000, 864_000)).toEqual([]);
    expect(at(120_000, 864_001)).toEqual(['rigid']);
  });

  test('临时救助与其他各项不排斥', () => {
    const relief: Given['relief'] = {
      ...{ kind: 'emergency', cause: 'fire', severity: 'general', persons: 1 },
      repeatJustified: false,
    };
    const given = { members: [person('a', able)], relief, pastReliefs: [] };
    expect(overview(given).qualifies).toEqual([
      { scheme: 'dibao', shutsOut: ['margin', 'rigid', 'tekun'] },
      { scheme: 'temporary', shutsOut: [] },
    ]);
  });

  test('一项的参数当地没有定，其他各项照常有结果', () => {
    const { results } = overview({ members: [aged()] }, { rigidSpendingKinds: undefined });
    expect(results.rigid).toMatchObject({ ok: false, refusal: { code: 'parameter-missing' } });
    expect(results.dibao.ok && results.tekun.ok && results.margin.ok).toBe(true);
  });
});

describe('特困和低保、低保和边缘、刚性不重复（I-18）', () => {
  const CHOICE = '申请人同时符合特困人员和低保条件，同一人只能享受一项，由本人选择。';
  const NOT_ALSO = '已符合最低生活保障，不再认定为低保边缘家庭、刚性支出困难家庭。';

  test('同一人同时符合特困和低保的，提示由本人选择', () => {
    const result = overview({ members: [aged()], ...noRelief });
    expect(result.qualifies.map((each) => each.scheme)).toEqual(['dibao', 'tekun']);
    expect(result.notes).toEqual([CHOICE, NOT_ALSO]);
  });

  test('不计入低保家庭的人，没有这一选择', () => {
    const members = [
      person('b', { ...able, relation: 'self' }),
      person('x', { ...able, relation: 'parent', specialStatus: 'conscript' }),
    ];
    const { notes, results } = overview({ members, ...noRelief });
    const tekun = results.tekun.ok ? results.tekun.assessment.persons : [];
    expect(tekun.map((each) => each.outcome)).toEqual(['not-eligible', 'not-eligible']);
    expect(notes).toEqual([NOT_ALSO]);
  });

  test('低保当地没有规定的，不提示选择', () => {
    const { notes, results } = overview(
      { members: [aged()], ...noRelief },
      { amountMethod: undefined },
    );
    expect(results.dibao.ok).toBe(false);
    expect(notes).toEqual([]);
  });

  test('单人户和特困是同一人的，也提示', () => {
    const severe = { disabilityKind: 'physical', disabilityGrade: 1 } as const;
    const members = [
      person('x', { ...able, ...severe, relation: 'self', birth: '1950-01-01' }),
      person('b', { ...able, birth: '1950-01-01', specialHardship: false }),
    ];
    const incomes = [earned('i', 170_000, { member: 'b' })];
    const supported = overview({ members, incomes, ...noRelief });
    expect(supported.results.dibao).toMatchObject({ assessment: { outcome: 'not-eligible' } });
    expect(supported.notes).toEqual(['已符合低保边缘家庭，不再认定为刚性支出困难家庭。']);
    const apart = members.map((each) =>
      each.id === 'b'
        ? { ...each, relation: 'grandchild' as const, birth: '2012-01-01', orphanProgramme: true }
        : each,
    );
    expect(overview({ members: apart, incomes, ...noRelief }).notes).toEqual([
      CHOICE,
      '已符合低保边缘家庭，不再认定为刚性支出困难家庭。',
    ]);
  });

  test('已符合边缘的不再认定刚性；已是特困的家庭不认定刚性', () => {
    const worker = person('a', { ...able, labourCapacity: 'full' });
    const given = {
      members: [worker],
      incomes: [earned('i', 100_000)],
      spendings: [
        { id: 'p', member: 'a', kind: 'medical' as const, ownShare: 900_000, aidReceived: 0 },
      ],
      ...noRelief,
    };
    expect(overview(given).notes).toEqual(['已符合低保边缘家庭，不再认定为刚性支出困难家庭。']);
    const tekun = { ...worker, currentScheme: 'tekun' as const };
    expect(qualifies({ ...given, members: [tekun], incomes: [earned('i', 120_000)] })).toEqual([]);
  });

  test('一项还没有定的，不算符合，也不排斥别的', () => {
    const open = overview({ members: [aged()], assets: null, ...noRelief });
    expect(open.results.dibao).toMatchObject({ assessment: { outcome: 'undecided' } });
    expect(open.qualifies.map((each) => each.scheme)).toEqual(['tekun']);
    expect(open.notes).toEqual([]);
  });
});
