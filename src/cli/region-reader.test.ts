import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { assessScheme } from '../rules/assess.ts';
import { assessed, earned, family, household, person } from '../rules/worked-case.ts';
import { getProcedure } from '../rules/procedure.ts';
import { loadRegion } from '../rules/region.ts';
import { getStandard, listStandards } from '../rules/standard.ts';
import { readRegionJson } from './region-reader.ts';

const day = localDate;

describe('达州市城乡低保标准', () => {
  const region = loadRegion(readRegionJson, '511703');
  const standard = (residence: 'urban' | 'rural', on: string, knownOn = '2026-11-23') => {
    const looked = getStandard(region, residence, { on: day(on), knownOn: day(knownOn) });
    return looked.ok ? looked.found.amount / 100 : looked.refusal.code;
  };

  test.each([
    ['2021-11-30', 'parameter-missing', 'parameter-missing'],
    ['2021-12-01', 615, 415],
    ['2022-06-30', 615, 415],
    ['2022-07-01', 680, 480],
    ['2023-06-30', 680, 480],
    ['2023-07-01', 740, 533],
    ['2024-06-30', 740, 533],
    ['2024-07-01', 788, 580],
    ['2025-06-30', 788, 580],
    ['2025-07-01', 826, 620],
    ['2026-11-23', 826, 620],
  ])('%s 城市 %s 元、农村 %s 元', (on, urban, rural) => {
    expect([standard('urban', on), standard('rural', on)]).toEqual([urban, rural]);
  });

  test('标准一览从旧到新，带文号', () => {
    const listed = listStandards(region).filter((each) => each.residence === 'urban');
    expect(listed.map((each) => each.amount / 100)).toEqual([615, 680, 740, 788, 826]);
    expect(listed[2]).toMatchObject({ document: '川民发〔2023〕100号', known: '2023-09-18' });
  });

  test('2024年标准12月2日通过、7月1日起执行：通过前一天只知道旧标准，通过当天知道新标准', () => {
    expect(standard('urban', '2024-09-10', '2024-12-01')).toBe(740);
    expect(standard('urban', '2024-09-10', '2024-12-02')).toBe(788);
  });

  test('标准补发：同一户按后来公布的标准重算，金额增加', () => {
    const facts = household({ members: family(2), incomes: [earned('i', 40_000)] });
    const on = day('2024-09-10');
    const before = assessed(facts, region, { on });
    const after = assessed(facts, region, { on, knownOn: day('2024-12-02') });
    expect([before.monthlyAmount, after.monthlyAmount]).toEqual([108_000, 117_600]);
  });

  test('没有规定的地方，不能计算', () => {
    const result = assessScheme('dibao', household(), loadRegion(readRegionJson, '110101'), {
      on: day('2024-01-01'),
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'parameter-missing' } });
  });
});

describe('审核确认程序的期限', () => {
  const procedure = (place: string, on: string) => {
    const result = getProcedure(loadRegion(readRegionJson, place), day(on));
    if (!result.ok) throw new Error(result.refusal.message);
    return result.procedure;
  };

  test('83号文前一天下放的总期限为30个工作日，当天起20个，特殊情况45个', () => {
    expect(procedure('511703', '2022-10-19').totalWorkingDaysDelegated.value).toBe(30);
    const now = procedure('511703', '2022-10-20');
    expect(now.totalWorkingDaysDelegated.value).toBe(20);
    expect(now.totalWorkingDaysCounty.value).toBe(30);
    expect(now.totalWorkingDaysExtended.value).toBe(45);
    expect(now.totalWorkingDaysDelegated.citation.rule).toBe('DB-22');
  });

  test('公示7天，按自然日；不予确认3个工作日内告知', () => {
    const now = procedure('511703', '2026-11-23');
    expect([now.publicityDays.value, now.publicityDayUnit.value]).toEqual([7, 'calendar']);
    expect(now.refusalNoticeWorkingDays.value).toBe(3);
  });

  test('达州在村和乡镇两级公示；没有另行规定的地方按全国', () => {
    const on = '2024-01-01';
    expect(procedure('511703', on).publicityPlaces.value).toEqual(['village', 'township']);
    expect(procedure('350426', on).publicityPlaces.value).toEqual(['village']);
    expect(procedure('511703', on).publicityPlaces.from.placeName).toBe('达州市');
  });

  test('社会救助法施行前一天没有非银行支付机构，施行当天起有', () => {
    const sources = (on: string) => procedure('511703', on).verificationSources.value;
    expect(sources('2026-06-30')).not.toContain('non-bank-payment');
    expect(sources('2026-07-01')).toContain('non-bank-payment');
  });

  test('57号文施行前一天没有程序参数，不能套用', () => {
    const before = getProcedure(loadRegion(readRegionJson, '511703'), day('2021-06-30'));
    expect(before).toMatchObject({ ok: false, refusal: { code: 'parameter-missing' } });
  });
});

