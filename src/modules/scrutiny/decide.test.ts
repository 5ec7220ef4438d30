import { describe, expect, it } from 'vitest';
import lookRules from '../../../regions/national/scrutiny.json' with { type: 'json' };
import { instant } from '../../kernel/clock.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import { curiousLooks, type Look, lookRulesOn, lookRuleTitles } from './curious-look.ts';
import { reviewLook } from './decide.ts';
import { refusals, type ScrutinyRefusal } from './refusal.ts';
import { type ScrutinyEvent, scrutinySlot } from './scrutiny.ts';

const TODAY = localDate('2026-04-01');
const rules = lookRulesOn(lookRules, TODAY);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TEN = Date.parse('2026-04-01T10:00:00+08:00');
const look = (more: Partial<Look> = {}): Look => ({
  ...{ readingId: 'r', at: TEN, person: '甲', reader: '甲演禾', applicant: '乙演谷' },
  ...{ isKin: false, isEnded: false, acts: [TEN + DAY] },
  ...more,
});
const rulesOf = (more: Partial<Look>, others: readonly Look[] = []) =>
  (curiousLooks([look(more), ...others], rules).get('r') ?? []).map(({ rule }) => rule);

describe('《社会救助法》第七十条第六项：查看与申请无关的个人信息', () => {
  it('办着这一户的，白天看，不提示；每条规则都有依据、存疑和生效日期', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rules.map(({ rule }) => rule).toSorted()).toEqual(
      Object.keys(lookRuleTitles).toSorted(),
    );
    expect(lookRulesOn(lookRules, localDate('2025-12-31'))).toEqual([]);
    expect(() => lookRulesOn({ rules: [{ rule: 'made-up' }] }, TODAY)).toThrow();
  });

  it('前后三十天没有办过这一户的事；第三十天办过的不提示', () => {
    expect(rulesOf({ acts: [] })).toEqual(['no-task']);
    expect(rulesOf({ acts: [TEN - 30 * DAY] })).toEqual([]);
    expect(rulesOf({ acts: [TEN - 30 * DAY - 1] })).toEqual(['no-task']);
  });

  it('同姓又没有办过事的；同姓但在办的不提示；近亲属家', () => {
    expect(rulesOf({ applicant: '甲演谷', acts: [] })).toEqual(['no-task', 'same-surname']);
    expect(rulesOf({ applicant: '甲演谷' })).toEqual([]);
    expect(rulesOf({ isKin: true })).toEqual(['relative']);
  });

  it('一小时内第十五次；第十四次不提示；别人的次数不算', () => {
    const before = (count: number, person = '甲') =>
      Array.from({ length: count }, (_, at) =>
        look({ readingId: String(at), person, at: TEN - (at + 1) * MINUTE }),
      );
    expect(rulesOf({}, before(14))).toEqual(['many']);
    expect(rulesOf({}, before(13))).toEqual([]);
    expect(rulesOf({}, before(14, '乙'))).toEqual([]);
  });

  it.each([
    ['20:59', []],
    ['21:00', ['night']],
    ['05:59', ['night']],
    ['06:00', []],
  ])('%s 查看', (time, found) => {
    const at = Date.parse(`2026-04-01T${time}:00+08:00`);
    expect(rulesOf({ at, acts: [at + 1] })).toEqual(found);
  });

  it('办结以后又看、看了没有再办的', () => {
    expect(rulesOf({ isEnded: true, acts: [TEN - DAY] })).toEqual(['ended']);
    expect(rulesOf({ isEnded: true, acts: [TEN + DAY] })).toEqual([]);
  });
});

describe('《社会救助法》第七十条：审计管理员逐次审查', () => {
  const tested = new Set<string>();
  const review = (
    state = scrutinySlot.initial,
    more: Partial<Parameters<typeof reviewLook>[2]> = {},
  ): Decision<ScrutinyEvent> =>
    reviewLook({ verdict: 'unclear', note: '本人说明在核对' }, state, {
      by: {
        ...{ person: '审计', name: '审计', post: '', role: 'audit-admin' },
        area: placeCode('511702'),
      },
      ...{ readingId: 'r', reader: '甲', rules: ['night'], ...more },
    });
  const codeOf = (decision: Decision<ScrutinyEvent>) => {
    if (!decision.ok) tested.add(decision.refusal.code);
    return decision.ok ? null : decision.refusal.code;
  };

  it('写明结论和说明，审查一次；没有触发规则的不审查；本人的查看由另一人审查', () => {
    const decision = review();
    if (!decision.ok) throw new Error(decision.refusal.message);
    const meta = {
      ...{ seq: 1, actor: '审计', post: '', occurredOn: TODAY, recordedAt: instant(0) },
    };
    const [event] = decision.events;
    if (!event) throw new Error('nothing happened');
    const reviewed = evolveSlot(scrutinySlot, null, event, meta);
    expect(reviewed).toMatchObject({ verdict: 'unclear', by: '审计', rules: ['night'] });
    expect(codeOf(review(reviewed))).toBe('look-reviewed');
    expect(codeOf(review(null, { rules: [] }))).toBe('look-not-odd');
    expect(codeOf(review(null, { reader: '审计' }))).toBe('look-own');
    expect(
      (Object.keys(refusals) as ScrutinyRefusal[]).filter((code) => !tested.has(code)),
    ).toEqual([]);
  });
});
