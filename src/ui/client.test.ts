import { describe, expect, it } from 'vitest';
import { call, type Line } from './client.ts';
import { createIntents, newKey } from './intent.ts';

type Sent = { path: string; headers: Record<string, string>; body: unknown };

/** A line that answers in turn: a status with a body, or a break. */
function lineOf(...answers: readonly ({ status: number; body?: unknown } | 'broken')[]) {
  const sent: Sent[] = [];
  const pauses: number[] = [];
  const line: Line = {
    async fetch(path, init) {
      sent.push({ path, headers: Object.fromEntries(new Headers(init.headers)), body: init.body });
      const answer = answers[Math.min(sent.length, answers.length) - 1] ?? 'broken';
      if (answer === 'broken') throw new TypeError('fetch failed');
      const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
      return new Response(body === '' ? null : body, { status: answer.status });
    },
    async pause(milliseconds) {
      pauses.push(milliseconds);
    },
  };
  return { line, sent, pauses };
}

const accept = {
  method: 'POST',
  path: '/cases/1/accept-application',
  title: '受理申请',
  body: {},
} as const;

describe('与服务器往来', () => {
  it('网络断开时用同一把幂等钥匙重送，办成一次', async () => {
    const { line, sent } = lineOf('broken', { status: 503 }, { status: 200, body: { seq: 4 } });
    const reply = await call({ ...accept, key: 'k1', version: 3 }, line);
    expect(reply).toEqual({ ok: true, value: { seq: 4 } });
    expect(sent.map((one) => one.headers['idempotency-key'])).toEqual(['k1', 'k1', 'k1']);
    expect(sent[0]?.headers).toMatchObject({ 'if-match': '"3"', 'x-yimen': 'console' });
  });

  it('服务器自己说出了故障（503 带编码），是答复，不再重送', async () => {
    const { line, sent } = lineOf({
      status: 503,
      body: { code: 'unavailable', detail: '系统出现故障' },
    });
    const reply = await call({ ...accept, key: 'k' }, line);
    expect(reply).toMatchObject({ ok: false, problem: { detail: '系统出现故障' } });
    expect(sent).toHaveLength(1);
  });

  it('没有幂等钥匙的写入断网后不重送', async () => {
    const { line, sent } = lineOf('broken');
    const reply = await call(accept, line);
    expect(reply).toMatchObject({ ok: false, problem: { code: 'network' } });
    expect(sent).toHaveLength(1);
  });

  it('按规定不能办理的（409）不重送，带回条文', async () => {
    const citation = { rule: 'PB-02', source: '审核确认办法第二十三条' };
    const { line, sent } = lineOf({
      status: 409,
      body: { code: 'notice-period-not-over', title: '公示未满', detail: '还差 2 天', citation },
    });
    const reply = await call({ ...accept, key: 'k' }, line);
    expect(reply).toMatchObject({
      ok: false,
      problem: { status: 409, detail: '还差 2 天', citation },
    });
    expect(sent).toHaveLength(1);
  });

  it('一直不通时有尽头，并说明内容还在', async () => {
    const { line, pauses } = lineOf('broken');
    const reply = await call({ ...accept, key: 'k' }, line);
    expect(pauses).toHaveLength(6);
    expect(reply).toMatchObject({
      ok: false,
      problem: { detail: expect.stringContaining('已填的内容还在') },
    });
  });

  it('服务器给出的不是约定格式时，按状态码说人话', async () => {
    const { line } = lineOf({ status: 403 });
    const reply = await call({ method: 'GET', path: '/cases', title: '办件' }, line);
    expect(reply).toMatchObject({
      problem: { status: 403, detail: expect.stringContaining('无权办理') },
    });
  });
});

describe('一次意图一把幂等钥匙', () => {
  it('内容未变、尚无答复时再按一次，钥匙不变', () => {
    const intents = createIntents(newKey);
    expect(intents.keyFor({ a: 1 })).toBe(intents.keyFor({ a: 1 }));
  });

  it('内容改了，或已有答复，就换新钥匙', () => {
    const intents = createIntents(newKey);
    const first = intents.keyFor({ a: 1 });
    const second = intents.keyFor({ a: 2 });
    intents.answered();
    expect(new Set([first, second, intents.keyFor({ a: 2 })]).size).toBe(3);
  });
});
