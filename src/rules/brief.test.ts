import { describe, expect, test } from 'vitest';
import { briefOf } from './brief.ts';
import { assessHousehold } from './overview.ts';
import { DAY, earned, family, household, person, placeWith } from './worked-case.ts';

type Given = NonNullable<Parameters<typeof household>[0]>;
const brief = (given: Given, place: Record<string, unknown> = {}) =>
  briefOf(assessHousehold(household(given), placeWith(place), { on: DAY }), DAY);

const able = {
  ...{ canEat: true, canDress: true, canGetUp: true, canToilet: true, canWalk: true },
  ...{ canBathe: true, currentScheme: 'none' as const },
};
const noRelief: Given = { relief: { kind: 'none' }, pastReliefs: [] };

describe('一户一行：每一项的结果和金额', () => {
  test('人口、人均收入和标准只写一次；边缘和刚性支出不按月发钱，没有金额', () => {
    expect(
      brief({ members: [person('a', able)], incomes: [earned('i', 20_000)], ...noRelief }),
    ).toEqual({
      ...{ on: DAY, householdSize: 1, perCapita: 20_000, standard: 80_000 },
      schemes: {
        dibao: { outcome: 'eligible', amount: 60_000, persons: [], exit: null, missing: [] },
        margin: { outcome: 'not-eligible', amount: null, persons: [], exit: null, missing: [] },
        rigid: { outcome: 'not-eligible', amount: null, persons: [], exit: null, missing: [] },
        tekun: expect.objectContaining({ outcome: 'not-eligible', amount: 0, persons: [] }),
        temporary: expect.objectContaining({ outcome: 'not-eligible', exit: null }),
      },
    });
  });

  test('特困按人写，只写符合的人', () => {
    const members = [
      person('a', { ...able, birth: '1950-01-01' }),
      person('b', {
        ...able,
        relation: 'not-supported',
        statutorySupport: false,
        labourCapacity: 'full',
      }),
    ];
    const { schemes } = brief({ members, ...noRelief }, { tekunExemptKinds: [] });
    expect(schemes.tekun).toMatchObject({
      outcome: 'eligible',
      persons: [{ member: 'a', amount: expect.any(Number) }],
    });
    expect('persons' in schemes.tekun && schemes.tekun.persons).toHaveLength(1);
  });

  test('还缺的事实逐项写明', () => {
    const { schemes, perCapita } = brief({ incomes: null, ...noRelief });
    expect(schemes.dibao).toMatchObject({ outcome: 'undecided', amount: null });
    expect('missing' in schemes.dibao && schemes.dibao.missing.length).toBeGreaterThan(0);
    expect(perCapita).toBeNull();
  });

  test('当地没有规定的一项写明原因，其他各项照常', () => {
    const { schemes } = brief(
      { members: family(2), ...noRelief },
      { rigidSpendingKinds: undefined },
    );
    expect(schemes.rigid).toEqual({ refused: expect.stringContaining('rigidSpendingKinds') });
    expect(schemes.margin).toMatchObject({ outcome: 'not-eligible' });
  });

  test('各项都不能计算的，人口和标准也不写', () => {
    const nobody = [person('a', { specialStatus: 'serving-sentence' })];
    expect(brief({ members: nobody, ...noRelief })).toMatchObject({
      ...{ householdSize: null, perCapita: null, standard: null },
      schemes: { dibao: { refused: expect.stringContaining('没有可以计入的共同生活家庭成员') } },
    });
  });

  test('渐退的家庭写明渐退期间的金额', () => {
    const exit: Given['exit'] = { reason: 'work', since: '2024-02-15', formerAmount: 30_000 };
    const leaving = (more: Given) => {
      const { schemes } = brief({ incomes: [earned('i', 90_000)], ...noRelief, ...more });
      return 'exit' in schemes.dibao ? schemes.dibao.exit : 'refused';
    };
    expect(leaving({ exit })).toBe(30_000);
    expect(leaving({ exit: { ...exit, since: '2022-02-15' } })).toBeNull();
    expect(leaving({})).toBeNull();
  });
});
