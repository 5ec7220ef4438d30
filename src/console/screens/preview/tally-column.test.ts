import { describe, expect, it } from 'vitest';
import { emptyTally } from '../../../modules/preview/sums.ts';
import { nextSorting, sortedRows, tallyColumns, type TallyRow } from './tally-column.ts';

const row = (key: string, before: number, after: number): TallyRow => ({
  key,
  title: key,
  tally: {
    ...emptyTally,
    before: { households: 1, amount: before },
    after: { households: 1, amount: after },
  },
});
const rows = [row('甲', 1000, 1500), row('乙', 2000, 2000), row('丙', 1000, 900)];
const columns = tallyColumns(['dibao'], []);
const keysBy = (sorting: Parameters<typeof sortedRows>[2]) =>
  sortedRows(rows, columns, sorting)
    .map(({ key }) => key)
    .join('');

describe('按乡镇和救助类别的表', () => {
  it('有按月发放的才写金额，追溯的才写补发', () => {
    const titles = (...given: Parameters<typeof tallyColumns>) =>
      tallyColumns(...given).map(({ title, unit }) => `${title}${unit}`);
    expect(titles(['margin'], ['2026-01'])).toEqual([
      ...['调整前户', '调整后户', '新符合户', '不再符合户', '不能判断户'],
    ]);
    expect(titles(['tekun'], ['2026-01'])).toContain('补发元');
    expect(titles(['dibao'], [])).toContain('增减元/月');
    expect(titles(['dibao'], [])).not.toContain('补发元');
    expect(titles(['dibao'], ['2026-01'])).toContain('补发元');
  });

  it('金额两位小数，增减带正负号', () => {
    const difference = columns.find(({ key }) => key === 'difference');
    const words = rows.map(({ tally }) => difference?.words(difference.figure(tally)));
    expect(words).toEqual(['+5.00', '0.00', '−1.00']);
  });

  it('先按从多到少，再按一次从少到多；相等的不换位置；名称按区划顺序', () => {
    const start = { by: 'title', order: 'ascending' } as const;
    const once = nextSorting(start, 'difference');
    expect(once).toEqual({ by: 'difference', order: 'descending' });
    expect(keysBy(once)).toBe('甲乙丙');
    expect(keysBy(nextSorting(once, 'difference'))).toBe('丙乙甲');
    expect(keysBy({ by: 'amountBefore', order: 'ascending' })).toBe('甲丙乙');
    expect(nextSorting(once, 'title')).toEqual(start);
    expect(keysBy(nextSorting(start, 'title'))).toBe('丙乙甲');
  });
});
