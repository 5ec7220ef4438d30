import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, plainDays, verified } from '../../src/cli/demo/story.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import {
  answerAssistance,
  askPlace,
  recordBasis,
  registerAssistance,
  registerLetter,
  takeInAnswer,
} from '../../src/cli/demo/verbs/cooperation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import {
  accept,
  acceptedCase,
  declareFamily,
  declareNoRelatives,
  openCase,
  recordFullChecklist,
  signAll,
  versionOf,
} from '../../src/cli/demo/verbs/intake.ts';
import {
  askNeighbour,
  concludeInvestigation,
  visitHome,
} from '../../src/cli/demo/verbs/investigation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { approveExtension, requestExtension } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/cooperation/contract.ts';
import { acceptApplication } from '../../src/modules/intake/contract.ts';
import { castOf } from '../cast.ts';
import { ANYUN, COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;

describe('人户分离：谁受理、请谁协助、答复、重复享受', () => {
  let county: County;
  let cast: Cast;
  let panshi: Desk;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('county-leader', COUNTY), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    panshi = await county.desk('case-officer', PANSHI);
  });
  afterAll(() => county.close());

  const familyOf = (number: number, place = VILLAGE) => {
    const plain = simpleFamily({
      number,
      village: VILLAGE,
      members: 1,
      monthlyIncome: fen(10_000),
    });
    return { ...plain, facts: { ...plain.facts, place: place as never } };
  };
  /** Accepted at the place of residence of the applicant, other members registered elsewhere. */
  const begun = async (number: number) => {
    county.clock.set(plainDays.accepted);
    const family = familyOf(number);
    const caseId = await openCase(cast.clerk, VILLAGE);
    await declareFamily(cast.clerk, caseId, family);
    await recordBasis(cast.clerk, caseId, 'split-hukou');
    await recordFullChecklist(cast.clerk, caseId);
    await accept(cast.clerk, caseId);
    await signAll(cast.clerk, caseId, family, plainDays.accepted);
    await declareNoRelatives(cast.clerk, caseId);
    return caseId;
  };
  const visited = async (caseId: string) => {
    county.clock.set(plainDays.requested);
    await verified(cast, caseId);
    county.clock.set(plainDays.visited);
    await visitHome(cast.investigator, caseId, { on: plainDays.visited });
    await askNeighbour(cast.investigator, caseId, { on: plainDays.visited });
  };
  const concluding = (caseId: string) => concludeInvestigation(cast.investigator, caseId);

  it('户籍在别处、没有居住证的，向户籍地申请；有居住证而当地没有开展的，也一样', async () => {
    county.clock.set(plainDays.accepted);
    const caseId = await openCase(cast.clerk, VILLAGE);
    await declareFamily(cast.clerk, caseId, familyOf(731, `${PANSHI}200`));
    await recordFullChecklist(cast.clerk, caseId);
    const accepting = async () => {
      const ifMatch = await versionOf(cast.clerk, caseId);
      return cast.clerk.give(acceptApplication, { caseId }, {}, { ifMatch });
    };
    expect((await accepting()).body).toMatchObject({ code: 'registered-elsewhere' });
    await recordBasis(cast.clerk, caseId, 'residence-permit');
    expect((await accepting()).body).toMatchObject({ code: 'registered-elsewhere' });
  });

  it('成员户籍分处两地的，请户籍地协助：对方登记、答复，本镇签收以后才能完成调查', async () => {
    const caseId = await begun(732);
    await visited(caseId);
    await expect(concluding(caseId)).rejects.toThrow('cooperation-not-asked');
    const requestId = await askPlace(cast.officer, caseId, { to: PANSHI });
    await expect(concluding(caseId)).rejects.toThrow('cooperation-unanswered');
    const listed = (await panshi.ask(contract.assistanceList, {})).body;
    expect(listed.assistances).toMatchObject([
      { assistanceId: requestId, from: '罗江镇', dueOn: '2026-03-11', registered: false },
    ]);
    const early = { requestId };
    const ifMatch = await versionOf(cast.officer, caseId);
    const notIn = await cast.officer.give(contract.receiveCooperation, { caseId }, early, {
      ifMatch,
    });
    expect(notIn.body).toMatchObject({ code: 'answer-not-in' });
    await registerAssistance(panshi, requestId);
    await answerAssistance(panshi, requestId);
    await takeInAnswer(cast.officer, caseId, requestId);
    await concluding(caseId);
    const { cooperation } = (await seen(cast.officer, caseId)).state;
    expect(cooperation.requests).toMatchObject([
      { toName: '磐石镇', answer: { from: '磐石镇', assisted: false, via: 'system' } },
    ]);
  });

  it('对方答复已在当地享受救助的，不能完成调查；核清后再次答复才可以', async () => {
    const caseId = await begun(733);
    await visited(caseId);
    const first = await askPlace(cast.officer, caseId, { to: PANSHI });
    await registerAssistance(panshi, first);
    await answerAssistance(panshi, first, true);
    await takeInAnswer(cast.officer, caseId, first);
    await expect(concluding(caseId)).rejects.toThrow('assisted-elsewhere');
    const again = await askPlace(cast.officer, caseId, { to: PANSHI });
    await registerAssistance(panshi, again);
    await answerAssistance(panshi, again, false);
    await takeInAnswer(cast.officer, caseId, again);
    await concluding(caseId);
  });

  it('外省的发函、登记答复；过了期限没有答复的，写明理由继续；人户分离可以延期', async () => {
    const caseId = await begun(734);
    await visited(caseId);
    const requestId = await askPlace(cast.officer, caseId, { toName: '外省某县某镇' });
    const give = async (body: object) => {
      const ifMatch = await versionOf(cast.officer, caseId);
      return cast.officer.give(contract.waiveCooperation, { caseId }, body, { ifMatch });
    };
    const waive = { requestId, reason: '去函去电各一次，没有答复' };
    expect((await give(waive)).body).toMatchObject({ code: 'reply-day-not-over' });
    const params = { caseId };
    const extension = { reasonCode: 'separated-residence', explanation: '户籍在外省，等待答复' };
    const asked = { ifMatch: await versionOf(cast.officer, caseId) };
    await cast.officer.must(requestExtension, params, extension, asked);
    await cast.chair.must(
      approveExtension,
      params,
      {},
      { ifMatch: await versionOf(cast.chair, caseId) },
    );
    county.clock.set(localDate('2026-03-12'));
    expect((await give(waive)).status).toBe(200);
    await concluding(caseId);
  });

  it('反过来：外地来函登记、办理、按期答复；查无此人的退回；超期的列出来', async () => {
    county.clock.set(plainDays.accepted);
    const one = await registerLetter(panshi, plainDays.accepted);
    const two = await registerLetter(panshi, plainDays.accepted);
    const answer = { text: '已入户，租房居住，情况属实', assisted: null, visitors: '两名调查员' };
    const now = { ifMatch: 1 };
    const unsaid = await panshi.give(contract.answerAssistance, { assistanceId: one }, answer, now);
    expect(unsaid.body).toMatchObject({ code: 'assisted-unsaid' });
    await panshi.must(
      contract.answerAssistance,
      { assistanceId: one },
      { ...answer, assisted: false },
      now,
    );
    county.clock.set(localDate('2026-03-10'));
    expect((await panshi.ask(contract.assistanceList, {})).body.overdue).toBe(1);
    const back = { reason: '走访该地址，没有此人' };
    await panshi.must(contract.declineAssistance, { assistanceId: two }, back, now);
    const settled = (await panshi.ask(contract.assistanceList, {}, { show: 'settled' })).body;
    expect(settled.assistances.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['已答复', '已退回']),
    );
    const stale = await panshi.give(contract.declineAssistance, { assistanceId: two }, back, now);
    expect(stale.status).toBe(412);
  });

  it('没有被请的乡镇看不到请求，也不能登记；别镇的协助记录看不到；窗口不能答复', async () => {
    const caseId = await begun(735);
    const requestId = await askPlace(cast.officer, caseId, { to: PANSHI });
    const anyun = await county.desk('case-officer', ANYUN);
    const listed = (await anyun.ask(contract.assistanceList, {})).body.assistances;
    expect(listed.map(({ assistanceId }) => assistanceId)).not.toContain(requestId);
    const taken = await anyun.give(contract.registerAssistance, {}, { assistanceId: requestId });
    expect(taken.status).toBe(404);
    await registerAssistance(panshi, requestId);
    const away = await anyun.ask(contract.assistanceView, { assistanceId: requestId });
    expect(away.status).toBe(404);
    const clerk = await county.desk('window-clerk', PANSHI);
    const body = { text: '户籍属实', assisted: false };
    const params = { assistanceId: requestId };
    expect((await clerk.give(contract.answerAssistance, params, body, { ifMatch: 1 })).status).toBe(
      403,
    );
    expect((await panshi.ask(contract.assistanceView, params)).body.summary.families).not.toBe('');
    const outside = await panshi.give(
      contract.receiveCooperation,
      { caseId },
      { requestId },
      { ifMatch: 1 },
    );
    expect(outside.status).toBe(404);
  });

  it('同一人已在别的乡镇受理的，本镇不能再受理（重复申请）', async () => {
    county.clock.set(plainDays.accepted);
    const family = familyOf(736);
    await acceptedCase(cast.clerk, family);
    const clerk = await county.desk('window-clerk', PANSHI);
    const there = { ...family, facts: { ...family.facts, place: `${PANSHI}200` as never } };
    await expect(acceptedCase(clerk, there)).rejects.toThrow('applicant-already-covered');
  });
});
