import type { Locator, Page } from 'playwright-core';

/** The step of the stage bar with these words, the finished ones 已完成. */
export function stageOf(page: Page, stage: string, state: string): Locator {
  const bar = page.getByRole('navigation', { name: '办理进度' });
  return bar.getByRole('listitem').filter({ hasText: new RegExp(`^${stage}${state}`) });
}

/** Waits until the stage bar says that a stage is finished. */
export async function finished(page: Page, stage: string): Promise<void> {
  await stageOf(page, stage, '已完成').waitFor();
}
