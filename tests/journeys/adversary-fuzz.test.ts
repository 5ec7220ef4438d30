import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../src/cli/demo/random.ts';
import { fillPath } from '../../src/kernel/contract.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import type { RouteEntry } from '../../src/platform/http/route.ts';
import { openCounty } from '../county.ts';
import { type Example, examples } from '../matrix/example.ts';
import { buildWorld, DAY, type World } from '../matrix/world.ts';

const SEED = Number(process.env['YIMEN_FUZZ_SEED'] ?? 20260302);
const SECONDS = Number(process.env['YIMEN_FUZZ_SECONDS'] ?? 15);

/** What no form of ours sends, and somebody with a keyboard may. */
const oddTexts = [
  '',
  ' ',
  '\0',
  '甲\0乙',
  '\ud800',
  '\udfff尾',
  '‮gpj.exe',
  '１２３４５６',
  '‏שלום',
  "' or 1=1 --",
  "'; drop table event; --",
  '%',
  '_',
  '%_\\%',
  '\\',
  '../../../etc/passwd',
  '..%2f..%2fetc',
  '__proto__',
  'constructor',
  '{{7*7}}',
  '${7*7}',
  '<script>alert(1)</script>',
  '#set page(width: 0pt)',
  '=cmd|calc!A1',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '-1',
  '1e400',
  '9007199254740993',
  'a'.repeat(70_000),
  '演'.repeat(5000),
  '|',
  '||',
  '2026-03-02|x',
];
const oddValues: readonly unknown[] = [
  ...oddTexts,
  null,
  true,
  0,
  -1,
  0.1,
  1e21,
  2 ** 53,
  -(2 ** 63),
  [],
  {},
  [[]],
  [null],
  { toString: 1 },
  { cipher: 'x', tail: 'y', index: 'z' },
  { masked: '**************1234' },
  Array.from({ length: 3000 }, () => 1),
  nested(40),
];

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
}

type Shot = {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload: string | Buffer | undefined;
  readonly what: string;
};

const streams: Readonly<Record<string, string>> = {
  caseId: 'case',
  meetingId: 'meeting',
  instrumentId: 'instrument',
  personId: 'person',
  entryId: 'register-entry',
};

describe('乱填乱发，系统只会说清楚哪里不对', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld(await openCounty(DAY));
  });
  afterAll(() => world.county.close());

  it(`每个接口收到离奇的内容，都只答复 2xx 或者 4xx（种子 ${SEED}）`, async () => {
    const random = createRandom(SEED);
    const faults = new Map<string, string>();
    const until = performance.now() + SECONDS * 1000;
    let shots = 0;
    for (let round = 0; round === 0 || performance.now() < until; round += 1) {
      for (const entry of world.county.app.routes) {
        if (round > 0 && performance.now() > until) break;
        const fault = await shoot(entry, random, round);
        shots += 1;
        if (fault) faults.set(`${entry.contract.name} ${fault}`, fault);
      }
    }
    expect([...faults.keys()]).toEqual([]);
    expect(shots).toBeGreaterThan(world.county.app.routes.length);
  });

  async function shoot(entry: RouteEntry, random: Random, round: number): Promise<string | null> {
    const { name, method } = entry.contract;
    world.county.clock.set(DAY);
    const example = examples[name]?.(world) ?? { at: 'asker' };
    const shot = await makeShot(entry, example, random);
    const seats = world.seats.filter(
      (seat) =>
        seat.relation === 'own' &&
        (entry.access.roles.length === 0 || entry.access.roles.includes(seat.role)),
    );
    const seat = seats[Math.floor(random.next() * seats.length)];
    const cookie = seat ? { cookie: `yimen_session=${await world.tokenOf(seat)}` } : {};
    const began = performance.now();
    const reply = await world.county.app.http.inject({
      method,
      url: shot.url,
      remoteAddress: `10.${round % 250}.1.${1 + Math.floor(random.next() * 250)}`,
      headers: { ...shot.headers, ...cookie },
      ...(shot.payload === undefined ? {} : { payload: shot.payload }),
    });
    const ms = performance.now() - began;
    if (reply.statusCode >= 500) return `${reply.statusCode} ${shot.what}`;
    if (ms > 8000) return `${Math.round(ms)} ms ${shot.what}`;
    const isProblem = reply.statusCode >= 400;
    if (isProblem && !/[\u4e00-\u9fff]/.test(reply.body)) return `没有中文说明 ${shot.what}`;
    if (/node_modules|\.ts:\d+|select .* from /.test(reply.body)) return `泄露内部 ${shot.what}`;
    return null;
  }

  async function makeShot(entry: RouteEntry, example: Example, random: Random): Promise<Shot> {
    const { path, method } = entry.contract;
    const kind = Math.floor(random.next() * 8);
    const params = { ...example.params };
    const names = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, each = '']) => each);
    for (const each of names) params[each] ??= randomUUID();
    const broken = names[Math.floor(random.next() * names.length)];
    if (kind === 0 && broken) params[broken] = oddPath(random);
    const search = new URLSearchParams(example.search ?? {});
    if (kind === 1 || method === 'GET') {
      for (const key of ['text', 'after', 'limit', 'page', 'township', 'since', 'before']) {
        if (random.next() < 0.5) search.set(key, String(random.pick(oddTexts).slice(0, 3000)));
      }
      for (const key of search.keys()) {
        if (random.next() < 0.3) search.set(key, String(random.pick(oddTexts).slice(0, 3000)));
      }
    }
    const query = search.toString();
    const url = `/api${fillPath(path, params)}${query === '' ? '' : `?${query}`}`;
    const headers: Record<string, string> = { host: 'localhost', 'x-yimen': 'console' };
    if (method === 'GET') return { url, headers, payload: undefined, what: url.slice(0, 300) };
    headers['idempotency-key'] = randomUUID();
    headers['if-match'] = `"${await versionOf(params)}"`;
    const { payload, type } = bodyOf(example, kind, random);
    headers['content-type'] = type;
    const what = `${url.slice(0, 150)} ${type} ${payload.toString('utf8').slice(0, 300)}`;
    return { url, headers, payload, what };
  }

  async function versionOf(params: Readonly<Record<string, string>>): Promise<number> {
    const names = Object.entries(params).map(([key, value]) => `${streams[key] ?? ''}:${value}`);
    const known = names.filter((each) => !each.includes('\0') && each.isWellFormed());
    const found = await read(world.county.app.context.database, SYSTEM, (tx) =>
      sql<{ version: number }>`
        select version from record where stream = any (${known}::text[])`.execute(tx),
    );
    return found.rows[0]?.version ?? 0;
  }
});

