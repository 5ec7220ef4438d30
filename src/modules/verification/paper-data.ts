import { formatYuan } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { RELATION } from '../../rules/code-list.ts';
import type { DataOf } from '../../paper/index.ts';
import type { CaseState } from '../case/index.ts';
import { itemTitle, sourceTitle } from './item.ts';
import { findingsOf } from './finding.ts';
import type { Answer, Report, VerificationRequest } from './verification.ts';

/** What a paper needs besides the case: places and people by name, the day, whether the data are made up. */
export type PaperGiven = {
  readonly demo: boolean;
  readonly applicant: string;
  readonly village: string;
  readonly township: string;
  readonly county: string;
  readonly nameOf: (person: string) => string;
  readonly startBy: LocalDate;
  readonly finishBy: LocalDate;
};

const emptyLine = '—';

/** 核对提请单. Identity numbers are masked: the county gets them in the system, not on loose paper. */
export function requestPaper(
  state: CaseState,
  request: VerificationRequest,
  given: PaperGiven,
): DataOf<'verification-request'> {
  const caseNumber = state.intake.accepted?.number ?? emptyLine;
  return {
    head: {
      number: numberOf(state, request),
      organ: townshipOrgan(given.township),
      date: request.requestedOn,
      demo: given.demo,
    },
    to: countyCentre(given.county),
    caseNumber,
    applicant: given.applicant || emptyLine,
    village: given.village,
    scheme: state.course.scheme,
    purpose: request.recheckOf ? 'recheck' : 'application',
    persons: request.lookups.map(({ memberId, authorisationId }) => {
      const person = state.household.declaration?.people.find((each) => each.memberId === memberId);
      const relation = state.household.facts?.members.find(
        (each) => each.id === memberId,
      )?.relation;
      const signed = state.intake.authorisations.find((each) => each.memberId === memberId);
      return {
        name: person?.name ?? emptyLine,
        idNumber: person?.idNumber ? `${'*'.repeat(14)}${person.idNumber.tail}` : emptyLine,
        relation: relation ? RELATION[relation].slice(0, 20) : emptyLine,
        authorisation: authorisationId.slice(0, 60),
        authorisedOn: signed?.signedOn ?? request.requestedOn,
      };
    }),
    sources: request.sources.map(sourceTitle),
    startBy: given.startBy,
    replyBy: given.finishBy,
    handler: { name: given.nameOf(request.requestedBy), signedOn: request.requestedOn },
    reviewer: {},
  };
}

/** 核对报告: every source with what it said, and the differences with how they were explained. */
export function reportPaper(
  state: CaseState,
  report: Report,
  given: PaperGiven,
): DataOf<'verification-report'> {
  const request = state.verification.requests.find((each) => each.id === report.requestId);
  if (!request) throw new Error(`report ${report.id} without its request`);
  const isLatest = state.verification.reports.at(-1)?.id === report.id;
  return {
    head: {
      number: `${numberOf(state, request)}-报告`,
      organ: countyCentre(given.county),
      date: report.issuedOn,
      demo: given.demo,
    },
    requestNumber: numberOf(state, request),
    to: townshipOrgan(given.township),
    caseNumber: state.intake.accepted?.number ?? emptyLine,
    applicant: given.applicant || emptyLine,
    scheme: state.course.scheme,
    personsCount: request.members.length,
    requestedOn: request.requestedOn,
    asOf: report.issuedOn,
    validUntil: report.validUntil,
    sources: request.sources.map((source) => sourceLine(source, report, state)),
    // Findings belong to the latest report: an older one was held against what was declared then.
    findings: isLatest ? findingLines(state) : [],
    compiler: { name: given.nameOf(report.issuedBy), signedOn: report.issuedOn },
    reviewer: {},
  };
}

type SourceLine = DataOf<'verification-report'>['sources'][number];

function sourceLine(source: string, report: Report, state: CaseState): SourceLine {
  const answers = report.answers.filter((each) => each.source === source);
  const held = answers.filter((each) => each.item !== 'nothing' && each.item !== 'unavailable');
  const failed = answers.filter((each) => each.item === 'unavailable');
  const days = answers.flatMap((each) => each.asOf ?? []).toSorted();
  const summary = [...held, ...failed].map((each) => wordsOf(each, state)).join('；');
  const asOf = days.at(-1);
  return {
    source: sourceTitle(source),
    answer: held.length > 0 ? 'found' : failed.length > 0 ? 'failed' : 'nothing',
    ...(asOf ? { asOf } : {}),
    ...(summary ? { summary: shortened(summary) } : {}),
  };
}

function findingLines(state: CaseState): DataOf<'verification-report'>['findings'] {
  return findingsOf(state).map((finding) => {
    const said = state.verification.explanations.find((each) => each.finding === finding.key);
    return {
      member: finding.memberName || emptyLine,
      source: finding.source.slice(0, 60),
      item: finding.item,
      declared: finding.declared.slice(0, 120),
      found: finding.found.slice(0, 120),
      result: finding.kind === 'undeclared' ? ('undeclared' as const) : ('differs' as const),
      ...(said ? { explanation: said.explanation.slice(0, 300) } : {}),
    };
  });
}

function wordsOf({ memberId, item, amount, text }: Answer, state: CaseState): string {
  const name = state.household.declaration?.people.find((each) => each.memberId === memberId)?.name;
  const money = amount === null ? '' : `${formatYuan(amount)}元`;
  return [name ?? '', itemTitle(item), money, text].filter((each) => each).join(' ');
}

const MOST_SUMMARY = 300;

function shortened(text: string): string {
  return text.length <= MOST_SUMMARY ? text : `${text.slice(0, MOST_SUMMARY - 1)}…`;
}

function numberOf(state: CaseState, request: VerificationRequest): string {
  const place = state.verification.requests.indexOf(request) + 1;
  return `${state.intake.accepted?.number ?? emptyLine}-核对${place}`;
}

function townshipOrgan(township: string): string {
  return township.endsWith('街道') ? `${township}办事处` : `${township}人民政府`;
}

function countyCentre(county: string): string {
  return `${county}居民家庭经济状况核对中心`;
}
