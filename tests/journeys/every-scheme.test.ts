import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyntheticFamily } from '../../src/cli/demo/person.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import {
  type Cast,
  deliberated,
  investigated,
  plainDays,
  posted,
  takenDown,
} from '../../src/cli/demo/story.ts';
import { archive } from '../../src/cli/demo/verbs/archive.ts';
import {
  assess,
  assessAndOpine,
  changeScheme,
  opine,
  seen,
} from '../../src/cli/demo/verbs/assessment.ts';
import {
  confirm,
  report,
  serve,
  completion,
  tryConfirm,
} from '../../src/cli/demo/verbs/confirmation.ts';
import { builtRoll } from '../../src/cli/demo/verbs/funds.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import {
  callMeeting,
  callOff,
  recordAttendance,
  signMinutes,
} from '../../src/cli/demo/verbs/deliberation.ts';
import {
  accept,
  acceptedCase,
  type Asked,
  authorisedCase,
  declareFamily,
  openCase,
  recordFullChecklist,
  versionOf,
} from '../../src/cli/demo/verbs/intake.ts';
import { assessCare } from '../../src/cli/demo/verbs/investigation.ts';
import { appraise, handleObjection, object, postBoth } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as assessment from '../../src/modules/assessment/contract.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import { reliefList } from '../../src/modules/confirmation/contract.ts';
import { concludeInvestigation } from '../../src/modules/investigation/contract.ts';
import { continueCase, openCase as openContract } from '../../src/modules/intake/contract.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { decidedIn } from '../../src/cli/stats-days.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { castOf } from '../cast.ts';
import { onceGranted, paidRoll } from './paid-roll.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;

