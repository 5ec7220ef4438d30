import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { meetingBody } from '../../src/cli/demo/verbs/dispatch.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { revealField } from '../../src/modules/case/contract.ts';
import { recordMeeting } from '../../src/modules/dispatch/contract.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice } from './office.ts';
import { openStaffRoom, type StaffRoom } from './staff-room.ts';

const dispatchId = `${COUNTY}-2026-03`;

describe('每月调度：数字点开是明细，异常有处置，月结；乡镇报月报', { timeout: 300_000 }, () => {
  let office: Office;
  let room: StaffRoom;
  beforeAll(async () => {
    office = await openOffice(plainDays.accepted);
    const { county } = office;
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    const cast = await castOf(county, LUOJIANG);
    const family = simpleFamily({
      ...{ number: 1, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(60_000) },
    });
    const caseId = await decided(cast, county.clock, family, plainDays);
    const { memberId = '' } = family.people[0] ?? {};
    for (const field of ['idNumber', 'phone', 'account']) {
      await cast.inspector.must(revealField, { caseId }, { field, memberId, purpose: '了解情况' });
    }
    county.clock.set(localDate('2026-04-02'));
    const meeting = meetingBody(localDate('2026-04-02'), localDate('2026-04-20'));
    await cast.inspector.must(recordMeeting, { dispatchId }, meeting);
    await write(county.app.context.database, SYSTEM, (tx) =>
      sql`insert into draw_row (draw_id, area, period, phase, count, drawn, forced, published_on)
        values (${dispatchId}, ${COUNTY}, '2026-03', 'published', 1, 1, 0, '2026-04-02')`.execute(
        tx,
      ),
    );
    room = openStaffRoom(office);
  }, 240_000);
  afterAll(() => office.close());

  it('县级：数字打开明细，按规则查找异常，处置，月结', async () => {
    const inspector = await room.at('inspector', COUNTY);
    const { page } = inspector;
    await inspector.go('/dispatches');
    await page.getByRole('row').filter({ hasText: '2026年3月' }).click();
    await page.waitForURL(/\/dispatches\/511702-2026-03/);
    await page.getByRole('row').filter({ hasText: '罗江镇' }).waitFor();
    await look(page, 'dispatch-figures');
    await page.getByRole('tab', { name: '各月走势' }).click();
    await page.getByRole('img', { name: /2026年3月 1/ }).waitFor();
    await look(page, 'dispatch-trend');
    await page.getByRole('tab', { name: /异常/ }).click();
    await inspector.act('按规则查找异常');
    await page.getByRole('heading', { name: '没有经办而查看个人信息' }).waitFor();
    await look(page, 'dispatch-anomalies');
    await page.getByRole('tab', { name: '各乡镇数字' }).click();
    await page.getByRole('row').filter({ hasText: '全县合计' }).getByRole('link').first().click();
    await page.getByText('现在 1 件').waitFor();
    await look(page, 'dispatch-figure');
    const leader = await room.at('county-leader', COUNTY);
    await leader.go(`/dispatches/${dispatchId}`);
    await leader.page.getByRole('tab', { name: '月报和月结' }).click();
    await leader.fill('先月结的理由：没有经办而查看个人信息 ', '等本人说明用途，下月一并处置');
    await leader.fill('18 个乡镇（街道）的月报没有收下，先月结的理由', '月报下月一并收齐');
    await look(leader.page, 'dispatch-close');
    await leader.act('调度月结');
    await leader.page.getByText('数据指纹（SM3）').waitFor();
    await look(leader.page, 'dispatch-closed');
    expect(office.complaints).toEqual([]);
  });

  it('乡镇：四月的月报由系统填好，核对以后报送', async () => {
    office.county.clock.set(localDate('2026-05-06'));
    const officer = await room.at('case-officer', LUOJIANG);
    const { page } = officer;
    await officer.go('/monthly-tables');
    await page.getByRole('row').filter({ hasText: '2026年4月' }).click();
    await page.getByRole('heading', { name: '报送月报' }).waitFor();
    for (const [label, value] of [
      ['户籍人口基数', '32000'],
      ['致贫原因：因病', '1'],
      ...['因残', '因学', '因灾', '缺乏劳动力', '其他原因'].map((each) => [
        ...[`致贫原因：${each}`, '0'],
      ]),
      ['单位负责人', '王演镇'],
      ['分管负责人', '赵演副'],
      ['联系电话', '0818-2345678'],
    ] as [string, string][]) {
      await officer.fill(label, value);
    }
    await look(page, 'monthly-table-form');
    await officer.act('报送月报');
    await page.getByText('已报送，待县级审核').first().waitFor();
    await look(page, 'monthly-table-reported');
    expect(office.complaints).toEqual([]);
  });
});
