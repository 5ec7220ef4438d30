import { describe, expect, it } from 'vitest';
import { cellWords } from './cell-words.ts';
import type { LedgerColumn } from './ledger-column.ts';

type Row = { readonly a: unknown };
const words = (column: object, value: unknown) =>
  cellWords({ key: 'a', title: '', ...column } as LedgerColumn<Row>, value, { a: value });

describe('一格的内容用文字说出来', () => {
  it('金额、数量、日期、是否、代码都带单位或者名称', () => {
    expect(words({ kind: 'money' }, 128_600)).toBe('1,286.00 元');
    expect(words({ kind: 'money', unit: '元/月' }, 0)).toBe('0.00 元/月');
    expect(words({ kind: 'number', unit: '亩', inHundredths: true }, 350)).toBe('3.5 亩');
    expect(words({ kind: 'number' }, 3)).toBe('3');
    expect(words({ kind: 'date' }, '2026-01-05')).toBe('2026年1月5日');
    expect([true, 'no', 'unknown'].map((each) => words({ kind: 'yes-no' }, each))).toEqual([
      ...['是', '否', '不清楚'],
    ]);
    const options = [{ value: 'x', label: '甲' }];
    expect(words({ kind: 'code', options }, 'x')).toBe('甲');
    expect(words({ kind: 'code', options: () => options }, 'y')).toBe('y');
  });

  it('没有填的说不出来，零不算没有填', () => {
    expect([null, undefined, ''].map((each) => words({ kind: 'money' }, each))).toEqual([
      ...['', '', ''],
    ]);
    expect(words({ kind: 'number', unit: '天' }, 0)).toBe('0 天');
    expect(cellWords<Row>(undefined, '甲演禾', { a: 1 })).toBe('甲演禾');
  });
});
