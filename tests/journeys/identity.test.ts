import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../../src/cli/demo/desk.ts';
import { bootstrapCounty } from '../../src/cli/bootstrap-county.ts';
import { appointCity, endCityAccount } from '../../src/cli/city-account.ts';
import { demoStaff } from '../../src/cli/demo/staff.ts';
import * as verb from '../../src/cli/demo/verbs/identity.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { placeCode } from '../../src/kernel/place.ts';
import { caseList } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/identity/contract.ts';
import { read } from '../../src/platform/database/database.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const first = 'first-Password-0123456789';
const own = 'Own-Password-2026';

type Sent = { status: number; body: Record<string, unknown>; cookie: string };

/** A browser nobody is signed in at. */
async function send(county: County, path: string, body: object, cookie = ''): Promise<Sent> {
  const reply = await county.app.http.inject({
    method: 'POST',
    url: `/api${path}`,
    headers: { 'x-yimen': 'console', host: 'localhost', ...(cookie ? { cookie } : {}) },
    payload: body,
  });
  const set = reply.cookies.find(({ name }) => name === 'yimen_session');
  return {
    status: reply.statusCode,
    body: reply.body === '' ? {} : JSON.parse(reply.body),
    cookie: set ? `yimen_session=${set.value}` : '',
  };
}

function codeAt(county: County, secret: string): string {
  return generateSync({ secret, epoch: Math.floor(county.clock.now() / 1000) });
}

