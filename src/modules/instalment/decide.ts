import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { type CaseEvent, type CaseGiven, type CaseState } from '../case/index.ts';
import { latestLook, type StopAnswer } from './instalment.ts';
import { type InstalmentRefusal, refusals } from './refusal.ts';
import { type Instalment, nextInstalment } from './instalments-of.ts';

type Answer = Decision<CaseEvent, InstalmentRefusal>;

/** A decrease or stop is judged by the law of the day it is decided, not of the application (RG-02). */
export type InstalmentGiven = CaseGiven & { readonly procedureToday: Procedure };

const no = (code: InstalmentRefusal): Answer => refused(refusals[code]);

/** Records how the family is before a later stage is paid (跟进救助, LS-16). */
export function lookAtInstalment(
  command: {
    no: number;
    on: LocalDate;
    fit: boolean;
    finding: string;
    files: readonly FileRef[];
  },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const next = nextInstalment(state);
  const reason = whyNotNext(next, command.no, state);
  if (reason || !next) return no(reason ?? 'instalment-none-left');
  const since = paidLast(state);
  if (command.on < since || command.on > given.today) return no('instalment-look-date-wrong');
  return happened<CaseEvent>({ type: 'InstalmentLooked', look: command });
}

function whyNotNext(
  next: Instalment | undefined,
  asked: number,
  { instalment }: CaseState,
): InstalmentRefusal | null {
  if (!next) return 'instalment-none-left';
  if (instalment.stop) return 'instalment-stop-open';
  return next.no === asked ? null : 'instalment-not-next';
}

/** The day something of it was paid last: the decision's, or that of the stage released last. */
function paidLast({ confirmation, instalment }: CaseState): string {
  return instalment.released.at(-1)?.on ?? confirmation.decision?.on ?? '';
}

/** Releases the next stage: on its day, after a look that found it right, by somebody who did not look. */
export function releaseInstalment(
  command: { no: number },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const next = nextInstalment(state);
  const reason = whyNotNext(next, command.no, state);
  if (reason || !next) return no(reason ?? 'instalment-none-left');
  if (!isOwnOffice(state, given)) return no('instalment-wrong-office');
  const look = latestLook(state.instalment, next.no);
  if (!look) return no('instalment-not-looked');
  if (!look.fit) return no('instalment-unfit');
  if (given.today < next.on) return no('instalment-early');
  if (look.by === given.by.person) return no('instalment-looker-releases');
  return happened<CaseEvent>({ type: 'InstalmentReleased', no: next.no, amount: next.amount });
}

function isOwnOffice({ course }: CaseState, { by }: CaseGiven): boolean {
  return (by.role === 'county-leader' ? 'county' : 'township') === course.route;
}

/** Tells the family in writing that the rest is to be stopped and why, and until when it may answer (SL-48). */
export function proposeInstalmentStop(
  command: { reason: string; on: LocalDate; recipient: string; proof: FileRef },
  state: CaseState,
  given: InstalmentGiven,
): Answer {
  const { decision } = state.confirmation;
  if (!decision || !nextInstalment(state)) return no('instalment-none-left');
  if (state.instalment.stop) return no('instalment-stop-open');
  const { reason, ...notice } = command;
  if (notice.on < decision.on || notice.on > given.today) return no('instalment-notice-date-wrong');
  const days = given.procedureToday.hearingRequestWorkingDays.value;
  const respondBy = addWorkingDays(given.calendar, notice.on, days).date;
  return happened<CaseEvent>({
    type: 'InstalmentStopProposed',
    reason,
    notice: { ...notice, respondBy },
  });
}

/** What the family said to it: to a person, at a hearing, that it has nothing to say; or nothing in time. */
export function answerInstalmentStop(
  command: StopAnswer,
  state: CaseState,
  given: CaseGiven,
): Answer {
  const { stop, stopped } = state.instalment;
  if (!stop || stopped) return no('instalment-no-stop');
  if (stop.answer) return no('instalment-already-answered');
  if (command.on < stop.notice.on || command.on > given.today) {
    return no('instalment-answer-date-wrong');
  }
  if (command.kind === 'none' && given.today <= stop.notice.respondBy) {
    return no('instalment-answer-period-running');
  }
  if (command.kind !== 'none' && !command.proof) return no('instalment-answer-without-proof');
  return happened<CaseEvent>({ type: 'InstalmentStopAnswered', answer: command });
}

/** Stops the rest, or goes on with it, with reasons in writing; heard first where the law of the day asks (I-10). */
export function decideInstalmentStop(
  command: { stops: boolean; reasons: string },
  state: CaseState,
  given: InstalmentGiven,
): Answer {
  const { stop, stopped, looks } = state.instalment;
  if (!stop || stopped) return no('instalment-no-stop');
  if (!isOwnOffice(state, given)) return no('instalment-wrong-office');
  const mustHear = given.procedureToday.hearingBeforeDecrease.value;
  if (command.stops && mustHear && !stop.answer) return no('instalment-not-heard');
  const { person } = given.by;
  const found = looks.at(-1)?.by;
  if (stop.by === person || found === person) return no('instalment-own-proposal');
  return happened<CaseEvent>({ type: 'InstalmentStopDecided', ...command });
}
