import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { type CheckedRoll, checkOf } from './fund-check.ts';

const of = (lines: number, amount: number) => ({ lines, amount: fen(amount) });
const roll = (no: number, open: number, differences: readonly string[] = []): CheckedRoll => ({
  ...{ rollId: `r${no}`, scheme: 'dibao', month: '2026-03', no, releasedOn: '2026-03-02' },
  books: {
    ...{ sent: of(4, 40_000), paid: of(4 - open, 40_000 - open * 10_000), returned: of(0, 0) },
    ...{ open: of(open, open * 10_000), differences },
  },
});

describe('DB-25、ZX-05：每天对账，把没有对上的列出来', () => {
  it('各册未回盘的合计；都一致的没有差异', () => {
    expect(checkOf([roll(1, 1), roll(2, 2)], of(1, 62_000), [])).toEqual({
      ...{ rolls: 2, open: of(3, 30_000), returned: of(1, 62_000), differences: [] },
    });
    expect(checkOf([], of(0, 0), [])).toMatchObject({ rolls: 0, open: of(0, 0) });
  });

  it('差异写明是哪一册，账簿自己的问题列在后面', () => {
    const found = checkOf([roll(2, 0, ['相差 0.01 元。'])], of(0, 0), ['借贷不相等。']);
    expect(found.differences).toEqual([
      '2026-03 最低生活保障第 2 册：相差 0.01 元。',
      '借贷不相等。',
    ]);
  });
});
