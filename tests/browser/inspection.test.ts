import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { commit, type DrawDesks, reveal } from '../../src/cli/demo/verbs/inspection.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice, PATIENCE_MS } from './office.ts';
import { openStaffRoom, type Seated, type StaffRoom } from './staff-room.ts';

const MARCH = `${COUNTY}-2026-03`;
const BEACON = 'ssq:2026038:03,09,14,21,27,33+08';

describe('抽签和实地核查：从冻结名单到下达整改', { timeout: 300_000 }, () => {
  let office: Office;
  let room: StaffRoom;
  let inspector: Seated;
  let desks: DrawDesks;
  beforeAll(async () => {
    office = await openOffice(plainDays.accepted);
    const { county } = office;
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    const cast = await castOf(county, LUOJIANG);
    const family = simpleFamily({
      ...{ number: 1, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
    });
    await decided(cast, county.clock, family, plainDays);
    desks = {
      ...{ inspector: cast.inspector, leader: cast.leader, aid },
      auditor: await county.desk('auditor', COUNTY),
    };
    county.clock.set(localDate('2026-04-01'));
    room = openStaffRoom(office);
    inspector = await room.at('inspector', COUNTY);
  }, 240_000);
  afterAll(() => office.close());

  it('冻结名单；县局在本机产生密数，只交承诺值', async () => {
    await inspector.go('/draws');
    await inspector.act('冻结抽查名单');
    await inspector.page.waitForURL(/\/draws\/511702-2026-03/);
    await inspector.page.getByText('新增 1 户').waitFor();
    const leader = await room.at('county-leader', COUNTY);
    await leader.go(`/draws/${MARCH}`);
    await leader.page.getByRole('button', { name: '在本机产生密数' }).press('Enter');
    await leader.page.getByText(/密数（请抄写、封存，系统不保存）/).waitFor();
    await look(leader.page, 'draw-commit');
    const secret = await leader.page.locator('code').textContent();
    await leader.act('交承诺值');
    await leader.page.getByText('承诺值', { exact: false }).first().waitFor();
    const letter = await uploadPaper(desks.inspector, '承诺单');
    await commit(desks, MARCH, 'county-discipline', null);
    await commit(desks, MARCH, 'city-civil-affairs', letter);
    office.county.clock.set(localDate('2026-04-03'));
    for (const [role, from] of [
      ['inspector', '福彩中心网站'] as const,
      ['aid-officer', '晚报'] as const,
    ]) {
      const seat = role === 'inspector' ? inspector : await room.at(role, COUNTY);
      await seat.go(`/draws/${MARCH}`);
      await seat.fill('号码', BEACON);
      await seat.fill('从哪里查到', from);
      await seat.act('录入公开号码');
      await seat.page
        .getByText(role === 'inspector' ? /（福彩中心网站）/ : BEACON)
        .first()
        .waitFor();
    }
    // The second number stands beside the first as soon as it is recorded: until then no secret is taken.
    for (const party of ['county-discipline', 'city-civil-affairs'] as const) {
      const status = async () => (await reveal(desks, MARCH, party)).status;
      await expect.poll(status, { timeout: PATIENCE_MS }).toBe(200);
    }
    await leader.go(`/draws/${MARCH}`);
    await leader.fill('密数', secret ?? '');
    await leader.act('交密数');
    await leader.page.getByRole('button', { name: '抽签', exact: true }).waitFor();
    await leader.act('抽签');
    await leader.page.getByRole('heading', { name: '要核查的户' }).waitFor();
    await look(leader.page, 'draw-drawn');
  });

  it('派组、登记不一致、下达整改', async () => {
    const { page } = inspector;
    await inspector.go('/checks');
    await look(page, 'check-list');
    await page.getByRole('row').nth(1).click();
    await page.waitForURL(/\/checks\//);
    await page.getByRole('heading', { name: '派出核查组' }).waitFor();
    for (const name of ['郑演松', '李演禾']) await inspector.tick(name);
    await inspector.fill('上门日期', '2026-04-03');
    await inspector.act('派出核查组');
    await page.getByRole('heading', { name: '登记核查结果' }).waitFor();
    await look(page, 'check-form');
    await inspector.act('登记核查结果');
    await page.getByText('请填写日期', { exact: false }).first().waitFor();
    const box = page.locator('section', {
      has: page.getByRole('heading', { name: '登记核查结果' }),
    });
    await inspector.fill('核查日期', '2026-04-03', box);
    await inspector.fill('收入来源：现场情况', '长子在镇上开店，月入四千元', box);
    await inspector.choose('收入来源：是否一致', '不一致', box);
    await inspector.choose('核查结果', '与档案不一致', box);
    await inspector.choose('问题等次', '严重问题', box);
    await inspector.choose('问题类型', '收入不符', box);
    await inspector.fill('核查情况', '家庭收入少报，应当重新核算', box);
    await inspector.photo('现场照片', '现场', box);
    await inspector.photo('签名的核查表', '核查表', box);
    await inspector.act('登记核查结果');
    await page.getByRole('heading', { name: '核查结果', exact: true }).waitFor();
    await inspector.fill('存在的问题', '家庭收入少报，多发了救助金');
    await inspector.fill('整改要求', '重新核算，变更救助金额');
    await inspector.fill('整改期限', '2026-04-20');
    await look(page, 'check-recorded');
    await inspector.act('下达整改通知');
    await page.waitForURL(/\/corrections\//);
    await look(page, 'correction');
    const officer = await room.at('case-officer', LUOJIANG);
    await officer.go('/corrections');
    await look(officer.page, 'correction-list');
    await write(office.county.app.context.database, SYSTEM, (tx) =>
      sql`insert into county_flag (case_id, kind, rule, area, county, because, raised_on)
        select case_id, 'kin', '', ${COUNTY}, ${COUNTY}, '近亲属备案：本户与村干部有近亲属关系', '2026-04-03'
        from county_check`.execute(tx),
    );
    await inspector.go('/flags');
    await page.getByRole('row').nth(1).click();
    await page.getByRole('link', { name: '打开核查单' }).waitFor();
    await look(page, 'flags');
    await inspector.go('/accountabilities');
    await look(page, 'accountability');
    expect(office.complaints).toEqual([]);
  });
});
