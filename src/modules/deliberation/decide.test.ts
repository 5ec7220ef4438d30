import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { addDays } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import * as decide from './decide.ts';
import { evolveMeeting, type MeetingEvent, type MeetingState } from './meeting.ts';
import {
  after,
  attended,
  call,
  called,
  candidate,
  cast,
  CASE,
  CHAIR,
  closed,
  DAY,
  given,
  HASH,
  listed,
  MEMBERS,
  opened,
  OTHER,
  parameter,
  people,
  RECORDER,
  recused,
  room,
  votes,
} from './meeting.fixture.ts';
import { type DeliberationRefusal, refusals } from './refusal.ts';
import * as vote from './vote.ts';

const tested = new Set<string>();

function codeOf(decision: Decision<MeetingEvent, DeliberationRefusal>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  expect(decision.refusal.citation.source).not.toBe('');
  return decision.refusal.code;
}

function eventsOf(decision: Decision<MeetingEvent, DeliberationRefusal>) {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events;
}

const ended = after(called, attended(...MEMBERS), { type: 'MeetingEnded' });

describe('实施方案四 召集党委会或者办公会', () => {
  const callGiven = { ...given(RECORDER), number: '罗江镇会〔2026〕1号', people };
  const callWith = (changed: Partial<Parameters<typeof decide.callMeeting>[0]>) =>
    codeOf(decide.callMeeting({ ...call, ...changed }, after(), callGiven));

  it('应到会成员为本级全部有表决权的成员，按提交的次序列名', () => {
    const [event] = eventsOf(decide.callMeeting(call, after(), callGiven));
    expect(event).toMatchObject({ type: 'MeetingCalled', number: callGiven.number, chair: CHAIR });
    expect(event).toHaveProperty('entitled.0', { person: CHAIR, name: CHAIR });
  });
  it('已经召集的会议不能重新登记名单', () => {
    const again = decide.callMeeting(call, after(called), callGiven);
    expect(codeOf(again)).toBe('meeting-already-called');
  });
  it('会议可以在当天召集，不能在过去的日期召集', () => {
    expect(callWith({ on: DAY })).toBeNull();
    expect(callWith({ on: addDays(DAY, -1) })).toBe('meeting-in-the-past');
  });
  it('最远可以召集60天以后的会议，第61天不可以', () => {
    expect(callWith({ on: addDays(DAY, 60) })).toBeNull();
    expect(callWith({ on: addDays(DAY, 61) })).toBe('meeting-too-far');
  });
  it('没有表决权的人不能列为应到会成员', () => {
    expect(callWith({ entitled: [...MEMBERS, 'stranger'] })).toBe('person-not-entitled');
    expect(callWith({ entitled: [...MEMBERS, RECORDER] })).toBe('person-not-entitled');
  });
  it('不能漏列有表决权的成员', () => {
    expect(callWith({ entitled: MEMBERS.slice(1), chair: 'v1' })).toBe('member-left-out');
  });
  it('有表决权的成员三人可以召集，两人不可以', () => {
    const callBy = (...members: string[]) => {
      const few = people.filter(
        (each) => members.includes(each.person) || each.role === 'secretary',
      );
      const command = { ...call, entitled: members };
      return codeOf(decide.callMeeting(command, after(), { ...callGiven, people: few }));
    };
    expect(callBy(CHAIR, 'v1', 'v2')).toBeNull();
    expect(callBy(CHAIR, 'v1')).toBe('too-few-entitled');
  });
  it('主持人应当有表决权', () => {
    expect(callWith({ chair: RECORDER })).toBe('chair-not-entitled');
  });
  it('记录人不参加表决，并且应当是会议秘书', () => {
    expect(callWith({ recorder: 'v1' })).toBe('recorder-votes');
    expect(callWith({ recorder: 'stranger' })).toBe('recorder-not-secretary');
  });
});

