import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import * as verb from '../../src/cli/demo/verbs/review.ts';
import type { Cast } from '../../src/cli/demo/story.ts';
import { type Fen, fen } from '../../src/kernel/fen.ts';
import { addDays, localDate, type Month } from '../../src/kernel/local-date.ts';
import * as adjust from '../../src/modules/review/adjustment-contract.ts';
import { entitlementIn } from '../../src/modules/review/entitlement.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { earned, household, person } from '../../src/rules/worked-case.ts';
import type { Scheme } from '../../src/rules/scheme.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;
const day = localDate;
const ABLE = {
  canEat: true,
  canDress: true,
  canGetUp: true,
  canToilet: true,
  canWalk: true,
  canBathe: true,
};

describe('动态管理：渐退、拒绝就业、特困终止和自理能力评估', () => {
  let county: County;
  let cast: Cast;
  let serial = 0;
  beforeAll(async () => {
    county = await openCounty(day('2026-07-06'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  type Changed = Parameters<typeof household>[0];
  const couple = (income: number, more: Changed = {}): HouseholdFacts =>
    household({
      place: VILLAGE,
      residence: 'rural',
      members: [person('m1', { relation: 'self' }), person('m2', { relation: 'spouse' })],
      incomes: [{ ...earned('i', income), member: 'm1' }],
      ...more,
    });

  /** Taken over from a list, compared by the leader, then calculated for the first time. */
  const takenOver = async (scheme: Scheme, amount: Fen, people: number, facts: HouseholdFacts) => {
    county.clock.set(day('2026-07-06'));
    serial += 1;
    const id = await verb.registerExisting(cast.aid, {
      scheme,
      village: VILLAGE,
      document: `通民〔2025〕${serial}号`,
      decidedOn: day('2025-05-10'),
      from: '2025-06' as Month,
      amount,
      lastCheckedOn: day('2026-06-01'),
      people: Array.from({ length: people }, (_, index) => ({
        name: `甲演${'禾苗谷田'[(serial + index) % 4]}`,
        idNumber: idNumberFrom(1, addDays(day('1950-05-05'), serial * 10 + index), 'male'),
      })),
    });
    await verb.confirmExisting(cast.leader, id);
    await verb.reassess(cast.officer, id, facts);
    return id;
  };
  const paid = async (id: string, month: string) => {
    const { state } = await verb.seenBenefit(cast.inspector, id);
    const entry = entitlementIn(state.entries, month as Month);
    return [entry?.amount, entry?.standing];
  };
  const version = (id: string) => verb.benefitVersion(cast.officer, id);

  it('渐退：就业后超过标准，听取意见后按原金额发满六个月再停发', async () => {
    const id = await takenOver('dibao', fen(64_000), 2, couple(60_000));
    await verb.reassess(cast.officer, id, () =>
      couple(150_000, { exit: { reason: 'work', since: '2026-06-20', formerAmount: 64_000 } }),
    );
    await verb.propose(cast.officer, id, 'gradual-exit');
    expect((await verb.tryDecide(cast.chair, id)).body['code']).toBe('not-heard');
    await verb.notify(cast.clerk, id, '甲演禾', day('2026-07-06'));
    await verb.hear(cast.clerk, id, 'waived', day('2026-07-06'));
    await verb.decideAdjustment(cast.chair, id);
    expect([
      await paid(id, '2026-08'),
      await paid(id, '2026-12'),
      await paid(id, '2027-01'),
    ]).toEqual([
      [64_000, 'gradual-exit'],
      [64_000, 'gradual-exit'],
      [0, 'stopped'],
    ]);
  });

  it('拒绝就业：连续三次才影响，只减其本人的份额', async () => {
    const members = [
      person('m1', { relation: 'self', labourCapacity: 'full', employment: 'unemployed' }),
      person('m2', { relation: 'spouse' }),
    ];
    const facts = couple(60_000, { members });
    const id = await takenOver('dibao', fen(64_000), 2, facts);
    const { state } = await verb.seenBenefit(cast.officer, id);
    const amount = state.reassessment?.amount ?? 0;
    expect([amount, state.reassessment?.unchanged]).toEqual([64_000, true]);
    const offer = async () =>
      cast.officer.must(
        adjust.recordWorkOffer,
        { benefitId: id },
        {
          id: randomUUID(),
          memberId: 'm1',
          on: day('2026-07-06'),
          offer: '镇上环卫岗位',
          answer: 'refused',
          note: '',
        },
        { ifMatch: await version(id) },
      );
    const propose = async (reduceBy: number) =>
      cast.officer.give(
        adjust.proposeAdjustment,
        { benefitId: id },
        {
          id: randomUUID(),
          kind: 'decrease',
          ground: 'work-refusal',
          reasons: '三次无正当理由拒绝就业',
          files: [],
          refuser: { memberId: 'm1', reduceBy },
        },
        { ifMatch: await version(id) },
      );
    await offer();
    await offer();
    const share = Math.floor(amount / 2);
    expect((await propose(share)).body['code']).toBe('fewer-than-three-refusals');
    await offer();
    expect((await propose(share + 1)).body['code']).toBe('above-own-share');
    expect((await propose(share)).status).toBe(200);
    const after = (await verb.seenBenefit(cast.officer, id)).state.adjustments.at(-1);
    expect([after?.members, after?.amount]).toEqual([['m1'], amount - share]);
  });

  const old = household({
    place: VILLAGE,
    residence: 'rural',
    members: [person('m1', { relation: 'self', birth: '1950-05-05', ...ABLE, careMode: 'home' })],
  });

  it('特困：自理能力变化由县级评估，金额由规则算出，县级决定', async () => {
    const id = await takenOver('tekun', fen(1), 1, old);
    await verb.propose(cast.officer, id, 'increase');
    await verb.decideAdjustment(cast.leader, id);
    const before = (await paid(id, '2026-08'))[0] as number;
    const params = { benefitId: id };
    const report = { id: randomUUID(), memberId: 'm1', what: '摔伤后不能自行走动、洗澡' };
    await cast.officer.must(adjust.reportCareChange, params, report, {
      ifMatch: await version(id),
    });
    const care = (await verb.seenBenefit(cast.aid, id)).tasks.find(({ kind }) => kind === 'care');
    expect(care?.dueOn).toBe('2026-07-20');
    const file = await uploadPaper(cast.inspector, '自理能力评估表');
    const body = {
      id: randomUUID(),
      indicators: { ...ABLE, canWalk: false, canBathe: false },
      assessors: [county.person('inspector', COUNTY), county.person('investigator', LUOJIANG)],
      file,
    };
    const given = { ifMatch: await version(id) };
    expect((await cast.officer.give(adjust.recordCareAssessment, params, body, given)).status).toBe(
      403,
    );
    await cast.inspector.must(adjust.recordCareAssessment, params, body, given);
    await verb.propose(cast.officer, id, 'increase');
    await verb.decideAdjustment(cast.leader, id);
    expect((await paid(id, '2026-08'))[0]).toBeGreaterThan(before);
  });

  it('特困终止：先公示；有异议的核实后再次公示；书面理由送村委会；自次月终止', async () => {
    const id = await takenOver('tekun', fen(1), 1, old);
    const params = { benefitId: id };
    const request = await uploadPaper(cast.officer, '退出申请');
    await verb.propose(cast.officer, id, 'stop', 'voluntary', [request]);
    expect((await verb.tryDecide(cast.leader, id)).body['code']).toBe('termination-not-posted');
    const hang = async (postingId: string) => {
      const photo = await uploadPaper(cast.poster, `张贴 ${postingId}`);
      const body = { id: postingId, place: '村公告栏', photo };
      await cast.poster.must(adjust.postTermination, params, body, { ifMatch: await version(id) });
    };
    const takeDown = async (postingId: string) => {
      const photo = await uploadPaper(cast.poster, `撤下 ${postingId}`);
      const body = { postingId, photo };
      return cast.poster.give(adjust.takeDownTermination, params, body, {
        ifMatch: await version(id),
      });
    };
    const [first, second, objectionId] = [randomUUID(), randomUUID(), randomUUID()];
    await hang(first);
    county.clock.set(day('2026-07-10'));
    const objection = { id: objectionId, on: day('2026-07-10'), content: '老人没有其他生活来源' };
    await cast.clerk.must(adjust.objectToTermination, params, objection, {
      ifMatch: await version(id),
    });
    await takeDown(first);
    const answered = { objectionId, upheld: false, content: '经核实，本人已随子女生活' };
    await cast.officer.must(adjust.answerTerminationObjection, params, answered, {
      ifMatch: await version(id),
    });
    expect((await verb.tryDecide(cast.leader, id)).body['code']).toBe('termination-not-posted');
    await hang(second);
    county.clock.set(day('2026-07-17'));
    expect((await takeDown(second)).body['code']).toBe('termination-period-running');
    county.clock.set(day('2026-07-21'));
    expect((await takeDown(second)).status).toBe(200);
    await verb.decideAdjustment(cast.leader, id);
    const told = day('2026-07-21');
    await expect(verb.serveDecision(cast.clerk, id, '甲演禾', told)).rejects.toThrow(
      /village-not-told/,
    );
    await verb.serveDecision(cast.clerk, id, '甲演禾', told, told);
    expect([await paid(id, '2026-07'), await paid(id, '2026-08')]).toEqual([
      [1, 'active'],
      [0, 'stopped'],
    ]);
  });

  it('死亡：全部保障对象去世的停发，不需要听取意见', async () => {
    const id = await takenOver('dibao', fen(64_000), 2, couple(60_000));
    await verb.reportDeath(cast.clerk, id, 'm2', day('2026-07-01'));
    await expect(verb.propose(cast.officer, id, 'stop', 'death')).rejects.toThrow(
      /survivors-remain/,
    );
    await verb.reportDeath(cast.clerk, id, 'm1', day('2026-07-02'));
    await verb.propose(cast.officer, id, 'stop', 'death');
    await verb.decideAdjustment(cast.chair, id);
    expect((await verb.seenBenefit(cast.officer, id)).tasks.map(({ kind }) => kind)).toEqual([
      'serve',
    ]);
  });
});
