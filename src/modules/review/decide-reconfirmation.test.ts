import { describe, expect, it } from 'vitest';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { after, codeOf, FILE, givenOn, running, told, type Told } from './benefit.fixture.ts';
import type { BenefitGiven } from './decide.ts';
import { type Declared, reconfirm } from './reconfirm.ts';
import { isAsked, reconfirmationTasks, roundEnds } from './round.ts';

const SEPTEMBER = 9;
const DAY = localDate('2026-09-01');

/** A place whose yearly round ends with a month; 0 where there is none. */
function givenIn(month: number, on: LocalDate = DAY): BenefitGiven {
  const given = givenOn(on);
  const { reconfirmationMonth } = given.procedure;
  const procedure = {
    ...given.procedure,
    reconfirmationMonth: { ...reconfirmationMonth, value: month },
  };
  return { ...given, procedure };
}
const declared: Declared = { on: DAY, signedBy: '演a', files: [FILE], change: null };
const change = { id: 'c1', kind: 'income', what: '儿子外出务工', happenedOn: DAY } as const;
const give = (from: readonly Told[], more: Partial<Declared> = {}, given = givenIn(SEPTEMBER)) =>
  reconfirm({ ...declared, ...more }, after(...from), given);
const kinds = (from: readonly Told[], given: BenefitGiven) =>
  reconfirmationTasks(after(...from), given).map(({ kind, dueOn }) => [kind, dueOn]);

/** Granted on a day, with a last day where the recognition ends by itself. */
function granted(decidedOn: LocalDate, validUntil: LocalDate | null = null): readonly Told[] {
  return running().map(([event, meta]): Told => {
    if (event.type !== 'BenefitOpened') return [event, meta];
    const entries = event.entries.map((each) => ({ ...each, decidedOn }));
    return [{ ...event, entries, validUntil }, meta];
  });
}

describe('年度重新确认（最低生活保障审核确认办法第三十条、第三十一条，地方实行的）', () => {
  it('全国没有规定，不写月份就不实行，不列待办', () => {
    expect(givenOn().procedure.reconfirmationMonth.value).toBe(0);
    expect(codeOf(give(running(), {}, givenOn()))).toBe('reconfirmation-not-used');
    expect(kinds(running(), givenOn())).toEqual([]);
  });

  it('办结的期限是当年那个月的最后一天，二月、十二月也是', () => {
    expect(roundEnds(givenIn(SEPTEMBER))).toBe('2026-09-30');
    expect(roundEnds(givenIn(2))).toBe('2026-02-28');
    expect(roundEnds(givenIn(12))).toBe('2026-12-31');
    expect(kinds(running(), givenIn(SEPTEMBER))).toEqual([['reconfirm', '2026-09-30']]);
  });

  it('上年最后一天给予的今年要确认，今年第一天给予的不要', () => {
    const asked = (on: string) => codeOf(give(granted(localDate(on))));
    expect(asked('2025-12-31')).toBeNull();
    expect(asked('2026-01-01')).toBe('reconfirmation-not-asked');
  });

  it('认定有期限的期满重新申请，不在重新确认之内；已决定停发的也不在', () => {
    const until = granted(localDate('2025-09-10'), localDate('2026-12-31'));
    expect(codeOf(give(until))).toBe('reconfirmation-not-asked');
    const state = after(...running());
    const stopped = {
      ...state,
      entries: [...state.entries, { ...state.entries[0], standing: 'stopped' as const }],
    } as typeof state;
    expect(isAsked(stopped, DAY)).toBe(false);
    expect(codeOf(reconfirm(declared, stopped, givenIn(SEPTEMBER)))).toBe('not-in-force');
  });

  it('没有变化的，待遇、核查期限一样也不变；一年一次，次年再列', () => {
    const before = after(...running());
    const decision = give(running());
    const from = [...running(), ...told(decision)];
    const state = after(...from);
    expect(state.reconfirmations).toMatchObject([{ year: 2026, outcome: 'unchanged' }]);
    expect([state.entries, state.reviewDue]).toEqual([before.entries, before.reviewDue]);
    expect(codeOf(give(from))).toBe('reconfirmed-already');
    expect(kinds(from, givenIn(SEPTEMBER))).toEqual([]);
    const next = localDate('2027-01-01');
    expect(kinds(from, givenIn(SEPTEMBER, next))).toEqual([['reconfirm', '2027-09-30']]);
  });

  it('有变化的，同时登记为家庭报告的变化，按重新核算的程序办理', () => {
    const decision = give(running(), { change });
    const state = after(...running(), ...told(decision));
    expect(state.reconfirmations).toMatchObject([{ outcome: 'changed' }]);
    expect(state.changes).toMatchObject([{ channel: 'family', late: false, settledOn: null }]);
    const late = { ...change, happenedOn: localDate('2026-09-02') };
    expect(codeOf(give(running(), { change: late }))).toBe('change-in-future');
  });

  it('签字在今年第一天到今天之间；上年的、以后的不收', () => {
    const signed = (on: string) => codeOf(give(running(), { on: localDate(on) }));
    expect(['2026-01-01', '2026-09-01'].map(signed)).toEqual([null, null]);
    expect(['2025-12-31', '2026-09-02'].map(signed)).toEqual(
      Array(2).fill('reconfirmation-date-wrong'),
    );
  });

  it('到期没有确认的，只是列为超期，什么也不因此改变', () => {
    const late = givenIn(SEPTEMBER, localDate('2026-10-01'));
    expect(kinds(running(), late)).toEqual([['reconfirm', '2026-09-30']]);
    expect(after(...running()).entries.at(-1)?.standing).toBe('active');
    expect(codeOf(give(running(), { on: localDate('2026-10-01') }, late))).toBeNull();
  });
});