describe('实施方案四 列入议程', () => {
  const list = (state: MeetingState, changed: Partial<decide.Candidate> = {}) =>
    decide.listCase({ caseId: CASE }, state, { ...candidate, ...changed });

  it('公示期满无异议、核对有效的办件可以列入', () => {
    expect(eventsOf(list(after(called)))).toEqual([listed()]);
  });
  it('尚未召集或者已经结束的会议不能列入', () => {
    expect(codeOf(list(after()))).toBe('meeting-unknown');
    expect(codeOf(list(ended))).toBe('meeting-ended');
  });
  it('同一办件不能列入两次', () => {
    expect(codeOf(list(after(called, listed())))).toBe('case-already-listed');
  });
  it('县级审核确认的办件不列入乡镇会议', () => {
    expect(codeOf(list(after(called), { route: 'county' }))).toBe('case-with-county');
  });
  it('前面的环节没有办完的不能列入，并说明缺什么', () => {
    const answer = list(after(called), { notReady: '公示：公示期内' });
    expect(codeOf(answer)).toBe('case-not-ready');
    expect(answer).toHaveProperty('refusal.message', expect.stringContaining('公示：公示期内'));
  });
  it('只有尚未表决的办件可以移出议程', () => {
    const delist = (state: MeetingState) =>
      decide.delistCase({ caseId: CASE, because: '家庭撤回' }, state);
    expect(eventsOf(delist(room()))[0]?.type).toBe('CaseDelisted');
    expect(codeOf(delist(after(called)))).toBe('case-not-listed');
    expect(codeOf(delist(after(called, listed(), opened())))).toBe('voting-already-open');
    expect(codeOf(delist(ended))).toBe('meeting-ended');
  });
});

describe('会议记录 到会和缺席', () => {
  const record = (
    state: MeetingState,
    present: readonly string[],
    absent: readonly string[],
    today = DAY,
  ) =>
    decide.recordAttendance(
      { present, absent: absent.map((person) => ({ person, reason: '出差' })), sittingIn: [] },
      state,
      given(RECORDER, { today }),
    );
  const some = MEMBERS.slice(0, 3);
  const rest = MEMBERS.slice(3);

  it('每名应到会成员或者到会，或者写明缺席原因', () => {
    expect(codeOf(record(after(called), some, rest))).toBeNull();
    expect(codeOf(record(after(called), some, []))).toBe('absence-unexplained');
    expect(codeOf(record(after(called), some, [...rest, 'v1']))).toBe('absence-unexplained');
    expect(codeOf(record(after(called), some, [...rest, 'stranger']))).toBe('person-not-entitled');
  });
  it('只在开会当天登记', () => {
    expect(codeOf(record(after(called), some, rest, addDays(DAY, -1)))).toBe('not-the-meeting-day');
  });
  it('正在表决时不能更改，两案之间可以', () => {
    const voting = after(called, listed(), attended(...MEMBERS), opened());
    expect(codeOf(record(voting, some, rest))).toBe('attendance-during-voting');
    expect(codeOf(record(after(called, listed(), opened(), closed()), some, rest))).toBeNull();
  });
  it('表决后离席的人仍计入到会；表决前更正的不计入', () => {
    const left = after(
      called,
      listed(),
      attended(...MEMBERS),
      opened(),
      closed(),
      attended(...some),
    );
    expect(left.attended).toEqual(MEMBERS);
    expect(after(called, attended(...MEMBERS), attended(...some)).attended).toEqual(some);
  });
});

