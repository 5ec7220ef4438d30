import type { Given } from '../../kernel/given.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { ExportLimits } from '../../platform/http/context.ts';
import type { AskedExport, ExportEvent, ExportState } from './export-request.ts';
import { type ExportRefusal, refusals } from './export-refusal.ts';

type Answer = Decision<ExportEvent, ExportRefusal>;

/** Asks for a list of more people than one may take out alone, and for what it is needed. */
export function askExport(
  asked: AskedExport,
  _: ExportState,
  given: Given & { readonly isAwaited: boolean },
): Answer {
  if (given.isAwaited) return refused(refusals['export-repeated']);
  return happened({ type: 'ExportAsked', ...asked });
}

function whyNotAnswered(state: ExportState, { by }: Given): ExportRefusal | null {
  if (state.status !== 'asked') return 'export-not-asked';
  return state.by === by.person ? 'export-own-request' : null;
}

/** Somebody else agrees; the list can be made once, within the days the county allows. */
export function approveExport(
  _: object,
  state: ExportState,
  given: Given & { readonly validDays: number },
): Answer {
  const why = whyNotAnswered(state, given);
  if (why) return refused(refusals[why]);
  const validUntil = addDays(given.today, given.validDays);
  return happened({ type: 'ExportApproved', validUntil });
}

export function declineExport(
  { reason }: { readonly reason: string },
  state: ExportState,
  given: Given,
): Answer {
  const why = whyNotAnswered(state, given);
  if (why) return refused(refusals[why]);
  return happened({ type: 'ExportDeclined', reason });
}

/** Whether so many rows may leave now: by oneself up to the limit, above it with an approval, never past the day's. */
export function whyNotTaken(
  rows: number,
  {
    limits,
    takenToday,
    approvedUntil,
    today,
  }: {
    readonly limits: ExportLimits;
    readonly takenToday: number;
    /** Last day of an approval for exactly this list; null where there is none. */
    readonly approvedUntil: LocalDate | null;
    readonly today: LocalDate;
  },
): ExportRefusal | null {
  const isApproved = approvedUntil !== null && today <= approvedUntil;
  if (rows > limits.alone && !isApproved) return 'export-needs-second';
  return takenToday + rows > limits.daily ? 'export-over-budget' : null;
}
