import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import * as decide from './decide-subsidy.ts';
import { type SubsidyEvent, type SubsidyPlan, subsidySlot, type SubsidyState } from './subsidy.ts';
import { subsidyRefusals } from './subsidy-refusal.ts';

const month = (text: string) => text as Month;
const plan: SubsidyPlan = {
  ...{ document: '演发改〔2026〕3号', issuedOn: localDate('2026-03-01') },
  scan: { hash: 'a'.repeat(64), name: '文件.jpg', mime: 'image/jpeg' },
  ...{ from: month('2026-03'), until: month('2026-05'), schemes: ['dibao'] },
  ...{ urban: fen(5_000), rural: fen(4_000), whyRight: '' },
};
const effect = { households: 2, people: 4, amount: fen(16_000), schemes: [], townships: [] };
const given: decide.DraftGiven = {
  ...{ today: localDate('2026-03-01'), effect, taken: [] },
  standard: { urban: fen(82_600), rural: fen(62_000) },
};
const told = (state: SubsidyState, event: SubsidyEvent, actor: string): SubsidyState => {
  const reduce = subsidySlot.evolve[event.type] as (
    state: SubsidyState,
    event: SubsidyEvent,
    meta: object,
  ) => SubsidyState;
  const on = localDate('2026-03-02');
  return reduce(state, event, { seq: 1, actor, post: 'x', occurredOn: on, recordedAt: instant(0) });
};
const drafted = told(null, { type: 'SubsidyDrafted', ...plan, effect }, 'officer');
const approved = told(drafted, { type: 'SubsidyApproved', opinion: '同意发放' }, 'leader');
const april = { scheme: 'dibao', month: '2026-04', document: '演发改〔2026〕1号' } as const;

const seen = new Set<string>();
const codeOf = (answer: ReturnType<typeof decide.draftSubsidy>) => {
  if (answer.ok) return null;
  seen.add(answer.refusal.code);
  return answer.refusal.code;
};
const draft = (more: Partial<SubsidyPlan>, known: Partial<decide.DraftGiven> = {}) =>
  codeOf(decide.draftSubsidy({ ...plan, ...more }, null, { ...given, ...known }));

describe('SL-32：价格临时补贴按文件拟定，由另一人批准', () => {
  it('文件当天发的可以，明天发的不行', () => {
    expect(draft({})).toBe(null);
    expect(draft({ issuedOn: localDate('2026-03-02') })).toBe('subsidy-issued-in-future');
  });

  it('一个月、十二个月可以，倒着写的、十三个月不行', () => {
    expect(draft({ until: month('2026-03') })).toBe(null);
    expect(draft({ until: month('2026-02') })).toBe('subsidy-months-backward');
    expect(draft({ until: month('2027-02') })).toBe(null);
    expect(draft({ until: month('2027-03') })).toBe('subsidy-too-long');
  });

  it('城乡可以只发一侧，都不发不行；没有人能领的不行', () => {
    expect(draft({ urban: fen(0) })).toBe(null);
    expect(draft({ urban: fen(0), rural: fen(0) })).toBe('subsidy-without-amount');
    expect(draft({}, { effect: { ...effect, households: 0 } })).toBe('subsidy-nobody');
  });

  it('正好是标准的一半可以，多一分要写明理由', () => {
    expect(draft({ rural: fen(31_000) })).toBe(null);
    expect(draft({ rural: fen(31_001) })).toBe('subsidy-implausible');
    expect(draft({ rural: fen(31_001), whyRight: '含一次性过节补助' })).toBe(null);
    expect(draft({ rural: fen(31_001) }, { standard: { urban: null, rural: null } })).toBe(null);
  });

  it('同一类对象同一个月只发一次，写明是哪个文件；对象不同的可以', () => {
    expect(draft({}, { taken: [april] })).toBe('subsidy-month-taken');
    expect(draft({ until: month('2026-03') }, { taken: [april] })).toBe(null);
    expect(draft({}, { taken: [{ ...april, scheme: 'tekun' }] })).toBe(null);
    const answer = decide.draftSubsidy(plan, null, { ...given, taken: [april] });
    expect(answer).toMatchObject({
      refusal: { message: expect.stringContaining('2026-04 最低生活保障（演发改〔2026〕1号）') },
    });
    expect(codeOf(decide.draftSubsidy(plan, drafted, given))).toBe('subsidy-over');
  });

  it('拟的人不能批；批的时候再看一次月份；批过的不能放弃，可以停止', () => {
    const approve = (state: SubsidyState, by: string, taken: readonly decide.TakenMonth[] = []) =>
      codeOf(decide.approveSubsidy('同意发放', state, { by, taken }));
    expect(approve(drafted, 'leader')).toBe(null);
    expect(approve(drafted, 'officer')).toBe('subsidy-own-plan');
    expect(approve(drafted, 'leader', [april])).toBe('subsidy-month-taken');
    expect(approve(approved, 'leader')).toBe('subsidy-over');
    expect(codeOf(decide.giveUpSubsidy('文件收回', drafted))).toBe(null);
    expect(codeOf(decide.giveUpSubsidy('文件收回', approved))).toBe('subsidy-over');
    expect(codeOf(decide.stopSubsidy('文件收回', approved))).toBe(null);
    expect(codeOf(decide.stopSubsidy('文件收回', drafted))).toBe('subsidy-not-approved');
    const stopped = told(approved, { type: 'SubsidyStopped', reason: '文件收回' }, 'leader');
    expect(codeOf(decide.stopSubsidy('文件收回', stopped))).toBe('subsidy-not-approved');
  });

  it('每一种不予办理都试过', () => {
    expect([...seen].toSorted()).toEqual(Object.keys(subsidyRefusals).toSorted());
  });
});
