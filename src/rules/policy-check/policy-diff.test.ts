import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { readRegionFile } from '../region-file.ts';
import { loadRegion } from '../region.ts';
import { changesBetween, changesOfFiles, type PolicyChange } from './policy-diff.ts';

const document = (known: string, number = `测民发〔${known.slice(0, 4)}〕1号`) => ({
  ...{ number, title: '低保标准', issuer: '测试县民政局', known },
});
const entry = (value: number, effective: string, more: object = {}) => ({
  ...{ parameter: 'standard', value, unit: '元/人/月', effective, document: 'first' },
  ...{ rule: 'DB-23', source: '第一条', ...more },
});
const months = (value: number, effective: string, more: object = {}) => ({
  ...entry(value, effective, more),
  ...{ parameter: 'incomeWindow', unit: '个月' },
});
const written = (...entries: readonly object[]) => ({
  ...{ place: '990101', name: '测试县', entries },
  documents: { first: document('2021-06-30'), second: document('2022-06-30') },
});
const read = (...entries: readonly object[]) => {
  const file = readRegionFile(written(...entries));
  if (!file.ok) throw new Error(file.faults.map((each) => each.message).join('；'));
  return file.file;
};
/** Parameter, side, value before and after. */
const told = (changes: readonly PolicyChange[]) =>
  changes.map(({ parameter, residence, old, new: now }) => [
    ...[parameter, residence, old?.value ?? null, now?.value ?? null],
  ]);

describe('一个地方两个日子之间有什么不同', () => {
  const between = (one: string, other: string, ...entries: readonly object[]) => {
    const json = written(...entries);
    const region = loadRegion(
      (path) => (path.endsWith('990101/rule.json') ? json : undefined),
      '990101',
    );
    const asOf = (day: string) => ({ on: localDate(day), knownOn: localDate(day) });
    return changesBetween(region, asOf(one), asOf(other));
  };
  const before = entry(600, '2021-07-01');

  test('没有变的不列', () => {
    expect(between('2021-08-01', '2022-08-01', before)).toEqual([]);
  });

  test('城乡同样变的合成一条，带前后的文件', () => {
    const after = entry(650, '2022-07-01', { document: 'second' });
    const [change, ...others] = between('2022-06-30', '2022-07-01', before, after);
    expect(others).toEqual([]);
    expect(change).toEqual({
      ...{ parameter: 'standard', title: '低保标准', residence: null },
      old: {
        ...{ value: 60_000, placeName: '测试县', effective: '2021-07-01', until: null },
        ...{ known: '2021-06-30', document: '测民发〔2021〕1号', documentTitle: '低保标准' },
        unknownLocally: false,
      },
      new: expect.objectContaining({ value: 65_000, document: '测民发〔2022〕1号' }),
    });
  });

  test('只有一边变的、两边变得不同的，分开列', () => {
    const urban = { residence: 'urban' };
    const rural = { residence: 'rural' };
    const sides = [entry(600, '2021-07-01', urban), entry(400, '2021-07-01', rural)];
    expect(
      told(between('2022-06-30', '2022-07-01', ...sides, entry(650, '2022-07-01', urban))),
    ).toEqual([['standard', 'urban', 60_000, 65_000]]);
    expect(
      told(
        between(
          ...(['2022-06-30', '2022-07-01'] as const),
          ...[...sides, entry(650, '2022-07-01', urban), entry(450, '2022-07-01', rural)],
        ),
      ),
    ).toEqual([
      ['standard', 'urban', 60_000, 65_000],
      ['standard', 'rural', 40_000, 45_000],
    ]);
  });

  test('新有的没有以前，到期的没有以后；数没有变、文件变了的也列', () => {
    expect(told(between('2021-06-30', '2021-07-01', before))).toEqual([
      ['standard', null, null, 60_000],
    ]);
    const ended = entry(600, '2021-07-01', { until: '2022-06-30' });
    expect(told(between('2022-06-30', '2022-07-01', ended))).toEqual([
      ['standard', null, 60_000, null],
    ]);
    const renewed = entry(600, '2022-07-01', { document: 'second' });
    expect(told(between('2022-06-30', '2022-07-01', before, renewed))).toEqual([
      ['standard', null, 60_000, 60_000],
    ]);
  });
});

