import { describe, expect, test } from 'vitest';
import {
  decimalsText,
  inPrintedUnit,
  inRuleUnit,
  ruleUnitOf,
  unitNames,
  unitsFor,
} from './region-unit.ts';

describe('文件里印的单位和规则的单位', () => {
  test('钱按分，别的照数', () => {
    expect(inRuleUnit(560.55, '元/人/月')).toBe(56_055);
    expect(inRuleUnit(560, '分/人/月')).toBe(560);
    expect(inRuleUnit(12, '个月')).toBe(12);
    expect(inRuleUnit(0.1 + 0.2, '元')).toBe(30);
    expect(inRuleUnit(-0.01, '元')).toBe(-1);
    expect(inRuleUnit(0, '元')).toBe(0);
    expect(inPrintedUnit(56_055, '元/人/月')).toBe(560.55);
    expect(inPrintedUnit(12, '个月')).toBe(12);
    expect(inPrintedUnit(12, '没有的单位')).toBe(12);
  });

  test('多于两位小数的、带小数的个数、超出范围的不收', () => {
    expect([inRuleUnit(0.001, '元'), inRuleUnit(1.5, '个月'), inRuleUnit(1.01, '分')]).toEqual([
      ...[null, null, null],
    ]);
    expect(inRuleUnit(1.5, '没有的单位')).toBeNull();
    expect(inRuleUnit(90_071_992_547_409.91, '元')).toBe(Number.MAX_SAFE_INTEGER);
    expect(inRuleUnit(90_071_992_547_409.92, '元')).toBeNull();
    expect(inRuleUnit(1_000_000_000.01, '元')).toBe(100_000_000_001);
  });

  test('写错时告诉可以写几位小数', () => {
    expect(['元', '元/人/月', '分', '%', '没有的单位'].map(decimalsText)).toEqual([
      ...['最多写两位小数', '最多写两位小数', '应当是整数', '应当是整数', '应当是整数'],
    ]);
  });

  test('每个单位对应规则的单位；不认识的没有', () => {
    expect(unitNames.map(ruleUnitOf)).not.toContain(null);
    expect(ruleUnitOf('元/人/年')).toBe('fen/year/person');
    expect(ruleUnitOf('块')).toBeNull();
  });

  test.each([
    ['fen/month/person', ['元/人/月', '分/人/月']],
    ['fen/person/month', ['元/人/月', '分/人/月']],
    ['fen', ['元', '分']],
    ['percent', ['%']],
    ['number', ['套', '辆', '次', '次/年', '月/年', '个']],
    ['working-days', ['个工作日']],
    ['day-of-month', ['每月几日']],
    ['month-of-year', ['每年几月']],
    ['yes/no', []],
    ['code KIND', []],
  ])('%s 可以写的单位', (type, units) => {
    expect(unitsFor(type)).toEqual(units);
  });
});
