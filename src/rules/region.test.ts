import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { findParameter, loadRegion } from './region.ts';
import { jsonSchemaOfRegionFile } from './region-file.ts';

const asked = { name: 'standard', title: '低保标准', citation: { rule: 'DB-23', source: '测试' } };
const entry = (value: number, effective: string, document: string, more = {}) => ({
  parameter: 'standard',
  value,
  unit: '分/人/月',
  effective,
  document,
  rule: 'DB-23',
  source: '测试',
  ...more,
});
/** One document, by the day it was published. */
const published = (known: string) => ({
  number: '测民发〔2022〕1号',
  title: '低保标准',
  issuer: '测试市民政局',
  known,
});
const city = {
  place: '9901',
  name: '测试市',
  documents: {
    first: published('2022-07-01'),
    second: published('2023-12-02'),
    third: published('2024-01-05'),
  },
  entries: [
    entry(500, '2022-07-01', 'first', { residence: 'urban' }),
    entry(400, '2022-07-01', 'first', { residence: 'rural' }),
    entry(600, '2023-07-01', 'second', { residence: 'urban' }),
    entry(610, '2023-07-01', 'third', { residence: 'urban' }),
  ],
};
const county = {
  place: '990101',
  name: '测试县',
  documents: { own: published('2024-07-01') },
  entries: [entry(700, '2024-07-01', 'own', { until: '2024-12-31' })],
};
const files: Record<string, unknown> = {
  '99/9901/standard.json': city,
  '99/9901/990101/standard.json': county,
};
const read = (path: string) => files[path];

function found(on: string, knownOn = on, residence: 'urban' | 'rural' = 'urban') {
  const region = loadRegion(read, '990101001');
  const looked = findParameter(
    region,
    asked,
    { on: localDate(on), knownOn: localDate(knownOn) },
    residence,
  );
  return looked.ok ? looked.found.value : looked.refusal.message;
}

describe('参数按地方、生效日和公布日查找', () => {
  test('生效前一天没有，生效当天有', () => {
    expect(found('2022-06-30')).toBe(
      '测试县2022年6月30日没有“低保标准”（standard，城市）的规定，不能计算。' +
        '请县级民政部门在地方参数中补录文件和数值。',
    );
    expect(found('2022-07-01')).toBe(500);
    expect(found('2022-07-01', '2022-07-01', 'rural')).toBe(400);
  });

  test('追溯执行的新标准，公布前一天不知道，公布当天知道', () => {
    expect(found('2023-08-01', '2023-12-01')).toBe(500);
    expect(found('2023-08-01', '2023-12-02')).toBe(600);
  });

  test('同一天生效的，以后公布的为准', () => {
    expect(found('2023-08-01', '2024-01-04')).toBe(600);
    expect(found('2023-08-01', '2024-01-05')).toBe(610);
  });

  test('没有被取代的标准继续执行', () => {
    expect(found('2030-01-01')).toBe(610);
  });

  test('县有规定的从县，县的规定到期后从市', () => {
    expect(found('2024-12-31')).toBe(700);
    expect(found('2025-01-01')).toBe(610);
  });

  test('写错的文件不能装载', () => {
    const wrong = { ...county, entries: [{ ...county.entries[0], effective: '2024-02-30' }] };
    expect(() =>
      loadRegion((path) => (path.includes('990101') ? wrong : undefined), '990101'),
    ).toThrow('不是有效的日期');
  });

  test('文件的 JSON Schema 写明必填的项', () => {
    expect(jsonSchemaOfRegionFile()).toMatchObject({
      title: '地方参数',
      required: ['place', 'name', 'documents', 'entries'],
    });
  });
});
