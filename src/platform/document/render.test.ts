import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { textOf } from './read-pdf.ts';
import { renderPaper, renderPng } from './render.ts';

const date = localDate('2026-11-23');

/** The least a template needs: the date for PDF/A, the data, the note of missing characters. */
const START = `#let data = json(bytes(sys.inputs.data))
#let (y, m, d) = sys.inputs.date.split("-").map(int)
#set document(title: "样张", date: datetime(year: y, month: m, day: d))
#set text(font: "Noto Serif SC", lang: "zh", fallback: false)
`;

const TEMPLATES = {
  'plain.typ': `${START}#data.text\n\n缺字 #sys.inputs.missing`,
  'pages.typ': `${START}一#pagebreak()二`,
  'climb.typ': `${START}#read("../secret.txt")`,
  'root.typ': `${START}#read("/etc/passwd")`,
  'broken.typ': `${START}#data.nothing`,
  'undated.typ': '没有日期',
};

let outer = '';
let folder = '';

beforeAll(async () => {
  outer = await mkdtemp(join(tmpdir(), 'template-'));
  folder = await mkdtemp(join(outer, 'inner-'));
  await writeFile(join(outer, 'secret.txt'), 'secret');
  await writeFile(join(outer, 'outside.typ'), `${START}外面`);
  for (const [name, text] of Object.entries(TEMPLATES)) await writeFile(join(folder, name), text);
});

afterAll(() => rm(outer, { recursive: true }));

const render = (file: string, data: unknown = {}, on = date) =>
  renderPaper({ folder, file }, data, { date: on });

describe('排版', () => {
  test('数据里的标记符号原样打印，不会被执行', async () => {
    const text = '#panic("x") $x^2$ *粗* _斜_ [内容] `码` \\u{41} <标> @引 //注 = 题 #data';
    const printed = await textOf(await render('plain.typ', { text }));
    expect(printed).toContain(text.replaceAll(' ', ''));
  });

  test('同样的数据和日期得到逐字节相同的文件', async () => {
    const first = await render('plain.typ', { text: '甲' });
    await render('plain.typ', { text: '乙' });
    const again = await render('plain.typ', { text: '甲' });
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
  });

  test('日期由调用者给定，写进文件', async () => {
    const other = await render('plain.typ', { text: '甲' }, localDate('2026-11-24'));
    expect(Buffer.from(other).equals(Buffer.from(await render('plain.typ', { text: '甲' })))).toBe(
      false,
    );
    expect(Buffer.from(other).toString('latin1')).toContain('20261124');
  });

  test('文件是 PDF/A-2b，字体嵌入', async () => {
    const raw = Buffer.from(await render('plain.typ', { text: '甲' })).toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toMatch(/pdfaid:part>2</);
    expect(raw).toMatch(/pdfaid:conformance>B</);
    expect(raw).toMatch(/\/FontFile[23]/);
  });

  test('字库没有的字印成〓，并列出编码，其余文字照印', async () => {
    const printed = await textOf(await render('plain.typ', { text: '赵\u{2A6D6}演，钱\u{20000}' }));
    expect(printed).toContain('赵〓演');
    expect(printed).toContain('钱〓');
    expect(printed).toContain('缺字U+2A6D6、U+20000');
  });

  test('字库有的生僻字照印', async () => {
    expect(await textOf(await render('plain.typ', { text: '䶮㛃' }))).toContain('䶮㛃');
  });

  test('预览是 PNG，各页上下相接', async () => {
    const options = { date, dpi: 72 };
    const one = await sharp(
      await renderPng({ folder, file: 'plain.typ' }, { text: '' }, options),
    ).metadata();
    const two = await sharp(await renderPng({ folder, file: 'pages.typ' }, {}, options)).metadata();
    expect(one.format).toBe('png');
    expect(one.width).toBe(595);
    expect(two.height).toBe(2 * (one.height ?? 0));
  });
});

describe('模板目录之外的文件', () => {
  test('不能用上级路径读取', async () => {
    await expect(render('climb.typ')).rejects.toThrow(/access denied/);
  });

  test('绝对路径只在模板目录内解释', async () => {
    await expect(render('root.typ')).rejects.toThrow(/file not found/);
  });

  test('模板名不能带路径', async () => {
    await expect(render('../outside.typ')).rejects.toThrow(/not the name of a template/);
    await expect(render(join(outer, 'outside.typ'))).rejects.toThrow(/not the name of a template/);
  });

  test('目录中有符号链接就拒绝使用', async () => {
    const linked = await mkdtemp(join(outer, 'linked-'));
    await writeFile(join(linked, 'plain.typ'), TEMPLATES['plain.typ']);
    const good = await renderPaper({ folder: linked, file: 'plain.typ' }, { text: '' }, { date });
    expect(good.length).toBeGreaterThan(1000);
    const other = await mkdtemp(join(outer, 'linked-'));
    await writeFile(join(other, 'plain.typ'), TEMPLATES['plain.typ']);
    await symlink('/etc/passwd', join(other, 'word.txt'));
    const refused = renderPaper({ folder: other, file: 'plain.typ' }, { text: '' }, { date });
    await expect(refused).rejects.toThrow(/no symbolic links: word.txt/);
  });
});

describe('模板的错误', () => {
  test('说明是哪个模板、哪里不对，之后仍能排其他文书', async () => {
    await expect(render('broken.typ', { text: '甲' })).rejects.toThrow(/broken\.typ.*nothing/s);
    expect(await textOf(await render('plain.typ', { text: '乙' }))).toContain('乙');
  });

  test('模板没有写日期时，也用调用者给定的日期，不用打印时的时间', async () => {
    const printed = await render('undated.typ', {}, localDate('2021-07-01'));
    expect(Buffer.from(printed).toString('latin1')).toContain('D:20210701');
  });

  test('字体目录没有字体时说明，而不是换用别的字体', async () => {
    const empty = await mkdtemp(join(outer, 'font-'));
    const options = { date, fontFolder: empty };
    const refused = renderPaper({ folder, file: 'plain.typ' }, { text: '' }, options);
    await expect(refused).rejects.toThrow(/no font file/);
  });
});
