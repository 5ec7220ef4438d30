import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays, publicised } from '../../src/cli/demo/story.ts';
import {
  giveAuthority,
  suspendInstrument,
  tryHandOver,
  tryReceive,
} from '../../src/cli/demo/verbs/delegation.ts';
import { builtRoll } from '../../src/cli/demo/verbs/funds.ts';
import { begunPilot } from '../../src/cli/demo/verbs/pilot.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays, daysBetween, localDate } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/pilot/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const { accepted, decided: decidedOn } = plainDays;

describe('试点：前后对比的每个数字都查得到案件，月中中止的移交县级后才能停止', () => {
  let county: County;
  let cast: Cast;
  let instrument: string;
  let pilotId: string;
  let openCase: string;
  const family = (number: number) =>
    simpleFamily({
      ...{ number, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
    });
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    instrument = await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    pilotId = await begunPilot(aid, [LUOJIANG], accepted);
    await decided(cast, county.clock, family(901), plainDays);
    openCase = await publicised(cast, county.clock, family(902), plainDays);
  });
  afterAll(() => county.close());

  const view = async () => (await cast.leader.ask(contract.pilotView, { pilotId })).body;
  const conclude = async (conclusion: string) =>
    cast.leader.give(
      contract.concludePilot,
      { pilotId },
      { conclusion, reason: '按评估结果作出' },
      { ifMatch: (await view()).head.version },
    );

  test('平均用时、按期率按口径算出，名单和表格里是同一批案件', async () => {
    county.clock.set(addDays(decidedOn, 1));
    const { total, before, townships } = await view();
    expect(before.to).toBe(addDays(accepted, -1));
    const of = (code: string) => total.find((each) => each.code === code);
    expect(of('accepted')).toMatchObject({ before: 0, after: 20 });
    expect(of('decided')).toMatchObject({ before: 0, after: 10 });
    const days = daysBetween(accepted, decidedOn);
    expect(of('calendar-days')).toMatchObject({ before: null, after: days * 10 });
    expect(of('on-time')).toMatchObject({ before: null, after: 1000 });
    expect(townships[0]).toMatchObject({
      openCases: 1,
      instruments: [{ instrumentId: instrument, standing: 'in-force' }],
    });
    const { body } = await cast.leader.ask(contract.pilotCases, { pilotId }, { period: 'after' });
    expect(body.cases.map(({ caseId, calendarDays }) => [caseId, calendarDays])).toEqual([
      [openCase, 0],
      [expect.any(String), days],
    ]);
    const sheet = await cast.leader.fetch(`/api/pilots/${pilotId}/sheet`);
    expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  test('还有生效的赋权书不能停止；中止、移交、接收以后可以', async () => {
    expect((await conclude('stop')).body).toMatchObject({
      code: 'pilot-authority-still-in-force',
    });
    county.clock.set(localDate('2026-04-15'));
    await suspendInstrument(cast.leader, instrument);
    // What was decided while the authority stood is paid as before.
    const planner = await county.desk('fund-planner', COUNTY);
    const roll = await builtRoll(planner, 'dibao', '2026-04');
    expect(roll.lines + roll.held).toBe(1);
    expect((await tryHandOver(cast.officer, openCase)).status).toBe(200);
    expect((await view()).handoversWaiting).toBe(1);
    expect((await tryReceive(cast.aid, openCase)).status).toBe(200);
    expect((await conclude('stop')).status).toBe(200);
    expect((await view()).townships[0]).toMatchObject({ openCases: 0 });
    expect((await conclude('keep')).body).toMatchObject({ code: 'pilot-over' });
  });

  test('乡镇看不到试点对比，旧版本不能办', async () => {
    expect((await cast.chair.ask(contract.pilotView, { pilotId })).status).toBe(403);
    const stale = await cast.leader.give(
      contract.widenPilot,
      { pilotId },
      { townships: [PANSHI], reason: '成熟推广' },
      { ifMatch: 1 },
    );
    expect(stale.status).toBe(412);
  });
});