describe('《公务员法》第七十六条、第七十七条 回避', () => {
  const ground = '与申请人系同胞兄弟';
  const recuse = (state: MeetingState, person: string, by: string) =>
    decide.recuse({ caseId: CASE, person, ground }, state, given(by));

  it('成员本人申请回避，主持人、秘书可以登记他人反映的情形', () => {
    expect(eventsOf(recuse(room(), 'v1', 'v1'))).toMatchObject([{ found: 'self' }]);
    expect(eventsOf(recuse(room(), 'v1', RECORDER))).toMatchObject([{ found: 'request' }]);
    expect(eventsOf(recuse(room(), 'v1', CHAIR))).toMatchObject([{ found: 'request' }]);
  });
  it('成员不能替其他成员登记回避', () => {
    expect(codeOf(recuse(room(), 'v1', 'v2'))).toBe('recusal-for-another');
  });
  it('不重复登记；不是成员的、不在议程的、已开始表决的不登记', () => {
    const again = after(called, listed(), recused('v1'));
    expect(codeOf(recuse(again, 'v1', 'v1'))).toBe('already-recused');
    expect(codeOf(recuse(room(), 'stranger', RECORDER))).toBe('person-not-entitled');
    expect(codeOf(recuse(after(called), 'v1', 'v1'))).toBe('case-not-listed');
    const voting = after(called, listed(), opened());
    expect(codeOf(recuse(voting, 'v1', 'v1'))).toBe('voting-already-open');
  });
});

describe('实施方案四 逐案表决', () => {
  type Changed = Partial<decide.Candidate> & {
    found?: readonly string[];
    by?: string;
    today?: typeof DAY;
    procedure?: ReturnType<typeof parameter>;
  };
  const open = (state: MeetingState, changed: Changed = {}) => {
    const { by = CHAIR, found = [], today = DAY, procedure = {}, ...more } = changed;
    return vote.openVoting({ caseId: CASE }, state, {
      ...given(by, { today, procedure }),
      ...candidate,
      ...more,
      found: found.map((person) => ({ caseId: CASE, person, ground: '近亲属', found: 'register' })),
    });
  };

  it('到会的成员都有表决权', () => {
    expect(eventsOf(open(room()))).toEqual([opened()]);
  });
  it('未登记到会、不在开会当天、不在议程、已有结果的不能表决', () => {
    expect(codeOf(open(after(called, listed())))).toBe('attendance-missing');
    expect(codeOf(open(room(), { today: addDays(DAY, 1) }))).toBe('not-the-meeting-day');
    expect(codeOf(open(after(called, attended(...MEMBERS))))).toBe('case-not-listed');
    expect(codeOf(open(after(called, listed(), opened(), closed())))).toBe('voting-already-open');
    expect(codeOf(open(ended))).toBe('meeting-ended');
  });
  it('一案表决结束后才能表决下一案', () => {
    const events = [called, listed(), listed(OTHER), attended(...MEMBERS), opened(MEMBERS, OTHER)];
    expect(codeOf(open(after(...events)))).toBe('other-case-being-voted');
    expect(codeOf(open(after(...events, closed(OTHER))))).toBeNull();
  });
  it('列入后收到投诉、改由县级或者初审意见有变化的，不能表决', () => {
    expect(codeOf(open(room(), { notReady: '县级核查：等待县级入户核查' }))).toBe('case-not-ready');
    expect(codeOf(open(room(), { route: 'county' }))).toBe('case-with-county');
    const item = { ...candidate.item, proposalHash: 'b'.repeat(64) };
    expect(codeOf(open(room(), { item }))).toBe('proposal-changed');
  });
  it('应到五人：到三人超过半数，可以表决；到两人不可以', () => {
    expect(codeOf(open(room(CHAIR, 'v1', 'v2')))).toBeNull();
    expect(codeOf(open(room(CHAIR, 'v1')))).toBe('quorum-lost');
  });
  it('应到会恰好一半不算过半数；地方规定为达到一半的，可以', () => {
    const state = after(called, listed(), attended(CHAIR, 'v1', 'v2'), recused('v4'));
    const half = after(called, listed(), attended(CHAIR, 'v1'), recused('v4'));
    const two = parameter('fewestVoters', 2);
    const atLeastHalf = parameter('quorum', { is: 'atLeast', of: [1, 2] });
    expect(codeOf(open(state))).toBeNull();
    expect(codeOf(open(half, { procedure: two }))).toBe('quorum-lost');
    expect(codeOf(open(half, { procedure: { ...two, ...atLeastHalf } }))).toBeNull();
  });
  it('规定三分之二到会的，五人到四人可以，到三人不可以', () => {
    const procedure = parameter('quorum', { is: 'atLeast', of: [2, 3] });
    expect(codeOf(open(room(CHAIR, 'v1', 'v2', 'v3'), { procedure }))).toBeNull();
    expect(codeOf(open(room(CHAIR, 'v1', 'v2'), { procedure }))).toBe('quorum-lost');
  });
  it('登记册查到的近亲属和经办过该案的成员，表决开始时自动回避', () => {
    const events = eventsOf(open(room(), { found: ['v1'] }));
    expect(events).toMatchObject([
      { type: 'MemberRecused', person: 'v1' },
      { type: 'VotingOpened', voters: [CHAIR, 'v2', 'v3', 'v4'] },
    ]);
  });
  it('已经申请回避的不再登记一次', () => {
    const state = after(called, listed(), attended(...MEMBERS), recused('v1'));
    expect(eventsOf(open(state, { found: ['v1'] }))).toHaveLength(1);
  });
  it('回避后还有三名有表决权的成员，乡镇表决；只剩两名，移送县级', () => {
    const three = eventsOf(open(room(), { found: ['v1', 'v2'] }));
    expect(three.at(-1)).toMatchObject({ type: 'VotingOpened', voters: [CHAIR, 'v3', 'v4'] });
    const two = eventsOf(open(room(), { found: ['v1', 'v2', 'v3'] }));
    expect(two.at(-1)).toMatchObject({ type: 'VotingClosed', resolution: 'to-county', votes: [] });
  });
  it('有资格的成员够三名、只是有人没到会的，补足人数再表决，不移送县级', () => {
    const state = room(CHAIR, 'v1', 'v3');
    expect(codeOf(open(state, { found: ['v1'] }))).toBe('quorum-lost');
  });
  it('主持人缺席或者回避的，由到会成员中排名在前的主持', () => {
    const absent = room('v1', 'v2', 'v3');
    expect(codeOf(open(absent, { by: 'v2' }))).toBe('not-presiding');
    expect(codeOf(open(absent, { by: 'v1' }))).toBeNull();
    expect(codeOf(open(room(), { by: CHAIR, found: [CHAIR] }))).toBe('not-presiding');
    expect(codeOf(open(room(), { by: 'v1', found: [CHAIR] }))).toBeNull();
  });
});

