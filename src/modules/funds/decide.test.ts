import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import * as decide from './decide.ts';
import { reconciled } from './reconciliation.ts';
import { type FundRefusal, refusals } from './refusal.ts';
import type { Reply, RollState, SealedFile } from './roll.ts';

const on = localDate('2026-03-02');
const mark = (by: string) => ({ by, on });
const month = (text: string) => text as Month;
const frozen = { hash: 'h', lines: 2, amount: fen(300), held: 1 };
const file: SealedFile = {
  ...{ no: 1, layout: 'a', bank: '甲银行', name: 'a-1.csv', bundleId: 'b', hash: 'f' },
  ...{ lines: 2, amount: fen(300) },
};
const drafted: NonNullable<RollState> = {
  ...{ status: 'drafted', scheme: 'dibao', month: month('2026-03'), no: 1 },
  begun: mark('planner'),
  ...{ frozen: null, reviewed: null, sealed: null, released: null, closed: null, ended: null },
  ...{ taken: [], replies: [] },
};
const isFrozen: RollState = {
  ...drafted,
  status: 'frozen',
  frozen: { ...frozen, ...mark('planner') },
};
const reviewed: RollState = {
  ...isFrozen,
  status: 'reviewed',
  reviewed: { ...mark('reviewer'), words: '相符' },
};
const sealed: RollState = {
  ...reviewed,
  status: 'sealed',
  sealed: { ...mark('planner'), files: [file], hash: 'b' },
};
const released: RollState = { ...sealed, status: 'released', released: mark('finance') };
const begin = { scheme: 'dibao', month: month('2026-03') } as const;
const free = { today: on, isUnderWay: false, lastMonth: null, no: 1 };
const contents = { isBuilt: true, ...frozen, changedAccounts: 0 };
const by = (person: string) => ({ by: { person } });
const reply: Reply = {
  ...{ replyId: 'r', fileNo: 1, fileName: '回盘.csv', hash: 'x' },
  ...{ paid: 2, paidAmount: fen(300), returned: 0, returnedAmount: fen(0) },
};
const counted = (lines: number, amount: number) => ({ lines, amount: fen(amount) });
const books = (paid: number, ledgerPaid = paid) =>
  reconciled(
    { sent: counted(2, 300), paid: counted(paid > 0 ? 2 : 0, paid), returned: counted(0, 0) },
    counted(2, 300),
    { payable: fen(300 - paid), paid: fen(ledgerPaid), returned: fen(0), recovered: fen(0) },
    fen(0),
  );

type Decided =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: { readonly code: FundRefusal } };
const told = new Set<FundRefusal>();
const codeOf = (decided: Decided) => {
  if (decided.ok) return null;
  told.add(decided.refusal.code);
  return decided.refusal.code;
};

describe('《社会救助暂行办法》第五条 · 花名册', () => {
  it.each<[string, RollState, Parameters<typeof decide.beginRoll>[2], FundRefusal]>([
    ['编过的', drafted, free, 'roll-begun'],
    ['还有一份没有办完', null, { ...free, isUnderWay: true }, 'roll-under-way'],
    ['以后的月份', null, { ...free, today: localDate('2026-02-28') }, 'roll-month-to-come'],
    [
      '更早的月份，后面的已结账',
      null,
      { ...free, lastMonth: month('2026-04') },
      'roll-month-closed',
    ],
  ])('%s，不能编制', (_, state, given, refusal) => {
    expect(codeOf(decide.beginRoll(begin, state, given))).toBe(refusal);
  });

  it('本月、上月结账以后，同月的第二份，都可以编制', () => {
    expect(decide.beginRoll(begin, null, free).ok).toBe(true);
    const again = { ...free, lastMonth: month('2026-03'), no: 2 };
    expect(decide.beginRoll(begin, null, again)).toMatchObject({ ok: true, events: [{ no: 2 }] });
  });

  it('编完、有行、账户没有变的才能冻结', () => {
    const freeze = (more: object, state: RollState = drafted) =>
      codeOf(decide.freezeRoll({}, state, { ...contents, ...more }));
    expect(freeze({ isBuilt: false })).toBe('roll-not-built');
    expect(freeze({}, isFrozen)).toBe('roll-not-built');
    expect(freeze({ lines: 0 })).toBe('roll-empty');
    expect(freeze({ changedAccounts: 1 })).toBe('roll-accounts-changed');
    expect(freeze({})).toBe(null);
  });

  it('由没有经手的人复核，内容与冻结时一样', () => {
    const review = (person: string, hash = 'h', state: RollState = isFrozen) =>
      codeOf(decide.reviewRoll({ opinion: '相符' }, state, { ...by(person), hash }));
    expect(review('reviewer', 'h', drafted)).toBe('roll-not-frozen');
    expect(review('planner')).toBe('roll-own-review');
    expect(review('reviewer', 'other')).toBe('roll-changed-since');
    expect(review('reviewer')).toBe(null);
    const back = (person: string, state: RollState) =>
      codeOf(decide.sendBackRoll({ reason: '金额有误' }, state, by(person)));
    expect(back('planner', isFrozen)).toBe('roll-own-review');
    expect(back('reviewer', reviewed)).toBe('roll-not-frozen');
    expect(back('reviewer', isFrozen)).toBe(null);
  });

  it('封存以前可以作废，封存以后不能', () => {
    const cancel = (state: RollState) => codeOf(decide.cancelRoll({ reason: '重编' }, state));
    expect([drafted, isFrozen, reviewed].map(cancel)).toEqual([null, null, null]);
    expect([sealed, released, null].map(cancel)).toEqual(Array(3).fill('roll-past-sealing'));
  });
});

