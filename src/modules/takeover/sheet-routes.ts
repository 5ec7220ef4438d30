import { dayOf } from '../../kernel/clock.ts';
import { read, write, type WriteTx } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { refusedBy } from '../../platform/http/problem.ts';
import { type RawCall, rawRoute, type Router } from '../../platform/http/route.ts';
import { type Sheet, writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { recordTaken } from '../ledger/taken-store.ts';
import { access } from './access.ts';
import { ownRun } from './comparison-routes.ts';
import * as contract from './contract.ts';
import { correctionSheet } from './correction-sheet.ts';
import { type FoundHousehold, listHouseholds } from './household-store.ts';
import { listAllCodes } from './layout-store.ts';
import { keptLedger } from './ledger-file.ts';
import { refusals } from './refusal.ts';
import { reportSheets } from './report-sheet.ts';
import type { TakeoverRun } from './store.ts';
import { summaryOf } from './summary-store.ts';
import { templateSheets } from './template-sheet.ts';

/** Workbooks: the template, the rows to put right, the report. Whoever takes people's data out is in the record. */
export function registerSheets(router: Router): void {
  const { ledgerTemplate, correctionSheet: correction, takeoverReport } = contract;
  rawRoute(router, ledgerTemplate, access.LedgerTemplate, async (call) => {
    const { context, asker } = call;
    const codes = await read(context.database, principalOf(asker), (tx) =>
      listAllCodes(tx, asker.area.slice(0, 6)),
    );
    return sent(call, '存量对象台账模板.xlsx', templateSheets(codes));
  });
  rawRoute(router, correction, access.CorrectionSheet, async (call) => {
    const { run, households, mark } = await taken(call, '待更正名单', true);
    const table = await keptLedger(call.context, run);
    return sent(call, `待更正-${baseName(run)}.xlsx`, [correctionSheet(table, households)], mark);
  });
  rawRoute(router, takeoverReport, access.TakeoverReport, async (call) => {
    const { run, households, summary, mark } = await taken(call, '检查报告', false);
    const today = dayOf(call.context.clock.now());
    const sheets = reportSheets(run, summary, { households, today });
    return sent(call, `检查报告-${baseName(run)}.xlsx`, sheets, mark);
  });
}

function baseName({ fileName }: TakeoverRun): string {
  return fileName.replace(/\.[a-z]+$/i, '').replace(/^(待更正-)+/, '');
}

type Call = RawCall<'/:takeoverId'>;

/** What a workbook is made of, with the trace that somebody took it, in one transaction. */
async function taken(call: Call, title: string, isOnlyBad: boolean) {
  const { context, asker, params } = call;
  return write(context.database, principalOf(asker), async (tx) => {
    const run = await ownRun({ tx, asker, context, params });
    const { takeoverId, phase } = run;
    if (phase !== 'checked' && phase !== 'registering') {
      throw refusedBy(refusals['ledger-not-checked']);
    }
    const all = await allHouseholds(tx, takeoverId);
    const households = isOnlyBad ? all.filter(({ standing }) => standing === 'bad') : all;
    const rows = households.reduce((sum, each) => sum + each.rows.length, 0);
    const path = call.request.url;
    const mark = await recordTaken(tx, context, asker, {
      ...{ title, about: takeoverId, filter: '', rows, path },
    });
    return { run, households, mark, summary: await summaryOf(tx, takeoverId) };
  });
}

const PAGE = 2000;

async function allHouseholds(tx: WriteTx, takeoverId: string): Promise<FoundHousehold[]> {
  const all: FoundHousehold[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page = await listHouseholds(tx, takeoverId, { after, limit: PAGE });
    all.push(...page.households);
    after = page.next;
  }
  return all;
}

async function sent(
  { reply }: Pick<RawCall<string>, 'reply'>,
  name: string,
  sheets: readonly Sheet[],
  mark?: string,
): Promise<unknown> {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(Buffer.from(await writeSheets(sheets, mark)));
}
