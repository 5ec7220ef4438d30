import { dayOf } from '../../kernel/clock.ts';
import { read } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import { rawRoute, type RawCall, type Router } from '../../platform/http/route.ts';
import { type Sheet, writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { paperRoute } from '../issuance/paper-route.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { townshipsIn } from '../standards/township.ts';
import { access } from './access.ts';
import { anomalyLines } from './anomaly-view.ts';
import * as contract from './contract.ts';
import { closingFacts, findMonth, type MonthPack, packOf } from './month-store.ts';
import { summedTables } from './monthly-table.ts';
import { anomalySheet, figureSheets, publicSheet, tableSheet } from './pack-sheet.ts';
import { reportPaperOf } from './report-paper.ts';
import { takenReports } from './store.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The month on paper and as workbooks: sums by village, nobody in them. */
export function registerDispatchFiles(router: Router, standards: Standards): void {
  paperRoute(router, contract.dispatchPaper, access.DispatchPaper, async (call) => {
    const { tx, context } = call;
    const { span, stream } = await findMonth(call);
    const { county } = span;
    const today = dayOf(context.clock.now());
    const data = reportPaperOf(stream.state, {
      county: standards.nameOf(county),
      organ: officesOf('', standards.nameOf(county)).county.bureau,
      places: townshipsIn(standards, county),
      // A paper is the same whoever prints it: the families behind an anomaly are not on it.
      anomalies: await anomalyLines({ tx, context }, standards, stream.state, today),
      demo: context.demo,
    });
    return data && { paper: 'dispatch-report', data, area: county };
  });
  rawRoute(router, contract.dispatchSheet, access.DispatchSheet, async (call) =>
    send(call, '每月调度', async (tx, { span, stream, figures }) => {
      const { county, month } = span;
      const { context } = call;
      const today = dayOf(context.clock.now());
      const facts = await closingFacts(tx, standards, span);
      const tables = (stream.state.closed?.tables ?? facts.tables).map((each) => ({
        ...{ tableId: `${each.township}-${month}`, standing: each.standing },
        name: standards.nameOf(each.township),
      }));
      return [
        ...figureSheets(figures, townshipsIn(standards, county), standards.nameOf),
        anomalySheet(await anomalyLines({ tx, context }, standards, stream.state, today)),
        tableSheet(summedTables(await takenReports(tx, county, month)), tables),
        fingerprint(stream.state.closed?.hash ?? ''),
      ];
    }),
  );
  rawRoute(router, contract.dispatchPublicSheet, access.DispatchPublicSheet, async (call) =>
    send(call, '每月公开数字', async (_, { span, stream, figures }) => {
      if (!stream.state.closed) throw absent();
      return [publicSheet(figures, townshipsIn(standards, span.county))];
    }),
  );
}

const fingerprint = (hash: string): Sheet => ({
  name: '数据指纹',
  heading: ['状态', '指纹（SM3）'],
  rows: [[hash === '' ? '没有月结，数字还会变化' : '已经月结', hash]],
});

type Call = RawCall<'/dispatches/:dispatchId/sheet' | '/dispatches/:dispatchId/public-sheet'>;
type Made = (tx: Parameters<typeof closingFacts>[0], pack: MonthPack) => Promise<readonly Sheet[]>;

async function send({ asker, context, params, reply }: Call, title: string, make: Made) {
  const sheets = await read(context.database, principalOf(asker), async (tx) =>
    make(tx, await packOf({ tx, asker, context, params })),
  );
  const name = encodeURIComponent(`${title}-${params.dispatchId.slice(7)}.xlsx`);
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .type(XLSX)
    .send(Buffer.from(await writeSheets(sheets)));
}