describe('投票和结束表决', () => {
  const voting = after(called, listed(), attended(...MEMBERS), opened());
  const sealed = { cipher: 'x', tail: '', index: '' };
  const castBy = (person: string, state = voting, proposalHash = HASH, today = DAY) =>
    vote.castVote({ caseId: CASE, proposalHash }, state, {
      ...given(person, { today }),
      vote: sealed,
    });
  const close = (
    state: MeetingState,
    opinions: ReturnType<typeof votes>,
    by = RECORDER,
    returnReason = '收入没有核实',
  ) =>
    vote.closeVoting({ caseId: CASE, reason: '逐案研究', returnReason }, state, {
      ...given(by),
      opened: opinions,
      caseClosed: false,
    });
  const everybody = MEMBERS.map((person) => cast(person));
  const full = after(called, listed(), attended(...MEMBERS), opened(), ...everybody);

  it('表决中的成员各投一票，不能再投', () => {
    expect(codeOf(castBy('v1'))).toBeNull();
    const once = after(called, listed(), attended(...MEMBERS), opened(), cast('v1'));
    expect(codeOf(castBy('v1', once))).toBe('vote-already-cast');
    expect(codeOf(castBy('v2', once))).toBeNull();
  });
  it('未开始表决、回避的、未到会的、隔天的、看到的不是同一意见的，不能投票', () => {
    expect(codeOf(castBy('v1', room()))).toBe('voting-not-open');
    const without = after(
      called,
      listed(),
      attended(...MEMBERS),
      recused('v1'),
      opened([CHAIR, 'v2', 'v3']),
    );
    expect(codeOf(castBy('v1', without))).toBe('voter-recused');
    expect(codeOf(castBy('v4', without))).toBe('not-a-voter');
    expect(codeOf(castBy('v1', voting, HASH, addDays(DAY, 1)))).toBe('not-the-meeting-day');
    expect(codeOf(castBy('v1', voting, 'b'.repeat(64)))).toBe('proposal-changed');
    expect(codeOf(castBy('v1', ended))).toBe('meeting-ended');
  });
  it('还有一人没有投票，不能结束', () => {
    expect(
      codeOf(close(voting, votes({ chair: 'agree', v1: 'agree', v2: 'agree', v3: 'agree' }))),
    ).toBe('votes-missing');
    expect(codeOf(close(room(), []))).toBe('voting-not-open');
  });
  it('应到五人：三票同意超过半数，通过；两票同意不通过，退回核查', () => {
    const three = {
      chair: 'agree',
      v1: 'agree',
      v2: 'agree',
      v3: 'disagree',
      v4: 'abstain',
    } as const;
    expect(eventsOf(close(full, votes(three)))).toMatchObject([
      { resolution: 'approve', tally: { for: 3, against: 1, abstain: 1 } },
    ]);
    const two = { ...three, v2: 'abstain' } as const;
    expect(eventsOf(close(full, votes(two)))).toMatchObject([{ resolution: 'return' }]);
  });
  it('没有通过的，先知道票数、再写明退回的理由；事先写的会议意见不作退回的理由', () => {
    const lost = { chair: 'agree', v1: 'agree', v2: 'disagree', v3: 'disagree', v4: 'disagree' };
    const all = votes(lost as Parameters<typeof votes>[0]);
    const unexplained = close(full, all, RECORDER, '');
    expect(codeOf(unexplained)).toBe('return-reason-missing');
    expect(unexplained).toHaveProperty(
      'refusal.message',
      expect.stringContaining('同意2票，不同意3票，弃权0票'),
    );
    expect(eventsOf(close(full, all))).toMatchObject([
      { resolution: 'return', reason: '收入没有核实' },
    ]);
    const won = votes({ ...lost, v2: 'agree' } as Parameters<typeof votes>[0]);
    expect(eventsOf(close(full, won, RECORDER, ''))).toMatchObject([
      { resolution: 'approve', reason: '逐案研究' },
    ]);
  });
  it('应到四人（一人回避）：两票恰好一半，不通过；三票通过', () => {
    const four = MEMBERS.slice(0, 4);
    const state = after(
      called,
      listed(),
      attended(...MEMBERS),
      recused('v4'),
      opened(four),
      ...four.map((person) => cast(person)),
    );
    const two = { chair: 'agree', v1: 'agree', v2: 'abstain', v3: 'abstain' } as const;
    expect(eventsOf(close(state, votes(two)))).toMatchObject([{ resolution: 'return' }]);
    const three = { ...two, v2: 'agree' } as const;
    expect(eventsOf(close(state, votes(three)))).toMatchObject([{ resolution: 'approve' }]);
  });
  it('办件在表决中终止的，不再形成决议', () => {
    const all = votes({ chair: 'agree', v1: 'agree', v2: 'agree', v3: 'agree', v4: 'agree' });
    const body = { caseId: CASE, reason: '逐案研究', returnReason: '' };
    const answer = vote.closeVoting(body, full, {
      ...given(CHAIR),
      opened: all,
      caseClosed: true,
    });
    expect(codeOf(answer)).toBe('case-not-ready');
  });
  it('结束和中止表决由本案主持人或者记录人办理', () => {
    const stop = (state: MeetingState, by: string) =>
      vote.stopVoting({ caseId: CASE, because: '有成员离席' }, state, {
        ...given(by),
        caseClosed: false,
      });
    expect(codeOf(stop(voting, 'v1'))).toBe('not-presiding');
    expect(codeOf(close(full, [], 'v1'))).toBe('not-presiding');
    expect(codeOf(stop(room(), CHAIR))).toBe('voting-not-open');
    expect(eventsOf(stop(voting, CHAIR))).toMatchObject([{ type: 'VotingStopped' }]);
  });
  it('全部投票后不能中止，差一票时可以；中止后票作废，办件回到议程；家庭已撤回申请的也可以', () => {
    const stop = (state: MeetingState, caseClosed = false) =>
      vote.stopVoting({ caseId: CASE, because: '有成员离席' }, state, {
        ...given(RECORDER),
        caseClosed,
      });
    expect(codeOf(stop(full))).toBe('votes-complete');
    expect(codeOf(stop(full, true))).toBeNull();
    const [stopped] = eventsOf(stop(voting));
    const again = after(
      called,
      listed(),
      attended(...MEMBERS),
      opened(),
      cast('v1'),
      ...[stopped].flatMap((e) => e ?? []),
    );
    expect(again.agenda).toMatchObject([{ status: 'listed', sealed: [], voters: [] }]);
  });
});

