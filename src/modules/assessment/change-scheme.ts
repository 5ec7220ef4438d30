import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { Scheme } from '../../rules/scheme.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  type Route,
  whyNotLive,
} from '../case/index.ts';
import {
  type AcceptableGiven,
  type IntakeRefusal,
  type Recognition,
  recognitionsNoted,
  whyNotAcceptable,
} from '../intake/index.ts';
import { openObjections } from '../publicity/index.ts';
import { type AssessmentRefusal, refusals } from './refusal.ts';

export type SchemeGiven = AcceptableGiven & {
  readonly route: Route;
  readonly routeBecause: string;
  /** Who of the family is in the register of recipients; null while the application is not accepted. */
  readonly recognitions: readonly Recognition[] | null;
};

/**
 * Goes on under another scheme that fits better, with what the family has told and what was found already
 * (一次申请、分类审核认定, OT-08). The family must agree; what was proposed before falls. What would have kept the
 * application from being accepted under that scheme keeps it from going on under it (DB-04, DB-10, OT-09).
 */
export function changeScheme(
  command: { scheme: Scheme; agreedBy: string; reason: string },
  state: CaseState,
  given: CaseGiven & SchemeGiven,
): Decision<CaseEvent, AssessmentRefusal | CaseRefusal | IntakeRefusal> {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const { course, assessment, publicity, deliberation, household } = state;
  if (!household.facts) return refused(refusals['facts-missing']);
  if (course.scheme === command.scheme) return refused(refusals['scheme-same']);
  if (openObjections(publicity).length > 0) return refused(refusals['objection-open']);
  if (deliberation.agenda) return refused(refusals['on-agenda']);
  if (state.intake.accepted) {
    // What an ordinary application brought was complete when it was accepted.
    const asked = { scheme: command.scheme, needsPapers: course.channel !== 'ordinary' };
    const barred = whyNotAcceptable(asked, state, given);
    if (barred) return refused(barred);
  }
  const because = `${command.reason}（${command.agreedBy}同意）`;
  const events: CaseEvent[] = [
    { type: 'SchemeChanged', scheme: command.scheme, channel: 'ordinary', because },
    ...recognitionsNoted(state.intake, given.recognitions),
  ];
  if (assessment.opinion) events.unshift({ type: 'OpinionSetAside', because: `转办：${because}` });
  if (given.route !== course.route) {
    events.push({ type: 'RouteChanged', route: given.route, because: given.routeBecause });
  }
  return happened(...events);
}
