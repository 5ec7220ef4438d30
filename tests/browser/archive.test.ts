import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { archive } from '../../src/cli/demo/verbs/archive.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { postBoth } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays, addMonths } from '../../src/kernel/local-date.ts';
import { verifyPacket } from '../../src/modules/archive/verify-packet.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice, PATIENCE_MS } from './office.ts';
import { openStaffRoom, type Seated, type StaffRoom } from './staff-room.ts';

const over = addDays(addMonths(plainDays.decided, 60), 1);

describe('归档以后：查阅、续补、借阅、证据包、销毁', { timeout: 400_000 }, () => {
  let office: Office;
  let room: StaffRoom;
  let caseId: string;
  let refusedId: string;
  beforeAll(async () => {
    office = await openOffice(plainDays.accepted);
    const { county } = office;
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    const cast = await castOf(county, LUOJIANG);
    const family = (number: number, income: number) =>
      simpleFamily({
        number,
        village: `${LUOJIANG}200`,
        members: 2,
        monthlyIncome: fen(income),
      });
    caseId = await decided(cast, county.clock, family(51, 60_000), plainDays);
    await postBoth(cast.poster, caseId, 'after');
    await archive(cast.officer, caseId);
    refusedId = await decided(cast, county.clock, family(52, 124_000), plainDays);
    await archive(cast.officer, refusedId);
    room = openStaffRoom(office);
  }, 240_000);
  afterAll(() => office.close());

  it('县级打开案卷先写理由；保管人员借出、归还', async () => {
    const inspector = await room.at('inspector', COUNTY);
    await inspector.go(`/archive/${caseId}`);
    await look(inspector.page, 'archive-consult');
    await inspector.fill('查阅理由', '信访事项复核');
    await inspector.press('登记并查阅');
    await inspector.page.getByRole('heading', { name: '卷内目录' }).waitFor();
    await inspector.page.getByText('查阅：信访事项复核').waitFor();

    const officer = await room.at('case-officer', LUOJIANG);
    await officer.go(`/archive/${caseId}`);
    await officer.page.getByText('借出案卷', { exact: true }).first().click();
    await officer.fill('借阅人和单位', '县人民法院 甲演禾');
    await officer.fill('借阅理由', '行政诉讼调卷');
    await officer.fill('归还日期', addDays(plainDays.decided, 10).replaceAll('-', ''));
    await officer.press('借出案卷');
    await officer.page.getByText('归还案卷（县人民法院 甲演禾）').waitFor();
    await look(officer.page, 'archived-file');
    await officer.go('/archive');
    await look(officer.page, 'archive-files');
    await officer.page.getByRole('tab', { name: '利用登记' }).click();
    await look(officer.page, 'archive-uses');
    await officer.page.getByRole('tab', { name: '分类和保管期限' }).click();
    await look(officer.page, 'archive-classes');
    await officer.go(`/archive/${caseId}`);
    await officer.fill('归还时是否完好', '完好，共 2 册');
    await officer.press('归还案卷');
    await officer.page.getByText('归还案卷（县人民法院 甲演禾）').waitFor({ state: 'detached' });
  });

  it('证据包写明用途后制作、下载，离线核验通过', async () => {
    const officer = await room.at('case-officer', LUOJIANG);
    const { page } = officer;
    await officer.go(`/archive/${caseId}`);
    await officer.fill('用途', '行政复议答复');
    await officer.fill('交给谁、哪个单位', '县司法局');
    await officer.press('制作证据包');
    const link = page.getByRole('link', { name: /^下载证据包/ });
    await link.waitFor({ timeout: PATIENCE_MS });
    await look(page, 'archive-packet');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^证据包-.+\.zip$/);
    const zip = await readFile(await download.path());
    const source = {
      size: zip.length,
      read: async (at: number, length: number) => zip.subarray(at, at + length),
    };
    expect((await verifyPacket(source)).ok).toBe(true);
  });

  it('期满的造册、另一人批准、再执行', async () => {
    await room.day(over);
    const aid = await room.at('aid-officer', COUNTY);
    await openDestructions(aid);
    await aid.page.getByText(/^提出销毁清册（期满 1 卷）/).click();
    await look(aid.page, 'destruction-propose');
    await aid.page.getByRole('checkbox').first().check();
    await aid.fill('鉴定情况', '逐卷鉴定，已超过保管期限，没有继续保存的价值');
    await aid.press('提出销毁清册');
    await aid.page.getByRole('heading', { name: /^销毁〔/ }).waitFor();
    const { pathname } = new URL(aid.page.url());

    const leader = await room.at('county-leader', COUNTY);
    await leader.go(pathname);
    await leader.fill('审批意见', '同意销毁');
    await look(leader.page, 'destruction-approve');
    await leader.press('批准销毁');
    await leader.page.getByText('已批准，待销毁').waitFor();

    await aid.go(pathname);
    await aid.fill('监销人姓名和职务', '乙演谷（县档案馆）');
    await look(aid.page, 'destruction-carry-out');
    await aid.press('执行销毁');
    await aid.page.getByText('已销毁', { exact: true }).waitFor();
    await look(aid.page, 'destruction-done');
    await aid.go(`/archive/${refusedId}`);
    await aid.page.getByText('没有找到').first().waitFor();
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});

async function openDestructions(seated: Seated): Promise<void> {
  await seated.go('/archive');
  await seated.page.getByRole('tab', { name: '销毁清册' }).click();
}
