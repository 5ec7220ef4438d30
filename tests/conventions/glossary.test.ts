import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findArticle, instruments, isRuleId } from '../../src/law/index.ts';

type Row = {
  readonly line: number;
  readonly term: string;
  readonly word: string;
  readonly article: string;
  readonly plain: string;
};

const root = new URL('../../', import.meta.url);
const header = '| 法定用语 | code word | 依据 | 对群众怎么说 |';

function readRows(text: string): Row[] {
  return text.split('\n').flatMap((line, index) => {
    if (!line.startsWith('|') || line === header || /^[|-]+$/.test(line)) return [];
    const [term = '', word = '', article = '', plain = ''] = line.slice(2, -2).split(' | ');
    return [{ line: index + 1, term, word, article, plain }];
  });
}

function faultsOf(text: string): string[] {
  const rows = readRows(text);
  return [
    ...text.split('\n').flatMap((line, index) => lineFaults(line, index + 1)),
    ...rows.flatMap(rowFaults),
    ...twice(rows.map((row) => row.term)).map((term) => `两次出现的用语:${term}`),
    ...twice(rows.map((row) => row.word)).map((word) => `两次出现的代码词:${word}`),
  ];
}

function lineFaults(line: string, number: number): string[] {
  if (!line.startsWith('|') || line === '|---|---|---|---|') return [];
  return line.endsWith(' |') && line.split('|').length === 6 ? [] : [`第 ${number} 行不是四列`];
}

function rowFaults({ line, term, word, article, plain }: Row): string[] {
  const faults: string[] = [];
  if (!/[一-鿿]/.test(term)) faults.push(`第 ${line} 行没有法定用语`);
  if (!/^`[a-z]+(-[a-z]+)*`$/.test(word)) faults.push(`第 ${line} 行的代码词写法不对:${word}`);
  if (plain === '' || /[。;]$/.test(plain)) faults.push(`第 ${line} 行的大白话空着或带了句号`);
  const id = article.split(' ').at(-1) ?? '';
  if (article !== articleCell(id)) faults.push(`第 ${line} 行的依据与 law/ 不符:${article}`);
  return faults;
}

/** "《最低生活保障审核确认办法》第十条 DB-10" as law/ has it now; null for an ID that is no rule. */
function articleCell(id: string): string | null {
  if (!isRuleId(id)) return null;
  const { instrument, article } = findArticle(id);
  const cited = instruments.find(({ title }) => title === instrument)?.cite;
  return `${cited}${article.startsWith('第') ? article : `“${article}”`} ${id}`;
}

function twice(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}

/** Folders that hold a capability or a scheme; none when the parent is not there yet. */
function foldersIn(path: string, except: readonly string[] = []): string[] {
  const folder = new URL(path, root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !except.includes(entry.name))
    .map((entry) => entry.name);
}

function missingWords(text: string, folders: readonly string[]): string[] {
  const words = new Set(readRows(text).map((row) => row.word));
  return folders.filter((folder) => !words.has(`\`${folder}\``));
}

/** Folders of the engine and of what all schemes share; each other one is a scheme. */
const ofAllSchemes = [
  'boundary',
  'bulk',
  'economy',
  'language',
  'policy-check',
  'released',
  'worked-example',
];

const glossary = readFileSync(new URL('GLOSSARY.md', root), 'utf8');

describe('词汇表', () => {
  test('每一行四列齐全,一个用语一个词,依据与 law/ 一致', () => {
    expect(readRows(glossary).length).toBeGreaterThan(100);
    expect(faultsOf(glossary)).toEqual([]);
  });

  test('每个业务模块的文件夹名都在词汇表里', () => {
    expect(missingWords(glossary, foldersIn('src/modules/'))).toEqual([]);
  });

  test('每个救助项目的规则文件夹名都在词汇表里', () => {
    expect(missingWords(glossary, foldersIn('src/rules/', ofAllSchemes))).toEqual([]);
  });

  test('架构定下的模块词和项目词一个不少', () => {
    const binding =
      'case household delegation standards intake verification investigation assessment publicity ' +
      'deliberation confirmation funds review supervision disclosure complaint accountability ' +
      'training procurement rulebook archive identity dibao margin rigid tekun temporary';
    expect(missingWords(glossary, binding.split(' '))).toEqual([]);
  });
});

describe('词汇表的检查本身', () => {
  const good =
    '| 受理 | `acceptance` | 《最低生活保障审核确认办法》第十条 DB-10 | 材料齐了,开始办 |';

  test('写对的一行没有毛病', () => {
    expect(faultsOf(good)).toEqual([]);
  });

  test.each([
    ['缺一列', good.replace(' | 材料齐了,开始办', ''), '不是四列'],
    ['代码词用了大写', good.replace('acceptance', 'Acceptance'), '写法不对'],
    ['代码词没有反引号', good.replaceAll('`', ''), '写法不对'],
    ['没有中文用语', good.replace('受理', 'accept'), '没有法定用语'],
    ['大白话空着', good.replace('材料齐了,开始办', ''), '空着'],
    ['条号写错', good.replace('第十条', '第十一条'), '与 law/ 不符'],
    ['没有这条规则', good.replace('DB-10', 'DB-99'), '与 law/ 不符'],
    ['同一用语两个词', `${good}\n${good.replace('acceptance', 'accepting')}`, '两次出现的用语'],
    ['同一词两个用语', `${good}\n${good.replace('受理', '收件')}`, '两次出现的代码词'],
  ])('%s,查得出来', (_title, text, fault) => {
    expect(faultsOf(text).join()).toContain(fault);
  });

  test('文件夹没有对应的词,查得出来', () => {
    expect(missingWords(good, ['acceptance', 'helper'])).toEqual(['helper']);
  });
});
