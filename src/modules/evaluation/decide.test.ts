import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import * as decide from './decide.ts';
import { readEvaluations } from './definition.ts';
import {
  type EvaluationEvent,
  evaluationSlot,
  type EvaluationState,
  resultOf,
  stageOf,
} from './evaluation.ts';
import { isMeasured } from './measured-code.ts';
import { refusals } from './refusal.ts';
import { type MeasuredYear, resultFrom } from './result-from.ts';

const today = localDate('2026-03-02');
const path = new URL('../../../regions/national/evaluation.json', import.meta.url);
const json = JSON.parse(readFileSync(path, 'utf8')) as { definitions: [Record<string, unknown>] };
const [definition] = readEvaluations(json);
if (!definition) throw new Error('no definition');
const file = { hash: 'a'.repeat(64), name: '佐证.jpg', mime: 'image/jpeg' };
const asked = definition.indicators.filter(({ code }) => !isMeasured(code));
const full = asked.map(({ code, weight }) => ({
  ...{ code, points: weight, note: '', files: [file] },
}));
const all = { good: 10, of: 10 };
const measured: MeasuredYear = {
  ...{ 'on-time': all, returned: { good: 0, of: 10 }, publicity: all, objections: all },
  ...{ 'two-visitors': all, findings: { good: 0, of: 0 } },
  ...{ 'sample-fit': all, corrections: all },
};
const laid = { today, definition, measured };
const by = (person: string) => ({
  by: { person, name: '演', post: 'p', role: 'county-leader', area: placeCode('511702') },
});

const tested = new Set<string>();
function codeOf(decision: Decision<EvaluationEvent>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
function after(
  state: EvaluationState,
  decision: Decision<EvaluationEvent>,
  actor = 'a',
): EvaluationState {
  if (!decision.ok) throw new Error(decision.refusal.code);
  const meta = { seq: 1, actor, post: 'p', occurredOn: today, recordedAt: instant(0) };
  return decision.events.reduce(
    (now, event) => evolveSlot(evaluationSlot, now, event, meta),
    state,
  );
}
const { initial } = evaluationSlot;
const self = (items = full, state = initial, year = '2025') =>
  decide.selfScore({ year, items }, state, laid);
const selfScored = after(initial, self());
const score = (items = full.map(({ files: _, ...each }) => each), state = selfScored) =>
  decide.scoreTownship({ items }, state, laid);
const scored = after(selfScored, score(), 'inspector');
const appeal = (state: EvaluationState, on = today) =>
  decide.appealScore({ text: '档案已经补齐', files: [file] }, state, { today: on });

afterAll(() => expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted()));

describe('达州市2021年改革做法第五点：绩效评价，乡镇先自评', () => {
  it('县里没有评价办法的、这一年没有结束的、已经自评的，不能自评', () => {
    const none = { today, definition: null };
    expect(codeOf(decide.selfScore({ year: '2025', items: full }, initial, none))).toBe(
      'evaluation-not-defined',
    );
    expect(codeOf(self(full, initial, '2026'))).toBe('evaluation-year-not-over');
    expect(codeOf(self(full, selfScored))).toBe('evaluation-self-scored');
  });

  it('漏项、超过分值、没有佐证的不行，评 0 分的不用佐证', () => {
    const [first, ...rest] = full;
    if (!first) throw new Error('no item');
    expect(codeOf(self(rest))).toBe('evaluation-item-missing');
    expect(codeOf(self([...rest, rest[0] ?? first]))).toBe('evaluation-item-missing');
    expect(codeOf(self([{ ...first, points: first.points + 1 }, ...rest]))).toBe(
      'evaluation-over-weight',
    );
    expect(codeOf(self([{ ...first, files: [] }, ...rest]))).toBe('evaluation-unproved');
    expect(codeOf(self([{ ...first, points: 0, files: [] }, ...rest]))).toBeNull();
  });
});