describe('GB/T 22239 8.1.4.1 · 登录', () => {
  let county: County;
  let system: Desk;
  let security: Desk;
  let personId: string;
  let secret = '';
  beforeAll(async () => {
    county = await openCounty();
    system = await county.desk('system-admin', COUNTY);
    security = await county.desk('security-admin', COUNTY);
    personId = await verb.registerPerson(system, COUNTY, '甲演禾', 'jia');
    const postId = await verb.askForPost(system, personId, 'case-officer', LUOJIANG);
    await verb.approvePost(security, personId, postId);
    await verb.setFirstPassword(system, personId, first);
  });
  afterAll(() => county.close());

  it('初始口令只用一次：先改口令，再设动态码，然后才登录', async () => {
    const started = await send(county, '/sign-in', { name: 'Jia', password: first });
    expect(started.body['step']).toBe('new-password');
    const { ticket } = started.body;
    const weak = await send(county, '/sign-in/password', { ticket, password: 'weakweakweak' });
    expect(weak.status).toBe(400);
    const same = await send(county, '/sign-in/password', { ticket, password: first });
    expect(same.status).toBe(400);
    const changed = await send(county, '/sign-in/password', { ticket, password: own });
    expect(changed.body['step']).toBe('enrol-totp');
    secret = String(changed.body['secret']);
    const code = codeAt(county, secret);
    const done = await send(county, '/sign-in/totp', { ticket: changed.body['ticket'], code });
    expect(done.status).toBe(200);
    const session = await county.app.http.inject({
      url: '/api/session',
      headers: { cookie: done.cookie },
    });
    expect(session.json()).toMatchObject({
      demo: true,
      person: { id: personId, name: '甲演禾' },
      post: { role: 'case-officer', roleTitle: '民政经办', placeName: '罗江镇' },
      county: '通川区',
    });
  });

  it('只有口令进不了任何办理页面；动态码只用一次', async () => {
    county.clock.set(localDate('2026-03-02'), '10:00');
    const { body } = await send(county, '/sign-in', { name: 'jia', password: own });
    expect(body['step']).toBe('totp');
    const withTicket = await county.app.http.inject({
      url: '/api/cases',
      headers: { cookie: `yimen_session=${String(body['ticket'])}` },
    });
    expect(withTicket.statusCode).toBe(401);
    const code = codeAt(county, secret);
    expect((await send(county, '/sign-in/totp', { ticket: body['ticket'], code })).status).toBe(
      200,
    );
    const again = await send(county, '/sign-in', { name: 'jia', password: own });
    const reused = await send(county, '/sign-in/totp', { ticket: again.body['ticket'], code });
    expect(reused.status).toBe(401);
  });

  it('再次登录使前一次会话失效', async () => {
    county.clock.set(localDate('2026-03-02'), '11:00');
    const enter = async () => {
      const { body } = await send(county, '/sign-in', { name: 'jia', password: own });
      const code = codeAt(county, secret);
      return send(county, '/sign-in/totp', { ticket: body['ticket'], code });
    };
    const one = await enter();
    county.clock.set(localDate('2026-03-02'), '11:05');
    const two = await enter();
    const ask = async (cookie: string) =>
      (await county.app.http.inject({ url: '/api/cases', headers: { cookie } })).statusCode;
    expect([await ask(one.cookie), await ask(two.cookie)]).toEqual([401, 200]);
    county.clock.set(localDate('2026-03-02'), '11:21');
    expect(await ask(two.cookie)).toBe(401);
  });

  it('口令错、没有此人、账号锁定，答复一字不差；连错 5 次锁 15 分钟', async () => {
    county.clock.set(localDate('2026-03-02'), '13:00');
    const wrong = () => send(county, '/sign-in', { name: 'jia', password: 'wrong-Password-1' });
    const replies = [await wrong(), await wrong(), await wrong(), await wrong(), await wrong()];
    const nobody = await send(county, '/sign-in', { name: 'nobody', password: 'wrong-Password-1' });
    const locked = await send(county, '/sign-in', { name: 'jia', password: own });
    for (const reply of [...replies, locked]) {
      expect([reply.status, reply.body]).toEqual([nobody.status, nobody.body]);
    }
    county.clock.set(localDate('2026-03-02'), '13:14');
    expect((await send(county, '/sign-in', { name: 'jia', password: own })).status).toBe(401);
    county.clock.set(localDate('2026-03-02'), '13:16');
    expect((await send(county, '/sign-in', { name: 'jia', password: own })).status).toBe(200);
  });

  it('动态码也在 5 次之内', async () => {
    county.clock.set(localDate('2026-03-02'), '14:00');
    const { body } = await send(county, '/sign-in', { name: 'jia', password: own });
    const guess = () => send(county, '/sign-in/totp', { ticket: body['ticket'], code: '000000' });
    for (let count = 0; count < 5; count += 1) expect((await guess()).status).toBe(401);
    const code = codeAt(county, secret);
    expect((await send(county, '/sign-in/totp', { ticket: body['ticket'], code })).status).toBe(
      401,
    );
  });

  it('口令满 90 天须更换', async () => {
    county.clock.set(localDate('2026-06-02'));
    const { body } = await send(county, '/sign-in', { name: 'jia', password: own });
    expect(body['step']).toBe('new-password');
  });

  it('退出后会话失效，并清除浏览器中的资料', async () => {
    const personOf = county.person('poster', LUOJIANG);
    const { cookie } = await send(county, '/sign-in/demo', { personId: personOf });
    const out = await county.app.http.inject({
      method: 'POST',
      url: '/api/sign-out',
      headers: { 'x-yimen': 'console', host: 'localhost', cookie },
      payload: {},
    });
    expect(out.headers['clear-site-data']).toContain('"cache"');
    const after = await county.app.http.inject({ url: '/api/session', headers: { cookie } });
    expect(after.statusCode).toBe(401);
  });

  it('会话凭证不能被页面脚本读取，也不随外站请求发送', async () => {
    const reply = await county.app.http.inject({
      method: 'POST',
      url: '/api/sign-in/demo',
      headers: { 'x-yimen': 'console', host: 'localhost' },
      payload: { personId: county.person('poster', LUOJIANG) },
    });
    expect(reply.headers['set-cookie']).toMatch(/Path=\/; HttpOnly; SameSite=Strict$/);
  });
});

