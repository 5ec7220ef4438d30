import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import { expect, inject } from 'vitest';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { StaffRole } from '../../src/cli/demo/staff.ts';
import { type County, openCounty } from '../county.ts';

/** A county whose program listens on a port, and a Chromium to look at it. */
export type Office = {
  readonly county: County;
  readonly url: string;
  /** A browser of their own for the nth holder of a role, signed in; a new one each time. */
  readonly seat: (role: StaffRole, place: string, nth?: number) => Promise<Page>;
  /** A browser nobody has signed in with. */
  readonly door: () => Promise<Page>;
  /** What the pages complained about so far: script errors, refused styles, broken policies. */
  readonly complaints: readonly string[];
  /** Keeps a picture of every open page in the temporary folder; answers where. For a test that failed. */
  readonly pictureAll: () => Promise<string>;
  readonly close: () => Promise<void>;
};

/** How long a page may take for one thing; the machine may be busy with a build beside the test. */
export const PATIENCE_MS = 30_000;

const DESK = { width: 1440, height: 900 };

/** Chromium without its windows and desktop: the same pages at a third of the processor time. */
const BROWSER = '/usr/bin/chromium-headless-shell';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openOffice(day?: LocalDate): Promise<Office> {
  const county = await openCounty(day, { consoleFolder: inject('consoleFolder') });
  await county.app.http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = county.app.http.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const browser = await chromium.launch({ executablePath: BROWSER, args: flags });
  const complaints: string[] = [];
  const pages: Page[] = [];
  const door = async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    listen(page, complaints);
    countRequests(page);
    pages.push(page);
    return page;
  };
  return {
    county,
    url,
    complaints,
    door,
    seat: async (role, place, nth) => {
      const page = await door();
      const value = await county.token(role, place, nth);
      await page.context().addCookies([{ name: 'yimen_session', value, url }]);
      return page;
    },
    pictureAll: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'yimen-failed-'));
      for (const [index, page] of pages.entries()) {
        await page.screenshot({ path: join(folder, `${index + 1}.png`), animations: 'disabled' });
      }
      return folder;
    },
    close: async () => {
      await browser.close();
      await county.close();
    },
  };
}

async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: DESK,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

// A refused command answers 4xx, which the browser reports as an error of the network: that is no complaint.
function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    complaints.push(`${page.url()} ${message.text()}`);
  });
}

/** Opens an address and waits until its screen stands: a heading, nothing awaited. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await settle(page);
}

/** Waits until the screen has its heading and awaits nothing from the server. */
export async function settle(page: Page): Promise<void> {
  const heading = page.locator('#main h1, .yc-sign-in h1').first();
  await heading.waitFor().catch(async () => {
    throw new Error(`no heading at ${page.url()}: ${await page.locator('body').innerText()}`);
  });
  const awaited = page.getByText(/^正在(读取|打开|查看)/);
  await expect.poll(() => awaited.count(), { timeout: PATIENCE_MS }).toBe(0);
  await quiet(page);
}

const asked = new WeakMap<Page, Set<Request>>();

/** Keeps count of what the page's scripts have asked the server for; papers in frames are not waited for. */
function countRequests(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on('request', (request) => {
    if (['fetch', 'xhr'].includes(request.resourceType())) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

// Twice in a row without a question to the server: an answer may lead to the next question.
async function quiet(page: Page): Promise<void> {
  let calm = 0;
  await expect
    .poll(() => (calm = asked.get(page)?.size === 0 ? calm + 1 : 0), {
      interval: 60,
      timeout: PATIENCE_MS,
    })
    .toBeGreaterThanOrEqual(2);
}
