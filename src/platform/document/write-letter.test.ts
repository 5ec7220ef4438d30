import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pagesOf, textOf } from './read-pdf.ts';
import { writeLetter } from './write-letter.ts';

const letter = {
  title: '关于转介赵演一家庭的函',
  number: '____〔2026〕____号',
  to: '示例县教育局',
  paragraphs: ['第一段。', '第二段 <b>&"=1+1\u202e'],
  attachments: ['转介单', '授权书'],
  organ: '示例镇人民政府',
  date: '2026年11月23日',
  contact: '____',
};

/** The parts of an ordinary ZIP by the directory at its end. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const path = zip.toString('utf8', at + 46, at + 46 + (name ?? 0));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const contents = zip.subarray(from, from + packed);
    parts.set(path, (method === 8 ? inflateRawSync(contents) : contents).toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

describe('公函草稿（DOCX）', () => {
  test('各段文字原样在里面，标记符号只是文字，改变方向的字符去掉', async () => {
    const parts = partsOf(await writeLetter(letter));
    const body = parts.get('word/document.xml') ?? '';
    for (const text of [
      '示例县教育局：',
      '第一段。',
      '附件：1．转介单',
      '2．授权书',
      letter.organ,
    ]) {
      expect(body).toContain(text);
    }
    expect(body).toContain('第二段 &lt;b&gt;&amp;&quot;=1+1<');
    expect(body).not.toContain('<b>&');
  });

  test('只有一个附件时不编号；A4、有页码；没有宏、外部链接', async () => {
    const parts = partsOf(await writeLetter({ ...letter, attachments: ['转介单'] }));
    const body = parts.get('word/document.xml') ?? '';
    expect(body).toContain('附件：转介单');
    expect(body).toMatch(/w:pgSz w:w="1190\d" w:h="1684\d"/);
    expect([...parts.values()].some((text) => text.includes('PAGE'))).toBe(true);
    expect([...parts.keys()].filter((path) => /vba|macro/i.test(path))).toEqual([]);
    expect([...parts.values()].some((text) => text.includes('TargetMode="External"'))).toBe(false);
  });

  // `YIMEN_LIBREOFFICE=soffice npx vitest run --project unit src/platform/document/write-letter.test.ts`
  const soffice = process.env['YIMEN_LIBREOFFICE'] ?? '';
  test.runIf(soffice)(
    'LibreOffice 打开公函，改了另存还是一样的文字，排成一页 A4',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'yimen-letter-'));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const convert = (to: string, from: string) =>
        execFileSync(soffice, [
          profile,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          folder,
          from,
        ]);
      writeFileSync(join(folder, 'a.docx'), await writeLetter(letter));
      convert('odt', join(folder, 'a.docx'));
      convert('pdf', join(folder, 'a.odt'));
      const pages = await pagesOf(readFileSync(join(folder, 'a.pdf')));
      expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
        [595, 842],
      ]);
      const text = await textOf(readFileSync(join(folder, 'a.pdf')));
      for (const told of [
        letter.title,
        '示例县教育局：',
        '第二段<b>&"=1+1',
        letter.organ,
        letter.date,
      ]) {
        expect(text).toContain(told);
      }
      rmSync(folder, { recursive: true });
    },
    120_000,
  );
});
