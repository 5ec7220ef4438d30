import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, investigated, plainDays, posted } from '../../src/cli/demo/story.ts';
import { acceptedCase, openCase } from '../../src/cli/demo/verbs/intake.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, open, openOffice, settle } from './office.ts';

const VILLAGE = '511702102200';

describe('控制台主要页面', () => {
  let office: Office;
  let granted: string;
  let visiting: string;
  let hanging: string;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-02-02'));
    const { county } = office;
    await giveAuthority(
      await county.desk('aid-officer', COUNTY),
      await county.desk('aid-officer', COUNTY, 1),
      LUOJIANG,
    );
    const cast = await castOf(county, LUOJIANG);
    const family = (number: number, members: 1 | 2 = 2) =>
      simpleFamily({ number, village: VILLAGE, members, monthlyIncome: fen(60_000) });
    granted = await decided(cast, county.clock, family(1), plainDays);
    hanging = await investigated(cast, county.clock, family(2, 1), plainDays);
    await posted(cast, county.clock, hanging, plainDays);
    county.clock.set(localDate('2026-03-09'));
    visiting = await acceptedCase(cast.clerk, family(3));
    await openCase(cast.clerk, VILLAGE);
  }, 180_000);
  afterAll(() => office.close());

  it('登录页列出演示人员，点选即可进入', async () => {
    const page = await office.door();
    await open(page, office.url);
    await look(page, 'sign-in');
    await page
      .getByRole('button', { name: /窗口受理员/ })
      .first()
      .press('Enter');
    await page.getByRole('heading', { name: '今日' }).waitFor();
  });

  it('今日：四个分组，j 下移，Enter 打开', async () => {
    const page = await office.seat('case-officer', LUOJIANG);
    await open(page, office.url);
    await expect
      .poll(() => page.getByRole('heading', { level: 2 }).allTextContents())
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining('今天必须办'),
          expect.stringContaining('等别人'),
        ]),
      );
    await look(page, 'today');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/.+/);
    await settle(page);
  });

  it('县级今日列出全县的办件', async () => {
    const page = await office.seat('aid-officer', COUNTY);
    await open(page, office.url);
    await look(page, 'today-county');
  });

  it('办件查询：按拼音首字母找到这一家', async () => {
    const page = await office.seat('case-officer', LUOJIANG);
    await open(page, `${office.url}/cases`);
    await look(page, 'case-list');
    await page.keyboard.press('/');
    await page.keyboard.type('qy');
    await page.keyboard.press('Enter');
    await page.getByText('查找“qy”').waitFor();
    await settle(page);
    expect(await page.getByRole('row').count()).toBeGreaterThan(1);
  });

  it('受理：先查找', async () => {
    const page = await office.seat('window-clerk', LUOJIANG);
    await open(page, `${office.url}/intake`);
    await look(page, 'intake-start');
  });

  it('办件：入户调查中', async () => {
    const page = await office.seat('investigator', LUOJIANG);
    await open(page, `${office.url}/cases/${visiting}`);
    await look(page, 'case-investigation');
  });

  it('办件：公示中', async () => {
    const page = await office.seat('poster', LUOJIANG);
    await open(page, `${office.url}/cases/${hanging}`);
    await look(page, 'case-publicity');
  });

  it('办件：已确认，时间线和材料', async () => {
    const page = await office.seat('case-officer', LUOJIANG);
    await open(page, `${office.url}/cases/${granted}`);
    await look(page, 'case-granted');
    for (const [tab, name] of [
      ['材料', 'case-materials'],
      ['时间线', 'case-timeline'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).press('Enter');
      await look(page, name);
    }
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
