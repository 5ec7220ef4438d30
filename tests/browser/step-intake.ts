import { expect } from 'vitest';
import type { SyntheticFamily } from '../../src/cli/demo/person.ts';
import { PATIENCE_MS, settle } from './office.ts';
import { finished } from './stage.ts';
import type { Seated } from './staff-room.ts';
import { exactly } from './wording.ts';

/** 受理: search, open, the whole form, the checklist, acceptance. Answers the case's address. */
export async function takeIn(
  clerk: Seated,
  family: SyntheticFamily,
  village: string,
  onFilled: () => Promise<void> = async () => {},
): Promise<string> {
  const { page } = clerk;
  await clerk.go('/intake');
  await clerk.fill('姓名、拼音首字母、身份证号或者电话', family.people[0]?.idNumber ?? '');
  await page.keyboard.press('Enter');
  await page.getByText('没有找到').waitFor();
  await clerk.choose('家庭所在村（社区）', village);
  await clerk.press('建立办件，填写家庭情况');
  await page.waitForURL(/\/intake\/.+/);
  await settle(page);
  await typeFamily(clerk, family);
  await typeEconomy(clerk, family);
  await onFilled();
  await clerk.act('登记家庭情况');
  await page.getByRole('button', { name: exactly('全部原件已核') }).waitFor();
  await clerk.press('全部原件已核');
  await clerk.press('登记材料清单');
  await expect.poll(() => page.getByText(/^受理还缺/).count(), { timeout: PATIENCE_MS }).toBe(0);
  await clerk.act('受理申请');
  await page.getByTitle('受理通知书').waitFor();
  return new URL(page.url()).pathname.replace('/intake/', '/cases/');
}

async function typeFamily(clerk: Seated, family: SyntheticFamily): Promise<void> {
  for (const [index, person] of family.people.entries()) {
    if (index > 0) await clerk.press('添一行', clerk.page.locator('[data-ledger=members]'));
    await clerk.row(`第 ${index + 1} 行 姓名`, [
      ...[person.name, index === 0 ? '申请人' : '配偶', person.idNumber],
      // The ID number has filled in birthday and sex.
      ...['', '', person.phone ?? '', '是', '480'],
    ]);
  }
  for (const index of family.people.keys()) {
    await clerk.row(`第 ${index + 1} 行 就学`, [
      ...['不在校', '否', '无劳动能力', '无就业条件', '无残疾', '', '否', '是', '是', '无下列'],
    ]);
  }
  await clerk.choose('城乡属性', '农村');
  await clerk.fill('家庭住址', '演示路 41 号');
  await clerk.fill('开户银行', family.account?.bank ?? '');
  await clerk.fill('户名', family.account?.holder ?? '');
  await clerk.fill('账号', family.account?.number ?? '');
  await clerk.fill('家庭困难的主要原因', '夫妻年老，没有劳动能力，收入不足以维持生活');
  await clerk.press('下一节：收入');
}

async function typeEconomy(clerk: Seated, family: SyntheticFamily): Promise<void> {
  const incomes = clerk.page.locator('[data-ledger=incomes]');
  const yuan = String((family.facts.incomes?.[0]?.amount ?? 0) / 100);
  await clerk.press('添一行', incomes);
  await clerk.row('第 1 行 谁的', [family.applicant.name, '养老', '每月', yuan, '0']);
  await clerk.tick('没有这类支出');
  await clerk.press('下一节：财产');
  await clerk.tick('家庭没有存款、房屋、车辆等财产');
  await clerk.press('下一节：赡养、抚养、扶养人');
  await clerk.tick('没有家庭以外的义务人');
  await clerk.press('下一节：支出');
  await clerk.tick('没有大额医疗、教育等支出');
  await clerk.press('下一节：突发困难');
  await clerk.choose('遇到的突发困难', '没有');
  await clerk.press('下一节：材料清单和受理');
}

/** 授权承诺 of every member, then the declaration of near relatives. */
export async function authorise(
  clerk: Seated,
  path: string,
  family: SyntheticFamily,
): Promise<void> {
  await clerk.go(path);
  for (const { name } of family.people) {
    await clerk.sign(`${name}签名`);
    await clerk.press(`${name}签署完成`);
    await clerk.page
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`${name}.*本人签署`) })
      .waitFor();
  }
  await clerk.press('声明没有近亲属');
  await finished(clerk.page, '授权承诺');
}
