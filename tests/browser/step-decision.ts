import { expect } from 'vitest';
import { settle } from './office.ts';
import { finished } from './stage.ts';
import type { Seated } from './staff-room.ts';
import { exactly } from './wording.ts';

/** 核算, then the opinion with its reasons. */
export async function formOpinion(officer: Seated, path: string): Promise<void> {
  const { page } = officer;
  await officer.go(path);
  await page.getByRole('button', { name: exactly('核算') }).waitFor();
  await officer.act();
  await page.getByRole('heading', { name: exactly('核算结果') }).waitFor();
  await settle(page);
  await officer.fill('初审理由', '家庭月人均收入低于低保标准,财产符合规定,拟同意');
  await officer.act();
  await finished(page, '核算初审');
}

const boards = ['乡镇(街道)', '村(社区)'] as const;

/** Hangs the notice at both places, each with a photo. */
export async function post(poster: Seated, path: string): Promise<void> {
  for (const board of boards) {
    await poster.go(path);
    await poster.photo('张贴后的现场照片', `张贴 ${board} ${path.slice(-6)}`);
    await poster.press(`登记张贴:${board}`);
    await expect.poll(() => posted(poster, board), { timeout: 15_000 }).toBe(true);
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
