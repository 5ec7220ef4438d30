import { type Fen, formatYuan } from '../../kernel/fen.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { CaseEvent, CaseGiven, CaseState } from '../case/index.ts';
import { type ReserveRefusal, refusals } from './refusal.ts';
import { type Advance, advancedIn } from './reserve.ts';

export type ReserveGiven = {
  /** What is in the township's till by the books. */
  readonly balance: Fen;
  /** True once a roll has lined the first sum of this help. */
  readonly isLined: boolean;
};

/**
 * Money handed out from the township's reserve for help it decided itself: never more than was decided, or its first
 * stage, than one payment may be, or than is in the till; and nothing the bank pays already (LS-13).
 */
export function useReserve(
  command: Advance,
  state: CaseState,
  given: CaseGiven & ReserveGiven,
): Decision<CaseEvent, ReserveRefusal> {
  const { decision } = state.confirmation;
  if (state.course.scheme !== 'temporary' || decision?.outcome !== 'grant') {
    return refused(refusals['reserve-not-granted']);
  }
  if (decision.route !== 'township') return refused(refusals['reserve-not-by-township']);
  const people = [command.handedOutBy, command.receivedBy, command.witness];
  if (new Set(people).size < people.length) return refused(refusals['reserve-same-person']);
  if (command.on < decision.on || command.on > given.today) {
    return refused(refusals['reserve-date-wrong']);
  }
  const { reserve } = state;
  if (reserve.advances.some(({ voucher }) => voucher.hash === command.voucher.hash)) {
    return refused(refusals['reserve-voucher-used']);
  }
  if (given.isLined) return refused(refusals['reserve-paid-by-bank']);
  if (advancedIn(reserve) + command.amount > firstSumOf(decision)) {
    return refused(refusals['reserve-above-decision']);
  }
  const { reserveCaseLimit } = given.procedure;
  if (command.amount > reserveCaseLimit.value) return refused(refusals['reserve-above-case-limit']);
  if (command.amount > given.balance) {
    const refusal = refusals['reserve-above-balance'];
    const about = `账上还有 ${formatYuan(given.balance)} 元。`;
    return refused({ ...refusal, message: `${refusal.message}${about}` });
  }
  return happened<CaseEvent>({ type: 'ReserveUsed', advance: command });
}

/** The sum that is given with the decision; later stages wait for their own look. */
function firstSumOf({
  plan,
  monthlyAmount,
}: NonNullable<CaseState['confirmation']['decision']>): Fen {
  return plan?.[0]?.amount ?? monthlyAmount;
}
