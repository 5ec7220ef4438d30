import { describe, expect, test } from 'vitest';
import { remedies as remediesSchema } from './field.ts';
import { type Mode, type RemedyFacts, remediesOf } from './remedy.ts';

const facts: RemedyFacts = {
  mode: 'own-name',
  act: 'decision',
  township: { name: '示例镇人民政府', kind: 'township' },
  county: { government: '示例县人民政府', bureau: '示例县民政局' },
  court: '示例县人民法院',
};
const sources = (given: RemedyFacts) => remediesOf(given).citations.map(({ source }) => source);
const text = (given: RemedyFacts) => remediesOf(given).sentences.join('');

describe('行政复议法第十九条、行政诉讼法第二十六条：谁作为被申请人和被告', () => {
  test.each([
    ['own-name', '示例镇人民政府'],
    ['entrusted', '示例县民政局'],
    ['county', '示例县民政局'],
  ] as const)('%s 时由%s应诉', (mode, organ) => {
    const remedies = remediesOf({ ...facts, mode });
    expect(remedies.decidedBy).toBe(organ);
    expect(remedies.sentences.at(-1)).toBe(`行政复议的被申请人、行政诉讼的被告为${organ}。`);
  });

  test('委托时写明委托条款，其他情形不写', () => {
    expect(sources({ ...facts, mode: 'entrusted' }).join()).toContain('行政复议法第十九条');
    expect(sources({ ...facts, mode: 'entrusted' }).join()).toContain('行政诉讼法第二十六条');
    expect(sources(facts).join()).not.toContain('第十九条');
    expect(sources({ ...facts, mode: 'county' }).join()).not.toContain('第二十六条');
  });
});

describe('行政复议法第二十四条：向哪个机关申请复议', () => {
  test.each<[Mode, 'township' | 'subdistrict', string]>([
    ['own-name', 'township', '第一款第二项'],
    ['own-name', 'subdistrict', '第一款第三项'],
    ['entrusted', 'township', '第一款第一项'],
    ['entrusted', 'subdistrict', '第一款第一项'],
    ['county', 'township', '第一款第一项'],
  ])('%s %s：县级人民政府，%s', (mode, kind, item) => {
    const given = { ...facts, mode, township: { ...facts.township, kind } };
    expect(remediesOf(given).reviewBody).toBe('示例县人民政府');
    expect(sources(given)).toContain(`行政复议法第二十四条${item}`);
  });
});

describe('期限', () => {
  test('复议六十日，起诉六个月，复议后十五日（复议法第二十条，诉讼法第四十五、四十六条）', () => {
    const { reviewDays, suitMonths, afterReviewDays } = remediesOf(facts);
    expect([reviewDays, suitMonths, afterReviewDays]).toEqual([60, 6, 15]);
    expect(text(facts)).toContain('60日内，向示例县人民政府申请行政复议');
    expect(text(facts)).toContain('6个月内，直接向示例县人民法院提起行政诉讼');
    expect(text(facts)).toContain('15日内，向示例县人民法院提起行政诉讼');
  });

  test('对不作为须先复议，不能直接起诉（复议法第二十三条）', () => {
    const silence: RemedyFacts = { ...facts, act: 'inaction' };
    expect(remediesOf(silence).reviewFirst).toBe(true);
    expect(remediesOf(facts).reviewFirst).toBe(false);
    expect(text(silence)).toContain('可以先向示例县人民政府申请行政复议');
    expect(text(silence)).not.toContain('直接向');
    expect(sources(silence).join()).toContain('第二十三条第一款第三项');
  });
});

test('救济内容可以直接放进文书', () => {
  for (const mode of ['own-name', 'entrusted', 'county'] as const) {
    for (const act of ['decision', 'inaction'] as const) {
      expect(remediesSchema.safeParse(remediesOf({ ...facts, mode, act })).success).toBe(true);
    }
  }
});