describe('《最低生活保障审核确认办法》第二十五条 · 银行代发', () => {
  const sealing = { hash: 'h', files: [file], batchHash: 'b', banksWithoutLayout: [] };

  it('复核过、没有改动、每个开户行都有版式，才能封存', () => {
    const seal = (more: object, state: RollState = reviewed) =>
      codeOf(decide.sealBatch({}, state, { ...sealing, ...more }));
    expect(seal({}, isFrozen)).toBe('roll-not-reviewed');
    expect(seal({ hash: 'other' })).toBe('roll-changed-since');
    expect(seal({ banksWithoutLayout: ['乙银行'] })).toBe('bank-without-layout');
    expect(seal({})).toBe(null);
  });

  it('由没有经手的人放行；封存以后改动过的，不放行', () => {
    const release = (
      person: string,
      batchHash = 'b',
      state: RollState = sealed,
      isApproved = true,
    ) => codeOf(decide.releaseBatch({}, state, { ...by(person), batchHash, isApproved }));
    expect(release('finance', 'b', sealed, false)).toBe('batch-not-approved');
    expect(release('finance', 'b', reviewed)).toBe('batch-not-sealed');
    expect(release('planner')).toBe('batch-own-release');
    expect(release('reviewer')).toBe('batch-own-release');
    expect(release('finance', 'other')).toBe('batch-altered');
    expect(release('finance')).toBe(null);
  });

  it('放行以后才能下载，文件改动过的不能', () => {
    const take = (state: RollState, isWhole = true) =>
      codeOf(decide.takeBankFile({ no: 1 }, state, { isWhole }));
    expect(take(sealed)).toBe('batch-not-released');
    expect(take(released, false)).toBe('batch-altered');
    expect(take(released)).toBe(null);
  });

  it('同一份回盘只入账一次', () => {
    const answered: RollState = { ...released, replies: [{ ...reply, ...mark('planner') }] };
    expect(codeOf(decide.importReply({ reply }, sealed))).toBe('batch-not-released');
    expect(codeOf(decide.importReply({ reply }, answered))).toBe('reply-twice');
    expect(codeOf(decide.importReply({ reply }, released))).toBe(null);
  });

  it('每行都有回盘、三处金额一分不差，才能结账', () => {
    const close = (reconciliation: ReturnType<typeof books>, state: RollState = released) =>
      codeOf(decide.closeRoll({}, state, { reconciliation }));
    expect(close(books(300), sealed)).toBe('batch-not-released');
    expect(close(books(0))).toBe('month-open-lines');
    expect(close(books(300, 299))).toBe('month-differs');
    expect(close(books(300))).toBe(null);
    expect(books(300, 299).differences).toEqual(['账簿“已付”与银行回盘成功相差 0.01 元。']);
  });

  it('花名册、放行、结账的每一种“不能办”都查过', () => {
    const ofReplies = Object.keys(refusals).filter((code) => code.startsWith('reply-'));
    const rest = Object.keys(refusals).filter((code) => !ofReplies.includes(code));
    expect(rest.filter((code) => !told.has(code as FundRefusal))).toEqual([]);
  });
});
