import type { FileRef } from '../../kernel/evidence.ts';
import { fen } from '../../kernel/fen.ts';
import { monthAfter } from '../../kernel/local-date.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import { assessScheme, type AssessRefusal } from '../../rules/assess.ts';
import type { Assessment } from '../../rules/assessment.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { Region } from '../../rules/region.ts';
import { openAdjustment } from './adjustment.ts';
import type { Beneficiary, BenefitEvent } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import { type BenefitGiven, whyNotInForce } from './decide.ts';
import { entitlementIn } from './entitlement.ts';
import { factDifferences } from './fact-difference.ts';
import { isMerging } from './merge-standing.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';

type Code = ReviewRefusal | AssessRefusal['code'];
type Answer = Decision<BenefitEvent, Code>;

export type ReassessGiven = BenefitGiven & { readonly region: Region };

/**
 * Calculates anew on the facts as they are now. A clerk enters facts with a reason; outcome and amount are the
 * rules' own and nobody edits them. Where the result is what is paid, what had been reported is settled by it.
 */
export function reassess(
  command: {
    readonly id: string;
    readonly facts: HouseholdFacts;
    readonly reason: string;
    readonly joined: readonly Beneficiary[];
    readonly authorisations: readonly FileRef[];
  },
  state: BenefitState,
  given: ReassessGiven,
): Answer {
  const { enrolment } = state;
  const over = whyNotInForce(state, given.today);
  if (over || !enrolment) return refused(refusals['not-in-force']);
  if (openAdjustment(state.adjustments)) return refused(refusals['adjustment-open']);
  if (isMerging(state)) return refused(refusals['merge-open']);
  const fault = whyNotTheFamily(command, state);
  if (fault) return refused(fault);
  const { facts, joined, reason, authorisations, id } = command;
  const names = new Map(
    [...enrolment.people, ...joined].map(({ memberId, name }) => [memberId, name]),
  );
  const assessed = assessScheme(enrolment.scheme, facts, given.region, {
    on: given.today,
    knownOn: given.today,
    nameOf: (member) => names.get(member.id) ?? member.id,
  });
  if (!assessed.ok) return refused(assessed.refusal);
  const { assessment } = assessed;
  const due = dueBy(assessment, state, facts);
  if (!due) return refused(unsettledFacts(assessment));
  return happened({
    type: 'FactsReassessed',
    id,
    facts,
    joined,
    authorisations,
    reason,
    differences: factDifferences(enrolment.facts, facts),
    result: assessment,
    ...due,
    unchanged: isAsPaid(due, state, given),
  });
}

export function whyNotTheFamily(
  command: {
    readonly facts: HouseholdFacts;
    readonly joined: readonly Beneficiary[];
    readonly authorisations: readonly FileRef[];
  },
  { enrolment, deaths }: BenefitState,
): Refusal<Code> | null {
  const { facts, joined, authorisations } = command;
  if (!facts.place.startsWith(enrolment?.township ?? '-')) return refusals['facts-elsewhere'];
  const known = [...(enrolment?.people ?? []), ...joined].map(({ memberId }) => memberId);
  const isStranger = facts.members.some(({ id }) => !known.includes(id));
  if (isStranger || authorisations.length < joined.length) {
    return refusals['member-without-identity'];
  }
  if (facts.members.some(({ id }) => deaths.some(({ memberId }) => memberId === id))) {
    return refusals['dead-member-counted'];
  }
  const isTekun = enrolment?.scheme === 'tekun';
  return isTekun && !facts.members.some(({ id }) => id === enrolment.head)
    ? refusals['tekun-person-missing']
    : null;
}

/** What the rules give the household, or for 特困 the person; null while facts are missing. */
export function dueBy(
  assessment: Assessment,
  { enrolment }: BenefitState,
  facts: HouseholdFacts,
): { readonly eligible: boolean; readonly amount: ReturnType<typeof fen> } | null {
  if (assessment.scheme !== 'tekun') {
    const { outcome, monthlyAmount } = assessment;
    if (outcome === 'undecided') return null;
    return { eligible: outcome === 'eligible', amount: monthlyAmount ?? fen(0) };
  }
  const person = facts.members.some(({ id }) => id === enrolment?.head) ? enrolment?.head : '';
  const own = assessment.persons.find(({ member }) => member === person);
  if (!own || own.outcome === 'undecided') return null;
  const eligible = own.outcome === 'eligible';
  return { eligible, amount: eligible ? (own.amount ?? fen(0)) : fen(0) };
}

export function unsettledFacts({ missing, persons }: Assessment): Refusal<Code> {
  const all = [...missing, ...persons.flatMap((each) => each.missing)].map(({ text }) => text);
  const words = [...new Set(all)].join('、');
  const { message, ...rest } = refusals['facts-unsettled'];
  return { ...rest, message: words === '' ? message : `还不能得出核算结果，请先查清：${words}。` };
}

/** Whether next month would bring the same anyhow. */
export function isAsPaid(
  due: { readonly eligible: boolean; readonly amount: number },
  { entries }: BenefitState,
  { today }: BenefitGiven,
): boolean {
  const next = entitlementIn(entries, monthAfter(today));
  return due.eligible && next?.standing === 'active' && next.amount === due.amount;
}