describe('各类救助，从窗口到决定', () => {
  let county: County;
  let cast: Cast;
  let number = 300;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG, {
      matters: ['dibao', 'margin', 'rigid', 'tekun', 'temporary'],
      temporaryCeiling: fen(200_000),
    });
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const family = (
    monthlyIncome: number,
    change: (facts: HouseholdFacts) => HouseholdFacts = same,
  ) => {
    number += 1;
    const plain = simpleFamily({
      number,
      village: VILLAGE,
      members: 1,
      monthlyIncome: fen(monthlyIncome),
    });
    return { ...plain, facts: change(plain.facts) } satisfies SyntheticFamily;
  };
  const viewOf = async (caseId: string) => (await cast.officer.ask(caseView, { caseId })).body;
  const decisionOf = async (caseId: string) =>
    (await seen(cast.officer, caseId)).state.confirmation.decision;
  const stagesOf = async (caseId: string) => (await viewOf(caseId)).summary.stages;

  /** From the door to the decision by the township's meeting. */
  const decided = async (told: SyntheticFamily, asked: Asked, before = nothing) => {
    const caseId = await investigated(cast, county.clock, told, plainDays, asked);
    await before(caseId);
    await posted(cast, county.clock, caseId, plainDays);
    await takenDown(cast, county.clock, caseId, plainDays);
    await deliberated(cast, county.clock, caseId, plainDays);
    await confirm(cast.chair, caseId);
    return caseId;
  };

  describe('低保边缘家庭（民发〔2022〕83号）', () => {
    it('收入在低保标准以上、1.5倍以下的，认定，写明有效期，不发钱', async () => {
      const caseId = await decided(family(70_000), { scheme: 'margin' });
      expect(await decisionOf(caseId)).toMatchObject({
        outcome: 'grant',
        monthlyAmount: 0,
        startMonth: null,
        validUntil: '2027-03-16',
        number: expect.stringContaining('低边决字'),
      });
      await serve(cast.clerk, caseId, '申请人', plainDays.decided);
      expect(await stagesOf(caseId)).toEqual(['announcement']);
    });
  });

  describe('特困人员救助供养（民发〔2021〕43号）', () => {
    const alone = (facts: HouseholdFacts): HouseholdFacts => ({
      ...facts,
      members: facts.members.map((each) => ({
        ...each,
        currentScheme: 'none' as const,
        careMode: 'home' as const,
      })),
    });

    it('县级先评估自理能力，档次由六项指标得出；没有评估的不能核算', async () => {
      const told = family(0, alone);
      const caseId = await investigated(cast, county.clock, told, plainDays, { scheme: 'tekun' });
      expect(await stagesOf(caseId)).toEqual(['care']);
      const { version } = await seen(cast.officer, caseId);
      const early = await cast.officer.give(
        assessment.assess,
        { caseId },
        {},
        { ifMatch: version },
      );
      expect(early.body).toMatchObject({ code: 'care-not-assessed' });
      county.clock.set(plainDays.opined);
      await assessCare(cast.aid, caseId, 'm1', { on: plainDays.opined, lost: ['canBathe'] });
      await posted(cast, county.clock, caseId, plainDays);
      await takenDown(cast, county.clock, caseId, plainDays);
      await deliberated(cast, county.clock, caseId, plainDays);
      await confirm(cast.chair, caseId);
      expect(await decisionOf(caseId)).toMatchObject({
        outcome: 'grant',
        members: 1,
        tier: expect.stringContaining('半护理'),
        startMonth: '2026-04',
      });
    });

    it('公示有异议的，办结以后必须再次公示（第十五条）', async () => {
      const told = family(0, alone);
      const caseId = await investigated(cast, county.clock, told, plainDays, { scheme: 'tekun' });
      county.clock.set(plainDays.opined);
      await assessCare(cast.aid, caseId, 'm1', { on: plainDays.opined });
      await assessAndOpine(cast.officer, caseId);
      await postBoth(cast.poster, caseId);
      const objectionId = await object(cast.clerk, caseId);
      await appraise(cast.officer, caseId, plainDays.opined);
      await handleObjection(cast.officer, caseId, objectionId, 'appraisal', false);
      const before = (await seen(cast.officer, caseId)).state.publicity.notices[0]?.proposalHash;
      await opine(cast.officer, caseId);
      const { opinion } = (await seen(cast.officer, caseId)).state.assessment;
      expect(opinion?.hash).not.toBe(before);
    });

    it('不予办理的理由引用《特困人员认定办法》，不引用低保办法', async () => {
      county.clock.set(plainDays.accepted);
      const caseId = await authorisedCase(cast.clerk, family(0, alone), plainDays.accepted, {
        scheme: 'tekun',
      });
      const ifMatch = await versionOf(cast.officer, caseId);
      const body = { summary: '无劳动能力、无生活来源', noInterviewBecause: null };
      const reply = await cast.officer.give(concludeInvestigation, { caseId }, body, { ifMatch });
      expect(JSON.stringify(reply.body)).toContain('特困人员认定办法');
      expect(JSON.stringify(reply.body)).not.toContain('最低生活保障审核确认办法');
    });
  });

  describe('临时救助（《社会救助法》第二十九条、第五十条）', () => {
    const struck =
      (kind: 'emergency' | 'small-fast') =>
      (facts: HouseholdFacts): HouseholdFacts => ({
        ...facts,
        pastReliefs: [],
        members: facts.members.map((each) => ({ ...each, currentScheme: 'none' as const })),
        relief: {
          ...{ kind, cause: 'fire', severity: 'general', persons: 1 },
          ...{ months: 1, days: 0, loss: fen(500_000), repeatJustified: null },
        },
      });

    it('一般程序：核对、调查、公示、集体研究，一次给付', async () => {
      const caseId = await decided(family(0, struck('emergency')), { scheme: 'temporary' });
      const decision = await decisionOf(caseId);
      expect(decision).toMatchObject({ outcome: 'grant', startMonth: null, validUntil: null });
      expect(decision?.monthlyAmount).toBeGreaterThan(0);
    });

    it('急难型：没有材料也先受理，当天决定，然后补手续、向会议报告、公布、归档', async () => {
      county.clock.set(localDate('2026-03-02'));
      const told = family(0, struck('emergency'));
      const caseId = await openCase(cast.clerk, VILLAGE, {
        scheme: 'temporary',
        channel: 'help-first',
      });
      await declareFamily(cast.clerk, caseId, told);
      await accept(cast.clerk, caseId);
      const accepted = await viewOf(caseId);
      expect(accepted.summary).toMatchObject({ stages: ['opinion'], dueOn: '2026-03-04' });
      await assessAndOpine(cast.officer, caseId);
      await confirm(cast.chair, caseId);
      expect(await decisionOf(caseId)).toMatchObject({ outcome: 'grant', startMonth: null });
      expect(await stagesOf(caseId)).toEqual(['service', 'completion', 'report', 'announcement']);
      const owed = (await cast.officer.ask(reliefList, {})).body;
      expect(owed.relief.find((each) => each.caseId === caseId)).toMatchObject({
        papersDue: '2026-03-16',
        completedOn: '',
        reportedTo: '',
      });
      await serve(cast.clerk, caseId, told.applicant.name, plainDays.accepted);
      await completion(cast.clerk, caseId, told.applicant.name);
      county.clock.set(plainDays.decided);
      const { secretary, chair, voters } = cast;
      const sitting = { secretary, chair, voters, on: plainDays.decided };
      const meetingId = await callMeeting(sitting);
      const early = await report(cast.secretary, caseId, meetingId);
      expect(early.body).toMatchObject({ code: 'meeting-not-held' });
      await recordAttendance(sitting, meetingId);
      const signed = await callMeeting(sitting);
      await recordAttendance(sitting, signed);
      await signMinutes([cast.secretary], signed);
      expect((await report(cast.secretary, caseId, signed)).body).toMatchObject({
        code: 'meeting-minutes-closed',
      });
      expect((await report(cast.secretary, caseId, meetingId)).status).toBe(200);
      expect((await callOff(cast.secretary, meetingId, '会议改期')).body).toMatchObject({
        code: 'meeting-has-reports',
      });
      const minutes = await cast.secretary.fetch(`/api/meetings/${meetingId}/papers/minutes`);
      expect(minutes.status).toBe(200);
      await postBoth(cast.poster, caseId, 'after');
      await archive(cast.officer, caseId);
      expect(await stagesOf(caseId)).toEqual([]);
      const after = (await cast.officer.ask(reliefList, {})).body;
      expect(after.relief.map((each) => each.caseId)).not.toContain(caseId);
    });

    it('小额快救：三日内办结的期限按自然日', async () => {
      county.clock.set(localDate('2026-03-06'));
      const told = family(0, struck('small-fast'));
      const caseId = await openCase(cast.clerk, VILLAGE, {
        scheme: 'temporary',
        channel: 'quick-aid',
      });
      await declareFamily(cast.clerk, caseId, told);
      await accept(cast.clerk, caseId);
      expect((await viewOf(caseId)).summary.dueOn).toBe('2026-03-09');
      await assessAndOpine(cast.officer, caseId);
      await confirm(cast.chair, caseId);
      expect((await decisionOf(caseId))?.monthlyAmount).toBeLessThanOrEqual(62_000);
    });

    it('只有临时救助可以先行救助', async () => {
      const reply = await cast.clerk.give(
        openContract,
        { caseId: randomUUID() },
        { village: VILLAGE, scheme: 'dibao', channel: 'help-first' },
      );
      expect(reply.status).toBe(400);
    });
  });

  describe('刚性支出困难家庭（2025年1月1日起）', () => {
    it('当地没有公布人均可支配收入的，不能认定，写明缺哪一项；不用上年的数代替', async () => {
      const spending = (facts: HouseholdFacts): HouseholdFacts => ({
        ...facts,
        members: facts.members.map((each) => ({ ...each, currentScheme: 'none' as const })),
        spendings: [
          {
            ...{
              id: 's1',
              member: 'm1',
              kind: 'medical',
              ownShare: fen(2_000_000),
              aidReceived: fen(0),
              publicPrice: null,
            },
          } as NonNullable<HouseholdFacts['spendings']>[number],
        ],
      });
      const told = family(100_000, spending);
      const caseId = await investigated(cast, county.clock, told, plainDays, { scheme: 'rigid' });
      const { version } = await seen(cast.officer, caseId);
      const reply = await cast.officer.give(
        assessment.assess,
        { caseId },
        {},
        { ifMatch: version },
      );
      expect(JSON.stringify(reply.body)).toContain('可支配收入');
      expect(reply.status).toBe(409);
    });
  });

  it('办理天数由办件库算出，每一件都列得出来（yimen stats days）', async () => {
    const asked = {
      from: localDate('2026-03-01'),
      to: localDate('2026-03-31'),
      area: LUOJIANG,
    };
    const { database } = county.app.context;
    const found = await read(database, SYSTEM, (tx) => decidedIn(tx, asked));
    const schemes = new Set(found.map(({ scheme }) => scheme));
    expect([...schemes].toSorted()).toEqual(['margin', 'tekun', 'temporary']);
    const before = { ...asked, to: localDate('2026-03-01') };
    expect(await read(database, SYSTEM, (tx) => decidedIn(tx, before))).toEqual([]);
  });

  describe('一次申请、分类审核认定', () => {
    it('申请低保不符合的，家庭同意后转办低保边缘，不用重新填写、重新调查', async () => {
      const caseId = await investigated(cast, county.clock, family(70_000), plainDays);
      county.clock.set(plainDays.opined);
      await assessAndOpine(cast.officer, caseId);
      expect((await seen(cast.officer, caseId)).state.assessment.opinion?.outcome).toBe('refuse');
      expect((await changeScheme(cast.officer, caseId, 'dibao')).body).toMatchObject({
        code: 'scheme-same',
      });
      expect((await changeScheme(cast.officer, caseId, 'margin')).status).toBe(200);
      expect((await viewOf(caseId)).summary.scheme).toBe('margin');
      await assess(cast.officer, caseId);
      await opine(cast.officer, caseId);
      await postBoth(cast.poster, caseId);
      await takenDown(cast, county.clock, caseId, plainDays);
      await deliberated(cast, county.clock, caseId, plainDays);
      expect((await tryConfirm(cast.chair, caseId)).status).toBe(200);
      expect(await decisionOf(caseId)).toMatchObject({
        outcome: 'grant',
        validUntil: '2027-03-16',
      });
    });

    it('已经决定不予确认的，按其他救助另办一件，家庭情况照旧，授权重新签', async () => {
      const told = family(70_000);
      const refused = await decided(told, {});
      expect(await decisionOf(refused)).toMatchObject({ outcome: 'refuse' });
      const caseId = randomUUID();
      const body = { from: refused, village: VILLAGE, scheme: 'margin' };
      const reply = await cast.clerk.give(continueCase, { caseId }, body);
      expect(reply.status).toBe(200);
      const { state } = await seen(cast.officer, caseId);
      expect(state.course.scheme).toBe('margin');
      expect(state.household.facts?.incomes).toHaveLength(1);
      expect(state.household.declaration?.people[0]?.idNumber).not.toBeNull();
      expect(state.intake.authorisations).toEqual([]);
      await recordFullChecklist(cast.clerk, caseId);
      await accept(cast.clerk, caseId);
      const open = await acceptedCase(cast.clerk, family(30_000));
      const early = await cast.clerk.give(
        continueCase,
        { caseId: randomUUID() },
        { ...body, from: open },
      );
      expect(early.body).toMatchObject({ code: 'source-not-over' });
      const neighbour = await county.desk('window-clerk', PANSHI);
      const outside = await neighbour.give(continueCase, { caseId: randomUUID() }, body);
      expect(outside.status).toBe(404);
    });

    it('同一人正在办理低保的，不能再受理低保边缘；临时救助不受影响', async () => {
      county.clock.set(plainDays.accepted);
      const told = family(30_000);
      await acceptedCase(cast.clerk, told);
      await expect(acceptedCase(cast.clerk, told, { scheme: 'margin' })).rejects.toThrow();
      const caseId = await acceptedCase(cast.clerk, told, { scheme: 'temporary' });
      expect((await viewOf(caseId)).summary.scheme).toBe('temporary');
    });
  });

  it('给钱的决定都按项目编进花名册、由银行发放、对账结账：特困按月，临时一次（民发〔2021〕43号、DB-25）', async () => {
    county.clock.set(localDate('2026-03-20'));
    const once = await paidRoll(county, 'temporary', '2026-03');
    expect(once.every(({ kind }) => kind === 'once')).toBe(true);
    expect(once.map(({ amount }) => amount).toSorted()).toEqual(await onceGranted(county));
    county.clock.set(localDate('2026-04-02'));
    const [april, ...others] = await paidRoll(county, 'tekun', '2026-04');
    expect(others).toEqual([]);
    expect(april).toMatchObject({ kind: 'monthly', forMonth: '2026-04' });
    county.clock.set(localDate('2026-05-06'));
    expect(await paidRoll(county, 'tekun', '2026-05')).toEqual([{ ...april, forMonth: '2026-05' }]);
    const planner = await county.desk('fund-planner', COUNTY);
    expect(await builtRoll(planner, 'temporary', '2026-05')).toMatchObject({ lines: 0, held: 0 });
  });
});

const same = (facts: HouseholdFacts): HouseholdFacts => facts;
const nothing = async (_: string): Promise<void> => {};
