import { randomUUID } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import { write, type WriteTx } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent, refusedBy } from '../../platform/http/problem.ts';
import { type RawCall, rawRoute, type Router } from '../../platform/http/route.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import { type Sheet, writeSheets } from '../../platform/table-file/write-xlsx.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { ownRun } from './comparison-routes.ts';
import * as contract from './contract.ts';
import { correctionSheet } from './correction-sheet.ts';
import { takeSheet } from './decide.ts';
import { type FoundHousehold, listHouseholds } from './household-store.ts';
import { keptLedger } from './ledger-file.ts';
import { reportSheets } from './report-sheet.ts';
import { takeoverKind, type TakeoverRun } from './store.ts';
import { summaryOf } from './summary-store.ts';
import { givenFor } from './takeover-command.ts';
import type { TakenSheet } from './takeover.ts';
import { templateSheets } from './template-sheet.ts';

/** Workbooks: the template, the rows to put right, the report. Whoever takes people's data out is in the record. */
export function registerSheets(router: Router, _: Standards): void {
  const { ledgerTemplate, correctionSheet: correction, takeoverReport } = contract;
  rawRoute(router, ledgerTemplate, access.LedgerTemplate, (call) =>
    sent(call, '存量对象台账模板.xlsx', templateSheets()),
  );
  rawRoute(router, correction, access.CorrectionSheet, async (call) => {
    const { run, households } = await taken(call, 'correction');
    const table = await keptLedger(call.context, run);
    const bad = households.filter(({ standing }) => standing === 'bad');
    return sent(call, `待更正-${baseName(run)}.xlsx`, [correctionSheet(table, bad)]);
  });
  rawRoute(router, takeoverReport, access.TakeoverReport, async (call) => {
    const { run, households, summary } = await taken(call, 'report');
    const today = dayOf(call.context.clock.now());
    const sheets = reportSheets(run, summary, { households, today });
    return sent(call, `检查报告-${baseName(run)}.xlsx`, sheets);
  });
}

function baseName({ fileName }: TakeoverRun): string {
  return fileName.replace(/\.[a-z]+$/i, '').replace(/^(待更正-)+/, '');
}

type Call = RawCall<'/:takeoverId'>;

/** What a workbook is made of, with the trace that somebody took it, in one transaction. */
async function taken(call: Call, sheet: TakenSheet) {
  const { context, asker, params } = call;
  return write(context.database, principalOf(asker), async (tx) => {
    const run = await ownRun({ tx, asker, context, params });
    const loaded = await lockStream(tx, takeoverKind, run.takeoverId);
    if (!loaded) throw absent();
    const recordedAt = context.clock.now();
    const households = await allHouseholds(tx, run.takeoverId);
    const bad = households.filter(({ standing }) => standing === 'bad');
    const command = { sheet, households: sheet === 'correction' ? bad.length : households.length };
    const given = await givenFor(tx, run, dayOf(recordedAt));
    const decision = takeSheet(command, loaded.state, given);
    if (!decision.ok) throw refusedBy(decision.refusal);
    const act = { actor: asker.person, post: asker.post, command: randomUUID(), recordedAt };
    await append(tx, takeoverKind, loaded, decision.events, act);
    return { run, households, summary: await summaryOf(tx, run.takeoverId) };
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
): Promise<unknown> {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(Buffer.from(await writeSheets(sheets)));
}
