import { expect } from 'vitest';
import { PATIENCE_MS, settle } from './office.ts';
import { finished } from './stage.ts';
import type { Seated } from './staff-room.ts';
import { exactly } from './wording.ts';

/** 核算, then the opinion with its reasons. */
export async function formOpinion(officer: Seated, path: string): Promise<void> {
  const { page } = officer;
  await officer.go(path);
  await officer.act('核算');
  await page.getByRole('heading', { name: exactly('核算结果') }).waitFor();
  await settle(page);
  await officer.fill('初审理由', '家庭月人均收入低于低保标准,财产符合规定,拟同意');
  await officer.act('形成初审意见');
  await finished(page, '核算初审');
}

const boards = ['乡镇(街道)', '村(社区)'] as const;

/** Hangs the notice at both places, each with a photo. */
export async function post(poster: Seated, path: string): Promise<void> {
  for (const board of boards) {
    await poster.go(path);
    await poster.photo('张贴后的现场照片', `张贴 ${board} ${path.slice(-6)}`);
    await poster.press(`登记张贴:${board}`);
    await expect.poll(() => posted(poster, board), { timeout: PATIENCE_MS }).toBe(true);
  }
}

/** Takes it down again after the last day, each with a photo. */
export async function takeDown(poster: Seated, path: string): Promise<void> {
  for (const board of boards) {
    await poster.go(path);
    await poster.photo('撤下后的现场照片', `撤下 ${board} ${path.slice(-6)}`);
    await poster.press(`登记撤下:${board}`);
    await poster.page
      .getByRole('button', { name: exactly(`登记撤下:${board}`) })
      .waitFor({ state: 'detached' });
  }
}

async function posted({ page }: Seated, board: string): Promise<boolean> {
  return (await page.getByRole('button', { name: exactly(`登记张贴:${board}`) }).count()) === 0;
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
  await clerk.photo('送达凭证(签收的回证照片或扫描件)', `送达 ${path.slice(-6)}`);
  await clerk.act('登记送达');
  await finished(clerk.page, '送达');
}

export async function archive(officer: Seated, path: string): Promise<void> {
  await officer.go(path);
  await officer.act('归档');
  await finished(officer.page, '归档');
}
