import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority, suspendInstrument } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { openCase, declareFamily } from '../../src/cli/demo/verbs/intake.ts';
import * as verb from '../../src/cli/demo/verbs/review.ts';
import { type Fen, fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as adjust from '../../src/modules/review/adjustment-contract.ts';
import * as contract from '../../src/modules/review/contract.ts';
import { benefitKind } from '../../src/modules/review/store.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { findElsewhere } from '../../src/modules/case/store.ts';
import { read, SYSTEM, write } from '../../src/platform/database/database.ts';
import { textOf } from '../../src/platform/document/read-pdf.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const VILLAGE = '511702102200';
const day = localDate;

describe('动态管理：变化、听取意见、增减停', () => {
  let county: County;
  let cast: Cast;
  let instrument: string;
  let number = 0;
  beforeAll(async () => {
    county = await openCounty(day('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    instrument = await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const newFamily = () => {
    number += 1;
    return simpleFamily({ number, village: VILLAGE, members: 2, monthlyIncome: fen(60_000) });
  };
  /** A couple on 640 yuan a month since April, on a day after the Act came into force. */
  const recipient = async (today = '2026-07-06') => {
    const id = await decided(cast, county.clock, newFamily(), plainDays);
    county.clock.set(day(today));
    const { state } = await verb.seenBenefit(cast.officer, id);
    return { id, name: state.enrolment?.people[0]?.name ?? '' };
  };
  const withIncome = (amount: Fen) => (facts: HouseholdFacts) => ({
    ...facts,
    incomes: (facts.incomes ?? []).map((each, index) =>
      index === 0 ? { ...each, amount, period: 'per-month' as const } : { ...each, amount: fen(0) },
    ),
  });
  const amountIn = async (id: string, on: string) => {
    const { state } = await verb.seenBenefit(cast.officer, id);
    return state.entries.findLast(({ from }) => from <= on.slice(0, 7))?.amount;
  };
  const printed = async (id: string, paper: string) => {
    const { status, bytes } = await cast.officer.fetch(`/api/benefits/${id}/papers/${paper}`);
    if (status !== 200) throw new Error(`${paper}: ${status}`);
    return (await textOf(bytes)).replaceAll(/\s/g, '');
  };
  const tasksOf = async (id: string) =>
    (await verb.seenBenefit(cast.officer, id)).tasks.map(({ kind }) => kind);

  it('减发：登记变化、核算、告知、听取、决定、送达，自次月起', async () => {
    const { id, name } = await recipient();
    await verb.reportChange(cast.clerk, id, '配偶开始打零工，每月多收入100元', day('2026-07-01'));
    expect(await tasksOf(id)).toEqual(['reassess', 'review']);
    await verb.reassess(cast.officer, id, withIncome(fen(70_000)));
    expect(await tasksOf(id)).toEqual(['propose', 'review']);
    await verb.propose(cast.officer, id, 'decrease');
    const early = await verb.tryDecide(cast.chair, id);
    expect([early.status, early.body['code']]).toEqual([409, 'not-heard']);
    expect(await tasksOf(id)).toEqual(['notice', 'review']);
    expect(await printed(id, 'hearing-notice')).toMatch(/拟减发社会救助告知书.*要求举行听证/);
    await verb.notify(cast.clerk, id, name, day('2026-07-06'));
    expect(await tasksOf(id)).toEqual(['answer', 'review']);
    county.clock.set(day('2026-07-08'));
    await verb.hear(cast.secretary, id, 'statement', day('2026-07-08'));
    expect(await tasksOf(id)).toEqual(['decide', 'review']);
    await verb.decideAdjustment(cast.chair, id);
    const letter = await printed(id, 'adjustment-notice');
    expect(letter).toMatch(/社会救助减发决定书.*每月540\.00元.*2026年8月.*60日内/);
    await verb.serveDecision(cast.clerk, id, name, day('2026-07-08'));
    const { state: after } = await verb.seenBenefit(cast.officer, id);
    expect(after.adjustments.at(-1)?.served).toMatchObject({ role: 'recipient' });
    expect([await amountIn(id, '2026-07'), await amountIn(id, '2026-08')]).toEqual([
      64_000, 54_000,
    ]);
    const { state } = await verb.seenBenefit(cast.officer, id);
    expect(state.adjustments[0]?.decision).toMatchObject({
      organ: '罗江镇人民政府',
      mode: 'own-name',
      instrumentId: instrument,
      from: '2026-08',
    });
    expect(state.changes[0]?.settledOn).toBe('2026-07-08');
  });

  it('增发不需要听取意见', async () => {
    const { id } = await recipient();
    await verb.reassess(cast.officer, id, withIncome(fen(40_000)));
    await verb.propose(cast.officer, id, 'increase');
    await verb.decideAdjustment(cast.chair, id);
    expect(await amountIn(id, '2026-08')).toBe(84_000);
  });

  it('停发：要求听证的先听证；停发以后可以另行申请，名册逐日可查', async () => {
    const { id, name } = await recipient();
    await verb.reassess(cast.officer, id, withIncome(fen(130_000)));
    await verb.propose(cast.officer, id, 'stop');
    await verb.notify(cast.clerk, id, name, day('2026-07-06'));
    const ifMatch = await verb.benefitVersion(cast.clerk, id);
    const asked = { on: day('2026-07-07') };
    county.clock.set(day('2026-07-07'));
    await cast.clerk.must(adjust.requestHearing, { benefitId: id }, asked, { ifMatch });
    county.clock.set(day('2026-07-20'));
    await expect(verb.hear(cast.clerk, id, 'none', day('2026-07-20'))).rejects.toThrow(
      /hearing-not-held/,
    );
    await expect(verb.hear(cast.officer, id, 'hearing', day('2026-07-20'))).rejects.toThrow(
      /checker-presides/,
    );
    await verb.hear(cast.secretary, id, 'hearing', day('2026-07-20'));
    await verb.decideAdjustment(cast.chair, id);
    expect(await tasksOf(id)).toEqual(['serve', 'follow-up']);
    const listed = async (on: string) => {
      const search = { on, text: name, standing: 'running' };
      return (await cast.officer.ask(contract.benefitList, {}, search)).body.households;
    };
    county.clock.set(day('2026-08-03'));
    expect([await listed('2026-07-31'), await listed('2026-08-01')]).toEqual([1, 0]);
  });

  it('停发以后，本人在新的申请中不再算正在享受', async () => {
    const family = newFamily();
    const id = await decided(cast, county.clock, family, plainDays);
    county.clock.set(day('2026-07-06'));
    const other = await openCase(cast.clerk, VILLAGE);
    await declareFamily(cast.clerk, other, family);
    const index = county.app.context.sealer.indexOf('idNumber', family.people[0]?.idNumber ?? '');
    const elsewhere = () =>
      read(county.app.context.database, SYSTEM, (tx) => findElsewhere(tx, [index], other));
    expect((await elsewhere()).map(({ status }) => status)).toContain('granted');
    const request = await uploadPaper(cast.officer, `退出申请 ${id.slice(0, 8)}`);
    await verb.propose(cast.officer, id, 'stop', 'voluntary', [request]);
    await verb.decideAdjustment(cast.chair, id);
    expect((await elsewhere()).map(({ status }) => status)).not.toContain('granted');
  });

  it('谁核算、谁提出、谁听取，谁就不能决定；别的岗位、别的乡镇不能办；旧版本不能办', async () => {
    const { id } = await recipient();
    await verb.reassess(cast.officer, id, withIncome(fen(40_000)));
    await verb.propose(cast.officer, id, 'increase');
    const params = { benefitId: id };
    const body = { reasons: '依法作出决定' };
    const ifMatch = await verb.benefitVersion(cast.officer, id);
    const given = { ifMatch };
    expect((await cast.officer.give(adjust.decideAdjustment, params, body, given)).status).toBe(
      403,
    );
    const outside = await county.desk('chair', PANSHI);
    expect((await outside.give(adjust.decideAdjustment, params, body, given)).status).toBe(404);
    const stale = await cast.chair.give(adjust.decideAdjustment, params, body, { ifMatch: 1 });
    expect(stale.status).toBe(412);
    const leader = await cast.leader.give(adjust.decideAdjustment, params, body, given);
    expect([leader.status, leader.body['code']]).toEqual([409, 'adjustment-wrong-office']);
  });

  it('决定入库的最后一道墙：参与过的人不能列为决定人', async () => {
    const { database } = county.app.context;
    const forged = write(database, SYSTEM, (tx) =>
      sql`insert into benefit_decision values ('x', 'b', ${VILLAGE}, '号', 'stop', '2026-07-06',
        '2026-08', 0, '', 'p1', array['p1'])`.execute(tx),
    );
    await expect(forged).rejects.toMatchObject({ constraint: 'benefit_decision_separated' });
  });

  it('赋权中止的，乡镇不能决定，由县级决定', async () => {
    const { id } = await recipient();
    await verb.reassess(cast.officer, id, withIncome(fen(40_000)));
    await verb.propose(cast.officer, id, 'increase');
    await suspendInstrument(cast.leader, instrument);
    const refused = await verb.tryDecide(cast.chair, id);
    expect([refused.status, refused.body['code']]).toEqual([409, 'adjustment-without-authority']);
    await verb.decideAdjustment(cast.leader, id);
    const { state } = await verb.seenBenefit(cast.officer, id);
    expect(state.adjustments[0]?.decision).toMatchObject({ organ: '通川区民政局', mode: 'county' });
  });

  it('各户的状态都能由记录重算出来', async () => {
    const kind = benefitKind(createStandards());
    const checked = await read(county.app.context.database, SYSTEM, (tx) => checkFolds(tx, kind));
    expect([checked.streams > 5, checked.mismatches]).toEqual([true, []]);
  });
});
