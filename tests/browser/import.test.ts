import type { Page } from 'playwright-core';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oldLedger } from '../../src/cli/demo/old-ledger.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { writeXlsx } from '../../src/platform/table-file/write-xlsx.ts';
import { COUNTY } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice, settle } from './office.ts';
import { openStaffRoom, type Seated, type StaffRoom } from './staff-room.ts';

const TODAY = localDate('2026-11-23');
const places = [{ township: '罗江镇', village: '金凤村' }];

async function chooseLedger(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择台账文件' }).press('Enter');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await (await opened).setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

describe('存量对象导入：上传、对应、检查、登记、另一人复核，全程用键盘', {
  timeout: 300_000,
}, () => {
  let office: Office;
  let room: StaffRoom;
  let clerk: Seated;
  beforeAll(async () => {
    office = await openOffice(TODAY);
    room = openStaffRoom(office);
    clerk = await room.at('aid-officer', COUNTY);
  }, 240_000);
  afterAll(() => office.close());

  it('上传：列名不同的台账按常见说法对应好，少了什么说清楚', async () => {
    await clerk.go('/takeovers');
    await clerk.page.getByText('还没有导入过台账').waitFor();
    await look(clerk.page, 'import-empty');
    const ledger = oldLedger({ households: 24, wrong: 4, on: TODAY, places });
    const rows = ledger.rows.map((row) => [...row]);
    // A word of another system in one row.
    const relation = ledger.heading.indexOf('与户主关系');
    const other = rows.find((row) => row[relation] === '配偶');
    if (other) other[relation] = '爱人';
    await chooseLedger(clerk.page, '旧台账.xlsx', await writeXlsx('台账', ledger.heading, rows));
    await clerk.page.getByText('每一项在文件的哪一列').waitFor();
    await settle(clerk.page);
    await clerk.act('检查台账');
    await clerk.page.getByText('请填写日期，例如 2026-11-23').first().waitFor();
    await look(clerk.page, 'import-layout');
    await clerk.fill('台账截至日期', '20261031');
  });

  it('检查：几户可以登记、几行有错、错在哪里；不认识的说法对照一次', async () => {
    const { page } = clerk;
    await clerk.act('检查台账');
    await page.getByText('有错误的行 5 行').waitFor();
    await settle(page);
    await look(page, 'import-result');
    await clerk.choose('与户主关系“爱人”（1 行）', '配偶');
    await page.getByText('已加入代码表').waitFor();
    await page.getByRole('button', { name: '对照好了，去重新检查' }).press('Enter');
    await page.getByText('每一项在文件的哪一列').waitFor();
    await clerk.act('检查台账');
    await page.getByText('有错误的行 4 行').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /^下载待更正名单/ }).press('Enter');
    const path = await (await download).path();
    const book = await readXlsx(
      new Uint8Array(await (await import('node:fs/promises')).readFile(path)),
    );
    expect(book.sheets[0]?.rows[0]?.[0]).toBe('不能导入的原因');
  });

  it('登记：没有扫描件不能登记；登记以后等另一人复核', async () => {
    const { page } = clerk;
    await page.getByText('请先上传原决定文件或者盖章名册的扫描件。').waitFor();
    await clerk.photo('原决定文件或者盖章名册的扫描件', '盖章名册');
    await clerk.act('登记检查通过的 20 户');
    await page.getByRole('link', { name: '20 户待复核，对照原件复核' }).waitFor();
    await settle(page);
    await look(page, 'import-entered');
    await page.getByRole('link', { name: '20 户待复核，对照原件复核' }).press('Enter');
    await page.getByText('登记和复核不能是同一人').waitFor();
  });

  it('复核：对照扫描件逐户看，不符的退回，其余一次列入', async () => {
    const leader = await room.at('county-leader', COUNTY);
    const { page } = leader;
    await leader.go('/takeovers');
    await page.getByText('20 户待另一人复核').waitFor();
    await page.locator('body').press('j');
    await page.locator('body').press('Enter');
    await page.getByRole('link', { name: /待复核，对照原件复核$/ }).press('Enter');
    await page.getByRole('heading', { name: '对照原件复核' }).waitFor();
    await settle(page);
    await look(page, 'import-compare');
    const wrong = page.getByLabel('与原件不符，退回').first();
    await wrong.focus();
    await page.keyboard.press('Space');
    await leader.act('19 户相符列入名册，1 户退回');
    await page.getByText('请写明情况').first().waitFor();
    await leader.fill('哪里不符', '金额与盖章名册不符');
    await leader.act('19 户相符列入名册，1 户退回');
    await page.getByText('没有待复核的登记了').waitFor();
    await leader.go('/benefits');
    await page
      .getByText(/19 户（人）/)
      .first()
      .waitFor();
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
