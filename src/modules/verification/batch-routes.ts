import { randomUUID } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import { read } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { performOnce } from '../../platform/http/perform.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { receiveFile } from '../../platform/http/receive-file.ts';
import {
  commandRoute,
  keyOf,
  type RawCall,
  rawRoute,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { append, findStream } from '../../platform/record/record.ts';
import { readTable } from '../../platform/table-file/read-table.ts';
import { writeXlsx } from '../../platform/table-file/write-xlsx.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import type { ConnectionCatalogue } from './connection-catalogue.ts';
import * as contract from './contract.ts';
import { type Batch, importBatch } from './import-answers.ts';
import { importColumns, placeColumns, readRows } from './import-row.ts';
import { sourceTitle } from './item.ts';
import { listHeading, listRows, personsWaiting } from './list-rows.ts';
import { requestListKind } from './request-list.ts';

/** Batches: the list of whom to ask a source about goes out, the source's file comes in. */
export function registerBatches(
  router: Router,
  standards: Standards,
  connections: ConnectionCatalogue,
): void {
  registerLists(router, standards);
  rawRoute(router, contract.importAnswers, access.ImportAnswers, async (call) => {
    const batch = await readBatch(call, connections);
    const { context, asker, request } = call;
    const attempt = { key: keyOf(request), route: 'ImportAnswers', bodyHash: batch.hash };
    const answered = await performOnce(context, asker, attempt, async (tx, act) => ({
      status: 200,
      answer: await importBatch({ tx, act, asker, context, standards }, batch),
    }));
    return call.reply.status(answered.status).send(answered.answer);
  });
}

function registerLists(router: Router, standards: Standards): void {
  commandRoute(router, contract.drawRequestList, access.DrawRequestList, async (call) => {
    const { tx, act, asker, body } = call;
    requireRole(call.context, access.DrawRequestList, asker);
    const id = randomUUID();
    const persons = await personsWaiting(tx, standards, asker, body.source);
    const from = { id, area: asker.area, version: 0, state: requestListKind.initial };
    const event = { type: 'RequestListDrawn' as const, source: body.source, persons };
    await append(tx, requestListKind, from, [event], act);
    const cases = new Set(persons.map((each) => each.caseId)).size;
    return { status: 200, answer: { id, persons: persons.length, cases } };
  });
  rawRoute(router, contract.requestListFile, access.RequestListFile, async (call) => {
    const { context, asker, params, reply } = call;
    const { source, rows } = await read(context.database, principalOf(asker), async (tx) => {
      const list = await findStream(tx, requestListKind, params.listId);
      const isOwn = list?.state.by === asker.person;
      if (!list || !isOwn || list.state.on !== dayOf(context.clock.now())) throw absent();
      return {
        source: list.state.source,
        rows: await listRows(tx, caseKind(standards), context.sealer, list.state),
      };
    });
    const name = `核对名单-${sourceTitle(source)}.xlsx`;
    const bytes = await writeXlsx('核对名单', listHeading, rows);
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('x-content-type-options', 'nosniff')
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(Buffer.from(bytes));
  });
}

/** The uploaded file as rows; a file that cannot be used is refused as a field error. */
async function readBatch(
  { request, asker, context }: RawCall<string>,
  connections: ConnectionCatalogue,
): Promise<Batch> {
  const { name, bytes } = await receiveFile(request);
  const named = connections.named(asker.area.slice(0, 6), dayOf(context.clock.now()));
  const fileName = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(-100);
  const table = await readTable(bytes, fileName);
  if (!table.ok) throw invalid(['file'], table.message);
  const columns = placeColumns(table.heading);
  if (!columns.ok) {
    const all = Object.values(importColumns).join('、');
    const missing = columns.missing.join('、');
    throw invalid(['file'], `缺少列：${missing}。第一行应为：${all}。`);
  }
  const { good, bad } = readRows(
    table.rows,
    columns.at,
    named.map((each) => each.source),
  );
  const hash = sm3(bytes).toString('hex');
  return { fileName, hash, rows: good, bad: [...table.bad, ...bad] };
}
