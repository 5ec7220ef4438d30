import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { acceptedCase } from '../../src/cli/demo/verbs/intake.ts';
import * as verb from '../../src/cli/demo/verbs/review.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate, type Month } from '../../src/kernel/local-date.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/review/contract.ts';
import { noteLeftConversions } from '../../src/modules/review/jobs.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const day = localDate;

describe('名册：在别的乡镇转为其他救助、重大突发事件延长核查', () => {
  let county: County;
  let older: string;
  const family = simpleFamily({
    ...{ number: 900, village: `${PANSHI}200`, members: 2 as const, monthlyIncome: fen(60_000) },
  });
  beforeAll(async () => {
    county = await openCounty(day('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    const second = await county.desk('aid-officer', COUNTY, 1);
    for (const township of [LUOJIANG, PANSHI]) await giveAuthority(aid, second, township);
    older = await verb.registerExisting(aid, {
      ...{ scheme: 'margin', village: `${LUOJIANG}200`, document: '通民低边〔2025〕7号' },
      ...{ decidedOn: day('2025-05-10'), from: '2025-06' as Month, amount: fen(0) },
      lastCheckedOn: day('2026-01-10'),
      people: family.people.map(({ name, idNumber }) => ({ name, idNumber })),
    });
    await verb.confirmExisting(second, older);
  });
  afterAll(() => county.close());

  it('原在罗江镇低保边缘，磐石镇给予低保：当天在罗江镇的名册上标明，停发由人决定', async () => {
    const there = await castOf(county, PANSHI);
    const here = await castOf(county, LUOJIANG);
    await decided(there, county.clock, family, plainDays);
    const before = await verb.seenBenefit(here.officer, older);
    expect(before.state.conversions).toEqual([]);
    const standards = createStandards();
    expect(await noteLeftConversions(county.app.context, standards)).toBe(1);
    expect(await noteLeftConversions(county.app.context, standards)).toBe(0);
    const { state, tasks } = await verb.seenBenefit(here.officer, older);
    expect(state.conversions).toMatchObject([{ scheme: 'dibao', members: ['m1', 'm2'] }]);
    expect(tasks.map(({ kind }) => kind)).toContain('propose');
    expect(state.entries.at(-1)?.standing).toBe('active');
    await verb.propose(here.officer, older, 'stop', 'converted');
    await verb.decideAdjustment(here.leader, older);
    expect((await verb.seenBenefit(here.officer, older)).state.entries.at(-1)).toMatchObject({
      from: '2026-04',
      standing: 'stopped',
    });
  });

  it('延长核查期限：县级写明突发事件和依据，乡镇不能自行延长', async () => {
    const there = await castOf(county, PANSHI);
    const found = await there.officer.ask(contract.benefitList, {}, {});
    const id = found.body.benefits[0]?.benefitId ?? '';
    const { state } = await verb.seenBenefit(there.aid, id);
    const extend = async (desk: typeof there.aid, until: string) => {
      const basis = await uploadPaper(desk, `延长核查通知 ${until}`);
      const ifMatch = await verb.benefitVersion(desk, id);
      const body = { until, emergency: '七月洪涝灾害，县政府通知', basis };
      return desk.give(contract.extendReview, { benefitId: id }, body, { ifMatch });
    };
    expect((await extend(there.officer, '2027-06-30')).status).toBe(403);
    expect((await extend(there.aid, state.reviewDue ?? '')).body['code']).toBe(
      'review-extension-wrong',
    );
    expect((await extend(there.aid, '2027-06-30')).status).toBe(200);
    const extended = (await verb.seenBenefit(there.officer, id)).state;
    expect(extended).toMatchObject({ reviewDue: '2027-06-30', extended: { until: '2027-06-30' } });
    expect((await extend(there.aid, '2027-07-30')).body['code']).toBe('review-extended-already');
  });

  it('分户：一人另立户的，原户按其余成员重新核算、听取意见后减发，分出的人当月起可以另行申请，不重复计入', async () => {
    const here = await castOf(county, LUOJIANG);
    const couple = simpleFamily({
      ...{
        number: 901,
        village: `${LUOJIANG}200`,
        members: 2 as const,
        monthlyIncome: fen(60_000),
      },
    });
    const id = await decided(here, county.clock, couple, plainDays);
    county.clock.set(day('2026-07-06'));
    const without = (facts: HouseholdFacts) => ({
      ...facts,
      members: facts.members.filter((each) => each.id !== 'm2'),
    });
    await verb.reassess(here.officer, id, without);
    await verb.propose(here.officer, id, 'decrease');
    await verb.notify(here.clerk, id, couple.applicant.name, day('2026-07-06'));
    await verb.hear(here.clerk, id, 'statement', day('2026-07-06'));
    await verb.decideAdjustment(here.chair, id);
    const { state } = await verb.seenBenefit(here.officer, id);
    expect(state.enrolment?.people.map(({ covered }) => covered)).toEqual([true, false]);
    expect(state.entries.map(({ from, amount }) => [from, amount])).toEqual([
      ['2026-04', 64_000],
      ['2026-08', 2_000],
    ]);
    const [, wife] = couple.people;
    if (!wife) throw new Error('a couple');
    const alone = simpleFamily({
      ...{ number: 902, village: `${LUOJIANG}200`, members: 1 as const, monthlyIncome: fen(0) },
    });
    const own = {
      ...alone,
      applicant: { ...wife, memberId: 'm1', phone: alone.applicant.phone },
      people: [{ ...wife, memberId: 'm1' }],
      facts: {
        ...alone.facts,
        members: couple.facts.members
          .filter((each) => each.id === 'm2')
          .map((each) => ({ ...each, id: 'm1', relation: 'self' as const })),
      },
    };
    const caseId = await acceptedCase(here.clerk, own);
    const { body } = await here.officer.ask(caseView, { caseId });
    expect(body.summary.number).not.toBe('');
  });

  it('成批延长：县级对一批户办理，能延长的延长，不能的逐户写明原因，乡镇不能办', async () => {
    const there = await castOf(county, PANSHI);
    const { body: list } = await there.aid.ask(contract.benefitList, {}, { standing: 'running' });
    const ids = list.benefits.map(({ benefitId }) => benefitId);
    const many = async (desk: typeof there.aid) => {
      const basis = await uploadPaper(desk, '成批延长核查通知');
      const body = { until: '2027-06-30', emergency: '七月洪涝灾害，县政府通知', basis };
      return desk.give(contract.extendReviews, {}, { ...body, benefitIds: [...ids, 'none'] });
    };
    expect((await many(there.officer)).status).toBe(403);
    const { extended, results } = (await many(there.aid)).body as {
      readonly extended: number;
      readonly results: readonly { readonly because: string }[];
    };
    expect([ids.length, extended]).toEqual([2, 1]);
    const reasons = results.map(({ because }) => because).filter((because) => because !== '');
    expect(reasons.toSorted().join()).toMatch(/已经延长过.*没有找到/);
    const due = await Promise.all(ids.map((id) => verb.seenBenefit(there.aid, id)));
    expect(due.map(({ state }) => state.reviewDue)).toEqual(['2027-06-30', '2027-06-30']);
  });
});
