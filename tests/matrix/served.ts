import { createHash } from 'node:crypto';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { readXlsx } from '../../src/platform/table-file/read-xlsx.ts';
import type { County } from '../county.ts';
import { examples } from './example.ts';
import { reply } from './knock.ts';
import type { World } from './world.ts';

/** Somebody who asks, with the session they ask with. */
export type Listener = { readonly who: string; readonly token: string };

/** What each route answered to each listener: status, headers and every byte. */
export type Served = ReadonlyMap<string, string>;

export type Sweep = {
  readonly on: LocalDate;
  readonly listeners: readonly Listener[];
  /** What a screen reads; papers and workbooks as well; or every act, on a version nobody has. */
  readonly what: 'screens' | 'reads' | 'acts';
};

const PRINTED = /paper|poster|sheet|report|file|packet|agenda|minutes|receipt/i;

// Of the way there, not of the answer: how many requests came before, and when. The length follows from the bytes.
const OF_THE_WAY = /^(content-length|date|connection|keep-alive|x-ratelimit-.*)$/;

/** Asks everything a listener can ask, each at the same instant of the clock, as the matrix does. */
export async function servedTo(county: County, world: World, sweep: Sweep): Promise<Served> {
  const { on, listeners, what } = sweep;
  const served = new Map<string, string>();
  for (const entry of county.app.routes) {
    const { name, method, path } = entry.contract;
    const isAct = method !== 'GET';
    const isLeft = what === 'screens' && PRINTED.test(`${name} ${path}`);
    const make = examples[name];
    if (!make || isLeft || isAct !== (what === 'acts')) continue;
    for (const [nth, { who, token }] of listeners.entries()) {
      county.clock.set(on, '10:00');
      const answer = await reply(county.app, entry, make(world), token, `10.9.${nth}.1`);
      if ([401, 429].includes(answer.statusCode)) throw new Error(`${who} was not heard`);
      const headers = Object.entries(answer.headers)
        .filter(([key]) => !OF_THE_WAY.test(key))
        .map(([key, value]) => `${key}: ${String(value)}`);
      const body = await contentsOf(answer);
      served.set(`${name} ${who}`, [answer.statusCode, ...headers.toSorted(), body].join('\n'));
    }
  }
  return served;
}

/** A text as it is, any other file by its digest; of a workbook its rows, since each has a number of its own. */
async function contentsOf(answer: Awaited<ReturnType<typeof reply>>): Promise<string> {
  const type = String(answer.headers['content-type']);
  if (/json|text|xml;/.test(type)) return answer.body;
  if (!type.includes('spreadsheet')) {
    return createHash('sha256').update(answer.rawPayload).digest('hex');
  }
  return JSON.stringify(await readXlsx(answer.rawPayload, { rows: 10_000, columns: 200 }));
}

/**
 * Routes that answered two runs differently. With `isRenamed`, what each run drew by chance (ids, hashes) counts as
 * the same when it stands in the same place: the first one is #1, the second #2.
 */
export function differing(one: Served, other: Served, isRenamed = false): readonly string[] {
  const plain = (text: string) => (isRenamed ? renamed(text) : text);
  const names = [...one]
    .filter(([key, text]) => plain(text) !== plain(other.get(key) ?? ''))
    .map(([key]) => key.split(' ')[0] ?? '');
  return [...new Set(names)].toSorted();
}

function renamed(text: string): string {
  const known = new Map<string, string>();
  return text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g, (id) => {
    const name = known.get(id) ?? `#${known.size + 1}`;
    known.set(id, name);
    return name;
  });
}
