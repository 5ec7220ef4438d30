import type { FileRef } from '../../kernel/evidence.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, type Refusal, refused } from '../../kernel/outcome.ts';
import {
  type CaseGiven,
  caseRefusals,
  type CaseRefusal,
  type CaseState,
  dutyVerdict,
  whyNotLive,
} from '../case/index.ts';
import { peopleToAuthorise } from '../household/index.ts';
import { findAuthorisation } from '../intake/index.ts';
import { whyAnswersDoNotFit, type TypedAnswer } from './answer.ts';
import type { NamedSource } from './connection.ts';
import { findingsOf, stillDiffers } from './finding.ts';
import { lookupsOf, whyNotLookedUp } from './lookup-right.ts';
import { refusals, type VerificationRefusal } from './refusal.ts';
import { coversPeople, reportIsUsable } from './standing.ts';
import { unanswered, unansweredSentence } from './unanswered.ts';
import {
  type Explanation,
  latestReport,
  type VerificationEvent,
  type VerificationRequest,
} from './verification.ts';

type Code = VerificationRefusal | CaseRefusal;
type Answer = Decision<VerificationEvent, Code>;
type Given<More = object> = CaseGiven & More;

const no = (code: VerificationRefusal): Answer => refused(refusals[code]);
const saying = (code: VerificationRefusal, message: string): Answer =>
  refused({ ...refusals[code], message });

/** Township asks the county to verify everybody in the household, all authorised now (HD-01, HD-02, DB-17a). */
export function requestVerification(
  _: object,
  state: CaseState,
  given: Given<{ newId: string; named: readonly NamedSource[] }>,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (!state.intake.accepted) return no('not-accepted-yet');
  const people = peopleToAuthorise(state.household);
  if (people.length === 0) return no('household-missing');
  const lacking = people.filter((each) => !findAuthorisation(state.intake, each.memberId));
  if (lacking.length > 0) {
    const names = lacking.map((each) => each.name).join('、');
    return saying('authorisation-missing', `${names}未签署核对授权，不得查询。请先取得授权。`);
  }
  const last = state.verification.requests.at(-1);
  const report = latestReport(state.verification);
  const isOpen = last !== undefined && report?.requestId !== last.id;
  if (isOpen && coversPeople(last, state.household)) return no('verification-under-way');
  // A request the household has outgrown can never be answered in full: only another one replaces it.
  if (!isOpen && reportIsUsable(state, given.today).ok) return no('report-still-stands');
  return happened({
    type: 'VerificationRequested',
    request: {
      id: given.newId,
      members: people.map((each) => each.memberId),
      lookups: lookupsOf(state),
      sources: [
        ...given.procedure.verificationSources.value,
        ...given.named.map((each) => each.source),
      ],
      ...(given.named.length > 0 ? { named: given.named } : {}),
      requestedOn: given.today,
      revision: state.household.revision,
      recheckOf: report?.disputed ? report.id : null,
    },
  });
}

/** County says that it has begun; due within 3 working days of the request (DB-17a). */
export function startVerification(
  command: { requestId: string },
  state: CaseState,
  given: Given,
): Answer {
  const open = openFor(command.requestId, state, given);
  if (!open.ok) return open;
  if (open.request.startedOn) return no('already-started');
  return happened({ type: 'VerificationStarted', requestId: command.requestId });
}

/**
 * What one source says about some or all of the requested people. Nobody outside the request, nothing from a
 * source that was not asked, nothing on a person whose authorisation is gone (I-16, SL-70(6)).
 */
export function answerSource(
  command: { requestId: string; source: string; answers: readonly TypedAnswer[] },
  state: CaseState,
  given: Given<{ ids: readonly string[]; via: 'typed' | 'import' | 'interface' }>,
): Answer {
  const { requestId, source, answers } = command;
  const open = openFor(requestId, state, given);
  if (!open.ok) return open;
  const forbidden = whyNotLookedUp(command, open.request, state);
  if (forbidden) return refused(forbidden);
  const unfit = whyAnswersDoNotFit(source, answers, given.today, open.request.named);
  if (unfit) return no(unfit);
  const asked = new Set(answers.map((each) => each.memberId));
  return happened({
    type: 'SourceAnswered',
    requestId,
    source,
    answers: answers.map((each, index) => ({ ...each, source, id: given.ids[index] ?? '' })),
    caseNumber: state.intake.accepted?.number ?? '',
    authorisations: lookupsOf(state)
      .filter((each) => asked.has(each.memberId))
      .map(({ memberId, authorisationId }) => ({ memberId, authorisationId })),
    via: given.via,
  });
}

