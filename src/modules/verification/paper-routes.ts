import { getCase } from '../case/get-case.ts';
import type { Router } from '../../platform/http/route.ts';
import { caseGiven } from '../case/given.ts';
import { type CaseState } from '../case/index.ts';
import { type PaperCall, paperRoute } from '../issuance/paper-route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { type PaperGiven, reportPaper, requestPaper } from './paper-data.ts';
import { applicantOf, clocksOf } from './store.ts';
import type { VerificationRequest } from './verification.ts';

type Path = `/cases/:caseId/${string}`;
type Call = Pick<PaperCall<Path, unknown>, 'tx' | 'asker' | 'params' | 'context'>;

/** 核对提请单 and 核对报告 as PDF. */
export function registerPapers(router: Router, standards: Standards): void {
  paperRoute(router, contract.requestPaper, access.VerificationRequestPaper, async (call) => {
    const { state, area } = await caseOf(standards, call);
    const { requests } = state.verification;
    const request = requests.find((each) => each.id === call.params.requestId);
    if (!request) return null;
    const given = await paperGiven(standards, call, { state, area }, request);
    return { paper: 'verification-request', data: requestPaper(state, request, given), area };
  });
  paperRoute(router, contract.reportPaper, access.VerificationReportPaper, async (call) => {
    const { state, area } = await caseOf(standards, call);
    const report = state.verification.reports.find((each) => each.id === call.params.reportId);
    const request = state.verification.requests.find((each) => each.id === report?.requestId);
    if (!report || !request) return null;
    const given = await paperGiven(standards, call, { state, area }, request);
    return { paper: 'verification-report', data: reportPaper(state, report, given), area };
  });
}

type Found = { readonly state: CaseState; readonly area: string };

const caseOf = (standards: Standards, call: Call): Promise<Found> =>
  getCase(standards, call, (call.params as unknown as { caseId: string }).caseId);

async function paperGiven(
  standards: Standards,
  { tx, asker, context }: Call,
  { state, area }: Found,
  request: VerificationRequest,
): Promise<PaperGiven> {
  const act = { recordedAt: context.clock.now() } as never;
  const loaded = { id: '', version: 0, area, state };
  const { procedure, calendar } = caseGiven(standards, { asker, act }, loaded);
  const persons = [request.requestedBy, ...state.verification.reports.map((each) => each.issuedBy)];
  const names = await context.namesOf(tx, persons);
  return {
    demo: context.demo,
    applicant: applicantOf(state),
    village: standards.nameOf(area),
    township: standards.nameOf(area.slice(0, 9)),
    county: standards.nameOf(area.slice(0, 6)),
    nameOf: (person) => names.get(person) ?? '—',
    ...clocksOf(request, procedure, calendar),
  };
}
