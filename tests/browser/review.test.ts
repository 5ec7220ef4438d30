import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { seenBenefit } from '../../src/cli/demo/verbs/review.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice, settle } from './office.ts';
import { openStaffRoom, type StaffRoom } from './staff-room.ts';

const VILLAGE = `${LUOJIANG}200`;
const TODAY = localDate('2027-02-22');

describe('动态管理：名册、核查、减发', () => {
  let office: Office;
  let room: StaffRoom;
  let id: string;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-02-02'));
    const { desk, cast, clock } = office.county;
    const officer = await desk('aid-officer', COUNTY);
    await giveAuthority(officer, await desk('county-leader', COUNTY), LUOJIANG);
    for (const number of [1, 2, 3]) {
      const family = simpleFamily({
        number,
        village: VILLAGE,
        members: 2,
        monthlyIncome: fen(60_000),
      });
      id = await decided(cast(LUOJIANG), clock, family, plainDays);
    }
    room = openStaffRoom(office);
    await room.day(TODAY);
  }, 240_000);
  afterAll(() => office.close());

  const path = () => `/benefits/${id}`;
  const read = async () => seenBenefit(await office.county.desk('inspector', COUNTY), id);

  it('名册：今天有哪些户、应发多少；过去某一天也能看', async () => {
    const officer = await room.at('case-officer', LUOJIANG);
    await officer.go('/benefits');
    await officer.page.getByText('3 户（人），保障 6 人').waitFor();
    await look(officer.page, 'benefits');
    await officer.fill('哪一天的名册', '20260316');
    await officer.page.keyboard.press('Enter');
    await officer.page.getByText('2026年3月16日：0 户（人）').waitFor();
  });

  it('核查一户：开始、登记两人入户、作出结论，全程用键盘', async () => {
    const officer = await room.at('case-officer', LUOJIANG);
    await officer.go(path());
    await look(officer.page, 'benefit');
    await officer.act('开始定期核查');
    await officer.page.getByLabel('核查情况').waitFor();
    await look(officer.page, 'benefit-check');
    for (const tile of await officer.page.locator('.yc-tile input').all()) {
      if (await tile.isChecked()) continue;
      await tile.focus();
      await officer.page.keyboard.press('Space');
      if ((await officer.page.locator('.yc-tile input:checked').count()) === 2) break;
    }
    await officer.fill('核查情况', '两位老人在家，收入、财产与上次一致');
    await officer.act('登记核查情况');
    await officer.page.getByRole('heading', { name: '作出核查结论' }).waitFor();
    await officer.fill('说明', '经入户核查，没有明显变化');
    await officer.act('作出核查结论');
    await expect.poll(async () => (await read()).state.reviewDue).toBe('2028-02-22');
  });

  it('减发：登记变化、改事实重新核算、提出意见、告知、听取、由没有参与的人决定', async () => {
    const officer = await room.at('case-officer', LUOJIANG);
    await officer.go(path());
    const change = officer.page.locator('details', { hasText: '登记家庭情况变化' });
    await change.locator('summary').focus();
    await officer.page.keyboard.press('Enter');
    await officer.choose('变化种类', '收入变化');
    await officer.fill('变了什么', '打零工每月多收入100元');
    await officer.press('登记家庭情况变化', change);
    await officer.act('重新核算');
    await officer.page
      .getByRole('heading', { name: /重新核算/ })
      .first()
      .waitFor();
    await settle(officer.page);
    await look(officer.page, 'benefit-reassess');
    await officer.fill('理由', '打零工增加收入');
    const amount = officer.page.getByLabel(/^第 1 行 金额|收入金额|金额/).first();
    await amount.focus();
    await officer.page.keyboard.press('Control+a');
    await officer.page.keyboard.type('700');
    await officer.act('重新核算');
    await officer.page.getByRole('heading', { name: '提出调整意见' }).waitFor();
    await officer.fill('理由', '收入增加，按核算结果减发');
    await look(officer.page, 'benefit-propose');
    await officer.act('提出调整意见');
    await officer.page.getByRole('heading', { name: '登记事先告知' }).waitFor();
    await officer.photo('签收凭证', '告知送达');
    await officer.act('登记事先告知');
    await officer.page.getByRole('heading', { name: '登记听取意见的情况' }).waitFor();
    // 家庭要求听证:由没有参与核查、核算、提出意见的人主持。
    const asks = officer.page.locator('details', { hasText: '登记听证要求' });
    await asks.locator('summary').focus();
    await officer.page.keyboard.press('Enter');
    await officer.press('登记听证要求', asks);
    await officer.page.getByText('举行听证').first().waitFor();
    const secretary = await room.at('secretary', LUOJIANG);
    await secretary.go('/review-tasks');
    await secretary.page.getByText('举行听证').first().waitFor();
    await secretary.go(path());
    await secretary.page.getByRole('heading', { name: '登记听取意见的情况' }).waitFor();
    await secretary.choose('结果', '已举行听证');
    await look(secretary.page, 'benefit-hearing');
    await secretary.fill('意见内容和处理', '家庭陈述收入不稳定，经核实仍按实际收入计算');
    await secretary.photo('笔录或者书面放弃(可不填)', '听证笔录');
    await secretary.act('登记听取意见的情况');
    await secretary.page.getByText('对减发作出决定').first().waitFor();
    const chair = await room.at('chair', LUOJIANG);
    await chair.go('/review-tasks');
    await chair.page.getByText('对减发作出决定').first().waitFor();
    await look(chair.page, 'review-tasks');
    await chair.go(path());
    await chair.fill('决定理由', '收入增加属实，依法减发');
    await look(chair.page, 'benefit-decide');
    await chair.act('作出调整决定');
    await expect
      .poll(async () => (await read()).state.entries.map(({ from, amount: paid }) => [from, paid]))
      .toEqual([
        ['2026-04', 64_000],
        ['2027-03', 54_000],
      ]);
    expect((await read()).state.adjustments[0]?.answer?.kind).toBe('hearing');
    await settle(chair.page);
    await look(chair.page, 'benefit-decided');
  });

  it('原有对象：县级一人登记，另一人对照扫描件复核', async () => {
    const aid = await room.at('aid-officer', COUNTY);
    await aid.go('/benefits/new');
    await look(aid.page, 'benefit-new');
    await aid.choose('村（社区）', '金凤村');
    await aid.fill('文号', '通民低保〔2024〕9号');
    await aid.fill('原决定日期', '20240510');
    await aid.fill('起始年月', '2024-06');
    await aid.fill('现在每月金额', '420');
    await aid.fill('最近一次核查日期', '20260901');
    await aid.photo('扫描件', '原批准文件');
    const number = idNumberFrom(1, localDate('1950-05-05'), 'male');
    await aid.row('第 1 行 姓名', ['方演桂', number]);
    await aid.act('登记原有救助对象');
    await aid.page.getByRole('heading', { name: '与原文件相符，列入名册' }).waitFor();
    const leader = await room.at('county-leader', COUNTY);
    await leader.go('/review-tasks');
    await leader.page.getByText('对照原文件复核登记').first().waitFor();
    await leader.page.locator('body').press('j');
    await leader.page.locator('body').press('Enter');
    await leader.act('与原文件相符，列入名册');
    await leader.page.getByText('享受中').first().waitFor();
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
