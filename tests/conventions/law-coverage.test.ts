import { describe, expect, test } from 'vitest';
import {
  allCiting,
  type Citing,
  coverage,
  coverageFaults,
  coveragePage,
  readCoverage,
} from '../../tools/law-coverage.ts';

const text = readCoverage();
const citing = await allCiting();
const covered = coverage(text, citing);

describe('法条落实', () => {
  test('每一条都归了类：规则、程序、由人决定，没有做的写明没有做', () => {
    expect(covered.length).toBeGreaterThan(150);
    expect(coverageFaults(text, covered)).toEqual([]);
  });

  test('低保、特困、刚性办法逐条都在，一条不少', () => {
    const count = (key: string) => covered.filter((each) => each.instrument === key).length;
    expect([count('S57'), count('S43'), count('SGX')]).toEqual([42, 29, 14]);
    expect(
      covered.find((each) => each.instrument === 'S57' && each.label === '第四十二条'),
    ).toBeDefined();
  });

  test('定条件、定金额的各条由规则落实', () => {
    const byRule = new Set(
      covered
        .filter((each) => each.rules.length > 0)
        .map((each) => `${each.instrument} ${each.label}`),
    );
    const wanted = {
      S57: ['七', '八', '十二', '十三', '十四', '二十三', '二十七', '三十三'],
      S43: ['四', '五', '六', '七', '八', '九', '二十一', '二十二', '二十四'],
      SGX: ['四', '五', '十'],
      SLAW: ['十六', '十七', '十八', '二十', '二十一', '二十二'],
      S649: ['九', '四十九'],
    };
    const articles = Object.entries(wanted).flatMap(([key, numbers]) =>
      numbers.map((number) => `${key} 第${number}条`),
    );
    expect(articles.filter((article) => !byRule.has(article))).toEqual([]);
  });

  test('页面按类写明', () => {
    const page = coveragePage(covered);
    expect(page).toContain('## 《最低生活保障审核确认办法》 民发〔2021〕57号');
    expect(page).toContain('| 第八条 |');
    expect(page).toContain('周岁 `ageYears`');
    expect(page).toContain('**由人决定** 集中还是分散供养由本人选择');
  });
});

describe('落实检查本身', () => {
  const without = (key: string) => {
    const { [key]: _gone, ...articles } = text.articles;
    return { ...text, articles };
  };

  test('没有归类的一条，查得出来', () => {
    const fewer = without('S57 第三条');
    expect(coverageFaults(fewer, coverage(fewer, citing))).toEqual(['S57 第三条：没有归类']);
  });

  test('规则不再引用的一条，查得出来', () => {
    const fewer = citing.filter((each) => !each.citation.source.includes('第二十三条'));
    expect(fewer.length).toBeLessThan(citing.length);
    const other = fewer.filter((each) => each.citation.rule !== 'DB-23');
    const found = coverage(text, other).find(
      (each) => each.label === '第三十三条' && each.instrument === 'S57',
    );
    expect(found?.rules.length).toBeGreaterThan(0);
    const none = other.filter(
      (each) => !each.citation.source.includes('第三十三条') && each.citation.rule !== 'DB-33',
    );
    expect(coverageFaults(text, coverage(text, none))).toContain('S57 第三十三条：没有归类');
  });

  test('写了不存在的条、不存在的文件，查得出来', () => {
    const wrong = {
      ...text,
      articles: {
        ...text.articles,
        'S57 第四十三条': { is: 'none' as const, what: '没有这一条' },
        'S57 第三条': { is: 'procedure' as const, what: '原则', where: ['src/none.ts'] },
      },
    };
    expect(coverageFaults(wrong, coverage(wrong, citing))).toEqual([
      'S57 第三条：没有 src/none.ts',
      'S57 第四十三条：没有这一条',
    ]);
  });

  test('一句依据里几部文件，只认写在它后面的条', () => {
    const cited = (source: string): Citing[] => [
      { name: '甲', is: 'rule', citation: { rule: 'XX', source } },
    ];
    const at = (source: string) =>
      coverage(text, cited(source))
        .filter((each) => each.rules.length > 0)
        .map((each) => `${each.instrument} ${each.label}`);
    expect(
      at('《最低生活保障审核确认办法》（民发〔2021〕57号）第三条；《社会救助法》第四十条'),
    ).toEqual(['S57 第三条', 'SLAW 第四十条']);
    expect(at('《个人信息保护法》第十三条')).toEqual([]);
    expect(at('民发〔2018〕23号第二部分第三项')).toEqual(['S23 第二部分(三)']);
  });
});
