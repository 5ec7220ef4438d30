import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseFor, publishCourse } from '../../src/cli/demo/verbs/training.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { layDownCertificates } from '../certified-county.ts';
import { look } from './look.ts';
import { type Office, openOffice } from './office.ts';
import { openStaffRoom, type Seated, type StaffRoom } from './staff-room.ts';

const DAY = localDate('2026-03-17');

describe('培训：看缺什么、用键盘考试、当场取得证书', { timeout: 120_000 }, () => {
  let office: Office;
  let room: StaffRoom;
  let voter: Seated;
  let courseId: string;
  beforeAll(async () => {
    office = await openOffice(DAY);
    const { county } = office;
    layDownCertificates(county);
    courseId = await publishCourse(await county.desk('aid-officer', COUNTY), courseFor(['study']));
    room = openStaffRoom(office);
    voter = await room.at('voter', LUOJIANG);
  }, 180_000);
  afterAll(() => office.close());

  it('没有证书的看到不能办什么；测试全用键盘，交卷后证书当场在', async () => {
    const { page } = voter;
    await voter.go('/training');
    await page.getByText('集体研究表决现在不能办理，学完课程、考过就恢复').waitFor();
    await look(page, 'training');
    await page.getByRole('button', { name: '开始测试《集体研究规则》' }).press('Enter');
    await page.getByText('还有 10 题没有作答').waitFor();
    for (const group of await page.getByRole('group').all()) {
      await group.getByLabel('按议事规则办理并记入会议记录').press('Space');
    }
    await expect.poll(() => page.getByText('没有作答').count()).toBe(0);
    await look(page, 'training-test');
    office.county.clock.set(DAY, '09:10');
    await page.keyboard.press('Control+Enter');
    await page.getByText('罗江镇训证〔2026〕1号').waitFor();
    await page.getByText('您的证书都在有效期内').waitFor();
    await look(page, 'training-certificate');
  });

  it('县里看到谁缺、谁快到期', async () => {
    const aid = await room.at('aid-officer', COUNTY);
    await aid.go('/certificates');
    await aid.page.getByText(/缺证书 \d+ 项/).waitFor();
    await look(aid.page, 'training-standing');
  });

  it('县里改一门课程：加一节，发布成第二版', async () => {
    const { page, go } = await room.at('aid-officer', COUNTY);
    await go(`/training/courses/${courseId}`);
    await page.getByRole('button', { name: '修改课程' }).press('Enter');
    await page.getByText('题库（12 题）').waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: '加一节' }).press('Enter');
    await page.getByLabel('第 2 节的名称').fill('签字');
    await page.getByLabel('正文').nth(1).fill('到会成员当场签字，不同意的意见如实记录。');
    await look(page, 'training-course-edit');
    await page.keyboard.press('Control+Enter');
    await page.getByText('第 2 版，题库 12 题').waitFor();
    await look(page, 'training-course');
  });
});
