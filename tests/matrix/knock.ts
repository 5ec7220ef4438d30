import { randomUUID } from 'node:crypto';
import { fillPath } from '../../src/kernel/contract.ts';
import type { RouteEntry } from '../../src/platform/http/route.ts';
import type { App } from '../../src/server/app.ts';
import type { Example } from './example.ts';

const BOUNDARY = '----yimen-matrix';

/** A version nothing has reached: what exists answers 412. */
const NEVER = 999_999_999;

export type Knock = { readonly status: number; readonly text: string };

/** Calls a route once as the owner of a token; without one, as nobody. */
export async function knock(...asked: Parameters<typeof reply>): Promise<Knock> {
  const { statusCode, body } = await reply(...asked);
  return { status: statusCode, text: body.slice(0, 300) };
}

/** As `knock`, with everything that came back. */
export async function reply(
  app: App,
  { contract }: RouteEntry,
  example: Example,
  token: string | null,
  address: string,
) {
  const path = fillPath(contract.path, example.params ?? {});
  const search = new URLSearchParams(example.search ?? {}).toString();
  const isCommand = contract.method !== 'GET';
  const multipart = example.upload && bodyOf(example.upload);
  return app.http.inject({
    method: contract.method,
    url: `/api${path}${search === '' ? '' : `?${search}`}`,
    remoteAddress: address,
    headers: {
      host: 'localhost',
      'x-yimen': 'console',
      ...(token === null ? {} : { cookie: `yimen_session=${token}` }),
      ...(isCommand ? { 'idempotency-key': randomUUID(), 'if-match': `"${NEVER}"` } : {}),
      ...(multipart ? { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } : {}),
    },
    ...(isCommand ? { payload: multipart ?? (example.body as object) ?? {} } : {}),
  });
}

function bodyOf({ name, bytes }: NonNullable<Example['upload']>): Buffer {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}
