import { expect, test } from 'vitest';
import { assessmentText, replayAssessment } from './replay.ts';
import { assessed, DAY, earned, household, placeWith } from './worked-case.ts';

const facts = household({ incomes: [earned('i', 20_000)] });
const region = placeWith();
const stored = assessed(facts, region);

test('同样的事实和规定，重算与保存的完全一样', () => {
  expect(replayAssessment(stored, facts, region)).toEqual({ same: true, now: stored });
});

test('保存时各项的次序不同的，也算一样', () => {
  const turned = Object.fromEntries(Object.entries(stored).toReversed()) as typeof stored;
  expect(JSON.stringify(turned)).not.toBe(JSON.stringify(stored));
  expect(replayAssessment(turned, facts, region).same).toBe(true);
  expect(assessmentText({ ...stored, members: [], tier: null })).not.toBe(assessmentText(stored));
});

test('里面的各项也不看次序，列表要看次序', () => {
  const text = (value: unknown) => assessmentText(value as typeof stored);
  expect(text({ a: { c: 1, b: [1, { e: 2, d: null }] } })).toBe(
    '{"a":{"b":[1,{"d":null,"e":2}],"c":1}}',
  );
  expect(text([2, 1])).not.toBe(text([1, 2]));
});

test('事实变了的，说不一样，给出现在的结果', () => {
  const { same, now } = replayAssessment(
    stored,
    household({ incomes: [earned('i', 30_000)] }),
    region,
  );
  expect(same).toBe(false);
  expect(now?.monthlyAmount).toBe(50_000);
});

test('按保存时的日期和当时知道的规定重算，成员的称呼由人给', () => {
  const named = assessed(facts, region, { on: DAY, nameOf: () => '张三' });
  expect(replayAssessment(named, facts, region, () => '张三').same).toBe(true);
  expect(replayAssessment(named, facts, region).same).toBe(false);
});

test('没有发布过的版本、现在不能计算的，都不是一样', () => {
  const unknown = { ...stored, ruleSetVersion: 'assistance-0' };
  expect(replayAssessment(unknown, facts, region)).toEqual({ same: false, now: null });
  const bare = placeWith({ dibaoFinancialLimit: undefined });
  expect(replayAssessment(stored, facts, bare)).toEqual({ same: false, now: null });
});
