import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import iconv from 'iconv-lite';

/** What a source says of one person. */
export type Record = {
  readonly kind: string;
  readonly amount?: string;
  readonly day?: string;
  readonly words?: string;
};

/** How a source behaves. Each of them is what a real one has done to somebody. */
export type Manner =
  | 'well'
  /** Longer than anybody waits. */
  | 'slow'
  /** 503 with a page of HTML. */
  | 'failing'
  /** Breaks the connection in the middle of the reply. */
  | 'cut-off'
  /** Says that more is to come. */
  | 'partial'
  /** Sends GBK where UTF-8 was agreed. */
  | 'wrong-encoding'
  /** A code nobody has heard of. */
  | 'unknown-code';

export type SourceServer = {
  readonly addressOf: (source: string) => string;
  /** What a source holds on people, by ID number; everybody else is unknown to it. */
  readonly hold: (
    source: string,
    held: Readonly<{ [idNumber: string]: readonly Record[] }>,
  ) => void;
  readonly behave: (source: string, manner: Manner) => void;
  /** Every question that came, with the secret it carried. */
  readonly asked: readonly {
    readonly source: string;
    readonly secret: string;
    readonly body: { readonly [name: string]: string };
  }[];
  readonly close: () => Promise<void>;
};

const SLOW_MS = 30_000;

/** A department's query service as the tests need it: JSON over HTTP, a manner for each source. */
export async function startSourceServer(): Promise<SourceServer> {
  const holdings = new Map<string, Readonly<{ [idNumber: string]: readonly Record[] }>>();
  const manners = new Map<string, Manner>();
  const asked: SourceServer['asked'][number][] = [];
  const waiting = new Set<NodeJS.Timeout>();
  const server = createServer(async (request, response) => {
    const source = decodeURIComponent(request.url?.slice(1) ?? '');
    const body = JSON.parse(await textOf(request)) as { [name: string]: string };
    asked.push({ source, secret: request.headers.authorization ?? '', body });
    const manner = manners.get(source) ?? 'well';
    const rows = holdings.get(source)?.[body['certNo'] ?? ''] ?? [];
    const send = () => reply(response, manner, rows);
    if (manner === 'slow') waiting.add(setTimeout(send, SLOW_MS));
    else send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    addressOf: (source) => `http://127.0.0.1:${port}/${encodeURIComponent(source)}`,
    hold: (source, held) => void holdings.set(source, held),
    behave: (source, manner) => void manners.set(source, manner),
    asked,
    close: async () => {
      for (const each of waiting) clearTimeout(each);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function reply(response: ServerResponse, manner: Manner, rows: readonly Record[]): void {
  if (manner === 'failing') {
    response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>503</h1>');
    return;
  }
  const list = manner === 'unknown-code' ? [{ kind: 'ZZ' }] : rows;
  const text = JSON.stringify({
    code: '0000',
    data: { finished: manner === 'partial' ? 'N' : 'Y', rows: list, note: '查询完成' },
  });
  const bytes = manner === 'wrong-encoding' ? iconv.encode(text, 'gb18030') : Buffer.from(text);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  });
  if (manner === 'cut-off') response.write(bytes.subarray(0, 20), () => response.destroy());
  else response.end(bytes);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The file by which a county connects a source of this server: what an operator writes, and nothing else. */
export function connectionFile(
  server: SourceServer,
  source: string,
  codes: Readonly<{ [code: string]: string }>,
  more: object = {},
): object {
  return {
    source,
    area: '511702',
    from: '2026-01-01',
    way: 'http',
    replyWorkingDays: 3,
    remindAfterWorkingDays: 2,
    http: {
      address: server.addressOf(source),
      auth: { kind: 'bearer', secret: 'YIMEN_TEST_SOURCE' },
      body: {
        certNo: '{idNumber}',
        who: '{name}',
        caseNo: '{caseNumber}',
        grant: '{authorisation}',
      },
      timeoutSeconds: 1,
      retry: { firstSeconds: 60, mostSeconds: 600 },
    },
    reply: {
      answered: { path: 'code', is: ['0000'] },
      partial: { path: 'data.finished', is: ['N'] },
      records: 'data.rows',
      item: { path: 'kind', codes },
      amount: { path: 'amount' },
      asOf: 'day',
      text: 'words',
    },
    ...more,
  };
}
