import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import type { AssessRefusal } from '../../rules/assess.ts';
import type { BenefitEvent, CareIndicators } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { type Answer, type BenefitGiven, whyNotInForce } from './decide.ts';
import { reassess, type ReassessGiven } from './reassess.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';

/** What a 特困 person can do by himself or herself has changed: the county looks within ten working days (TK-23). */
export function reportCareChange(
  command: { readonly id: string; readonly memberId: string; readonly what: string },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return refused(refusals[over]);
  const { enrolment } = state;
  if (enrolment?.scheme !== 'tekun' || command.memberId !== enrolment.head) {
    return refused(refusals['care-only-tekun']);
  }
  if (state.careChanges.some((each) => !each.assessed)) {
    return refused(refusals['care-change-open']);
  }
  const days = given.procedure.careReassessmentWorkingDays.value;
  const dueOn: LocalDate = addWorkingDays(given.calendar, given.today, days).date;
  return happened({ type: 'CareChangeReported', ...command, dueOn });
}

/** The six indicators as they were seen; the tier and the amount are the rules' (TK-21, TK-22, I-13). */
export function recordCareAssessment(
  command: {
    readonly id: string;
    readonly indicators: CareIndicators;
    readonly assessors: readonly string[];
    readonly file: FileRef;
  },
  state: BenefitState,
  given: ReassessGiven & { readonly colleagues: readonly string[] },
): Decision<BenefitEvent, ReviewRefusal | AssessRefusal['code']> {
  const open = state.careChanges.find((each) => !each.assessed);
  if (!open) return refused(refusals['no-care-change']);
  const assessors = [...new Set(command.assessors)];
  if (assessors.length < given.procedure.fewestInvestigators.value) {
    return refused(refusals['too-few-assessors']);
  }
  if (assessors.some((each) => !given.colleagues.includes(each))) {
    return refused(refusals['checker-unknown']);
  }
  if (assessors.some((each) => state.enrolment?.recused.includes(each))) {
    return refused(refusals['checker-is-relative']);
  }
  const facts = state.enrolment?.facts;
  if (!facts) return refused(refusals['reassessment-missing']);
  const members = facts.members.map((each) =>
    each.id === open.memberId ? { ...each, ...command.indicators } : each,
  );
  const calculated = reassess(
    {
      id: command.id,
      facts: { ...facts, members },
      reason: '自理能力重新评估',
      joined: [],
      authorisations: [],
    },
    state,
    given,
  );
  if (!calculated.ok) return calculated;
  const { indicators, file } = command;
  const assessed = { memberId: open.memberId, indicators, assessors, file };
  return happened({ type: 'CareAssessed', ...assessed }, ...calculated.events);
}
