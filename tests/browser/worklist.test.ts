import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { authorisedCase } from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { giveOutWork } from '../../src/modules/worklist/jobs.ts';
import { LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice } from './office.ts';
import { openStaffRoom, type Seated } from './staff-room.ts';

const DAY = localDate('2026-03-02');

describe('任务和人手：谁在办、谁离岗、一个村的一周', { timeout: 120_000 }, () => {
  let office: Office;
  let chair: Seated;
  beforeAll(async () => {
    office = await openOffice(DAY);
    const { county } = office;
    const clerk = await county.desk('window-clerk', LUOJIANG);
    for (const [number, village] of [
      [71, `${LUOJIANG}200`],
      [72, `${LUOJIANG}001`],
    ] as const) {
      const family = simpleFamily({ number, village, members: 2, monthlyIncome: fen(30_000) });
      await authorisedCase(clerk, family, DAY);
    }
    await giveOutWork(county.app.context);
    chair = await openStaffRoom(office).at('chair', LUOJIANG);
  }, 180_000);
  afterAll(() => office.close());

  it('负责人看到任务都有人，换人办理，登记离岗', async () => {
    const { page } = chair;
    await chair.go('/workload');
    await page.getByText(/没有超期/).waitFor();
    expect(await page.getByText('正在分办').count()).toBe(0);
    await page.locator('summary', { hasText: '登记离岗' }).press('Enter');
    await chair.fill('从', '20260304');
    await chair.fill('到', '20260306');
    await chair.fill('事由', '参加县里培训');
    await look(page, 'worklist-load');
    await page.getByRole('button', { name: '登记离岗' }).press('Enter');
    await page.getByText('没有指定代办人').waitFor();
  });

  it('一个村的一周在一页上', async () => {
    const { page } = chair;
    await chair.go(`/village-week/${LUOJIANG}200`);
    await page.getByText('这一周没有到期的任务').waitFor();
    for (const _ of [1, 2]) await page.getByRole('button', { name: '后一周' }).press('Enter');
    await page.getByRole('heading', { name: /2026年3月16日/ }).waitFor();
    await look(page, 'worklist-village');
  });
});
