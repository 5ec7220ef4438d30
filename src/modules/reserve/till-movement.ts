import { instant } from '../../kernel/clock.ts';
import { type Fen, fen, formatYuan } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import { askKinds, differenceOf, settlements, type TillEvent, tillSlot } from './till.ts';
import type { TillRecord } from './till-store.ts';

export type Movement = {
  readonly seq: number;
  readonly on: string;
  readonly title: string;
  readonly actor: string;
  readonly words: string;
  /** What the till gained; below zero: lost. */
  readonly amount: Fen;
  readonly balance: Fen;
};

/** What happened to a till as a cash book: each act with what it moved and what was left after it. */
export function movementsOf(records: readonly TillRecord[]): readonly Movement[] {
  let state = tillSlot.initial;
  return records.map(({ seq, type, data, actor, post, on, at, number }) => {
    const event = { ...data, type } as TillEvent;
    const before = state.balance;
    const meta = { seq, actor, post, occurredOn: on as LocalDate, recordedAt: instant(at) };
    state = evolveSlot(tillSlot, state, event, meta);
    return {
      ...{ seq, on, title: tillSlot.titles[type], actor, words: wordsOf(event, number) },
      ...{ amount: fen(state.balance - before), balance: state.balance },
    };
  });
}

function wordsOf(event: TillEvent, number: string): string {
  switch (event.type) {
    case 'ReserveAsked':
      return `${askKinds[event.kind]} ${formatYuan(event.amount)} 元：${event.reason}`;
    case 'ReserveApproved':
      return event.opinion;
    case 'ReserveDeclined':
      return event.reason;
    case 'ReservePaid':
      return `凭证 ${event.reference}`;
    case 'ReserveSpent':
      return `办件 ${number}`;
    case 'ReserveCounted': {
      const difference = differenceOf(event);
      const yuan = formatYuan(fen(Math.abs(difference)));
      const result =
        difference === 0
          ? '与账上相符'
          : `${difference < 0 ? '少' : '多'} ${yuan} 元：${event.explanation}`;
      return `实有 ${formatYuan(event.counted)} 元，${result}（监盘 ${event.witness}）`;
    }
    case 'DifferenceSettled':
      return `${settlements[event.outcome]}：${event.reason}`;
  }
}
