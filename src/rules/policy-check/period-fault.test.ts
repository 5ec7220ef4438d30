import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import type { WrittenEntry } from '../region-file.ts';
import { periodFaults } from './period-fault.ts';
import type { WrittenPolicy } from './written-policy.ts';

type Line = {
  readonly from: string;
  readonly until?: string;
  readonly side?: 'urban' | 'rural';
  readonly published?: 'early' | 'late' | 'unknown';
  readonly parameter?: string;
};

const policy = {
  file: 'rule.json',
  documents: {
    early: { known: localDate('2021-06-30') },
    late: { known: localDate('2021-12-31') },
  },
} as unknown as WrittenPolicy;

/** Code, place and the other place of each fault. */
function told(...lines: readonly Line[]) {
  const entries = lines.map(({ from, until, side, published = 'early', parameter }, index) => ({
    ...{ file: 'rule.json', place: '990101', index, entry: null },
    written: {
      ...{ parameter: parameter ?? 'marginPercent', value: 150, document: published },
      ...{ rule: 'BY-01', source: '第一条', effective: localDate(from) },
      ...(until === undefined ? {} : { until: localDate(until) }),
      ...(side === undefined ? {} : { residence: side }),
    } as WrittenEntry,
  }));
  return periodFaults([policy], entries).map(({ code, path, other, message }) => ({
    ...{ fault: `${code} ${path.join('.')}`, other: other?.path.join('.') ?? null, message },
  }));
}
const faults = (...lines: readonly Line[]) => told(...lines).map((each) => each.fault);

describe('同一天起的两个值', () => {
  const from = '2021-07-01';
  test('公布日期相同的，分不清；指后写的一条，并指出另一条', () => {
    expect(told({ from }, { from })).toMatchObject([
      { fault: 'overlap entries.1', other: 'entries.0' },
    ]);
    expect(told({ from }, { from })[0]?.message).toMatch(
      /^“低保边缘收入线（占低保标准%）”（marginPercent）自2021年7月1日起有两个值，/,
    );
    const later = { from: '2022-07-01' };
    expect(faults(later, { from }, later, { from })).toEqual([
      ...['overlap entries.3', 'overlap entries.2'],
    ]);
  });

  test('以后公布的是更正，公布日期不明的不说', () => {
    expect(faults({ from }, { from, published: 'late' })).toEqual([]);
    expect(faults({ from, published: 'late' }, { from })).toEqual([]);
    expect(faults({ from, published: 'unknown' }, { from, published: 'unknown' })).toEqual([]);
  });

  test('同一代号在两个文件里公布日期不同的，各按自己的文件', () => {
    const other = {
      ...policy,
      file: 'standard.json',
      documents: { early: policy.documents['late'] },
    };
    const at = (file: string, index: number) => ({
      ...{ file, place: '990101', index, entry: null },
      written: {
        ...{ parameter: 'marginPercent', value: 150, document: 'early', rule: 'BY-01' },
        ...{ source: '第一条', effective: localDate(from) },
      } as WrittenEntry,
    });
    const files = [policy, other as WrittenPolicy];
    expect(periodFaults(files, [at('rule.json', 0), at('standard.json', 0)])).toEqual([]);
    expect(periodFaults(files, [at('rule.json', 0), at('rule.json', 1)])).toHaveLength(1);
  });

  test('三次公布的，按公布的先后比：中间的止日不看', () => {
    const end = { until: '2022-01-01' };
    const lines = [
      { from, published: 'late', until: '2022-06-30' },
      { from, published: 'unknown', ...end },
      { from, published: 'early', ...end },
      { from: '2022-07-01' },
    ] as const;
    expect(faults(...lines)).toEqual([]);
    expect(faults(...lines.toReversed())).toEqual([]);
  });

  test('一天之差就不是同一天；别的参数、另一边的不相干', () => {
    expect(faults({ from }, { from: '2021-07-02' })).toEqual([]);
    expect(faults({ from }, { from, parameter: 'tekunBasicPercent' })).toEqual([]);
    expect(faults({ from, side: 'urban' }, { from, side: 'rural' })).toEqual([]);
    expect(
      faults({ from, side: 'urban' }, { from, side: 'urban' }, { from, side: 'rural' }),
    ).toEqual(['overlap entries.1']);
  });

  test('城乡通用的与一边的同一天，也分不清', () => {
    expect(faults({ from }, { from, side: 'urban' })).toEqual(['overlap entries.1']);
  });
});

