import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStandards } from '../../src/modules/standards/store.ts';
import { caseKind } from '../../src/modules/case/store.ts';
import * as contract from '../../src/modules/case/contract.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import { verifyChains } from '../../src/platform/record/verify.ts';
import { type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { acceptedCase } from '../opened-case.ts';

const VILLAGE = `${LUOJIANG}001`;
const asking = { reasonCode: 'objection', explanation: '公示期间有人提出异议' };

describe('一次提交只生效一次，先到者先办', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  it('同一提交编号再次提交，得到第一次的答复，不重复生效', async () => {
    const { caseId, version } = await acceptedCase(county, VILLAGE, '2026-03-02');
    const desk = await county.desk('case-officer', LUOJIANG);
    const options = { ifMatch: version, key: randomUUID() };
    const first = await desk.must(contract.requestExtension, { caseId }, asking, options);
    const again = await desk.must(contract.requestExtension, { caseId }, asking, options);
    expect(again).toEqual(first);
    expect(first.body['version']).toBe(version + 1);
  });

  it('同一提交编号换了内容，被拒绝并提示刷新', async () => {
    const { caseId, version } = await acceptedCase(county, VILLAGE, '2026-03-02');
    const desk = await county.desk('case-officer', LUOJIANG);
    const options = { ifMatch: version, key: randomUUID() };
    await desk.must(contract.requestExtension, { caseId }, asking, options);
    const other = { ...asking, reasonCode: 'other' };
    const reply = await desk.give(contract.requestExtension, { caseId }, other, options);
    expect(reply.status).toBe(422);
  });

  it('五十份相同的提交同时到达，只有一份生效', async () => {
    const { caseId, version } = await acceptedCase(county, VILLAGE, '2026-03-02');
    const desk = await county.desk('case-officer', LUOJIANG);
    const options = { ifMatch: version, key: randomUUID() };
    const replies = await Promise.all(
      Array.from({ length: 50 }, () =>
        desk.give(contract.requestExtension, { caseId }, asking, options),
      ),
    );
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    const view = await desk.ask(contract.caseView, { caseId });
    expect(view.body.version).toBe(version + 1);
  });

  it('两人同时办理一件，后到的看到先到的改了什么', async () => {
    const { caseId, version } = await acceptedCase(county, VILLAGE, '2026-03-02');
    const officer = await county.desk('case-officer', LUOJIANG);
    await officer.must(contract.requestExtension, { caseId }, asking, { ifMatch: version });
    const clerk = await county.desk('window-clerk', LUOJIANG);
    const reply = await clerk.give(
      contract.withdrawApplication,
      { caseId },
      { reason: '家庭自愿撤回申请' },
      { ifMatch: version },
    );
    expect(reply.status).toBe(412);
    expect(reply.body['changed']).toMatchObject([
      { seq: version + 1, title: '申请延期', actor: expect.stringContaining('演') },
    ]);
  });

  it('没有说明依据哪一版提交的，被要求刷新', async () => {
    const { caseId } = await acceptedCase(county, VILLAGE, '2026-03-02');
    const desk = await county.desk('case-officer', LUOJIANG);
    const reply = await desk.give(contract.requestExtension, { caseId }, asking);
    expect(reply.status).toBe(428);
  });

  it('不是从本系统页面发出的提交被拒绝', async () => {
    const reply = await county.app.http.inject({
      method: 'POST',
      url: '/api/cases/x/request-extension',
      headers: { origin: 'https://elsewhere.example', host: 'localhost', 'x-yimen': 'console' },
      payload: asking,
    });
    expect(reply.statusCode).toBe(403);
  });

  it('辖区外的办件查不到；本辖区无此岗位的人不能办', async () => {
    const { caseId, version } = await acceptedCase(county, VILLAGE, '2026-03-02');
    const neighbour = await county.desk('case-officer', PANSHI);
    const options = { ifMatch: version };
    const outside = await neighbour.give(contract.requestExtension, { caseId }, asking, options);
    expect(outside.status).toBe(404);
    const voter = await county.desk('voter', LUOJIANG);
    const inside = await voter.give(contract.requestExtension, { caseId }, asking, options);
    expect(inside.status).toBe(403);
  });

  it('填写有误的，逐项用中文说明', async () => {
    const { caseId, version } = await acceptedCase(county, VILLAGE, '2026-03-02');
    const desk = await county.desk('case-officer', LUOJIANG);
    const bad = { reasonCode: 'weather', explanation: '短' };
    const options = { ifMatch: version };
    const reply = await desk.give(contract.requestExtension, { caseId }, bad, options);
    expect(reply.status).toBe(400);
    expect(reply.body['errors']).toMatchObject([
      { path: ['reasonCode'], message: '请选择延期情形' },
      { path: ['explanation'], message: expect.stringContaining('至少 4 个字') },
    ]);
  });

  it('记录链前后衔接，由记录重算的状态与当前状态一致', async () => {
    const { database } = county.app.context;
    const { fault, events } = await read(database, SYSTEM, verifyChains);
    expect(fault).toBeNull();
    expect(events).toBeGreaterThan(10);
    const { mismatches } = await read(database, SYSTEM, (tx) =>
      checkFolds(tx, caseKind(createStandards())),
    );
    expect(mismatches).toEqual([]);
  });

  it('历史不能更改、不能删除', async () => {
    const { database } = county.app.context;
    const change = sql`update event set type = 'X'`.execute(database);
    await expect(change).rejects.toThrow(/permission denied/);
    await expect(sql`delete from event`.execute(database)).rejects.toThrow(/permission denied/);
  });
});
