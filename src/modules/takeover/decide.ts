import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { mappingFaults } from './ledger-column.ts';
import { type TakeoverRefusal, refusals } from './refusal.ts';
import type { Layout, TakeoverEvent, TakeoverState } from './takeover.ts';

/** Where the work on a ledger stands, as its rows have it. */
export type Phase = 'received' | 'checking' | 'checked' | 'registering' | 'closed';

export type TakeoverGiven = {
  readonly today: LocalDate;
  readonly phase: Phase;
  /** Households of this ledger that are in the register already. */
  readonly entered: number;
};

type Answer = Decision<TakeoverEvent, TakeoverRefusal>;

/** Says how the ledger is read; the check begins with it. */
export function settleLayout(layout: Layout, state: TakeoverState, given: TakeoverGiven): Answer {
  const no = whyNotOpen(state, given);
  if (no) return no;
  if (given.entered > 0) return refused(refusals['ledger-partly-entered']);
  if (layout.asOf > given.today) return refused(refusals['ledger-day-wrong']);
  const [fault] = mappingFaults(layout.mapping, state.ledger?.heading ?? []);
  if (fault !== undefined) {
    return refused({ ...refusals['ledger-not-readable'], message: `${fault}，请补齐以后再检查。` });
  }
  return happened({ type: 'LayoutSettled', ...layout });
}

/** What counts where the ledger and the register say different things of a household. */
export function answerDifference(
  { place, counts }: { readonly place: number; readonly counts: 'register' | 'ledger' },
  state: TakeoverState,
  given: TakeoverGiven & {
    /** The household as it was found; null when it does not differ. */
    readonly difference: { readonly replaceable: boolean } | null;
  },
): Answer {
  const no = whyNotOpen(state, given);
  if (no) return no;
  if (!given.difference) return refused(refusals['difference-unknown']);
  if (counts === 'ledger' && !given.difference.replaceable) {
    return refused(refusals['entry-already-compared']);
  }
  return happened({ type: 'DifferenceAnswered', place, counts });
}

/** Lets the good households be entered: nothing without the documents it rests on. */
export function orderRegistration(
  { scans }: { readonly scans: readonly FileRef[] },
  state: TakeoverState,
  given: TakeoverGiven & { readonly waiting: number },
): Answer {
  const no = whyNotOpen(state, given);
  if (no) return no;
  if (given.phase !== 'checked') return refused(refusals['ledger-not-checked']);
  if (scans.length === 0) return refused(refusals['ledger-scan-missing']);
  if (given.waiting === 0) return refused(refusals['nothing-to-enter']);
  return happened({ type: 'RegistrationOrdered', scans, households: given.waiting });
}

/** The ledger is done with, or was the wrong one: its file and what was found in it go; the register stays. */
export function closeTakeover(
  { reason }: { readonly reason: string },
  state: TakeoverState,
  given: TakeoverGiven,
): Answer {
  return whyNotOpen(state, given) ?? happened({ type: 'TakeoverClosed', reason });
}

function whyNotOpen({ closed }: TakeoverState, { phase }: TakeoverGiven) {
  if (closed !== null || phase === 'closed') return refused(refusals['takeover-closed']);
  if (phase === 'checking' || phase === 'registering') {
    return refused(refusals['ledger-being-read']);
  }
  return null;
}
