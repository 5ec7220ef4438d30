import { describe, expect, test } from 'vitest';
import { assessedFor, earned, family, household, person, placeWith } from './worked-case.ts';

type Given = NonNullable<Parameters<typeof household>[0]>;
type Asset = NonNullable<Given['assets']>[number];

const owned = (id: string, more: Partial<Asset>): Asset =>
  ({ id, owner: 'a', value: 0, necessary: false, ...more }) as Asset;
const car = (id: string) => owned(id, { kind: 'vehicle', vehicleUse: 'private' });
const bank = (value: number) => owned('bank', { kind: 'deposit', value });

const assess = (given: Given, place: Record<string, unknown> = {}) =>
  assessedFor('dibao', household(given), placeWith(place));
const reason = (rule: string, given: Given, place: Record<string, unknown> = {}) =>
  assess(given, place).reasons.find((each) => each.rule === rule);
const change = (given: Given, place: Record<string, unknown> = {}) =>
  assess(given, place).wouldChange;

describe('每个条件一句话：数字、线、离线多远', () => {
  test('收入：低于、正好、超过', () => {
    const at = (amount: number) =>
      reason('incomeBelowStandard', { incomes: [earned('i', amount)] });
    expect(at(79_999)).toMatchObject({
      is: 'met',
      text: '家庭月人均收入低于低保标准：符合。家庭月人均收入 799.99 元/人/月，规定的线为 800.00 元/人/月。',
      distance: '比规定的线低 0.01 元',
    });
    expect(at(80_000)).toMatchObject({ is: 'not-met', distance: '正好等于规定的线' });
    expect(at(80_001)).toMatchObject({ is: 'not-met', distance: '超过规定的线 0.01 元' });
  });

  test('缺事实的，写待查清什么，不写离线多远', () => {
    expect(reason('incomeBelowStandard', { incomes: [earned('i', null)] })).toMatchObject({
      ...{ is: 'undecided', distance: '' },
      text: '家庭月人均收入低于低保标准：尚不能确定。家庭月人均收入未知，规定的线为 800.00 元/人/月。待查清：申请人的其他应当计入的收入的收入金额。',
    });
  });

  test('几项缺的用顿号隔开', () => {
    const incomes = [earned('i', null), earned('j', null, { kind: 'wage' })];
    expect(reason('incomeBelowStandard', { incomes })?.text).toContain('的收入金额、申请人的');
  });

  test('当地不用的条件不写', () => {
    const rules = (place: Record<string, unknown>) =>
      assess({}, place).reasons.map((each) => each.rule);
    expect(rules({})).toContain('dibaoHomesWithin');
    expect(rules({ dibaoHomesLimit: 'not-used' })).not.toContain('dibaoHomesWithin');
    expect(rules({ dibaoHomesLimit: 'not-used' })).toContain('incomeBelowStandard');
  });

  test('线是规定的数，也可以是算出来的数', () => {
    expect(reason('dibaoFinancialWithin', { assets: [bank(1_920_001)] })).toMatchObject({
      ...{ is: 'not-met', distance: '超过规定的线 0.01 元' },
      text: expect.stringContaining('19,200.01 元，规定的线为 19,200.00 元。'),
    });
  });

  test('车辆说几辆，住房和非居住用房说几套，面积说多少平方米', () => {
    expect(reason('dibaoVehiclesWithin', { assets: [car('c'), car('d')] })).toMatchObject({
      ...{ is: 'not-met', distance: '超过规定的线 2 辆' },
      text: expect.stringContaining(' 2 辆，规定的线为 0 辆。'),
    });
    const home: Asset = owned('h', {
      kind: 'house',
      houseKind: 'commercial',
      areaSquareMetres: 80,
    });
    expect(reason('dibaoHomesWithin', { assets: [] })?.distance).toBe('比规定的线低 1 套');
    expect(reason('dibaoHomesWithin', { assets: [home] })).toMatchObject({
      distance: '正好等于规定的线',
      text: expect.stringContaining(' 1 套，规定的线为 1 套。'),
    });
    const shops = ['x', 'y'].map((id) => owned(id, { kind: 'non-residential' }));
    expect(reason('dibaoNonResidentialWithin', { assets: shops })?.distance).toBe(
      '超过规定的线 2 套',
    );
    const limit = { dibaoHomeAreaLimit: [{ title: '60 平方米', give: '60 square-metre' }] };
    expect(reason('dibaoHomeAreaWithin', { assets: [home] }, limit)).toMatchObject({
      distance: '超过规定的线 20 平方米',
    });
  });

  test('车辆的情况不清的，写未知', () => {
    const unknown = owned('c', { kind: 'vehicle', vehicleUse: null });
    expect(reason('dibaoVehiclesWithin', { assets: [unknown] })?.text).toContain(
      '未知，规定的线为 0 辆。',
    );
  });

  test('没有数字的条件只写符合不符合', () => {
    const result = assessedFor(
      'temporary',
      household({ relief: { kind: 'none' }, pastReliefs: [] }),
    );
    const first = result.reasons.find((each) => each.rule === 'temporaryConditionMet');
    expect(first).toMatchObject({ is: 'not-met', distance: '' });
    expect(first?.text).toMatch(/：不符合。$/);
  });
});