describe('演示登录', () => {
  it('列出演示人员；不在名单上的人进不去', async () => {
    const county = await openCounty();
    const options = await county.app.http.inject({ url: '/api/sign-in/options' });
    const { demo, people } = options.json<{ demo: boolean; people: { id: string }[] }>();
    expect(demo).toBe(true);
    expect(people.map(({ id }) => id)).toEqual(demoStaff.map(({ id }) => id));
    expect((await send(county, '/sign-in/demo', { personId: randomUUID() })).status).toBe(404);
    await county.close();
  });

  it('正式环境没有这扇门', async () => {
    const county = await openCounty(undefined, { demo: false });
    const options = await county.app.http.inject({ url: '/api/sign-in/options' });
    expect(options.json()).toEqual({ demo: false, people: [] });
    const personId = county.person('poster', LUOJIANG);
    expect((await send(county, '/sign-in/demo', { personId })).status).toBe(404);
    await county.close();
  });
});

describe('GB/T 22239 8.1.5 · 账号与岗位', () => {
  let county: County;
  let system: Desk;
  let security: Desk;
  beforeAll(async () => {
    county = await openCounty();
    system = await county.desk('system-admin', COUNTY);
    security = await county.desk('security-admin', COUNTY);
  });
  afterAll(() => county.close());

  it('系统管理员申请、安全管理员批准之前，岗位不能使用', async () => {
    const personId = await verb.registerPerson(system, COUNTY, '乙演苗', 'yi-yan');
    const postId = await verb.askForPost(system, personId, 'voter', LUOJIANG);
    const early = await system.give(
      contract.approvePost,
      { personId, postId },
      {},
      { ifMatch: await verb.personVersion(system, personId) },
    );
    expect(early.status).toBe(403);
    const { body } = await security.ask(contract.personList, {});
    const found = body.persons.find((each) => each.personId === personId);
    expect(found?.posts).toMatchObject([{ standing: 'asked', placeName: '罗江镇' }]);
    await verb.approvePost(security, personId, postId);
  });

  it('违反互斥的岗位，安全管理员也批准不了，因为存不进去', async () => {
    const personId = county.person('voter', LUOJIANG);
    const body = {
      postId: randomUUID(),
      role: 'verifier',
      area: COUNTY,
      from: '2026-01-01',
      to: null,
      basis: '任职通知',
    };
    const ifMatch = await verb.personVersion(system, personId);
    const reply = await system.give(contract.grantPost, { personId }, body, { ifMatch });
    expect([reply.status, reply.body['code']]).toEqual([409, 'township-and-county']);
    const abroad = { ...body, role: 'chair', area: '511703101' };
    const outside = await system.give(contract.grantPost, { personId }, abroad, { ifMatch });
    expect(outside.status).toBe(404);
  });

  it('终止岗位，下一次请求就不再有效', async () => {
    const personId = county.person('case-officer', PANSHI);
    const desk = await county.desk('case-officer', PANSHI);
    expect((await desk.ask(caseList, {})).status).toBe(200);
    await verb.endPost(security, personId, `post-${personId}`);
    expect((await desk.ask(caseList, {})).status).toBe(401);
  });

  it('登录名不能重复', async () => {
    await verb.registerPerson(system, COUNTY, '丙演谷', 'bing');
    await expect(verb.registerPerson(system, COUNTY, '丁演麦', 'bing')).rejects.toThrow(
      'login-name-taken',
    );
  });

  it('重置动态码由安全管理员办理，设初始口令由系统管理员办理，一人办不了两样', async () => {
    const personId = await verb.registerPerson(system, COUNTY, '戊演竹', 'wu-yan');
    const ifMatch = await verb.personVersion(system, personId);
    const reason = { reason: '手机遗失，当面核对' };
    const given = contract.resetSecondFactor;
    expect((await system.give(given, { personId }, reason, { ifMatch })).status).toBe(403);
    const password = { password: first };
    const other = await security.give(contract.setFirstPassword, { personId }, password, {
      ifMatch,
    });
    expect(other.status).toBe(403);
    expect((await security.give(given, { personId }, reason, { ifMatch })).status).toBe(200);
  });

  it('一人两岗，可以切换，切换后按新岗位办理', async () => {
    const personId = county.person('window-clerk', LUOJIANG);
    const postId = await verb.askForPost(system, personId, 'poster', PANSHI);
    await verb.approvePost(security, personId, postId);
    const { cookie } = await send(county, '/sign-in/demo', { personId });
    const before = await county.app.http.inject({ url: '/api/session', headers: { cookie } });
    expect(before.json()).toMatchObject({ post: { role: 'window-clerk' } });
    const moved = await send(county, '/session/post', { postId }, cookie);
    expect(moved.body).toMatchObject({ post: { role: 'poster', placeName: '磐石镇' } });
    const old = await county.app.http.inject({ url: '/api/session', headers: { cookie } });
    expect(old.statusCode).toBe(401);
    const foreign = { postId: `post-${county.person('chair', PANSHI)}` };
    expect((await send(county, '/session/post', foreign, moved.cookie)).status).toBe(404);
  });

  it('权限一览由登记的办理事项生成', async () => {
    const { body } = await security.ask(contract.permissionList, {});
    const approve = body.permissions.find(({ name }) => name === 'ApprovePost');
    expect(approve).toMatchObject({ title: '批准岗位', roles: ['安全管理员'] });
    expect(body.permissions).toHaveLength(county.app.routes.length);
  });
});

