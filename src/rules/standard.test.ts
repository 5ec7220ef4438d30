import { expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { loadRegion } from './region.ts';
import { getStandard, listStandards } from './standard.ts';

const document = (known: string) => ({
  ...{ number: '测民发〔2022〕1号', title: '低保标准', issuer: '测试市民政局', known },
});
const entry = (value: number, effective: string, more: object = {}) => ({
  ...{ parameter: 'standard', value, unit: '元/人/月', effective, document: 'first' },
  ...{ rule: 'DB-23', source: `${effective}起的标准`, ...more },
});
const city = {
  place: '9901',
  name: '测试市',
  documents: { first: document('2022-06-20') },
  entries: [
    entry(600, '2023-07-01', { residence: 'urban', doubt: '只见到转载' }),
    entry(500, '2022-07-01'),
    entry(700, '2025-07-01'),
    entry(650, '2024-07-01'),
    { ...entry(12, '2022-07-01'), parameter: 'incomeWindow', unit: '个月' },
  ],
};
const region = loadRegion(
  (path) => (path === '99/9901/standard.json' ? city : undefined),
  '990101',
);

test('现行的低保标准，带文件和日期，单位是分', () => {
  const asOf = { on: localDate('2022-07-01'), knownOn: localDate('2022-07-01') };
  const { ok, ...rest } = getStandard(region, 'rural', asOf);
  expect(ok).toBe(true);
  expect(rest).toMatchObject({
    found: {
      ...{ amount: 50_000, residence: 'rural', name: 'standard', title: '低保标准' },
      ...{ placeName: '测试市', effective: '2022-07-01', document: '测民发〔2022〕1号' },
    },
  });
  expect(rest).not.toHaveProperty('found.value');
});

test('还没有标准的一天，拒绝计算并说明缺什么', () => {
  const asOf = { on: localDate('2022-06-30'), knownOn: localDate('2022-06-30') };
  expect(getStandard(region, 'urban', asOf)).toMatchObject({
    ok: false,
    refusal: {
      code: 'parameter-missing',
      message: expect.stringContaining('2022年6月30日没有“低保标准”（standard，城市）的规定'),
    },
  });
});

test('公布过的标准，从早到晚，其他参数不在内', () => {
  expect(listStandards(region).map(({ amount }) => amount)).toEqual([
    ...[50_000, 60_000, 65_000, 70_000],
  ]);
  expect(listStandards(region).slice(0, 2)).toEqual([
    {
      ...{ placeName: '测试市', residence: null, amount: 50_000, effective: '2022-07-01' },
      ...{ known: '2022-06-20', document: '测民发〔2022〕1号' },
      ...{ source: '2022-07-01起的标准', doubt: null },
    },
    {
      ...{ placeName: '测试市', residence: 'urban', amount: 60_000, effective: '2023-07-01' },
      ...{ known: '2022-06-20', document: '测民发〔2022〕1号' },
      ...{ source: '2023-07-01起的标准', doubt: '只见到转载' },
    },
  ]);
});
