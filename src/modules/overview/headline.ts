import type { TownshipFigures } from './column-code.ts';
import type { TownshipCases } from './township-store.ts';

type Beside = {
  readonly findings: number;
  readonly matters: number;
  /** Hundredths of a point; null where nothing is laid down. */
  readonly score: number | null;
};

const share = (part: number, of: number, scale: number) =>
  of === 0 ? null : Math.floor((part * scale) / of);

/** One township's figures in tenths of their units. */
export function figuresOf(own: TownshipCases | undefined, beside: Beside): TownshipFigures {
  const { accepted = 0, decided = 0, days = 0, onTime = 0, refused = 0 } = own ?? {};
  const { open = 0, late = 0, objections = 0 } = own ?? {};
  return {
    accepted: accepted * 10,
    decided: decided * 10,
    days: share(days, decided, 10),
    onTime: share(onTime, decided, 1000),
    refused: share(refused, decided, 1000),
    open: open * 10,
    late: late * 10,
    objections: objections * 10,
    findings: beside.findings * 10,
    readiness: beside.score === null ? null : Math.floor(beside.score / 10),
    authority: beside.matters * 10,
  };
}

type Paid = { readonly month: string; readonly lines: number; readonly paid: number } | null;

/** The county's six figures, from the sums of its townships: never an average of averages. */
export function headlineOf(cases: readonly TownshipCases[], paid: Paid) {
  const sum = (key: keyof Omit<TownshipCases, 'township'>) =>
    cases.reduce((total, each) => total + each[key], 0);
  const decided = sum('decided');
  const days = share(sum('days'), decided, 10);
  const onTime = share(sum('onTime'), decided, 1000);
  const paidShare = paid && share(paid.paid, paid.lines, 1000);
  const tenths = (value: number | null, unit: string) =>
    value === null ? '—' : `${(value / 10).toFixed(1)}${unit}`;
  return [
    { title: '受理', words: `${sum('accepted')} 件`, definition: '期间内受理的申请' },
    { title: '办结', words: `${decided} 件`, definition: '期间内作出决定的案件' },
    {
      ...{ title: '平均用时', words: tenths(days, ' 天') },
      definition: '期间内办结的案件，从受理之日到决定之日的自然日，取平均',
    },
    {
      ...{ title: '按期办结', words: tenths(onTime, '%') },
      definition: '期间内办结的案件中没有超过法定总期限的',
    },
    { title: '超期在办', words: `${sum('late')} 件`, definition: '现在超过法定总期限的案件' },
    {
      ...{ title: '资金到账', words: tenths(paidShare, '%') },
      definition: paid
        ? `${paid.month} 送交银行的 ${paid.lines} 笔中已经到账的`
        : '还没有送交银行的发放',
    },
  ];
}
