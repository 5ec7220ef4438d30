import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import { archive } from '../../src/cli/demo/verbs/archive.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { postBoth } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { archiveCase, archiveIndex } from '../../src/modules/archive/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

describe('一户一档，从送达到归档', () => {
  let county: County;
  let cast: Cast;
  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const family = (number: number, income: number) =>
    simpleFamily({ number, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(income) });

  it('给予的：两级公布后归档，目录固定，可以打印；他乡镇查不到', async () => {
    const caseId = await decided(cast, county.clock, family(1, 60_000), plainDays);
    const ifMatch = await versionOf(cast.officer, caseId);
    const early = await cast.officer.give(archiveCase, { caseId }, {}, { ifMatch });
    expect([early.status, early.body['code']]).toEqual([409, 'archive-incomplete']);
    expect(early.body['detail']).toContain('乡镇公布、村（社区）公布');
    const wrong = await cast.clerk.give(archiveCase, { caseId }, {}, { ifMatch });
    expect(wrong.status).toBe(403);
    await postBoth(cast.poster, caseId, 'after');
    const stale = await cast.officer.give(archiveCase, { caseId }, {}, { ifMatch });
    expect(stale.status).toBe(412);
    await archive(cast.officer, caseId);
    const { body } = await cast.officer.ask(archiveIndex, { caseId });
    expect(body).toMatchObject({ archivedOn: plainDays.decided, missing: [] });
    expect(body.items.map((each) => each.title)).toContain('会议纪要和决议');
    expect(body.items.filter((each) => each.hash !== null).length).toBeGreaterThan(8);
    const again = await cast.officer.give(
      archiveCase,
      { caseId },
      {},
      { ifMatch: await versionOf(cast.officer, caseId) },
    );
    expect([again.status, again.body['code']]).toEqual([409, 'already-archived']);
    const paper = await cast.officer.fetch(`/api/cases/${caseId}/papers/archive-index`);
    expect([paper.status, paper.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const outsider = await county.desk('case-officer', PANSHI);
    expect((await outsider.ask(archiveIndex, { caseId })).status).toBe(404);
  });

  it('不予确认的：送达后即可归档', async () => {
    const caseId = await decided(cast, county.clock, family(2, 124_000), plainDays);
    await archive(cast.officer, caseId);
    const { body } = await cast.officer.ask(archiveIndex, { caseId });
    expect(body.items.map((each) => each.title)).toContain('不予确认告知书');
  });
});
