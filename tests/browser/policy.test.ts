import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice, settle } from './office.ts';
import { openStaffRoom, type Seated } from './staff-room.ts';

/** Two people with 100, 300 and 640 yuan a head under a rural standard of 620: two are granted, one is refused. */
const incomes = [20_000, 60_000, 128_000];

describe('DL-07：新标准起草、测算、批准、公布', { timeout: 300_000 }, () => {
  let office: Office;
  let officer: Seated;
  let leader: Seated;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-02-02'));
    const { county } = office;
    const second = await county.desk('aid-officer', COUNTY, 1);
    await giveAuthority(await county.desk('aid-officer', COUNTY), second, LUOJIANG);
    const cast = await castOf(county, LUOJIANG);
    for (const [index, income] of incomes.entries()) {
      const number = 91 + index;
      const family = simpleFamily({
        ...{ number, village: '511702102200', members: 2, monthlyIncome: fen(income) },
      });
      await decided(cast, county.clock, family, plainDays);
    }
    county.clock.set(localDate('2026-07-06'));
    const room = openStaffRoom(office);
    officer = await room.at('aid-officer', COUNTY);
    leader = await room.at('county-leader', COUNTY);
  }, 240_000);
  afterAll(() => office.close());

  it('把元当成分填的先问；改好保存，测算附在草案里', async () => {
    const { page } = officer;
    await officer.go('/policies');
    await page.getByText('还没有草案').waitFor();
    await officer.act('起草新标准');
    await page.getByRole('heading', { name: '起草新标准', level: 1 }).waitFor();
    await settle(page);
    await officer.fill('名称', '提高农村低保标准');
    await officer.fill('制定机关', '通川区人民政府');
    await officer.fill('新的农村低保标准', '62000');
    await officer.fill('自哪一天起', '20260101');
    await page.getByText('像是把元当成了分').waitFor();
    await look(page, 'policy-question');
    await officer.fill('新的农村低保标准', '680');
    await page.getByText(/^没有错误；与现行的有 2 处不同/).waitFor();
    await officer.act('保存草案');
    await page.getByText('起草中').first().waitFor();
    await page.getByRole('button', { name: '开始测算' }).press('Enter');
    await page.getByText('增加 1 户：新符合 1 户。').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '送请批准' }).press('Enter');
    await page.getByText('待批准').first().waitFor();
    await look(page, 'policy-submitted');
  });

  it('分管领导看过测算批准，凭文号公布', async () => {
    const { page } = leader;
    await leader.go('/policies');
    await page.getByText('提高农村低保标准').first().click();
    await leader.fill('批准意见', '测算清楚，同意公布');
    await look(page, 'policy-approve');
    await page.getByRole('button', { name: '批准', exact: true }).press('Enter');
    await leader.fill('文号', '通府发〔2026〕9号');
    await leader.fill('发文日期', '20260706');
    await page.getByRole('button', { name: '公布', exact: true }).press('Enter');
    await page.getByText('2026年7月7日').first().waitFor();
    await look(page, 'policy-published');
    expect(await page.getByText('编制补发清单').count()).toBe(0);
  });

  it('SL-32：价格补贴按文件拟定，看清发给谁，分管领导批准', async () => {
    const { page } = officer;
    await officer.go('/price-subsidies');
    await page.getByText('还没有价格补贴').waitFor();
    await officer.act('拟定价格补贴');
    await page.getByRole('heading', { name: '拟定价格补贴', level: 1 }).waitFor();
    await settle(page);
    await officer.fill('文号', '演发改〔2026〕3号');
    await officer.fill('发文日期', '20260706');
    await officer.fill('第一个月', '2026-07');
    await officer.fill('最后一个月', '2026-09');
    await officer.fill('城市对象', '50');
    await officer.fill('农村对象', '400');
    await officer.photo('文件扫描件', 'subsidy');
    await officer.act('拟定价格补贴');
    await page.getByText('像是多写了零').first().waitFor();
    await look(page, 'subsidy-new');
    await officer.fill('农村对象', '40');
    await officer.act('拟定价格补贴');
    await page.getByText('待批准').first().waitFor();
    await leader.go(new URL(page.url()).pathname);
    await leader.page.getByText('按拟定时的名册：2 户 4 人，每月 160.00 元').first().waitFor();
    await leader.fill('批准意见', '按文件发放，同意');
    await look(leader.page, 'subsidy-approve');
    await leader.act('批准价格补贴');
    await leader.page.getByText('已批准，随花名册发放').first().waitFor();
  });
});
