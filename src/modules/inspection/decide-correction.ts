import type { ValueOf } from '../../kernel/contract.ts';
import type { Given } from '../../kernel/given.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { AccountabilityEvent, AccountabilityState } from './accountability.ts';
import type { CheckState } from './check.ts';
import type * as contract from './correction-contract.ts';
import { type CorrectionEvent, type CorrectionState, standingOf } from './correction.ts';
import { type InspectionRefusal, refusals } from './refusal.ts';

type Answer = Decision<CorrectionEvent, InspectionRefusal>;
type Today = Pick<Given, 'today'>;
type Body<Name extends keyof typeof contract> = (typeof contract)[Name] extends {
  readonly body: infer B;
}
  ? ValueOf<B>
  : never;

/** What a check found wrong becomes an order to the township, with a day (DL-14). */
export function orderCorrection(
  { checkId, what, measure, dueOn }: Body<'orderCorrection'>,
  state: CorrectionState,
  { today, check, isOrdered }: Today & { check: CheckState; isOrdered: boolean },
): Answer {
  if (state.order || isOrdered) return refused(refusals['correction-exists']);
  const { order, record } = check;
  if (!order || record?.outcome !== 'differs') {
    return refused(refusals['correction-no-difference']);
  }
  if (dueOn <= today) return refused(refusals['correction-due-past']);
  const { caseId, ref } = order;
  const { grade, discrepancies } = record;
  return happened({
    ...{ type: 'CorrectionOrdered', checkId, caseId, ref, grade, discrepancies },
    ...{ what, measure, dueOn },
  });
}

/** The township says what it did, and proves it. */
export function answerCorrection(
  { text, evidence }: Body<'answerCorrection'>,
  state: CorrectionState,
): Answer {
  if (!state.order) return refused(refusals['correction-unknown']);
  if (standingOf(state) !== 'open') return refused(refusals['correction-not-open']);
  if (evidence.length === 0) return refused(refusals['correction-unproved']);
  return happened({ type: 'CorrectionAnswered', text, evidence });
}

/** The county looks again: settled, or back to the township with a new day. */
export function recheckCorrection(
  { accepted, reason, dueOn }: Body<'recheckCorrection'>,
  state: CorrectionState,
  { today }: Today,
): Answer {
  if (!state.order) return refused(refusals['correction-unknown']);
  if (standingOf(state) !== 'answered') return refused(refusals['correction-not-answered']);
  if (!accepted && (dueOn === null || dueOn <= today)) {
    return refused(refusals['correction-no-new-day']);
  }
  return happened({
    ...{ type: 'CorrectionRechecked', accepted, reason, dueOn: accepted ? null : dueOn },
  });
}

/** Money paid wrongly is not taken back here: the proposal goes to whoever runs the recovery. */
export function proposeRecovery(
  { amount, from, to, reason }: Body<'proposeRecovery'>,
  state: CorrectionState,
): Answer {
  if (!state.order) return refused(refusals['correction-unknown']);
  if (state.recovery) return refused(refusals['recovery-already-proposed']);
  if (from > to) return refused(refusals['recovery-month-order']);
  return happened({ type: 'RecoveryProposed', amount, from, to, reason });
}

/** A correction an accountability case may rest on. */
export type Ground = {
  readonly correctionId: string;
  readonly township: string;
  readonly ref: string;
  readonly grade: string;
  readonly what: string;
  readonly orderedOn: LocalDate;
  readonly isClosed: boolean;
};

/** How many serious faults within a year are repeated ones. */
const REPEATED = 2;

/** Grave once, or serious again within twelve months: then somebody is asked to answer (DL-18, SL-70). */
export function openAccountability(
  { township, correctionIds, reason }: Body<'openAccountability'>,
  state: AccountabilityState,
  { today, corrections }: Today & { corrections: readonly Ground[] },
): Decision<AccountabilityEvent, InspectionRefusal> {
  if (state.opened) return refused(refusals['accountability-exists']);
  const named = corrections.filter((each) => correctionIds.includes(each.correctionId));
  const isElsewhere = named.some((each) => each.township !== township);
  if (isElsewhere || named.length < new Set(correctionIds).size) {
    return refused(refusals['accountability-elsewhere']);
  }
  const yearAgo = addMonths(today, -12);
  const serious = named.filter(
    ({ grade, orderedOn }) => grade === 'serious' && orderedOn > yearAgo,
  );
  if (!named.some(({ grade }) => grade === 'grave') && serious.length < REPEATED) {
    return refused(refusals['accountability-not-grounded']);
  }
  const grounds = named.map(
    ({ ref, what, orderedOn, isClosed }) =>
      `${orderedOn} 核查 ${ref}：${what}（${isClosed ? '已整改' : '未整改到位'}）`,
  );
  return happened({ type: 'AccountabilityOpened', township, correctionIds, reason, grounds });
}

/** 容错: each ground with its own sentence, and what the township said for itself (DB-39). */
export function examineTolerance(
  { grounds, heard }: Body<'examineTolerance'>,
  state: AccountabilityState,
): Decision<AccountabilityEvent, InspectionRefusal> {
  if (!state.opened) return refused(refusals['accountability-unknown']);
  if (state.examined) return refused(refusals['accountability-examined']);
  return happened({ type: 'ToleranceExamined', grounds, heard });
}

/** A person concludes, another than who examined; nobody is let off while a ground lacks or a fault stays. */
export function concludeAccountability(
  { conclusion, reason }: Body<'concludeAccountability'>,
  state: AccountabilityState,
  { by, isCorrected }: Pick<Given, 'by'> & { isCorrected: boolean },
): Decision<AccountabilityEvent, InspectionRefusal> {
  const { opened, examined, concluded } = state;
  if (!opened) return refused(refusals['accountability-unknown']);
  if (concluded) return refused(refusals['accountability-concluded']);
  if (!examined) return refused(refusals['accountability-not-examined']);
  if (examined.by === by.person) return refused(refusals['accountability-same-person']);
  const all = Object.values(examined.grounds).every(({ holds }) => holds);
  if (conclusion === 'exempt' && !(all && isCorrected)) {
    return refused(refusals['accountability-not-exempt']);
  }
  return happened({ type: 'AccountabilityConcluded', conclusion, reason });
}
