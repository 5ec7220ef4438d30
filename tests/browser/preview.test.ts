import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG, PANSHI } from '../county.ts';
import { look } from './look.ts';
import { type Office, openOffice, settle } from './office.ts';
import { openStaffRoom, type Seated } from './staff-room.ts';

const JULY = localDate('2026-07-06');
const luojiang = '511702102200';
const panshi = '511702109001';

/** Under a rural standard of 620 yuan three are granted; 640 and 620 yuan a head are not below it. */
const households: readonly [township: string, village: string, members: 1 | 2, income: number][] = [
  [LUOJIANG, luojiang, 2, 20_000],
  [LUOJIANG, luojiang, 2, 60_000],
  [LUOJIANG, luojiang, 2, 128_000],
  [PANSHI, panshi, 1, 50_000],
  [PANSHI, panshi, 2, 124_000],
];

/** The present file of the prefecture with another rural standard. */
function draftedFile(rural: number): { place: string; entries: Record<string, unknown>[] } {
  const json = createStandards().regionJson('51/5117/standard.json');
  const drafted = structuredClone(json) as ReturnType<typeof draftedFile>;
  for (const each of drafted.entries) if (each['value'] === 620) each['value'] = rural;
  return drafted;
}

const lines = (json: unknown) => JSON.stringify(json, null, 2);

async function chooseFile(page: Page, name: string, text: string | Buffer): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件（JSON）' }).press('Enter');
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await (await opened).setFiles(file);
}

