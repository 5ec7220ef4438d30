import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { addDays, addMonths, monthAfter, monthOf } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import {
  after,
  AID,
  codeOf,
  FILE,
  givenOn,
  OFFICER,
  reassessed,
  factsOf,
  running,
  TODAY,
  told,
  type Told,
} from './benefit.fixture.ts';
import type { BenefitEvent } from './benefit-event.ts';
import { startReview } from './decide.ts';
import * as decide from './decide-transfer.ts';
import { entitlementIn } from './entitlement.ts';
import { proposeAdjustment } from './propose-adjustment.ts';
import { openTransfer, type TransferAnswer, transferAnswerSlot } from './transfer.ts';

const MONTH = monthAfter(TODAY);
const LATER = monthOf(addMonths(TODAY, 4));
const TO = placeCode('511702109');
const sent = {
  ...{ id: 't1', to: TO, toName: '磐石镇', reason: '户籍迁到磐石镇', movedOn: TODAY },
  files: [FILE],
};
const send = (from: readonly Told[], changed: Partial<typeof sent> = {}) =>
  decide.sendBenefit({ ...sent, ...changed }, after(...from), givenOn());
const sending = () => [...running(), ...told(send(running()), OFFICER)];
const answer = (status: TransferAnswer['status']): TransferAnswer => ({
  ...transferAnswerSlot.initial,
  status,
});
const carry = (from: readonly Told[], status: TransferAnswer['status'] = 'accepted') =>
  decide.carryOutTransfer({ transferId: 't1' }, after(...from), {
    ...givenOn(TODAY, AID),
    answer: answer(status),
  });
const given = (isOpen = true) => ({
  ...{ now: instant(0), today: TODAY, by: OFFICER, isOpen, to: TO },
});
const village = placeCode('511702109200');
const accept = (state = transferAnswerSlot.initial, isOpen = true, at = village) =>
  decide.acceptTransfer({ village: at, note: '已入户核实' }, state, given(isOpen));

describe('县内迁居：迁出、迁入乡镇都办，县级同时办结两边（DB-30）', () => {
  it('只能转到本县其他乡镇；迁居日期不晚于今天；档案随转', () => {
    expect(codeOf(send(running()))).toBeNull();
    expect(codeOf(send(running(), { to: placeCode('511703101') }))).toBe('transfer-place-wrong');
    expect(codeOf(send(running(), { to: placeCode('511702102') }))).toBe('transfer-place-wrong');
    expect(codeOf(send(running(), { movedOn: addDays(TODAY, 1) }))).toBe('transfer-date-wrong');
    expect(codeOf(send(running(), { files: [] }))).toBe('transfer-without-file');
    expect(codeOf(send(sending()))).toBe('transfer-open');
  });

  it('正在核查、调整的，先在原乡镇办完', () => {
    const reviewing = [
      ...running(),
      ...told(startReview({ reviewId: 'r' }, after(...running()), givenOn())),
    ];
    expect(codeOf(send(reviewing))).toBe('review-already-open');
    const less = reassessed(running(), factsOf(2, 90_000));
    const proposed = [
      ...less,
      ...told(
        proposeAdjustment(
          {
            ...{ id: 'a', kind: 'decrease', ground: 'reassessed', reasons: '减发' },
            ...{ files: [], refuser: null },
          },
          after(...less),
          givenOn(),
        ),
        OFFICER,
      ),
    ];
    expect(codeOf(send(proposed))).toBe('adjustment-open');
  });

  it('撤回以后不能办理，可以重新申请', () => {
    const recalled = [
      ...sending(),
      ...told(decide.recallTransfer({ reason: '不迁了' }, after(...sending())), OFFICER),
    ];
    expect(codeOf(carry(recalled))).toBe('transfer-not-open');
    expect(codeOf(decide.recallTransfer({ reason: '不迁了' }, after(...recalled)))).toBe(
      'transfer-not-open',
    );
    expect(codeOf(send(recalled, { id: 't2' }))).toBeNull();
  });

  it('迁入乡镇同意或者不同意一次；村在本乡镇；撤回的不能答复', () => {
    const code = (decision: ReturnType<typeof accept>) =>
      decision.ok ? null : decision.refusal.code;
    expect(code(accept())).toBeNull();
    expect(code(accept(answer('accepted')))).toBe('transfer-answered');
    expect(code(accept(undefined, false))).toBe('transfer-not-open');
    expect(code(accept(undefined, true, placeCode('511702102200')))).toBe('transfer-village-wrong');
    const decline = (state: TransferAnswer, isOpen = true) =>
      code(decide.declineTransfer({ reason: '未迁入' }, state, given(isOpen)));
    expect([decline(answer('awaited')), decline(answer('declined'))]).toEqual([
      null,
      'transfer-answered',
    ]);
    expect(decline(answer('awaited'), false)).toBe('transfer-not-open');
  });

  const stopped = (from: readonly Told[], standing: 'stopped' | 'gradual-exit' = 'stopped') => {
    const entry = { from: MONTH, amount: fen(0), decision: '停发决定', decidedOn: TODAY } as const;
    const stop = { ...entry, standing: 'stopped' } as const;
    const entries =
      standing === 'stopped'
        ? [stop]
        : [
            { ...entry, standing },
            { ...stop, from: LATER },
          ];
    const remedied = { type: 'RemedyCarriedOut', entries } as unknown as BenefitEvent;
    return [...from, ...told({ ok: true, events: [remedied] }, OFFICER)];
  };

  it('转移途中待遇停止、登记撤销的，转移随之结束并写明原因，不再留在各方名单', () => {
    const state = after(...stopped(sending()));
    expect(state.transfers[0]?.ended?.because).toBe('待遇已经决定停止（停发决定）');
    expect(openTransfer(state.transfers)).toBe(null);
    expect(codeOf(decide.recallTransfer({ reason: '停发' }, state))).toBe('transfer-not-open');
    const leaving = after(...stopped(sending(), 'gradual-exit'));
    expect(openTransfer(leaving.transfers)).toBe(null);
    const rejected = { type: 'RegistrationTakenBack' } as unknown as BenefitEvent;
    const gone = after(...sending(), ...told({ ok: true, events: [rejected] }, OFFICER));
    expect(gone.transfers[0]?.ended?.because).toBe('登记已经撤销');
  });

  it('正在渐退的不再转出，由原乡镇发放到期满', () => {
    expect(codeOf(send(stopped(running(), 'gradual-exit')))).toBe('transfer-while-leaving');
  });

  it('没有同意的不能办；办结后原乡镇自次月停、新乡镇自同一月起，金额不变，不重不漏', () => {
    expect(codeOf(carry(sending(), 'awaited'))).toBe('transfer-not-accepted');
    expect(codeOf(carry(sending(), 'declined'))).toBe('transfer-not-accepted');
    const before = after(...sending());
    const moved = after(...sending(), ...told(carry(sending()), AID));
    const there = decide.movedEntry(before, { today: TODAY }, '罗江镇');
    for (const month of ['2026-09', '2026-10', '2026-11'] as never[]) {
      const old = entitlementIn(moved.entries, month)?.amount ?? 0;
      const anew = entitlementIn([there], month)?.amount ?? 0;
      expect(old + anew).toBe(entitlementIn(before.entries, month)?.amount);
    }
    expect(moved.transfers[0]?.moved).toMatchObject({ newId: 't1' });
    expect(codeOf(send([...sending(), ...told(carry(sending()), AID)]))).toBe('not-in-force');
  });
});
