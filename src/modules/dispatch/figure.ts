import type { RuleId } from '../../law/index.ts';
import { type Scheme, schemes } from '../../rules/scheme.ts';

type Unit = '件' | '户' | '人' | '天' | '次' | '元';

/** Which part of the record a figure is counted from. */
export type FigureSource = 'case' | 'check' | 'correction' | 'flag' | 'recipient' | 'payment';

export const groupTitles = {
  handling: '办件',
  supervision: '监督',
  register: '在册对象',
  payment: '资金发放',
} as const;
type Group = keyof typeof groupTitles;

type Figure = {
  readonly title: string;
  readonly unit: Unit;
  readonly group: Group;
  readonly source: FigureSource;
  /** What is counted, for whoever asks what the figure means. */
  readonly definition: string;
  readonly law: RuleId;
};

const handling = { group: 'handling', source: 'case', law: 'DL-14', unit: '件' } as const;
const check = { group: 'supervision', source: 'check', law: 'DL-14', unit: '件' } as const;
const order = { group: 'supervision', source: 'correction', law: 'DL-14', unit: '件' } as const;
const flag = { group: 'supervision', source: 'flag', law: 'DL-12', unit: '件' } as const;
const register = { group: 'register', source: 'recipient', law: 'DL-14' } as const;
const payment = { group: 'payment', source: 'payment', law: 'DL-14' } as const;

