import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { seenRoll } from '../../src/cli/demo/verbs/funds.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { enterFamilies } from '../journeys/fund-families.ts';
import { look } from './look.ts';
import { type Office, openOffice } from './office.ts';
import { openStaffRoom, type Seated, type StaffRoom } from './staff-room.ts';

const BATCH = '511702DIBAO20260301';

describe('月末：编制、冻结、复核、封存、放行、回盘、结账，三个人用键盘办完', {
  timeout: 300_000,
}, () => {
  let office: Office;
  let room: StaffRoom;
  let planner: Seated;
  let rollId: string;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-03-02'));
    const { county } = office;
    await enterFamilies(
      await county.desk('aid-officer', COUNTY),
      await county.desk('county-leader', COUNTY),
      [
        { key: '1', serial: 1, name: '甲演禾' },
        { key: '2', serial: 2, name: '乙演麦', amount: '412.50' },
        { key: '3', serial: 3, name: '戊演豆', account: '' },
      ],
    );
    room = openStaffRoom(office);
    planner = await room.at('fund-planner', COUNTY);
  }, 240_000);
  afterAll(() => office.close());

  it('经办选项目和月份编制，看清谁发、谁暂缓、为什么，再冻结', async () => {
    const { page } = planner;
    await planner.go('/funds');
    await page.getByText('还没有编制过花名册').waitFor();
    await planner.fill('月份', '2026-3');
    await planner.act('编制花名册');
    await page.getByText('请填写年月，例如 2026-11').first().waitFor();
    await planner.fill('月份', '2026-03');
    await planner.act('编制花名册');
    await page.waitForURL(/\/funds\//);
    await page.getByText('已编制，待冻结；发放 2 笔 1,032.50 元，暂缓 1 笔').waitFor();
    rollId = page.url().split('/').at(-1) ?? '';
    await page.getByText('新增 2 户').waitFor();
    await page.getByRole('tab', { name: '暂缓' }).press('Enter');
    await page.getByText('没有发放账户').first().waitFor();
    await look(page, 'month-end-built');
    await planner.act('冻结花名册');
    await page.getByText(/^已冻结，待复核/).waitFor();
    expect(await page.getByRole('button', { name: '复核通过' }).count()).toBe(0);
  });

  it('复核的人写意见通过，经办封存，财政放行并下载', async () => {
    const reviewer = await room.at('fund-reviewer', COUNTY);
    await reviewer.go(`/funds/${rollId}`);
    await reviewer.act('复核通过');
    await reviewer.page.getByText('请写明意见').first().waitFor();
    await reviewer.fill('复核意见', '与名册逐户核对相符');
    await reviewer.act('复核通过');
    await reviewer.page.getByText(/^已复核，待封存/).waitFor();
    await planner.go(`/funds/${rollId}`);
    await planner.act('生成并封存代发文件');
    await planner.page.getByText(/^已封存，待放行/).waitFor();
    await planner.go('/fund-requests');
    await planner.act('提出用款申请');
    await planner.page.getByText(/待资金复核/).waitFor();
    await reviewer.go('/fund-requests');
    await reviewer.fill('意见', '与花名册、可用资金相符');
    await reviewer.act('用款复核通过');
    await reviewer.page.getByText(/待批准/).waitFor();
    const leader = await room.at('county-leader', COUNTY);
    await leader.go('/fund-requests');
    await look(leader.page, 'fund-request');
    await leader.fill('意见', '同意');
    await leader.act('批准用款');
    await leader.page.getByText(/已批准，可以放行/).waitFor();
    const finance = await room.at('finance', COUNTY);
    await finance.go(`/funds/${rollId}`);
    await finance.act('放行代发');
    await finance.page.getByText(/^已放行，待银行回盘/).waitFor();
    const saved = finance.page.waitForEvent('download');
    await finance.page.getByRole('link', { name: '下载' }).press('Enter');
    expect((await saved).suggestedFilename()).toBe(`${BATCH}-1.csv`);
  });

  it('错的回盘说明错在哪里、什么也不录；对的录入以后一分不差，结账', async () => {
    const { page } = planner;
    await planner.go(`/funds/${rollId}`);
    const send = async (text: string) => {
      const opened = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: '录入回盘' }).press('Enter');
      const buffer = Buffer.from(`批次号,序号,账号,金额,处理结果,失败原因\n${text}`);
      await (await opened).setFiles({ name: '回盘.csv', mimeType: 'text/csv', buffer });
    };
    const row = (no: number, amount: string) =>
      `${BATCH},${no},${accountFrom(70_000 + no)},${amount},成功,\n`;
    await send(row(1, '620.00'));
    await page.getByText(/缺 1 行，第一个缺的是序号 2/).waitFor();
    await look(page, 'month-end-reply');
    await send(row(1, '620.00') + row(2, '412.50'));
    await page.getByText('花名册、银行回盘和账簿一致。').waitFor();
    await planner.act('对账结账');
    await page.getByText(/^已结账/).waitFor();
    const view = await seenRoll(await office.county.desk('fund-planner', COUNTY), rollId);
    expect(view.reconciliation).toMatchObject({ paid: { lines: 2, amount: 103_250 } });
    await planner.go('/funds');
    await page.getByText('已付').first().waitFor();
    await look(page, 'month-end-board');
    await planner.go('/fund-checks');
    await page.getByText('花名册、银行和账簿一致。').waitFor();
    await look(page, 'fund-checks');
  });

  it('预算：凭文件登记，元当成分先问一句，钱不够说清差多少、到哪天', async () => {
    const { page } = planner;
    await planner.go('/fund-budget');
    await page.getByText('资金不够，请尽快补足').waitFor();
    await planner.choose('文件', '下达');
    await planner.fill('文号', '演财社〔2026〕8号');
    await page.locator('[id="year"]').fill('2026');
    await planner.photo('文件扫描件', 'paper');
    await look(page, 'budget');
    await planner.go('/fund-forecast');
    await page.getByRole('img', { name: /共需/ }).waitFor();
    await page.getByRole('slider').press('ArrowRight');
    await page.getByText('标准每人每月提高 5 元').waitFor();
    await look(page, 'forecast');
    await planner.go('/fund-performance');
    await page.getByText('不公开').first().waitFor();
    await look(page, 'performance');
  });

  it('账户更正：窗口登记、上传影像，县级另一人照影像再输入，几天以后生效', async () => {
    const clerk = await room.at('window-clerk', LUOJIANG);
    await clerk.go('/account-changes');
    await clerk.page.getByText('没有账户更正。').waitFor();
    await clerk.act('登记账户更正');
    await clerk.page.getByText('请填写开户行').first().waitFor();
    await clerk.choose('发放对象', '戊演豆');
    await clerk.fill('开户行', '演示农商银行');
    await clerk.fill('户名', '戊演豆');
    await clerk.fill('账号', accountFrom(75_000));
    await clerk.fill('更正原因', '原来没有账户，新办了卡');
    await clerk.photo('本人到场签字的申请和银行卡影像', 'card');
    await look(clerk.page, 'account-change-asked');
    await clerk.act('登记账户更正');
    await clerk.page.getByText('待县级核对').waitFor();
    const officer = await room.at('aid-officer', COUNTY);
    await officer.go('/account-changes');
    await officer.fill('照影像再输入账号', accountFrom(75_001));
    await officer.choose('与影像', '相符');
    await officer.fill('意见', '与影像一致');
    await officer.act('核对账户更正');
    await officer.page.getByText(/与登记的不同/).waitFor();
    await officer.fill('照影像再输入账号', accountFrom(75_000));
    await look(officer.page, 'account-change-check');
    await officer.act('核对账户更正');
    await officer.page.getByText('核对相符，2026年3月9日生效').waitFor();
  });
});
