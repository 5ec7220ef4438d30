/** Sums over the cases of a period, from which every figure is computed; whole numbers. */
export type FigureSums = {
  readonly accepted: number;
  readonly decided: number;
  readonly calendarDays: number;
  readonly workingDays: number;
  readonly onTime: number;
  readonly refused: number;
  readonly returned: number;
  readonly objections: number;
  readonly upheld: number;
  readonly trips: number;
  readonly errors: number;
};

export const noSums: FigureSums = {
  ...{ accepted: 0, decided: 0, calendarDays: 0, workingDays: 0, onTime: 0, refused: 0 },
  ...{ returned: 0, objections: 0, upheld: 0, trips: 0, errors: 0 },
};

type Definition = {
  readonly title: string;
  readonly unit: '件' | '天' | '个工作日' | '%' | '次';
  /** How it is counted, as a sentence anybody can check against the list of cases. */
  readonly definition: string;
  /** Whether less of it is better; null where neither is. */
  readonly lessIsBetter: boolean | null;
  readonly part: keyof FigureSums;
  /** What the part is divided by; a plain count without it. */
  readonly by?: keyof FigureSums;
};

/** What a pilot is judged by (mission 2.2), with the definition each figure is printed with. */
export const figures = {
  accepted: {
    ...{ title: '受理', unit: '件', lessIsBetter: null, part: 'accepted' },
    definition: '期间内受理的申请件数。',
  },
  decided: {
    ...{ title: '办结', unit: '件', lessIsBetter: null, part: 'decided' },
    definition: '期间内作出给予或者不予救助决定的件数。',
  },
  'calendar-days': {
    ...{ title: '平均用时', unit: '天', lessIsBetter: true, part: 'calendarDays', by: 'decided' },
    definition:
      '期间内办结的案件，从受理之日到作出决定之日的自然日，公示和核对时间都算在内，取平均。',
  },
  'working-days': {
    ...{ title: '平均工作日', unit: '个工作日', lessIsBetter: true },
    ...{ part: 'workingDays', by: 'decided' },
    definition: '同上，按国家公布的节假日和调休只数工作日。',
  },
  'on-time': {
    ...{ title: '按期办结率', unit: '%', lessIsBetter: false, part: 'onTime', by: 'decided' },
    definition: '期间内办结的案件中，在法定总期限（含批准的延期）内决定的。',
  },
  refused: {
    ...{ title: '不予救助率', unit: '%', lessIsBetter: null, part: 'refused', by: 'decided' },
    definition: '期间内办结的案件中，决定不予救助的。',
  },
  returned: {
    ...{ title: '退回重办率', unit: '%', lessIsBetter: true, part: 'returned', by: 'decided' },
    definition: '期间内办结的案件中，被会议退回核查或者县级审核不同意过的。',
  },
  upheld: {
    ...{ title: '异议成立率', unit: '%', lessIsBetter: true, part: 'upheld', by: 'objections' },
    definition: '期间内办结的案件收到的公示异议中，核查后成立的。',
  },
  errors: {
    ...{ title: '发现差错', unit: '%', lessIsBetter: true, part: 'errors', by: 'decided' },
    definition: '期间内登记的原决定错误件数，与期间内办结件数相比。',
  },
  trips: {
    ...{ title: '群众跑动', unit: '次', lessIsBetter: true, part: 'trips', by: 'decided' },
    definition: '期间内办结的案件，申请算 1 次，被告知补件加 1 次，当面领取决定加 1 次，取平均。',
  },
} as const satisfies Readonly<Record<string, Definition>>;

export type FigureCode = keyof typeof figures;
export const figureCodes = Object.keys(figures) as [FigureCode, ...FigureCode[]];

export function definitionOf(code: FigureCode): Definition {
  return figures[code];
}

/** In tenths of its unit, rounded down; null when there was nothing to count in the period. */
export function figureOf(code: FigureCode, sums: FigureSums): number | null {
  const { part, by, unit } = definitionOf(code);
  if (!by) return sums[part] * 10;
  if (sums[by] === 0) return null;
  const scale = unit === '%' ? 1000 : 10;
  return Math.floor((sums[part] * scale) / sums[by]);
}

/** "15.2 天", "96.4%", "12 件"; "—" without a case. */
export function figureWords(code: FigureCode, tenths: number | null): string {
  if (tenths === null) return '—';
  const { unit, by } = definitionOf(code);
  const figure = by ? (tenths / 10).toFixed(1) : String(tenths / 10);
  return unit === '%' ? `${figure}%` : `${figure} ${unit}`;
}

export function addSums(all: readonly FigureSums[]): FigureSums {
  const keys = Object.keys(noSums) as (keyof FigureSums)[];
  return all.reduce<FigureSums>(
    (sum, each) => Object.fromEntries(keys.map((key) => [key, sum[key] + each[key]])) as FigureSums,
    noSums,
  );
}
