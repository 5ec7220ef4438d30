import { describe, expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const names = ['standard', 'effective', 'birth', 'unit', 'until'];

describe('像是写错了的名称', () => {
  test.each([
    ['standart', 'standard'],
    ['standrd', 'standard'],
    ['efective', 'effective'],
    ['brith', 'birth'],
    ['Unit', 'unit'],
    ['unti', 'unit'],
  ])('%s 像 %s', (slip, name) => {
    expect(nearest(slip, names)).toBe(name);
  });

  test('相邻两个字母写反算一处，隔开的写反算两处', () => {
    expect(nearest('nuit', ['unit'])).toBe('unit');
    expect(nearest('ab', ['ba'])).toBe('ba');
    expect(nearest('tinu', ['unit'])).toBeNull();
    expect(nearest('unxt', ['unit', 'until'])).toBe('unit');
    expect(nearest('xyit', ['unit'])).toBeNull();
    expect(nearest('abdc', ['acbd'])).toBeNull();
    expect(nearest('cab', ['abc'])).toBeNull();
    expect(nearest('xb', ['ba'])).toBeNull();
    expect(nearest('ax', ['ba'])).toBeNull();
  });

  test('每四个字母可以错一处，最像的一个', () => {
    expect(nearest('effectivo', ['effective'])).toBe('effective');
    expect(nearest('effectxxe', ['effective'])).toBe('effective');
    expect(nearest('effxxtxxe', ['effective'])).toBeNull();
    expect(nearest('abc', ['abx'])).toBe('abx');
    expect(nearest('abc', ['axx'])).toBeNull();
    expect(nearest('standards', ['standbrds1', 'standard'])).toBe('standard');
  });

  test('差得太远的不猜', () => {
    expect(nearest('heating', names)).toBeNull();
    expect(nearest('', names)).toBeNull();
    expect(nearest('uni', [])).toBeNull();
  });
});
