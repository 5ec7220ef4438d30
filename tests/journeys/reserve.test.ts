import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { type Cast, plainDays } from '../../src/cli/demo/story.ts';
import { assessAndOpine, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { accept, declareFamily, openCase, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { builtRoll, releasedRoll } from '../../src/cli/demo/verbs/funds.ts';
import * as verb from '../../src/cli/demo/verbs/reserve.ts';
import { fen } from '../../src/kernel/fen.ts';
import { fundBoard } from '../../src/modules/funds/contract.ts';
import * as contract from '../../src/modules/reserve/contract.ts';
import { tillKind } from '../../src/modules/reserve/till-store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import { readXlsx } from '../../src/platform/table-file/read-xlsx.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { expectBalanced } from './trial-balance.ts';
import { burntFamily } from './relief-family.ts';

const VILLAGE = `${LUOJIANG}200`;

describe('乡镇备用金支付（民发〔2018〕23号）', () => {
  let county: County;
  let cast: Cast;
  let planner: Desk;
  let reviewer: Desk;
  let finance: Desk;
  let number = 800;

  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG, {
      ...{ matters: ['temporary'], temporaryCeiling: fen(500_000) },
    });
    cast = await castOf(county, LUOJIANG);
    planner = await county.desk('fund-planner', COUNTY);
    reviewer = await county.desk('fund-reviewer', COUNTY);
    finance = await county.desk('finance', COUNTY);
  });
  afterEach(() => expectBalanced(county));
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
  const balances = async () => (await planner.ask(fundBoard, {})).body.balances;
  const list = async (desk: Desk) => (await desk.ask(contract.reserveList, {})).body;

  it('备用金由乡镇申请、资金复核、财政拨付，三个人；没有拨付以前没有钱可用', async () => {
    const caseId = await helped();
    await confirm(cast.chair, caseId);
    const early = await pay(cast.clerk, caseId, 50_000);
    expect(early.body).toMatchObject({ code: 'reserve-above-balance' });
    expect((await verb.askReserve(cast.officer, LUOJIANG, fen(2_000_001))).body).toMatchObject({
      code: 'reserve-advance-above-limit',
    });
    expect((await verb.askReserve(cast.officer, LUOJIANG, fen(100_000))).status).toBe(200);
    expect((await verb.payReserve(finance, LUOJIANG)).body).toMatchObject({
      code: 'reserve-not-approved',
    });
    expect((await verb.approveReserve(cast.officer, LUOJIANG)).status).toBe(403);
    expect((await verb.approveReserve(reviewer, LUOJIANG)).status).toBe(200);
    expect((await verb.payReserve(finance, LUOJIANG)).status).toBe(200);
    expect(await balances()).toMatchObject({ till: 100_000, reserve: -100_000 });
    expect((await pay(cast.clerk, caseId, 50_000)).status).toBe(200);
    expect(await balances()).toMatchObject({ till: 50_000, 'handed-out': 50_000 });
  });

  it('先行救助当场支付；乡镇看到合计，可以下载补足申请明细', async () => {
    const caseId = await helped();
    expect((await pay(cast.clerk, caseId, 50_000)).body).toMatchObject({
      code: 'reserve-not-granted',
    });
    await confirm(cast.chair, caseId);
    expect((await pay(cast.clerk, caseId, 10_000)).status).toBe(200);
    expect((await pay(cast.clerk, caseId, 200_001)).body).toMatchObject({
      code: expect.stringMatching(/^reserve-above/),
    });
    const { advances, townships } = await list(cast.officer);
    expect(advances.find((each) => each.caseId === caseId)).toMatchObject({
      ...{ amount: 10_000, witness: '演示见证人' },
    });
    expect(townships).toEqual([{ townshipName: '罗江镇', used: 60_000, times: 2 }]);
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
    expect((await neighbour.ask(contract.tillView, { township: LUOJIANG })).status).toBe(404);
    expect((await list(cast.aid)).townships).toMatchObject([{ used: 70_000, times: 3 }]);
  });

  it('两人盘点：少了一分也要写明；处理以前不补足；短款核销记入账簿；按凭证补足', async () => {
    const bare = await verb.countReserve(cast.officer, LUOJIANG, { counted: fen(29_900) });
    expect(bare.body).toMatchObject({ code: 'reserve-count-unexplained' });
    const counted = { counted: fen(29_900), explanation: '零钱兑换时少收一元' };
    expect((await verb.countReserve(cast.officer, LUOJIANG, counted)).status).toBe(200);
    expect(await balances()).toMatchObject({ till: 29_900, 'till-short': 100 });
    expect((await verb.askReserve(cast.officer, LUOJIANG)).body).toMatchObject({
      code: 'reserve-difference-open',
    });
    const settled = await verb.settleDifference(cast.leader, LUOJIANG, 'written-off');
    expect(settled.status).toBe(200);
    expect(await balances()).toMatchObject({ 'till-short': 0, 'written-off': 100 });
    const { officer } = cast;
    const after = await verb.filledTill({ officer, reviewer, finance }, LUOJIANG, null);
    expect(after.till).toMatchObject({ balance: 99_900, spent: 0, askStatus: null });
    expect(after.movements[0]).toMatchObject({ title: '拨付备用金', amount: 70_000 });
    const { tills } = (await reviewer.ask(contract.tillList, {})).body;
    expect(tills.find(({ township }) => township === LUOJIANG)).toMatchObject(after.till);
  });

  it('备用金付过的，余下的随花名册由银行发放；列入花名册以后不能再用备用金付', async () => {
    const { advances } = await list(cast.officer);
    const decided = await Promise.all(
      advances.map(async ({ caseId, amount }) => {
        const { state } = await seen(cast.officer, caseId);
        return (state.confirmation.decision?.monthlyAmount ?? 0) - amount;
      }),
    );
    const roll = await builtRoll(planner, 'temporary', '2026-03');
    expect(roll).toMatchObject({ lines: 3, held: 0 });
    expect(roll.amount).toBe(decided.reduce((sum, each) => sum + each, 0));
    const caseId = advances[0]?.caseId ?? '';
    expect((await pay(cast.clerk, caseId, 100)).body).toMatchObject({
      code: 'reserve-paid-by-bank',
    });
    await releasedRoll({ planner, reviewer, finance, leader: cast.leader }, roll.rollId);
    await read(county.app.context.database, SYSTEM, async (tx) => {
      expect((await checkFolds(tx, tillKind)).mismatches).toEqual([]);
    });
  });
});
