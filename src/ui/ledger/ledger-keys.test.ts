import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ledger, type LedgerKey, pressLedgerKey } from './ledger-keys.ts';

type Row = { name: string };
const setting = {
  cellsIn: () => 3,
  newRow: () => ({ name: '' }),
  isBlank: (row: Row) => row.name === '',
};
const family: Ledger<Row> = { rows: [{ name: '李' }, { name: '王' }], removed: null };
const press = (key: LedgerKey, row: number, column: number, ledger = family) =>
  pressLedgerKey(ledger, { row, column }, key, setting);

describe('台账的键盘', () => {
  it('回车走到右边一格，行末走到下一行第一格', () => {
    expect(press('next', 0, 1).goTo).toEqual({ row: 0, column: 2 });
    expect(press('next', 0, 2).goTo).toEqual({ row: 1, column: 0 });
  });

  it('在最后一格回车，添一行', () => {
    const step = press('next', 1, 2);
    expect(step.rows).toHaveLength(3);
    expect(step.goTo).toEqual({ row: 2, column: 0 });
  });

  it('在没有填写的末行行末回车，去掉空行，走出台账', () => {
    const step = press('next', 2, 2, { ...family, rows: [...family.rows, { name: '' }] });
    expect(step.rows).toHaveLength(2);
    expect(step.goTo).toBe('after');
  });

  it('往回走到头，走出台账', () => {
    expect(press('back', 1, 0).goTo).toEqual({ row: 0, column: 2 });
    expect(press('back', 0, 0).goTo).toBe('before');
  });

  it('上下键在同一列走，到边不动', () => {
    expect(press('down', 0, 1).goTo).toEqual({ row: 1, column: 1 });
    expect(press('down', 1, 1).goTo).toBeNull();
    expect(press('up', 0, 1).goTo).toBeNull();
  });

  it('删去一行可以撤销，回到原来的位置', () => {
    const removed = press('delete', 0, 1);
    expect(removed.rows).toEqual([{ name: '王' }]);
    expect(removed.goTo).toEqual({ row: 0, column: 1 });
    const undone = press('undo', 0, 1, removed);
    expect(undone.rows).toEqual(family.rows);
    expect(undone.removed).toBeNull();
  });

  it('不论怎样按键，去处总在台账里面', () => {
    const keys = fc.constantFrom<LedgerKey>('next', 'back', 'up', 'down', 'delete', 'undo');
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 40 }), (pressed) => {
        let ledger: Ledger<Row> = family;
        let at = { row: 0, column: 0 };
        for (const key of pressed) {
          const step = pressLedgerKey(ledger, at, key, setting);
          ledger = step;
          if (step.goTo !== null && typeof step.goTo === 'object') at = step.goTo;
          else if (step.goTo !== null) break;
          if (ledger.rows.length === 0) break;
          expect(at.row).toBeLessThan(ledger.rows.length);
          expect(at.column).toBeLessThan(setting.cellsIn());
        }
      }),
    );
  });
});
