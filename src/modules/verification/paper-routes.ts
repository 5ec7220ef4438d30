import { getCase } from '../case/get-case.ts';
import type { QueryContract } from '../../kernel/contract.ts';
import { printPaper } from '../../paper/print.ts';
import { absent } from '../../platform/http/problem.ts';
import { type QueryCall, queryRoute, type Router } from '../../platform/http/route.ts';
import { caseGiven } from '../case/given.ts';
import { type CaseState } from '../case/index.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { type PaperGiven, reportPaper, requestPaper } from './paper-data.ts';
import { applicantOf, clocksOf } from './store.ts';
import type { VerificationRequest } from './verification.ts';

type Path = `/cases/:caseId/${string}`;
type Call<P extends Path> = QueryCall<P, unknown>;

/** 核对提请单 and 核对报告 as PDF. */
export function registerPapers(router: Router, standards: Standards): void {
  paperRoute(router, contract.requestPaper, access.VerificationRequestPaper, async (call) => {
    const { state, area } = await caseOf(standards, call);
    const { requests } = state.verification;
    const request = requests.find((each) => each.id === call.params.requestId);
    if (!request) throw absent();
    const given = await paperGiven(standards, call, { state, area }, request);
    const data = requestPaper(state, request, given);
    return printPaper('verification-request', data, { date: data.head.date });
  });
  paperRoute(router, contract.reportPaper, access.VerificationReportPaper, async (call) => {
    const { state, area } = await caseOf(standards, call);
    const report = state.verification.reports.find((each) => each.id === call.params.reportId);
    const request = state.verification.requests.find((each) => each.id === report?.requestId);
    if (!report || !request) throw absent();
    const given = await paperGiven(standards, call, { state, area }, request);
    const data = reportPaper(state, report, given);
    return printPaper('verification-report', data, { date: data.head.date });
  });
}

function paperRoute<P extends Path>(
  router: Router,
  paper: QueryContract<unknown, unknown> & { readonly path: P },
  allowed: Parameters<typeof queryRoute>[2],
  print: (call: Call<P>) => Promise<Uint8Array>,
): void {
  queryRoute(router, paper, allowed, async (call) => {
    const bytes = await print(call);
    call.reply.type('application/pdf').header('content-disposition', 'inline');
    return Buffer.from(bytes);
  });
}

type Found = { readonly state: CaseState; readonly area: string };

const caseOf = (standards: Standards, call: Call<Path>): Promise<Found> =>
  getCase(standards, call, (call.params as { caseId: string }).caseId);

async function paperGiven(
  standards: Standards,
  { tx, asker, context }: Call<Path>,
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
