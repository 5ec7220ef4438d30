import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, plainDays, publicised } from '../../src/cli/demo/story.ts';
import { confirm, serve } from '../../src/cli/demo/verbs/confirmation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import * as verb from '../../src/cli/demo/verbs/deliberation.ts';
import { postBoth } from '../../src/cli/demo/verbs/publicity.ts';
import { fen } from '../../src/kernel/fen.ts';
import { archiveIndex } from '../../src/modules/archive/contract.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG } from '../county.ts';
import { look } from './look.ts';
import { type Office, open, openOffice } from './office.ts';

describe('会议室', () => {
  let office: Office;
  let cast: Cast;
  let caseId: string;
  let meetingId: string;
  let applicant: string;

  beforeAll(async () => {
    office = await openOffice(plainDays.accepted);
    const { county } = office;
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    const monthlyIncome = fen(60_000);
    const family = simpleFamily({
      number: 1,
      village: `${LUOJIANG}200`,
      members: 2,
      monthlyIncome,
    });
    applicant = family.applicant.name;
    caseId = await publicised(cast, county.clock, family, plainDays);
    county.clock.set(plainDays.decided);
    const { secretary, chair, voters } = cast;
    meetingId = await verb.callMeeting({ secretary, chair, voters, on: plainDays.decided });
  }, 120_000);
  afterAll(() => office.close());

  test('秘书列入议程、登记到会', async () => {
    const page = await office.seat('secretary', LUOJIANG);
    await open(page, `${office.url}/meetings`);
    await page.getByText('可以上会 1 件').waitFor();
    await look(page, 'meetings');
    await open(page, `${office.url}/meetings/new`);
    await page.getByText('应到会成员 5 人').waitFor();
    await look(page, 'meeting-new');
    await open(page, `${office.url}/meetings/${meetingId}`);
    await page.getByRole('button', { name: '列入议程' }).click();
    await page.getByText('议程 1 件').waitFor();
    await page.getByRole('button', { name: '登记到会' }).click();
    await page.getByRole('button', { name: '更正到会' }).waitFor();
    await look(page, 'meeting-secretary');
  });

  test('主持人组织表决，成员在自己的手机上投票，别人看不到', async () => {
    const chair = await office.seat('chair', LUOJIANG);
    await open(chair, `${office.url}/meetings/${meetingId}`);
    await chair.getByRole('button', { name: applicant }).click();
    await chair.getByText('拟给予低保：保障 2 人，每月 640.00 元').waitFor();
    await chair.getByText('金额怎样算出来的').waitFor();
    await chair.getByText('公示期间没有收到异议。').waitFor();
    await look(chair, 'meeting-case');
    const pack = await office.county.desk('chair', LUOJIANG);
    const printed = await pack.fetch(`/api/meetings/${meetingId}/papers/pack`);
    expect([printed.status, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
    await open(chair, `${office.url}/meetings/${meetingId}`);
    await chair.getByRole('button', { name: applicant }).click();
    await chair.getByRole('button', { name: '开始表决' }).click();
    const member = await office.seat('voter', LUOJIANG, 0);
    await member.setViewportSize({ width: 375, height: 812 });
    await open(member, `${office.url}/meetings/${meetingId}`);
    await member.getByText('我的表决（他人看不到）').waitFor();
    await look(member, 'meeting-ballot');
    await member.getByText('不同意', { exact: true }).click();
    await member.getByLabel('不同意的意见').fill('子女在外务工，收入需要核实');
    await member.getByRole('button', { name: '投票：不同意' }).click();
    await member.getByText('您已投票').waitFor();
    await chair.getByText('已投 1 票，共 5 票').waitFor();
    expect(await chair.content()).not.toContain('子女在外务工');
    for (const desk of cast.voters.slice(1)) await verb.castVote(desk, meetingId, caseId);
    await chair.getByText('同意', { exact: true }).click();
    await chair.getByRole('button', { name: '投票：同意' }).click();
    await chair.getByRole('button', { name: '结束表决，公布结果' }).click();
    await chair.getByText('同意 4 · 不同意 1 · 弃权 0').first().waitFor();
    await look(chair, 'meeting-result');
  });

  test('没有人到会的会议可以取消，办件不受影响', async () => {
    const { secretary, chair, voters } = cast;
    const later = await verb.callMeeting({ secretary, chair, voters, on: plainDays.decided });
    const page = await office.seat('secretary', LUOJIANG);
    await open(page, `${office.url}/meetings/${later}`);
    await page.getByText('取消会议', { exact: true }).first().click();
    await page.getByLabel('取消的理由').fill('成员都在抗洪一线，没有人到会');
    await look(page, 'meeting-call-off');
    await page.getByRole('button', { name: '取消会议' }).click();
    await page.getByText('会议已取消').waitFor();
    await look(page, 'meeting-called-off');
  });

  test('纪要自动生成，签署后会议结束；办件页显示结果；归档列出全部材料', async () => {
    // A new session of the same person: the pages above are signed out by it.
    const chair = await office.county.desk('chair', LUOJIANG);
    const secretary = await office.county.desk('secretary', LUOJIANG);
    await verb.signMinutes([chair, secretary], meetingId);
    await confirm(chair, caseId);
    await serve(cast.clerk, caseId, applicant, plainDays.decided);
    await postBoth(cast.poster, caseId, 'after');
    const officer = await office.seat('case-officer', LUOJIANG);
    await open(officer, `${office.url}/meetings/${meetingId}`);
    await officer.getByText('已签署').waitFor();
    await open(officer, `${office.url}/cases/${caseId}`);
    const button = officer.getByRole('button', { name: '归档', exact: true });
    await button.waitFor();
    await look(officer, 'archive');
    await button.click();
    const archivedOn = async () => (await cast.aid.ask(archiveIndex, { caseId })).body.archivedOn;
    await expect.poll(archivedOn, { timeout: 15_000 }).toBe(plainDays.decided);
    expect(office.complaints).toEqual([]);
  });
});
