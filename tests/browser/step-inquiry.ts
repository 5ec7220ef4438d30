import type { SyntheticFamily } from '../../src/cli/demo/person.ts';
import { settle } from './office.ts';
import { finished } from './stage.ts';
import type { Seated } from './staff-room.ts';
import { exactly } from './wording.ts';

export async function requestVerification(officer: Seated, path: string): Promise<void> {
  await officer.go(path);
  const button = officer.page.getByRole('button', { name: exactly('提请信息核对') });
  await officer.act('提请信息核对');
  await button.waitFor({ state: 'detached' });
}

/** Every source answered: the bank holds a deposit nobody declared, the others hold nothing. Then the report. */
export async function answerVerification(verifier: Seated): Promise<void> {
  const { page } = verifier;
  await verifier.go('/verification');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/verification\/cases\/.+/);
  await settle(page);
  await verifier.act('启动核对');
  const waits = page.getByText(/还没有全部答复$/);
  await waits.waitFor();
  for (let left = 40; (await waits.count()) > 0 && left > 0; left -= 1) {
    const asked = await waits.textContent();
    if (asked?.startsWith('银行存款')) await verifier.row('第 1 行 项目', ['存款', '3200']);
    await verifier.press('其余均无记录，保存');
    await page.getByText(asked ?? '', { exact: true }).waitFor({ state: 'detached' });
    await settle(page);
  }
  await verifier.act('出具核对报告');
  await page.getByText('本次核对已出具报告').waitFor();
}

/** The difference is explained: the declaration stands. */
export async function explainFindings(officer: Seated, path: string): Promise<void> {
  const { page } = officer;
  await officer.go(path);
  await page.getByRole('heading', { name: exactly('说明差异（还有 1 项）') }).waitFor();
  await officer.choose('处理结果', '申报');
  await officer.fill('说明', '这笔存款是上月代收的医保报销款，已经付给医院，有收据');
  await officer.act('说明差异');
  await finished(page, '信息核对');
}

/** 入户, 邻里 and 结论, written down by one of the two who went. `on` is typed as 20260304. */
export async function investigate(
  investigator: Seated,
  path: string,
  visit: { readonly family: SyntheticFamily; readonly with: string; readonly on: string },
): Promise<void> {
  const { page, name } = investigator;
  const both = [name, visit.with];
  await investigator.go(path);
  await investigator.fill('入户日期', visit.on);
  await investigator.choose('在场的家庭成员', visit.family.applicant.name);
  for (const each of both) await investigator.tick(each);
  for (const [label, text] of Object.entries(seen)) await investigator.fill(label, text);
  await investigator.photo('现场照片', `入户 ${visit.on}`);
  for (const each of both) await investigator.sign(`调查人员 ${each}`);
  await investigator.sign(`在场家庭成员 ${visit.family.applicant.name}`);
  await investigator.act('提交入户调查');
  await page.getByRole('heading', { name: exactly('6 邻里') }).waitFor();
  await settle(page);
  await investigator.fill('访问日期', visit.on);
  await investigator.fill('邻居姓名', '邻演居');
  await investigator.fill('与申请家庭的关系', '邻居，相识二十年');
  await investigator.fill('访问地点', '村口');
  for (const each of both) await investigator.tick(each);
  await investigator.fill('这一家平时有几口人居住？', '两口人');
  await investigator.fill('平时靠什么生活，谁在外面做事？', '靠养老金生活，没有人在外做事');
  for (const each of both) await investigator.sign(`调查人员 ${each}`);
  await investigator.press('提交邻里访问');
  await page.getByRole('heading', { name: exactly('6 邻里') }).waitFor({ state: 'detached' });
  await investigator.fill('调查结论', '入户和邻里访问所见与家庭申报一致');
  await investigator.press('完成调查');
  await finished(page, '入户调查');
}

const seen = {
  住房: '砖瓦房三间，自有，没有另外的房子',
  吃: '米面油有存，很少吃肉',
  穿: '四季衣服齐备，不新',
  用: '电视机、冰箱各一台，没有车辆',
  收入: '两位老人靠养老金生活',
  财产: '没有车辆和另外的房产，与申报一致',
};
