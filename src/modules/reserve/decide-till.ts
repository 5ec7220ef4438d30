import { type Fen, fen, formatYuan } from '../../kernel/fen.ts';
import type { Actor } from '../../kernel/given.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import {
  differenceOf,
  type Settlement,
  type Spent,
  sumOf,
  type TillAsk,
  type TillCount,
  type TillEvent,
  type TillState,
} from './till.ts';
import { type TillRefusal, tillRefusals } from './till-refusal.ts';

type Answer = Decision<TillEvent, TillRefusal>;
type By = { readonly by: Pick<Actor, 'person' | 'name'> };

const no = (code: TillRefusal): Answer => refused(tillRefusals[code]);

/**
 * Money for the till: an advance within the limit, or what the vouchers show was handed out. One at a time, and none
 * while a count shows money missing or too much that nobody has settled.
 */
export function askReserve(
  command: Pick<TillAsk, 'askId' | 'kind' | 'reason'> & { readonly amount: Fen },
  state: TillState,
  { limit }: { readonly limit: Fen },
): Answer {
  if (state.ask) return no('reserve-ask-pending');
  if (state.count?.isOpen) return no('reserve-difference-open');
  const { askId, kind, reason } = command;
  const used = sumOf(state.spent);
  if (kind === 'top-up') {
    if (state.spent.length === 0) return no('reserve-nothing-spent');
    const ask = { askId, kind, reason, amount: used, spent: state.spent };
    return happened<TillEvent>({ type: 'ReserveAsked', ...ask });
  }
  const room = fen(Math.max(0, limit - state.balance - used));
  if (command.amount <= 0 || command.amount > room) {
    const refusal = tillRefusals['reserve-advance-above-limit'];
    const about = `额度 ${formatYuan(limit)} 元，还可以拨付 ${formatYuan(room)} 元。`;
    return refused({ ...refusal, message: `${refusal.message}${about}` });
  }
  const ask = { askId, kind, reason, amount: command.amount, spent: [] };
  return happened<TillEvent>({ type: 'ReserveAsked', ...ask });
}

export function approveReserve(
  { opinion }: { readonly opinion: string },
  state: TillState,
  { by }: By,
): Answer {
  return checkFault(state, by) ?? happened<TillEvent>({ type: 'ReserveApproved', opinion });
}

export function declineReserve(
  { reason }: { readonly reason: string },
  state: TillState,
  { by }: By,
): Answer {
  return checkFault(state, by) ?? happened<TillEvent>({ type: 'ReserveDeclined', reason });
}

function checkFault({ ask }: TillState, by: By['by']): Answer | null {
  if (ask?.status !== 'asked') return no('reserve-ask-checked');
  return ask.by === by.person ? no('reserve-own-ask') : null;
}

/** Finance sends it: a third person, with the paper of the transfer. */
export function payReserve(
  paid: Omit<Extract<TillEvent, { type: 'ReservePaid' }>, 'type'>,
  { ask }: TillState,
  { by }: By,
): Answer {
  if (ask?.status !== 'approved') return no('reserve-not-approved');
  if ([ask.by, ask.approvedBy].includes(by.person)) return no('reserve-own-payment');
  return happened<TillEvent>({ type: 'ReservePaid', ...paid });
}

/** What a payment on a case takes from the till; whether it may is decided with the case. */
export function spendReserve(spent: Spent): TillEvent {
  return { type: 'ReserveSpent', ...spent };
}

/** Counted with a witness: what differs from the books is explained at once and settled by the county. */
export function countTill(
  command: Omit<TillCount, 'booked'>,
  state: TillState,
  { by }: By,
): Answer {
  if (state.count?.isOpen) return no('reserve-difference-open');
  if (command.witness === by.name) return no('reserve-count-own-witness');
  const count = { ...command, booked: state.balance };
  if (differenceOf(count) !== 0 && command.explanation.length < SHORTEST) {
    const refusal = tillRefusals['reserve-count-unexplained'];
    return refused({ ...refusal, message: `${refusal.message}${differenceWords(count)}。` });
  }
  return happened<TillEvent>({ type: 'ReserveCounted', ...count });
}

const SHORTEST = 4;

function differenceWords(count: TillCount): string {
  const difference = differenceOf(count);
  const yuan = formatYuan(fen(Math.abs(difference)));
  return `账上 ${formatYuan(count.booked)} 元，${difference < 0 ? '少' : '多'} ${yuan} 元`;
}

export function settleDifference(
  { outcome, reason }: { readonly outcome: Settlement; readonly reason: string },
  { count }: TillState,
  { by }: By,
): Answer {
  if (!count?.isOpen) return no('reserve-no-difference');
  if (count.by === by.person) return no('reserve-own-count');
  const isShort = differenceOf(count) < 0;
  if (isShort === (outcome === 'handed-in')) return no('reserve-settled-otherwise');
  const { countId } = count;
  return happened<TillEvent>({ type: 'DifferenceSettled', countId, outcome, reason });
}
