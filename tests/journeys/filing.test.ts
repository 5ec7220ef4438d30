import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/filing/contract.ts';
import { readXlsx } from '../../src/platform/table-file/read-xlsx.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { acceptedCase } from '../opened-case.ts';

describe('乡镇的决定报县级备案', () => {
  let county: County;
  let cast: Cast;
  const cases: string[] = [];

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    for (const number of [1, 2]) {
      const family = simpleFamily({
        ...{ number, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
      });
      cases.push(await decided(cast, county.clock, family, plainDays));
    }
  }, 120_000);
  afterAll(() => county.close());

  const list = async (desk: Desk) => (await desk.ask(contract.filingList, {})).body;
  const send = async (desk: Desk, caseIds: readonly string[], options = {}) =>
    desk.give(contract.sendFiling, { filingId: randomUUID() }, { caseIds, note: '' }, options);

  it('决定后5个工作日内报送；过了期限，县里看得到是哪个乡镇', async () => {
    county.clock.set(plainDays.decided);
    expect((await list(cast.officer)).due).toMatchObject([
      { dueOn: '2026-03-24', decidedOn: '2026-03-17' },
      { dueOn: '2026-03-24' },
    ]);
    county.clock.set(localDate('2026-03-24'));
    expect((await list(cast.aid)).late).toBe(0);
    county.clock.set(localDate('2026-03-25'));
    const { late, lateBy } = await list(cast.aid);
    expect([late, lateBy]).toEqual([2, [{ townshipName: '罗江镇', late: 2 }]]);
  });

  it('报送、接收、打印、下载；报送过的不再报送', async () => {
    const [first = '', second = ''] = cases;
    const filingId = randomUUID();
    expect((await send(cast.secretary, [first])).body).toMatchObject({
      code: 'filing-late-unexplained',
    });
    expect((await send(cast.secretary, [first, first])).body).toMatchObject({
      code: 'filing-case-repeated',
    });
    const body = { caseIds: [first], note: '系统停机，迟报一天' };
    await cast.secretary.must(contract.sendFiling, { filingId }, body);
    expect((await send(cast.officer, [first, second])).body).toMatchObject({
      code: 'filing-twice',
    });
    const view = (await cast.aid.ask(contract.filingView, { filingId })).body;
    expect(view).toMatchObject({ townshipName: '罗江镇', sentOn: '2026-03-25', received: null });
    expect(view.lines).toMatchObject([
      { caseId: first, amount: 64_000, villageName: expect.any(String) },
    ]);
    const give = async (desk: Desk) =>
      desk.give(contract.receiveFiling, { filingId }, { remark: '' }, { ifMatch: view.version });
    expect((await give(cast.aid)).status).toBe(200);
    expect((await give(cast.aid)).status).toBe(412);
    const { due, filings } = await list(cast.officer);
    expect(due.map(({ caseId }) => caseId)).toEqual([second]);
    expect(filings).toMatchObject([{ decisions: 1, late: 1, receivedOn: '2026-03-25' }]);
    const paper = await cast.aid.fetch(`/api/filings/${filingId}/papers/filing-list`);
    expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
    const sheet = await cast.aid.fetch(`/api/filings/${filingId}/sheet`);
    expect(sheet.status).toBe(200);
    const read = await readXlsx(sheet.bytes, { rows: 100, columns: 20 });
    expect(read).toMatchObject({ ok: true });
    expect(JSON.stringify(read)).toContain('罗江镇');
  });

  it('不是本乡镇的、没有决定的不能报送；岗位不符、别的乡镇看不到', async () => {
    const [, second = ''] = cases;
    const { caseId: undecided } = await acceptedCase(county, `${LUOJIANG}200`, plainDays.accepted);
    expect((await send(cast.officer, [undecided])).body).toMatchObject({
      code: 'filing-decision-unknown',
    });
    const neighbour = await county.desk('secretary', PANSHI);
    expect((await send(neighbour, [second])).body).toMatchObject({
      code: 'filing-decision-unknown',
    });
    expect((await send(cast.chair, [second])).status).toBe(403);
    const key = 'f0000000-0000-4000-8000-000000000005';
    const once = await cast.officer.give(
      contract.sendFiling,
      { filingId: key },
      { caseIds: [second], note: '系统停机' },
      { key },
    );
    expect(once.status).toBe(200);
    expect((await neighbour.ask(contract.filingView, { filingId: key })).status).toBe(404);
    expect((await list(neighbour)).filings).toEqual([]);
    expect(
      (await (await county.desk('system-admin', COUNTY)).ask(contract.filingList, {})).status,
    ).toBe(403);
  });
});
