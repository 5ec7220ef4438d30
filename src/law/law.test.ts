import { describe, expect, test } from 'vitest';
import { cite, findArticle, getInstrument, instruments, isRuleId, ruleIds } from './index.ts';

/** "01-04 24b" → 01 02 03 04 24b */
function numbers(text: string): string[] {
  return text.split(' ').flatMap((part) => {
    const range = /^(\d+)-(\d+)$/.exec(part);
    if (!range) return [part];
    const [from, to] = [Number(range[1]), Number(range[2])];
    const width = range[1]?.length ?? 2;
    return Array.from({ length: to - from + 1 }, (_, n) => String(from + n).padStart(width, '0'));
  });
}

/** The rules of the specification, family by family. */
const specified: Record<string, string> = {
  RG: '01-04',
  DL: '01-18',
  DB:
    '01-04 05a 05b 05c 06a 06b 07a 07b 08 08b 08c 08d 09-10 10b 10c 11-13 13a 13b 13c 13d 13e 13f 13g 13h 13i 13j ' +
    '14-15 15b 16a 16b 16c 16d 16e 16f 17a 17b 18 19a 19b 19c 20a 20b 21a 21b 22 22b 23 23b 23c ' +
    '24-30 31a 31b 32-33 33b 34-42 50-52',
  TK: '04-14 15a 15b 16-24 24b 25-28 30-33',
  LS: '01-21',
  SL: '05 10 11 13 15-19 21-23 32 37 39-48 50 53 60 62-65 67 68 70 72-74 76',
  ZX: '05 10-13 58-63',
  BY: '01',
  GX: '01-07',
  HD: '01-11',
  PB: '01-14',
  DA: '01-08',
  JT: '01-11',
  WD: '01-09',
  OT: '01-09',
  I: '1-20',
};

const expected = Object.entries(specified).flatMap(([family, list]) =>
  numbers(list).map((number) => `${family}-${number}`),
);

describe('法律依据 规则编号', () => {
  test('说明书里的每一条规则都有出处,没有多出来的编号', () => {
    expect([...ruleIds].sort()).toEqual(expected.sort());
  });

  test.each(ruleIds)('%s 有出处,也找得到那一条的要点', (rule) => {
    const { source } = cite(rule);
    expect(source).toMatch(/《.+》|号|做法|建议|意见|通知/);
    const article = findArticle(rule);
    expect(article.gist).toMatch(/[。;]$/);
    expect(cite(rule).doubt).toBe(article.doubt);
    const instrument = instruments.find(({ title }) => title === article.instrument);
    expect(instrument?.articles.some(({ rules }) => rules.includes(rule))).toBe(true);
  });

  test('编号写错,程序编译不过,运行时也认得出', () => {
    // @ts-expect-error DB-99 is no rule: the union is closed, so this line would not compile without the comment.
    expect(() => cite('DB-99')).toThrow();
    expect(isRuleId('DB-99')).toBe(false);
    expect(isRuleId('toString')).toBe(false);
    expect(isRuleId('DB-21b')).toBe(true);
  });
});

describe('法律依据 引用的写法', () => {
  test('不予确认的告知:办法第二十一条,并列社会救助法第四十五条', () => {
    expect(cite('DB-21b')).toEqual({
      rule: 'DB-21b',
      source: '《最低生活保障审核确认办法》第二十一条;《社会救助法》第四十五条',
    });
  });

  test('一项决定依据几条规则的,出处并列,编号用第一条', () => {
    expect(cite('DB-21b', 'TK-18', 'DB-21a')).toEqual({
      rule: 'DB-21b',
      source:
        '《最低生活保障审核确认办法》第二十一条;《社会救助法》第四十五条；' +
        '《特困人员认定办法》第十八条；《最低生活保障审核确认办法》第二十一条',
    });
  });

  test('不变量引用推出它的那些条文', () => {
    expect(cite('I-2').source).toBe('达州市2021年改革做法第一点;《社会救助法》第四十四条');
    expect(cite('I-2').doubt).toContain('D-01');
    for (const rule of ruleIds.filter((id) => id.startsWith('I-'))) {
      expect(cite(rule).source, rule).not.toContain('系统不变量');
    }
  });

  test('不具约束力的文本,有别的依据时不写进引用', () => {
    expect(cite('DB-23').source).not.toContain('220号');
    expect(findArticle('DB-23').instrument).toBe('最低生活保障审核确认办法');
    expect(cite('WD-03').source).not.toContain('行政许可法');
  });

  test('没有法律规定的,引用里照实说是建议或者地方做法', () => {
    expect(cite('RG-02').source).toBe('本系统建议(法律未作规定)“跨阶段适用”');
    expect(cite('HD-03').source).toMatch(/^地方做法/);
    expect(findArticle('RG-02').link).toBeUndefined();
    expect(findArticle('HD-01').link).toContain('http');
  });
});

describe('法律依据 疑点', () => {
  test.each([
    ['D-01', 'DL-03'],
    ['D-02', 'RG-02'],
    ['D-03', 'DB-13g'],
    ['D-04', 'LS-11'],
    ['D-05', 'PB-02'],
    ['D-06', 'DL-13'],
    ['D-07', 'DB-20b'],
    ['D-08', 'DB-31a'],
    ['D-09', 'TK-24b'],
    ['D-10', 'DA-02'],
    ['D-11', 'TK-26'],
    ['D-12', 'PB-05'],
    ['D-13', 'JT-05'],
    ['D-14', 'LS-04'],
    ['D-15', 'WD-07'],
    ['D-16', 'DB-08'],
  ] as const)('疑点 %s 写在 %s 上,并说明采用的读法', (doubt, rule) => {
    expect(cite(rule).doubt).toContain(`疑点 ${doubt}`);
  });

  test('文字清楚的规则不带疑点', () => {
    expect(cite('DB-21a')).not.toHaveProperty('doubt');
    expect(findArticle('DB-21a')).not.toHaveProperty('doubt');
  });
});

describe('法律依据 文件', () => {
  test('代号、标题都不重复,施行不早于通过', () => {
    for (const pick of ['key', 'title', 'cite'] as const) {
      const all = instruments.map((instrument) => instrument[pick]);
      expect(new Set(all).size, pick).toBe(all.length);
    }
    for (const { passed, inForce, title } of instruments) {
      if (passed && inForce) expect(passed <= inForce, title).toBe(true);
    }
  });

  test('社会救助法 2026 年 7 月 1 日施行,旧试行办法已废止', () => {
    expect(getInstrument('SLAW').inForce).toBe('2026-07-01');
    expect(getInstrument('S220')).toMatchObject({ repealed: '2021-07-01', binding: false });
    expect(() => getInstrument('XYZ')).toThrow();
  });

  test('要点是一到四句话,不是照抄的长文', () => {
    for (const { title, articles } of instruments) {
      for (const { label, gist } of articles) {
        expect(gist.length, `${title} ${label}`).toBeLessThan(160);
        expect(gist.split('。').length - 1, `${title} ${label}`).toBeLessThanOrEqual(4);
      }
    }
  });
});
