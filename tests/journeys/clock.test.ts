import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/cli/demo/desk.ts';
import { ruralStandard } from '../../src/cli/demo/verbs/policy.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/case/contract.ts';
import { escalateOverdue } from '../../src/modules/case/jobs.ts';
import * as policy from '../../src/modules/policy/contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { keysFrom } from '../../src/platform/crypto/keys.ts';
import { latestRecorded } from '../../src/platform/record/latest.ts';
import { clockFault, steadyClock } from '../../src/platform/steady-clock.ts';
import { createApp } from '../../src/server/app.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';
import { acceptedCase } from '../opened-case.ts';

const VILLAGE = `${LUOJIANG}001`;
const asking = { reasonCode: 'hard-to-investigate', explanation: '成员长期在外务工，调查困难' };

describe('最低生活保障审核确认办法第二十二条、民发〔2022〕83号：办理时限', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-09-18'));
  });
  afterAll(() => county.close());

  const view = async (caseId: string) => {
    const desk = await county.desk('case-officer', LUOJIANG);
    return (await desk.ask(contract.caseView, { caseId })).body;
  };

  it('跨国庆和调休的十个工作日：2026年9月18日受理，10月9日前完成调查', async () => {
    const { caseId } = await acceptedCase(county, VILLAGE, '2026-09-18');
    const { stages, totalDue } = await view(caseId);
    expect(stages.find((stage) => stage.id === 'investigation')?.due).toMatchObject({
      on: '2026-10-09',
      provisional: false,
    });
    expect(totalDue).toMatchObject({ on: '2026-10-22', provisional: false });
  });

  it('经他人批准延期后为四十五个工作日；申请人自己不能批准', async () => {
    const { caseId, version } = await acceptedCase(county, VILLAGE, '2026-07-01');
    const officer = await county.desk('case-officer', LUOJIANG);
    expect((await view(caseId)).totalDue?.on).toBe('2026-07-29');
    await officer.must(contract.requestExtension, { caseId }, asking, { ifMatch: version });
    const chair = await county.desk('chair', LUOJIANG);
    await chair.must(contract.approveExtension, { caseId }, {}, { ifMatch: version + 1 });
    expect((await view(caseId)).totalDue?.on).toBe('2026-09-02');
    const again = await officer.give(contract.requestExtension, { caseId }, asking, {
      ifMatch: version + 2,
    });
    expect([again.status, again.body['code']]).toEqual([409, 'extension-already-granted']);
  });

  it('超期只上报县级一次，不作决定；县级督办后才可继续', async () => {
    const { caseId } = await acceptedCase(county, VILLAGE, '2026-08-03');
    county.clock.set(localDate('2026-09-22'));
    const standards = createStandards();
    expect(await escalateOverdue(county.app.context, standards)).toBeGreaterThan(0);
    expect(await escalateOverdue(county.app.context, standards)).toBe(0);
    const { summary, version } = await view(caseId);
    expect(summary.status).toBe('open');
    const aid = await county.desk('aid-officer', COUNTY);
    const order = { instruction: '请在三个工作日内办结', finishBy: '2026-09-25' };
    await aid.must(contract.orderOverdue, { caseId }, order, { ifMatch: version });
    const timeline = await aid.ask(contract.caseTimeline, { caseId });
    expect(timeline.body.events.map((event) => event.title)).toContain('超期上报县级');
    expect(timeline.body.events.at(-1)?.title).toBe('县级督办');
  });

  it('服务器时间被调回三天：说明原因，什么也不记录；校准以后照常', async () => {
    const { database, log } = county.app.context;
    const keys = keysFrom(randomBytes(32));
    const clock = steadyClock(county.clock);
    const own = { database, clock, keys, log, dataDirectory: tmpdir(), demo: true };
    const app = await createApp(own);
    const desk = createDesk(app, () => county.token('aid-officer', COUNTY));
    const content = ruralStandard(68_000, localDate('2026-09-01'));
    const draft = () =>
      desk.give(policy.draftPolicy, { policyId: crypto.randomUUID() }, { content });
    expect((await draft()).status).toBe(200);
    county.clock.set(localDate('2026-09-19'));
    expect(await draft()).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('服务器时间被调回到 2026-09-19') },
    });
    const restarted = clockFault(await latestRecorded(database), county.clock.now());
    expect(restarted).toContain('没有启动');
    county.clock.set(localDate('2026-09-22'), '10:00');
    expect(clockFault(await latestRecorded(database), county.clock.now())).toBeNull();
    expect((await desk.ask(policy.policyList, {})).body.policies).toHaveLength(1);
    expect((await draft()).status).toBe(200);
    await app.http.close();
  });

  it('不配合的终止须列明受理后的两次书面要求', async () => {
    const { caseId, version } = await acceptedCase(county, VILLAGE, '2026-09-21');
    const officer = await county.desk('case-officer', LUOJIANG);
    const close = (first: string, ifMatch: number) =>
      officer.give(
        contract.closeForNonCooperation,
        { caseId },
        {
          reason: '两次书面要求后仍不接受入户调查',
          requests: [
            { on: first, what: '请在家等候入户调查' },
            { on: '2026-09-22', what: '再次约定入户调查时间' },
          ],
        },
        { ifMatch },
      );
    const early = await close('2026-09-20', version);
    expect([early.status, early.body['code']]).toEqual([409, 'request-date-wrong']);
    expect((await close('2026-09-21', version)).status).toBe(200);
  });

  it('没有超期的办件不能督办', async () => {
    const { caseId, version } = await acceptedCase(county, VILLAGE, '2026-09-21');
    const aid = await county.desk('aid-officer', COUNTY);
    const order = { instruction: '请尽快办结本件', finishBy: '2026-09-30' };
    const reply = await aid.give(contract.orderOverdue, { caseId }, order, { ifMatch: version });
    expect([reply.status, reply.body['code']]).toEqual([409, 'case-not-overdue']);
  });
});
