import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { addWorkingDays, type WorkingCalendar } from '../../kernel/working-day.ts';
import type { Procedure } from '../../rules/procedure.ts';
import type {
  AssistanceAsked,
  AssistanceDone,
  AssistanceEvent,
  AssistanceState,
} from './assistance.ts';
import { type CooperationRefusal, refusals } from './refusal.ts';

type Answer = Decision<AssistanceEvent, CooperationRefusal>;
export type AssistanceGiven = {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly procedure: Procedure;
};

const no = (code: CooperationRefusal) => refused(refusals[code]);

/** Another place's request comes in; its day runs from the day it was received (DB-51: in time). */
export function registerAssistance(
  asked: AssistanceAsked,
  state: AssistanceState,
  given: AssistanceGiven,
): Answer {
  if (state.asked) return no('assistance-registered');
  if (asked.receivedOn > given.today) return no('request-from-future');
  const days = given.procedure.cooperationWorkingDays.value;
  const dueOn = addWorkingDays(given.calendar, asked.receivedOn, days).date;
  return happened({ type: 'AssistanceRegistered', asked, dueOn });
}

/** What was found here; late is late and still answered. */
export function answerAssistance(
  done: AssistanceDone,
  state: AssistanceState,
  { today }: AssistanceGiven,
): Answer {
  if (state.answered || state.declined) return no('assistance-settled');
  if (state.asked?.asked.includes('assistance') && done.assisted === null) {
    return no('assisted-unsaid');
  }
  const since = state.asked?.receivedOn ?? today;
  const isOdd = done.visitedOn !== null && (done.visitedOn > today || done.visitedOn < since);
  if (isOdd) return no('visit-out-of-time');
  return happened({ type: 'AssistanceAnswered', done });
}

/** Sends a request back in writing: nobody of that name lives or is registered here. */
export function declineAssistance(
  { reason }: { readonly reason: string },
  state: AssistanceState,
): Answer {
  if (state.answered || state.declined) return no('assistance-settled');
  return happened({ type: 'AssistanceDeclined', reason });
}