describe('会议记录 签署', () => {
  const done = after(called, listed(), attended(...MEMBERS), opened(), closed());
  it('有人签字以后，不能再列入办件、更改到会情况；签字以前可以', () => {
    const events = [called, listed(), attended(...MEMBERS), opened(), closed()];
    const once = after(...events, [{ type: 'MinutesSigned' }, CHAIR]);
    const add = (state: MeetingState) => decide.listCase({ caseId: OTHER }, state, candidate);
    const present = { present: MEMBERS, absent: [], sittingIn: [] };
    const note = (state: MeetingState) => decide.recordAttendance(present, state, given(RECORDER));
    expect([codeOf(add(done)), codeOf(note(done))]).toEqual([null, null]);
    expect([codeOf(add(once)), codeOf(note(once))]).toEqual(['minutes-closed', 'minutes-closed']);
  });
  const sign = (state: MeetingState, by: string) => decide.signMinutes({}, state, given(by));

  it('主持人和记录人都签署后，会议结束', () => {
    expect(eventsOf(sign(done, CHAIR))).toHaveLength(1);
    const once = after(called, listed(), attended(...MEMBERS), opened(), closed(), [
      { type: 'MinutesSigned' },
      CHAIR,
    ]);
    expect(eventsOf(sign(once, RECORDER)).at(-1)).toEqual({ type: 'MeetingEnded' });
    expect(codeOf(sign(once, CHAIR))).toBe('minutes-already-signed');
  });
  it('其他成员不签署；主持人缺席的，由代为主持的成员签署', () => {
    expect(codeOf(sign(done, 'v1'))).toBe('not-a-signatory');
    const without = after(called, attended('v1', 'v2', 'v3'));
    expect(codeOf(sign(without, CHAIR))).toBe('not-a-signatory');
    expect(codeOf(sign(without, 'v1'))).toBeNull();
  });
  it('议程没有研究完、没有登记到会的，不能签署', () => {
    expect(codeOf(sign(room(), CHAIR))).toBe('agenda-unfinished');
    expect(codeOf(sign(after(called), CHAIR))).toBe('attendance-missing');
    expect(codeOf(sign(after(), CHAIR))).toBe('meeting-unknown');
  });
});