describe('系统安装', () => {
  it('空的县建立三个管理员和市级的查看账号，初始口令可以登录，没有别的账号', async () => {
    const county = await openCounty(undefined, { staff: false });
    const { database, clock } = county.app.context;
    const accounts = await bootstrapCounty(database, clock, placeCode(COUNTY));
    const names = accounts.map(({ loginName }) => loginName);
    expect(names).toEqual(['system', 'security', 'audit', 'city']);
    const [account] = accounts;
    const body = { name: account?.loginName, password: account?.password };
    expect((await send(county, '/sign-in', body)).body['step']).toBe('new-password');
    const second = { city: '511700', loginName: 'city2', name: '倪演达' };
    const said = async (more: object) =>
      (await appointCity(database, clock, { ...second, ...more })).words;
    expect(await said({ city: '510100' })).toContain('没有该市的县');
    expect(await said({ loginName: 'City 2' })).toContain('小写字母开头');
    expect(await said({ loginName: 'city' })).toContain('已有人使用');
    const password = /初始口令 ([\w-]+)，/.exec(await said({}))?.[1] ?? '';
    const signIn = () => send(county, '/sign-in', { name: 'city2', password });
    expect((await signIn()).body['step']).toBe('new-password');
    const ends = async () => endCityAccount(database, clock, 'city2');
    expect((await ends()).words).toBe('已终止市级账号 city2，立即失效。');
    expect((await ends()).ok).toBe(false);
    await county.close();
  });
});

describe('草稿', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  it('边填边存，本人取回，别人取不到，库中是密文', async () => {
    const mine = await county.desk('case-officer', LUOJIANG);
    const key = 'intake:new';
    const reading = async (desk: Desk) => (await desk.ask(contract.readDraft, { key })).body;
    const clerk = await county.desk('window-clerk', LUOJIANG);
    await mine.must(contract.saveDraft, { key }, { value: { name: '甲演禾' } });
    await mine.must(contract.saveDraft, { key }, { value: { name: '乙演苗' } });
    expect(await reading(mine)).toMatchObject({ value: { name: '乙演苗' } });
    expect(await reading(clerk)).toEqual({ value: null, savedAt: null });
    const stored = await read(
      county.app.context.database,
      {
        area: LUOJIANG,
        person: county.person('case-officer', LUOJIANG),
      },
      (tx) => sql<{ value: string }>`select value from draft where key = ${key}`.execute(tx),
    );
    expect(stored.rows.map(({ value }) => /演|name/.test(value))).toEqual([false]);
    await mine.must(contract.dropDraft, { key }, {});
    expect(await reading(mine)).toEqual({ value: null, savedAt: null });
  });

  it('超过 1 MB 的草稿不收', async () => {
    const desk = await county.desk('case-officer', LUOJIANG);
    const big = { value: '演'.repeat(400_000) };
    expect((await desk.give(contract.saveDraft, { key: 'big' }, big)).status).toBe(400);
  });

  it('未登录的人没有草稿', async () => {
    const stranger = createDesk(county.app, async () => 'nobody');
    expect((await stranger.ask(contract.readDraft, { key: 'x' })).status).toBe(401);
  });
});
