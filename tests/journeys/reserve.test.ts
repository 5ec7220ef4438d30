import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { type Cast, plainDays } from '../../src/cli/demo/story.ts';
import { assessAndOpine } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { accept, declareFamily, openCase, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import * as contract from '../../src/modules/reserve/contract.ts';
import { readXlsx } from '../../src/platform/table-file/read-xlsx.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { burntFamily } from './relief-family.ts';

const VILLAGE = `${LUOJIANG}200`;

describe('乡镇备用金支付（民发〔2018〕23号）', () => {
  let county: County;
  let cast: Cast;
  let number = 800;

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG, {
      ...{ matters: ['temporary'], temporaryCeiling: fen(500_000) },
    });
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const helped = async () => {
    number += 1;
    const caseId = await openCase(cast.clerk, VILLAGE, {
      ...{ scheme: 'temporary', channel: 'help-first' },
    });
    await declareFamily(cast.clerk, caseId, burntFamily(number, VILLAGE));
    await accept(cast.clerk, caseId);
    await assessAndOpine(cast.officer, caseId);
    return caseId;
  };
  const pay = async (desk: Desk, caseId: string, amount: number, options = {}) => {
    const voucher = await uploadPhoto(cast.clerk, caseId, `凭证 ${amount} ${caseId}`);
    const ifMatch = await versionOf(cast.clerk, caseId);
    const body = {
      ...{ amount, on: plainDays.accepted, voucher },
      ...{ handedOutBy: '演示经办甲', receivedBy: '演示申请人', witness: '演示见证人' },
    };
    return desk.give(contract.useReserve, { caseId }, body, { ifMatch, ...options });
  };
  const list = async (desk: Desk) => (await desk.ask(contract.reserveList, {})).body;

  it('先行救助当场支付；乡镇看到合计和余额，可以下载补足申请明细', async () => {
    const caseId = await helped();
    expect((await pay(cast.clerk, caseId, 50_000)).body).toMatchObject({
      code: 'reserve-not-granted',
    });
    await confirm(cast.chair, caseId);
    expect((await pay(cast.clerk, caseId, 50_000)).status).toBe(200);
    expect((await pay(cast.clerk, caseId, 200_001)).body).toMatchObject({
      code: expect.stringMatching(/^reserve-above/),
    });
    const { advances, townships } = await list(cast.officer);
    expect(advances).toMatchObject([{ caseId, amount: 50_000, witness: '演示见证人' }]);
    expect(townships).toEqual([
      { townshipName: '罗江镇', limit: 2_000_000, used: 50_000, left: 1_950_000, times: 1 },
    ]);
    const sheet = await cast.officer.fetch('/api/reserve/sheet');
    const table = await readXlsx(sheet.bytes, { rows: 100, columns: 20 });
    expect(JSON.stringify(table)).toContain('演示见证人');
  });

  it('岗位不符、别的乡镇不行；同一操作只办一次；县级看得到各乡镇', async () => {
    const caseId = await helped();
    await confirm(cast.chair, caseId);
    expect((await pay(cast.chair, caseId, 10_000)).status).toBe(403);
    const neighbour = await county.desk('case-officer', PANSHI);
    expect((await pay(neighbour, caseId, 10_000)).status).toBe(404);
    expect((await pay(cast.officer, caseId, 10_000, { ifMatch: 1 })).status).toBe(412);
    const key = 'f0000000-0000-4000-8000-000000000006';
    expect((await pay(cast.officer, caseId, 10_000, { key })).status).toBe(200);
    expect((await list(neighbour)).advances).toEqual([]);
    expect((await list(cast.aid)).townships).toMatchObject([{ used: 60_000, times: 2 }]);
  });
});