function oddPath(random: Random): string {
  const text = random.pick(oddTexts).slice(0, 2000).replaceAll('/', '');
  return text.isWellFormed() && text !== '' && text !== '..' ? text : 'x\0';
}

function bodyOf(example: Example, kind: number, random: Random): { payload: Buffer; type: string } {
  const json = 'application/json';
  if (example.upload) return brokenUpload(example.upload, random);
  const body = example.body ?? {};
  if (kind === 2) return { payload: Buffer.from(random.pick(rawBodies)), type: json };
  if (kind === 3) {
    const types = ['text/plain', 'application/xml', 'multipart/form-data', 'a/b', json];
    return { payload: Buffer.from(JSON.stringify(body)), type: random.pick(types) };
  }
  if (kind === 4) {
    const more = `{"__proto__":{"role":"chair"},${JSON.stringify({ area: '*', role: 'chair', x: 1, ...(body as object) }).slice(1)}`;
    return { payload: Buffer.from(more), type: json };
  }
  const changed: unknown = structuredClone(body);
  const times = 1 + Math.floor(random.next() * 2);
  for (let time = 0; time < times; time += 1) spoil(changed, random);
  return { payload: Buffer.from(JSON.stringify(changed)), type: json };
}

const rawBodies = [
  '',
  'null',
  '[]',
  '1',
  '"x"',
  '{',
  '{"a":1,"a":2}',
  '\ufeff{}',
  '{"constructor":{"prototype":{"x":1}}}',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  `{"reason":"${'\\u0000'.repeat(20)}"}`,
  '{"reason":"\\ud83d"}',
  `{"x":"${'a'.repeat(2_200_000)}"}`,
  Buffer.from([0xff, 0xfe, 0x00, 0x01]).toString('latin1'),
];

function brokenUpload(
  { name, bytes }: { name: string; bytes: Buffer },
  random: Random,
): { payload: Buffer; type: string } {
  const mark = '----fuzz';
  const type = `multipart/form-data; boundary=${mark}`;
  const odd = random
    .pick(oddTexts)
    .slice(0, 300)
    .replaceAll(/["\r\n]/g, '');
  const named = random.next() < 0.5 ? name : `${odd}.jpg`;
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${named}"\r\n\r\n`;
  const spoiled = Buffer.from(bytes);
  for (let count = 0; count < 20; count += 1) {
    spoiled[Math.floor(random.next() * spoiled.length)] = Math.floor(random.next() * 256);
  }
  const whole = Buffer.concat([Buffer.from(head), spoiled, Buffer.from(`\r\n--${mark}--\r\n`)]);
  const wholes = [
    whole,
    whole.subarray(0, Math.floor(whole.length * random.next())),
    Buffer.concat([whole.subarray(0, -20), whole]),
    Buffer.from('--other\r\n\r\n'),
    Buffer.alloc(0),
  ];
  return { payload: random.pick(wholes), type };
}

/** Puts something odd at one place of a body: a leaf, a whole branch, or a key of its own. */
function spoil(body: unknown, random: Random): void {
  let at = body;
  for (;;) {
    if (typeof at !== 'object' || at === null) return;
    const keys = Object.keys(at);
    const key = keys[Math.floor(random.next() * (keys.length + 0.2))] ?? `odd${keys.length}`;
    const holder = at as Record<string, unknown>;
    const inner = holder[key];
    if (typeof inner === 'object' && inner !== null && random.next() < 0.75) at = inner;
    else {
      if (random.next() < 0.1) delete holder[key];
      else holder[key] = structuredClone(random.pick(oddValues));
      return;
    }
  }
}
