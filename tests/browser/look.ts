import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { settle } from './office.ts';

/** Where pictures of the screens go: `YIMEN_SCREENS=docs/guide/screens` renews those of the guide. */
const folder = process.env['YIMEN_SCREENS'];

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 812 };
const TALLEST = 1800;
/** What a narrow layout can break by itself: every rule is judged at the desk, and at both widths with pictures. */
const NARROW = [
  ...['scrollable-region-focusable', 'aria-hidden-focus'],
  ...['button-name', 'link-name', 'label', 'list'],
];

/**
 * Looks at a screen as it stands, at the width of a desk and of a phone: nothing serious for axe, nothing
 * wider than the phone. Takes both pictures when asked to.
 */
export async function look(page: Page, name: string): Promise<void> {
  await settle(page);
  await judge(page, name, DESK);
  await picture(page, name);
  await page.setViewportSize(PHONE);
  await settle(page);
  await judge(page, `${name} at 375 px`, PHONE);
  expect(await overflow(page), `${name}: wider than a phone`).toEqual([]);
  await picture(page, `${name}-phone`);
  await page.setViewportSize(DESK);
  await settle(page);
}

async function judge(page: Page, name: string, size: typeof DESK): Promise<void> {
  await page.setViewportSize(size);
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (size === PHONE && !folder) axe.withRules([...NARROW]);
  const { violations } = await axe.analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(serious, `${name}: axe`).toEqual([]);
}

/** What reaches beyond the right edge, by the element that causes it. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('#main *, header *')]
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((each) => `${each.tagName}.${each.className} ${each.textContent?.slice(0, 40) ?? ''}`);
  });
}

async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const size = page.viewportSize() ?? DESK;
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const height = Math.min(Math.max(tall, size.height), TALLEST);
  // A window as tall as the picture: what clings to the window stands where a person sees it, and a calculation of
  // many screens' height is not drawn to its end for a picture of its beginning.
  await page.setViewportSize({ width: size.width, height });
  await page.evaluate(() => scrollTo(0, 0));
  const taken = await page.screenshot({ animations: 'disabled' });
  // Screens have few colours: a palette keeps the guide small.
  const small = await sharp(taken).png({ palette: true, colours: 96, effort: 8 }).toBuffer();
  await writeFile(join(folder, `${name}.png`), small);
}
