import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, plainDays, publicised } from '../../src/cli/demo/story.ts';
import {
  callMeeting,
  castVote,
  closeVoting,
  listCase,
  openVoting,
  recordAttendance,
  roomAt,
} from '../../src/cli/demo/verbs/deliberation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import {
  courseFor,
  publishCourse,
  startTest,
  submitTest,
} from '../../src/cli/demo/verbs/training.ts';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as meeting from '../../src/modules/deliberation/contract.ts';
import { acts } from '../../src/modules/training/act.ts';
import * as contract from '../../src/modules/training/contract.ts';
import { castOf } from '../cast.ts';
import { layDownCertificates } from '../certified-county.ts';
import { type County, LUOJIANG, openCounty } from '../county.ts';

const FIRST = localDate('2026-02-17');
const LAST = localDate('2026-03-16');
const MEETING = plainDays.decided;

describe('培训证书：会议当天到期', () => {
  let county: County;
  let cast: Cast;
  let courseId: string;
  let meetingId: string;
  let caseId: string;
  const first = () => cast.voters[0] as Desk;
  beforeAll(async () => {
    county = await openCounty(FIRST);
    cast = await castOf(county, LUOJIANG);
    await giveAuthority(cast.aid, cast.leader, LUOJIANG);
    layDownCertificates(county);
    courseId = await publishCourse(cast.aid, courseFor(['study']));
  });
  afterAll(() => county.close());

  const certify = async (desk: Desk, day = FIRST) => {
    county.clock.set(day, '10:00');
    const attemptId = await startTest(desk, courseId);
    county.clock.set(day, '10:20');
    return submitTest(desk, attemptId);
  };
  const vote = async (desk: Desk) => {
    const { agenda } = await roomAt(desk, meetingId);
    const { proposalHash } = agenda[0] ?? {};
    const body = { caseId, proposalHash, choice: 'agree', opinion: '' };
    return desk.give(meeting.castVote, { meetingId }, body);
  };
  const lacking = async () =>
    (await cast.aid.ask(contract.trainingStanding, {})).body.learners
      .filter(({ standing, place }) => standing.is === 'lapsed' && place === LUOJIANG)
      .map(({ name }) => name);

  it('须持证的每个操作都是系统里有的操作', () => {
    const known = county.app.routes.map(({ contract: each }) => each.name);
    const named = Object.values(acts).flatMap((list) => list.flatMap(({ commands }) => commands));
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('学课程、考试、取得证书；答案不到本人手里，题目由系统判', async () => {
    const view = (await first().ask(contract.courseView, { courseId })).body;
    expect(view).toMatchObject({ content: null, version: 0, parts: [{ title: '回避和到会' }] });
    county.clock.set(FIRST, '10:00');
    const attemptId = await startTest(first(), courseId);
    const mine = (await first().ask(contract.myTraining, {})).body;
    expect(mine.paper?.questions).toHaveLength(10);
    expect(JSON.stringify(mine)).not.toContain('answers');
    expect((await submitTest(first(), attemptId)).body).toMatchObject({
      code: 'answered-too-fast',
    });
    county.clock.set(FIRST, '10:20');
    expect((await submitTest(first(), attemptId, 3)).status).toBe(200);
    expect((await first().ask(contract.myTraining, {})).body.attempts[0]).toMatchObject({
      ...{ status: 'failed', correct: 7, total: 10 },
      wrong: [{ basis: '《达州市2021年改革做法》第四点' }, {}, {}],
    });
    expect((await certify(first())).status).toBe(200);
    expect((await first().ask(contract.myTraining, {})).body.certificates[0]).toMatchObject({
      number: '罗江镇训证〔2026〕2号',
      until: LAST,
    });
  });

  it('面授到场的人县里看得到名字，别人只看到人数', async () => {
    const sessionId = randomUUID();
    const plan = { courseId, on: FIRST, place: '县民政局会议室', teacher: '周演竹' };
    await cast.aid.must(contract.planSession, { sessionId }, plan);
    const present = [county.person('voter', LUOJIANG), county.person('chair', LUOJIANG)];
    await cast.aid.must(contract.recordTrainingAttendance, { sessionId }, { present });
    const seen = async (desk: Desk) =>
      (await desk.ask(contract.courseView, { courseId })).body.sessions.map((each) => [
        each.attendance,
        each.present.length,
      ]);
    expect([await seen(cast.aid), await seen(first())]).toEqual([[[2, 2]], [[2, 0]]]);
  });

  it('证书本人可以打印，别人打印不了', async () => {
    const url = `/api/training/certificates/${encodeURIComponent('罗江镇训证〔2026〕2号')}/paper`;
    const { status, bytes } = await first().fetch(url);
    expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await cast.chair.fetch(url)).status).toBe(404);
  });

  it('到期前一天不缺，会议当天到期：表决不了，说明怎么恢复，县里看得到', async () => {
    const family = simpleFamily({
      ...{ number: 1, village: `${LUOJIANG}200`, members: 1 },
      monthlyIncome: fen(20_000),
    });
    for (const desk of [cast.chair, ...cast.voters.slice(1)])
      await certify(desk, localDate('2026-03-01'));
    caseId = await publicised(cast, county.clock, family, plainDays);
    county.clock.set(LAST);
    expect(await lacking()).toEqual([]);
    county.clock.set(MEETING);
    const { secretary, chair, voters } = cast;
    const sitting = { secretary, chair, voters, on: MEETING };
    meetingId = await callMeeting(sitting);
    await listCase(secretary, meetingId, caseId);
    await recordAttendance(sitting, meetingId);
    await openVoting([chair, ...voters], meetingId, caseId);
    for (const desk of [chair, ...voters.slice(1)]) await castVote(desk, meetingId, caseId);
    const { status, body } = await vote(first());
    expect([status, body['code']]).toEqual([409, 'certificate-lapsed']);
    expect(body['detail']).toContain(
      '您的证书已于2026年3月16日到期。请在“我的培训”里学习《集体研究规则》',
    );
    expect(await lacking()).toHaveLength(1);
    const { agenda } = await roomAt(secretary, meetingId);
    expect(agenda[0]?.iVoted).toBe(false);
  });

  it('当场考过，当场恢复；会议作出决议', async () => {
    expect((await certify(first(), MEETING)).status).toBe(200);
    expect((await vote(first())).status).toBe(200);
    await closeVoting(cast.secretary, meetingId, caseId);
    const { agenda } = await roomAt(cast.secretary, meetingId);
    expect(agenda[0]).toMatchObject({ status: 'resolved', resolution: 'approve' });
  });

  it('证书被撤销的，随即不能办；别的县的人撤销不了', async () => {
    const { learners } = (await cast.aid.ask(contract.trainingStanding, {})).body;
    const held = learners.find(
      ({ place, role, number }) => place === LUOJIANG && role === 'chair' && number !== '',
    );
    const { learnerId = '', number = '' } = held ?? {};
    const body = { number, reason: '经查由他人代考' };
    const give = (desk: Desk) => desk.give(contract.revokeCertificate, { learnerId }, body);
    expect((await give(cast.officer)).status).toBe(403);
    expect((await give(cast.aid)).status).toBe(200);
    expect((await give(cast.aid)).body).toMatchObject({ code: 'certificate-revoked' });
    const mine = (await cast.chair.ask(contract.myTraining, {})).body;
    expect(mine.acts).toMatchObject([{ act: 'study', standing: { is: 'revoked' } }]);
  });
});