/** The fixed figures of a month (DL-14), and what the statutory tables of the month ask for. Sums only. */
export const figures = {
  accepted: { ...handling, title: '受理', definition: '本月受理的申请' },
  granted: { ...handling, title: '确认', definition: '本月决定给予救助的' },
  refused: { ...handling, title: '不予确认', definition: '本月决定不予救助的' },
  ended: { ...handling, title: '终止', definition: '本月撤回、终止，没有作出决定的' },
  days: {
    ...handling,
    ...{ title: '办结用时', unit: '天' },
    definition: '本月决定的案件从受理到决定的自然日之和，除以决定的件数是平均用时',
  },
  lateDecided: {
    ...handling,
    title: '超期办结',
    definition: '本月决定，决定日晚于法定总期限（含批准的延长）的',
  },
  lateOpen: { ...handling, title: '超期在办', definition: '到月末还没有决定、已过法定总期限的' },
  objections: { ...handling, title: '公示异议', definition: '本月决定的案件在公示中收到的异议' },
  upheld: { ...handling, title: '异议成立', definition: '上述异议中核实成立的' },
  kin: { ...handling, title: '近亲属备案', definition: '本月受理的申请中单独登记备案的' },
  checksDue: {
    ...check,
    title: '应核查',
    definition: '县级实地核查中到月末到期的和本月查完的，以前月份查完的除外',
  },
  checksDone: { ...check, title: '已核查', definition: '本月查完并登记结果的' },
  checksDiffer: { ...check, title: '查出不一致', definition: '本月查完、与档案不一致的' },
  correctionsOrdered: { ...order, title: '下达整改', definition: '本月下达的整改通知' },
  correctionsClosed: { ...order, title: '整改销号', definition: '本月复查通过、销号的整改通知' },
  correctionsLate: { ...order, title: '整改逾期', definition: '到月末超过整改期限没有销号的' },
  flagsRaised: { ...flag, title: '新列必查', definition: '本月列入三个百分之百的' },
  flagsOpen: { ...flag, title: '必查未销号', definition: '到月末列入三个百分之百、没有销号的' },
  households: {
    ...register,
    ...{ title: '在册户', unit: '户', definition: '本月享受待遇（含渐退期）的户' },
  },
  persons: { ...register, title: '在册人', unit: '人', definition: '上述各户的保障人口' },
  women: { ...register, title: '女性', unit: '人', definition: '保障人口中的女性' },
  elderly: { ...register, title: '老年人', unit: '人', definition: '保障人口中月末满 60 周岁的' },
  minors: {
    ...register,
    title: '未成年人',
    unit: '人',
    definition: '保障人口中月末未满 18 周岁的',
  },
  disabled: { ...register, title: '残疾人', unit: '人', definition: '保障人口中登记有残疾的' },
  ill: { ...register, title: '重病', unit: '人', definition: '保障人口中登记患重特大疾病的' },
  partLabour: {
    ...register,
    ...{ title: '部分丧失劳动能力', unit: '人', definition: '保障人口中登记部分丧失劳动能力的' },
  },
  noLabour: {
    ...register,
    ...{ title: '完全丧失劳动能力', unit: '人', definition: '保障人口中登记没有劳动能力的' },
  },
  unrecorded: {
    ...register,
    ...{ title: '情况未登记', unit: '人', definition: '保障人口中性别或者出生日期没有登记的' },
  },
  enteredHouseholds: {
    ...register,
    ...{ title: '新增户', unit: '户', definition: '本月享受、上月不享受的户' },
  },
  enteredPersons: { ...register, title: '新增人', unit: '人', definition: '新增户的保障人口' },
  leftHouseholds: {
    ...register,
    ...{ title: '退出户', unit: '户', definition: '上月享受、本月不享受的户' },
  },
  leftPersons: { ...register, title: '退出人', unit: '人', definition: '退出户的保障人口' },
  payable: { ...register, title: '应发', unit: '元', definition: '在册户本月的待遇金额之和' },
  paidLines: { ...payment, title: '发放笔数', unit: '次', definition: '本月到账的笔数' },
  paid: { ...payment, title: '当月支出', unit: '元', definition: '本月到账的金额' },
  paidYear: {
    ...payment,
    ...{ title: '累计支出', unit: '元', definition: '本年 1 月起到月末到账的金额' },
  },
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureCode = keyof typeof figures;
export const figureCodes = Object.keys(figures) as [FigureCode, ...FigureCode[]];

export type FigureValues = { readonly [Code in FigureCode]?: number };

/** What was counted of one village and one scheme; what there is none of is left out. */
export type FigureRow = {
  readonly area: string;
  readonly scheme: Scheme;
  readonly values: FigureValues;
};

/** Sums of these rows; every figure is a sum, so a township's is that of its villages. */
export function totalOf(rows: readonly FigureRow[]): Readonly<Record<FigureCode, number>> {
  const sums = Object.fromEntries(figureCodes.map((code) => [code, 0])) as Record<
    FigureCode,
    number
  >;
  for (const { values } of rows) {
    for (const code of figureCodes) sums[code] += values[code] ?? 0;
  }
  return sums;
}

/** Tenths of a day; null where nothing was decided. A sum divided, never an average of averages. */
export function averageDays(sums: Pick<FigureValues, 'days' | 'granted' | 'refused'>) {
  const decided = (sums.granted ?? 0) + (sums.refused ?? 0);
  return decided === 0 ? null : Math.round(((sums.days ?? 0) * 10) / decided);
}

/** A figure as people read it; money is kept in fen. */
export function shownFigure(code: FigureCode, value: number): string {
  return figures[code].unit === '元' ? (value / 100).toFixed(2) : String(value);
}

/** Rows in one fixed order, so that the same figures are the same text and the same hash. */
export function orderedRows(rows: readonly FigureRow[]): readonly FigureRow[] {
  const place = ({ area, scheme }: FigureRow) => `${area} ${schemes.indexOf(scheme)}`;
  return rows
    .map(({ area, scheme, values }) => ({
      ...{ area, scheme },
      values: Object.fromEntries(
        figureCodes.flatMap((code) => (values[code] ? [[code, values[code]]] : [])),
      ) as FigureValues,
    }))
    .filter(({ values }) => Object.keys(values).length > 0)
    .toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}

/** 受理（件）: a figure at the head of a column. */
export const figureHeading = (code: FigureCode) =>
  `${figures[code].title}（${figures[code].unit}）`;