describe('政策调整测算：改标准之前看清谁增加、谁新符合、多花多少', { timeout: 300_000 }, () => {
  let office: Office;
  let officer: Seated;
  beforeAll(async () => {
    office = await openOffice(localDate('2026-02-02'));
    const { county } = office;
    const second = await county.desk('aid-officer', COUNTY, 1);
    for (const township of [LUOJIANG, PANSHI])
      await giveAuthority(await county.desk('aid-officer', COUNTY), second, township);
    for (const [index, [township, village, members, income]] of households.entries()) {
      const family = simpleFamily({
        number: 81 + index,
        village,
        members,
        monthlyIncome: fen(income),
      });
      await decided(await castOf(county, township), county.clock, family, plainDays);
    }
    county.clock.set(JULY);
    officer = await openStaffRoom(office).at('aid-officer', COUNTY);
  }, 240_000);
  afterAll(() => office.close());

  const scheme = (title: string) => officer.page.getByRole('tab', { name: title });

  it('没有填的逐处写明，已经填的不丢', async () => {
    const { page } = officer;
    await officer.go('/previews');
    await page.getByText('还没有测算').waitFor();
    await officer.act('新的测算');
    await page.getByRole('heading', { name: '新的测算', level: 1 }).waitFor();
    await settle(page);
    await officer.act('开始测算');
    await page.getByText('请填写日期，例如 2026-07-01').first().waitFor();
    await officer.fill('自哪一天起', '20260101');
    await officer.act('开始测算');
    await page.getByText('请至少填写一个新标准').first().waitFor();
    await officer.fill('新的农村低保标准', '680');
    await page.getByText('现行 620.00 元/人/月').waitFor();
    await page.getByText(/^草稿已存/).waitFor();
    await page.reload();
    await settle(page);
    await expect.poll(() => page.getByLabel('新的农村低保标准').inputValue()).toBe('680.00');
    await look(page, 'preview-new');
  });

  it('全用键盘开始，结果用话、表和图说清', async () => {
    const { page } = officer;
    await officer.act('开始测算');
    await page.getByText('符合的家庭由 3 户变为 5 户，增加 2 户：新符合 2 户。').waitFor();
    await page.getByText('每月应发由 1,800.00 元/月变为 2,300.00 元/月').waitFor();
    await page.getByText('2026年1月至7月应补发 3 户，共 1,200.00 元').waitFor();
    const chart = page.getByRole('img', { name: /^每月增减的分布/ });
    await chart.waitFor();
    const drawn = await chart.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return image.naturalWidth;
    });
    expect(drawn).toBeGreaterThan(300);
    expect(await chart.getAttribute('alt')).toContain('增加 120～130 元 3 户');
    await page.getByText('测算只供研究，不作任何决定').waitFor();
    await look(page, 'preview-result');
  });

  it('乡镇表按列排序，名单按变化筛选，姓名只写姓，回车打开办件', async () => {
    const { page } = officer;
    const table = page.getByRole('table', { name: '最低生活保障按乡镇（街道）' });
    const places = () => table.locator('tbody th').allTextContents();
    expect(await places()).toEqual(['罗江镇', '磐石镇']);
    const head = table.getByRole('columnheader', { name: /^增减/ });
    await head.getByRole('button').press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await places()).toEqual(['罗江镇', '磐石镇']);
    await head.getByRole('button').press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await places()).toEqual(['磐石镇', '罗江镇']);
    expect(await table.locator('tfoot').textContent()).toContain('2,300.00');
    const list = page.getByRole('region', { name: '有变化的和不能判断的家庭' });
    await list.getByLabel('变化').selectOption('enter');
    await list.getByText('共 2 户').waitFor();
    const names = await list.locator('tbody td:first-child').allTextContents();
    for (const name of names) expect(name).toMatch(/^.\*+$/);
    await list.getByLabel('乡镇（街道）').selectOption('磐石镇');
    await list.getByText('共 1 户').waitFor();
    await list.locator('tbody tr').first().press('Enter');
    await page.waitForURL(/\/cases\//);
    await page.goBack();
    await page.getByText('测算只供研究').waitFor();
  });

  it('不能判断的写明缺什么，从原因到家庭', async () => {
    const { page } = officer;
    await scheme('特困人员救助供养').press('Enter');
    const reasons = page.getByRole('table', { name: '不能判断的原因和户数' });
    await reasons.waitFor();
    expect(await reasons.textContent()).toContain('缺 ');
    await reasons.getByRole('button', { name: '看这些家庭' }).first().press('Enter');
    expect(await page.locator('#preview-households:focus').count()).toBe(1);
    const list = page.getByRole('region', { name: '有变化的和不能判断的家庭' });
    await list.getByText('共 2 户').waitFor();
    await look(page, 'preview-open');
  });

  it('起草的文件有错的逐行指出，改好就能测算；不是文字的不动原来的', async () => {
    const { page } = officer;
    await officer.go('/previews/new');
    await page.getByLabel('起草的地方文件').focus();
    await page.keyboard.press('Space');
    const faulty = draftedFile(300);
    delete faulty.entries[0]?.['unit'];
    await chooseFile(page, '起草.json', lines(faulty));
    await page.getByText('改好以后才能测算。').first().waitFor();
    await chooseFile(page, '图片.json', Buffer.from([0xff, 0xfe, 0x00]));
    await page.getByText('原来的内容没有动').waitFor();
    const fault = page.getByRole('table', { name: '文件里要改的和请再看一看的' });
    await fault.getByText('单位').first().waitFor();
    await fault.getByRole('button').first().press('Enter');
    const text = page.getByLabel('文件的内容');
    const marked = await text.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(marked.length).toBeGreaterThan(0);
    await look(page, 'preview-file');
    await text.fill(lines(draftedFile(300)));
    const changes = page.getByRole('table', { name: '与现行文件的不同' });
    await changes.getByText('300.00 元/人/月').waitFor();
    await expect.poll(() => page.getByLabel('自哪一天起算').inputValue()).toBe('2025年7月1日');
    await officer.act('开始测算');
    await page.getByText('符合的家庭由 3 户变为 1 户，减少 2 户：不再符合 2 户。').waitFor();
    await page.getByText('地方文件“起草.json”').first().waitFor();
  });

  it('其他一项数值：选哪一项、填新数值，只统计户数的不写金额', async () => {
    const { page } = officer;
    await officer.go('/previews/new');
    await page.getByLabel('其他一项数值').focus();
    await page.keyboard.press('Space');
    await officer.choose('哪一项', '低保边缘收入线');
    await officer.fill('新的数值', '100');
    await officer.fill('自哪一天起', '20270101');
    await officer.act('开始测算');
    await page.getByText('低保边缘收入线（占低保标准%） 100%，自2027年1月1日起').first().waitFor();
    await scheme('低保边缘家庭').press('Enter');
    await page.getByText('不再符合 2 户').waitFor();
    await page.getByText('没有按月发放的金额').waitFor();
  });

  it('正在测算的写明算到哪里，可以离开；停止以后写明不是全部', async () => {
    const { page } = officer;
    const owner = new pg.Client({ connectionString: office.county.fresh.ownerUrl });
    await owner.connect();
    const runId = randomUUID();
    await owner.query(
      `insert into preview_run select $1, area, person, '提高农村标准', change, day, months, known_on, 'running', 12000,
         4096, cursor, sums, '', $2, created_at + 100000, 0
       from preview_run order by created_at limit 1`,
      [runId, office.county.clock.now() + 3_600_000],
    );
    await owner.end();
    await officer.go(`/previews/${runId}`);
    await page.getByText('正在测算：已算 4,096 户，共 12,000 户。').waitFor();
    const share = page.getByRole('progressbar', { name: '测算进度' });
    expect(await share.evaluate((bar: HTMLProgressElement) => bar.position)).toBeCloseTo(0.341, 3);
    await look(page, 'preview-running');
    await officer.go('/previews');
    await page.getByText('完成或者停止以后才能开始新的').waitFor();
    await officer.go(`/previews/${runId}`);
    await officer.press('停止测算');
    await page.getByText('只算了 4,096 户，共 12,000 户').waitFor();
  });

  it('清单写明谁、何时、什么进度；自己的可以删除', async () => {
    const { page } = officer;
    await officer.go('/previews');
    await page.getByText('共 4 次').waitFor();
    await look(page, 'previews');
    await page.locator('.ym-list tbody tr').first().press('Enter');
    await page.locator('summary').filter({ hasText: '删除这次测算' }).press('Enter');
    await officer.press('删除测算');
    await page.getByText('共 3 次').waitFor();
  });

  it('页面没有报错，也没有违反内容策略', () => {
    expect(office.complaints).toEqual([]);
  });
});
