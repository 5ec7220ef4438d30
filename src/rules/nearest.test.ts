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

  test('差得太远的不猜', () => {
    expect(nearest('heating', names)).toBeNull();
    expect(nearest('', names)).toBeNull();
    expect(nearest('uni', [])).toBeNull();
  });
});
