import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import {
  draftInstrument,
  giveAuthority,
  instrumentFor,
  instrumentVersion,
  resumeInstrument,
  suspendInstrument,
  withdrawInstrument,
} from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { placeCode } from '../../src/kernel/place.ts';
import * as contract from '../../src/modules/delegation/contract.ts';
import { findAuthority, resolveAuthority } from '../../src/modules/delegation/resolve.ts';
import { instrumentKind } from '../../src/modules/delegation/store.ts';
import { read, write } from '../../src/platform/database/database.ts';
import { append, lockStream } from '../../src/platform/record/record.ts';
import { ANYUN, COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { appendToCase, acceptedCase } from '../opened-case.ts';

describe('赋权书', () => {
  let county: County;
  let officer: Desk;
  let second: Desk;
  let leader: Desk;
  let chair: Desk;
  beforeAll(async () => {
    county = await openCounty();
    officer = await county.desk('aid-officer', COUNTY);
    second = await county.desk('aid-officer', COUNTY, 1);
    leader = await county.desk('county-leader', COUNTY);
    chair = await county.desk('chair', LUOJIANG);
  });
  afterAll(() => county.close());

  const townshipSession = (township: string) => ({
    area: township,
    person: county.person('chair', township),
  });
  const asked = (township: string, on = '2026-03-02') => ({
    township: placeCode(township),
    matter: 'dibao' as const,
    act: 'confirm' as const,
    on: localDate(on),
    amount: fen(50_000),
  });
  const find = (township: string, on?: string) =>
    read(county.app.context.database, townshipSession(township), (tx) =>
      findAuthority(tx, asked(township, on)),
    );

  it('一人登记、另一人复核后生效；乡镇看得到自己的，看不到别镇的', async () => {
    const id = await giveAuthority(officer, second, LUOJIANG);
    expect(await find(LUOJIANG)).toMatchObject({ ok: true, instrument: { id, mode: 'own-name' } });
    expect((await chair.ask(contract.instrumentView, { instrumentId: id })).status).toBe(200);
    const elsewhere = await county.desk('chair', PANSHI);
    expect((await elsewhere.ask(contract.instrumentView, { instrumentId: id })).status).toBe(404);
    const { body } = await chair.ask(contract.instrumentList, {});
    expect(body.grid.map(({ name }) => name)).toEqual(['罗江镇']);
    expect(body.grid[0]?.cells.map(({ standing }) => standing)).toEqual([
      'in-force',
      'none',
      'none',
      'none',
      'none',
    ]);
    const scanned = await county.app.http.inject({ url: `/api/instruments/${id}/scan` });
    expect(scanned.statusCode).toBe(401);
  });

  it('登记人自己不能复核', async () => {
    const instrumentId = await draftInstrument(officer, ANYUN, { number: '通川府函〔2026〕自号' });
    const own = await officer.give(contract.checkInstrument, { instrumentId }, {}, { ifMatch: 1 });
    expect([own.status, own.body['code']]).toEqual([409, 'own-instrument']);
    expect(await find(ANYUN)).toMatchObject({ ok: false, code: 'authority-draft' });
  });

  it('民政局的文件、乡镇岗位、外县乡镇都不能登记', async () => {
    const scan = await uploadPaper(officer, '扫描件');
    const draft = { instrumentId: randomUUID(), ...instrumentFor(ANYUN, scan) };
    const bureau = await officer.give(
      contract.draftInstrument,
      {},
      {
        ...draft,
        issuer: '达州市通川区民政局',
      },
    );
    expect([bureau.status, bureau.body['code']]).toEqual([409, 'issuer-not-county-government']);
    const anyun = await county.desk('chair', ANYUN);
    expect((await anyun.give(contract.draftInstrument, {}, draft)).status).toBe(403);
    const abroad = { ...draft, township: '511703101' };
    expect((await officer.give(contract.draftInstrument, {}, abroad)).status).toBe(404);
  });

  it('没有填写扫描件和事项的，逐项指出', async () => {
    const { scan: _, ...rest } = instrumentFor(ANYUN, await uploadPaper(officer, '另一份'));
    const body = { instrumentId: randomUUID(), ...rest, matters: [] };
    const reply = await officer.give(contract.draftInstrument, {}, body);
    expect(reply.status).toBe(400);
    expect(reply.body['errors']).toEqual(
      expect.arrayContaining([
        { path: ['scan'], message: '请上传赋权书扫描件' },
        { path: ['matters'], message: '请至少选择一个救助事项' },
      ]),
    );
  });

  it('中止、恢复、撤回只由县级分管领导办理；中止期间没有依据', async () => {
    const id = await giveAuthority(officer, leader, PANSHI);
    const reason = { reason: '业务人员不足，暂停行使' };
    const ifMatch = await instrumentVersion(officer, id);
    const wrong = await officer.give(contract.suspendInstrument, { instrumentId: id }, reason, {
      ifMatch,
    });
    expect(wrong.status).toBe(403);
    await suspendInstrument(leader, id);
    expect(await find(PANSHI)).toMatchObject({ ok: false, code: 'authority-suspended' });
    await resumeInstrument(leader, id);
    expect(await find(PANSHI)).toMatchObject({ ok: true });
    await withdrawInstrument(leader, id);
    expect(await find(PANSHI)).toMatchObject({ ok: false, code: 'authority-withdrawn' });
    const { body } = await officer.ask(contract.instrumentView, { instrumentId: id });
    expect(body.history.map(({ title }) => title)).toEqual([
      '登记赋权书',
      '复核生效',
      '中止赋权',
      '恢复赋权',
      '撤回赋权',
    ]);
  });

  it('按旧版本提交的，告知他人改了什么；同一编号重复提交只生效一次', async () => {
    const instrumentId = await draftInstrument(officer, PANSHI, { number: '通川府函〔2026〕旧号' });
    const key = randomUUID();
    const once = { ifMatch: 1, key };
    const first = await second.give(contract.checkInstrument, { instrumentId }, {}, once);
    const again = await second.give(contract.checkInstrument, { instrumentId }, {}, once);
    expect([first.status, again.body]).toEqual([200, first.body]);
    const late = await leader.give(
      contract.withdrawInstrument,
      { instrumentId },
      { reason: '登记有误，撤回重录' },
      { ifMatch: 1 },
    );
    expect(late.status).toBe(412);
    expect(late.body['changed']).toMatchObject([{ title: '复核生效' }]);
  });

  it('撤回时说明多少件在办转县级，并列出清单', async () => {
    const id = await giveAuthority(officer, second, LUOJIANG, { number: '通川府函〔2026〕在办' });
    await acceptedCase(county, `${LUOJIANG}201`, '2026-03-02');
    await acceptedCase(county, `${LUOJIANG}201`, '2026-03-02');
    const view = await officer.ask(contract.instrumentView, { instrumentId: id });
    expect(view.body.effect).toBe('撤回后 2 件在办转县级');
    const list = await officer.ask(contract.instrumentOpenCases, { instrumentId: id });
    expect(list.body.cases).toHaveLength(2);
  });

  it('到期只看日期', async () => {
    const to = localDate('2026-03-31');
    await giveAuthority(officer, second, ANYUN, { number: '通川府函〔2026〕短号', to });
    expect(await find(ANYUN, '2026-03-31')).toMatchObject({ ok: true });
    expect(await find(ANYUN, '2026-04-01')).toMatchObject({ ok: false, code: 'authority-expired' });
  });

  it('2026年7月1日起没有省级依据的不再有效', async () => {
    const number = '通川府函〔2026〕旧文';
    const township = '511702104';
    await giveAuthority(officer, second, township, { number, provincialBasis: null });
    const session = { area: township, person: 'nobody' };
    const on = (day: string) =>
      read(county.app.context.database, session, (tx) => findAuthority(tx, asked(township, day)));
    expect(await on('2026-06-30')).toMatchObject({ ok: true });
    expect(await on('2026-07-01')).toMatchObject({
      ok: false,
      code: 'authority-without-provincial-basis',
    });
  });
});

describe('赋权书与决定同时办理', () => {
  it('确认锁住赋权书后，中止排在其后；中止之后的确认没有依据', async () => {
    const county = await openCounty();
    const officer = await county.desk('aid-officer', COUNTY);
    const leader = await county.desk('county-leader', COUNTY);
    const id = await giveAuthority(officer, leader, LUOJIANG);
    const { database } = county.app.context;
    const township = { area: LUOJIANG, person: county.person('chair', LUOJIANG) };
    const question = {
      township: placeCode(LUOJIANG),
      matter: 'dibao' as const,
      act: 'confirm' as const,
      on: localDate('2026-03-02'),
      amount: fen(50_000),
    };
    const order: string[] = [];
    let suspending: Promise<unknown> = Promise.resolve();
    await write(database, township, async (tx) => {
      expect(await resolveAuthority(tx, question)).toMatchObject({ ok: true, instrument: { id } });
      suspending = suspendInstrument(leader, id).then(() => order.push('suspended'));
      await new Promise((resolve) => setTimeout(resolve, 400));
      order.push('confirmed');
    });
    await suspending;
    expect(order).toEqual(['confirmed', 'suspended']);
    const after = await write(database, township, (tx) => resolveAuthority(tx, question));
    expect(after).toMatchObject({ ok: false, code: 'authority-suspended' });
    await county.close();
  });

  it('乡镇的连接锁得住赋权书，但改不了它', async () => {
    const county = await openCounty();
    const officer = await county.desk('aid-officer', COUNTY);
    const leader = await county.desk('county-leader', COUNTY);
    const id = await giveAuthority(officer, leader, LUOJIANG);
    const township = { area: LUOJIANG, person: county.person('chair', LUOJIANG) };
    const changing = write(county.app.context.database, township, async (tx) => {
      const loaded = await lockStream(tx, instrumentKind, id);
      if (!loaded) throw new Error('not visible');
      const act = {
        actor: township.person,
        post: 'p',
        command: randomUUID(),
        recordedAt: county.clock.now(),
      };
      await append(
        tx,
        instrumentKind,
        loaded,
        [{ type: 'InstrumentResumed', reason: '伪造' }],
        act,
      );
    });
    await expect(changing).rejects.toMatchObject({ code: '42501' });
    await county.close();
  });
});

describe('无权作出的决定', () => {
  it('补录的赋权书不能使先前的决定合法，决定列入清单', async () => {
    const county = await openCounty();
    const officer = await county.desk('aid-officer', COUNTY);
    const leader = await county.desk('county-leader', COUNTY);
    const before = await acceptedCase(county, `${LUOJIANG}201`, '2026-03-02');
    const instrumentId = randomUUID();
    const decide = async (caseId: string, on: string) =>
      appendToCase(county, caseId, `${LUOJIANG}201`, decisionMade(instrumentId, on));
    await decide(before.caseId, '2026-03-02');
    county.clock.set(localDate('2026-03-10'));
    const scan = await uploadPaper(officer, '扫描件');
    const content = instrumentFor(LUOJIANG, scan, { from: localDate('2026-01-01') });
    await officer.must(contract.draftInstrument, {}, { instrumentId, ...content });
    const override = '先行试点，评估随后补办';
    await leader.must(contract.checkInstrument, { instrumentId }, { override }, { ifMatch: 1 });
    county.clock.set(localDate('2026-03-11'));
    const after = await acceptedCase(county, `${LUOJIANG}201`, '2026-03-02');
    await decide(after.caseId, '2026-03-11');
    const desk = await county.desk('inspector', COUNTY);
    const { body } = await desk.ask(contract.decisionsOutsideAuthority, {});
    expect(body.looked).toBe(2);
    expect(body.decisions).toMatchObject([
      { caseId: before.caseId, because: expect.stringContaining('在本决定之后才登记生效') },
    ]);
    await county.close();
  });
});

function decisionMade(instrumentId: string, on: string) {
  return {
    type: 'DecisionMade' as const,
    by: 'chair',
    decision: {
      number: `通川罗江低保〔2026〕${on}`,
      outcome: 'grant' as const,
      on: localDate(on),
      route: 'township' as const,
      organ: '罗江镇人民政府',
      mode: 'own-name' as const,
      instrumentId,
      meetingId: null,
      countyReview: null,
      validUntil: null,
      ...{ plan: null, coordination: null },
      proposalHash: '',
      monthlyAmount: fen(50_000),
      members: 1,
      tier: null,
      startMonth: null,
      reasons: '',
      plainReasons: '',
      ruleSet: '',
      assessmentSeq: 0,
      evidence: [],
      remedies: {
        decidedBy: '罗江镇人民政府',
        reviewBody: '达州市通川区人民政府',
        reviewDays: 60,
        court: '通川区人民法院',
        suitMonths: 6,
        afterReviewDays: 15,
        reviewFirst: false,
        sentences: [],
        citations: [],
      },
      serveBy: localDate(on),
    },
  };
}
