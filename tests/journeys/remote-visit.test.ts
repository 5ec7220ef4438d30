import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import {
  type Cast,
  deliberated,
  plainDays,
  posted,
  takenDown,
  verified,
} from '../../src/cli/demo/story.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { authorisedCase, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import {
  approveCall,
  askNeighbour,
  callHome,
  concludeInvestigation,
  homeVisit,
  makeGood,
} from '../../src/cli/demo/verbs/investigation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/investigation/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const VILLAGE = `${LUOJIANG}200`;

describe('山洪断路，不能入户：电话调查、批准、过后补上', () => {
  let county: County;
  let cast: Cast;
  beforeAll(async () => {
    county = await openCounty(localDate('2026-02-02'));
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('county-leader', COUNTY), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const begun = async (number: number) => {
    const family = simpleFamily({
      ...{ number, village: VILLAGE, members: 1 },
      monthlyIncome: fen(10_000),
    });
    county.clock.set(plainDays.accepted);
    const caseId = await authorisedCase(cast.clerk, family, plainDays.accepted);
    county.clock.set(plainDays.requested);
    await verified(cast, caseId);
    county.clock.set(plainDays.visited);
    return caseId;
  };
  const owedOf = async () => (await cast.officer.ask(contract.owedVisitList, {})).body;

  it('没有写明方式、没有材料的，不算；没有批准的，不能完成调查', async () => {
    const caseId = await begun(721);
    const body = await homeVisit(cast.investigator, caseId, { on: plainDays.visited });
    const bare = { ...body, signatures: body.signatures.slice(0, 2), remoteBecause: '山洪断路' };
    const send = async (asked: object) => {
      const ifMatch = await versionOf(cast.investigator, caseId);
      return cast.investigator.give(contract.recordHomeVisit, { caseId }, asked, { ifMatch });
    };
    expect((await send(bare)).body).toMatchObject({ code: 'remote-way-missing' });
    const remote = { way: 'video', ground: 'flood', evidence: [] };
    expect((await send({ ...bare, remote })).body).toMatchObject({
      code: 'remote-evidence-missing',
    });
    const visitId = await callHome(cast.investigator, caseId, { on: plainDays.visited });
    await askNeighbour(cast.investigator, caseId, { on: plainDays.visited });
    await expect(concludeInvestigation(cast.investigator, caseId)).rejects.toThrow(
      'remote-visit-not-approved',
    );
    const ifMatch = await versionOf(cast.officer, caseId);
    const own = { visitId, opinion: '情况属实' };
    const wrong = await cast.officer.give(contract.approveRemoteVisit, { caseId }, own, {
      ifMatch,
    });
    expect(wrong.status).toBe(403);
    await approveCall(cast.chair, caseId, visitId);
    await concludeInvestigation(cast.investigator, caseId);
    const { investigation } = (await seen(cast.officer, caseId)).state;
    expect(investigation.visits[0]?.remote).toMatchObject({ way: 'phone', ground: 'flood' });
    expect(investigation.concluded).not.toBeNull();
  });

  it('决定作出以后也记得要补：清单写明期限，补上以后不再列出', async () => {
    const caseId = await begun(722);
    const visitId = await callHome(cast.investigator, caseId, { on: plainDays.visited });
    await approveCall(cast.chair, caseId, visitId);
    await askNeighbour(cast.investigator, caseId, { on: plainDays.visited });
    await concludeInvestigation(cast.investigator, caseId);
    await posted(cast, county.clock, caseId, plainDays);
    await takenDown(cast, county.clock, caseId, plainDays);
    await deliberated(cast, county.clock, caseId, plainDays);
    await confirm(cast.chair, caseId);
    const owed = (await owedOf()).visits.find((each) => each.caseId === caseId);
    expect(owed).toMatchObject({ way: '电话调查', makeGoodBy: '2026-04-01', isOverdue: false });
    county.clock.set(localDate('2026-04-02'));
    expect((await owedOf()).overdue).toBeGreaterThan(0);
    await makeGood(cast.investigator, caseId, visitId, { on: localDate('2026-04-02') });
    expect((await owedOf()).visits.map((each) => each.caseId)).not.toContain(caseId);
    const { investigation } = (await seen(cast.officer, caseId)).state;
    expect(investigation.madeGood).toMatchObject([{ visitId, agrees: true }]);
    await expect(
      makeGood(cast.investigator, caseId, visitId, { on: localDate('2026-04-02') }),
    ).rejects.toThrow('visit-not-owed');
  });
});
