import type { Given } from '../../kernel/given.ts';
import { addMonths } from '../../kernel/local-date.ts';
import { type Decision, happened, refused, type Refusal } from '../../kernel/outcome.ts';
import { assessScheme, type AssessRefusal } from '../../rules/assess.ts';
import type { Assessment } from '../../rules/assessment.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { Region } from '../../rules/region.ts';
import {
  type CaseGiven,
  type CaseRefusal,
  caseRefusals,
  type CaseState,
  dutyVerdict,
  hasStage,
  leaveCare,
  leaveCoordination,
  whyNotLive,
} from '../case/index.ts';
import { latestDeliberation } from '../deliberation/index.ts';
import type { PlannedInstalment } from '../instalment/index.ts';
import type { HouseholdEvent } from '../household/index.ts';
import { openObjections } from '../publicity/index.ts';
import { visitStands } from '../investigation/index.ts';
import { latestReport, type ReportRefusal, reportStands } from '../verification/index.ts';
import {
  type AssessmentEvent,
  latestAssessment,
  type Opinion,
  opinionIsCurrent,
  type Proposal,
} from './assessment.ts';
import { type CorrectionAsked, correctedFacts } from './correct-facts.ts';
import { type EarlierRelief, reliefWords, unrecordedRelief } from './earlier-relief.ts';
import { proposalIn } from './proposal.ts';
import { type AssessmentRefusal, refusals } from './refusal.ts';

/** One approval, paid over at most a year: what is needed longer is another assistance (LS-16). */
const LONGEST_PLAN_MONTHS = 12;

type Code = AssessmentRefusal | CaseRefusal | ReportRefusal | AssessRefusal['code'];
type Answer = Decision<AssessmentEvent, Code>;

/** A clerk may correct a fact with a reason and its basis, never a result (mission 4.4). */
export function correctFacts(
  command: { corrections: readonly CorrectionAsked[] },
  state: CaseState,
): Decision<HouseholdEvent, Code> {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (!state.intake.accepted) return refused(caseRefusals['not-accepted-yet']);
  if (isPublished(state)) return refused(refusals['opinion-published']);
  if (!state.household.facts) return refused(refusals['facts-missing']);
  if (command.corrections.some(({ basis }) => !hasBasis(state, basis))) {
    return refused(refusals['basis-missing']);
  }
  const corrected = correctedFacts(state.household.facts, command.corrections);
  if (!corrected.ok) return refused(worded(refusals[corrected.because], corrected.words));
  const { corrections } = command;
  return happened({ type: 'FactsCorrected', corrections, facts: corrected.facts });
}

function hasBasis(state: CaseState, basis: CorrectionAsked['basis']): boolean {
  const { verification, investigation } = state;
  if (basis === 'finding') return latestReport(verification) !== undefined;
  if (basis === 'visit') return investigation.visits.length > 0;
  if (basis === 'letter') return investigation.letters.some((each) => each.reply !== null);
  return verification.requests.some((each) => each.recheckOf !== null);
}

/** Runs the rules on the facts as they stand. What the rules say is stored whole; nobody edits it. */
export function assess(
  _: object,
  state: CaseState,
  given: CaseGiven & { region: Region; earlierReliefs: readonly EarlierRelief[] },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (!state.intake.accepted) return refused(caseRefusals['not-accepted-yet']);
  if (isPublished(state)) return refused(refusals['opinion-published']);
  const standing = whatItRestsOn(state, given);
  if (!standing.ok) return refused(standing.refusal);
  const { facts, revision } = state.household;
  if (!facts) return refused(refusals['facts-missing']);
  const unrecorded = unrecordedRelief(facts, given.earlierReliefs);
  if (unrecorded) {
    return refused(worded(refusals['earlier-relief-unrecorded'], reliefWords(unrecorded)));
  }
  const result = resultFor(facts, state, given);
  if (!result.ok) return refused(result.refusal);
  const { assessment } = result;
  if (assessment.outcome === 'undecided') {
    const missing = assessment.missing.map((each) => each.text).join('、');
    return refused({
      ...refusals['facts-missing'],
      message: `还不能得出核算结果，请先查清：${missing}。`,
    });
  }
  return happened({
    type: 'Assessed',
    result: assessment,
    revision,
    reportId: standing.reportId,
  });
}

