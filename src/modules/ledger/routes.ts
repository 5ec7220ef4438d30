import type { FastifyReply } from 'fastify';
import { dayOf } from '../../kernel/clock.ts';
import { write } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import { askFor, queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { registerExports } from './export-routes.ts';
import { ledgerNamed } from './ledger-route.ts';
import { filterWords, listTaken, PAGE_PARTS, recordTaken } from './taken-store.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_PAGES = 300;

/** Lists as workbooks: each is asked for as the asker's own screen asks, so nobody gets a row they may not see. */
export function registerLedgers(router: Router): void {
  rawRoute(router, contract.ledgerSheet, access.LedgerSheet, async (call) => {
    const { context, asker, params, request, reply } = call;
    const ledger = ledgerNamed(params.ledger);
    if (!ledger) throw absent();
    const search = searchOf(request.query);
    const rows: (string | number)[][] = [];
    let more: Readonly<Record<string, string>> | null = {};
    for (let page = 0; more !== null && page < MOST_PAGES; page += 1) {
      const asked = new URLSearchParams({ ...search, ...ledger.page, ...more });
      const got = await askFor(router.app, asker, `/api${ledger.path}?${asked.toString()}`);
      if (got.status !== 200) return passOn(reply, got);
      const { rows: own, next } = ledger.read(JSON.parse(got.bytes.toString('utf8')));
      rows.push(...own.map((row) => [...row]));
      more = next;
    }
    const { title, heading } = ledger;
    const mark = await write(context.database, principalOf(asker), (tx) =>
      recordTaken(tx, context, asker, {
        ...{ title, about: '', rows: rows.length, path: request.url },
        filter: filterWords(search),
      }),
    );
    const today = dayOf(context.clock.now());
    const bytes = await writeSheets([{ name: title, heading, rows }], mark);
    return reply
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`${title}-${today}.xlsx`)}`,
      )
      .header('x-content-type-options', 'nosniff')
      .type(XLSX)
      .send(Buffer.from(bytes));
  });
  registerTaken(router);
  registerExports(router);
}

function registerTaken(router: Router): void {
  queryRoute(router, contract.ledgersTaken, access.LedgersTaken, async (call) => {
    const { tx, asker, search, context } = call;
    const rows = await listTaken(tx, { area: asker.area, ...search });
    const names = await context.namesOf(tx, [...new Set(rows.map(({ person }) => person))]);
    return {
      taken: rows.map(({ person, about: _, ...row }) => ({ ...row, by: names.get(person) ?? '' })),
    };
  });
}

/** The list's own answer where it is none: not for this role, a search it does not know. */
function passOn(reply: FastifyReply, { status, type, bytes }: Awaited<ReturnType<typeof askFor>>) {
  return reply.status(status).type(type).send(bytes);
}

function searchOf(query: unknown): Record<string, string> {
  const entries = Object.entries(query as Record<string, unknown>);
  return Object.fromEntries(
    entries.flatMap(([key, value]) =>
      typeof value === 'string' && !PAGE_PARTS.includes(key) ? [[key, value]] : [],
    ),
  );
}
