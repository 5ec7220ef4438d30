import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { assess, correctFact } from '../../src/cli/demo/verbs/assessment.ts';
import { assessableCase } from '../../src/cli/demo/verbs/assessable-case.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, open, openOffice, settle } from './office.ts';
import { openStaffRoom, type Seated } from './staff-room.ts';

const DAY = localDate('2026-03-02');
const village = '511702102200';
const family = simpleFamily({ number: 61, village, members: 2, monthlyIncome: fen(30_000) });

describe('规则看得见、算得清：标准与规则、试算、核算结果', { timeout: 300_000 }, () => {
  let office: Office;
  let officer: Seated;
  let caseId: string;
  beforeAll(async () => {
    office = await openOffice(DAY);
    const { desk } = office.county;
    caseId = await assessableCase(
      {
        window: await desk('window-clerk', LUOJIANG),
        officer: await desk('case-officer', LUOJIANG),
        investigator: await desk('investigator', LUOJIANG),
        verifier: await desk('verifier', COUNTY),
        poster: await desk('poster', LUOJIANG),
      },
      family,
      DAY,
    );
    const corrected = { basis: 'visit', reason: '入户看到养老金存折，每月 350 元' } as const;
    const own = await desk('case-officer', LUOJIANG);
    await correctFact(own, caseId, ['incomes', 0, 'amount'], 35_000, corrected);
    await assess(own, caseId);
    officer = await openStaffRoom(office).at('case-officer', LUOJIANG);
  }, 180_000);
  afterAll(() => office.close());

  it('谁都能查各地的标准和规则：数值、单位、文件、暂用和缺的', async () => {
    const page = await office.seat('auditor', COUNTY);
    await open(page, `${office.url}/localities`);
    const row = page.getByRole('row').filter({ hasText: '低保标准' }).first();
    await expect.poll(() => row.textContent()).toContain('城市 826.00 元/人/月');
    expect(await row.textContent()).toContain('农村 620.00 元/人/月');
    expect(await page.getByText('暂用', { exact: true }).count()).toBeGreaterThan(5);
    await row.getByRole('button', { name: /^历年/ }).press('Enter');
    await page.getByRole('list', { name: '低保标准历年规定' }).waitFor();
    await look(page, 'localities');
  });

  it('两天、两个地方并排比较，只看不同的', async () => {
    const { page } = officer;
    await officer.go('/localities');
    await officer.choose('比较', '与另一天');
    await officer.fill('另一天', '20240701');
    await officer.tick('只看不同的');
    await settle(page);
    const row = page.getByRole('row').filter({ hasText: '低保标准' }).first();
    await expect.poll(() => row.textContent()).toContain('788.00 元/人/月');
    await look(page, 'localities-compared');
    await officer.choose('比较', '与另一个地方');
    await officer.choose('另一个地方', '尤溪');
    await settle(page);
    await page.getByText('5 档').waitFor();
  });

  it('试算全用键盘：边填边出结果，换地方、换日期重算，服务器什么都不留', async () => {
    const { page } = officer;
    await officer.go('/trial');
    await officer.choose('城乡属性', '农村');
    await officer.row('第 1 行 称呼', ['甲', '申请人', '19600301', '男', '是', '480']);
    await officer.row('第 1 行 就学', [
      ...['不在校', '否', '无劳动能力', '无就业条件', '无残疾', '', '否', '是', '是', '无下列', ''],
    ]);
    await officer.press('添一行', page.locator('[data-ledger=incomes]'));
    await officer.row('第 1 行 谁的', ['甲', '养老', '每月', '320', '0']);
    await officer.tick('没有这类支出');
    const result = page.getByRole('complementary', { name: '试算结果' });
    await result.getByText('尚不能判断').first().waitFor();
    const unfold = (title: string) =>
      page
        .locator('summary')
        .filter({ hasText: new RegExp(`^${title}$`) })
        .press('Enter');
    await unfold('财产');
    await officer.tick('家庭没有存款、房屋、车辆等财产');
    await unfold('赡养、抚养、扶养人');
    await officer.tick('没有家庭以外的义务人');
    await unfold('支出');
    await officer.tick('没有大额医疗、教育等支出');
    await result.getByText('每月 300.00 元').first().waitFor();
    await look(page, 'trial');
    await officer.fill('核算基准日', '20240801');
    await result.getByText('每月 260.00 元').first().waitFor();
    await page.reload();
    await settle(page);
    await result.getByText('每月 260.00 元').first().waitFor();
    expect(await page.getByLabel('第 1 行 称呼').inputValue()).toBe('');
    const kept = await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)));
    expect(kept).toContain('32000');
    expect(kept).not.toContain('甲');
  });

  it('核算结果：五类救助各一行，步骤用键盘展开收起，更正过的事实写明来源', async () => {
    const { page } = officer;
    await officer.go(`/cases/${caseId}`);
    const panel = page.getByRole('region', { name: '核算结果' }).or(page.locator('#main'));
    await panel.getByRole('button', { name: '低保边缘家庭' }).first().waitFor();
    await page.getByText('已符合最低生活保障').first().waitFor();
    const sheet = page.getByRole('treegrid', { name: '核算步骤' }).first();
    const rows = () => sheet.getByRole('row').count();
    const before = await rows();
    await sheet.locator('tbody tr').first().focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(rows).toBeLessThan(before);
    await page.keyboard.press('ArrowRight');
    await expect.poll(rows).toBe(before);
    await look(page, 'case-calculation');
    await page.getByRole('button', { name: '全部展开' }).first().press('Enter');
    await page.getByText('更正（入户调查、邻里访问）').first().waitFor();
    await look(page, 'case-calculation-steps');
  });

  it('从办件复制到试算：改动不影响办件', async () => {
    const { page } = officer;
    await page.getByRole('tab', { name: '核算' }).press('Enter');
    await officer.press('复制到试算，改动看结果');
    await page.getByRole('heading', { name: '试算', level: 1 }).waitFor();
    await settle(page);
    const result = page.getByRole('complementary', { name: '试算结果' });
    await result.getByText('每月 890.00 元').first().waitFor();
    await look(page, 'trial-copied');
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
