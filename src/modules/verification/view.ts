import type { ValueOf } from '../../kernel/contract.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { workingDaysBetween } from '../../kernel/working-day.ts';
import { RELATION } from '../../rules/code-list.ts';
import type { CaseGiven, CaseState } from '../case/index.ts';
import { peopleToAuthorise } from '../household/index.ts';
import { findAuthorisation } from '../intake/index.ts';
import type { SourceStateView, verificationView } from './contract.ts';
import { findingsOf, weightTitles } from './finding.ts';
import { reportStands } from './standing.ts';
import { applicantOf, clocksOf } from './store.ts';
import { latestReport, openRequest } from './verification.ts';

type View = ValueOf<(typeof verificationView)['answer']>;
type Named = {
  readonly caseId: string;
  readonly version: number;
  readonly townshipName: string;
  readonly states: readonly SourceStateView[];
};

/** What the county's grid and the township's panel show of one case; identity numbers stay masked. */
export function viewOf(state: CaseState, given: CaseGiven, named: Named): View {
  const { intake, verification } = state;
  return {
    caseId: named.caseId,
    version: named.version,
    townshipName: named.townshipName,
    caseNumber: intake.accepted?.number ?? '',
    applicant: applicantOf(state),
    people: peopleOf(state),
    request: requestOf(state, given, named.states),
    report: reportOf(state),
    standing: standingOf(state, given.today),
    earlierReports: verification.reports
      .slice(0, -1)
      .map(({ id, issuedOn, disputed }) => ({ id, issuedOn, disputed })),
    disputes: verification.disputes.map(({ reportId, item, statement, on }) => ({
      reportId,
      item,
      statement,
      on,
    })),
    findings: findingViews(state),
  };
}

function peopleOf({ household, intake }: CaseState): View['people'] {
  return peopleToAuthorise(household).map(({ memberId, name, idNumber }) => {
    const relation = household.facts?.members.find((each) => each.id === memberId)?.relation;
    return {
      memberId,
      name,
      relation: relation ? RELATION[relation] : '',
      idNumber: idNumber ? `${'*'.repeat(14)}${idNumber.tail}` : '',
      authorised: findAuthorisation(intake, memberId) !== undefined,
    };
  });
}

function requestOf(
  { verification }: CaseState,
  given: CaseGiven,
  states: readonly SourceStateView[],
): View['request'] {
  const request = verification.requests.at(-1);
  if (!request) return null;
  const { id, requestedOn, startedOn, recheckOf, members, sources, answers } = request;
  const clocks = clocksOf(request, given.procedure, given.calendar);
  const due = startedOn ? clocks.finishBy : clocks.startBy;
  return {
    id,
    requestedOn,
    startedOn,
    ...clocks,
    left: workingDaysBetween(given.calendar, given.today, due).days,
    recheck: recheckOf !== null,
    open: openRequest(verification) !== undefined,
    members: [...members],
    sources: [...sources],
    named: (request.named ?? []).map((each) => ({ source: each.source, items: [...each.items] })),
    answers: answers.map((each) => ({ ...each })),
    states: [...states],
  };
}

function reportOf({ verification }: CaseState): View['report'] {
  const report = latestReport(verification);
  if (!report) return null;
  const { id, requestId, issuedOn, validUntil, disputed } = report;
  return { id, requestId, issuedOn, validUntil, disputed };
}

function standingOf(state: CaseState, today: LocalDate): View['standing'] {
  const standing = reportStands(state, today);
  return standing.ok
    ? { code: '', message: '' }
    : { code: standing.refusal.code, message: standing.refusal.message };
}

function findingViews(state: CaseState): View['findings'] {
  const { explanations } = state.verification;
  return findingsOf(state).map((finding) => {
    const explained = explanations.find((each) => each.finding === finding.key);
    return {
      ...finding,
      weightTitle: weightTitles[finding.weight],
      explained: explained
        ? { outcome: explained.outcome, explanation: explained.explanation, by: explained.by }
        : null,
    };
  });
}
