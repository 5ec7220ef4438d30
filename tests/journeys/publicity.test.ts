import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { familyPlacesIn } from '../../src/cli/demo/family-place.ts';
import { generateFamily, type SyntheticFamily } from '../../src/cli/demo/person.ts';
import {
  assessableCase,
  endPublicity,
  type Hands,
  publishedCase,
} from '../../src/cli/demo/verbs/assessable-case.ts';
import * as assessing from '../../src/cli/demo/verbs/assessment.ts';
import { uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import {
  concludeInvestigation,
  reopenInvestigation,
  visitHome,
  askNeighbour,
} from '../../src/cli/demo/verbs/investigation.ts';
import * as publishing from '../../src/cli/demo/verbs/publicity.ts';
import { addDays, type LocalDate, localDate } from '../../src/kernel/local-date.ts';
import * as assessment from '../../src/modules/assessment/contract.ts';
import { caseTimeline, caseView } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/publicity/contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { type County, COUNTY, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const ON = localDate('2026-03-02');
const places = createStandards().divisions.flatMap((each) => familyPlacesIn(each, LUOJIANG));
let next = 0;
const newFamily = (): SyntheticFamily => generateFamily(40, { number: next++, on: ON, places });

describe('核算初审与公示：从核算到期满，经窗口外的每一道门', () => {
  let county: County;
  let hands: Hands;
  const dayAfter = (last: LocalDate) => county.clock.set(addDays(last, 1));
  beforeAll(async () => {
    county = await openCounty(ON);
    hands = {
      window: await county.desk('window-clerk', LUOJIANG),
      officer: await county.desk('case-officer', LUOJIANG),
      investigator: await county.desk('investigator', LUOJIANG),
      verifier: await county.desk('verifier', COUNTY),
      poster: await county.desk('poster', LUOJIANG),
    };
  });
  afterAll(() => county.close());
  const stagesOf = async (desk: Desk, caseId: string) => {
    const { body } = await desk.ask(caseView, { caseId });
    return Object.fromEntries(body.stages.map(({ id, status }) => [id, status]));
  };

  it('核算、初审、两处张贴，期满次日撤下，公示环节办结', async () => {
    county.clock.set(ON);
    const caseId = await publishedCase(hands, newFamily(), ON);
    expect(await stagesOf(hands.officer, caseId)).toMatchObject({
      opinion: 'done',
      publicity: 'open',
    });
    const last = await publishing.lastDayOfPublicity(hands.officer, caseId);
    expect(last).toBe('2026-03-09');
    await endPublicity(hands, caseId, dayAfter);
    expect(await stagesOf(hands.officer, caseId)).toMatchObject({ publicity: 'done' });
  });

  it('初审意见与核算结果一致，由服务器计算，任何人不能填写金额', async () => {
    county.clock.set(ON);
    const caseId = await assessableCase(hands, newFamily(), ON);
    await assessing.assess(hands.officer, caseId);
    const { version } = await assessing.seen(hands.officer, caseId);
    const typed = { reasons: '建议给予救助', smallOffice: null, monthlyAmount: 99_999 };
    const refused = await hands.officer.give(assessment.formOpinion, { caseId }, typed, {
      ifMatch: version,
    });
    expect(refused.status).toBe(400);
    await assessing.opine(hands.officer, caseId);
    const { state } = await assessing.seen(hands.officer, caseId);
    const result = state.assessment.assessments.at(-1)?.result;
    expect(state.assessment.opinion).toMatchObject({
      monthlyAmount: result?.monthlyAmount,
      round: 1,
    });
    expect(state.assessment.opinion?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('试算不留下任何痕迹', async () => {
    county.clock.set(ON);
    const caseId = await assessableCase(hands, newFamily(), ON);
    const before = await assessing.seen(hands.officer, caseId);
    const { facts } = before.state.household;
    const tried = await assessing.tryOut(hands.officer, caseId, {
      ...(facts as object),
      incomes: [],
    } as never);
    expect(tried.body).toMatchObject({ assessment: { scheme: 'dibao' } });
    expect((await assessing.seen(hands.officer, caseId)).version).toBe(before.version);
  });

  it('更正家庭事实后须重新核算，已张贴的不得更正', async () => {
    county.clock.set(ON);
    const caseId = await assessableCase(hands, newFamily(), ON);
    await assessing.assessAndOpine(hands.officer, caseId);
    const why = { basis: 'visit' as const, reason: '入户看到的住房与申报不同' };
    await assessing.correctFact(hands.officer, caseId, ['residence'], 'urban', why);
    expect(await stagesOf(hands.officer, caseId)).toMatchObject({ opinion: 'open' });
    await assessing.assessAndOpine(hands.officer, caseId);
    await publishing.post(hands.poster, caseId, 'village');
    await expect(
      assessing.correctFact(hands.officer, caseId, ['residence'], 'rural', why),
    ).rejects.toThrow('opinion-published');
  });

  it('公示期内不得提前撤下；末日仍可提出异议', async () => {
    county.clock.set(ON);
    const caseId = await publishedCase(hands, newFamily(), ON);
    const last = (await publishing.lastDayOfPublicity(hands.officer, caseId)) as LocalDate;
    county.clock.set(last);
    await expect(publishing.takeDown(hands.poster, caseId, 'village')).rejects.toThrow(
      'notice-period-not-over',
    );
    await publishing.object(hands.window, caseId);
    await endPublicity(hands, caseId, dayAfter);
    expect(await stagesOf(hands.officer, caseId)).toMatchObject({ publicity: 'open' });
  });

  it('异议经民主评议办结后，重新形成初审意见并再次公示满期', async () => {
    county.clock.set(ON);
    const caseId = await publishedCase(hands, newFamily(), ON);
    const objectionId = await publishing.object(hands.window, caseId);
    await expect(
      publishing.handleObjection(hands.officer, caseId, objectionId, 'appraisal'),
    ).rejects.toThrow('not-appraised');
    await publishing.appraise(hands.officer, caseId, ON);
    await publishing.handleObjection(hands.officer, caseId, objectionId, 'appraisal');
    const first = (await assessing.seen(hands.officer, caseId)).state;
    expect(first.assessment.opinion).toBeNull();
    await assessing.opine(hands.officer, caseId);
    await expect(publishing.post(hands.poster, caseId, 'village')).rejects.toThrow(
      'old-notice-hanging',
    );
    await publishing.takeDownBoth(hands.poster, caseId);
    await publishing.postBoth(hands.poster, caseId);
    await endPublicity(hands, caseId, dayAfter);
    expect(await stagesOf(hands.officer, caseId)).toMatchObject({ publicity: 'done' });
    const { state } = await assessing.seen(hands.officer, caseId);
    expect(new Set(state.publicity.notices.map((each) => each.proposalHash)).size).toBe(2);
  });

  it('异议经重新调查办结；未重新调查的不得办结', async () => {
    county.clock.set(ON);
    const caseId = await publishedCase(hands, newFamily(), ON);
    const objectionId = await publishing.object(hands.window, caseId, '家里有车没有登记。', null);
    await expect(
      publishing.handleObjection(hands.officer, caseId, objectionId, 'reinvestigation'),
    ).rejects.toThrow('not-reinvestigated');
    await reopenInvestigation(hands.officer, caseId);
    await visitHome(hands.investigator, caseId, { on: ON });
    await askNeighbour(hands.investigator, caseId, { on: ON });
    await concludeInvestigation(hands.investigator, caseId);
    await publishing.handleObjection(hands.officer, caseId, objectionId, 'reinvestigation', true);
    await assessing.assessAndOpine(hands.officer, caseId);
    expect((await assessing.seen(hands.officer, caseId)).state.assessment.opinion?.round).toBe(2);
  });

  it('异议人只有接收人和县级看得到，每次查看都留痕；办件页面不出现', async () => {
    county.clock.set(ON);
    const caseId = await publishedCase(hands, newFamily(), ON);
    const objectionId = await publishing.object(hands.window, caseId, '他家在县城有门面。', {
      name: '异议者某',
      phone: '',
    });
    const { body } = await hands.officer.ask(caseView, { caseId });
    expect(JSON.stringify(body)).not.toMatch(/异议者某|门面/);
    const read = { objectionId, purpose: '办理异议' };
    const officer = await hands.officer.must(contract.readObjection, { caseId }, read);
    expect(officer.body).toEqual({ content: '他家在县城有门面。', objector: null });
    const inspector = await county.desk('inspector', COUNTY);
    const seen = await inspector.must(contract.readObjection, { caseId }, read);
    expect(seen.body).toMatchObject({ objector: { name: '异议者某' } });
    expect((await hands.poster.give(contract.readObjection, { caseId }, read)).status).toBe(403);
  });

  it('公示清单说明要贴的、今天期满的和该撤下的', async () => {
    county.clock.set(ON);
    const caseId = await assessableCase(hands, newFamily(), ON);
    await assessing.assessAndOpine(hands.officer, caseId);
    const acts = async () => {
      const { body } = await hands.poster.ask(contract.publicityList, {});
      return body.notices.filter((each) => each.caseId === caseId).map(({ act }) => act);
    };
    expect(await acts()).toEqual(['post', 'post']);
    await publishing.postBoth(hands.poster, caseId);
    expect(await acts()).toEqual(['hanging', 'hanging']);
    const last = (await publishing.lastDayOfPublicity(hands.officer, caseId)) as LocalDate;
    county.clock.set(last);
    expect(await acts()).toEqual(['ends-today', 'ends-today']);
    county.clock.set(addDays(last, 1));
    expect(await acts()).toEqual(['take-down', 'take-down']);
    county.clock.set(addDays(last, 2));
    expect(await acts()).toEqual(['take-down-overdue', 'take-down-overdue']);
  });

  it('核算表、初审意见、公示、异议登记表、评议记录都能打印', async () => {
    county.clock.set(ON);
    const caseId = await publishedCase(hands, newFamily(), ON);
    const objectionId = await publishing.object(hands.window, caseId);
    await publishing.appraise(hands.officer, caseId, ON);
    const { state } = await assessing.seen(hands.officer, caseId);
    const appraisalId = state.publicity.appraisals[0]?.id ?? '';
    const paper = `/api/cases/${caseId}/papers`;
    const village = (await hands.officer.ask(contract.publicityList, {})).body.notices;
    expect(village.length).toBeGreaterThan(0);
    for (const url of [
      `${paper}/calculation-sheet`,
      `${paper}/opinion`,
      `${paper}/notice-poster?level=village`,
      `${paper}/objection-record?objectionId=${objectionId}`,
      `${paper}/appraisal-record?appraisalId=${appraisalId}`,
      `/api/posters?kind=before&level=township&place=${LUOJIANG}`,
    ]) {
      const reply = await hands.officer.fetch(url);
      expect([url, reply.status]).toEqual([url, 200]);
      expect(reply.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
    const announcement = await hands.officer.fetch(`${paper}/announcement-poster`);
    expect(announcement.status).toBe(404);
  });

  it('重复提交只张贴一次；版本过时告知变化；外乡 404；无权岗位 403', async () => {
    county.clock.set(ON);
    const caseId = await assessableCase(hands, newFamily(), ON);
    await assessing.assessAndOpine(hands.officer, caseId);
    const photo = await uploadPhoto(hands.poster, caseId, randomUUID());
    const body = { id: randomUUID(), kind: 'before', level: 'village', photo };
    const { version } = await assessing.seen(hands.poster, caseId);
    const key = randomUUID();
    const give = (desk: Desk, options: { key?: string; ifMatch?: number } = {}) =>
      desk.give(contract.postNotice, { caseId }, body, { ifMatch: version, ...options });
    const once = await give(hands.poster, { key });
    const again = await give(hands.poster, { key });
    expect([once.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(once.body);
    const stale = await give(hands.poster);
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ changed: [{ title: '张贴公示（公布）' }] });
    expect((await give(await county.desk('poster', PANSHI))).status).toBe(404);
    expect((await give(await county.desk('voter', LUOJIANG))).status).toBe(403);
    const { body: timeline } = await hands.officer.ask(caseTimeline, { caseId });
    expect(timeline.events.filter((each) => each.type === 'NoticePosted')).toHaveLength(1);
  });

  it('没有上传到本办件的照片不能作为张贴凭据', async () => {
    county.clock.set(ON);
    const caseId = await assessableCase(hands, newFamily(), ON);
    await assessing.assessAndOpine(hands.officer, caseId);
    const { version } = await assessing.seen(hands.poster, caseId);
    const photo = { hash: 'ab'.repeat(32), name: '照片.jpg', mime: 'image/jpeg' };
    const body = { id: randomUUID(), kind: 'before', level: 'village', photo };
    const reply = await hands.poster.give(contract.postNotice, { caseId }, body, {
      ifMatch: version,
    });
    expect([reply.status, reply.body['errors']]).toMatchObject([400, [{ path: ['photo'] }]]);
  });
});