/** The verifier presses a source that has not answered; a program is asked again at once, once a day (HD-05). */
export function remindSource(
  command: { requestId: string; source: string },
  state: CaseState,
  given: Given<{ query: { remindedOn: string } | undefined }>,
): Decision<never, Code> {
  const open = openFor(command.requestId, state, given);
  if (!open.ok) return open;
  if (!given.query) return refused(refusals['source-not-connected']);
  if (!unanswered(open.request).some((each) => each.source === command.source)) {
    return refused(refusals['source-already-answered']);
  }
  if (given.query.remindedOn === given.today) return refused(refusals['source-reminded-today']);
  return { ok: true, events: [] };
}

/** County reports once every source has answered for everybody, or said why it cannot; valid by HD-06. */
export function issueReport(
  command: { requestId: string },
  state: CaseState,
  given: Given<{ newId: string }>,
): Answer {
  const open = openFor(command.requestId, state, given);
  if (!open.ok) return open;
  const missing = unanswered(open.request);
  if (missing.length > 0) return saying('sources-unanswered', unansweredSentence(missing, state));
  return happened({
    type: 'ReportIssued',
    reportId: given.newId,
    requestId: command.requestId,
    validUntil: addMonths(given.today, given.procedure.reportValidityMonths.value),
  });
}

/** Township says how a difference was resolved; "corrected" only when the facts no longer differ (DB-18). */
export function explainFinding(command: Omit<Explanation, 'by'>, state: CaseState): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const report = latestReport(state.verification);
  if (!report) return no('report-missing');
  if (report.disputed) return no('report-disputed');
  const found = findingsOf(state).find((each) => each.key === command.finding);
  if (!found) return no('finding-unknown');
  if (command.outcome === 'facts-corrected' && stillDiffers(state, found)) {
    return no('facts-not-corrected');
  }
  return happened({ type: 'FindingExplained', explanation: command });
}

/** The township tells the family what was found: promptly, and before it holds it against them (DB-18). */
export function tellVerificationResult(
  command: { reportId: string; on: LocalDate; how: string },
  state: CaseState,
  given: CaseGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const report = latestReport(state.verification);
  if (!report) return no('report-missing');
  if (report.id !== command.reportId) return no('report-superseded');
  if (state.verification.told.some(({ reportId }) => reportId === report.id)) {
    return no('result-already-told');
  }
  if (command.on > given.today || command.on < report.issuedOn) return no('told-outside-report');
  return happened({ type: 'VerificationResultTold', ...command });
}

/** The family objects with evidence; the report stays on file and a re-check must follow (DB-18, HD-07). */
export function disputeReport(
  command: {
    reportId: string;
    item: string;
    statement: string;
    evidence: readonly FileRef[];
  },
  state: CaseState,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const report = latestReport(state.verification);
  if (!report) return no('report-missing');
  if (report.id !== command.reportId) return no('report-superseded');
  if (report.disputed) return no('report-already-disputed');
  return happened({ type: 'ReportDisputed', ...command });
}

type Open =
  | { readonly ok: true; readonly request: VerificationRequest }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/** The request the county may work on, by somebody who neither accepted nor investigated the case (§3.3). */
function openFor(requestId: string, state: CaseState, given: CaseGiven): Open {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  const request = state.verification.requests.find((each) => each.id === requestId);
  if (!request) return refused(refusals['request-unknown']);
  if (state.verification.reports.some((each) => each.requestId === requestId)) {
    return refused(refusals['report-already-issued']);
  }
  if (state.verification.requests.at(-1)?.id !== requestId) {
    return refused(refusals['request-superseded']);
  }
  if (dutyVerdict(state, 'county-verify', given.by.person) === 'never') {
    return refused(refusals['duty-conflict']);
  }
  return { ok: true, request };
}
