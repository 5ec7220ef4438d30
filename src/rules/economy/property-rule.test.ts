import { describe, expect, test } from 'vitest';
import { assessScheme } from '../assess.ts';
import { assessed, DAY, family, household, placeWith } from '../worked-case.ts';

type Asset = NonNullable<Parameters<typeof household>[0]>['assets'];
const outcome = (assets: Asset, changed: Record<string, unknown> = {}) =>
  assessed(household({ members: family(2), assets }), placeWith(changed)).outcome;
const asset = (changed: object) =>
  ({ id: 'p', owner: 'a', ...changed }) as NonNullable<Asset>[number];

describe('民发〔2021〕57号第十四条：家庭财产', () => {
  test('人均金融资产等于24个月标准的符合，超过一分的不符合', () => {
    const limit = 24 * 80_000 * 2;
    expect(outcome([asset({ kind: 'deposit', value: limit })])).toBe('eligible');
    expect(outcome([asset({ kind: 'deposit', value: limit + 1 })])).toBe('not-eligible');
  });

  test('不同种类的金融资产合并计算', () => {
    const half = 24 * 80_000;
    const assets = [
      asset({ kind: 'fund', value: half }),
      asset({ id: 'q', owner: 'b', kind: 'insurance', value: half + 1 }),
    ];
    expect(outcome(assets)).toBe('not-eligible');
  });

  test('家用汽车不符合；残疾人机动轮椅车不计', () => {
    const car = { kind: 'vehicle', value: 2_000_000, necessary: false };
    expect(outcome([asset({ ...car, vehicleUse: 'private' })])).toBe('not-eligible');
    expect(outcome([asset({ ...car, vehicleUse: 'disability-mobility' })])).toBe('eligible');
  });

  test('有车辆价值免计线的，等于线的不计，超过一分的计', () => {
    const car = (value: number) => [
      asset({ kind: 'vehicle', vehicleUse: 'private', necessary: false, value }),
    ];
    const exempt = {
      dibaoVehicleCounts: [
        { title: '价值不超过3万元的不计', when: 'value <= 30000 yuan', give: 'no' },
        { title: '其他车辆', give: 'yes' },
      ],
    };
    expect(outcome(car(3_000_000), exempt)).toBe('eligible');
    expect(outcome(car(3_000_001), exempt)).toBe('not-eligible');
  });

  test('维持生产所必需的车辆不计', () => {
    const truck = { kind: 'vehicle', vehicleUse: 'farm', value: 1_000_000, necessary: true };
    expect(outcome([asset(truck)])).toBe('eligible');
  });

  test('一套住房符合，两套不符合；租住的公租房不算', () => {
    const home = (id: string, houseKind = 'commercial') => asset({ id, kind: 'house', houseKind });
    expect(outcome([home('p')])).toBe('eligible');
    expect(outcome([home('p'), home('q')])).toBe('not-eligible');
    expect(outcome([home('p'), home('q', 'public-rental')])).toBe('eligible');
  });

  test('非居住用房一套就不符合', () => {
    expect(outcome([asset({ kind: 'non-residential', necessary: false })])).toBe('not-eligible');
  });

  test('注册资本等于限额的符合，超过一分的不符合', () => {
    const entity = (registeredCapital: number) => [
      asset({ kind: 'market-entity', registeredCapital }),
    ];
    expect(outcome(entity(10_000_000))).toBe('eligible');
    expect(outcome(entity(10_000_001))).toBe('not-eligible');
  });

  test('当地写明不使用的项目不影响结果，也不列入条件', () => {
    const facts = household({
      assets: [asset({ kind: 'market-entity', registeredCapital: null })],
    });
    const result = assessed(facts, placeWith({ dibaoCapitalLimit: 'not-used' }));
    expect(result.outcome).toBe('eligible');
    expect(result.reasons.map((each) => each.rule)).not.toContain('dibaoCapitalWithin');
  });

  test('当地没有规定限额的，不能计算，不套用别处的数', () => {
    const unset = placeWith({ dibaoHomesLimit: undefined });
    const owning = (...assets: ReturnType<typeof asset>[]) =>
      assessScheme('dibao', household({ assets }), unset, { on: DAY });
    const home = asset({ kind: 'house', houseKind: 'commercial' });
    const result = owning(home);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'parameter-missing' } });
    if (!result.ok)
      expect(result.refusal.message).toContain('测试县2024年3月15日没有“住房套数上限”');
    expect(owning()).toMatchObject({ ok: true, assessment: { outcome: 'eligible' } });
  });

  test('财产情况未查的不能确定；收入已达标准的不必再查', () => {
    const facts = household({ assets: null });
    expect(assessed(facts)).toMatchObject({
      outcome: 'undecided',
      missing: [{ text: '申请人的财产情况' }],
    });
    const earning = household({
      assets: null,
      incomes: [{ id: 'i', member: 'a', kind: 'pension', period: 'per-month', amount: 80_000 }],
    });
    expect(assessed(earning)).toMatchObject({ outcome: 'not-eligible', missing: [] });
  });
});
