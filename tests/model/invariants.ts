import { addDays, daysBetween, type LocalDate, localDate } from '../../src/kernel/local-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
} from '../../src/kernel/working-day.ts';
import type { CaseState } from '../../src/modules/case/index.ts';

/** What the model knows beside the case: the calendar, and from when to when the township had authority. */
export type Known = {
  readonly calendar: WorkingCalendar;
  readonly authority: readonly { readonly from: number; readonly to: number }[];
  /** When the decision was recorded. */
  readonly decidedAt: number;
};

/** The invariants of law.md §18.1 that the first procedure touches, each written from the law, not from the code. */
export function violations(state: CaseState, known: Known): string[] {
  return [
    ...publicityViolations(state, known),
    ...dutyViolations(state),
    ...(state.confirmation.decision ? decisionViolations(state, known) : []),
  ];
}

function decisionViolations(state: CaseState, known: Known): string[] {
  const decision = state.confirmation.decision;
  if (!decision) return [];
  const people = state.household.declaration?.people ?? [];
  const authorised = (id: string) =>
    state.intake.authorisations.some((each) => each.memberId === id && each.revokedOn === null);
  const visit = state.investigation.visits.findLast(
    ({ visitors, signatures, remoteBecause }) =>
      new Set(visitors.map((each) => each.person)).size >= 2 &&
      (remoteBecause !== null || signatures.some((each) => each.as === 'member')),
  );
  const before = state.publicity.notices.filter(
    (each) => each.kind === 'before' && each.proposalHash === decision.proposalHash,
  );
  const levels = new Set(before.filter((each) => each.takenDown).map((each) => each.level));
  const report = state.verification.reports.at(-1);
  return failing({
    'I-1 受理': state.intake.accepted !== null,
    'I-1 授权': people.length > 0 && people.every((each) => authorised(each.memberId)),
    'I-1 核对报告': report !== undefined && !report.disputed && report.validUntil >= decision.on,
    'I-1 入户': visit !== undefined,
    'I-1 意见': state.assessment.opinion?.hash === decision.proposalHash,
    'I-1 公示': levels.size === 2,
    'I-1 异议办结': state.publicity.objections.every((each) => each.handled !== null),
    'I-1 集体研究': decidedTogether(state),
    'I-2 授权有效': decision.route === 'county' || coveredBy(known),
    'I-3 县级核查': !state.disclosure.registered || visitedBy(state, decision.on),
    'I-6 时限': withinTime(state, decision.on, known.calendar),
    'I-7 理由和救济': decision.reasons !== '' && decision.remedies.sentences.length > 0,
    'I-7 三个工作日': decision.serveBy <= addWorkingDays(known.calendar, decision.on, 3).date,
    'I-8 次月': decision.outcome === 'refuse' || decision.startMonth === monthAfter(decision.on),
    'I-9 全员保障': decision.outcome === 'refuse' || decision.members === countedMembers(state),
  });
}

function decidedTogether(state: CaseState): boolean {
  const decision = state.confirmation.decision;
  if (decision?.route === 'county') {
    const review = state.confirmation.countyReview;
    return review?.agrees === true && review.by !== decision.by;
  }
  const meeting = state.deliberation.deliberations.at(-1);
  if (!meeting || meeting.proposalHash !== decision?.proposalHash) return false;
  return meeting.voters.length >= 3 && meeting.tally.for * 2 > meeting.voters.length;
}

function coveredBy({ authority, decidedAt }: Known): boolean {
  return authority.some(({ from, to }) => from <= decidedAt && decidedAt <= to);
}

function visitedBy(state: CaseState, on: LocalDate): boolean {
  return state.investigation.countyVisits.some((each) => each.on <= on);
}

function withinTime(state: CaseState, on: LocalDate, calendar: WorkingCalendar): boolean {
  const accepted = state.intake.accepted?.on;
  if (!accepted) return false;
  if (state.course.ordered && on > addWorkingDays(calendar, accepted, 45).date) return true;
  const extended = state.course.extension ? 45 : 0;
  const limit = Math.max(extended, state.course.route === 'county' ? 30 : 20);
  return limit <= 45 && on <= addWorkingDays(calendar, accepted, limit).date;
}

// The month after, written out without the kernel's own function.
function monthAfter(on: LocalDate): string {
  const first = addDays(localDate(`${on.slice(0, 7)}-28`), 4);
  return first.slice(0, 7);
}

function countedMembers(state: CaseState): number {
  const result = state.assessment.assessments.at(-1)?.result;
  return (result?.members ?? []).filter((each) => each.counted).length;
}

/**
 * I-4: seven days at least, an end on a working day; and no decision rests on a notice that came down early. (One
 * whose opinion is out of date comes down at once: it announces what nobody proposes any more.)
 */
function publicityViolations(state: CaseState, { calendar }: Known): string[] {
  const decided = state.confirmation.decision?.proposalHash;
  return state.publicity.notices.flatMap((notice) =>
    failing({
      'I-4 七天': daysBetween(notice.postedOn, notice.endsOn) >= 7,
      'I-4 期满为工作日': isWorkingDay(calendar, notice.endsOn) !== false,
      'I-4 不提前撤下':
        notice.takenDown === null ||
        notice.proposalHash !== decided ||
        notice.takenDown.on > notice.endsOn,
    }),
  );
}

/** I-15 and the separation of duties: who handled the case or is kin has no vote in it. */
function dutyViolations(state: CaseState): string[] {
  const voters = new Set(state.deliberation.deliberations.flatMap((each) => each.voters));
  const kin = state.disclosure.hits.flatMap((hit) => (hit.person ? [hit.person] : []));
  const recused = state.deliberation.deliberations.flatMap((each) => each.recused);
  const visitors = state.investigation.visits.flatMap((each) =>
    each.visitors.map((visitor) => visitor.person),
  );
  const verifiers = state.verification.requests.flatMap((each) => each.answeredBy);
  const without = (persons: readonly (string | undefined)[]) =>
    persons.every((person) => person === undefined || !voters.has(person));
  const visited = new Set(visitors);
  return failing({
    'I-15 近亲属不表决': without(kin) && without(recused),
    受理人不表决: without([state.intake.accepted?.by]),
    调查人不表决: without(visitors),
    核对人不表决: without(verifiers),
    初审人不表决: without(state.assessment.opinedBy),
    调查人不初审: state.assessment.opinedBy.every((person) => !visited.has(person)),
  });
}

function failing(checks: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]));
}