describe('JT-07 其他到会成员会后补签，记录不变', () => {
  const over = after(
    ...[called, listed(), attended('v1', 'v2', CHAIR), opened(), closed()],
    [{ type: 'MinutesSigned' }, CHAIR],
    { type: 'MinutesSigned' },
    { type: 'MeetingEnded' },
  );
  const sign = (state: MeetingState, by: string, today = DAY) =>
    codeOf(decide.countersignMinutes({}, state, given(by, { today })));

  it('会议结束以前、取消的会议、没有召集的不能补签', () => {
    expect(sign(after(called, attended('v1', CHAIR)), 'v1')).toBe('minutes-not-signed');
    expect(sign(after(called, { type: 'MeetingCalledOff', reason: '开不成' }), 'v1')).toBe(
      'meeting-called-off',
    );
    expect(sign(after(), 'v1')).toBe('meeting-unknown');
  });
  it('到会的成员签一次；没有到会的、主持人不再签', () => {
    expect(sign(over, 'v1')).toBeNull();
    expect(sign(over, 'v4')).toBe('not-at-the-meeting');
    expect(sign(over, CHAIR)).toBe('minutes-already-signed');
    const signed = evolveMeeting(
      over,
      { type: 'MinutesCountersigned' },
      { seq: 9, actor: 'v1', post: '', occurredOn: DAY, recordedAt: instant(0) },
    );
    expect(sign(signed, 'v1')).toBe('minutes-already-signed');
    expect(signed).toEqual({ ...over, countersigned: [{ person: 'v1', on: DAY }] });
  });
  it('会后第七天还可以签，第八天不能', () => {
    expect(sign(over, 'v1', addDays(DAY, 7))).toBeNull();
    expect(sign(over, 'v1', addDays(DAY, 8))).toBe('countersign-late');
  });
});

