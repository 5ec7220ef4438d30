import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { placeCode } from '../kernel/place.ts';
import { findParameter, foldersOf, loadRegion } from './region.ts';
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

  test('补录以后才知道的，要写明当时还不知道', () => {
    expect(found('2022-07-01', '2022-06-30')).toContain('没有“低保标准”（standard，城市）的规定');
    expect(found('2022-06-30', '2024-01-05')).toContain('没有“低保标准”（standard，城市）的规定');
  });

  test('县的规定还在执行的，市后来改了也从县', () => {
    const later = {
      ...city,
      entries: [...city.entries, entry(650, '2024-09-01', 'third', { residence: 'urban' })],
    };
    const all: Record<string, unknown> = { ...files, '99/9901/standard.json': later };
    const day = localDate('2024-10-01');
    const looked = findParameter(
      loadRegion((path) => all[path], '990101'),
      asked,
      { on: day, knownOn: day },
      'urban',
    );
    expect(looked.ok && looked.found.value).toBe(700);
  });

  test('按另一天知道的规定找不到的，写明以哪一天前公布的为准', () => {
    expect(found('2022-06-30', '2022-06-30')).not.toContain('公布的为准');
    expect(found('2022-06-30', '2024-01-05')).toContain('的规定（以2024年1月5日前公布的为准），');
  });

  test('写错的文件不能装载，指出文件和每一处', () => {
    const wrong = {
      ...county,
      name: '',
      entries: [{ ...county.entries[0], effective: '2024-02-30' }],
    };
    expect(() =>
      loadRegion((path) => (path.endsWith('990101/rule.json') ? wrong : undefined), '990101'),
    ).toThrow(/^99\/9901\/990101\/rule\.json：name [^；]+；entries\.0\.effective 不是有效的日期$/);
  });

  test('从村到全国，每一级的文件夹', () => {
    expect(foldersOf(placeCode('990101001002'))).toEqual([
      '99/9901/990101/990101001/990101001002',
      '99/9901/990101/990101001',
      '99/9901/990101',
      '99/9901',
      '99',
      'national',
    ]);
    expect(foldersOf(placeCode('990101'))).toEqual(['99/9901/990101', '99/9901', '99', 'national']);
  });

  test('找到的参数带着地方、文件和日期', () => {
    const looked = findParameter(
      loadRegion(read, '990101'),
      asked,
      { on: localDate('2024-08-01'), knownOn: localDate('2024-08-01') },
      'rural',
    );
    expect(looked.ok && looked.found).toEqual({
      ...{ name: 'standard', title: '低保标准', value: 700, place: '990101', placeName: '测试县' },
      ...{ effective: '2024-07-01', until: '2024-12-31', known: '2024-07-01' },
      ...{ document: '测民发〔2022〕1号', documentTitle: '低保标准', issuer: '测试市民政局' },
      ...{ citation: { rule: 'DB-23', source: '测试' }, unknownLocally: false },
    });
  });

  test('数据里另有名称、固定按城乡的参数', () => {
    const readAs = { name: 'standard', residence: 'rural' } as const;
    const on = { on: localDate('2022-07-01'), knownOn: localDate('2022-07-01') };
    const other = { ...asked, name: 'ruralStandard', title: '农村低保标准', readAs };
    const looked = findParameter(loadRegion(read, '990101'), other, on, 'urban');
    expect(looked.ok && looked.found).toMatchObject({ value: 400, title: '农村低保标准' });
  });

  describe('当地没有规定、暂用通行口径的', () => {
    const reference = {
      ...{ place: 'reference', name: '通行口径', documents: { common: published('2021-06-11') } },
      entries: [
        { ...entry(300, '2021-07-01', 'common'), doubt: '各地不一' },
        { ...entry(310, '2023-01-01', 'common') },
      ],
    };
    const national = {
      ...{ place: 'national', name: '全国', documents: { law: published('2020-01-01') } },
      entries: [entry(1, '2020-01-01', 'law')],
    };
    const adopting = {
      ...{ ...county, entries: [] },
      adopts: [
        { set: 'reference', effective: '2022-01-01', document: 'own', why: '没有见到本县的办法' },
      ],
    };
    const at = (on: string) => {
      const all: Record<string, unknown> = {
        '99/9901/990101/rule.json': adopting,
        'reference/rule.json': reference,
        'national/rule.json': national,
      };
      const region = loadRegion((path) => all[path], '990101');
      const day = localDate(on);
      const looked = findParameter(
        region,
        asked,
        { on: day, knownOn: localDate('2026-01-01') },
        'urban',
      );
      if (!looked.ok) throw new Error(looked.refusal.message);
      return { region, ...looked.found };
    };

    test('从采用之日起执行，之前从全国', () => {
      expect(at('2021-12-31')).toMatchObject({
        value: 1,
        placeName: '全国',
        unknownLocally: false,
      });
      expect(at('2022-01-01')).toMatchObject({ value: 300, effective: '2022-01-01' });
    });

    test('采用以后才生效的，从它自己的生效日起', () => {
      expect(at('2022-12-31').value).toBe(300);
      expect(at('2023-01-01')).toMatchObject({ value: 310, effective: '2023-01-01' });
    });

    test('注明不是本地规定，以及为什么', () => {
      expect(at('2022-01-01')).toMatchObject({
        ...{ place: 'reference', placeName: '测试县（暂用通行口径）', unknownLocally: true },
        citation: { doubt: '没有见到本县的办法，暂用通行口径：各地不一' },
      });
      expect(at('2023-01-01')).toMatchObject({
        citation: { doubt: '没有见到本县的办法，暂用通行口径' },
      });
    });

    test('先本地，再暂用的，最后全国；名称是最近的地方', () => {
      const { region } = at('2022-01-01');
      expect(region.name).toBe('测试县');
      expect(region.files.map((file) => file.name)).toEqual([
        ...['测试县', '测试县（暂用通行口径）', '全国'],
      ]);
      expect(loadRegion(() => undefined, '990101')).toMatchObject({ name: '全国', files: [] });
    });
  });

  test('文件的 JSON Schema 写明必填的项', () => {
    expect(jsonSchemaOfRegionFile()).toMatchObject({
      title: '地方参数',
      required: ['place', 'name', 'documents', 'entries'],
    });
  });
});