describe('怎样才会变：不符合的条件，或者最近的线', () => {
  test('不符合的条件逐一写，有数字的写差多少', () => {
    const given = { incomes: [earned('i', 81_000)], assets: [bank(1_930_000)] };
    expect(change(given)).toBe(
      '“家庭月人均收入低于低保标准”超过规定的线 10.00 元；' +
        '“金融资产不超过限额”超过规定的线 100.00 元',
    );
  });

  test('没有数字的条件只写名称', () => {
    const result = assessedFor(
      'temporary',
      household({ relief: { kind: 'none' }, pastReliefs: [] }),
    );
    expect(result.wouldChange).toMatch(/^不符合“[^”]+”$/);
  });

  test('都符合的，写按比例最近的线', () => {
    const place = { dibaoHomesLimit: 'not-used' };
    expect(change({ incomes: [earned('i', 79_000)] }, place)).toBe(
      '最近的线是“家庭月人均收入低于低保标准”：比规定的线低 10.00 元',
    );
    const rich = { incomes: [earned('i', 70_000)], assets: [bank(1_919_000)] };
    expect(change(rich, place)).toBe('最近的线是“金融资产不超过限额”：比规定的线低 10.00 元');
  });

  test('一样近的，写前一个；正好在线上的最近', () => {
    const place = { dibaoHomesLimit: 'not-used' };
    const equal = { incomes: [earned('i', 40_000)], assets: [bank(960_000)] };
    expect(change(equal, place)).toContain('“家庭月人均收入低于低保标准”');
    const exact = { incomes: [earned('i', 79_999)], assets: [bank(1_920_000)] };
    expect(change(exact, place)).toBe('最近的线是“金融资产不超过限额”：正好等于规定的线');
  });

  test('线为零的、缺事实的都不比；什么都不能比的，不写', () => {
    const only = {
      ...{ dibaoFinancialLimit: 'not-used', dibaoHomesLimit: 'not-used' },
      ...{ dibaoCapitalLimit: 'not-used', dibaoNonResidentialLimit: 'not-used' },
    };
    const unknown = { incomes: [earned('i', null)] };
    expect(change(unknown, only)).toBe('');
    expect(change({ members: family(1) }, only)).toContain('家庭月人均收入');
  });

  test('要超过才符合的线（支出占收入的比例）不说还差多少', () => {
    const spendings = [
      { id: 'p', member: 'a', kind: 'medical' as const, ownShare: 3_000_000, aidReceived: 0 },
    ];
    const members = [person('a', { currentScheme: 'none' })];
    const given = { members, incomes: [earned('i', 130_000)], spendings };
    const result = assessedFor('rigid', household(given), placeWith());
    expect(result.outcome).toBe('eligible');
    expect(result.wouldChange).toContain('收入');
    expect(result.wouldChange).not.toContain('支出');
  });

  test('特困按人，写每个人的名称', () => {
    const members = [person('a', { birth: '1980-01-01', labourCapacity: 'full' })];
    const result = assessedFor('tekun', household({ members }));
    expect(result.reasons.map((each) => [each.text, each.is, each.distance])).toEqual([
      ['申请人无劳动能力：不符合。', 'not-met', ''],
    ]);
    expect(result.wouldChange).toBe('不符合“申请人无劳动能力”');
  });
});
