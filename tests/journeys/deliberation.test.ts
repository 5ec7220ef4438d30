import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, plainDays, publicised } from '../../src/cli/demo/story.ts';
import { assessAndOpine, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import * as verb from '../../src/cli/demo/verbs/deliberation.ts';
import { countyVisit } from '../../src/cli/demo/verbs/investigation.ts';
import type { CommandContract } from '../../src/kernel/contract.ts';
import { fen } from '../../src/kernel/fen.ts';
import { caseList, caseTimeline, caseView } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/deliberation/contract.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { textOf } from '../../src/platform/document/read-pdf.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { acceptedCase, appendToCase } from '../opened-case.ts';

const VILLAGE = `${LUOJIANG}200`;
const SECRET = '演示秘密意见不得提前公开';
const on = plainDays.decided;

describe('集体研究，从议程到会议记录', () => {
  let county: County;
  let cast: Cast;
  let number = 0;

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const newCase = async () => {
    number += 1;
    const members = 2 as const;
    const family = simpleFamily({ number, village: VILLAGE, members, monthlyIncome: fen(60_000) });
    return publicised(cast, county.clock, family, plainDays);
  };
  const sitting = (...voters: number[]): verb.Sitting => ({
    secretary: cast.secretary,
    chair: cast.chair,
    voters: voters.map((nth) => cast.voters[nth] as Desk),
    on,
  });
  const itemOf = async (desk: Desk, meetingId: string, caseId: string) => {
    const { agenda } = await verb.roomAt(desk, meetingId);
    const item = agenda.find((each) => each.caseId === caseId);
    if (!item) throw new Error(`${caseId} is not on the agenda`);
    return item;
  };
  /** A meeting with one case on its agenda and those members there, the voting not open yet. */
  const convene = async (caseId: string, ...voters: number[]) => {
    county.clock.set(on);
    const meetingId = await verb.callMeeting(sitting(...voters));
    await verb.listCase(cast.secretary, meetingId, caseId);
    await verb.recordAttendance(sitting(...voters), meetingId);
    return meetingId;
  };
  const refusalOf = async <Body>(
    desk: Desk,
    command: CommandContract<Body> & { readonly path: `/meetings/:meetingId/${string}` },
    meetingId: string,
    body: object,
  ) => {
    const { version } = await verb.roomAt(desk, meetingId);
    const reply = await desk.give(command, { meetingId }, body, { ifMatch: version });
    return [reply.status, reply.body['code']];
  };

  it('票在公布前谁也看不到：每名成员、秘书、经办、县级收到的每一个字节里都没有', async () => {
    const caseId = await newCase();
    const meetingId = await convene(caseId, 0, 1, 2, 3);
    await verb.openVoting([cast.chair], meetingId, caseId);
    const voters = [cast.chair, ...cast.voters];
    const others = await Promise.all(
      (['system-admin', 'security-admin', 'audit-admin', 'auditor', 'county-leader'] as const).map(
        (role) => county.desk(role, COUNTY),
      ),
    );
    for (const [nth, desk] of voters.entries()) {
      const choice = nth === 1 ? 'disagree' : 'agree';
      await verb.castVote(desk, meetingId, caseId, choice, `${SECRET}${nth}`);
      for (const reader of [...voters, cast.secretary, cast.officer, cast.aid, ...others]) {
        const received = JSON.stringify([
          await reader.ask(contract.meetingView, { meetingId }),
          await reader.ask(contract.meetingList, {}),
          await reader.ask(caseView, { caseId }),
          await reader.ask(caseTimeline, { caseId }),
          await reader.give(contract.listCase, { meetingId }, { caseId }, { ifMatch: 1 }),
        ]);
        expect(received).not.toContain(SECRET);
        for (const paper of nth === 0 ? ['minutes', 'pack'] : []) {
          const { status, bytes } = await reader.fetch(
            `/api/meetings/${meetingId}/papers/${paper}`,
          );
          if (status === 200) expect(await textOf(bytes)).not.toContain(SECRET);
        }
        expect(received).not.toMatch(/"(choice|opinion)":"[^"]*(agree|abstain)/);
      }
    }
    // Nor does the database itself tell whoever looks after it.
    const stored = await read(county.app.context.database, SYSTEM, async (tx) => {
      const stream = `meeting:${meetingId}`;
      const events = await sql`select * from event where stream = ${stream}`.execute(tx);
      return JSON.stringify([
        events.rows,
        (await sql`select * from record where stream = ${stream}`.execute(tx)).rows,
      ]);
    });
    expect(stored).toContain('VoteCast');
    expect(stored).not.toContain(SECRET);
    expect(await itemOf(cast.chair, meetingId, caseId)).toMatchObject({ voted: 5, votes: [] });
    await verb.closeVoting(cast.secretary, meetingId, caseId);
    const item = await itemOf(cast.chair, meetingId, caseId);
    expect(item).toMatchObject({
      resolution: 'approve',
      tally: { for: 4, against: 1, abstain: 0 },
    });
    expect(item.votes).toContainEqual({
      person: county.person('voter', LUOJIANG, 0),
      choice: 'disagree',
      opinion: `${SECRET}1`,
    });
    const { state } = await seen(cast.officer, caseId);
    expect(state.deliberation.deliberations.at(-1)?.dissent).toEqual([`${SECRET}1`]);
    await verb.signMinutes([cast.secretary, cast.chair], meetingId);
    const room = await verb.roomAt(cast.chair, meetingId);
    expect(room.endedOn).toBe(on);
    const [member] = cast.voters;
    if (!member) throw new Error('a member');
    await member.must(contract.countersignMinutes, { meetingId }, {});
    const after = await verb.roomAt(cast.chair, meetingId);
    expect(after.countersigned).toEqual([{ person: county.person('voter', LUOJIANG, 0), on }]);
    expect([after.agenda, after.signedBy]).toEqual([room.agenda, room.signedBy]);
    const paper = await cast.officer.fetch(`/api/meetings/${meetingId}/papers/minutes`);
    expect([paper.status, paper.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });

  it('一人一票：第二票、没有到会的人的票被拒绝；同时投的票都算数；重复提交只记一次', async () => {
    const caseId = await newCase();
    const meetingId = await convene(caseId, 0, 1, 2);
    await verb.openVoting([cast.chair], meetingId, caseId);
    const { proposalHash } = await itemOf(cast.chair, meetingId, caseId);
    const vote = { caseId, proposalHash, choice: 'agree', opinion: '' };
    const [first, second, third, away] = cast.voters as [Desk, Desk, Desk, Desk];
    const key = randomUUID();
    const replies = await Promise.all([
      first.give(contract.castVote, { meetingId }, vote, { key }),
      first.give(contract.castVote, { meetingId }, vote, { key }),
      second.give(contract.castVote, { meetingId }, vote),
      third.give(contract.castVote, { meetingId }, vote),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await itemOf(cast.chair, meetingId, caseId)).toMatchObject({ voted: 3 });
    const again = { ...vote, choice: 'abstain' };
    expect(await refusalOf(first, contract.castVote, meetingId, again)).toEqual([
      409,
      'vote-already-cast',
    ]);
    expect(await refusalOf(away, contract.castVote, meetingId, vote)).toEqual([409, 'not-a-voter']);
    const unexplained = { ...vote, choice: 'disagree', opinion: '' };
    const reply = await cast.chair.give(contract.castVote, { meetingId }, unexplained);
    expect(reply.status).toBe(400);
  });

  it('近亲属成员看不到该案：办件查不到，议程上没有内容，不能表决，表决人数不含本人', async () => {
    const caseId = await newCase();
    const kin = county.person('voter', LUOJIANG, 0);
    const [desk] = cast.voters as [Desk];
    await appendToCase(county, caseId, VILLAGE, {
      type: 'RegisterMatched',
      hits: [
        {
          entryId: 'entry',
          officialName: '钱演田',
          position: '副镇长',
          person: kin,
          memberId: 'm1',
          relation: 'sibling',
          through: 'registered-relative',
        },
      ],
    });
    county.clock.set(on);
    await countyVisit(cast.inspector, caseId, { on });
    const meetingId = await convene(caseId, 0, 1, 2, 3);
    expect((await desk.ask(caseView, { caseId })).status).toBe(404);
    expect((await desk.ask(caseList, {})).body.cases.map((each) => each.caseId)).not.toContain(
      caseId,
    );
    expect(await itemOf(desk, meetingId, caseId)).toMatchObject({ facts: null, suggested: [] });
    expect((await itemOf(cast.secretary, meetingId, caseId)).suggested).toMatchObject([
      { person: kin, certain: true },
    ]);
    await verb.openVoting([cast.chair], meetingId, caseId);
    const item = await itemOf(desk, meetingId, caseId);
    expect(item.voters).not.toContain(kin);
    expect(item).toMatchObject({ facts: null, iMayVote: false, recusals: [{ person: kin }] });
    const { proposalHash } = item;
    const vote = { caseId, proposalHash, choice: 'agree', opinion: '' };
    expect(await refusalOf(desk, contract.castVote, meetingId, vote)).toEqual([
      409,
      'voter-recused',
    ]);
  });

  it('法定人数：应到五人只到两人，不能表决', async () => {
    const caseId = await newCase();
    const meetingId = await convene(caseId, 0);
    const refused = await refusalOf(cast.chair, contract.openVoting, meetingId, { caseId });
    expect(refused).toEqual([409, 'quorum-lost']);
  });

  it('表决中有人离席：中止表决、更正到会、重新表决，原来的票作废', async () => {
    const caseId = await newCase();
    const meetingId = await convene(caseId, 0, 1, 2);
    await verb.openVoting([cast.chair], meetingId, caseId);
    await verb.castVote(cast.chair, meetingId, caseId, 'disagree');
    const because = '一名成员因急事离席';
    await cast.chair.must(contract.stopVoting, { meetingId }, { caseId, because });
    await verb.recordAttendance(sitting(0, 1), meetingId);
    await verb.openVoting([cast.chair], meetingId, caseId);
    expect(await itemOf(cast.chair, meetingId, caseId)).toMatchObject({ voted: 0, iVoted: false });
    for (const desk of [cast.chair, ...cast.voters]) await verb.castVote(desk, meetingId, caseId);
    await verb.closeVoting(cast.secretary, meetingId, caseId);
    expect(await itemOf(cast.chair, meetingId, caseId)).toMatchObject({
      resolution: 'approve',
      tally: { for: 3, against: 0, abstain: 0 },
    });
  });

  it('退回：初审意见作废，重新形成并再次公示后才能再上会', async () => {
    const caseId = await newCase();
    county.clock.set(on);
    const meetingId = await convene(caseId, 0, 1, 2, 3);
    await verb.openVoting([cast.chair], meetingId, caseId);
    for (const [nth, desk] of [cast.chair, ...cast.voters].entries()) {
      await verb.castVote(desk, meetingId, caseId, nth < 3 ? 'disagree' : 'agree');
    }
    const { version } = await verb.roomAt(cast.secretary, meetingId);
    const unexplained = await cast.secretary.give(
      contract.closeVoting,
      { meetingId },
      { caseId, reason: '会议研究同意办理' },
      { ifMatch: version },
    );
    expect(unexplained.body).toMatchObject({ code: 'return-reason-missing' });
    await verb.closeVoting(cast.secretary, meetingId, caseId, '子女收入需要核实');
    await verb.signMinutes([cast.secretary, cast.chair], meetingId);
    const paper = await cast.secretary.fetch(`/api/meetings/${meetingId}/papers/minutes`);
    const words = (await textOf(paper.bytes)).replaceAll(/\s/g, '');
    expect(words).toContain('退回补充调查。会议意见：子女收入需要核实');
    expect(words).not.toContain('会议研究同意办理');
    const { state } = await seen(cast.officer, caseId);
    expect(state.assessment.opinion).toBeNull();
    expect(state.deliberation.deliberations.at(-1)).toMatchObject({ resolution: 'return' });
    await assessAndOpine(cast.officer, caseId);
    const again = await verb.callMeeting(sitting(0, 1, 2, 3));
    await expect(verb.listCase(cast.secretary, again, caseId)).rejects.toThrow(/case-not-ready/);
    const { notReady } = (await cast.secretary.ask(contract.meetingCandidates, {})).body;
    expect(notReady.find((each) => each.caseId === caseId)?.because).toContain('公示');
  });

  it('回避后不足三人：移送县级审核确认', async () => {
    const caseId = await newCase();
    const meetingId = await convene(caseId, 0, 1, 2, 3);
    for (const nth of [0, 1, 2]) {
      const desk = cast.voters[nth] as Desk;
      const { version, me } = await verb.roomAt(desk, meetingId);
      const body = { caseId, person: me, ground: '与申请人有利害关系' };
      await desk.must(contract.recuse, { meetingId }, body, { ifMatch: version });
    }
    expect(await verb.openVoting([cast.chair], meetingId, caseId)).toBe(false);
    const { summary } = (await cast.officer.ask(caseView, { caseId })).body;
    expect(summary).toMatchObject({ route: 'county', stages: ['county-review'] });
  });

  it('他乡镇看不到会议，也不能列他乡镇的办件；岗位不符的不能召集；版本过时的被告知', async () => {
    const caseId = await newCase();
    county.clock.set(on);
    const meetingId = await verb.callMeeting(sitting(0, 1, 2, 3));
    const outsider = await county.desk('secretary', PANSHI);
    expect((await outsider.ask(contract.meetingView, { meetingId })).status).toBe(404);
    const theirs = await outsider.give(
      contract.listCase,
      { meetingId },
      { caseId },
      { ifMatch: 1 },
    );
    expect(theirs.status).toBe(404);
    const { caseId: foreign } = await acceptedCase(county, `${PANSHI}200`, plainDays.accepted);
    const listed = await cast.secretary.give(
      contract.listCase,
      { meetingId },
      { caseId: foreign },
      { ifMatch: 1 },
    );
    expect(listed.status).toBe(404);
    const wrong = await cast.officer.give(
      contract.listCase,
      { meetingId },
      { caseId },
      { ifMatch: 1 },
    );
    expect(wrong.status).toBe(403);
    await verb.listCase(cast.secretary, meetingId, caseId);
    const stale = await cast.secretary.give(
      contract.delistCase,
      { meetingId },
      { caseId, because: '家庭要求' },
      { ifMatch: 1 },
    );
    expect([stale.status, stale.body['changed']]).toMatchObject([412, [{ title: '列入议程' }]]);
    const empty = await refusalOf(cast.chair, contract.signMinutes, meetingId, {});
    expect(empty).toEqual([409, 'attendance-missing']);
  });
});
