import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { openCase } from '../../src/cli/demo/verbs/intake.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice, PATIENCE_MS } from './office.ts';
import { openStaffRoom, type Seated } from './staff-room.ts';

const village = '511702102200';
const family = simpleFamily({ number: 44, village, members: 1, monthlyIncome: fen(15_000) });

/** A list in the last cell is answered with Enter, which has begun a new row; Ctrl+Delete takes it away. */
const dropBlank = (page: Page) => page.keyboard.press('Control+Delete');

describe('一户同时看低保、特困和临时救助，全部用键盘填写', { timeout: 400_000 }, () => {
  let office: Office;
  let clerk: Seated;
  let desk: Desk;
  let caseId: string;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-03-02'));
    desk = await office.county.desk('window-clerk', LUOJIANG);
    caseId = await openCase(desk, village);
    clerk = await openStaffRoom(office).at('window-clerk', LUOJIANG);
  }, 180_000);
  afterAll(() => office.close());

  it('不问特困的，成员情况一行到底；问的，回车接着填自理能力', async () => {
    const { page } = clerk;
    await clerk.go(`/intake/${caseId}`);
    await clerk.row('第 1 行 姓名', [
      ...[family.applicant.name, '申请人', family.applicant.idNumber],
      ...['', '', '', '是', '480'],
    ]);
    expect(await page.getByLabel('第 1 行 自主吃饭').count()).toBe(0);
    await clerk.tick('有人可能是特困人员（老年、残疾、未满 16 周岁），逐人填写自理能力');
    await clerk.row('第 1 行 就学', [
      ...['不在校', '否', '无劳动能力', '无就业条件', '无残疾', '', '否', '是', '是', '无下列', ''],
      ...['分散', '是', '否', '是', '否', '否', '否'],
    ]);
    await dropBlank(page);
    await clerk.choose('城乡属性', '农村');
    await clerk.fill('家庭困难的主要原因', '年老独居，房屋失火');
    await clerk.press('下一节：收入');
  });

  it('种植收入问金额的来源，一次性收入问取得日期，其余的按“更多”', async () => {
    const { page } = clerk;
    await clerk.press('添一行', page.locator('[data-ledger=incomes]'));
    await clerk.row('第 1 行 谁的', [family.applicant.name, '种植', '每年', '3000', '1200']);
    await clerk.press('添一行', page.locator('[data-ledger=incomes]'));
    await clerk.row('第 2 行 谁的', [
      ...[family.applicant.name, '赔偿', '核算期内', '2000', '0', '20260105'],
    ]);
    await clerk.tick('没有这类支出');
    await clerk.press('下一节：财产');
    await clerk.tick('家庭没有存款、房屋、车辆等财产');
    await clerk.choose('雇用他人从事经营', '否');
    await clerk.press('下一节：赡养、抚养、扶养人');
    const supporters = page.locator('[data-ledger=supporters]');
    await clerk.press('添一行', supporters);
    await clerk.row('第 1 行 供养谁', [family.applicant.name, '兄弟', '1', '', '', '0', '0', '无']);
    await dropBlank(page);
    await clerk.press('第 1 行更多情况', supporters);
    await clerk.row('第 1 行 义务人出生日期', ['19520308', '300', '是', '1', '农村']);
    await clerk.press('下一节：支出');
    await clerk.tick('没有大额医疗、教育等支出');
    await clerk.press('下一节：突发困难');
  });

  it('没有遇到突发困难的只有一问；遇到的接着填，问以前的救助', async () => {
    const { page } = clerk;
    expect(await page.getByLabel('困难的原因').count()).toBe(0);
    await clerk.choose('遇到的突发困难', '急难型');
    await clerk.choose('困难的原因', '火灾');
    await clerk.choose('困难的程度', '严重');
    await clerk.fill('需要救助的人数', '1');
    await clerk.fill('损失或者自付的金额', '26000');
    const past = page.locator('[data-ledger=pastReliefs]');
    await clerk.press('添一行', past);
    await clerk.row('第 1 行 给予日期', ['20250601', '医疗', '800']);
    await clerk.choose('同一事由再次申请有正当理由', '是');
    await look(page, 'intake-many-schemes');
    await clerk.act('登记家庭情况');
    const declared = async () => (await seen(desk, caseId)).state.household.declaration;
    await expect.poll(async () => (await declared()) !== null, { timeout: PATIENCE_MS }).toBe(true);
    const facts = (await declared())?.facts;
    expect(facts?.members[0]).toMatchObject({ careMode: 'home', canEat: true, canDress: false });
    expect(facts?.incomes).toMatchObject([
      { kind: 'farming', basis: 'stated' },
      { receivedOn: '2026-01-05' },
    ]);
    expect(facts?.supporters).toMatchObject([
      { birth: '1952-03-08', ownMonthlyIncome: 30_000, propertyWithinLimit: true, obligors: 1 },
    ]);
    expect(facts).toMatchObject({
      hiresOthers: false,
      highFeeEducation: null,
      relief: { kind: 'emergency', cause: 'fire', severity: 'severe', loss: 2_600_000 },
      pastReliefs: [{ cause: 'medical', amount: 80_000 }],
    });
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
