import { paidMonthly, type Previewed } from '../../../modules/preview/preview.ts';
import type { Tally } from '../../../modules/preview/sums.ts';
import { countWords, differenceWords, moneyWords } from './preview-words.ts';

/** One figure of a tally as a column: what it is called, its unit, and how it is written. */
export type TallyColumn = {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly figure: (tally: Tally) => number;
  readonly words: (figure: number) => string;
  /** Worth a line of a card even when it is zero. */
  readonly always?: true;
};

const plain = (figure: number) => countWords(figure, '').trim();

function households(key: string, title: string, figure: TallyColumn['figure']): TallyColumn {
  return { key, title, unit: '户', figure, words: plain };
}

const moves: readonly TallyColumn[] = [
  { ...households('before', '调整前', ({ before }) => before.households), always: true },
  { ...households('after', '调整后', ({ after }) => after.households), always: true },
  households('enter', '新符合', ({ kinds }) => kinds.enter),
  households('leave', '不再符合', ({ kinds }) => kinds.leave),
  households('gain', '增加', ({ kinds }) => kinds.gain),
  households('lose', '减少', ({ kinds }) => kinds.lose),
  households('open', '不能判断', ({ kinds }) => kinds.open),
];

const amounts: readonly TallyColumn[] = [
  {
    key: 'amountBefore',
    title: '调整前',
    unit: '元/月',
    figure: ({ before }) => before.amount,
    words: moneyWords,
  },
  {
    key: 'amountAfter',
    title: '调整后',
    unit: '元/月',
    figure: ({ after }) => after.amount,
    words: moneyWords,
  },
  {
    key: 'difference',
    title: '增减',
    unit: '元/月',
    figure: ({ before, after }) => after.amount - before.amount,
    words: differenceWords,
  },
];

const arrears: readonly TallyColumn[] = [
  households('arrearsHouseholds', '补发', ({ arrearsHouseholds }) => arrearsHouseholds),
  {
    key: 'arrears',
    title: '补发',
    unit: '元',
    figure: (tally) => tally.arrears,
    words: moneyWords,
  },
];

/** Amounts only where something is paid every month, what is owed for the past only where a change reaches back. */
export function tallyColumns(
  shown: readonly Previewed[],
  months: readonly string[],
): readonly TallyColumn[] {
  const isPaid = shown.some((scheme) => paidMonthly.includes(scheme));
  const hasMoves = isPaid ? moves : moves.filter(({ key }) => key !== 'gain' && key !== 'lose');
  const isOwed = isPaid && months.length > 0;
  return [...hasMoves, ...(isPaid ? amounts : []), ...(isOwed ? arrears : [])];
}

/** One line of a table of tallies: a township, a scheme. */
export type TallyRow = { readonly key: string; readonly title: string; readonly tally: Tally };

/** What a table is sorted by; `title` keeps the order of the codes. */
export type Sorting = { readonly by: string; readonly order: 'ascending' | 'descending' };

/** The rows in a new order; equal figures stay in the order they came. */
export function sortedRows(
  rows: readonly TallyRow[],
  columns: readonly TallyColumn[],
  { by, order }: Sorting,
): readonly TallyRow[] {
  const sign = order === 'ascending' ? 1 : -1;
  const column = columns.find(({ key }) => key === by);
  if (!column) return sign === 1 ? rows : rows.toReversed();
  return rows.toSorted((a, b) => sign * (column.figure(a.tally) - column.figure(b.tally)));
}

/** Figures are looked at from the largest down, names from the first on; pressed again, the other way round. */
export function nextSorting({ by, order }: Sorting, pressed: string): Sorting {
  const first = pressed === 'title' ? 'ascending' : 'descending';
  if (by !== pressed) return { by: pressed, order: first };
  return { by, order: order === 'ascending' ? 'descending' : 'ascending' };
}