describe('绩效评价：县级评分，记录里有的由系统计算', () => {
  it('没有自评的不能评，评过的不能再评，与自评不同的写明理由', () => {
    expect(codeOf(score(full, initial))).toBe('evaluation-not-self-scored');
    expect(codeOf(score(full, scored))).toBe('evaluation-scored');
    const [first, ...rest] = full;
    const lower = { ...first, code: first?.code ?? '', points: 1, files: [] };
    expect(codeOf(score([{ ...lower, note: '' }, ...rest]))).toBe(
      'evaluation-difference-unexplained',
    );
    expect(codeOf(score([{ ...lower, note: '没有公示栏' }, ...rest]))).toBeNull();
  });

  it('有依据的分值不足的不评等次，恰好够的可以', () => {
    const none = { good: 0, of: 0 };
    const bare = {
      ...{ ...measured, publicity: none, objections: none, 'two-visitors': none },
      ...{ 'sample-fit': none, corrections: none },
    };
    const bandOf = (leastWeight: number) =>
      resultFrom({ ...definition, leastWeight }, bare, new Map(), today).band;
    expect(bandOf(56)).toBe('不评等次');
    expect(bandOf(55)).toBe('不合格');
  });

  it('没有记录的不计入，满分 100；等次在 90、80、60 分处分界', () => {
    const result = resultOf(scored);
    expect(result?.lines.find(({ code }) => code === 'findings')?.points).toBeNull();
    expect([result?.total, result?.band]).toEqual([10_000, '优秀']);
    const bandAt = (share: number) => {
      const of = { good: share, of: 100 };
      const indicators = definition.indicators.slice(0, 1);
      const one = { ...definition, leastWeight: 15, indicators };
      const scale = {
        ...one,
        indicators: one.indicators.map((i) => ({ ...i, zero: 0, full: 100 })),
      };
      return resultFrom(scale, { ...measured, 'on-time': of }, new Map(), today).band;
    };
    expect([90, 89, 80, 79, 60, 59].map(bandAt)).toEqual([
      ...['优秀', '良好', '良好', '合格', '合格', '不合格'],
    ]);
  });
});

describe('绩效评价：异议由另一人答复，成立的改分', () => {
  const appealed = after(scored, appeal(scored));
  const answer = (items: { code: string; points: number; note: string }[], more: object = {}) =>
    decide.answerAppeal({ answer: '经复核材料属实', items }, appealed, {
      ...{ ...laid, ...by('leader') },
      ...more,
    });

  it('没有评分的、提过的、过了期限的不能提，末日可以', () => {
    expect(codeOf(appeal(selfScored))).toBe('evaluation-not-scored');
    expect(codeOf(appeal(appealed))).toBe('evaluation-appealed');
    expect(codeOf(appeal(scored, localDate('2026-03-18')))).toBe('evaluation-appeal-late');
    expect(codeOf(appeal(scored, localDate('2026-03-17')))).toBeNull();
  });

  it('评分的人不能答复；不成立的分数不变，成立的按改后的分数重新计算', () => {
    const given = { ...laid, ...by('leader') };
    const words = { answer: '没有异议', items: [] };
    expect(codeOf(decide.answerAppeal(words, scored, given))).toBe('evaluation-no-appeal');
    expect(codeOf(answer([], by('inspector')))).toBe('evaluation-same-person');
    const change = (points: number) => [{ code: 'team', points, note: '人员不稳定' }];
    expect(codeOf(answer(change(11)))).toBe('evaluation-over-weight');
    const kept = after(appealed, answer([]));
    expect([stageOf(kept), resultOf(kept)?.total]).toEqual(['answered', 10_000]);
    expect(codeOf(decide.answerAppeal(words, kept, given))).toBe('evaluation-appeal-answered');
    expect(resultOf(after(appealed, answer(change(1))))?.total).toBe(9_052);
  });
});

describe('绩效评价：办法是带日期的数据', () => {
  it('分值不足 100、指标重复、等次乱序的读不进来', () => {
    const broken = (change: (one: Record<string, never[]>) => object) => () =>
      readEvaluations({ definitions: [change(structuredClone(json.definitions[0]) as never)] });
    expect(broken((one) => ({ ...one, indicators: one['indicators']?.slice(1) }))).toThrow(
      '100 分',
    );
    expect(broken((one) => ({ ...one, bands: one['bands']?.toReversed() }))).toThrow('从高到低');
    const twice = (one: Record<string, never[]>) => ({
      ...one,
      indicators: one['indicators']?.map((each: object) => ({ ...each, code: 'on-time' })),
    });
    expect(broken(twice)).toThrow('写了两次');
  });
});
