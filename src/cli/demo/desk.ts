import { randomUUID } from 'node:crypto';
import {
  type CommandContract,
  fillPath,
  type PathValues,
  type QueryContract,
} from '../../kernel/contract.ts';
import { type Instant, instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { App } from '../../server/app.ts';

/** A clock somebody sets: the demo and the journeys live through weeks in seconds. */
export type SetClock = {
  readonly now: () => Instant;
  /** Moves to a day (09:00 in China unless told), a little later with each command. */
  readonly set: (day: LocalDate, time?: string) => void;
};

export function createSetClock(day: LocalDate): SetClock {
  let at = Date.parse(`${day}T09:00:00+08:00`);
  return {
    now: () => instant((at += 1000)),
    set: (to, time = '09:00') => {
      at = Date.parse(`${to}T${time}:00+08:00`);
    },
  };
}

export type Reply = { readonly status: number; readonly body: Record<string, unknown> };

export type Fetched = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
};

/** Somebody at work: gives commands and asks queries through the program's HTTP, as the screens do. */
export type Desk = {
  /** Gives a command; answers whatever came back. */
  readonly give: <Path extends string, Body>(
    contract: CommandContract<Body> & { readonly path: Path },
    params: PathValues<Path>,
    body: unknown,
    options?: { ifMatch?: number; key?: string },
  ) => Promise<Reply>;
  /** Gives a command that must succeed; throws with the refusal otherwise. */
  readonly must: Desk['give'];
  readonly ask: <Path extends string, Answer, Search>(
    contract: QueryContract<Answer, Search> & { readonly path: Path },
    params: PathValues<Path>,
    search?: Record<string, string>,
  ) => Promise<Reply & { body: Answer }>;
  readonly upload: (url: string, name: string, bytes: Uint8Array) => Promise<Reply>;
  /** Gets what is no JSON: a file, a printed paper. */
  readonly fetch: (url: string) => Promise<Fetched>;
};

/** A desk for the owner of a session; `token` is asked before every call, because days pass between them. */
export function createDesk(app: App, token: () => Promise<string>): Desk {
  const signedIn = async () => ({
    cookie: `yimen_session=${await token()}`,
    'x-yimen': 'console',
    host: 'localhost',
  });
  const give: Desk['give'] = async (contract, params, body, options = {}) => {
    const reply = await app.http.inject({
      method: contract.method,
      url: `/api${fillPath(contract.path, params as Record<string, string>)}`,
      headers: {
        ...(await signedIn()),
        'idempotency-key': options.key ?? randomUUID(),
        ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
      },
      payload: body as object,
    });
    return { status: reply.statusCode, body: parse(reply.body) };
  };
  return {
    give,
    must: async (contract, params, body, options) => {
      const reply = await give(contract, params, body, options);
      if (reply.status < 300) return reply;
      throw new Error(`${contract.name}: ${reply.status} ${JSON.stringify(reply.body)}`);
    },
    ask: async (contract, params, search = {}) => {
      const query = new URLSearchParams(search).toString();
      const url = `/api${fillPath(contract.path, params as Record<string, string>)}`;
      const reply = await app.http.inject({
        url: query ? `${url}?${query}` : url,
        headers: await signedIn(),
      });
      return { status: reply.statusCode, body: parse(reply.body) as never };
    },
    upload: async (url, name, bytes) => upload(app, await signedIn(), url, name, bytes),
    fetch: async (url) => {
      const {
        statusCode,
        headers: got,
        rawPayload,
      } = await app.http.inject({ url, headers: await signedIn() });
      return { status: statusCode, headers: got, bytes: rawPayload };
    },
  };
}

async function upload(
  app: App,
  headers: Record<string, string>,
  url: string,
  name: string,
  bytes: Uint8Array,
): Promise<Reply> {
  const boundary = `----yimen${randomUUID()}`;
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const reply = await app.http.inject({
    method: 'POST',
    url,
    headers: {
      ...headers,
      'idempotency-key': randomUUID(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
  return { status: reply.statusCode, body: parse(reply.body) };
}

function parse(text: string): Record<string, unknown> {
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
