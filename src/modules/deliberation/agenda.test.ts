import { describe, expect, it } from 'vitest';
import { caseWithout, TODAY } from '../confirmation/decidable.fixture.ts';
import { recusalsFound } from './agenda.ts';
import { CASE, room } from './meeting.fixture.ts';

describe('公务员法第七十六条：回避到底', () => {
  const returned = (recused: readonly string[]) =>
    caseWithout(
      ['meeting'],
      [
        {
          type: 'Deliberated',
          deliberation: {
            ...{ meetingId: 'meeting-0', resolution: 'return', proposalHash: 'b'.repeat(64) },
            ...{ tally: { for: 0, against: 3, abstain: 0 }, dissent: [], reason: '退回核查' },
            ...{ voters: ['v2', 'v3', 'chair'], recused },
          },
        },
        'chair',
        TODAY,
      ],
    );

  it('上次会议回避本案的成员，再次研究本案仍须回避；没有回避过的不受影响', () => {
    expect(recusalsFound(CASE, returned(['v1']), room())).toEqual([
      { caseId: CASE, person: 'v1', ground: '此前的会议上已经回避本案', found: 'request' },
    ]);
    expect(recusalsFound(CASE, returned([]), room())).toEqual([]);
  });
});
