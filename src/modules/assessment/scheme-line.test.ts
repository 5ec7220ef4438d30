import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { assessHousehold } from '../../rules/overview.ts';
import { earned, family, household, person, placeWith } from '../../rules/worked-case.ts';
import { headline, personLines, schemeLines, specialNotes } from './scheme-line.ts';

const DAY = localDate('2026-03-02');
const relief = {
  kind: 'emergency',
  cause: 'fire',
  severity: 'serious',
  persons: 1,
  months: 1,
  days: null,
  loss: 900_000,
  repeatJustified: null,
} as const;

/** One person of these means, under a made-up place that lays down everything but what is changed. */
const overviewOf = (
  income: number | null,
  changed: Parameters<typeof placeWith>[0] = {},
  more: Parameters<typeof household>[0] = {},
) =>
  assessHousehold(
    household({ members: family(1), incomes: [earned('i', income)], pastReliefs: [], ...more }),
    placeWith(changed),
    { on: DAY },
  );
const line = (overview: ReturnType<typeof overviewOf>, scheme: string) =>
  schemeLines(overview).find((each) => each.scheme === scheme);

describe('民发〔2022〕83号：一次申请、分类审核认定，五类救助各一行', () => {
  it('收入低于标准一分的符合低保，正好等于标准的不符合', () => {
    expect(line(overviewOf(79_999), 'dibao')).toMatchObject({
      word: '符合',
      figure: '每月 0.01 元',
      why: '',
    });
    expect(line(overviewOf(80_000), 'dibao')).toMatchObject({
      word: '不符合',
      figure: '',
      why: '没有达到：家庭月人均收入低于低保标准',
    });
  });

  it('已符合低保的，低保边缘写明不再认定', () => {
    expect(line(overviewOf(10_000), 'margin')?.why).toBe('已符合最低生活保障');
    expect(line(overviewOf(90_000), 'margin')).toMatchObject({ word: '符合', figure: '' });
  });

  it('缺事实的尚不能判断，写明缺什么', () => {
    const undecided = line(overviewOf(null), 'dibao');
    expect(undecided).toMatchObject({ verdict: 'undecided', word: '尚不能判断' });
    expect(undecided?.why).toMatch(/^缺 .*收入金额/);
  });

  it('当地没有规定的不能计算，写明哪一项', () => {
    const refused = line(overviewOf(90_000, { marginPercent: undefined }), 'margin');
    expect(refused).toMatchObject({ verdict: 'refused', word: '不能计算' });
    expect(refused?.why).toContain('低保边缘收入线');
  });

  it('一句话结论：符合的连同金额；都不能判断的写明', () => {
    expect(headline(overviewOf(10_000))).toMatch(/^符合最低生活保障，每月 700.00 元/);
    expect(headline(overviewOf(null))).toMatch(/^尚不能判断最低生活保障/);
  });
});

describe('按人认定、渐退和临时救助', () => {
  it('特困人员逐人列出金额和自理等次；显然不是的不列', () => {
    const old = person('a', {
      birth: '1950-01-01',
      ...{ canEat: true, canDress: true, canGetUp: true },
      ...{ canToilet: true, canWalk: true, canBathe: true },
      careMode: 'home',
      orphanProgramme: false,
    });
    const overview = overviewOf(0, {}, { members: [old], incomes: [] });
    expect(personLines(overview)).toEqual([
      {
        key: '特困人员 a',
        scheme: '特困人员',
        name: '申请人',
        word: '符合',
        figure: '每月 1,140.00 元',
        text: '具备生活自理能力（全自理）',
      },
    ]);
    expect(personLines(overviewOf(80_000))).toEqual([]);
  });

  it('临时救助是一次的金额；分次的写明每次多少', () => {
    const once = overviewOf(10_000, {}, { relief });
    expect(line(once, 'temporary')?.figure).toBe('一次 1,600.00 元');
    const stages = { rows: [{ title: '分三次', give: '3' }] };
    const staged = overviewOf(10_000, { temporaryStages: stages }, { relief });
    expect(line(staged, 'temporary')?.figure).toBe('共 1,600.00 元，分 3 次');
    expect(specialNotes(staged)).toContain('临时救助分 3 次：533.34 元、533.33 元、533.33 元。');
  });

  it('享受低保期间收入超过标准的，写明渐退几个月、多少钱', () => {
    const exit = { reason: 'work', since: '2026-02-01', formerAmount: 30_000 } as const;
    const members = [person('a', { currentScheme: 'dibao' })];
    expect(specialNotes(overviewOf(90_000, {}, { exit, members }))).toContain(
      '可以渐退：6 个月内每月 300.00 元。',
    );
    expect(specialNotes(overviewOf(90_000))).toEqual([]);
  });
});
