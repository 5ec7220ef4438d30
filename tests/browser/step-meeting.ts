import { settle } from './office.ts';
import type { Seated } from './staff-room.ts';

type Sitting = {
  readonly secretary: Seated;
  readonly chair: Seated;
  readonly voters: readonly Seated[];
  /** Typed as 20260317. */
  readonly on: string;
};

/** Calls the meeting, puts the family on its agenda, records who came. Answers the meeting's address. */
export async function callMeeting({ secretary, on }: Sitting): Promise<string> {
  const { page } = secretary;
  await secretary.go('/meetings/new');
  await secretary.fill('日期', on);
  await secretary.fill('地点', '镇政府二楼会议室');
  await secretary.act('召集会议');
  await page.waitForURL(/\/meetings\/(?!new)/);
  await settle(page);
  await secretary.press('列入议程');
  await page.getByRole('heading', { name: '议程 1 件' }).waitFor();
  await secretary.press('登记到会');
  await page.getByRole('button', { name: /^更正到会/ }).waitFor();
  return new URL(page.url()).pathname;
}

/** Opens the voting, everybody votes at their own seat, the chair closes it, both sign the minutes. */
export async function vote(sitting: Sitting, path: string, applicant: string): Promise<void> {
  const { secretary, chair, voters } = sitting;
  await chair.go(path);
  await chair.press(applicant);
  await chair.act('开始表决');
  for (const member of [chair, ...voters]) {
    if (member !== chair) await member.go(path);
    await member.page.getByRole('radio', { name: '同意', exact: true }).focus();
    await member.page.keyboard.press('Space');
    await member.press('投票：同意');
    await member.page.getByText('您已投票').waitFor();
  }
  await chair.act('结束表决，公布结果');
  for (const signer of [chair, secretary]) {
    await signer.go(path);
    await signer.press('签署会议纪要');
    await signer.page.getByText(new RegExp(`^已签署.*${signer.name}`)).waitFor();
  }
}
