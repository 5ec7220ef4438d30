import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import type { Cast } from '../../src/cli/demo/story.ts';
import { draftInstrument } from '../../src/cli/demo/verbs/delegation.ts';
import { authorisedCase } from '../../src/cli/demo/verbs/intake.ts';
import { requestVerification } from '../../src/cli/demo/verbs/verification.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { countyHome, countyHomeList } from '../../src/modules/overview/contract.ts';
import { castOf } from '../cast.ts';
import { type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const accepted = localDate('2026-03-03');

describe('县级总览：什么需要县里办，每个数字都打开它的名单', () => {
  let county: County;
  let cast: Cast;
  let caseId: string;
  beforeAll(async () => {
    county = await openCounty(accepted);
    cast = await castOf(county, LUOJIANG);
    const village = `${LUOJIANG}200`;
    const family = simpleFamily({ number: 1, village, members: 1, monthlyIncome: fen(60_000) });
    caseId = await authorisedCase(cast.clerk, family, accepted);
    await requestVerification(cast.officer, caseId);
    await draftInstrument(cast.aid, PANSHI);
  });
  afterAll(() => county.close());

  const home = async () => (await cast.aid.ask(countyHome, {})).body;
  const countOf = async (code: string) => {
    const { waiting } = await home();
    const group = waiting.find((each) => each.code === code);
    return [group?.count, group?.late];
  };

  test('待核对、待复核的赋权书都数得到，名单和数字一致', async () => {
    expect(await countOf('verification')).toEqual([1, 0]);
    expect(await countOf('instrument')).toEqual([1, 0]);
    expect((await home()).next).toMatchObject({ code: 'instrument' });
    const { body: seen } = await cast.verifier.ask(countyHome, {});
    expect(seen.next).toMatchObject({ code: 'verification' });
    const { body } = await cast.aid.ask(countyHomeList, { group: 'verification' });
    expect(body).toMatchObject({
      total: 1,
      rows: [{ townshipName: '罗江镇', late: false, path: `/cases/${caseId}` }],
    });
    expect((await cast.aid.ask(countyHomeList, { group: 'nothing' })).status).toBe(404);
  });

  test('乡镇超期的最先办；分乡镇的数字跟着办件走', async () => {
    const of = async (township: string) =>
      (await home()).townships.find((each) => each.township === township)?.figures;
    expect(await of(LUOJIANG)).toMatchObject({ accepted: 10, open: 10, late: 0, days: null });
    county.clock.set(localDate('2026-05-20'));
    expect(await countOf('overdue')).toEqual([1, 1]);
    expect((await home()).next).toMatchObject({ code: 'overdue', late: 1 });
    expect(await of(LUOJIANG)).toMatchObject({ open: 10, late: 10 });
    expect(await of(PANSHI)).toMatchObject({ accepted: 0, open: 0, readiness: 230 });
  });

  test('乡镇没有县级总览', async () => {
    expect((await cast.chair.ask(countyHome, {})).status).toBe(403);
  });
});
