import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { CaseEvent, CaseGiven, CaseState } from '../case/index.ts';
import { type ReserveRefusal, refusals } from './refusal.ts';
import { type Advance, advancedIn } from './reserve.ts';

/**
 * Money handed out from the township's reserve for help it decided itself, never more than was decided, than one
 * payment may be, or than is left of the reserve (LS-13). `outstanding` is what the township has used and not been
 * given back, in fen; the ledger of the money itself belongs to funds.
 */
export function useReserve(
  command: Advance,
  state: CaseState,
  given: CaseGiven & { outstanding: number },
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
  if (advancedIn(reserve) + command.amount > decision.monthlyAmount) {
    return refused(refusals['reserve-above-decision']);
  }
  const { reserveCaseLimit, reserveLimit } = given.procedure;
  if (command.amount > reserveCaseLimit.value) return refused(refusals['reserve-above-case-limit']);
  if (given.outstanding + command.amount > reserveLimit.value) {
    return refused(refusals['reserve-above-limit']);
  }
  return happened<CaseEvent>({ type: 'ReserveUsed', advance: command });
}
