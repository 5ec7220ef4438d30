import { openAwaited } from './awaited.ts';
import { type Problem, problemOf, unreachable } from './problem.ts';

/**
 * One request below `/api`. Writes need a `key`, made once per intent (intent.ts) and kept for
 * retries.
 */
export type Request = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** What the person is doing, for the sentence about waiting: 受理申请. */
  readonly title: string;
  readonly body?: unknown;
  readonly key?: string;
  /** Version of the stream the screen was read at; goes into `if-match`. */
  readonly version?: string | number;
  readonly signal?: AbortSignal;
  /**
   * The request goes on when the page is left (a draft's last save). Bodies up to 60 kB only, by
   * the browser's rule.
   */
  readonly outlivesPage?: boolean;
};

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** What a call stands on; tests give their own. */
export type Line = {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly pause: (milliseconds: number) => Promise<void>;
};

const realLine: Line = {
  fetch: (path, init) => fetch(path, init),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/**
 * Waits between attempts. About half a minute in all: a switch restarts in that time, a person
 * waits no longer.
 */
const pausesMs = [500, 1000, 2000, 4000, 8000, 15_000] as const;
const attemptLimitMs = 30_000;
const passing = new Set(['http-502', 'http-503', 'http-504']);

/**
 * Sends one request and answers with the value or a problem; never throws but when aborted. A
 * broken line or a busy server is tried again with the same key, so nothing is done twice;
 * meanwhile the shell says what is awaited.
 */
export async function call(request: Request, line: Line = realLine): Promise<Reply> {
  const awaited = openAwaited();
  try {
    let reply = await attempt(request, line);
    for (const [index, pause] of pausesMs.entries()) {
      if (!worthRetrying(reply) || !repeatable(request)) break;
      awaited.say(waitingSentence(request, index + 1));
      await line.pause(pause);
      request.signal?.throwIfAborted();
      reply = await attempt(request, line);
    }
    if (!reply.ok && reply.problem.status === 401) for (const tell of signedOut) tell();
    return reply;
  } finally {
    awaited.end();
  }
}

async function attempt(request: Request, line: Line): Promise<Reply> {
  try {
    const response = await line.fetch(`/api${request.path}`, initOf(request));
    return await replyOf(response);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    return { ok: false, problem: unreachable(request.title) };
  }
}

function initOf(request: Request): RequestInit {
  const limit = AbortSignal.timeout(attemptLimitMs);
  return {
    method: request.method,
    credentials: 'same-origin',
    headers: headersOf(request),
    signal: request.signal ? AbortSignal.any([request.signal, limit]) : limit,
    ...(request.outlivesPage && { keepalive: true }),
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  };
}

export function headersOf(
  request: Pick<Request, 'body' | 'key' | 'version'>,
): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    'x-yimen': 'console',
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
    ...(request.key !== undefined && { 'idempotency-key': request.key }),
    ...(request.version !== undefined && { 'if-match': `"${request.version}"` }),
  };
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const value: unknown = text === '' ? null : readJson(text);
  if (response.ok && value !== undefined) return { ok: true, value };
  return { ok: false, problem: problemOf(response.ok ? 502 : response.status, value) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // A proxy's HTML page, for one; the status then speaks.
  }
}

function worthRetrying(reply: Reply): boolean {
  // Our own server's 503 carries its own code and is an answer; a proxy's carries none and passes.
  return !reply.ok && (reply.problem.status === 0 || passing.has(reply.problem.code));
}

function repeatable(request: Request): boolean {
  return request.method === 'GET' || request.key !== undefined;
}

function waitingSentence(request: Request, times: number): string {
  return request.method === 'GET'
    ? `网络不通，正在第 ${times} 次重新读取“${request.title}”。`
    : `网络不通，“${request.title}”还没有得到服务器答复，正在第 ${times} 次重送（不会重复办理）。`;
}

const signedOut = new Set<() => void>();

/** Calls back when the server says that the session has ended; answers how to stop listening. */
export function onSignedOut(tell: () => void): () => void {
  signedOut.add(tell);
  return () => signedOut.delete(tell);
}
