import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { pagesOf } from '../platform/document/read-pdf.ts';
import { example } from './example.ts';
import { fullPage } from './full-page.fixture.ts';
import { printPaper } from './print.ts';

describe('集体研究会议材料：每案一页', () => {
  const pack = example['meeting-pack'];

  test('写得最满的一案也只有一页，后面的案从新的一页开始', async () => {
    const pages = [fullPage, ...pack.pages, { ...fullPage, caseNumber: '519999-2026-000099' }];
    const date = localDate('2026-12-15');
    const printed = await pagesOf(await printPaper('meeting-pack', { ...pack, pages }, { date }));
    const texts = printed.map(({ words }) => words.map(({ text }) => text).join(''));
    const [first, second, third, ...more] = texts;
    expect(more).toEqual([]);
    expect(first).toContain('第1件，共3件');
    expect(first).toContain('回避');
    expect(second).toContain('车辆已于去年报废');
    expect(third).toContain('519999-2026-000099');
  });
});
