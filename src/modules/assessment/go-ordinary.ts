import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  whyNotLive,
} from '../case/index.ts';
import { type AcceptableGiven, type IntakeRefusal, whyNotAcceptable } from '../intake/index.ts';
import { type AssessmentRefusal, refusals } from './refusal.ts';

/**
 * Help first turns into the ordinary way where the facts ask for it: it is not urgent after all, or too much for a
 * quick decision. From here on nothing is left out: papers, verification, visit, publicity, meeting (LS-06, LS-08).
 */
export function goOrdinary(
  command: { reason: string },
  state: CaseState,
  given: CaseGiven & AcceptableGiven,
): Decision<CaseEvent, AssessmentRefusal | CaseRefusal | IntakeRefusal> {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const { course, intake, assessment } = state;
  if (course.channel === 'ordinary') return refused(refusals['already-ordinary']);
  if (intake.accepted) {
    const barred = whyNotAcceptable({ scheme: course.scheme, needsPapers: true }, state, given);
    if (barred) return refused(barred);
  }
  const because = command.reason;
  const events: CaseEvent[] = [{ type: 'ChannelChanged', channel: 'ordinary', because }];
  if (assessment.opinion) {
    events.unshift({ type: 'OpinionSetAside', because: `改按一般程序办理：${because}` });
  }
  return happened(...events);
}
