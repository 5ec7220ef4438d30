import { randomUUID } from 'node:crypto';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as verb from '../../src/cli/demo/verbs/identity.ts';
import { changePassword } from '../../src/modules/identity/contract.ts';
import { createDesk } from '../../src/cli/demo/desk.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const first = 'first-Password-0123456789';
const own = 'Own-Password-2026';

describe('门口：猜口令、冒名提交、伪造来源（TH-10、CWE-352）', () => {
  let county: County;
  let secret = '';
  beforeAll(async () => {
    county = await openCounty();
    const system = await county.desk('system-admin', COUNTY);
    const security = await county.desk('security-admin', COUNTY);
    const personId = await verb.registerPerson(system, COUNTY, '甲演禾', 'jia');
    const postId = await verb.askForPost(system, personId, 'case-officer', LUOJIANG);
    await verb.approvePost(security, personId, postId);
    await verb.setFirstPassword(system, personId, first);
    const started = await send('/sign-in', { name: 'jia', password: first });
    const changed = await send('/sign-in/password', { ticket: started.ticket, password: own });
    secret = changed.secret ?? '';
  });
  afterAll(() => county.close());

  type Sent = { status: number; text: string; ticket?: string; secret?: string; cookie: string };

  async function send(path: string, body: object, headers: object = {}): Promise<Sent> {
    const reply = await county.app.http.inject({
      method: 'POST',
      url: `/api${path}`,
      headers: { 'x-yimen': 'console', host: 'localhost', ...headers },
      payload: body,
    });
    const set = reply.headers['set-cookie'];
    return {
      status: reply.statusCode,
      text: reply.body,
      ...reply.json(),
      cookie: String(set ?? ''),
    };
  }
  const codeNow = () => generateSync({ secret, epoch: Math.floor(county.clock.now() / 1000) });
  const signIn = async () => {
    const { ticket } = await send('/sign-in', { name: 'jia', password: own });
    return send('/sign-in/totp', { ticket, code: codeNow() });
  };

  it('别人的绑定凭据换不来登录；同一动态码只用一次', async () => {
    const { ticket, secret: fresh } = await send('/sign-in', { name: 'jia', password: own });
    secret = fresh ?? '';
    const code = codeNow();
    expect((await send('/sign-in/totp', { ticket: randomUUID(), code })).status).toBe(401);
    const done = await send('/sign-in/totp', { ticket, code });
    expect(done.status).toBe(200);
    expect(done.cookie).toMatch(/HttpOnly/);
    expect(done.cookie).toMatch(/SameSite=Strict/);
    expect((await send('/sign-in/totp', { ticket, code })).status).toBe(401);
    const again = await send('/sign-in', { name: 'jia', password: own });
    expect((await send('/sign-in/totp', { ticket: again.ticket, code })).status).toBe(401);
  });

  it('登录前带来的会话编号不会变成登录后的会话；伪造的转发头不改变安全标志', async () => {
    county.clock.set('2026-03-03' as never);
    const { ticket } = await send('/sign-in', { name: 'jia', password: own });
    const planted = { cookie: 'yimen_session=planted', 'x-forwarded-proto': 'https' };
    const done = await send('/sign-in/totp', { ticket, code: codeNow() }, planted);
    expect(done.status).toBe(200);
    expect(done.cookie).not.toContain('planted');
    expect(done.cookie).not.toContain('Secure');
    const asked = await county.app.http.inject({
      url: '/api/session',
      headers: { cookie: 'yimen_session=planted' },
    });
    expect(asked.statusCode).toBe(401);
  });

  it('三十个口令同时猜：第五次之后连猜对的也进不来，答复只有一种', async () => {
    county.clock.set('2026-03-04' as never);
    const guesses = Array.from({ length: 30 }, (_, nth) => `Wrong-Password-${nth}`);
    const replies = await Promise.all([
      ...guesses.map((password) => send('/sign-in', { name: 'jia', password })),
      send('/sign-in', { name: 'nobody-here', password: own }),
    ]);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    const late = await send('/sign-in', { name: 'jia', password: own });
    expect([late.status, late.text]).toEqual([401, replies[0]?.text]);
    county.clock.set('2026-03-04' as never, '09:30');
    expect((await signIn()).status).toBe(200);
  });

  it('开着的会话上猜原口令，五次之后账号同样锁定', async () => {
    county.clock.set('2026-03-05' as never);
    const { cookie } = await signIn();
    const token = /yimen_session=([^;]+)/.exec(cookie)?.[1] ?? '';
    const desk = createDesk(county.app, async () => token);
    for (let nth = 0; nth < 5; nth += 1) {
      const body = { current: `Wrong-Password-${nth}`, password: 'New-Password-2026' };
      expect((await desk.give(changePassword, {}, body)).status).toBe(400);
    }
    const right = { current: own, password: 'New-Password-2026' };
    expect((await desk.give(changePassword, {}, right)).status).toBe(400);
    county.clock.set('2026-03-06' as never);
    expect((await signIn()).status).toBe(200);
  });

  it('没有本系统标记、来源不符或者来源不明的提交都被拒绝', async () => {
    const cookie = `yimen_session=${await county.token('window-clerk', LUOJIANG)}`;
    const attempts = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost.evil.example' },
      { origin: 'http://localhost:81' },
    ];
    for (const more of attempts) {
      const reply = await county.app.http.inject({
        method: 'POST',
        url: `/api/cases/${randomUUID()}/open`,
        headers: {
          host: 'localhost',
          cookie,
          ...('origin' in more ? { 'x-yimen': 'console', ...more } : {}),
        },
        payload: {},
      });
      expect([more, reply.statusCode]).toEqual([more, 403]);
    }
  });

  it('每一种答复都带安全头，接口的答复不留在缓存里', async () => {
    const cookie = `yimen_session=${await county.token('case-officer', LUOJIANG)}`;
    for (const url of ['/api/cases', '/api/session', '/api/nothing', '/api/files/x/view', '/']) {
      const { headers } = await county.app.http.inject({ url, headers: { cookie } });
      expect(headers['content-security-policy']).toContain("object-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(String(headers['cache-control'])).toBe('no-store');
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('一间办公室共用一个地址：一分钟三百次请求都能办', async () => {
    const cookie = `yimen_session=${await county.token('case-officer', LUOJIANG)}`;
    const replies = await Promise.all(
      Array.from({ length: 300 }, () =>
        county.app.http.inject({ url: '/api/session', headers: { cookie } }),
      ),
    );
    expect(replies.every(({ statusCode }) => statusCode === 200)).toBe(true);
  });

  it('过期的会话、岗位已终止的会话、没有会话，都是请先登录', async () => {
    const cookie = `yimen_session=${await county.token('poster', LUOJIANG)}`;
    const ask = async () =>
      (await county.app.http.inject({ url: '/api/session', headers: { cookie } })).statusCode;
    expect(await ask()).toBe(200);
    const system = await county.desk('system-admin', COUNTY);
    const personId = county.person('poster', LUOJIANG);
    await verb.endPost(system, personId, `post-${personId}`);
    expect(await ask()).toBe(401);
  });
});
