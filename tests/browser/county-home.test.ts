import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { draftInstrument } from '../../src/cli/demo/verbs/delegation.ts';
import { authorisedCase } from '../../src/cli/demo/verbs/intake.ts';
import { selfScored } from '../../src/cli/demo/verbs/evaluation.ts';
import { begunPilot } from '../../src/cli/demo/verbs/pilot.ts';
import { assessReadiness } from '../../src/cli/demo/verbs/readiness.ts';
import { requestVerification } from '../../src/cli/demo/verbs/verification.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { ANYUN, COUNTY, LUOJIANG, PANSHI } from '../county.ts';
import { keyboardOf } from './keyboard.ts';
import { look } from './look.ts';
import { type Office, open, openOffice } from './office.ts';

describe('县级总览、承接能力、试点', () => {
  let office: Office;
  let drafted: string;
  let pilotId: string;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-03-02'));
    const { desk } = office.county;
    const officer = await desk('aid-officer', COUNTY);
    const village = `${LUOJIANG}200`;
    const family = simpleFamily({ number: 7, village, members: 2, monthlyIncome: fen(60_000) });
    const clerk = await desk('window-clerk', LUOJIANG);
    const caseId = await authorisedCase(clerk, family, localDate('2026-03-02'));
    await requestVerification(await desk('case-officer', LUOJIANG), caseId);
    await assessReadiness(officer, LUOJIANG);
    drafted = await draftInstrument(officer, ANYUN);
    pilotId = await begunPilot(officer, [LUOJIANG, PANSHI], localDate('2026-03-01'));
  }, 120_000);
  afterAll(() => office.close());

  it('总览：先办什么最显眼，表格按任何一列排序，数字打开名单', async () => {
    const page = await office.seat('county-leader', COUNTY);
    await open(page, `${office.url}/county`);
    await page.getByRole('rowheader', { name: '罗江镇' }).waitFor();
    await page.getByRole('button', { name: '承接能力' }).click();
    const first = page.getByRole('rowheader').first();
    expect(await first.textContent()).toBe('罗江镇');
    await look(page, 'county-home');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/county\/instrument$/);
    await page.getByText('安云乡').first().waitFor();
    await look(page, 'county-waiting');
  });

  it('市级：各县并列，只有合计', async () => {
    const page = await office.seat('city-viewer', '511700');
    await open(page, `${office.url}/city`);
    await page.getByRole('rowheader', { name: '通川区' }).waitFor();
    await look(page, 'city');
  });

  it('绩效评价：乡镇自评，县级对照自评评分', async () => {
    const chair = await office.seat('chair', LUOJIANG);
    await open(chair, `${office.url}/evaluations/${LUOJIANG}/2025`);
    await look(chair, 'evaluation-self');
    await selfScored(await office.county.desk('case-officer', LUOJIANG), LUOJIANG, '2025');
    const inspector = await office.seat('inspector', COUNTY);
    await open(inspector, `${office.url}/evaluations`);
    await look(inspector, 'evaluation-list');
    await open(inspector, `${office.url}/evaluations/${LUOJIANG}/2025`);
    await keyboardOf(inspector).act('登记县级评分');
    await inspector
      .getByText(/100 分，不评等次/)
      .first()
      .waitFor();
    await look(inspector, 'evaluation-scored');
    await inspector.getByRole('link', { name: '抽查合格率' }).click();
    await inspector.getByRole('heading', { name: '罗江镇 2025 年 抽查合格率' }).waitFor();
    await look(inspector, 'evaluation-indicator');
  });

  it('承接能力：每一分都有依据，没有评估的赋权书由分管领导写明理由', async () => {
    const page = await office.seat('county-leader', COUNTY);
    await open(page, `${office.url}/readiness`);
    await look(page, 'readiness-list');
    await open(page, `${office.url}/readiness/${LUOJIANG}`);
    await page.getByText('84.61 分，达到 60 分的合格线').first().waitFor();
    await look(page, 'readiness');
    await open(page, `${office.url}/instruments/${drafted}`);
    await page.getByLabel('未达合格线仍要生效的理由').fill('已派驻两名业务骨干，先行试办');
    await look(page, 'instrument-override');
    await page.keyboard.press('Control+Enter');
    await page.getByText('评估未达合格线仍生效：已派驻两名业务骨干').first().waitFor();
    const officer = await office.seat('aid-officer', COUNTY);
    await open(officer, `${office.url}/readiness/${ANYUN}`);
    await officer.keyboard.press('Control+Enter');
    await officer.getByRole('alert').first().waitFor();
    await look(officer, 'readiness-assess');
  });

  it('试点：前后对比的表、图和各乡镇', async () => {
    const page = await office.seat('county-leader', COUNTY);
    await open(page, `${office.url}/pilots/${pilotId}`);
    await page.getByRole('img').first().waitFor();
    await look(page, 'pilot');
    await open(page, `${office.url}/pilots/new`);
    await look(page, 'pilot-new');
  });
});