describe('前后两个值之间', () => {
  const from = '2021-07-01';
  const next = '2022-07-01';
  test('执行到下一个值的前一天正好，早一天有空档，晚一天重叠', () => {
    expect(faults({ from, until: '2022-06-30' }, { from: next })).toEqual([]);
    expect(told({ from, until: '2022-06-29' }, { from: next })).toMatchObject([
      {
        ...{ fault: 'gap entries.0.until', other: 'entries.1' },
        message: expect.stringMatching(
          /^“.*”（marginPercent）执行到2022年6月29日，下一个值自2022年7月1日起执行，2022年6月30日没有规定，请补上/,
        ),
      },
    ]);
    expect(told({ from, until: '2022-07-01' }, { from: next })).toMatchObject([
      {
        ...{ fault: 'overlap entries.0.until', other: 'entries.1' },
        message: expect.stringMatching(
          /^“.*”（marginPercent）写明执行到2022年7月1日，可是下一个值自2022年7月1日起执行，.*请把 until 改为 2022-06-30$/,
        ),
      },
    ]);
    expect(told({ from, until: '2022-06-01' }, { from: next })[0]?.message).toContain(
      '2022年6月2日到2022年6月30日没有规定',
    );
  });

  test('几个值打乱了写，也按先后一个一个比', () => {
    const three = [
      { from: '2023-07-01' },
      { from, until: '2022-06-30' },
      { from: next, until: '2023-06-29' },
    ];
    expect(faults(...three)).toEqual(['gap entries.2.until']);
    expect(faults(...three.toReversed())).toEqual(['gap entries.0.until']);
  });

  test('写的次序不影响', () => {
    expect(faults({ from: next }, { from, until: '2022-06-29' })).toEqual(['gap entries.1.until']);
  });

  test('止日早于起日的由这一条自己说，不再比较', () => {
    expect(faults({ from, until: '2021-06-30' }, { from: next })).toEqual([]);
    expect(faults({ from, until: '2021-07-01' }, { from: next })).toEqual(['gap entries.0.until']);
  });

  test('被更正的值不再看止日', () => {
    expect(
      faults(
        { from, until: '2022-01-01' },
        { from, until: '2022-06-30', published: 'late' },
        { from: next },
      ),
    ).toEqual([]);
  });

  test('后一个值到期而没有新值，会回到旧值；紧接着有新值的不会', () => {
    const ended = { from: next, until: '2023-06-30' };
    expect(told({ from }, ended)).toMatchObject([
      {
        ...{ fault: 'older-again entries.1.until', other: 'entries.0' },
        message: expect.stringContaining(
          '到2023年6月30日为止，以后没有新值，会回到自2021年7月1日起',
        ),
      },
    ]);
    expect(faults({ from }, ended, { from: '2023-07-01' })).toEqual([]);
    expect(faults({ from }, ended, { from: '2023-07-02' })).toEqual([
      ...['older-again entries.1.until', 'gap entries.1.until'],
    ]);
  });
});

describe('城乡两边', () => {
  const from = '2021-07-01';
  test('一边有值的那一天，另一边也要有', () => {
    expect(faults({ from, side: 'urban' })).toEqual(['one-side entries.0.residence']);
    expect(told({ from, side: 'urban' })[0]?.message).toContain('有城市的值，没有农村的');
    expect(told({ from, side: 'rural' })[0]?.message).toContain('有农村的值，没有城市的');
    expect(faults({ from, side: 'urban' }, { from, side: 'rural' })).toEqual([]);
    expect(faults({ from }, { from: '2022-07-01', side: 'urban' })).toEqual([]);
    expect(faults({ from }, { from: '2020-07-01', side: 'urban' })).toEqual([
      'one-side entries.1.residence',
    ]);
  });

  test('另一边晚一天开始、早一天结束的，都缺', () => {
    expect(faults({ from, side: 'urban' }, { from: '2021-07-02', side: 'rural' })).toEqual([
      'one-side entries.0.residence',
    ]);
    const rural = (until: string) =>
      faults(
        { from, side: 'urban' },
        { from, side: 'rural', until },
        { from: '2022-07-01', side: 'urban' },
      );
    expect(rural('2022-06-30')).toEqual(['one-side entries.2.residence']);
    expect(rural('2022-07-01')).toEqual([]);
  });
});