describe('两个文件逐条比较', () => {
  const one = [months(12, '2021-07-01'), entry(600, '2021-07-01')];

  test('一样的文件没有不同，次序不同也没有', () => {
    expect(changesOfFiles(read(...one), read(...one))).toEqual([]);
    expect(changesOfFiles(read(...one), read(...one.toReversed()))).toEqual([]);
  });

  test('改了的、加了的、去了的，按参数的次序和生效的先后', () => {
    const other = [
      ...[entry(650, '2022-07-01'), entry(610, '2021-07-01'), entry(640, '2022-01-01')],
    ];
    expect(told(changesOfFiles(read(...one), read(...other)))).toEqual(
      expect.arrayContaining([
        ['incomeWindow', null, 12, null],
        ['standard', null, 60_000, 61_000],
      ]),
    );
    const standards = told(changesOfFiles(read(...one), read(...other))).filter(
      ([parameter]) => parameter === 'standard',
    );
    expect(standards).toEqual([
      ['standard', null, 60_000, 61_000],
      ['standard', null, null, 64_000],
      ['standard', null, null, 65_000],
    ]);
  });

  test('城乡分开比较', () => {
    const [urban, rural] = [{ residence: 'urban' }, { residence: 'rural' }];
    expect(
      told(
        changesOfFiles(
          read(entry(600, '2021-07-01', urban), entry(400, '2021-07-01', rural)),
          read(entry(600, '2021-07-01', urban), entry(410, '2021-07-01', rural)),
        ),
      ),
    ).toEqual([['standard', 'rural', 40_000, 41_000]]);
  });

  test('同一天的更正按公布的先后一一对应', () => {
    const wrong = entry(600, '2021-07-01');
    const right = entry(620, '2021-07-01', { document: 'second' });
    expect(told(changesOfFiles(read(wrong), read(right, wrong)))).toEqual([
      ['standard', null, null, 62_000],
    ]);
    expect(told(changesOfFiles(read(wrong, right), read(wrong, { ...right, value: 630 })))).toEqual(
      [['standard', null, 62_000, 63_000]],
    );
  });

  test('同一天开始的城乡两条，按写的先后；同一天公布的更正也是', () => {
    const [urban, rural] = [{ residence: 'urban' }, { residence: 'rural' }];
    const none = read(months(12, '2021-07-01'));
    const both = [entry(600, '2021-07-01', rural), entry(700, '2021-07-01', urban)];
    const added = (...rows: readonly object[]) =>
      told(changesOfFiles(none, read(months(12, '2021-07-01'), ...rows)));
    expect(added(...both)).toEqual([
      ['standard', 'rural', null, 60_000],
      ['standard', 'urban', null, 70_000],
    ]);
    expect(added(...both.toReversed())).toEqual([
      ['standard', 'urban', null, 70_000],
      ['standard', 'rural', null, 60_000],
    ]);
    const [one_, two] = [entry(600, '2021-07-01'), entry(610, '2021-07-01')];
    expect(told(changesOfFiles(read(one_, two), read(one_, { ...two, value: 620 })))).toEqual([
      ['standard', null, 61_000, 62_000],
    ]);
  });

  test('停止执行的日期、是不是本地规定，变了也列', () => {
    const until = entry(600, '2021-07-01', { until: '2022-06-30' });
    const [change] = changesOfFiles(read(entry(600, '2021-07-01')), read(until));
    expect([change?.old?.until, change?.new?.until]).toEqual([null, '2022-06-30']);
    const borrowed = entry(600, '2021-07-01', { unknownLocally: true, doubt: '暂用' });
    const [other] = changesOfFiles(read(entry(600, '2021-07-01')), read(borrowed));
    expect([other?.old?.unknownLocally, other?.new?.unknownLocally]).toEqual([false, true]);
  });
});
