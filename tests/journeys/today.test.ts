import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import type { Cast } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { authorisedCase, openCase, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { requestVerification } from '../../src/cli/demo/verbs/verification.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import {
  caseList,
  requestExtension,
  today,
  withdrawApplication,
} from '../../src/modules/case/contract.ts';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const VILLAGE = '511702102200';
const accepted = localDate('2026-03-03');

describe('今日待办', () => {
  let county: County;
  let cast: Cast;
  let caseId: string;
  beforeAll(async () => {
    county = await openCounty(accepted);
    await giveAuthority(
      await county.desk('aid-officer', COUNTY),
      await county.desk('aid-officer', COUNTY, 1),
      LUOJIANG,
    );
    cast = await castOf(county, LUOJIANG);
    const family = simpleFamily({
      number: 1,
      village: VILLAGE,
      members: 1,
      monthlyIncome: fen(60_000),
    });
    caseId = await authorisedCase(cast.clerk, family, accepted);
  });
  afterAll(() => county.close());

  const bandOf = async (desk: Desk) => {
    const { bands } = (await desk.ask(today, {})).body;
    const band = bands.find(({ cases }) => cases.some((each) => each.caseId === caseId));
    const line = band?.cases.find((each) => each.caseId === caseId);
    return [band?.band, line?.stageTitle, line?.act];
  };

  it('核对还没有提请时，轮到民政经办；提请后轮到县核对中心，经办只剩入户调查', async () => {
    expect(await bandOf(cast.officer)).toEqual(['new', '信息核对', '提请核对、答复并说明差异']);
    expect(await bandOf(cast.verifier)).toEqual(['waiting', '信息核对', expect.anything()]);
    await requestVerification(cast.officer, caseId);
    expect(await bandOf(cast.verifier)).toEqual(['new', '信息核对', expect.anything()]);
    expect(await bandOf(cast.officer)).toEqual(['new', '入户调查', expect.anything()]);
    expect(await bandOf(cast.clerk)).toEqual(['waiting', '信息核对', expect.anything()]);
  });

  it('有人申请延期的，乡镇负责人的今日里有“答复延期申请”', async () => {
    expect((await bandOf(cast.chair))[0]).toBe('waiting');
    const ifMatch = await versionOf(cast.officer, caseId);
    await cast.officer.must(
      requestExtension,
      { caseId },
      { reasonCode: 'separated-residence', explanation: '户籍在外县，核查需要时间' },
      { ifMatch },
    );
    expect(await bandOf(cast.chair)).toEqual(['new', '延期', '答复延期申请']);
  });

  it('到期的当天进“今天必须办”，超期的在县里排在最前', async () => {
    // Accepted on Tuesday 3 March: ten working days for the investigation end on Tuesday the 17th.
    for (const [day, band] of [
      ['2026-03-15', 'new'],
      ['2026-03-16', 'this-week'],
      ['2026-03-17', 'must-today'],
    ] as const) {
      county.clock.set(localDate(day));
      expect([day, (await bandOf(cast.investigator))[0]]).toEqual([day, band]);
    }
    expect((await bandOf(cast.leader))[0]).toBe('waiting');
    county.clock.set(localDate('2026-03-18'));
    expect((await bandOf(cast.leader))[0]).toBe('must-today');
  });

  it('办件清单按期限先后，没有期限的在最后，逐页读不重不漏', async () => {
    const withdrawn = await openCase(cast.clerk, VILLAGE);
    const later = await openCase(cast.clerk, VILLAGE);
    const reason = '家庭自愿撤回申请';
    const ifMatch = await versionOf(cast.clerk, withdrawn);
    await cast.clerk.must(withdrawApplication, { caseId: withdrawn }, { reason }, { ifMatch });
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const search: Record<string, string> = { limit: '1', after };
      const { cases, next, total } = (await cast.clerk.ask(caseList, {}, search)).body;
      expect(total).toBe(3);
      seen.push(...cases.map((each) => each.caseId));
      after = next;
    }
    expect(seen).toEqual([caseId, later, withdrawn]);
  });
});
