import { read } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import { rawRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { type Sheet, writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { SCHEME } from '../../rules/scheme.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { changeText } from './change-text.ts';
import { previewSheet } from './contract.ts';
import { listEffects } from './effect-store.ts';
import { effectTitles, previewed, type Previewed } from './preview.ts';
import { findRun, type PreviewRun } from './store.ts';
import type { Tally } from './sums.ts';

const PAGE = 5000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The result as a workbook: what was compared, each scheme, each township, every household that changes. */
export function registerSheet(router: Router, standards: Standards): void {
  rawRoute(router, previewSheet, access.PreviewSheet, async ({ asker, context, params, reply }) => {
    const sheets = await read(context.database, principalOf(asker), async (tx) => {
      const run = await findRun(tx, params.previewId);
      if (!run) throw absent();
      requireArea(context, asker, run.area);
      const pageOf = (scheme: Previewed, after: string) =>
        listEffects(tx, standards, { runId: run.runId, scheme, after, limit: PAGE });
      return [
        headSheet(run),
        schemeSheet(run),
        townshipSheet(run, standards),
        await householdSheet(pageOf),
      ];
    });
    return reply
      .header('content-disposition', 'attachment; filename="preview.xlsx"')
      .header('x-content-type-options', 'nosniff')
      .type(XLSX)
      .send(Buffer.from(await writeSheets(sheets)));
  });
}

function yuan(fen: number): number {
  return fen / 100;
}

function headSheet({ title, change, day, months, done, total, sums }: PreviewRun): Sheet {
  const span = months.length === 0 ? '没有' : `${months[0]} 至 ${months.at(-1)}`;
  return {
    name: '说明',
    heading: ['项目', '内容'],
    rows: [
      ['名称', title],
      ['调整', changeText(change)],
      ['比较的日期', day],
      ['补发的月份', span],
      ['已算户数', done],
      ['全部户数', total],
      ['现在决定发放的户数', sums.decided.households],
      ['现在决定发放的月金额（元）', yuan(sums.decided.amount)],
      ['按现行规定重算与现发不一致的户数', sums.stale],
    ],
  };
}

const TALLY_HEADING = [
  '调整前户数',
  '调整后户数',
  ...Object.values(effectTitles),
  '调整前月金额（元）',
  '调整后月金额（元）',
  '每月增加（元）',
  '每月减少（元）',
  '补发户数',
  '补发金额（元）',
];

function tallyCells(tally: Tally): number[] {
  const kinds = Object.keys(effectTitles) as (keyof typeof effectTitles)[];
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

function schemeSheet({ sums }: PreviewRun): Sheet {
  return {
    name: '各类救助',
    heading: ['救助类别', ...TALLY_HEADING],
    rows: previewed.map((scheme) => [SCHEME[scheme], ...tallyCells(sums.schemes[scheme].all)]),
  };
}

function townshipSheet({ sums }: PreviewRun, standards: Standards): Sheet {
  return {
    name: '按乡镇',
    heading: ['救助类别', '乡镇（街道）', ...TALLY_HEADING],
    rows: previewed.flatMap((scheme) =>
      Object.entries(sums.schemes[scheme].townships)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, tally]) => [SCHEME[scheme], standards.nameOf(code), ...tallyCells(tally)]),
    ),
  };
}

type Page = Awaited<ReturnType<typeof listEffects>>;

async function householdSheet(
  pageOf: (scheme: Previewed, after: string) => Promise<Page>,
): Promise<Sheet> {
  const rows: (string | number)[][] = [];
  for (const scheme of previewed) {
    for (let after: string | null = ''; after !== null; ) {
      const page: Page = await pageOf(scheme, after);
      for (const each of page.effects) {
        rows.push([
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
        ]);
      }
      after = page.next;
    }
  }
  return {
    name: '有变化的家庭',
    heading: [
      ...['救助类别', '乡镇（街道）', '村（社区）', '办件编号', '申请人', '变化'],
      ...['调整前（元/月）', '调整后（元/月）', '增减（元/月）', '补发（元）', '说明'],
    ],
    rows,
  };
}
