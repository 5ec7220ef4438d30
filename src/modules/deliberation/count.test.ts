import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electorate, hasQuorum, reaches, resolutionOf, tallyOf } from './count.ts';
import { after, attended, called, given, parameter } from './meeting.fixture.ts';
import type { Choice, MeetingEvent, OpenedVote } from './meeting.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
const { procedure } = given('chair');

function meetingOf(members: readonly string[], present: readonly string[]) {
  const entitled = members.map((person) => ({ person, name: person }));
  const call = { ...called, entitled, chair: members[0] ?? '' } as MeetingEvent;
  return after(call, { ...attended(), present: [...present] } as MeetingEvent);
}

const picked = (members: readonly string[], bits: number) =>
  members.filter((_, index) => (bits >> index) & 1);

/**
 * The law once more, by another way: fractions as decimals of small whole numbers, sets as bit masks. Members who
 * leave the case count nowhere; more than half of the rest must be there, never fewer than three voters.
 */
function model(size: number, present: number, recused: number) {
  const ones = (bits: number) => bits.toString(2).replaceAll('0', '').length;
  const all = 2 ** size - 1;
  const eligible = ones(all & ~recused);
  const voting = ones(present & ~recused);
  return { eligible, voting, quorum: voting / eligible > 0.5 && voting > 2 };
}

describe('表决人数：n≤9 时的每一种到会和回避', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('%i 人：全部到会组合和全部回避组合与独立模型一致', (size) => {
    const members = names(size);
    for (let present = 0; present < 2 ** size; present += 1) {
      const meeting = meetingOf(members, picked(members, present));
      for (let recused = 0; recused < 2 ** size; recused += 1) {
        const electors = electorate(meeting, picked(members, recused), procedure);
        const expected = model(size, present, recused);
        expect([electors.voters.length, electors.eligible, hasQuorum(electors, procedure)]).toEqual(
          [expected.voting, expected.eligible, expected.quorum],
        );
      }
    }
  });

  it.each([8, 9])('%i 人：全部到会组合，回避任意抽取', (size) => {
    const members = names(size);
    for (let present = 0; present < 2 ** size; present += 1) {
      const meeting = meetingOf(members, picked(members, present));
      const recused = (present * 2654435761) % 2 ** size;
      const electors = electorate(meeting, picked(members, recused), procedure);
      expect(hasQuorum(electors, procedure)).toBe(model(size, present, recused).quorum);
    }
  });

  it('回避的人既不在表决人数里，也不在应到人数里', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(), fc.nat(), (size, here, left) => {
        const members = names(size);
        const recused = picked(members, left % 2 ** size);
        const meeting = meetingOf(members, picked(members, here % 2 ** size));
        const electors = electorate(meeting, recused, procedure);
        expect(electors.voters.filter((each) => recused.includes(each))).toEqual([]);
        expect(electors.base).toBe(size - recused.length);
      }),
    );
  });

  it('地方规定回避的人仍计入应到人数的，到会的照计，但不表决', () => {
    const stays = { ...procedure, ...parameter('recusedLeaveBase', false) };
    const meeting = meetingOf(names(5), names(4));
    expect(electorate(meeting, ['m0'], stays)).toEqual({
      voters: ['m1', 'm2', 'm3'],
      base: 5,
      present: 4,
      eligible: 4,
    });
  });

  it('一个账号、一台设备不能凑成表决人数', () => {
    for (let size = 1; size <= 9; size += 1) {
      for (const one of names(size)) {
        const electors = electorate(meetingOf(names(size), [one]), [], procedure);
        expect(hasQuorum(electors, procedure)).toBe(false);
      }
    }
  });
});

describe('计票', () => {
  const choices: readonly Choice[] = ['agree', 'disagree', 'abstain'];
  const votesOf = (list: readonly Choice[]): OpenedVote[] =>
    list.map((choice, index) => ({ person: `m${index}`, choice, opinion: '' }));

  it('每票只计入一栏，总数等于票数', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...choices), { maxLength: 9 }), (list) => {
        const tally = tallyOf(votesOf(list));
        expect(tally.for + tally.against + tally.abstain).toBe(list.length);
        expect(tally.for).toBe(list.filter((each) => each === 'agree').length);
      }),
    );
  });

  it('赞成超过应到人数一半才通过：全部 3ⁿ 种投票（n≤7）', () => {
    for (let size = 3; size <= 7; size += 1) {
      for (let code = 0; code < 3 ** size; code += 1) {
        const list = Array.from({ length: size }, (_, index) => Math.floor(code / 3 ** index) % 3);
        const tally = tallyOf(votesOf(list.map((each) => choices[each] ?? 'abstain')));
        const resolution = resolutionOf('grant', tally, { base: size, present: size }, procedure);
        const ayes = list.filter((each) => each === 0).length;
        expect(resolution).toBe(ayes + ayes > size ? 'approve' : 'return');
      }
    }
  });

  it('多一票同意不会使通过变为不通过', () => {
    const outcome = (ayes: number, base: number) =>
      resolutionOf(
        'grant',
        { for: ayes, against: 0, abstain: 0 },
        { base, present: base },
        procedure,
      );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(39), (base, ayes) => {
        fc.pre(ayes < base);
        if (outcome(ayes, base) === 'approve') expect(outcome(ayes + 1, base)).toBe('approve');
      }),
    );
  });

  it('拟不予确认的通过即不予确认；没有通过的一律退回，会议不另定金额', () => {
    const electors = { base: 5, present: 5 };
    const pass = { for: 3, against: 2, abstain: 0 };
    expect(resolutionOf('refuse', pass, electors, procedure)).toBe('refuse');
    const fail = { for: 2, against: 3, abstain: 0 };
    expect(resolutionOf('refuse', fail, electors, procedure)).toBe('return');
  });

  it('以到会人数为基数的：应到五人、到会四人，三票通过，两票恰好一半不通过', () => {
    const rules = { ...procedure, ...parameter('majorityBase', 'present') };
    const electors = { base: 5, present: 4 };
    const with_ = (ayes: number) =>
      resolutionOf('grant', { for: ayes, against: 0, abstain: 4 - ayes }, electors, rules);
    expect(with_(3)).toBe('approve');
    expect(with_(2)).toBe('return');
  });

  it('三分之二：六人中四人达到，三人没有达到；“超过”与“达到”不同', () => {
    expect(reaches(4, 6, { is: 'atLeast', of: [2, 3] })).toBe(true);
    expect(reaches(3, 6, { is: 'atLeast', of: [2, 3] })).toBe(false);
    expect(reaches(4, 6, { is: 'moreThan', of: [2, 3] })).toBe(false);
    expect(reaches(5, 6, { is: 'moreThan', of: [2, 3] })).toBe(true);
  });
});
