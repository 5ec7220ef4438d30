import { cite } from '../../law/index.ts';
import type { Sheet } from '../../platform/table-file/write-xlsx.ts';
import { SCHEME } from '../../rules/scheme.ts';
import { binWords, changeBins } from './change-bin.ts';
import { changeText } from './change-text.ts';
import type { EffectRow } from './contract.ts';
import { headline, monthSpan } from './headline.ts';
import { effectTitles, paidMonthly, previewed, type Previewed } from './preview.ts';
import type { PreviewRun } from './store.ts';
import type { Tally } from './sums.ts';

function yuan(fen: number): number {
  return fen / 100;
}

/** What was compared, what came out in sentences, and that nothing is decided by it. */
export function headSheet(run: PreviewRun): Sheet {
  const { title, change, day, months, done, total, sums } = run;
  const results = previewed.map((scheme) => {
    const sentences = headline(scheme, sums.schemes[scheme].all, months);
    return [SCHEME[scheme], sentences.join('')];
  });
  const isWhole = run.state === 'done';
  return {
    name: '说明',
    heading: ['项目', '内容'],
    rows: [
      ['名称', title],
      ['调整', changeText(change)],
      ['比较的日期', day],
      ['补发的月份', monthSpan(months) || '没有'],
      ['已算户数', done],
      ['全部户数', total],
      ...(isWhole ? [] : [['没有算完', '以下不是全部，不能当作全县的结果']]),
      ['现在决定发放的户数', sums.decided.households],
      ['现在决定发放的月金额', `${yuan(sums.decided.amount).toFixed(2)} 元`],
      ['按现行规定重算与现发不一致的户数', sums.stale],
      ['没有算在内：凭文件登记入册、还没有办件情况的', sums.withoutFacts],
      ...results,
      ['用途', '测算只供研究，不改变标准和任何一家的待遇，不能作为增发、停发的依据'],
      ['标准由谁确定', cite('SL-19', 'ZX-10').source],
    ],
  };
}

const kinds = Object.keys(effectTitles) as (keyof typeof effectTitles)[];

const TALLY_HEADING = [
  '调整前户数',
  '调整后户数',
  ...kinds.map((kind) => `${effectTitles[kind]}（户）`),
  '调整前月金额（元）',
  '调整后月金额（元）',
  '每月增加（元）',
  '每月减少（元）',
  '补发户数',
  '补发金额（元）',
];

function tallyCells(tally: Tally): number[] {
  return [
    tally.before.households,
    tally.after.households,
    ...kinds.map((kind) => tally.kinds[kind]),
    yuan(tally.before.amount),
    yuan(tally.after.amount),
    yuan(tally.more),
    yuan(tally.less),
    tally.arrearsHouseholds,
    yuan(tally.arrears),
  ];
}

export function schemeSheet({ sums }: PreviewRun): Sheet {
  return {
    name: '各类救助',
    heading: ['救助类别', ...TALLY_HEADING],
    rows: previewed.map((scheme) => [SCHEME[scheme], ...tallyCells(sums.schemes[scheme].all)]),
  };
}

export function townshipSheet({ sums }: PreviewRun, nameOf: (place: string) => string): Sheet {
  return {
    name: '按乡镇',
    heading: ['救助类别', '乡镇（街道）', ...TALLY_HEADING],
    rows: previewed.flatMap((scheme) =>
      Object.entries(sums.schemes[scheme].townships)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, tally]) => [SCHEME[scheme], nameOf(code), ...tallyCells(tally)]),
    ),
  };
}

/** How many households gain or lose how much, as the chart on the screen shows it. */
export function spreadSheet({ sums }: PreviewRun): Sheet {
  return {
    name: '增减分布',
    heading: ['救助类别', '每月增减', '户数'],
    rows: paidMonthly.flatMap((scheme) =>
      changeBins(sums.schemes[scheme].steps).map((bin) => [
        SCHEME[scheme],
        binWords(bin),
        bin.households,
      ]),
    ),
  };
}

export const HOUSEHOLD_HEADING = [
  ...['救助类别', '乡镇（街道）', '村（社区）', '办件编号', '申请人', '变化'],
  ...['调整前（元/月）', '调整后（元/月）', '增减（元/月）', '补发（元）', '说明'],
];

export function householdCells(scheme: Previewed, each: EffectRow): (string | number)[] {
  return [
    SCHEME[scheme],
    each.townshipName,
    each.villageName,
    each.number,
    each.applicant,
    effectTitles[each.effect],
    yuan(each.before),
    yuan(each.after),
    yuan(each.after - each.before),
    yuan(each.arrears),
    each.reason,
  ];
}
