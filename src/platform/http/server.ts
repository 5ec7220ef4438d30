import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { randomUUID } from 'node:crypto';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { z } from 'zod';
import { schemaWords } from '../../kernel/schema-words.ts';
import { sqlState } from '../database/database.ts';
import { EnvelopeError } from '../crypto/envelope.ts';
import { metrics } from '../metrics.ts';
import type { Context } from './context.ts';
import { type Problem, ProblemError, problemBody } from './problem.ts';
import { refuseUnstorable } from './unstorable.ts';

// Field errors that no module words itself still tell people what to do, with the same words as in the browser.
z.config({ localeError: schemaWords });

const PEOPLE_BODY_LIMIT = 2 * 1024 * 1024;
const UPLOAD_LIMIT = 10 * 1024 * 1024;

/** The HTTP server with its guards and its one place that turns errors into problems; routes come later. */
export async function createServer(context: Context): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: PEOPLE_BODY_LIMIT,
    genReqId: () => randomUUID(),
    loggerInstance: context.log,
    logController: new LogController({ disableRequestLogging: true }),
    // Addresses of the county's own proxy, which alone may say that a request came over https.
    trustProxy: process.env['YIMEN_PROXY'] ?? false,
    // An address that cannot be read is one we do not have.
    frameworkErrors: (_error, _request, reply) => sendAbsent(reply as FastifyReply),
  });
  await app.register(cookie);
  await app.register(helmet, helmetOptions);
  await app.register(rateLimit, { global: true, max: 6000, timeWindow: '1 minute' });
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 4 } });
  app.addHook('onRequest', async (request) => refuseForeignWrites(request));
  app.addHook('preValidation', async ({ params, query, body }) => {
    for (const part of [params, query, body]) refuseUnstorable(part);
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.observeRequest(request.method, route, reply.statusCode, reply.elapsedTime);
    context.log.info(
      {
        request: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(context, error, request);
    const body = problemBody(problem);
    return reply.status(body.status).type('application/problem+json').send(body);
  });
  app.setNotFoundHandler((_request, reply) => sendAbsent(reply));
  return app;
}

function sendAbsent(reply: FastifyReply): FastifyReply {
  const body = problemBody({ code: 'absent' });
  return reply.status(404).type('application/problem+json').send(body);
}

// For everything that is no page of ours (answers, papers, files); the console's pages carry a stricter one.
const helmetOptions = {
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      frameSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'self'"],
      upgradeInsecureRequests: null,
    },
  },
  // The county's own proxy terminates TLS and sets this; a plain LAN address must stay reachable.
  strictTransportSecurity: false,
} as const;

/** A write must come from our own pages: the header cannot be set across origins, and Origin must be ours. */
function refuseForeignWrites(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin, host } = request.headers;
  const ours = origin === undefined || origin.replace(/^https?:\/\//, '') === host;
  if (ours && request.headers['x-yimen'] !== undefined) return;
  throw new ProblemError({ code: 'forbidden', detail: '请从本系统页面提交。' });
}

function problemOf(context: Context, error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error.statusCode === 429) {
    return { code: 'too-many', detail: '操作过于频繁，请一分钟后再试。' };
  }
  if (error.statusCode === 413) {
    return {
      code: 'invalid',
      errors: [
        request.headers['content-type']?.startsWith('multipart/')
          ? { path: ['file'], message: '文件超过 10 MB，请压缩或重新拍摄' }
          : { path: [], message: '提交的内容过长，请删减后再提交' },
      ],
    };
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return { code: 'invalid', errors: [{ path: [], message: '提交的内容无法读取，请刷新后重试' }] };
  }
  // An id made by the client that something else bears already, perhaps where the asker may not look.
  if (sqlState(error) === '23505') return { code: 'key-reused' };
  // Row security turned the act away: to the asker it is simply not there.
  if (sqlState(error) === '42501') return { code: 'absent' };
  const kind = error instanceof EnvelopeError ? 'EnvelopeError' : error.name;
  // The message of a database error may hold a person's value; its class and state say enough to find it.
  context.log.error(
    {
      request: request.id,
      route: request.routeOptions.url ?? 'none',
      kind,
      state: sqlState(error) ?? '',
      at: whereOf(error),
    },
    'unexpected error',
  );
  return { code: 'unavailable', detail: '系统出现故障，已记录。刚才的操作没有生效，请稍后再试。' };
}

function whereOf(error: Error): string {
  const line = error.stack?.split('\n').find((each) => each.includes('/src/'));
  return line?.trim().replace(/\(?file:\/\/.*\/src\//, 'src/') ?? '';
}
