import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { confirmExisting, registerExisting } from '../../src/cli/demo/verbs/review.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate, type Month } from '../../src/kernel/local-date.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice, settle } from './office.ts';
import { openStaffRoom, type Seated, type StaffRoom } from './staff-room.ts';

const TODAY = localDate('2026-11-23');
const dead = idNumberFrom(8400, localDate('1951-03-03'), 'female');

async function choose(page: Page, text: string): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件并导入（CSV、XLSX）' }).press('Enter');
  const file = { name: '火化名单.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await (await opened).setFiles(file);
}

describe('信息比对：导入、比对、核查疑点、查询留痕', { timeout: 300_000 }, () => {
  let office: Office;
  let room: StaffRoom;
  let verifier: Seated;
  beforeAll(async () => {
    office = await openOffice(TODAY);
    room = openStaffRoom(office);
    const benefitId = await registerExisting(await office.county.desk('aid-officer', COUNTY), {
      ...{ scheme: 'dibao', village: `${LUOJIANG}200`, document: '演低保〔2024〕1号' },
      ...{ decidedOn: localDate('2024-05-10'), from: '2024-06' as Month, amount: fen(30_000) },
      lastCheckedOn: localDate('2026-09-01'),
      people: [{ name: '丙演谷', idNumber: dead }],
    });
    await confirmExisting(await office.county.desk('county-leader', COUNTY), benefitId);
    verifier = await room.at('verifier', COUNTY);
  }, 240_000);
  afterAll(() => office.close());

  it('导入：列不对的说清楚缺哪一列，改好以后导入', async () => {
    const { page } = verifier;
    await verifier.go('/matching');
    await page.getByText('还没有收到数据').waitFor();
    await verifier.choose('来源', '殡葬火化和死亡登记');
    await choose(page, `身份证号,火化炉号\n${dead},1\n`);
    await page.getByText('缺少：死亡日期').waitFor();
    await choose(page, `身份证号,死亡日期\n${dead},2026-08-03\n`);
    await page.getByText('1 行', { exact: true }).first().waitFor();
    await settle(page);
    await look(page, 'matching-desk');
  });

  it('比对：发现死亡，经办看来源数据、上传材料、说明结果', async () => {
    await verifier.act('比对 2026-12 月的发放');
    await verifier.page.getByText('1 户，疑点：死亡后仍在发放 1').waitFor();
    await settle(verifier.page);
    await look(verifier.page, 'matching-run');
    const officer = await room.at('case-officer', LUOJIANG);
    const { page } = officer;
    await officer.go('/matching/findings');
    await page.getByText('丙演谷已于 2026年8月3日死亡').first().waitFor();
    await settle(page);
    await look(page, 'matching-findings');
    await page.locator('body').press('j');
    await page.locator('body').press('Enter');
    await page.getByRole('button', { name: '查看来源数据' }).press('Enter');
    await page.getByText('殡葬火化和死亡登记（截至 2026-11-23）：2026-08-03').waitFor();
    await officer.choose('核查结果', '来源数据有误');
    await officer.fill('怎样核查、情况如何', '入户见到本人，登记串号');
    await officer.photo('核查材料', '入户照片');
    await settle(page);
    await look(page, 'matching-finding');
    await page.getByRole('button', { name: '处理疑点' }).press('Enter');
    await page.getByText('没有这样的疑点').waitFor();
  });

  it('查询留痕：县级人员可以告诉本人谁查过', async () => {
    const clerk = await room.at('aid-officer', COUNTY);
    const { page } = clerk;
    await clerk.go('/matching/findings');
    await page.getByLabel('显示').selectOption('settled');
    await page.getByText('来源数据有误，已反馈来源单位').first().waitFor();
    await page.locator('body').press('j');
    await page.locator('body').press('Enter');
    await page.getByRole('link', { name: '谁查过这一户' }).press('Enter');
    await page.getByText('查看比对疑点的来源数据').waitFor();
    await settle(page);
    await look(page, 'matching-trace');
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
