import type { Connection, HttpSetting } from './connection.ts';
import { readReply, type ReplyRead, replyText } from './read-reply.ts';

/** Who a source is asked about, and on what. */
export type AskedPerson = {
  readonly idNumber: string;
  readonly name: string;
  readonly caseNumber: string;
  readonly authorisation: string;
};

const PURPOSE = '社会救助家庭经济状况核对';
const MOST_BYTES = 1024 * 1024;

/**
 * Asks a source over HTTP about one person. Never throws: whatever goes wrong is a sentence without the person's data,
 * and nothing of a reply that was cut off, too long or unreadable is used.
 */
export async function askConnection(
  { http, reply }: Connection,
  person: AskedPerson,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ReplyRead> {
  if (!http || !reply) throw new Error('not a source that can be asked');
  const headers = authorisedHeaders(http.auth, environment);
  if (!headers) return { ok: false, fault: '接口的密钥没有配置，请告知系统管理员' };
  try {
    const response = await fetch(addressOf(http, person), {
      method: http.method,
      headers: { accept: 'application/json', ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(http.timeoutSeconds * 1000),
      ...(http.method === 'POST' ? { body: JSON.stringify(filled(http.body, person)) } : {}),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { ok: false, fault: `来源的系统答复出错（${response.status}）` };
    }
    const bytes = await bodyOf(response);
    if (!bytes) return { ok: false, fault: '答复过长，请人工核对' };
    const text = replyText(bytes, reply);
    if (text === null) return { ok: false, fault: '答复的编码与约定不符，没有采用' };
    return readReply(text, reply);
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    const fault = isLate ? `${http.timeoutSeconds} 秒内没有答复` : '连不上来源的系统，或者连接中断';
    return { ok: false, fault };
  }
}

function authorisedHeaders(
  auth: HttpSetting['auth'],
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> | null {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  if (auth.kind === 'none') return json;
  const secret = environment[auth.secret];
  if (!secret) return null;
  switch (auth.kind) {
    case 'bearer':
      return { ...json, authorization: `Bearer ${secret}` };
    case 'header':
      return { ...json, [auth.header.toLowerCase()]: secret };
    case 'basic': {
      const both = Buffer.from(`${auth.user}:${secret}`, 'utf8').toString('base64');
      return { ...json, authorization: `Basic ${both}` };
    }
  }
}

function addressOf({ address, query }: HttpSetting, person: AskedPerson): URL {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) {
    url.searchParams.set(name, filled(value, person) as string);
  }
  return url;
}

/** The template with the person put in; signs of the person cannot change its shape. */
function filled(template: unknown, person: AskedPerson): unknown {
  if (typeof template === 'string') {
    return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      name === 'purpose' ? PURPOSE : (person[name as keyof AskedPerson] ?? whole),
    );
  }
  if (Array.isArray(template)) return template.map((each) => filled(each, person));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) => [name, filled(value, person)]),
  );
}

/** The whole reply, or null when it is longer than any answer about one person. */
async function bodyOf(response: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
