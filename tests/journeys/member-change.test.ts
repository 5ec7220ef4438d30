import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import {
  type Cast,
  decided,
  deliberated,
  investigated,
  plainDays,
  posted,
  publicised,
  takenDown,
  verified,
} from '../../src/cli/demo/story.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { assess, assessAndOpine, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm, serve, tryConfirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { type Gone, succeed, tryDepart, tryJoin } from '../../src/cli/demo/verbs/household.ts';
import { uploadSignature } from '../../src/cli/demo/verbs/evidence.ts';
import { versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { postBoth, takeDownBoth } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as assessment from '../../src/modules/assessment/contract.ts';
import { caseTimeline, caseView } from '../../src/modules/case/contract.ts';
import { recordDeparture } from '../../src/modules/household/contract.ts';
import { signAuthorisation } from '../../src/modules/intake/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;
const CHANGED = localDate('2026-03-11');
const DOWN = localDate('2026-03-19');
const DECIDED = localDate('2026-03-20');

describe('办理中家庭成员变化：不按旧的家庭情况作决定', () => {
  let county: County;
  let cast: Cast;
  let number = 500;
  const newFamily = (members: 1 | 2 = 2) => {
    number += 1;
    return simpleFamily({ number, village: VILLAGE, members, monthlyIncome: fen(60_000) });
  };
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const stateOf = async (caseId: string) => (await seen(cast.officer, caseId)).state;
  const stagesOf = async (caseId: string) =>
    (await cast.officer.ask(caseView, { caseId })).body.summary.stages;
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body['code'],
  ];
  const goOn = async (caseId: string) => {
    await assessAndOpine(cast.officer, caseId);
    await postBoth(cast.poster, caseId);
    await takenDown(cast, county.clock, caseId, { ...plainDays, takenDown: DOWN });
    await deliberated(cast, county.clock, caseId, { ...plainDays, decided: DECIDED });
    await confirm(cast.chair, caseId);
  };

  it('公示期内申请人死亡：配偶签名继续，意见作废，重新核算、重新公示，按一人决定', async () => {
    const caseId = await investigated(cast, county.clock, newFamily(), plainDays);
    await posted(cast, county.clock, caseId, plainDays);
    county.clock.set(CHANGED);
    const died: Gone = { memberId: 'm1', because: 'died', on: localDate('2026-03-10') };
    expect(codeOf(await tryDepart(cast.clerk, caseId, died))).toEqual([409, 'successor-missing']);
    const succession = await succeed(cast.clerk, caseId, 'm2');
    const done = await tryDepart(cast.clerk, caseId, { ...died, succession });
    expect(done.status).toBe(200);
    const { assessment: fallen, household } = await stateOf(caseId);
    expect(fallen.opinion).toBe(null);
    expect(household.facts?.members).toMatchObject([{ id: 'm2', relation: 'self' }]);
    // 核对报告已包括其余成员,不重新查询;公示作废,须先撤下。
    expect(await stagesOf(caseId)).toEqual(['opinion']);
    await takeDownBoth(cast.poster, caseId);
    await goOn(caseId);
    const { confirmation } = await stateOf(caseId);
    expect(confirmation.decision).toMatchObject({ members: 1, monthlyAmount: 62_000 });
    const widow = household.declaration?.people[0]?.name ?? '';
    expect((await cast.officer.ask(caseView, { caseId })).body.summary.applicant).toBe(widow);
    await serve(cast.clerk, caseId, widow, DECIDED);
    const { events } = (await cast.officer.ask(caseTimeline, { caseId })).body;
    const titles = events.map(({ title }) => title);
    expect(titles).toContain('家庭成员减少');
    expect(titles.filter((title) => title === '形成初审意见')).toHaveLength(2);
  });

  it('集体研究以后、确认以前申请人死亡：会议的决议不再算数，须重新研究', async () => {
    const caseId = await publicised(cast, county.clock, newFamily(), plainDays);
    await deliberated(cast, county.clock, caseId, plainDays);
    const succession = await succeed(cast.clerk, caseId, 'm2');
    const died: Gone = { memberId: 'm1', because: 'died', on: plainDays.decided, succession };
    expect((await tryDepart(cast.clerk, caseId, died)).status).toBe(200);
    expect(codeOf(await tryConfirm(cast.chair, caseId))).toEqual([409, 'opinion-missing']);
  });

  it('只有一人的家庭，申请人死亡的，办件终止，以后什么也不能办', async () => {
    const caseId = await investigated(cast, county.clock, newFamily(1), plainDays);
    const died: Gone = { memberId: 'm1', because: 'died', on: plainDays.visited };
    expect((await tryDepart(cast.clerk, caseId, died)).status).toBe(200);
    const { course } = await stateOf(caseId);
    expect(course.closed).toMatchObject({ ground: 'died' });
    expect(await stagesOf(caseId)).toEqual([]);
    const { version } = await seen(cast.officer, caseId);
    const reply = await cast.officer.give(assessment.assess, { caseId }, {}, { ifMatch: version });
    expect(codeOf(reply)).toEqual([409, 'case-closed']);
  });

  it('公示期内出生的孩子被收养：先授权、核对，再核算、公示，按三人决定', async () => {
    const family = newFamily();
    const caseId = await investigated(cast, county.clock, family, plainDays);
    await posted(cast, county.clock, caseId, plainDays);
    county.clock.set(CHANGED);
    const birth = localDate('2026-03-09');
    const child = await tryJoin(cast.clerk, caseId, {
      member: {
        ...{ id: 'm3', relation: 'child', birth, sex: 'male' },
        ...{ livesTogether: true, livesTogetherMonths: 0, statutorySupport: true },
        ...{ studentLevel: 'none', studentFullTime: false, labourCapacity: 'none' },
        ...{ employment: 'not-able', disabilityKind: 'none', specialStatus: 'none' },
        ...{ seriouslyIll: false, canLiveIndependently: false },
      },
      ...{ name: '赵演生', idNumber: idNumberFrom(77, birth, 'male'), on: birth },
    });
    expect(codeOf(child)).toEqual([200, undefined]);
    expect(await stagesOf(caseId)).toEqual(['authorisation']);
    const { version } = await seen(cast.officer, caseId);
    const early = await cast.officer.give(assessment.assess, { caseId }, {}, { ifMatch: version });
    expect(codeOf(early)).toEqual([409, 'report-stale']);
    await cast.clerk.must(
      signAuthorisation,
      { caseId },
      {
        ...{ id: crypto.randomUUID(), memberId: 'm3', signedBy: 'guardian' },
        ...{ guardianName: family.applicant.name, guardianRelation: '父亲', guardianGround: null },
        signedOn: CHANGED,
        signature: await uploadSignature(cast.clerk, caseId, 'm3'),
      },
      { ifMatch: await versionOf(cast.clerk, caseId) },
    );
    expect(await stagesOf(caseId)).toEqual(['verification']);
    await verified(cast, caseId);
    await assess(cast.officer, caseId);
    await takeDownBoth(cast.poster, caseId);
    await goOn(caseId);
    const { confirmation } = await stateOf(caseId);
    expect(confirmation.decision).toMatchObject({ members: 3, monthlyAmount: 126_000 });
  });

  it('已列入议程的，先移出议程；作出决定以后的，按动态管理办理', async () => {
    const caseId = await decided(cast, county.clock, newFamily(), plainDays);
    const gone: Gone = { memberId: 'm2', because: 'left', on: plainDays.decided };
    expect(codeOf(await tryDepart(cast.clerk, caseId, gone))).toEqual([409, 'case-decided']);
  });

  it('岗位不符的、外乡镇的不能办；旧版本不能办；同一提交只算一次；证明须先上传', async () => {
    const caseId = await investigated(cast, county.clock, newFamily(), plainDays);
    const gone: Gone = { memberId: 'm2', because: 'left', on: plainDays.visited };
    const body = { ...gone, heir: null, succession: null, source: '已离婚搬走', files: [] };
    const ifMatch = await versionOf(cast.clerk, caseId);
    const give = (desk: Cast['clerk'], more: object = {}, options = {}) =>
      desk.give(recordDeparture, { caseId }, { ...body, ...more }, { ifMatch, ...options });
    expect((await give(cast.investigator)).status).toBe(403);
    const outside = await county.desk('window-clerk', PANSHI);
    expect((await give(outside)).status).toBe(404);
    expect(codeOf(await give(cast.clerk))).toEqual([409, 'member-change-without-proof']);
    const unknown = { hash: 'f'.repeat(64), name: '没有的.jpg', mime: 'image/jpeg' };
    expect((await give(cast.clerk, { files: [unknown] })).status).toBe(400);
    const proof = await uploadSignature(cast.clerk, caseId, '离婚证');
    expect((await give(cast.clerk, { files: [proof] }, { ifMatch: 1 })).status).toBe(412);
    const key = crypto.randomUUID();
    for (const _ of [1, 2]) {
      expect((await give(cast.clerk, { files: [proof] }, { key })).status).toBe(200);
    }
    expect((await stateOf(caseId)).household.changes).toHaveLength(1);
  });
});
