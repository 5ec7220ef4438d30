import type { FileRef } from '../../kernel/evidence.ts';
import { formatYuan } from '../../kernel/fen.ts';
import {
  addDays,
  addMonths,
  formatDate,
  type LocalDate,
  monthAfter,
} from '../../kernel/local-date.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import { latestAssessment, type Opinion } from '../assessment/index.ts';
import { coordinationInForce } from '../coordination/index.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseState,
  caseRefusals,
  dutyVerdict,
  whyNotLive,
} from '../case/index.ts';
import { latestDeliberation } from '../deliberation/index.ts';
import type { Mode, Remedies } from '../../paper/remedy.ts';
import { GIVES } from '../../rules/scheme.ts';
import { publicityStands } from '../publicity/index.ts';
import { checksOf, type Held } from './check.ts';
import type { CaseDecision, Service } from './confirmation.ts';
import { evidenceOf } from './evidence.ts';
import { refusals } from './refusal.ts';

type Answer = Decision<CaseEvent>;

/** Who decides and what the letter says, resolved in the deciding transaction (DL-02, DL-04). */
export type Standing = {
  readonly authority:
    | { readonly ok: true; readonly instrumentId: string; readonly mode: 'own-name' | 'entrusted' }
    | { readonly ok: false; readonly because: string }
    /** The county decides by its own power (SLAW a.44). */
    | { readonly ok: true; readonly instrumentId: null; readonly mode: 'county' };
  readonly organ: string;
  readonly number: string;
  readonly remedies: Remedies;
};

/** The county's own review of a case on the ordinary route, by somebody who will not decide it (DB-20a). */
export function countyReview(
  command: { agrees: boolean; opinion: string },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (state.course.route !== 'county') return refused(refusals['not-county-route']);
  if (isBarred(state, given.by.person)) return refused(refusals['duty-forbids-decision']);
  const { opinion } = state.assessment;
  if (!opinion) return refused(refusals['opinion-missing']);
  const standing = publicityStands(state, given);
  if (!standing.ok) return refused(standing.refusal);
  const reviewed: CaseEvent = { type: 'CountyReviewed', ...command, proposalHash: opinion.hash };
  if (command.agrees) return happened<CaseEvent>(reviewed);
  const because = `县级审核不同意：${command.opinion}`;
  return happened<CaseEvent>(reviewed, { type: 'OpinionSetAside', because });
}

/**
 * Decides what was posted and resolved (I-1…I-8). Without a valid instrument a township decides nothing: the
 * case goes to the county, and the person is told so.
 */
export function confirmDecision(
  _: object,
  state: CaseState,
  given: CaseGiven & Standing & Held,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const reason = whyNotDecidable(state, given);
  if (reason) return refused(reason);
  if (!given.authority.ok) {
    return happened<CaseEvent>({
      type: 'RouteChanged',
      route: 'county',
      because: given.authority.because,
    });
  }
  const decision = decisionOf(state, given, given.authority);
  return happened<CaseEvent>({ type: 'DecisionMade', decision, by: given.by.person });
}

function whyNotDecidable(state: CaseState, given: CaseGiven & Held): Refusal | null {
  const office = given.by.role === 'county-leader' ? 'county' : 'township';
  if (office !== state.course.route) return refusals['wrong-office'];
  const failed = checksOf(state, given).find((each) => each.refusal !== null);
  if (failed) return failed.refusal;
  const { person } = given.by;
  const meeting = latestDeliberation(state.deliberation);
  if (office === 'township' && meeting?.recused.includes(person)) {
    return refusals['recused-decides'];
  }
  if (isBarred(state, person)) return refusals['duty-forbids-decision'];
  return state.confirmation.countyReview?.by === person ? refusals['reviewer-decides'] : null;
}

/** Whoever handled the case decides it no more than they would vote on it (security.md §3.3). */
function isBarred(state: CaseState, person: string): boolean {
  return dutyVerdict(state, 'vote', person) === 'never';
}

function decisionOf(
  state: CaseState,
  given: CaseGiven & Standing,
  authority: { readonly instrumentId: string | null; readonly mode: Mode },
): CaseDecision {
  const { opinion } = state.assessment;
  const latest = latestAssessment(state.assessment);
  if (!opinion || !latest) throw new Error('a decision needs an opinion and an assessment');
  const { outcome, monthlyAmount, members, tier, hash, reasons } = opinion;
  const review = state.confirmation.countyReview;
  const standing = coordinationInForce(state);
  const agreed = standing?.result === 'agreed' && outcome === 'grant' ? standing : null;
  const gives = GIVES[state.course.scheme];
  const notice = addWorkingDays(
    given.calendar,
    given.today,
    given.procedure.refusalNoticeWorkingDays.value,
  );
  return {
    number: given.number,
    outcome,
    on: given.today,
    route: state.course.route,
    organ: given.organ,
    mode: authority.mode,
    instrumentId: authority.instrumentId,
    meetingId:
      state.course.route === 'township'
        ? (latestDeliberation(state.deliberation)?.meetingId ?? null)
        : null,
    countyReview: review && { by: review.by, on: review.on, opinion: review.opinion },
    proposalHash: hash,
    monthlyAmount,
    members,
    tier,
    plan: opinion.plan,
    coordination: agreed && { minutesNumber: agreed.minutesNumber, heldOn: agreed.heldOn },
    startMonth: outcome === 'grant' && gives === 'monthly' ? monthAfter(given.today) : null,
    validUntil:
      outcome === 'grant' && gives === 'recognition'
        ? addDays(addMonths(given.today, given.procedure.recognitionMonths.value), -1)
        : null,
    reasons,
    plainReasons: agreed ? coordinatedWords(agreed, opinion) : latest.result.plainWords,
    ruleSet: latest.result.ruleSetVersion,
    assessmentSeq: latest.seq,
    evidence: evidenceOf(state),
    remedies: given.remedies,
    serveBy: notice.date,
  };
}

/** For the family: the sum is what people agreed on, not what the standard gives. */
function coordinatedWords(
  { heldOn }: { heldOn: LocalDate },
  { monthlyAmount, plan }: Opinion,
): string {
  const stages = plan ? `，分 ${plan.length} 次发放` : '';
  return (
    `符合临时救助条件。因遇到重大困难，县困难群众基本生活保障工作协调机制${formatDate(heldOn)}` +
    `一事一议，同意给予 ${formatYuan(monthlyAmount)} 元${stages}。`
  );
}

/** Records how the letter reached the family, with proof (OT-04); late service is recorded as it was. */
export function serveNotice(
  command: { method: Service['method']; recipient: string; proof: FileRef; on: LocalDate },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const { decision, service } = state.confirmation;
  if (!decision) return refused(refusals['not-decided']);
  if (service) return refused(refusals['already-served']);
  if (command.on < decision.on) return refused(refusals['service-before-decision']);
  if (command.on > given.today) return refused(refusals['service-in-future']);
  return happened<CaseEvent>({ type: 'NoticeServed', service: command });
}
