import { dayOf } from '../../kernel/clock.ts';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import { read } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { performOnce } from '../../platform/http/perform.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { receiveFile } from '../../platform/http/receive-file.ts';
import {
  keyOf,
  queryRoute,
  rawRoute,
  requireArea,
  type Router,
} from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { writeXlsx } from '../../platform/table-file/write-xlsx.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { elements, fieldTitles, type SnapshotField } from './element.ts';
import { keepSnapshot } from './keep-snapshot.ts';
import { snapshotFileFault } from './snapshot-file.ts';
import * as store from './snapshot-store.ts';
import type { Source } from './source.ts';
import type { SourceCatalogue } from './source-catalogue.ts';

type Begin = (load: Pick<store.SnapshotLoad, 'loadId' | 'area'>) => void;

/** What sources there are, what each supplied, and the door by which it comes in. */
export function registerReceiving(router: Router, catalogue: SourceCatalogue, begin: Begin): void {
  registerUpload(router, catalogue, begin);
  registerLists(router, catalogue);
  rawRoute(router, contract.badRowSheet, access.BadRowSheet, async (call) => {
    const { context, asker, params, reply } = call;
    const { load, rows } = await read(context.database, principalOf(asker), async (tx) => {
      const found = await store.findLoad(tx, params.loadId);
      if (!found) throw absent();
      requireArea(context, asker, found.area);
      return { load: found, rows: await store.listBadRows(tx, params.loadId) };
    });
    const lines = rows.map(({ place, field, message }) => [
      String(place),
      field === '' ? '整行' : fieldTitles[field],
      message,
    ]);
    const bytes = await writeXlsx('出错行', ['文件行号', '哪一项', '问题'], lines);
    const name = `出错行-${load.fileName.replace(/\.[a-z]+$/i, '')}.xlsx`;
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('x-content-type-options', 'nosniff')
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(Buffer.from(bytes));
  });
}

function registerUpload(router: Router, catalogue: SourceCatalogue, begin: Begin): void {
  rawRoute(router, contract.receiveSnapshot, access.ReceiveSnapshot, async (call) => {
    const { context, asker, request, reply, params } = call;
    const area = asker.area.slice(0, 6);
    const today = dayOf(context.clock.now());
    const source = catalogue.sourcesOf(area, today).find((each) => each.source === params.source);
    if (!source) throw absent();
    const { asOf } = params;
    if (!isLocalDate(asOf)) throw invalid(['asOf'], '请填写数据截至日期，例如 2026-11-23');
    const { name, bytes } = await receiveFile(request);
    const fileName = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(-100);
    const fault = await snapshotFileFault({ bytes, name: fileName, source });
    if (fault) throw invalid(['file'], fault);
    const file = { fileName, bytes, source, asOf: asOf as LocalDate, area };
    const attempt = {
      key: keyOf(request),
      route: `ReceiveSnapshot ${params.source} ${asOf}`,
      bodyHash: sm3(bytes).toString('hex'),
    };
    const answered = await performOnce(context, asker, attempt, async (tx, act) => {
      const loadId = await keepSnapshot(context, { tx, act, asker }, file);
      return { status: 200, answer: { loadId } };
    });
    const { loadId } = answered.answer as { loadId?: string };
    if (loadId) begin({ loadId, area });
    return reply.status(answered.status).send(answered.answer);
  });
}

function registerLists(router: Router, catalogue: SourceCatalogue): void {
  queryRoute(router, contract.sourceList, access.SourceList, async ({ tx, asker, context }) => {
    const area = asker.area.slice(0, 6);
    const today = dayOf(context.clock.now());
    const usable = await store.listUsable(tx, area, today);
    return {
      sources: catalogue.sourcesOf(area, today).map((source) => {
        const newest = usable.find((each) => each.source === source.source);
        return { ...shownSource(source), asOf: newest?.asOf ?? null, rows: newest?.good ?? 0 };
      }),
    };
  });
  queryRoute(router, contract.snapshotList, access.SnapshotList, async ({ tx, asker, context }) => {
    const loads = await store.listLoads(tx, asker.area.slice(0, 6));
    const streams = await Promise.all(
      loads.map(({ loadId }) => findStream(tx, store.snapshotKind, loadId)),
    );
    const people = streams.flatMap((each) => each?.state.asked?.by ?? []);
    const all = [...new Set([...loads.map(({ person }) => person), ...people])];
    const names = await context.namesOf(tx, all);
    const today = dayOf(context.clock.now());
    return {
      loads: loads.map((load, index) => {
        const { received, asked } = streams[index]?.state ?? store.snapshotKind.initial;
        const { loadId, source, asOf, keepUntil, fileName, createdAt } = load;
        const { phase, done, good, bad, fault, person } = load;
        return {
          ...{
            loadId,
            source,
            asOf,
            keepUntil,
            fileName,
            createdAt,
            phase,
            done,
            good,
            bad,
            fault,
          },
          sourceTitle: received?.title ?? source,
          supplier: received?.supplier ?? '',
          purpose: received?.purpose ?? '',
          by: person === 'clock' ? '文件夹接收' : (names.get(person) ?? ''),
          version: streams[index]?.version ?? 0,
          askedBy: asked ? (names.get(asked.by) ?? '') : '',
          askedReason: asked?.reason ?? '',
          isOverdue: phase === 'loaded' && keepUntil < today,
        };
      }),
    };
  });
}

function shownSource({ source, title, supplier, element, columns, keepDays, basis }: Source) {
  const { title: elementTitle, needs } = elements[element];
  return {
    ...{ source, title, supplier, elementTitle, keepDays, basis },
    columns: (Object.entries(columns) as [SnapshotField, string[] | number][]).map(
      ([field, column]) => ({
        title: fieldTitles[field],
        headings: typeof column === 'number' ? `第 ${column} 列` : column.join('、'),
        needed: needs.includes(field as never),
      }),
    ),
  };
}
