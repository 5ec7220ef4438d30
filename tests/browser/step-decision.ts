import type { Locator } from 'playwright-core';
import { settle } from './office.ts';
import { finished, stageOf } from './stage.ts';
import type { Seated } from './staff-room.ts';
import { exactly } from './wording.ts';

/** 核算, then the opinion with its reasons. */
export async function formOpinion(officer: Seated, path: string): Promise<void> {
  const { page } = officer;
  await officer.go(path);
  await officer.act('核算');
  await page.getByRole('heading', { name: exactly('核算结果') }).waitFor();
  await settle(page);
  await officer.fill('初审理由', '家庭月人均收入低于低保标准，财产符合规定，拟同意');
  await officer.act('形成初审意见');
  await finished(page, '核算初审');
}

const boards = ['乡镇（街道）', '村（社区）'] as const;

/** Hangs the notice at both places, each with a photo. */
export async function post(poster: Seated, path: string, kind: '公示' | '公布'): Promise<void> {
  await poster.go(path);
  for (const board of boards) {
    const card = cardOf(poster, board);
    await poster.photo('张贴后的现场照片', `${kind}${board.slice(0, 2)} ${path.slice(-4)}`, card);
    await poster.press(`登记张贴：${board}`, card);
    await card
      .getByText('张贴照片')
      .or(stageOf(poster.page, '公布', '已完成'))
      .first()
      .waitFor();
  }
}

/** Takes it down again after the last day, each with a photo. */
export async function takeDown(poster: Seated, path: string): Promise<void> {
  await poster.go(path);
  for (const board of boards) {
    const card = cardOf(poster, board);
    await poster.photo('撤下后的现场照片', `撤下${board.slice(0, 2)} ${path.slice(-4)}`, card);
    await poster.press(`登记撤下：${board}`, card);
    // With the last board down the stage is over and its cards leave the page.
    await card
      .getByText('撤下照片')
      .or(stageOf(poster.page, '公示', '已完成'))
      .first()
      .waitFor();
  }
  await finished(poster.page, '公示');
}

function cardOf({ page }: Seated, board: string): Locator {
  const heading = page.getByRole('heading', { name: exactly(board) });
  return page.locator('.ym-panel').filter({ has: heading });
}

/** 签发确认决定: every condition holds, one act. */
export async function confirm(leader: Seated, path: string): Promise<void> {
  await leader.go(path);
  await leader.act('签发确认决定');
  await finished(leader.page, '确认');
}

/** 送达: handed over with the signed receipt. `on` is typed as 20260317. */
export async function serve(clerk: Seated, path: string, on: string): Promise<void> {
  await clerk.go(path);
  await clerk.fill('送达日期', on);
  await clerk.photo('送达凭证（签收的回证照片或扫描件）', `送达 ${path.slice(-6)}`);
  await clerk.act('登记送达');
  await finished(clerk.page, '送达');
}

export async function archive(officer: Seated, path: string): Promise<void> {
  await officer.go(path);
  await officer.act('归档');
  await finished(officer.page, '归档');
}

/** 县级审核 on the county's route. */
export async function reviewAtCounty(aid: Seated, path: string): Promise<void> {
  await aid.go(path);
  await aid.choose('审核结论', '同意');
  await aid.fill('审核意见', '材料齐全，程序合法，同意乡镇初审意见');
  await aid.act('县级审核');
  await finished(aid.page, '县级审核');
}
