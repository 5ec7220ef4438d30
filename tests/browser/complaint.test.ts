import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handle } from '../../src/cli/demo/verbs/complaint.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/complaint/contract.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice } from './office.ts';
import { openStaffRoom, type StaffRoom } from './staff-room.ts';

const DAY = localDate('2026-04-01');

let office: Office;
let room: StaffRoom;
beforeAll(async () => {
  office = await openOffice(DAY);
  room = openStaffRoom(office);
}, 120_000);
afterAll(() => office.close());

it('举报台：登记、受理、查看内容、作出结论、答复，全用键盘', { timeout: 180_000 }, async () => {
  const inspector = await room.at('inspector', COUNTY);
  const { page } = inspector;
  await inspector.go('/complaints');
  await inspector.press('登记举报投诉');
  await page.waitForURL(/\/complaints\/new/);
  await inspector.choose('被反映的工作人员', '赵演谷');
  await inspector.choose('怎样收到', '电话');
  await inspector.fill('收到日期', '2026-04-01');
  await inspector.choose('反映的地方', '罗江镇');
  await inspector.fill('反映的事情', '窗口的人让邻居多报了两口人，请查一查。');
  await look(page, 'complaint-new');
  await inspector.fill('举报人姓名', '戊演谷');
  await inspector.act('登记举报投诉');
  await page.getByText('请填写举报人的联系电话').first().waitFor();
  await inspector.fill('举报人电话', '13999990001');
  await inspector.act('登记举报投诉');
  await page.waitForURL(/\/complaints\/[0-9a-f-]{36}/);
  const complaintId = page.url().split('/').at(-1) ?? '';
  await page.getByRole('heading', { name: '受理', exact: true }).waitFor();
  await inspector.choose('是否按信访办理', '按信访办理');
  await inspector.fill('告知日期', '2026-04-01');
  await inspector.choose('告知方式', '电话告知');
  await inspector.photo('告知的证明', '通话记录');
  await inspector.act('受理');
  await page.getByText('应于 2026年5月31日前办结').waitFor();
  await inspector.fill('查看的用途', '安排核查');
  await inspector.press('查看内容');
  await page.getByText('窗口的人让邻居多报了两口人').waitFor();
  await look(page, 'complaint-accepted');

  const { county } = office;
  const desk = await county.desk('inspector', COUNTY);
  const team = [county.person('inspector', COUNTY), county.person('aid-officer', COUNTY)];
  await handle(desk, complaintId, contract.concludeComplaint, {
    ...{ outcome: 'partly', finding: '窗口登记时没有核对户口簿，多登记一人，已经改正。' },
    investigators: team,
  });
  await handle(await county.desk('county-leader', COUNTY), complaintId, contract.releaseExtract, {
    ...{ extractId: randomUUID(), township: LUOJIANG },
    text: '受理时没有核对户口簿，多登记一人。请核对近三个月受理的家庭成员。',
  });
  await inspector.go(`/complaints/${complaintId}`);
  await page.getByRole('heading', { name: '答复举报人' }).waitFor();
  await inspector.go('/complaints');
  await page.getByText('待答复（部分属实）').first().waitFor();
  await look(page, 'complaint-list');
  const officer = await room.at('case-officer', LUOJIANG);
  await officer.go('/complaint-extracts');
  await officer.page.getByText('多登记一人').waitFor();
  await look(officer.page, 'complaint-extract');
  expect(office.complaints).toEqual([]);
});
