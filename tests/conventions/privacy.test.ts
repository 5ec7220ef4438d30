import { randomUUID } from 'node:crypto';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../src/platform/metrics.ts';
import { createLogger } from '../../src/platform/log.ts';
import { type County, COUNTY, LUOJIANG, openCounty } from '../county.ts';

/** Things families tell us; none may come out anywhere but in an answer to who asked. */
const canaries = {
  name: '欧阳演鹂',
  pinyin: 'ouyangyanli',
  idNumber: '519999198001011234',
  phone: '13999990001',
  account: '6217990000000012345',
  address: '演示路七十七号三单元',
  purpose: '演示用途丙戌',
};

function canariesIn(text: string): string[] {
  const decoded = `${text}\n${decodeURIComponent(text.replaceAll(/%(?![0-9A-Fa-f]{2})/g, '%25'))}`;
  return Object.entries(canaries).flatMap(([name, value]) =>
    decoded.toLowerCase().includes(value) ? [name] : [],
  );
}

describe('日志和指标里没有个人信息', () => {
  const lines: string[] = [];
  let county: County;
  let cookie: string;
  beforeAll(async () => {
    const destination = { write: (line: string) => void lines.push(line) };
    county = await openCounty(undefined, { log: createLogger({ level: 'trace', destination }) });
    const token = await county.token('window-clerk', LUOJIANG);
    cookie = `yimen_session=${token}`;
  });
  afterAll(() => county.close());

  const send = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: unknown) =>
    county.app.http.inject({
      method,
      url,
      headers: { cookie, 'x-yimen': 'console', host: 'localhost', 'idempotency-key': randomUUID() },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });

  test('查找、填错、走错、越权、故障,写进日志的只有编号、路径样式和结果', async () => {
    const name = encodeURIComponent(canaries.name);
    const statuses = [
      await send('GET', `/api/cases?text=${name}`),
      await send('GET', `/api/cases?limit=${name}`),
      await send('GET', `/api/cases/${name}`),
      await send('GET', `/api/nothing/${name}/${canaries.idNumber}`),
      await send('POST', '/api/applicants/search', { text: canaries.idNumber }),
      await send('POST', '/api/applicants/search', { text: canaries.name }),
      await send('POST', `/api/cases/${randomUUID()}/withdraw-application`, { reason: canaries }),
      await send('POST', `/api/cases/${randomUUID()}/reveal`, {
        field: 'phone',
        memberId: canaries.phone,
        purpose: canaries.purpose,
      }),
      await send('PUT', '/api/drafts/intake', { value: JSON.stringify(canaries) }),
      await send('POST', '/api/sign-in', { name: canaries.pinyin, password: canaries.account }),
      await broken(),
    ].map(({ statusCode }) => statusCode);
    expect(statuses.slice(0, 4)).toEqual([200, 400, 404, 404]);
    expect(statuses.at(-1)).toBe(503);
    expect(lines.length).toBeGreaterThanOrEqual(statuses.length);
    expect(lines.filter((line) => canariesIn(line).length > 0)).toEqual([]);
    expect(lines.join('')).toContain('/api/cases/:caseId');
    expect(canariesIn(await metrics.text())).toEqual([]);
    expect(await metrics.text()).toContain('route="/api/cases/:caseId"');
  });

  /** A search that the database itself cannot carry out: the unexpected error, with the name in its statement. */
  async function broken() {
    const owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
    await owner.query('alter table case_row rename column search to searched');
    const reply = await send('GET', `/api/cases?text=${encodeURIComponent(canaries.name)}`);
    await owner.query('alter table case_row rename column searched to search');
    await owner.end();
    return reply;
  }

  test('县级人员也一样', async () => {
    cookie = `yimen_session=${await county.token('aid-officer', COUNTY)}`;
    lines.length = 0;
    await send('GET', `/api/cases?text=${encodeURIComponent(canaries.name)}`);
    expect(lines.length).toBeGreaterThan(0);
    expect(canariesIn(lines.join('\n'))).toEqual([]);
  });
});

describe('这项检查本身', () => {
  test('普通的日志会漏出来,查得出来', () => {
    const lines: string[] = [];
    const careless = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    careless.info({ body: canaries }, 'request');
    expect(canariesIn(lines.join(''))).toEqual(Object.keys(canaries));
  });

  test('网址里编码过的姓名,查得出来', () => {
    expect(canariesIn(`/api/cases?text=${encodeURIComponent(canaries.name)}`)).toEqual(['name']);
    expect(canariesIn('100%')).toEqual([]);
  });
});
