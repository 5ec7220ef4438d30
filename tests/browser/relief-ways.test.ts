import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, investigated, plainDays } from '../../src/cli/demo/story.ts';
import { assess, opineInStages, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { recordCoordination } from '../../src/cli/demo/verbs/coordination.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { accept, declareFamily, openCase, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { filledTill } from '../../src/cli/demo/verbs/reserve.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addMonths } from '../../src/kernel/local-date.ts';
import { useReserve } from '../../src/modules/reserve/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { burntFamily } from '../journeys/relief-family.ts';
import { look } from './look.ts';
import { type Office, open, openOffice } from './office.ts';

const VILLAGE = `${LUOJIANG}200`;

describe('临时救助：一事一议、分次发放、备用金、备案', { timeout: 300_000 }, () => {
  let office: Office;
  let cast: Cast;

  beforeAll(async () => {
    office = await openOffice(plainDays.accepted);
    const { county } = office;
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG, {
      ...{ matters: ['dibao', 'temporary'], temporaryCeiling: fen(500_000) },
    });
    cast = await castOf(county, LUOJIANG);
  }, 120_000);
  afterAll(() => office.close());

  test('乡镇提请，县级登记协调机制的结论', async () => {
    const { county } = office;
    const family = burntFamily(901, VILLAGE, { severity: 'extreme' });
    const caseId = await investigated(cast, county.clock, family, plainDays, {
      scheme: 'temporary',
    });
    county.clock.set(plainDays.opined);
    await assess(cast.officer, caseId);
    const officer = await office.seat('case-officer', LUOJIANG);
    await open(officer, `${office.url}/cases/${caseId}`);
    await officer.getByLabel('建议的救助金额').fill('20000');
    await officer.getByLabel('乡镇意见').fill('房屋全部烧毁、户主重伤，按标准救助难以渡过难关');
    await look(officer, 'coordination-ask');
    await officer.getByRole('button', { name: '提请一事一议' }).click();
    await officer.getByText('乡镇已提请').waitFor();
    const aid = await office.seat('aid-officer', COUNTY);
    await open(aid, `${office.url}/cases/${caseId}`);
    await aid.getByText('登记县级协调机制的结论').waitFor();
    await look(aid, 'coordination-record');
    const held = plainDays.opined;
    const desk = await county.desk('aid-officer', COUNTY);
    const recorded = await recordCoordination(desk, caseId, held, { amount: fen(1_500_000) });
    expect(recorded.status).toBe(200);
    const again = await office.seat('case-officer', LUOJIANG);
    await open(again, `${office.url}/cases/${caseId}`);
    await again.getByText('一事一议').first().waitFor();
    await look(again, 'coordination-opinion');
  });

  test('分次发放的计划写进意见；先行救助用备用金支付；决定列入备案', async () => {
    const { county } = office;
    county.clock.set(plainDays.accepted);
    const family = burntFamily(902, VILLAGE);
    const desk = await county.cast(LUOJIANG);
    const caseId = await openCase(desk.clerk, VILLAGE, {
      ...{ scheme: 'temporary', channel: 'help-first' },
    });
    await declareFamily(desk.clerk, caseId, family);
    await accept(desk.clerk, caseId);
    await assess(desk.officer, caseId);
    const officer = await office.seat('case-officer', LUOJIANG);
    await open(officer, `${office.url}/cases/${caseId}`);
    await officer.getByText('一次发放的不用填写').waitFor();
    await look(officer, 'instalment-opinion');
    const fresh = await county.cast(LUOJIANG);
    const latest = (await seen(fresh.officer, caseId)).state.assessment.assessments.at(-1);
    const amount = latest?.result.monthlyAmount ?? fen(0);
    const half = Math.trunc(amount / 2);
    await opineInStages(fresh.officer, caseId, [
      { on: plainDays.accepted, amount: amount - half, condition: '' },
      { on: addMonths(plainDays.accepted, 1), amount: half, condition: '住房仍未修复' },
    ]);
    await confirm(fresh.chair, caseId);
    const reviewer = await county.desk('fund-reviewer', COUNTY);
    const finance = await county.desk('finance', COUNTY);
    await filledTill({ officer: fresh.officer, reviewer, finance }, LUOJIANG, fen(100_000));
    const voucher = await uploadPhoto(fresh.clerk, caseId, '领款凭证');
    const ifMatch = await versionOf(fresh.clerk, caseId);
    const body = {
      ...{ amount: 20_000, on: plainDays.accepted, voucher },
      ...{ handedOutBy: '演示经办甲', receivedBy: '演示申请人', witness: '演示见证人' },
    };
    await fresh.clerk.must(useReserve, { caseId }, body, { ifMatch });
    const seat = await office.seat('case-officer', LUOJIANG);
    await open(seat, `${office.url}/cases/${caseId}`);
    await seat
      .getByRole('button', { name: /分次发放/ })
      .first()
      .click();
    await seat.getByText('分 2 次发放').waitFor();
    await look(seat, 'instalment-case');
    await seat.getByText('登记备用金支付').first().click();
    await seat.getByText('已支付：2026-03-02 200.00 元').waitFor();
    await look(seat, 'reserve-act');
    for (const [path, words, name] of [
      ['/instalments', '分次发放台账', 'instalment-list'],
      ['/reserve', '备用金使用台账', 'reserve-list'],
      ['/reserve-tills', '各乡镇账上合计', 'till-list'],
      [`/reserve-tills/${LUOJIANG}`, '按 1 张凭证补足 200.00 元', 'till-page'],
      ['/filings', '报送备案 1 件', 'filing-list'],
    ] as const) {
      await open(seat, `${office.url}${path}`);
      await seat.getByText(words).first().waitFor();
      await look(seat, name);
    }
    await seat.getByRole('button', { name: '报送备案 1 件' }).click();
    await seat.getByText('待接收').waitFor();
    await seat.getByText('待接收').click();
    await seat.getByText('打印备案表').waitFor();
    await look(seat, 'filing-page');
    expect(office.complaints).toEqual([]);
  });
});