describe('会议开不成的，取消会议', () => {
  const off = (state: MeetingState, hasReports = false) =>
    codeOf(decide.callOffMeeting({ reason: '成员都在抗洪一线' }, state, { hasReports }));
  const calledOff = after(called, listed(), {
    type: 'MeetingCalledOff',
    reason: '成员都在抗洪一线',
  });

  it('没有人到会的会议可以取消，议程清空，写明理由和件数', () => {
    expect(off(after(called, listed()))).toBeNull();
    expect(calledOff).toMatchObject({ agenda: [], calledOff: { cases: 1, by: RECORDER } });
  });
  it('一名成员也没有到会的，不登记到会', () => {
    const absent = MEMBERS.map((person) => ({ person, reason: '在抗洪一线' }));
    const command = { present: [], absent, sittingIn: [] };
    expect(codeOf(decide.recordAttendance(command, after(called), given(RECORDER)))).toBe(
      'nobody-present',
    );
  });
  it('正在表决、已有结果的，不能取消', () => {
    expect(off(room())).toBeNull();
    const open = after(called, listed(), attended(...MEMBERS), opened());
    expect(off(open)).toBe('meeting-has-results');
    const done = after(called, listed(), attended(...MEMBERS), opened(), closed());
    expect(off(done)).toBe('meeting-has-results');
  });
  it('已有先行救助向它报告的，不能取消', () => {
    expect(off(room(), true)).toBe('meeting-has-reports');
  });
  it('取消以后不能再办，也不能再取消；没有召集、已经结束的不能取消', () => {
    expect(off(calledOff)).toBe('meeting-called-off');
    expect(codeOf(decide.signMinutes({}, calledOff, given(CHAIR)))).toBe('meeting-called-off');
    expect(off(after())).toBe('meeting-unknown');
    expect(off(ended)).toBe('meeting-ended');
  });
});

describe('JT-01 由县里规定哪种会议集体研究', () => {
  const callGiven = { number: '罗江镇会〔2026〕1号', people };
  const kindCalled = (kind: typeof call.kind | 'review-group', bodies?: (typeof kind)[]) => {
    const procedure = bodies ? parameter('meetingBodies', bodies) : {};
    const all = { ...given(RECORDER, { procedure }), ...callGiven };
    return codeOf(decide.callMeeting({ ...call, kind }, after(), all));
  };
  it('县里没有规定的会议形式不能用；规定了的可以', () => {
    expect(kindCalled('office-meeting')).toBeNull();
    expect(kindCalled('review-group')).toBe('body-not-set');
    expect(kindCalled('review-group', ['review-group'])).toBeNull();
    expect(kindCalled('office-meeting', ['review-group'])).toBe('body-not-set');
  });
});

describe('会议的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted());
  });
});
