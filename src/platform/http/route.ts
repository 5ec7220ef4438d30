import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type CommandContract,
  type PathValues,
  type QueryContract,
  issuesOf,
  type Schema,
} from '../../kernel/contract.ts';
import type { ReadTx, WriteTx } from '../database/database.ts';
import { read } from '../database/database.ts';
import type { Act } from '../record/record.ts';
import { type Asker, type Context, principalOf } from './context.ts';
import { type Answered, performOnce } from './perform.ts';
import { ProblemError, absent } from './problem.ts';

/** Who may give a command or see a list: the roles, and the rule as a sentence for people. */
export type Access = { readonly roles: readonly string[]; readonly sentence: string };

/** A registered route, kept for OpenAPI, the permissions page and the matrix test. */
export type RouteEntry = {
  readonly contract: CommandContract<never> | CommandContract | QueryContract;
  readonly access: Access;
};

/** Where a module adds its routes. There is no other way to make one, so none escapes the registry. */
export type Router = {
  readonly app: FastifyInstance;
  readonly context: Context;
  readonly entries: RouteEntry[];
};

export type CommandCall<Path extends string, Body> = {
  readonly tx: WriteTx;
  readonly act: Act;
  readonly asker: Asker;
  readonly params: PathValues<Path>;
  readonly body: Body;
  /** The version the person acted on, when they acted on something that exists. */
  readonly ifMatch: number | undefined;
  readonly context: Context;
};

/**
 * Registers a command. `handle` runs in the command's transaction and answers what the client gets; that answer is
 * kept for repeats. What must not be kept (a plain text) is made by `afterwards`, once the command stands.
 */
export function commandRoute<Path extends string, Body>(
  router: Router,
  contract: CommandContract<Body> & { readonly path: Path },
  access: Access,
  handle: (call: CommandCall<Path, Body>) => Promise<Answered>,
  afterwards?: (
    call: Pick<CommandCall<Path, Body>, 'asker' | 'params' | 'body'>,
    answer: unknown,
  ) => Promise<unknown>,
): void {
  const { app, context, entries } = router;
  entries.push({ contract: contract as CommandContract, access });
  app.route({
    method: contract.method,
    url: `/api${contract.path}`,
    handler: async (request, reply) => {
      const asker = await askerOf(context, request);
      const body = parsed(contract.body, request.body ?? {});
      const attempt = {
        key: keyOf(request),
        route: `${contract.name} ${request.url}`,
        bodyHash: createHash('sha256')
          .update(JSON.stringify(request.body ?? {}))
          .digest('hex'),
        body,
      };
      const params = request.params as PathValues<Path>;
      const ifMatch = ifMatchOf(request);
      const { status, answer } = await performOnce(context, asker, attempt, (tx, act) =>
        handle({ tx, act, asker, params, body, ifMatch, context }),
      );
      const sent = afterwards ? await afterwards({ asker, params, body }, answer) : answer;
      return reply.status(status).send(sent);
    },
  });
}

export type QueryCall<Path extends string, Search> = {
  readonly tx: ReadTx;
  readonly asker: Asker;
  readonly params: PathValues<Path>;
  readonly search: Search;
  readonly context: Context;
  readonly reply: FastifyReply;
};

/** Registers a query, answered in a read-only transaction. */
export function queryRoute<Path extends string, Answer, Search>(
  router: Router,
  contract: QueryContract<Answer, Search> & { readonly path: Path },
  access: Access,
  handle: (call: QueryCall<Path, Search>) => Promise<Answer>,
): void {
  const { app, context, entries } = router;
  entries.push({ contract: contract as QueryContract, access });
  app.get(`/api${contract.path}`, async (request, reply) => {
    const asker = await askerOf(context, request);
    requireRole(context, access, asker);
    const search = contract.query
      ? parsed(contract.query, request.query)
      : (undefined as unknown as Search);
    const params = request.params as PathValues<Path>;
    return read(context.database, principalOf(asker), (tx) =>
      handle({ tx, asker, params, search, context, reply }),
    );
  });
}

export type RawCall<Path extends string> = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly asker: Asker;
  readonly params: PathValues<Path>;
  readonly context: Context;
};

/** Registers a route whose body or answer is no JSON (a file). It opens its own transactions. */
export function rawRoute<Path extends string>(
  router: Router,
  contract: RouteEntry['contract'] & { readonly path: Path },
  access: Access,
  handle: (call: RawCall<Path>) => Promise<unknown>,
): void {
  const { app, context, entries } = router;
  entries.push({ contract, access });
  app.route({
    method: contract.method,
    url: `/api${contract.path}`,
    handler: async (request, reply) => {
      const asker = await askerOf(context, request);
      requireRole(context, access, asker);
      return handle({ request, reply, asker, params: request.params as PathValues<Path>, context });
    },
  });
}

const STAND_IN = 'x-yimen-stand-in';
const standIns = new Map<string, Asker>();

/**
 * Asks a query of the program for somebody who asked for the whole (a proof packet), as their browser would: the
 * same roles, the same area, the same "not found". The token lives as long as the one request.
 */
export async function askFor(
  app: FastifyInstance,
  asker: Asker,
  url: string,
): Promise<{ status: number; type: string; bytes: Buffer }> {
  const token = randomBytes(32).toString('base64url');
  standIns.set(token, asker);
  try {
    const reply = await app.inject({ url, headers: { [STAND_IN]: token, host: 'localhost' } });
    const type = String(reply.headers['content-type'] ?? '');
    return { status: reply.statusCode, type, bytes: reply.rawPayload };
  } finally {
    standIns.delete(token);
  }
}

export async function askerOf(context: Context, request: FastifyRequest): Promise<Asker> {
  const standIn = standIns.get(String(request.headers[STAND_IN] ?? ''));
  if (standIn) return standIn;
  const token = request.cookies['yimen_session'];
  const asker = token ? await context.findAsker(token) : null;
  if (!asker) throw new ProblemError({ code: 'unauthenticated' });
  return asker;
}

/** Refuses (403) a role the access declaration does not name. */
export function requireRole(context: Context, access: Access, asker: Asker): void {
  if (!context.checksAccess || access.roles.includes(asker.role)) return;
  throw new ProblemError({ code: 'forbidden', detail: access.sentence });
}

/** Answers "not found" (404) for what lies outside the asker's area: its existence is not told either. */
export function requireArea(context: Context, asker: Asker, area: string): void {
  if (!isInArea(context, asker, area)) throw absent();
}

/** For lists whose rows are judged one by one. */
export function isInArea({ checksAccess }: Context, asker: Asker, area: string): boolean {
  return !checksAccess || area.startsWith(asker.area);
}

/** The checked value, or a problem that lists what is wrong with each field. */
export function parsed<Value>(schema: Schema<Value>, value: unknown): Value {
  try {
    return schema.parse(value);
  } catch (error) {
    const issues = issuesOf(error);
    if (!issues) throw error;
    throw new ProblemError({ code: 'invalid', errors: issues });
  }
}

/** The client's key for one command; without it a repeat could not be told from a second act. */
export function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && /^[0-9a-zA-Z-]{16,64}$/.test(key)) return key;
  throw new ProblemError({
    code: 'precondition-required',
    detail: '提交缺少编号（Idempotency-Key），请刷新页面后重试。',
  });
}

function ifMatchOf(request: FastifyRequest): number | undefined {
  const text = request.headers['if-match'];
  const match = /^"?(\d{1,9})"?$/.exec(text ?? '');
  return match ? Number(match[1]) : undefined;
}
