import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../kernel/clock.ts';
import { findAsker, holdPost, namesOf } from '../modules/identity/session.ts';
import { keepCurrent } from '../modules/standards/keep-current.ts';
import { createStandards, type Standards } from '../modules/standards/store.ts';
import { findHindranceWith } from '../modules/training/find-hindrance.ts';
import { type Keys, keysFrom } from '../platform/crypto/keys.ts';
import { createSealer } from '../platform/crypto/sealed.ts';
import type { Database } from '../platform/database/database.ts';
import { createBundleStore } from '../platform/file/bundle-store.ts';
import { createFileStore } from '../platform/file/file-store.ts';
import type { Context } from '../platform/http/context.ts';
import { openApiOf } from '../platform/http/openapi.ts';
import type { RouteEntry } from '../platform/http/route.ts';
import { createServer } from '../platform/http/server.ts';
import type { Logger } from '../platform/log.ts';
import { metrics } from '../platform/metrics.ts';
import { serveCheckPage } from './check-page.ts';
import { serveConsole } from './console.ts';
import { registerModules } from './modules.ts';

export type AppOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly dataDirectory: string;
  readonly log: Logger;
  readonly demo: boolean;
  /** Only the matrix test passes false; see Context. */
  readonly checksAccess?: boolean;
  /** Folder of the built console; `dist/console` unless a test keeps a copy of its own. */
  readonly consoleFolder?: string;
};

export type App = {
  readonly http: FastifyInstance;
  readonly context: Context;
  readonly routes: readonly RouteEntry[];
  readonly standards: Standards;
  /** Takes over what was published meanwhile; asked before every request and every job. */
  readonly lookAtPublished: () => Promise<void>;
};

/** The whole program on a database: every module's routes, the console's files, health, metrics and OpenAPI. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, clock, keys, dataDirectory, log, demo, checksAccess = true } = options;
  const standards = createStandards();
  const context: Context = {
    database,
    clock,
    sealer: createSealer(keys),
    vault: createSealer(keysFrom(keys.derive('complaint-vault', 32))),
    files: createFileStore(dataDirectory, keys),
    bundles: createBundleStore(dataDirectory, keys),
    log,
    demo,
    checksAccess,
    exportLimits: (area, today) => {
      const { exportAloneRows, exportDailyRows, exportValidDays } = standards.procedureOf(
        area,
        today,
      );
      return {
        alone: exportAloneRows.value,
        daily: exportDailyRows.value,
        validDays: exportValidDays.value,
      };
    },
    findAsker: (token) => findAsker(database, clock, token),
    namesOf,
    holdPost,
    findHindrance: findHindranceWith(standards),
  };
  const http = await createServer(context);
  const entries: RouteEntry[] = [];
  const lookAtPublished = keepCurrent(database, standards);
  http.addHook('onRequest', async ({ url }) => {
    if (url.startsWith('/api/')) await lookAtPublished();
  });
  registerModules({ app: http, context, entries }, standards);
  http.get('/healthz', async (_request, reply) => {
    await sql`select 1`.execute(database);
    return reply.send({ status: 'ok' });
  });
  http.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  http.get('/api/openapi.json', async () => openApiOf(entries));
  serveCheckPage(http, context);
  await serveConsole(http, options.consoleFolder);
  return { http, context, routes: entries, standards, lookAtPublished };
}
