import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, open, openOffice, settle } from './office.ts';
import { openStaffRoom, type Seated } from './staff-room.ts';

const VILLAGE = '511702102200';
const JULY = localDate('2026-07-06');
/** Two people with 100, 300 and 640 yuan a head under a rural standard of 620: two are granted, one is refused. */
const families = [20_000, 60_000, 128_000].map((income, index) =>
  simpleFamily({ number: 81 + index, village: VILLAGE, members: 2, monthlyIncome: fen(income) }),
);

describe('政策调整测算：改标准之前看清谁增加、谁新符合、多花多少', { timeout: 300_000 }, () => {
  let office: Office;
  let officer: Seated;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-02-02'));
    const { county } = office;
    const second = await county.desk('aid-officer', COUNTY, 1);
    await giveAuthority(await county.desk('aid-officer', COUNTY), second, LUOJIANG);
    const cast = await castOf(county, LUOJIANG);
    for (const family of families) await decided(cast, county.clock, family, plainDays);
    county.clock.set(JULY);
    officer = await openStaffRoom(office).at('aid-officer', COUNTY);
  }, 240_000);
  afterAll(() => office.close());

  it('没有填的逐处写明，已经填的不丢', async () => {
    const { page } = officer;
    await officer.go('/previews');
    await page.getByText('还没有测算').waitFor();
    await look(page, 'previews-empty');
    await officer.act('新的测算');
    await page.getByRole('heading', { name: '新的测算', level: 1 }).waitFor();
    await settle(page);
    await officer.act('开始测算');
    await page.getByText('请填写日期，例如 2026-07-01').first().waitFor();
    await officer.fill('自哪一天起', '20260101');
    await officer.act('开始测算');
    await page.getByText('请至少填写一个新标准').first().waitFor();
    await look(page, 'preview-new');
    await officer.fill('新的农村低保标准', '680');
    await page.getByText('现行 620.00 元/人/月').waitFor();
    await page.getByText(/^草稿已存/).waitFor();
    await page.reload();
    await settle(page);
    await expect.poll(() => page.getByLabel('新的农村低保标准').inputValue()).toBe('680.00');
  });

  it('全用键盘开始，结果用话、表和图说清', async () => {
    const { page } = officer;
    await officer.act('开始测算');
    await page.getByText('符合的家庭由 2 户变为 3 户，增加 1 户。').waitFor();
    await page.getByText('每月应发由 1,680.00 元/月变为 2,000.00 元/月').waitFor();
    await page.getByText('2026年1月至7月应补发 2 户，共 960.00 元').waitFor();
    const chart = page.getByRole('img', { name: /^每月增减的分布/ });
    await chart.waitFor();
    expect(await chart.getAttribute('alt')).toContain('增加 120～130 元 2 户');
    await page.getByText('测算只供研究，不作任何决定').waitFor();
    await look(page, 'preview-result');
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
