import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import * as decide from './decide.ts';
import { idsAt, inForce, readRuleId } from './in-force.ts';
import { type RulebookRefusal, refusals } from './refusal.ts';
import {
  ruleNames,
  type RuleState,
  type RuleText,
  workingRuleOf,
  workingRuleSlot,
} from './working-rule.ts';

const day = (text: string): LocalDate => localDate(text);
const meta = {
  ...{ seq: 1, actor: 'p', post: 'p' },
  ...{ occurredOn: day('2026-03-02'), recordedAt: instant(0) },
};
const first: RuleText = {
  title: '罗江镇入户调查制度',
  documentNumber: '罗府发〔2026〕3号',
  issuer: '罗江镇人民政府',
  issuedOn: day('2026-01-05'),
  effectiveFrom: day('2026-02-01'),
  text: '第一条 入户调查由两人以上进行。',
  file: null,
};
const second: RuleText = {
  ...first,
  documentNumber: '罗府发〔2026〕9号',
  issuedOn: day('2026-05-05'),
  effectiveFrom: day('2026-06-01'),
};

const tested = new Set<string>();
function codeOf(decision: Decision<{ readonly type: string }>): string | null {
  if (decision.ok) return null;
  tested.add(decision.refusal.code);
  return decision.refusal.code;
}
function stateAfter(...texts: readonly RuleText[]): RuleState {
  return texts.reduce<RuleState>((state, text) => {
    const decision = decide.publishRule(text, state);
    if (!decision.ok) throw new Error(decision.refusal.code);
    return decision.events.reduce(
      (before, event) => evolveSlot(workingRuleSlot, before, event, meta),
      state,
    );
  }, workingRuleSlot.initial);
}
const repealed = (on: string): RuleState => ({
  ...stateAfter(first),
  repealed: { on: day(on), reason: '机构改革' },
});

afterAll(() => expect([...tested].toSorted()).toEqual(Object.keys(refusals).toSorted()));

describe('达州市2021年改革做法第五点：县级八项、乡镇七项工作制度', () => {
  it('县级八项、乡镇七项，一项不少', () => {
    const levels = ruleNames.map((name) => workingRuleOf(name).level);
    expect(levels.filter((level) => level === 'county')).toHaveLength(8);
    expect(levels.filter((level) => level === 'township')).toHaveLength(7);
  });

  it('发布的文本按先后编版本，旧文本原样保留', () => {
    const { versions } = stateAfter(first, second);
    expect(versions.map(({ version, documentNumber }) => [version, documentNumber])).toEqual([
      [1, '罗府发〔2026〕3号'],
      [2, '罗府发〔2026〕9号'],
    ]);
  });

  it('没有正文也没有原件的，不能发布；有一样就可以', () => {
    const file = { hash: 'a'.repeat(64), name: '制度.pdf', mime: 'application/pdf' };
    expect(codeOf(decide.publishRule({ ...first, text: ' ' }, stateAfter()))).toBe('rule-empty');
    expect(codeOf(decide.publishRule({ ...first, text: '', file }, stateAfter()))).toBeNull();
  });

  it('施行日期不早于印发日期：当日可以，早一日不行', () => {
    const on = (effectiveFrom: string) =>
      codeOf(decide.publishRule({ ...first, effectiveFrom: day(effectiveFrom) }, stateAfter()));
    expect(on('2026-01-05')).toBeNull();
    expect(on('2026-01-04')).toBe('rule-effective-before-issue');
  });

  it('新文本须在旧文本之后施行：次日可以，同日不行', () => {
    const on = (effectiveFrom: string) =>
      codeOf(
        decide.publishRule(
          { ...second, issuedOn: day('2026-01-06'), effectiveFrom: day(effectiveFrom) },
          stateAfter(first),
        ),
      );
    expect(on('2026-02-02')).toBeNull();
    expect(on('2026-02-01')).toBe('rule-older-than-last');
  });

  it('同一文号不能发布两次', () => {
    const again = decide.publishRule(first, stateAfter(first));
    expect(codeOf(again)).toBe('rule-number-repeated');
  });
});

describe('制度的废止', () => {
  const repeal = (state: RuleState, on = '2026-05-01') =>
    codeOf(decide.repealRule({ on: day(on), reason: '机构改革' }, state));

  it('没有发布过的不能废止；废止以后不能再废止', () => {
    expect(repeal(stateAfter())).toBe('rule-not-published');
    expect(repeal(stateAfter(first))).toBeNull();
    expect(repeal(repealed('2026-05-01'))).toBe('rule-already-repealed');
  });

  it('废止日期不早于施行日期：当日可以，早一日不行', () => {
    expect(repeal(stateAfter(first), '2026-02-01')).toBeNull();
    expect(repeal(stateAfter(first), '2026-01-31')).toBe('rule-repealed-before-effect');
  });

  it('废止以后发布新文本的，制度恢复', () => {
    const decision = decide.publishRule(second, repealed('2026-05-01'));
    if (!decision.ok) throw new Error(decision.refusal.code);
    const [event] = decision.events;
    const state = event && evolveSlot(workingRuleSlot, repealed('2026-05-01'), event, meta);
    expect(state?.repealed).toBeNull();
  });
});

describe('阅读制度', () => {
  const read = (version: number, current: number | null, before: readonly number[] = []) =>
    codeOf(
      decide.readRule(
        { ruleId: 'r', version },
        before.map((each) => ({ ruleId: 'r', version: each, on: day('2026-03-02') })),
        { current },
      ),
    );

  it('只签收现行文本；已经读过的不重复；有了新版本要再读', () => {
    expect(read(1, 1)).toBeNull();
    expect(read(1, 2)).toBe('rule-not-in-force');
    expect(read(1, null)).toBe('rule-not-in-force');
    expect(read(1, 1, [1])).toBe('rule-already-read');
    expect(read(2, 2, [1])).toBeNull();
  });
});

describe('哪一个文本现行', () => {
  const versions = [
    { version: 1, effectiveFrom: '2026-02-01', repealedOn: '' },
    { version: 2, effectiveFrom: '2026-06-01', repealedOn: '2026-09-01' },
  ];
  const versionOn = (text: string) => inForce(versions, day(text))?.version;

  it('施行之日起用新文本，废止之日起没有现行文本', () => {
    expect(versionOn('2026-01-31')).toBeUndefined();
    expect(versionOn('2026-02-01')).toBe(1);
    expect(versionOn('2026-05-31')).toBe(1);
    expect(versionOn('2026-06-01')).toBe(2);
    expect(versionOn('2026-08-31')).toBe(2);
    expect(versionOn('2026-09-01')).toBeUndefined();
  });

  it('乡镇先用自己的文本，没有的用县里统一印发的；县级制度只在县里', () => {
    expect(idsAt('511702102', 'intake')).toEqual(['511702102-intake', '511702-intake']);
    expect(idsAt('511702102200', 'intake')).toEqual(['511702102-intake', '511702-intake']);
    expect(idsAt('511702102', 'verification')).toEqual(['511702-verification']);
    expect(readRuleId('511702102-intake')).toEqual({ place: '511702102', name: 'intake' });
    expect(readRuleId('511702102-verification')).toBeNull();
    expect(readRuleId('511702-horoscope')).toBeNull();
  });
});

const message = (code: RulebookRefusal) => refusals[code].message;
it('每一条不予办理都说明怎么办', () => {
  expect(message('rule-empty')).toContain('正文');
});
