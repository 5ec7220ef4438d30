import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { remediesOf } from '../../paper/remedy.ts';
import {
  after,
  CHAIR,
  codeOf,
  FILE,
  givenOn,
  OFFICER,
  running,
  TODAY,
  told,
  type Told,
} from './benefit.fixture.ts';
import { carryOutRemedy } from './carry-out.ts';
import type { ChallengeState } from './challenge.ts';
import { decideAdjustment } from './decide-adjustment.ts';
import { entitlementIn } from './entitlement.ts';
import { proposeAdjustment } from './propose-adjustment.ts';

const remedies = remediesOf({
  mode: 'own-name',
  act: 'decision',
  township: { name: '演镇人民政府', kind: 'township' },
  county: { government: '演县人民政府', bureau: '演县民政局' },
  court: '演县人民法院',
});
const NUMBER = '演救助调字〔2026〕1号';
/** A family whose assistance was stopped at its own wish, as it was understood. */
function stopped(): Told[] {
  const asked = [
    ...running(),
    ...told(
      proposeAdjustment(
        {
          ...{ id: 'adj1', kind: 'stop', ground: 'voluntary', reasons: '自愿退出' },
          ...{ files: [FILE], refuser: null },
        },
        after(...running()),
        givenOn(),
      ),
      OFFICER,
    ),
  ];
  const decided = decideAdjustment({ reasons: '依申请停发' }, after(...asked), {
    ...givenOn(TODAY, CHAIR),
    ...{ organ: '演镇人民政府', mode: 'own-name', number: NUMBER, remedies },
    authority: { ok: true, instrumentId: 'i1', mode: 'own-name' },
  });
  return [...asked, ...told(decided, CHAIR)];
}
const challenge = (result: 'set-aside' | 'changed' | 'upheld', amount: number | null = null) =>
  ({
    registered: { against: { number: NUMBER, outcome: 'adjusted' } },
    outcome: {
      ...{ result, document: '演府复决〔2026〕1号', on: TODAY },
      amount: amount === null ? null : fen(amount),
    },
  }) as unknown as ChallengeState;
const LATER = localDate('2026-12-07');
const carry = (from: readonly Told[], given: object = {}, of = challenge('set-aside')) =>
  carryOutRemedy({ challengeId: 'ch1' }, after(...from), {
    ...givenOn(LATER, CHAIR),
    ...{ challenge: of, isCovered: false, ...given },
  });

describe('复议、诉讼的结果在名册中执行：恢复、变更发放，差额补发（OT-05、DB-38）', () => {
  const before = entitlementIn(after(...running()).entries, '2026-09' as never)?.amount ?? 0;

  it('停发被撤销的，自次月恢复，停发以来各月补发，原条目仍在', () => {
    const state = after(...stopped(), ...told(carry(stopped()), CHAIR, LATER));
    expect(state.entries.map(({ from, amount }) => [from, amount]).slice(-2)).toEqual([
      ['2026-10', 0],
      ['2027-01', before],
    ]);
    expect(state.remedies[0]).toMatchObject({
      document: '演府复决〔2026〕1号',
      arrears: { act: 'pay', amount: before * 3, months: 3 },
    });
    expect(entitlementIn(state.entries, '2027-01' as never)?.standing).toBe('active');
  });

  it('变更的按文书的金额，多发的不追', () => {
    const state = after(
      ...stopped(),
      ...told(carry(stopped(), {}, challenge('changed', 30_000)), CHAIR, LATER),
    );
    expect(state.entries.at(-1)).toMatchObject({ amount: 30_000, decision: '演府复决〔2026〕1号' });
  });

  it('没有应当执行的、已经执行的、没有可恢复的、本人已享受其他救助的，不能执行', () => {
    expect(codeOf(carry(stopped(), {}, challenge('upheld')))).toBe('remedy-not-ordered');
    const done = [...stopped(), ...told(carry(stopped()), CHAIR, LATER)];
    expect(codeOf(carry(done))).toBe('remedy-carried-out');
    expect(codeOf(carry(running()))).toBe('remedy-nothing-to-restore');
    expect(codeOf(carry(stopped(), { isCovered: true }))).toBe('person-already-covered');
  });
});
