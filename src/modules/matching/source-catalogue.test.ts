import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { BIRTH, numberFor } from './matching.fixture.ts';
import { snapshotChunks, snapshotFileFault } from './snapshot-file.ts';
import { createSourceCatalogue } from './source-catalogue.ts';
import { jsonSchemaOfSource } from './source.ts';

const COUNTY = '511702';
const today = localDate('2026-11-23');

/** A source nobody has thought of: no headings, other column order, other codes, bar-separated, GB 18030. */
const tractors = {
  source: 'farm-machine',
  title: '农业机械登记',
  supplier: '农业农村部门',
  element: 'vehicle',
  from: '2026-06-01',
  purpose: '救助对象动态管理的定期信息比对',
  basis: '《社会救助法》第四十一条',
  keepDays: 30,
  headings: false,
  columns: { code: 1, text: 2, idNumber: 3 },
  codes: { T1: '拖拉机' },
};

async function withSources<T>(
  files: Readonly<Record<string, unknown>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-source-'));
  try {
    for (const [path, json] of Object.entries(files)) {
      const place = join(folder, path, 'source');
      await mkdir(place, { recursive: true });
      await writeFile(join(place, 'farm-machine.json'), JSON.stringify(json));
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('核对数据来源的配置', () => {
  test('随程序发布的来源都合格，每种数据都有来源', () => {
    const sources = createSourceCatalogue().sourcesOf(COUNTY, today);
    expect(new Set(sources.map(({ element }) => element)).size).toBe(15);
    expect(jsonSchemaOfSource()).toMatchObject({ type: 'object', title: '核对数据来源' });
  });

  test('新来源只加一个配置文件：没有列名、竖线分隔、GB 18030 的文件照样读进来', () =>
    withSources({ '51/5117/511702': tractors }, async (folder) => {
      const catalogue = createSourceCatalogue(folder);
      const [source] = catalogue.sourcesOf(COUNTY, today);
      expect(catalogue.sourcesOf('511703', today)).toEqual([]);
      expect(catalogue.sourcesOf(COUNTY, localDate('2026-05-31'))).toEqual([]);
      if (!source) throw new Error('no source');
      const text = `T1|川演00001|${numberFor(BIRTH)}\nT9|川演00002|${numberFor(BIRTH)}\n`;
      const file = { bytes: iconv.encode(text, 'gb18030'), name: '农机.csv', source };
      expect(await snapshotFileFault(file)).toBe(null);
      const chunks = [];
      for await (const chunk of snapshotChunks(file, { skip: 0, today })) chunks.push(chunk);
      expect(chunks).toMatchObject([
        {
          count: 2,
          rows: [{ place: 1, code: '拖拉机', text: '川演00001', idNumber: numberFor(BIRTH) }],
          faults: [{ place: 2, field: 'code', message: '代码“T9”不在来源的代码表里' }],
        },
      ]);
    }));

  test('县里的配置代替全国的同名配置', () =>
    withSources(
      { national: tractors, '51/5117/511702': { ...tractors, keepDays: 10 } },
      async (folder) => {
        const catalogue = createSourceCatalogue(folder);
        expect(catalogue.sourcesOf(COUNTY, today).map(({ keepDays }) => keepDays)).toEqual([10]);
        expect(catalogue.sourcesOf('511703', today).map(({ keepDays }) => keepDays)).toEqual([30]);
      },
    ));

  test.each([
    ['少了必要的列', { ...tractors, columns: { text: 2, idNumber: 3 } }, '缺少“种类代码”一列'],
    ['有代码没有代码表', { ...tractors, codes: undefined }, '须写明各代码的含义'],
    [
      '没有列名却按列名写',
      { ...tractors, columns: { ...tractors.columns, text: ['号牌'] } },
      '按第几列写',
    ],
    ['没有这种数据', { ...tractors, element: 'boat' }, 'element'],
  ])('配置有错，说清楚是哪个文件哪里错：%s', (_, json, message) =>
    withSources({ national: json }, async (folder) => {
      expect(() => createSourceCatalogue(folder).sourcesOf(COUNTY, today)).toThrow(message);
    }),
  );

  test('从断开的地方接着读，合起来与一次读完相同', async () => {
    const source = createSourceCatalogue()
      .sourcesOf(COUNTY, today)
      .find((each) => each.source === 'deposit');
    if (!source) throw new Error('no source');
    const lines = Array.from(
      { length: 11_000 },
      (_, index) => `${numberFor(BIRTH, index)},${index}.00\n`,
    );
    const file = {
      bytes: Buffer.from(['身份证号,余额(元)\n', ...lines].join('')),
      name: 'a.csv',
      source,
    };
    const places = async (skip: number) => {
      const all: number[] = [];
      for await (const { rows } of snapshotChunks(file, { skip, today }))
        all.push(...rows.map(({ place }) => place));
      return all;
    };
    const whole = await places(0);
    expect(whole).toHaveLength(11_000);
    expect(await places(5000)).toEqual(whole.slice(5000));
    expect(await places(11_000)).toEqual([]);
  });
});
