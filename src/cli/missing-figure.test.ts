import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { placeCode } from '../kernel/place.ts';
import { assessScheme } from '../rules/assess.ts';
import { briefOf } from '../rules/brief.ts';
import { bulkBriefs } from '../rules/bulk-brief.ts';
import type { HouseholdFactsInput } from '../rules/facts.ts';
import { assessHousehold } from '../rules/overview.ts';
import { loadRegion } from '../rules/region.ts';
import type { Scheme } from '../rules/scheme.ts';
import { earned, household, person } from '../rules/worked-case.ts';
import { readRegionJson } from './region-reader.ts';

/** 达州 has not published last year's disposable income per head, which 刚性, 特困 and 临时 may rest on. */

const region = loadRegion(readRegionJson, '511703');
const asOf = { on: localDate('2025-09-01'), knownOn: localDate('2025-09-01') };
const REFUSED =
  '达州市2025年9月1日没有“上年度当地居民人均可支配收入”（disposableIncome，城市）的规定，' +
  '不能计算。请县级民政部门在地方参数中补录文件和数值。';
type Given = Partial<HouseholdFactsInput>;
type Asset = NonNullable<HouseholdFactsInput['assets']>[number];

/** One adult with 2,000 yuan a month, who spends 1,500 yuan of it on medicine. */
const single = (changed: Given = {}) =>
  household({
    place: placeCode('511703001'),
    members: [person('a', { currentScheme: 'none', specialHardship: false })],
    incomes: [earned('i', 200_000)],
    spendings: [{ id: 's', member: 'a', kind: 'medical', ownShare: 1_800_000, aidReceived: 0 }],
    ...{ hiresOthers: false, highFeeEducation: false, usesVehicles: false },
    ...{ extraConsumption: 0, utilitiesMonthly: 0, pastReliefs: [] },
    ...changed,
  });

const vehicle = (vehicleUse: Asset['vehicleUse']): Given => ({
  assets: [{ id: 'v', owner: 'a', kind: 'vehicle', vehicleUse, value: 1, necessary: false }],
});

/** After a fire, or for the costs of an illness. */
const relief = (kind: 'emergency' | 'spending', changed: Given = {}): Given => ({
  relief: {
    ...{ kind, cause: 'fire', severity: 'serious', persons: 1, months: 1, days: 10 },
    ...{ loss: 100_000, repeatJustified: false },
  },
  ...changed,
});

/** An old person without income, whose son of 70 earns little enough or too much to say without the line. */
const parent = (ownMonthlyIncome: number, propertyWithinLimit: boolean | null): Given => ({
  members: [
    person('a', {
      ...{ birth: '1930-01-01', labourCapacity: 'none', currentScheme: 'none' },
      ...{ specialHardship: false, orphanProgramme: false, careMode: 'home' },
      ...{ canEat: true, canDress: true, canGetUp: true },
      ...{ canToilet: true, canWalk: true, canBathe: true },
    }),
  ],
  incomes: [],
  spendings: [],
  supporters: [
    {
      ...{ id: 's', supports: 'a', relation: 'child', birth: '1955-01-01', exemption: 'none' },
      ...{ disabilityKind: 'none', agreedMonthly: 0, actualMonthly: 0, obligors: 1 },
      ...{ familySize: 1, familyMonthlyIncome: ownMonthlyIncome, supportedPersons: 1 },
      ...{ seriouslyIll: false, residence: 'urban', ownMonthlyIncome, propertyWithinLimit },
    },
  ],
});

function told(scheme: Scheme, changed: Given): string {
  const result = assessScheme(scheme, single(changed), region, asOf);
  return result.ok ? result.assessment.outcome : result.refusal.message;
}

const decided: readonly (readonly [string, Scheme, Given, string])[] = [
  ['有按规定计算的车，财产已不符合', 'rigid', vehicle('private'), 'not-eligible'],
  ['电动自行车不算，要看收入线', 'rigid', vehicle('electric-bike'), REFUSED],
  ['没有刚性支出', 'rigid', { spendings: [] }, 'not-eligible'],
  ['收入低于低保标准，已是低保', 'rigid', { incomes: [earned('i', 82_599)] }, 'not-eligible'],
  ['火灾，急难型不看收入线', 'temporary', relief('emergency'), 'eligible'],
  ['支出型要看收入线', 'temporary', relief('spending'), REFUSED],
  ['支出型，财产已不符合', 'temporary', relief('spending', vehicle('private')), 'not-eligible'],
  ['有劳动能力的成年人', 'tekun', {}, 'not-eligible'],
  ['70周岁的儿子，财产超过规定', 'tekun', parent(100_000, false), 'not-eligible'],
  ['70周岁的儿子，财产没有超过，要看收入', 'tekun', parent(100_000, true), REFUSED],
];

describe('达州市没有公布的数：结果用到才不能核算', () => {
  test.each(decided)('%s（%s）', (_, scheme, changed, expected) => {
    expect(told(scheme, changed)).toBe(expected);
  });

  test('家庭的事实也没有查清的，先查清事实，并写明还缺的数', () => {
    const facts = single({ assets: null });
    const result = assessScheme('rigid', facts, region, asOf);
    expect(result).toMatchObject({
      ok: true,
      assessment: {
        outcome: 'undecided',
        missing: [{ level: 'member', text: '申请人的财产情况' }],
        plainWords: '还不能得出结果。请补充：申请人的财产情况。',
        doubts: expect.arrayContaining([
          '还没有当地规定的“上年度当地居民人均可支配收入”（disposableIncome，城市）：' +
            '家庭的情况查清以后仍要用到的，请县级民政部门在地方参数中补录文件和数值。',
        ]),
      },
    });
  });

  test('已定的结果不写缺的数，采用的参数里也没有它', () => {
    const result = assessScheme('rigid', single(vehicle('private')), region, asOf);
    if (!result.ok) throw new Error(result.refusal.message);
    const { missing, parameters, doubts } = result.assessment;
    expect(missing).toEqual([]);
    expect(parameters.map((each) => each.name)).not.toContain('disposableIncome');
    expect(doubts.filter((each) => each.includes('disposableIncome'))).toEqual([]);
  });

  test('成批核算与一户一户核算相同', () => {
    const households = decided.map(([, , changed]) => single(changed));
    const one = households.map((facts) => briefOf(assessHousehold(facts, region, asOf), asOf.on));
    expect(bulkBriefs(households, () => region, asOf)).toEqual(one);
    expect(one[0]?.schemes.rigid).toMatchObject({ outcome: 'not-eligible' });
    expect(one[1]?.schemes.rigid).toEqual({ refused: REFUSED });
  });
});
