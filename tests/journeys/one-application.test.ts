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
} from '../../src/cli/demo/story.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { assessAndOpine, seen } from '../../src/cli/demo/verbs/assessment.ts';
import {
  confirm,
  reviewAtCounty,
  serve,
  tryConfirm,
} from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority, withdrawInstrument } from '../../src/cli/demo/verbs/delegation.ts';
import {
  acceptedCase,
  authorisedCase,
  openCase,
  declareFamily,
  recordFullChecklist,
  versionOf,
} from '../../src/cli/demo/verbs/intake.ts';
import { countyVisit } from '../../src/cli/demo/verbs/investigation.ts';
import {
  appraise,
  handleObjection,
  object,
  postBoth,
  takeDownBoth,
} from '../../src/cli/demo/verbs/publicity.ts';
import { registerOfficial } from '../../src/cli/demo/verbs/disclosure.ts';
import { type Fen, fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { caseTimeline, caseView } from '../../src/modules/case/contract.ts';
import { acceptApplication } from '../../src/modules/intake/contract.ts';
import { requestVerification } from '../../src/modules/verification/contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { replayAssessment } from '../../src/rules/replay.ts';
import { castOf } from '../cast.ts';
import { ANYUN, COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const VILLAGE = '511702102200';
const COUNTY_VILLAGE = `${ANYUN}202`;

describe('一户低保，从窗口到决定', () => {
  let county: County;
  let cast: Cast;
  let instrument: string;
  let number = 0;
  const newFamily = (monthlyIncome: Fen, village = VILLAGE, members: 1 | 2 = 2) => {
    number += 1;
    return simpleFamily({ number, village, members, monthlyIncome });
  };
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    instrument = await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const decisionOf = async (caseId: string) => {
    const { state } = await seen(cast.officer, caseId);
    return state.confirmation.decision;
  };

  it('给予：两位老人月收入600元，每月补差640元，次月起发放，以乡镇名义决定', async () => {
    const family = newFamily(fen(60_000));
    const caseId = await decided(cast, county.clock, family, plainDays);
    const { summary } = (await cast.officer.ask(caseView, { caseId })).body;
    expect(summary).toMatchObject({ status: 'granted', route: 'township', members: 2 });
    // 四川 2025-07 rural low limit 620 yuan (practice.md §5.1): 620 × 2 − 600 = 640.
    expect(await decisionOf(caseId)).toMatchObject({
      outcome: 'grant',
      monthlyAmount: 64_000,
      startMonth: '2026-04',
      mode: 'own-name',
      organ: '罗江镇人民政府',
      instrumentId: instrument,
      serveBy: '2026-03-20',
    });
  });

  it('决定所依据的核算，按当日的规则和事实重算，分文不差（RG-04）', async () => {
    for (const income of [fen(60_000), fen(33_333), fen(124_000)]) {
      const caseId = await decided(cast, county.clock, newFamily(income), plainDays);
      const { state } = await seen(cast.officer, caseId);
      const stored = state.assessment.assessments.at(-1)?.result;
      const { facts, declaration } = state.household;
      if (!stored || !facts) throw new Error('a decided case was assessed');
      const region = createStandards().regionOf(LUOJIANG);
      const nameOf = ({ id }: { id: string }) =>
        declaration?.people.find((each) => each.memberId === id)?.name ?? id;
      const { same, now } = replayAssessment(stored, facts as HouseholdFacts, region, nameOf);
      expect(now).toEqual(stored);
      expect([same, now?.monthlyAmount]).toEqual([
        true,
        state.confirmation.decision?.monthlyAmount,
      ]);
    }
  });

  it('不予确认：月人均收入等于低保标准，书面告知理由和救济途径', async () => {
    const caseId = await decided(cast, county.clock, newFamily(fen(124_000)), plainDays);
    const decision = await decisionOf(caseId);
    expect(decision).toMatchObject({ outcome: 'refuse', monthlyAmount: 0, startMonth: null });
    expect(decision?.remedies.sentences.join('')).toContain('60日内');
  });

  it('低于标准一分钱的，给予', async () => {
    const caseId = await decided(cast, county.clock, newFamily(fen(61_999), VILLAGE, 1), plainDays);
    expect(await decisionOf(caseId)).toMatchObject({ outcome: 'grant', monthlyAmount: 1 });
  });

  it('近亲属：自动比对单独登记，县级入户核查后才能上会', async () => {
    const family = newFamily(fen(60_000));
    const [, spouse] = family.people;
    county.clock.set(localDate('2026-02-10'));
    await registerOfficial(
      cast.aid,
      {
        name: '何演委',
        idNumber: idNumberFrom(1461 * 499, localDate('1970-01-01'), 'male'),
        position: '村委会主任',
        place: VILLAGE,
      },
      [{ name: spouse?.name ?? '', relation: 'sibling', idNumber: spouse?.idNumber ?? null }],
    );
    const caseId = await publicised(cast, county.clock, family, plainDays);
    const before = (await cast.officer.ask(caseView, { caseId })).body;
    expect(before.summary).toMatchObject({ kin: true, stages: ['county-visit'] });
    await expect(deliberated(cast, county.clock, caseId, plainDays)).rejects.toThrow(/县级核查/);
    await countyVisit(cast.inspector, caseId, { on: plainDays.decided });
    await deliberated(cast, county.clock, caseId, plainDays);
    await confirm(cast.chair, caseId);
    expect(await decisionOf(caseId)).toMatchObject({ outcome: 'grant' });
  });

  it('公示有异议：民主评议后重新形成意见，再次公示，才能上会', async () => {
    const caseId = await investigated(cast, county.clock, newFamily(fen(60_000)), plainDays);
    await posted(cast, county.clock, caseId, plainDays);
    county.clock.set(localDate('2026-03-10'));
    const objection = await object(cast.officer, caseId);
    county.clock.set(localDate('2026-03-12'));
    await appraise(cast.officer, caseId, '2026-03-12');
    await handleObjection(cast.officer, caseId, objection, 'appraisal');
    county.clock.set(localDate('2026-03-16'));
    await takeDownBoth(cast.poster, caseId);
    await expect(deliberated(cast, county.clock, caseId, plainDays)).rejects.toThrow();
    county.clock.set(localDate('2026-03-17'));
    await assessAndOpine(cast.officer, caseId);
    await postBoth(cast.poster, caseId);
    county.clock.set(localDate('2026-03-25'));
    await takeDownBoth(cast.poster, caseId);
    await deliberated(cast, county.clock, caseId, {
      ...plainDays,
      decided: localDate('2026-03-26'),
    });
    await confirm(cast.chair, caseId);
    const { state } = await seen(cast.officer, caseId);
    expect(state.publicity.notices.filter((each) => each.kind === 'before')).toHaveLength(4);
    expect(state.confirmation.decision?.outcome).toBe('grant');
  });

  it('公示期未满不能撤下，不能结束公示', async () => {
    const caseId = await investigated(cast, county.clock, newFamily(fen(60_000)), plainDays);
    await posted(cast, county.clock, caseId, plainDays);
    county.clock.set(localDate('2026-03-13'));
    await expect(takeDownBoth(cast.poster, caseId)).rejects.toThrow(/notice-period-not-over/);
  });

  it('有成员没有授权的，不能提请核对', async () => {
    county.clock.set(plainDays.accepted);
    const caseId = await acceptedCase(cast.clerk, newFamily(fen(60_000)));
    const ifMatch = await versionOf(cast.officer, caseId);
    const reply = await cast.officer.give(requestVerification, { caseId }, {}, { ifMatch });
    expect([reply.status, reply.body['code']]).toEqual([409, 'authorisation-missing']);
  });

  it('同一人已在另一办件中申请的，不能重复受理', async () => {
    county.clock.set(plainDays.accepted);
    const family = newFamily(fen(60_000));
    await authorisedCase(cast.clerk, family, plainDays.accepted);
    const second = await openCase(cast.clerk, VILLAGE);
    await declareFamily(cast.clerk, second, family);
    await recordFullChecklist(cast.clerk, second);
    const ifMatch = await versionOf(cast.clerk, second);
    const reply = await cast.clerk.give(acceptApplication, { caseId: second }, {}, { ifMatch });
    expect([reply.status, reply.body['code']]).toEqual([409, 'applicant-already-covered']);
  });

  it('核对报告超过有效期的，不能作出决定', async () => {
    const caseId = await publicised(cast, county.clock, newFamily(fen(60_000)), plainDays);
    const late = localDate('2026-09-04');
    await expect(
      deliberated(cast, county.clock, caseId, { ...plainDays, decided: late }),
    ).rejects.toThrow();
    const reply = await tryConfirm(cast.chair, caseId);
    expect([reply.status, reply.body['code']]).toEqual([409, 'report-stale']);
  });

  it('没有授权的乡镇：县级审核、县级决定', async () => {
    const own = await castOf(county, ANYUN);
    const family = newFamily(fen(60_000), COUNTY_VILLAGE);
    const caseId = await publicised(own, county.clock, family, plainDays);
    const refused = await tryConfirm(own.chair, caseId);
    expect([refused.status, refused.body['code']]).toEqual([409, 'wrong-office']);
    county.clock.set(localDate('2026-03-18'));
    await reviewAtCounty(own.aid, caseId);
    await confirm(own.leader, caseId);
    await serve(own.clerk, caseId, family.applicant.name, localDate('2026-03-18'));
    expect(await decisionOfCounty(own, caseId)).toMatchObject({
      outcome: 'grant',
      route: 'county',
      mode: 'county',
      organ: '通川区民政局',
      instrumentId: null,
    });
  });

  const decisionOfCounty = async (own: Cast, caseId: string) =>
    (await seen(own.officer, caseId)).state.confirmation.decision;

  it('会后、确认前赋权被撤回：不作决定，办件转县级，由县级办结', async () => {
    const caseId = await publicised(cast, county.clock, newFamily(fen(60_000)), plainDays);
    await deliberated(cast, county.clock, caseId, plainDays);
    await withdrawInstrument(cast.leader, instrument);
    const reply = await tryConfirm(cast.chair, caseId);
    expect([reply.status, reply.body['code']]).toEqual([409, 'authority-not-valid']);
    const { summary } = (await cast.officer.ask(caseView, { caseId })).body;
    expect(summary).toMatchObject({ status: 'open', route: 'county', stages: ['county-review'] });
    await reviewAtCounty(cast.aid, caseId);
    await confirm(cast.leader, caseId);
    expect(await decisionOf(caseId)).toMatchObject({ mode: 'county', outcome: 'grant' });
    const { events } = (await cast.officer.ask(caseTimeline, { caseId })).body;
    expect(events.map((event) => event.title)).toContain('变更办理程序');
  });
});
