import { describe, expect, it } from 'vitest';
import { type FollowUp, followUpsUnder } from './ledger-column.ts';
import { pressLedgerKey } from './ledger-keys.ts';

type Row = {
  readonly kind: string | null;
  readonly norm: string | null;
  readonly date: string | null;
};
const fresh: Row = { kind: null, norm: null, date: null };
const followUps: readonly FollowUp<Row>[] = [
  {
    key: 'norm',
    title: '核算标准',
    kind: 'text',
    when: ({ kind }) => kind !== null,
    open: ({ kind }) => kind === 'farming',
  },
  { key: 'date', title: '取得日期', kind: 'date' },
];
const under = (row: Partial<Row>, isUnfolded = false) => {
  const { shown, hasMore } = followUpsUnder(followUps, { ...fresh, ...row }, fresh, isUnfolded);
  return [shown.map(({ key }) => key), hasMore];
};

describe('一行下面的补充栏', () => {
  it('用得着的行才有；该问的直接摆出来，其余按“更多”才出来', () => {
    expect(under({})).toEqual([[], true]);
    expect(under({ kind: 'farming' })).toEqual([['norm'], true]);
    expect(under({ kind: 'wage' })).toEqual([[], true]);
    expect(under({ kind: 'wage' }, true)).toEqual([['norm', 'date'], true]);
    expect(under({}, true)).toEqual([['date'], true]);
  });

  it('填了内容的总看得见，不会带着看不见的内容提交', () => {
    expect(under({ kind: null, norm: '稻谷', date: '2026-01-01' })).toEqual([
      ['norm', 'date'],
      false,
    ]);
  });

  it('回车走过补充栏再到下一行；从长行上下走到短行，停在短行末格', () => {
    const rows: readonly Row[] = [{ ...fresh, kind: 'farming' }, fresh];
    const cellsIn = (row: Row) => 2 + followUpsUnder(followUps, row, fresh, false).shown.length;
    const press = (key: 'next' | 'back' | 'down', row: number, column: number) =>
      pressLedgerKey({ rows, removed: null }, { row, column }, key, {
        cellsIn,
        newRow: () => fresh,
        isBlank: () => false,
      }).goTo;
    expect(press('next', 0, 1)).toEqual({ row: 0, column: 2 });
    expect(press('next', 0, 2)).toEqual({ row: 1, column: 0 });
    expect(press('back', 1, 0)).toEqual({ row: 0, column: 2 });
    expect(press('down', 0, 2)).toEqual({ row: 1, column: 1 });
  });
});
