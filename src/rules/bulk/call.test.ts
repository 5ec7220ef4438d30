import { describe, expect, test } from 'vitest';
import { rational } from '../language/rational.ts';
import { boundKinds, kindFrame } from './kind-frame.fixture.ts';
import { LANE, LANE_ARRAY } from './result.ts';
import { decideRest, runCalls } from './run.ts';
import { factsOf, found, ran } from './small-run.fixture.ts';
import { shapeOf } from './shape.ts';

const one = (amount: number, more = {}, income = {}) =>
  factsOf([{ work: 'no', incomes: [{ activity: 'rice', units: 3, amount, ...income }], ...more }]);

function run(rule: string, households: Parameters<typeof ran>[1], changed = {}) {
  const policy = boundKinds(changed);
  return ran(kindFrame, households, [[rule]], () => policy);
}
const results = (rule: string, households: Parameters<typeof ran>[1], changed = {}) => {
  const made = run(rule, households, changed);
  expect(made.refusals).toEqual([]);
  return households.map((_, position) => found(made, position, rule));
};

describe('成批核算：各种写法的规定', () => {
  test('分档：正好等于上边的在这一档，高出的下一档，最后一档以上没有', () => {
    const at = [120_000, 120_001, 240_000, 240_001].map((amount) => one(amount));
    expect(results('tier', at)).toEqual([50_000, 30_000, 30_000, 0]);
  });

  test('百分数、取整的方向和单位由规定给出', () => {
    expect(results('shared', [one(1200)])).toEqual([35]);
    expect(results('shared', [one(1212)])).toEqual([rational(101 * 35, 100)]);
    const round = (how: string) => results('rounded', [one(1_800), one(1_801)], { how });
    expect(round('down')).toEqual([100, 100]);
    expect(round('up')).toEqual([200, 200]);
    expect(round('half-up')).toEqual([200, 200]);
    expect(results('rounded', [one(1_799)], { how: 'half-up' })).toEqual([100]);
  });

  test('选一个、是非、代码的列表', () => {
    expect(results('chosen', [one(0)])).toEqual([2]);
    expect(results('chosen', [one(0)], { flag: false })).toEqual([3]);
    expect(results('chosen', [one(0)], { care: 'half' })).toEqual([1]);
    const both = [one(0), one(0, { work: 'yes' })];
    expect(results('listed', both)).toEqual([1, 0]);
    expect(results('listed', both, { works: ['yes', 'no'] })).toEqual([1, 1]);
    expect(results('listed', both, { works: [] })).toEqual([0, 0]);
  });

  test('表：数、百分数、是非、代码，各读各的列', () => {
    const rice = one(100);
    const pig = one(100, {}, { activity: 'pig' });
    expect(results('gained', [rice, pig])).toEqual([3600, 1500]);
    expect(results('kept', [rice, pig])).toEqual([40, 60]);
    expect(results('owned', [rice, pig])).toEqual([1, 0]);
    expect(results('caring', [rice, pig])).toEqual([1, 0]);
    expect(results('same', [rice, pig])).toEqual([false, true]);
    expect(results('same', [rice, pig], { care: 'full' })).toEqual([true, false]);
  });

  test('表里没有的项目留给逐户核算；没有用表的不读', () => {
    const made = run('owned', [one(100, {}, { activity: 'tea' }), one(100)]);
    expect([0, 1].map((each) => found(made, each, 'owned'))).toEqual([null, 1]);
    expect(results('owned', [one(100)], { norms: 'not-used' })).toEqual([0]);
  });

  test.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['一个数', 'shared', { share: undefined }],
    ['是非', 'chosen', { flag: undefined }],
    ['选一个', 'chosen', { care: undefined }],
    ['取整的方向', 'rounded', { how: undefined }],
  ])('没有规定的：%s，读到的留给逐户核算', (_, rule, changed) => {
    const made = run(rule, [one(1_850)], changed);
    expect(made.refusals).toEqual([]);
    expect(made.results.chunks[0]?.arrays[LANE_ARRAY]?.[0]).toBe(LANE.none);
    expect(decideRest(made)).toBe(1);
    expect(found(made, 0, rule)).toBeNull();
  });

  test('走完多少户，一块一块报告', () => {
    const made = run('shared', [one(1200), one(1200)]);
    const seen: number[] = [];
    runCalls(made, (households) => seen.push(households));
    expect(seen).toEqual([2]);
  });
});

describe('哪些地方可以共用一个函数', () => {
  const shape = (changed = {}, wanted = ['tier', 'shared', 'chosen', 'listed', 'rounded']) =>
    shapeOf(boundKinds(changed), wanted);
  const same = shape();

  test('只有数不同的可以', () => {
    const tiers = [
      { title: '甲', upTo: 5, amount: 7 },
      { title: '乙', upTo: 6, amount: 8 },
    ];
    expect(shape({ standard: 1, share: 3, step: 7, tiers })).toBe(same);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['是非', { flag: false }],
    ['选一个', { care: 'half' }],
    ['取整的方向', { how: 'up' }],
    ['列表', { works: ['yes'] }],
    ['档数', { tiers: [{ title: '甲', upTo: 5, amount: 7 }] }],
    ['没有规定的数', { share: undefined }],
    ['没有规定的是非', { flag: undefined }],
  ])('%s不同的不可以', (_, changed) => {
    expect(shape(changed)).not.toBeNull();
    expect(shape(changed)).not.toBe(same);
  });

  test('结果用不到的规定不同，可以', () => {
    expect(shape({ flag: false }, ['shared'])).toBe(shape({}, ['shared']));
    expect(shape({ share: undefined }, ['listed'])).toBe(shape({}, ['listed']));
  });
});
