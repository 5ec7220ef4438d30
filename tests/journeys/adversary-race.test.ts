import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, deliberated, plainDays, publicised } from '../../src/cli/demo/story.ts';
import {
  giveAuthority,
  instrumentVersion,
  resumeInstrument,
} from '../../src/cli/demo/verbs/delegation.ts';
import { callMeeting, roomAt } from '../../src/cli/demo/verbs/deliberation.ts';
import { versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { confirmDecision } from '../../src/modules/confirmation/contract.ts';
import {
  decisionsOutsideAuthority,
  suspendInstrument,
} from '../../src/modules/delegation/contract.ts';
import { listCase } from '../../src/modules/deliberation/contract.ts';
import { receiveObjection } from '../../src/modules/publicity/contract.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const VILLAGE = '511702102200';
const ROUNDS = 3;

describe('同时办理：先后分明，只有一个结果', () => {
  let county: County;
  let cast: Cast;
  let instrumentId: string;
  let number = 700;
  const family = () =>
    simpleFamily({
      number: (number += 1),
      village: VILLAGE,
      members: 1,
      monthlyIncome: fen(10_000),
    });
  const ready = async () => {
    const caseId = await publicised(cast, county.clock, family(), plainDays);
    await deliberated(cast, county.clock, caseId, plainDays);
    return caseId;
  };
  const eventsOf = async (caseId: string, type: string) =>
    read(county.app.context.database, SYSTEM, async (tx) => {
      const found = await sql`
        select 1 from event where stream = ${`case:${caseId}`} and type = ${type}`.execute(tx);
      return found.rows.length;
    });
  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    cast = county.cast(LUOJIANG);
    const second = await county.desk('aid-officer', COUNTY, 1);
    instrumentId = await giveAuthority(cast.aid, second, LUOJIANG);
  });
  afterAll(() => county.close());

  it('五十个不同提交编号同时签发同一件，只有一份决定，其余被告知他人已先行办理', async () => {
    const caseId = await ready();
    const ifMatch = await versionOf(cast.chair, caseId);
    const replies = await Promise.all(
      Array.from({ length: 50 }, () =>
        cast.chair.give(confirmDecision, { caseId }, {}, { ifMatch }),
      ),
    );
    expect(count(replies, 200)).toBe(1);
    expect(count(replies, 412)).toBe(49);
    expect(await eventsOf(caseId, 'DecisionMade')).toBe(1);
  });

  it('签发与中止赋权同时到达：中止之后没有乡镇的决定，记录的先后与时间一致', async () => {
    // All made ready first: the story of a case turns the clock back.
    const cases: string[] = [];
    while (cases.length < ROUNDS) cases.push(await ready());
    const from = await endOfChain();
    for (const [round, caseId] of cases.entries()) {
      const ifMatch = await versionOf(cast.chair, caseId);
      const version = await instrumentVersion(cast.leader, instrumentId);
      const suspend = () =>
        cast.leader.give(
          suspendInstrument,
          { instrumentId },
          { reason: '业务人员不足，暂停行使' },
          { ifMatch: version },
        );
      const sign = () => cast.chair.give(confirmDecision, { caseId }, {}, { ifMatch });
      const all =
        round % 2 === 0
          ? [suspend(), ...Array.from({ length: 8 }, sign), suspend()]
          : [...Array.from({ length: 8 }, sign), suspend(), suspend()];
      const replies = await Promise.all(all);
      expect(replies.every(({ status }) => status < 500)).toBe(true);
      expect(await eventsOf(caseId, 'DecisionMade')).toBeLessThan(2);
      await resumeInstrument(cast.leader, instrumentId);
    }
    expect(await faultsInOrder(from)).toEqual([]);
    const { body } = await cast.inspector.ask(decisionsOutsideAuthority, {});
    expect(body.decisions).toEqual([]);
  });

  async function endOfChain(): Promise<number> {
    const found = await read(county.app.context.database, SYSTEM, (tx) =>
      sql<{ seq: number }>`select seq from chain_head where chain = ${LUOJIANG}`.execute(tx),
    );
    return found.rows[0]?.seq ?? 0;
  }

  /** Walks the township's chain: a decision while the instrument does not stand, or a time that runs back. */
  async function faultsInOrder(from: number): Promise<string[]> {
    const found = await read(county.app.context.database, SYSTEM, (tx) =>
      sql<{ type: string; at: number }>`
        select type, recorded_at as at from event where chain = ${LUOJIANG} and chain_seq > ${from}
          and (type = 'DecisionMade' or stream = ${`instrument:${instrumentId}`})
        order by chain_seq`.execute(tx),
    );
    const faults: string[] = [];
    let stands = true;
    let last = 0;
    for (const { type, at } of found.rows) {
      if (at < last) faults.push(`${type} 的时间早于前一条`);
      last = at;
      if (['InstrumentChecked', 'InstrumentResumed'].includes(type)) stands = true;
      if (type === 'InstrumentSuspended') stands = false;
      if (type === 'DecisionMade' && !stands) faults.push('赋权中止后的乡镇决定');
    }
    expect(found.rows.some(({ type }) => type === 'InstrumentSuspended')).toBe(true);
    return faults;
  }

  it('异议与签发同时到达，只有一个先成立', async () => {
    const caseId = await ready();
    const ifMatch = await versionOf(cast.chair, caseId);
    const objection = {
      id: randomUUID(),
      channel: 'phone',
      objector: null,
      content: '反映有存款没有申报',
    };
    const replies = await Promise.all([
      cast.officer.give(receiveObjection, { caseId }, objection, { ifMatch }),
      cast.chair.give(confirmDecision, { caseId }, {}, { ifMatch }),
    ]);
    expect(count(replies, 200)).toBe(1);
  });

  it('两个会议同时列入同一件，只有一个会议列入', async () => {
    const caseId = await publicised(cast, county.clock, family(), plainDays);
    county.clock.set(plainDays.decided);
    const { secretary, chair, voters } = cast;
    const meetings: string[] = [];
    for (let nth = 0; nth < 4; nth += 1) {
      meetings.push(await callMeeting({ secretary, chair, voters, on: plainDays.decided }));
    }
    const versions = await Promise.all(
      meetings.map(async (id) => (await roomAt(secretary, id)).version),
    );
    const replies = await Promise.all(
      meetings.map((meetingId, nth) =>
        secretary.give(listCase, { meetingId }, { caseId }, { ifMatch: versions[nth] ?? 0 }),
      ),
    );
    expect(count(replies, 200)).toBe(1);
    expect(await eventsOf(caseId, 'PutOnAgenda')).toBe(1);
  });
});

function count(replies: readonly Reply[], status: number): number {
  return replies.filter((reply) => reply.status === status).length;
}