describe('民发〔2021〕57号第十三条：“十四五”期间基础养老金不计入', () => {
  const facts = household({ incomes: [earned('i', 20_000, { kind: 'basic-pension' })] });
  const youxi = loadRegion(readRegionJson, '350426');
  const dazhou = loadRegion(readRegionJson, '511703');

  test('2025年12月31日不计入', () => {
    const on = day('2025-12-31');
    expect(assessed(facts, youxi, { on }).perCapitaMonthly?.fen).toBe(0);
    expect(assessed(facts, dazhou, { on }).perCapitaMonthly?.fen).toBe(0);
  });

  test.each([
    ['尤溪县', youxi],
    ['达州市', dazhou],
  ])('2026年1月1日起%s没有新规定，按指明的暂用口径，并列出存疑（D-03）', (name, region) => {
    const result = assessed(facts, region, { on: day('2026-01-01') });
    const used = result.parameters.find((each) => each.name === 'basicPensionExempt');
    expect(used).toMatchObject({
      unknownLocally: true,
      effective: '2026-01-01',
      placeName: `${name}（暂用通行口径）`,
    });
    expect(used?.citation.doubt).toContain('D-03');
    expect(result.doubts).toContain(`${used?.title}：${used?.citation.doubt}`);
  });

  test('2026年1月1日起没有新规定，也没有指明暂用口径的，不能计算', () => {
    const files = youxi.files.filter((file) => !file.name.includes('暂用'));
    const result = assessScheme('dibao', facts, { ...youxi, files }, { on: day('2026-01-01') });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'parameter-missing' } });
  });
});

describe('尤溪县2021年分档（D10，推算）', () => {
  const region = loadRegion(readRegionJson, '350426');
  const on = day('2021-09-01');
  test.each([
    [7700, 64000, 'A档'],
    [7701, 50700, 'B档'],
    [20000, 50700, 'B档'],
    [20001, 38400, 'C档'],
    [31250, 38400, 'C档'],
    [31251, 27200, 'D档'],
    [41200, 27200, 'D档'],
    [41201, 17400, 'E档'],
    [63999, 17400, 'E档'],
  ])('人均月收入%i分的，每人每月%i分，%s', (income, amount, tier) => {
    const result = assessed(household({ incomes: [earned('i', income)] }), region, { on });
    expect([result.monthlyAmount, result.tier]).toEqual([amount, tier]);
  });

  test('人均月收入正好640元的，按“低于”不予确认，并列出存疑（D11）', () => {
    const result = assessed(household({ incomes: [earned('i', 64_000)] }), region, { on });
    expect(result.outcome).toBe('not-eligible');
    expect(result.monthlyAmount).toBe(0);
    expect(result.doubts.some((each) => each.includes('恰为640元是否在内不明'))).toBe(true);
  });

  test('一家三口按每人的档次金额乘以人数', () => {
    const facts = household({ members: family(3), incomes: [earned('i', 60_000)] });
    expect(assessed(facts, region, { on }).monthlyAmount).toBe(3 * 50_700);
  });
});

describe('盐亭县2021年赡养费推算（推算案例）', () => {
  const supported = (familySize: number, income: number, supportedPersons: number) =>
    household({
      residence: 'urban',
      members: [person('a', { birth: '1950-01-01' })],
      supporters: [
        {
          id: 's',
          supports: 'a',
          relation: 'child',
          familySize,
          familyMonthlyIncome: income,
          supportedPersons,
          agreedMonthly: 0,
          actualMonthly: 0,
          exemption: 'none',
        },
      ],
    });
  const yanting = loadRegion(readRegionJson, '510723');
  const on = day('2021-09-01');

  test('盐亭：义务人家庭人均1220元，没有超过2倍，不计（D1）', () => {
    expect(assessed(supported(1, 122_000, 1), yanting, { on }).perCapitaMonthly?.fen).toBe(0);
  });

  test('盐亭：义务人家庭人均1220.04元，超过部分计25%', () => {
    expect(assessed(supported(1, 122_004, 1), yanting, { on }).perCapitaMonthly?.fen).toBe(1);
  });

  test('盐亭：义务人家庭人均2220元、供养一人，每月250元（D2）', () => {
    expect(assessed(supported(1, 222_000, 1), yanting, { on }).perCapitaMonthly?.fen).toBe(25_000);
  });

  test('盐亭：按人均计，不乘义务人家庭人口；应供养两人的平分', () => {
    expect(assessed(supported(2, 444_000, 2), yanting, { on }).perCapitaMonthly?.fen).toBe(12_500);
  });
});
