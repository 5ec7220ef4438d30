import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import * as decide from './decide.ts';
import { type PolicyContent, type PolicyEvent, policySlot, type PolicyState } from './policy.ts';
import { refusals } from './refusal.ts';

const TODAY = localDate('2026-07-06');
const content: PolicyContent = {
  title: '提高农村低保标准',
  issuer: '通川区人民政府',
  change: {
    kind: 'figures',
    figures: [{ parameter: 'standard', residence: 'rural', value: 68_000 }],
    effective: localDate('2026-01-01'),
  },
  answers: [],
};
const preview = {
  ...{
    previewId: 'p1',
    day: TODAY,
    months: ['2026-07' as Month],
    households: 3,
    base: 0,
    sums: {},
  },
};
const standing: decide.Standing = {
  ...{ faults: 0, additions: 1, changes: [], questions: [], from: localDate('2026-01-01') },
};
const given = { standing, base: 0 };
const told = (state: PolicyState, event: PolicyEvent, actor: string): PolicyState => {
  const reduce = policySlot.evolve[event.type] as (
    state: PolicyState,
    event: PolicyEvent,
    meta: object,
  ) => PolicyState;
  return reduce(state, event, {
    ...{ seq: 1, actor, post: 'x', occurredOn: TODAY, recordedAt: instant(0) },
  });
};
const drafted = told(null, { type: 'PolicyDrafted', content }, 'writer');
const previewed = told(drafted, { type: 'PolicyPreviewed', preview }, 'writer');
const submitted = told(previewed, { type: 'PolicySubmitted', note: '' }, 'writer');
const approved = told(submitted, { type: 'PolicyApproved', opinion: '同意' }, 'leader');
const publication = {
  ...{ document: '通府发〔2026〕9号', issuedOn: TODAY, effective: TODAY, inUseFrom: TODAY },
  changes: [],
};
const published = told(approved, { type: 'PolicyPublished', ...publication }, 'leader');

const seen = new Set<string>();
const codeOf = (answer: ReturnType<typeof decide.submitPolicy>) => {
  if (answer.ok) return null;
  seen.add(answer.refusal.code);
  return answer.refusal.code;
};
const run: decide.FoundRun = { isDone: true, isOfDraft: true, preview };
const publishing = { ...given, by: 'leader', today: TODAY, isNumberTaken: false };
const act = { document: '通府发〔2026〕9号', issuedOn: TODAY };
const opinion = { opinion: '同意公布', previewId: 'p1' };

describe('DL-07：标准和规则先起草、测算，再由另一人批准和公布', () => {
  it('起草中的随时能改，改了以后原来的测算不再作数', () => {
    expect(codeOf(decide.draftPolicy(content, null))).toBe(null);
    expect(codeOf(decide.draftPolicy(content, previewed))).toBe(null);
    expect(told(previewed, { type: 'PolicyDrafted', content }, 'second')).toMatchObject({
      preview: null,
      writers: ['writer', 'second'],
    });
    expect(codeOf(decide.draftPolicy(content, submitted))).toBe('policy-not-draft');
    expect(codeOf(decide.draftPolicy(content, published))).toBe('policy-over');
  });

  it('附上的测算要算完，而且算的就是这份内容', () => {
    expect(codeOf(decide.attachPreview(drafted, run))).toBe(null);
    const notDone = { ...run, isDone: false };
    expect(codeOf(decide.attachPreview(drafted, notDone))).toBe('policy-preview-not-done');
    const other = { ...run, isOfDraft: false };
    expect(codeOf(decide.attachPreview(drafted, other))).toBe('policy-preview-of-another');
  });

  it('有错误、没有不同、有疑问没有答、没有测算的，不能送批', () => {
    const submit = (state: PolicyState, more: Partial<decide.Standing> = {}, base = 0) =>
      codeOf(decide.submitPolicy('', state, { standing: { ...standing, ...more }, base }));
    expect(submit(previewed)).toBe(null);
    expect(submit(previewed, { faults: 1 })).toBe('policy-has-faults');
    expect(submit(previewed, { additions: 0 })).toBe('policy-changes-nothing');
    expect(submit(previewed, { questions: ['q'] })).toBe('policy-question-open');
    expect(submit(drafted)).toBe('policy-not-previewed');
    expect(submit(previewed, {}, 1)).toBe('policy-preview-outdated');
    const answers = [{ question: 'q', reason: '文件上就是这个数' }];
    const answered = told(
      drafted,
      { type: 'PolicyDrafted', content: { ...content, answers } },
      'a',
    );
    const again = told(answered, { type: 'PolicyPreviewed', preview }, 'a');
    expect(submit(again, { questions: ['q'] })).toBe(null);
  });

  it('起草人不能批准，别的人看过测算才能批准', () => {
    const approve = (state: PolicyState, by = 'leader', previewId = 'p1') =>
      codeOf(decide.approvePolicy({ ...opinion, previewId }, state, { ...given, by }));
    expect(approve(submitted)).toBe(null);
    expect(approve(submitted, 'writer')).toBe('policy-own-draft');
    expect(approve(submitted, 'leader', 'p0')).toBe('policy-preview-not-seen');
    expect(approve(previewed)).toBe('policy-not-submitted');
  });

  it('退回以后可以再改；没有送来的不能退', () => {
    expect(codeOf(decide.sendBackPolicy('金额再核一下', approved))).toBe(null);
    expect(codeOf(decide.sendBackPolicy('金额再核一下', drafted))).toBe('policy-not-submitted');
    const back = told(approved, { type: 'PolicySentBack', reason: '再核一下' }, 'leader');
    expect(codeOf(decide.draftPolicy(content, back))).toBe(null);
  });

  it('批准以后凭文号公布，从次日起用', () => {
    const answer = decide.publishPolicy(act, approved, publishing);
    expect(answer).toMatchObject({
      ok: true,
      events: [{ effective: '2026-01-01', inUseFrom: '2026-07-07' }],
    });
    const publish = (more: object, state = approved, body: object = {}) =>
      codeOf(decide.publishPolicy({ ...act, ...body }, state, { ...publishing, ...more }));
    expect(publish({}, submitted)).toBe('policy-not-approved');
    expect(publish({ by: 'writer' })).toBe('policy-own-draft');
    expect(publish({}, approved, { document: ' ' })).toBe('policy-without-number');
    const tomorrow = localDate('2026-07-07');
    expect(publish({}, approved, { issuedOn: tomorrow })).toBe('policy-issued-in-future');
    expect(publish({ isNumberTaken: true })).toBe('policy-number-taken');
    expect(publish({ base: 1 })).toBe('policy-preview-outdated');
  });

  it('公布以后什么都不再改', () => {
    expect(codeOf(decide.commentPolicy('有意见', published))).toBe('policy-over');
    expect(codeOf(decide.giveUpPolicy('不需要了', published))).toBe('policy-over');
    expect(codeOf(decide.publishPolicy(act, published, publishing))).toBe('policy-over');
    expect(codeOf(decide.commentPolicy('有意见', approved))).toBe(null);
    expect(codeOf(decide.giveUpPolicy('不需要了', approved))).toBe(null);
  });

  it('每一种不予办理都试过', () => {
    const codes = Object.keys(refusals).filter((code) => code.startsWith('policy-'));
    expect([...seen].toSorted()).toEqual(codes.toSorted());
  });
});
