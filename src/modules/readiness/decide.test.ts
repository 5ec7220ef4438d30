import { afterAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { instant } from '../../kernel/clock.ts';
import { localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { assessReadiness, type ReadinessGiven } from './decide.ts';
import { definitionOn, readDefinitions, type ReadinessDefinition } from './definition.ts';
import { assessedItems, type CheckedItem } from './indicator.ts';
import type { ReadinessAssessment } from './readiness.ts';
import { refusals } from './refusal.ts';
import { type MeasuredTownship, scoreOf } from './score.ts';

const today = localDate('2026-03-02');
const national = readDefinitions(
  JSON.parse(
    readFileSync(new URL('../../../regions/national/readiness.json', import.meta.url), 'utf8'),
  ),
);
const definition = definitionOn(national, today) as ReadinessDefinition;
const none = { good: 0, of: 0 };
const measured: MeasuredTownship = {
  clerks: { count: 2 },
  posts: { count: 7 },
  rules: { count: 7 },
  'on-time': none,
  returned: none,
  publicity: none,
  objections: none,
  'two-visitors': none,
  findings: none,
};
const given: ReadinessGiven = {
  now: instant(0),
  today,
  by: {
    ...{ person: 'a', name: '甲', post: 'p', role: 'aid-officer' },
    area: placeCode('511702'),
  },
  definition,
  measured,
};
const file = { hash: 'a'.repeat(64), name: '照片.jpg', mime: 'image/jpeg' };
const met = (item: CheckedItem['item']): CheckedItem => ({
  ...{ item, found: 'met', note: '', files: [file] },
});
const items = assessedItems.map(met);
const found = { on: today, assessors: ['李演禾'], items, opinion: '具备承接条件' };

const tested = new Set<string>();
function codeOf(
  changes: Partial<typeof found>,
  more: Partial<ReadinessGiven> = {},
  state: readonly ReadinessAssessment[] = [],
) {
  const decision = assessReadiness({ ...found, ...changes }, state, { ...given, ...more });
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
const scored = (changes: Partial<MeasuredTownship>, on = today) =>
  scoreOf({
    definition,
    measured: { ...measured, ...changes },
    assessment: { on, items },
    today,
  });
const pointsOf = (changes: Partial<MeasuredTownship>, indicator: string) =>
  scored(changes).lines.find((each) => each.indicator === indicator)?.points;

afterAll(() => expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted()));

describe('达州做法第一、二点：具备条件才下放，承接能力评估', () => {
  it('逐项评估、有佐证的，连同当时的得分一并记录', () => {
    const decision = assessReadiness(found, [], given);
    expect(decision.ok && decision.events[0]?.assessment.score.score).toBe(10_000);
  });

  it('没有评估办法的，不能评估', () => {
    expect(codeOf({}, { definition: null })).toBe('readiness-not-defined');
  });

  it('评估日期晚于今天的不行，就在今天的可以', () => {
    expect(codeOf({ on: localDate('2026-03-03') })).toBe('readiness-day-ahead');
    expect(codeOf({ on: today })).toBeNull();
  });

  it('评估日期早于上一次的不行，同一天的可以', () => {
    const past = { ...found, by: 'a', score: scored({}) };
    expect(codeOf({ on: localDate('2026-03-01') }, {}, [past])).toBe('readiness-day-before-last');
    expect(codeOf({}, {}, [past])).toBeNull();
  });

  it('漏了一项、一项填两次的不行', () => {
    expect(codeOf({ items: items.slice(1) })).toBe('readiness-item-left-out');
    expect(codeOf({ items: [...items, met('window')] })).toBe('readiness-item-twice');
  });

  it('评为符合的须附佐证，评为不符合的不用附、但要写明差在哪里', () => {
    const [first, ...rest] = items;
    if (!first) throw new Error('no item');
    expect(codeOf({ items: [{ ...first, files: [] }, ...rest] })).toBe(
      'readiness-without-evidence',
    );
    const unmet = { ...first, found: 'unmet', files: [] } as const;
    expect(codeOf({ items: [unmet, ...rest] })).toBe('readiness-without-note');
    expect(codeOf({ items: [{ ...unmet, note: '没有受理窗口' }, ...rest] })).toBeNull();
  });
});

describe('承接能力得分：每一分都说得出依据', () => {
  it('没有记录的指标不计入，依据不足规定分值的不能通过', () => {
    const { judgedWeight, passes } = scored({});
    expect({ judgedWeight, passes }).toEqual({ judgedWeight: 65, passes: true });
    const strict = { ...definition, leastWeight: 66 };
    const score = scoreOf({
      definition: strict,
      measured,
      assessment: { on: today, items },
      today,
    });
    expect(score.because).toBe('有依据可评的指标只占 65 分，不足 66 分');
  });

  it('按期办结率：低于、等于、高于两条界线，中间按比例', () => {
    const share = (good: number) => pointsOf({ 'on-time': { good, of: 100 } }, 'on-time');
    expect([59, 60, 61, 94, 95, 96].map(share)).toEqual([0, 0, 28, 971, 1000, 1000]);
  });

  it('退回率越低越好', () => {
    const share = (good: number) => pointsOf({ returned: { good, of: 100 } }, 'returned');
    expect([9, 10, 25, 40, 41].map(share)).toEqual([500, 500, 250, 0, 0]);
  });

  it('实地评估满十二个月的当天仍算，次日起不得分', () => {
    expect(scored({}, localDate('2025-03-02')).passes).toBe(true);
    const late = scored({}, localDate('2025-03-01'));
    expect(late.passes).toBe(false);
    expect(late.lines.find(({ indicator }) => indicator === 'window')?.because).toContain(
      '已过 12 个月',
    );
  });

  it('从未实地评估的，评估各项都不得分、照样计入', () => {
    const score = scoreOf({ definition, measured, assessment: null, today });
    expect(score.score).toBe(3846);
    expect(score.because).toBe('评估得分 38.46 分，低于 60 分');
  });

  it('得分刚到合格线的通过，差百分之一分的不通过', () => {
    const at = scored({});
    const line = (threshold: number) =>
      scoreOf({
        definition: { ...definition, threshold },
        measured: { ...measured, rules: { count: 0 } },
        assessment: { on: today, items },
        today,
      });
    expect(at.score).toBe(10_000);
    expect(line(84)).toMatchObject({ score: 8461, passes: true });
    expect(line(85).passes).toBe(false);
  });
});

describe('评估办法的文件', () => {
  const [shipped] = national;
  it('分值合计不是 100 分、同一指标两次的读不进来', () => {
    const indicators = shipped?.indicators ?? [];
    const file = (changed: unknown) => () => readDefinitions({ definitions: [changed] });
    expect(file({ ...shipped, indicators: indicators.slice(1) })).toThrow('100 分');
    const [first, second, ...rest] = indicators;
    const twice = [first, { ...first, weight: second?.weight }, ...rest];
    expect(file({ ...shipped, indicators: twice })).toThrow('写了两次');
  });

  it('生效前没有办法，新办法从当天起适用', () => {
    const next = { ...definition, from: localDate('2027-01-01'), threshold: 80 };
    const on = (day: string) => definitionOn([definition, next], localDate(day))?.threshold;
    expect([on('2021-06-30'), on('2026-12-31'), on('2027-01-01')]).toEqual([undefined, 60, 80]);
  });
});
