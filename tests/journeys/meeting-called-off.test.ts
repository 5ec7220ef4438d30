import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, plainDays, publicised } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import * as verb from '../../src/cli/demo/verbs/deliberation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import { caseTimeline } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/deliberation/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const on = plainDays.decided;
const REASON = '成员都在抗洪一线，没有人到会';

describe('召集的会议没有人到会', () => {
  let county: County;
  let cast: Cast;
  let caseId: string;

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    const family = simpleFamily({
      ...{ number: 1, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
    });
    caseId = await publicised(cast, county.clock, family, plainDays);
    county.clock.set(on);
  });
  afterAll(() => county.close());

  const sitting = () => ({ ...cast, on });
  const called = async () => {
    const meetingId = await verb.callMeeting(sitting());
    await verb.listCase(cast.secretary, meetingId, caseId);
    return meetingId;
  };
  const ready = async () =>
    (await cast.secretary.ask(contract.meetingCandidates, {})).body.ready.map(
      (each) => each.caseId,
    );

  it('取消后议程上的办件回到可以上会，由另一次会议研究，什么都没有丢', async () => {
    const meetingId = await called();
    expect(await ready()).not.toContain(caseId);
    // The day passes; the meeting can be ended in no other way.
    county.clock.set(addDays(on, 1));
    const room = await verb.roomAt(cast.chair, meetingId);
    const signed = await cast.chair.give(
      contract.signMinutes,
      { meetingId },
      {},
      { ifMatch: room.version },
    );
    expect(signed.body).toMatchObject({ code: 'attendance-missing' });
    expect((await verb.callOff(cast.secretary, meetingId, REASON)).status).toBe(200);
    expect(await ready()).toContain(caseId);
    const off = await verb.roomAt(cast.officer, meetingId);
    expect(off.calledOff).toMatchObject({ on: addDays(on, 1), reason: REASON, cases: 1 });
    const { meetings } = (await cast.officer.ask(contract.meetingList, {})).body;
    expect(meetings.find((each) => each.meetingId === meetingId)?.status).toBe('called-off');
    const again = await verb.holdMeeting({ ...sitting(), on: addDays(on, 1) }, [caseId]);
    const { agenda } = await verb.roomAt(cast.officer, again);
    expect(agenda[0]).toMatchObject({ caseId, resolution: 'approve' });
    const { events } = (await cast.officer.ask(caseTimeline, { caseId })).body;
    const titles = events.map(({ title }) => title).filter((title) => title.includes('议程'));
    expect(titles.toSorted()).toEqual(['列入会议议程', '列入会议议程', '移出会议议程']);
    expect((await verb.callOff(cast.secretary, again, REASON)).body).toMatchObject({
      code: 'meeting-ended',
    });
  });

  it('由会议秘书或者主持人取消；别的岗位、别的乡镇不行；版本过时的被告知；同一操作只办一次', async () => {
    county.clock.set(on);
    const meetingId = await verb.callMeeting(sitting());
    const { version } = await verb.roomAt(cast.secretary, meetingId);
    const give = async (desk: typeof cast.secretary, ifMatch: number, key?: string) =>
      desk.give(
        contract.callOffMeeting,
        { meetingId },
        { reason: REASON },
        { ifMatch, ...(key ? { key } : {}) },
      );
    expect((await give(cast.officer, version)).status).toBe(403);
    expect((await give(await county.desk('secretary', PANSHI), version)).status).toBe(404);
    expect((await give(cast.chair, version - 1)).status).toBe(412);
    const key = 'f0000000-0000-4000-8000-000000000001';
    const once = await give(cast.chair, version, key);
    expect(once.status).toBe(200);
    expect(await give(cast.chair, version, key)).toEqual(once);
    expect((await verb.callOff(cast.chair, meetingId, REASON)).body).toMatchObject({
      code: 'meeting-called-off',
    });
  });
});
