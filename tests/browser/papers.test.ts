import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { prepareReferral } from '../../src/cli/demo/verbs/referral.ts';
import { fen } from '../../src/kernel/fen.ts';
import { textOf } from '../../src/platform/document/read-pdf.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice } from './office.ts';
import { openStaffRoom, type StaffRoom } from './staff-room.ts';

describe('文书：批量打印、大字版、核对真伪、目录', { timeout: 300_000 }, () => {
  let office: Office;
  let room: StaffRoom;
  let caseId: string;
  let code: string;
  beforeAll(async () => {
    office = await openOffice(plainDays.accepted);
    const { county } = office;
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    const cast = await castOf(county, LUOJIANG);
    const family = (number: number, income: number) =>
      simpleFamily({ number, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(income) });
    caseId = await decided(cast, county.clock, family(61, 60_000), plainDays);
    const slip = { id: randomUUID(), to: '通川区医疗保障局' };
    expect((await prepareReferral(cast.officer, caseId, slip)).status).toBe(200);
    const printed = await cast.officer.fetch(`/api/cases/${caseId}/papers/acceptance-receipt`);
    code = /核验码([0-9A-Z-]{14})/.exec(await textOf(printed.bytes))?.[1] ?? '';
    room = openStaffRoom(office);
  }, 240_000);
  afterAll(() => office.close());

  it('要张贴的列在一处，键盘选取，一次打成一份', async () => {
    const officer = await room.at('case-officer', LUOJIANG);
    const { page } = officer;
    await officer.go('/papers/print');
    const rows = page.getByRole('region', { name: '待打印的文书' });
    await rows.getByText('公布（张贴）').first().waitFor();
    await look(page, 'print-list');
    const count = await page.getByText('✓ 打印').count();
    expect(count).toBeGreaterThan(1);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `打印选中的 ${count - 1} 份` }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `打印选中的 ${count} 份` }).waitFor();
    await page.keyboard.press('Control+Enter');
    const frame = page.getByTitle('批量打印件');
    await frame.waitFor();
    expect(await frame.getAttribute('src')).toMatch(/^blob:/);
  });

  it('办件的“文书”列出全部文书，给家庭的有大字版，转介单有可编辑的附函', async () => {
    const officer = await room.at('case-officer', LUOJIANG);
    const { page } = officer;
    await officer.go(`/cases/${caseId}`);
    await page.getByRole('tab', { name: '文书' }).click();
    await page.getByRole('link', { name: /大字版\s*：受理通知书/ }).waitFor();
    await page.getByRole('link', { name: '附函（可编辑）' }).first().waitFor();
    await look(page, 'case-papers');
  });

  it('照着纸上的核验码核对：一致；抄错一位：请重输；编造的：查不到', async () => {
    const clerk = await room.at('window-clerk', LUOJIANG);
    const { page } = clerk;
    await clerk.go('/papers/check');
    await clerk.fill('核验码', code.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /确由本系统出具/ }).waitFor();
    await page.getByRole('link', { name: /打开登记的这份文书/ }).waitFor();
    await look(page, 'check-paper');
    await clerk.fill('核验码', `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
    await page.keyboard.press('Enter');
    await page.getByText('请对照纸上的再输一次').first().waitFor();
    await clerk.fill('核验码', '0000-0000-0000');
    await page.keyboard.press('Enter');
    await page.getByText('没有查到这个核验码').waitFor();
  });

  it('目录列出每种文书自动填几项、手工填几项', async () => {
    const officer = await room.at('case-officer', LUOJIANG);
    await officer.go('/papers/kinds');
    await officer.page.getByRole('rowheader', { name: '受理通知书' }).waitFor();
    await look(officer.page, 'paper-kinds');
  });

  it('群众扫码的页面不用登录，手机上看得清', async () => {
    const clerk = await room.at('window-clerk', LUOJIANG);
    await clerk.page.context().clearCookies();
    await clerk.page.goto(new URL(`/check/${code}`, clerk.page.url()).href);
    await clerk.page.getByText('登记有效').waitFor();
    expect(await clerk.page.getByText('受理通知书').count()).toBe(1);
  });
});
