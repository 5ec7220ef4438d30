import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, posted, plainDays, verified } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { authorisedCase } from '../../src/cli/demo/verbs/intake.ts';
import {
  askNeighbour,
  concludeInvestigation,
  visitHome,
} from '../../src/cli/demo/verbs/investigation.ts';
import { loadOf, recordAbsence, workOf } from '../../src/cli/demo/verbs/worklist.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/worklist/contract.ts';
import { giveOutWork } from '../../src/modules/worklist/jobs.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;
const DAY = plainDays.visited;

describe('任务落到人：一户从受理到公示', () => {
  let county: County;
  let cast: Cast;
  let caseId: string;
  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    cast = await castOf(county, LUOJIANG);
    await giveAuthority(cast.aid, cast.leader, LUOJIANG);
    const family = simpleFamily({
      ...{ number: 1, village: VILLAGE, members: 1, monthlyIncome: fen(20_000) },
    });
    caseId = await authorisedCase(cast.clerk, family, plainDays.accepted);
  });
  afterAll(() => county.close());

  /** The stages of the case with the names of those who have them; nothing may lie with nobody. */
  const handed = async () => {
    await giveOutWork(county.app.context);
    const { items, unowned } = await loadOf(cast.chair);
    expect(unowned).toBe(0);
    return items
      .filter(({ itemId }) => itemId.includes(caseId))
      .map(({ itemId, owner }) => [itemId.split('~')[2], owner]);
  };
  const person = (role: Parameters<County['person']>[0], nth = 0) =>
    county.person(role, LUOJIANG, nth);

  it('受理以后，核对、入户各有其人；各人的任务单上看得到', async () => {
    expect(new Map((await handed()) as [string, string][]).get('verification')).toBe(
      person('case-officer'),
    );
    const mine = await workOf(cast.officer);
    expect(mine.items).toMatchObject([{ flow: '申请办理', late: 0, path: `/cases/${caseId}` }]);
    const { days, later, villages } = (
      await cast.investigator.ask(
        contract.villageWeek,
        { village: VILLAGE },
        { from: '2026-03-16' },
      )
    ).body;
    expect(days.map(({ items }) => items.length)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(later).toEqual([]);
    expect(villages.find(({ code }) => code === VILLAGE)?.open).toBe(1);
  });

  it('离岗的任务给代办人，不同岗位的不能代办；返岗以后新的任务照常分给本人', async () => {
    const [own, other] = [person('investigator'), person('investigator', 1)];
    const before = new Map((await handed()) as [string, string][]).get('investigation') ?? '';
    const substitute = before === own ? other : own;
    const holder = before === own || before === other ? before : own;
    const holderId = `${holder}.${LUOJIANG}`;
    const days = { from: DAY, to: '2026-03-06' };
    const wrong = { ...days, substitute: person('poster') };
    expect((await recordAbsence(cast.chair, holderId, wrong)).body).toMatchObject({
      code: 'substitute-lacks-post',
    });
    expect(
      (await recordAbsence(cast.officer, holderId, { ...days, substitute })).body,
    ).toMatchObject({ code: 'absence-of-another' });
    const sibling = await county.desk('chair', PANSHI);
    expect((await recordAbsence(sibling, holderId, { ...days, substitute })).status).toBe(404);
    county.clock.set(DAY);
    const { status, absenceId } = await recordAbsence(cast.chair, holderId, {
      ...days,
      substitute,
    });
    expect(status).toBe(200);
    expect((await loadOf(cast.chair)).people.find(({ person: id }) => id === holder)?.away).toBe(
      true,
    );
    const after = new Map((await handed()) as [string, string][]).get('investigation');
    expect(after).not.toBe(holder);
    await cast.chair.must(contract.endAbsence, { holderId }, { absenceId });
    expect((await loadOf(cast.chair)).absences).toEqual([]);
  });

  it('入户、核对过的人不再分给他初审；负责人也不能分给他', async () => {
    await verified(cast, caseId);
    await visitHome(cast.investigator, caseId, { on: DAY });
    await askNeighbour(cast.investigator, caseId, { on: DAY });
    await concludeInvestigation(cast.investigator, caseId);
    expect(await handed()).toEqual([['opinion', person('case-officer')]]);
    const itemId = `case~${caseId}~opinion`;
    const give = (to: string) => cast.chair.give(contract.assignWork, { itemId }, { person: to });
    expect((await give(person('investigator'))).body).toMatchObject({
      code: 'assignee-lacks-post',
    });
    expect((await give(person('case-officer'))).status).toBe(200);
    await posted(cast, county.clock, caseId, plainDays);
    expect((await give(person('case-officer'))).body).toMatchObject({ code: 'work-done' });
    expect((await handed()).map(([stage]) => stage)).toEqual(['publicity']);
  });

  it('超期三个工作日，县里的单子上就有；差一天没有', async () => {
    const lateOf = async (day: string) => {
      county.clock.set(localDate(day));
      const { items } = await loadOf(cast.aid);
      return items.filter(({ itemId }) => itemId.includes(caseId)).length;
    };
    const { items } = await loadOf(cast.chair);
    const due = items.find(({ itemId }) => itemId.includes(caseId))?.dueOn;
    expect(due).toBe('2026-03-30');
    expect([await lateOf('2026-04-01'), await lateOf('2026-04-02')]).toEqual([0, 1]);
    expect((await loadOf(cast.aid)).place).toBe(COUNTY);
  });
});
