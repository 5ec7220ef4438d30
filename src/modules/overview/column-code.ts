/** What the township table and the map can be sorted and coloured by. */
type Column = {
  readonly title: string;
  readonly unit: '件' | '天' | '%' | '分' | '项';
  /** How it is counted, for whoever asks what the figure means. */
  readonly definition: string;
};

export const columns = {
  accepted: { title: '受理', unit: '件', definition: '期间内受理的申请' },
  decided: { title: '办结', unit: '件', definition: '期间内作出决定的案件' },
  days: {
    ...{ title: '平均用时', unit: '天' },
    definition: '期间内办结的案件，从受理到决定的自然日，取平均',
  },
  onTime: { title: '按期办结', unit: '%', definition: '期间内办结的案件中没有超过法定总期限的' },
  refused: { title: '不予救助', unit: '%', definition: '期间内办结的案件中决定不予救助的' },
  open: { title: '在办', unit: '件', definition: '现在已受理、没有决定的案件' },
  late: { title: '超期', unit: '件', definition: '在办案件中已经超过法定总期限的' },
  objections: { title: '未结异议', unit: '件', definition: '现在没有办结的公示异议' },
  findings: { title: '未办疑点', unit: '件', definition: '数据比对疑点中乡镇没有办结的' },
  readiness: { title: '承接能力', unit: '分', definition: '今天的承接能力评估得分' },
  authority: { title: '赋权事项', unit: '项', definition: '今天有效的赋权书下放的救助事项' },
} as const satisfies Readonly<Record<string, Column>>;
export type ColumnCode = keyof typeof columns;
export const columnCodes = Object.keys(columns) as [ColumnCode, ...ColumnCode[]];

/** Tenths of the unit; null without anything to count. */
export type TownshipFigures = { readonly [Code in ColumnCode]: number | null };

export function shownFigure(code: ColumnCode, tenths: number | null): string {
  if (tenths === null) return '—';
  const { unit } = columns[code];
  const figure = unit === '件' || unit === '项' ? String(tenths / 10) : (tenths / 10).toFixed(1);
  return unit === '%' ? `${figure}%` : figure;
}

type Row = { readonly name: string; readonly figures: TownshipFigures };

/** By a figure, the largest or the smallest first; what has none comes last whichever way. */
export function sorted<Line extends Row>(
  rows: readonly Line[],
  by: ColumnCode | 'name',
  isDescending: boolean,
): readonly Line[] {
  if (by === 'name') return rows;
  return rows.toSorted((a, b) => {
    const [one, other] = [a.figures[by], b.figures[by]];
    if (one === other) return 0;
    if (one === null) return 1;
    if (other === null) return -1;
    return isDescending ? other - one : one - other;
  });
}

/** Which of five shades a figure gets between the smallest and the largest; 0 for none. */
export function shadeOf(figure: number | null, all: readonly (number | null)[]): number {
  const known = all.flatMap((each) => each ?? []);
  if (figure === null || known.length === 0) return 0;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  if (most === least) return 1;
  return Math.min(5, 1 + Math.floor(((figure - least) * 5) / (most - least)));
}