type Rests =
  | { readonly ok: true; readonly reportId: string }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/** The report, the visit and the care assessment, as far as the procedure of the scheme asks for them. */
function whatItRestsOn(state: CaseState, { today }: CaseGiven): Rests {
  const standing = hasStage(state, 'verification') ? reportStands(state, today) : null;
  if (standing && !standing.ok) return standing;
  const isVisited = state.investigation.concluded !== null && visitStands(state);
  if (hasStage(state, 'investigation') && !isVisited) {
    return { ok: false, refusal: refusals['investigation-open'] };
  }
  if (hasStage(state, 'care') && leaveCare(state).is !== 'met') {
    return { ok: false, refusal: refusals['care-not-assessed'] };
  }
  return { ok: true, reportId: standing?.report.id ?? '' };
}

/**
 * The engine's answer for these facts in this case. The standard and the accounting rules are those of the day of
 * acceptance as published until today (RG-02). Used for the lawful result and for 试算 alike.
 */
export function resultFor(
  facts: HouseholdFacts,
  state: CaseState,
  given: Pick<Given, 'today'> & { region: Region },
) {
  const names = new Map(
    (state.household.declaration?.people ?? []).map((each) => [each.memberId, each.name]),
  );
  return assessScheme(state.course.scheme, facts, given.region, {
    on: state.intake.accepted?.on ?? given.today,
    knownOn: given.today,
    nameOf: (member) => names.get(member.id) ?? member.id,
  });
}

const HELP_FIRST = '情况紧急，先行救助，简化经办手续';

/** The initial opinion: reasons by a person, outcome and amount by the rules (DB-19a). */
export function formOpinion(
  command: {
    reasons: string;
    smallOffice: string | null;
    plan?: readonly PlannedInstalment[] | null;
  },
  state: CaseState,
  given: CaseGiven & { hash: string },
): Answer {
  const reason = whyNoOpinion(state, given);
  if (reason) return refused(reason);
  const latest = latestAssessment(state.assessment);
  const proposal = proposalIn(state);
  if (!latest || !proposal) return refused(refusals['result-undecided']);
  const plan = command.plan ?? null;
  const fault = planFault(plan, proposal, latest.result, given);
  if (fault) return refused(refusals[fault]);
  const verdict = dutyVerdict(state, 'opinion', given.by.person);
  if (verdict === 'never') return refused(refusals['duty-forbidden']);
  const isSmallOffice = verdict === 'small-office';
  const written = given.procedure.smallOfficeExceptionAllowed.value ? command.smallOffice : null;
  // Help first leaves no time for a second pair of hands; it is recorded and reported (LS-09).
  const smallOffice = state.course.channel === 'ordinary' ? written : HELP_FIRST;
  if (isSmallOffice && !smallOffice) return refused(refusals['small-office-reason-missing']);
  const opinion = {
    ...proposal,
    hash: given.hash,
    plan,
    reasons: command.reasons,
    assessmentSeq: latest.seq,
    smallOffice: isSmallOffice ? smallOffice : null,
    places: given.procedure.publicityPlaces.value,
  };
  return happened({ type: 'OpinionFormed', opinion });
}

