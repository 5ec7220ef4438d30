import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { generateLaw, main } from './generate-law.ts';
import { readInstrument } from './law/read-instrument.ts';
import { writeModule } from './law/write-module.ts';

const front =
  'title: 甲办法\nkey: JIA\ncite: 《甲办法》\nnumber: 1号\nissuer: 民政部\nstatus: 现行';
const file = (body: string, head = front) => `---\n${head}\n---\n\n${body}`;
const one = '## 第一条\n\n要点。\n\nrules: DB-01\n';
const read = (body: string, head?: string) => readInstrument('jia.md', file(body, head));

describe('由 law/ 生成引用', () => {
  test('生成的文件没有过期,再生成一次也不变', () => {
    const existing = readFileSync(new URL('../src/law/generated.ts', import.meta.url), 'utf8');
    expect(generateLaw()).toBe(existing);
    expect(main(['--check'])).toBe(0);
  });

  test('--help 说明用法', () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(main(['--help'])).toBe(0);
    expect(log.mock.calls[0]?.[0]).toContain('--check');
    log.mockRestore();
  });

  test('读出一条的要点、规则和疑点', () => {
    const text =
      '## 第一条\n\n要点一。\n要点二。\n\nrules: DB-01, DB-02\ndoubt DB-02(D-01): 读法。\n';
    expect(read(text).articles).toEqual([
      {
        label: '第一条',
        gist: '要点一。要点二。',
        rules: ['DB-01', 'DB-02'],
        supports: [],
        restsOn: [],
        doubts: { 'DB-02': '读法。(疑点 D-01)' },
      },
    ]);
  });

  test.each([
    ['没有文件头', '## 第一条', 'front matter'],
    ['少了文号', file(one, front.replace('number: 1号\n', '')), 'lacks number'],
    ['不认识的文件头', file(one, `${front}\nnote: x`), 'knows no note'],
    ['日期写错', file(one, `${front}\npassed: 2021年`), 'no date'],
    ['编号写错', file(one.replace('DB-01', 'DB-1')), 'no rule ID'],
    ['没有要点', file('## 第一条\n\nrules: DB-01\n'), 'no gist'],
    ['不支撑任何规则', file('## 第一条\n\n要点。\n'), 'carries no rule'],
    ['同一条写了两次', file(one + one), 'twice'],
    ['规则写了两行', file(`${one}rules: DB-02\n`), 'twice'],
    ['疑点没写是哪条规则的', file(`${one}doubt 什么: 读法。\n`), 'doubt of which rule'],
  ])('%s,说明在哪里错', (_title, text, message) => {
    expect(() => readInstrument('jia.md', text)).toThrow(message);
  });

  test('一条规则有两个首要条文,或者被佐证的规则没有首要条文,都不生成', () => {
    const again = one.replace('第一条', '第二条');
    expect(() => writeModule([read(one + again)])).toThrow('two first articles');
    expect(() => writeModule([read(`${one}supports: DB-02\n`)])).toThrow('no first article');
    expect(() => writeModule([read(`${one}doubt DB-02: 读法。\n`)])).toThrow('no first article');
  });

  test('佐证的条文并入引用;不具约束力的不并入', () => {
    const support = (name: string, binding: string) =>
      read('## 第九条\n\n要点。\n\nsupports: DB-01\n', `${front.replaceAll('甲', name)}${binding}`);
    const text = writeModule([read(one), support('乙', ''), support('丙', '\nbinding: no')]);
    expect(text).toContain('"source":"《甲办法》第一条;《乙办法》第九条"');
  });
});
