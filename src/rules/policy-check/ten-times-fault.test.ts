import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import type { WrittenEntry } from '../region-file.ts';
import { tenTimesFaults } from './ten-times-fault.ts';

type Given = Pick<WrittenEntry, 'value'> & Partial<WrittenEntry>;

function told(...given: readonly Given[]) {
  const entries = given.map((each, index) => ({
    ...{ file: 'rule.json', place: '990101', index, entry: null },
    written: {
      ...{ parameter: 'standard', document: 'notice', rule: 'DB-23', source: '第一条' },
      effective: localDate(`202${index}-07-01`),
      ...each,
    } as WrittenEntry,
  }));
  return tenTimesFaults(entries);
}
const paths = (...values: readonly WrittenEntry['value'][]) =>
  told(...values.map((value) => ({ value }))).map(({ path }) => path.slice(2).join('.'));

describe('与上一次相差近十倍的数', () => {
  test('六倍起、六分之一以下的指出，前后的数和生效日写明', () => {
    expect(paths(100, 599)).toEqual([]);
    expect(paths(100, 600)).toEqual(['value']);
    expect(paths(600, 101)).toEqual([]);
    expect(paths(600, 100)).toEqual(['value']);
    const [fault] = told({ value: 640 }, { value: 6400 });
    expect(fault).toMatchObject({
      ...{ code: 'ten-times', file: 'rule.json', path: ['entries', 1, 'value'] },
      other: { file: 'rule.json', path: ['entries', 0, 'value'] },
      message: expect.stringContaining('由 640 变为 6400（自2021年7月1日起），相差近十倍'),
    });
  });

  test('零和新的数不比', () => {
    expect([paths(0, 600), paths(600, 0), paths('no', 600)]).toEqual([[], [], []]);
  });

  test('只与紧挨着的上一次比，按生效的先后', () => {
    expect(paths(100, 500, 2500)).toEqual([]);
    const [late, early] = [localDate('2022-07-01'), localDate('2021-07-01')];
    expect(
      told({ value: 6400, effective: late }, { value: 640, effective: early }).map(
        ({ path }) => path,
      ),
    ).toEqual([['entries', 0, 'value']]);
  });

  test('城乡、单位、参数不同的不比', () => {
    const urban = { value: 6400, residence: 'urban' as const };
    expect(told({ value: 640, residence: 'rural' as const }, urban)).toEqual([]);
    expect(told({ value: 640, unit: '元/人/月' }, { value: 64_000, unit: '分/人/月' })).toEqual([]);
    expect(told({ value: 640 }, { value: 6400, parameter: 'marginPercent' })).toEqual([]);
  });

  test('表按代码一行一行比，没有代码的按名称', () => {
    const norm = (code: string, low: number) => ({ code, title: code, low });
    expect(
      paths([norm('rice', 300), norm('pig', 5000)], [norm('pig', 5000), norm('rice', 300)]),
    ).toEqual([]);
    expect(
      paths([norm('rice', 300), norm('pig', 500)], [norm('pig', 5000), norm('rice', 300)]),
    ).toEqual(['value.0.low']);
    const tier = (title: string, amount: number) => ({ title, amount });
    expect(paths([tier('甲', 300), tier('乙', 3000)], [tier('乙', 3000), tier('甲', 300)])).toEqual(
      [],
    );
    expect(paths([tier('甲', 300)], [tier('甲', 3000)])).toEqual(['value.0.amount']);
    expect(paths([tier('甲', 300)], [tier('丙', 3000)])).toEqual([]);
  });

  test('代码、名称本身不比；同名的几行按先后一一对应', () => {
    const row = (code: string, low: number) => ({ code, title: '一样', low });
    expect(paths([row('1', 300)], [row('9', 300)])).toEqual([]);
    expect(paths([{ title: '3', low: 5 }], [{ title: '90', low: 5 }])).toEqual([]);
    const plain = (low: number) => ({ title: '同名', low });
    expect(paths([plain(1), plain(300)], [plain(2), plain(30)])).toEqual(['value.1.low']);
    expect(paths([5, 300], [5, 30])).toEqual(['value.1']);
    const renamed = (title: string, low: number) => ({ code: 'rice', title, low });
    expect(paths([renamed('水稻', 300)], [renamed('稻谷', 30)])).toEqual(['value.0.low']);
  });

  test('同一天的两个值不比出方向来：先写的是旧的', () => {
    const day = localDate('2021-07-01');
    const [fault, ...more] = told({ value: 64, effective: day }, { value: 640, effective: day });
    expect([fault?.path, more]).toEqual([['entries', 1, 'value'], []]);
  });

  test('名称里的数随行而变，不算名称，也不比', () => {
    const tier = (title: string, amount: number) => ({ title, amount });
    expect(paths([tier('100元以下', 300)], [tier('120元以下', 3000)])).toEqual(['value.0.amount']);
    expect(paths([tier('100元', 300)], [tier('1000元', 310)])).toEqual([]);
    expect(paths([tier('1档', 300), tier('2档', 30)], [tier('1档', 310), tier('2档', 31)])).toEqual(
      [],
    );
  });

  test('算式里的数按先后比，算式改了样子的不比', () => {
    const rows = (give: string) => ({ rows: [{ title: '限额', give }] });
    expect(paths(rows('24 months * standard'), rows('12 months * standard'))).toEqual([]);
    expect(paths(rows('2 * standard + 50 yuan'), rows('2 * standard + 500 yuan'))).toEqual([
      'value.rows.0.give',
    ]);
    expect(paths(rows('2 * standard'), rows('20 * standard * 1 person'))).toEqual([]);
    expect(paths(rows('2.5 * standard'), rows('25 * standard'))).toEqual(['value.rows.0.give']);
  });
});
