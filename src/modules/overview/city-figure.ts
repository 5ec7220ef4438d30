/** What a city sees of each county; its figure is null where it is too small to be shown. */
type CityColumn = {
  readonly title: string;
  readonly unit: '件' | '户' | '次' | '天' | '%';
  readonly definition: string;
};

export const cityColumns = {
  accepted: { title: '受理', unit: '件', definition: '期间内受理的申请' },
  decided: { title: '办结', unit: '件', definition: '期间内作出决定的案件' },
  days: {
    ...{ title: '平均用时', unit: '天' },
    definition: '期间内办结的案件，从受理到决定的自然日，取平均',
  },
  onTime: { title: '按期办结', unit: '%', definition: '期间内办结的案件中没有超过法定总期限的' },
  open: { title: '在办', unit: '件', definition: '现在已受理、没有决定的案件' },
  late: { title: '超期', unit: '件', definition: '在办案件中已经超过法定总期限的' },
  recipients: { title: '在册', unit: '户', definition: '现在登记在册的救助对象（户、人按项目计）' },
  checked: { title: '实地核查', unit: '次', definition: '期间内完成的县级实地核查' },
  corrections: { title: '未销号整改', unit: '件', definition: '现在没有销号的整改通知' },
} as const satisfies Readonly<Record<string, CityColumn>>;
export type CityCode = keyof typeof cityColumns;
export const cityCodes = Object.keys(cityColumns) as [CityCode, ...CityCode[]];

export type CityFigures = { readonly [Code in CityCode]: number | null };

/** "—" for nothing known of the county, "不足" for what is too small to tell; rates come in tenths. */
export function cityFigure(code: CityCode, figures: CityFigures | null): string {
  if (figures === null) return '—';
  const figure = figures[code];
  if (figure === null) return '不足';
  if (code === 'days') return (figure / 10).toFixed(1);
  return code === 'onTime' ? `${(figure / 10).toFixed(1)}%` : String(figure);
}
