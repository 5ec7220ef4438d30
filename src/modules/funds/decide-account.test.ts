import { describe, expect, it } from 'vitest';
import calendarJson from '../../../regions/national/calendar.json' with { type: 'json' };
import { localDate } from '../../kernel/local-date.ts';
import { parseCalendar } from '../../kernel/parse-calendar.ts';
import { indexCalendar } from '../../kernel/working-day.ts';
import type { AccountChangeState, AskedAccount } from './account-change.ts';
import { type AccountRefusal, accountRefusals } from './account-refusal.ts';
import * as decide from './decide-account.ts';

const on = localDate('2026-03-02');
const asked: AskedAccount = {
  ...{ grantId: 'grant-1', number: '1', payee: '甲演禾', bank: '演示银行', holder: '甲演禾' },
  ...{ account: { cipher: 'c', tail: '6789', index: 'new' }, reason: '换了新卡' },
  proof: { hash: 'f'.repeat(64), name: '影像.jpg', mime: 'image/jpeg' },
};
const open: AccountChangeState = {
  ...asked,
  ...{ status: 'asked', askedBy: 'clerk', askedOn: on, checked: null, effectiveOn: null },
};
const free = { isOpen: false, currentIndex: 'old' };
const given = {
  ...{ by: { person: 'officer' }, today: on, calendar: indexCalendar(parseCalendar(calendarJson)) },
  ...{ delay: 5, isOnItsWay: false },
};
const same = { agrees: true, accountIndex: 'new', opinion: '与影像相符' };

type Decided =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: { readonly code: AccountRefusal } };
const told = new Set<AccountRefusal>();
const codeOf = (decided: Decided) => {
  if (decided.ok) return null;
  told.add(decided.refusal.code);
  return decided.refusal.code;
};

describe('TH-08 · 账户更正', () => {
  it('没有更正待核对、账户确实不同的，可以登记', () => {
    expect(codeOf(decide.askAccountChange(asked, open, free))).toBe('account-change-exists');
    const waiting = { ...free, isOpen: true };
    expect(codeOf(decide.askAccountChange(asked, null, waiting))).toBe('account-change-open');
    const unchanged = { ...free, currentIndex: 'new' };
    expect(codeOf(decide.askAccountChange(asked, null, unchanged))).toBe('account-unchanged');
    expect(codeOf(decide.askAccountChange(asked, null, free))).toBe(null);
  });

  it('由另一人照影像再输入一遍核对；正在发放的不能更正', () => {
    const check = (more: object, command: object = {}, state: AccountChangeState = open) =>
      codeOf(decide.checkAccountChange({ ...same, ...command }, state, { ...given, ...more }));
    expect(check({}, {}, null)).toBe('account-change-checked');
    expect(check({}, {}, { ...open, status: 'approved' })).toBe('account-change-checked');
    expect(check({ by: { person: 'clerk' } })).toBe('account-own-check');
    expect(check({}, { accountIndex: 'typed wrong' })).toBe('account-typed-otherwise');
    expect(check({ isOnItsWay: true })).toBe('account-batch-open');
    expect(check({})).toBe(null);
  });

  it('相符的，五个工作日后生效：周一核对，下周一生效，中间的周末不算', () => {
    const decided = decide.checkAccountChange(same, open, given);
    expect(decided).toMatchObject({ ok: true, events: [{ effectiveOn: '2026-03-09' }] });
  });

  it('不相符的作废，正在发放也可以', () => {
    const command = { ...same, agrees: false, accountIndex: '' };
    const decided = decide.checkAccountChange(command, open, { ...given, isOnItsWay: true });
    expect(decided).toMatchObject({ ok: true, events: [{ type: 'AccountChangeDeclined' }] });
  });

  it('每一种“不能办”都查过', () => {
    expect(
      Object.keys(accountRefusals).filter((code) => !told.has(code as AccountRefusal)),
    ).toEqual([]);
  });
});
