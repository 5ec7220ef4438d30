import { monthAfter, monthOf } from '../../kernel/local-date.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { latestAssessment } from '../assessment/index.ts';
import type { CaseState } from '../case/index.ts';
import type { BenefitEvent } from './benefit-event.ts';
import type { Entitlement } from './entitlement.ts';
import { nextReviewDue } from './review-period.ts';

export type Enrolled = {
  readonly benefitId: string;
  readonly event: Extract<BenefitEvent, { type: 'BenefitOpened' }>;
};

/**
 * Who enters the register with a granting decision: the household, for 特困 each person by himself or herself, and
 * nobody for 临时救助, which is given once. Empty while the case is not granted.
 */
export function enrolledBy(
  caseId: string,
  state: CaseState,
  procedure: Procedure,
): readonly Enrolled[] {
  const { scheme } = state.course;
  const { decision } = state.confirmation;
  if (decision?.outcome !== 'grant' || scheme === 'temporary') return [];
  const result = latestAssessment(state.assessment)?.result;
  if (scheme !== 'tekun') {
    const counted = (result?.members ?? []).filter((each) => each.counted).map(({ id }) => id);
    const opened = openedWith(caseId, state, procedure, counted, decision.monthlyAmount);
    return opened ? [{ benefitId: caseId, event: opened }] : [];
  }
  return (result?.persons ?? [])
    .filter(({ outcome }) => outcome === 'eligible')
    .flatMap(({ member, amount }) => {
      const opened = openedWith(
        caseId,
        state,
        procedure,
        [member],
        amount ?? decision.monthlyAmount,
      );
      return opened
        ? [{ benefitId: `${caseId}-${member}`, event: { ...opened, head: member } }]
        : [];
    });
}

function openedWith(
  caseId: string,
  state: CaseState,
  procedure: Procedure,
  covered: readonly string[],
  amount: Entitlement['amount'],
): Enrolled['event'] | null {
  const { course, household, confirmation, disclosure, intake } = state;
  const { decision } = confirmation;
  const { facts, declaration } = household;
  if (!decision || !facts || !declaration || !course.township || !course.village) return null;
  const { scheme } = course;
  const self = facts.members.find(({ relation }) => relation === 'self') ?? facts.members[0];
  const births = new Map(facts.members.map(({ id, birth }) => [id, birth]));
  const pays = amount > 0;
  return {
    type: 'BenefitOpened',
    scheme,
    township: course.township,
    village: course.village,
    number: intake.accepted?.number ?? decision.number,
    origin: { kind: 'case', caseId },
    head: self?.id ?? '',
    people: declaration.people.map(({ memberId, name, idNumber, phone }) => ({
      memberId,
      name,
      birth: births.get(memberId) ?? null,
      idNumber,
      phone,
      covered: covered.includes(memberId),
    })),
    facts,
    reviewDue: nextReviewDue(scheme, facts, procedure, decision.on),
    validUntil: decision.validUntil,
    recused: [...new Set(disclosure.hits.flatMap(({ person }) => person ?? []))],
    kin: disclosure.registered,
    entries: [
      {
        // Money runs from the month after the decision (I-8); a recognition holds at once.
        from: pays ? (decision.startMonth ?? monthAfter(decision.on)) : monthOf(decision.on),
        amount,
        standing: 'active',
        decision: decision.number,
        decidedOn: decision.on,
      },
    ],
  };
}
