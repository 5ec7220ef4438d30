import { sql } from 'kysely';
import { dayOf } from '../../kernel/clock.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { invalid } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { actorOf } from '../case/given.ts';
import { access } from './access.ts';
import * as decide from './decide-export.ts';
import * as contract from './export-contract.ts';
import { exportKind, findExport, listExports } from './export-store.ts';
import { ledgerNamed } from './ledger-route.ts';
import { filterWords } from './taken-store.ts';

/** Asking to take out a list of many people, and the answer of a second person (TH-09). */
export function registerExports(router: Router): void {
  streamCommand(router, exportKind, {
    contract: contract.askExport,
    access: access.AskExport,
    id: ({ body }) => body.id,
    begins: ({ asker }) => asker.area,
    given: async ({ tx, act, asker, body }) => ({
      ...{ now: act.recordedAt, today: dayOf(act.recordedAt), by: actorOf(asker) },
      ...namedList(router, body.path),
      isAwaited: Boolean(
        await findExport(tx, { person: asker.person, path: body.path, status: 'asked' }),
      ),
    }),
    decide: ({ path, purpose }, state, { title, filter, ...given }) =>
      decide.askExport({ path, title, filter, purpose }, state, given),
  });
  streamCommand(router, exportKind, {
    contract: contract.approveExport,
    access: access.ApproveExport,
    id: ({ params }) => params.requestId,
    given: async ({ act, asker, context }) => {
      const today = dayOf(act.recordedAt);
      const { validDays } = context.exportLimits(asker.area, today);
      return { now: act.recordedAt, today, by: actorOf(asker), validDays };
    },
    decide: decide.approveExport,
  });
  streamCommand(router, exportKind, {
    contract: contract.declineExport,
    access: access.DeclineExport,
    id: ({ params }) => params.requestId,
    given: async ({ act, asker }) => ({
      ...{ now: act.recordedAt, today: dayOf(act.recordedAt), by: actorOf(asker) },
    }),
    decide: decide.declineExport,
  });
  registerList(router);
}

function registerList(router: Router): void {
  queryRoute(router, contract.exportList, access.ExportList, async ({ tx, asker, context }) => {
    const rows = await listExports(tx, asker.area);
    const persons = rows.flatMap(({ person, answeredBy }) => [person, answeredBy]);
    const names = await context.namesOf(tx, [...new Set(persons)]);
    const versions = await versionsOf(
      tx,
      rows.map(({ requestId }) => requestId),
    );
    const { alone, daily } = context.exportLimits(asker.area, dayOf(context.clock.now()));
    return {
      ...{ alone, daily },
      exports: rows.map(({ person, answeredBy, ...row }) => ({
        ...row,
        version: versions.get(row.requestId) ?? 0,
        by: names.get(person) ?? '',
        isOwn: person === asker.person,
        answeredBy: names.get(answeredBy) ?? '',
      })),
    };
  });
}

async function versionsOf(tx: ReadTx, ids: readonly string[]) {
  const found = await sql<{ stream: string; version: number }>`
    select stream, max(seq)::int as version from event
    where stream = any (${ids.map((id) => `export-request:${id}`)}::text[]) group by stream`.execute(
    tx,
  );
  return new Map(
    found.rows.map(({ stream, version }) => [stream.slice('export-request:'.length), version]),
  );
}

/** What a list at an address is called, and how it is filtered; told by the program, not by whoever asks. */
function namedList({ entries }: Router, path: string): { title: string; filter: string } {
  const [address = '', search = ''] = path.split('?');
  const found = entries.find(
    ({ contract: { method, path: pattern } }) =>
      method === 'GET' &&
      /sheet|report/.test(pattern) &&
      new RegExp(`^/api${pattern.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`).test(address),
  );
  if (!found) throw invalid(['path'], '没有这个清单，请从清单页面申请');
  const ledger = ledgerNamed(address.split('/')[3] ?? '');
  const isLedger = found.contract.path.startsWith('/ledgers/');
  return {
    title: isLedger && ledger ? ledger.title : found.contract.title,
    filter: filterWords(Object.fromEntries(new URLSearchParams(search))),
  };
}