/** Why a plan of stages cannot stand, or must not be missing (LS-16). */
function planFault(
  plan: readonly PlannedInstalment[] | null,
  { outcome, monthlyAmount }: Proposal,
  { scheme, relief }: Assessment,
  { today }: CaseGiven,
): AssessmentRefusal | null {
  const isPossible = scheme === 'temporary' && outcome === 'grant';
  const laidDown = isPossible ? (relief?.payments?.length ?? 1) : 1;
  if (laidDown > 1 && plan?.length !== laidDown) return 'plan-missing';
  if (!plan) return null;
  if (!isPossible) return 'plan-not-possible';
  const sum = plan.reduce((all, { amount }) => all + amount, 0);
  if (sum !== monthlyAmount) return 'plan-sum-differs';
  const days = plan.map(({ on }) => on);
  const isInOrder = days.every((on, at) => at === 0 || on > (days[at - 1] ?? ''));
  const [first = today] = days;
  const last = days.at(-1) ?? today;
  const isInTime = first >= today && last <= addMonths(today, LONGEST_PLAN_MONTHS);
  return isInOrder && isInTime ? null : 'plan-dates-wrong';
}

function whyNoOpinion(state: CaseState, given: CaseGiven): Refusal<Code> | null {
  const { assessment, household } = state;
  const dead = whyNotLive(state);
  if (dead) return caseRefusals[dead];
  if (openObjections(state.publicity).length > 0) return refusals['objection-open'];
  const standing = whatItRestsOn(state, given);
  if (!standing.ok) return standing.refusal;
  const latest = latestAssessment(assessment);
  if (latest?.result.scheme !== state.course.scheme) return refusals['assessment-missing'];
  if (latest.revision !== household.revision || latest.reportId !== standing.reportId) {
    return refusals['assessment-out-of-date'];
  }
  if (opinionIsCurrent(assessment, household.revision)) return refusals['opinion-already-formed'];
  const isOpen = hasStage(state, 'coordination') && leaveCoordination(state).is !== 'met';
  if (isOpen) return refusals['coordination-open'];
  return isPublished(state) ? refusals['opinion-published'] : null;
}

/** Takes the opinion back: the meeting or the county returned it, or new facts came up. What hangs is then void. */
export function setOpinionAside(
  command: { ground: 'returned' | 'new-facts'; reason: string },
  state: CaseState,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const { opinion } = state.assessment;
  if (!opinion) return refused(refusals['opinion-missing']);
  if (openObjections(state.publicity).length > 0) return refused(refusals['objection-open']);
  if (state.deliberation.agenda) return refused(refusals['on-agenda']);
  const verdict = verdictOn(state, opinion);
  if (verdict === 'passed') return refused(refusals['already-resolved']);
  if (command.ground === 'returned' && verdict !== 'returned') {
    return refused(refusals['not-returned']);
  }
  const title = command.ground === 'returned' ? '退回核查' : '情况有变化';
  return happened({ type: 'OpinionSetAside', because: `${title}:${command.reason}` });
}

/** What was said on the opinion last: a county visit that finds otherwise sends back what was passed before. */
function verdictOn(state: CaseState, { hash, round, seq }: Opinion): 'passed' | 'returned' | null {
  const visit = state.investigation.countyVisits.at(-1);
  if (visit && !visit.agrees && visit.opinionRound >= round) return 'returned';
  const meeting = latestDeliberation(state.deliberation);
  const county = state.confirmation.countyReview;
  const about = meeting?.proposalHash === hash && meeting.seq > seq ? meeting.resolution : null;
  if (county?.proposalHash === hash && county.seq > seq)
    return county.agrees ? 'passed' : 'returned';
  if (about === 'approve' || about === 'refuse') return 'passed';
  return about === 'return' ? 'returned' : null;
}

/** Whether the opinion in force has hung anywhere: from then on it and its facts are fixed (TH-06). */
function isPublished({ assessment, publicity }: CaseState): boolean {
  const hash = assessment.opinion?.hash;
  return publicity.notices.some((each) => each.kind === 'before' && each.proposalHash === hash);
}

function worded<Code extends string>(refusal: Refusal<Code>, words: string): Refusal<Code> {
  return words === '' ? refusal : { ...refusal, message: `${refusal.message}（${words}）` };
}
