import type { Page } from 'playwright-core';

/** Waits until the stage bar says that a stage is finished. */
export async function finished(page: Page, stage: string): Promise<void> {
  const bar = page.getByRole('navigation', { name: '办理进度' });
  const words = new RegExp(`^${stage}已完成`);
  await bar.getByRole('listitem').filter({ hasText: words }).waitFor();
}
