import { dayOf } from '../../kernel/clock.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { CommandCall } from '../../platform/http/route.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { assessScheme } from '../../rules/assess.ts';
import type { CaseGiven, CaseState } from '../case/index.ts';
import { caseCommand } from '../case/case-command.ts';
import { countyRoles, type Role, townshipRoles } from '../identity/index.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { recordCountyVisit } from './county-visit.ts';
import * as decide from './decide.ts';
import { registerFiles } from './file-routes.ts';
import { neighbourContext, remoteGrounds, remoteWays } from './investigation.ts';
import { approveRemoteVisit, makeGoodVisit } from './make-good.ts';
import { registerPapers } from './paper-routes.ts';
import { assessSelfCare } from './self-care.ts';
import { findColleagues, knownFiles, listOwedVisits, requireCaseFiles } from './store.ts';
import { visitsOf } from './visit-list.ts';
import type { VisitGiven } from './visitor.ts';

const investigatorRoles: readonly Role[] = ['investigator', 'case-officer'];

export function registerInvestigation(router: Router, standards: Standards): void {
  registerFiles(router, standards);
  registerCourse(router, standards);
  registerVisits(router, standards);
  registerCare(router, standards);
  registerLetters(router, standards);
  registerLists(router, standards);
  registerPapers(router, standards);
}

function registerCourse(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.startInvestigation,
    access: access.StartInvestigation,
    decide: decide.startInvestigation,
  });
  caseCommand(router, standards, {
    contract: contract.concludeInvestigation,
    access: access.ConcludeInvestigation,
    decide: decide.concludeInvestigation,
  });
  caseCommand(router, standards, {
    contract: contract.reopenInvestigation,
    access: access.ReopenInvestigation,
    decide: decide.reopenInvestigation,
  });
}

function registerVisits(router: Router, standards: Standards): void {
  const township = ({ area }: Loaded<CaseState>) => area.slice(0, 9);
  caseCommand(router, standards, {
    contract: contract.recordHomeVisit,
    access: access.RecordHomeVisit,
    decide: decide.recordHomeVisit,
    more: async (call, loaded, given) => {
      const { photos, signatures, remote } = call.body;
      const shown = [...photos, ...(remote?.evidence ?? [])];
      const files = [...shown, ...signatures.map(({ image }) => image)];
      const counted = countedOf(standards, loaded, given);
      return { ...(await visitGiven(call, given, files, township(loaded))), counted };
    },
  });
  caseCommand(router, standards, {
    contract: contract.recordNeighbourInterview,
    access: access.RecordNeighbourInterview,
    decide: decide.recordNeighbourInterview,
    more: async (call, loaded, given) => {
      const { id, neighbour, neighbourSignature, signatures } = call.body;
      const files = [...signatures.map(({ image }) => image), neighbourSignature ?? []].flat();
      return {
        ...(await visitGiven(call, given, files, township(loaded))),
        neighbour: call.context.sealer.seal('text', neighbourContext(id), neighbour),
      };
    },
  });
  caseCommand(router, standards, {
    contract: contract.approveRemoteVisit,
    access: access.ApproveRemoteVisit,
    decide: approveRemoteVisit,
  });
  caseCommand(router, standards, {
    contract: contract.makeGoodVisit,
    access: access.MakeGoodVisit,
    decide: makeGoodVisit,
    more: async (call, loaded, given) => {
      const files = [...call.body.photos, ...call.body.signatures.map(({ image }) => image)];
      const counted = countedOf(standards, loaded, given);
      return { ...(await visitGiven(call, given, files, township(loaded))), counted };
    },
  });
  caseCommand(router, standards, {
    contract: contract.recordCountyVisit,
    access: access.RecordCountyVisit,
    decide: recordCountyVisit,
    more: (call, loaded, given) =>
      visitGiven(call, given, call.body.evidence, loaded.area.slice(0, 6)),
  });
}

function registerCare(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.assessSelfCare,
    access: access.AssessSelfCare,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, [body.record], 'record'),
    decide: assessSelfCare,
  });
}

function registerLetters(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.sendLetter,
    access: access.SendLetter,
    decide: decide.sendLetter,
  });
  caseCommand(router, standards, {
    contract: contract.recordLetterAnswer,
    access: access.RecordLetterAnswer,
    decide: decide.recordLetterAnswer,
    more: async (call, loaded, given) => {
      const files = call.body.scan ? [call.body.scan] : [];
      const { letterId } = call.params;
      return { ...(await visitGiven(call, given, files, loaded.area.slice(0, 9))), letterId };
    },
  });
}

function registerLists(router: Router, standards: Standards): void {
  queryRoute(
    router,
    contract.colleagues,
    access.Colleagues,
    async ({ tx, asker, search, context }) => {
      const place = asker.area.slice(0, 9);
      const own: readonly string[] = place.length > 6 ? townshipRoles : countyRoles;
      const roles = search.role?.split(',').filter((role) => own.includes(role)) ?? own;
      const today = dayOf(context.clock.now());
      return { colleagues: [...(await findColleagues(tx, place, roles, today))] };
    },
  );
  queryRoute(router, contract.owedVisitList, access.OwedVisitList, async (call) => {
    const { tx, asker, context } = call;
    const today = dayOf(context.clock.now());
    const rows = await listOwedVisits(tx, asker.area);
    const visits = rows.map(({ area, way, ground, ...row }) => ({
      ...row,
      villageName: standards.nameOf(area),
      way: remoteWays[way],
      ground: remoteGrounds[ground],
      isOverdue: row.makeGoodBy < today,
    }));
    return { visits, overdue: visits.filter(({ isOverdue }) => isOverdue).length };
  });
  queryRoute(router, contract.visitList, access.VisitList, ({ tx, asker }) =>
    visitsOf(tx, standards, asker),
  );
}

/** Who may take part at this place and what the server knows of the files. */
async function visitGiven(
  { tx, params, context }: CommandCall<`${string}:caseId${string}`, unknown>,
  given: CaseGiven,
  files: readonly FileRef[],
  place: string,
): Promise<VisitGiven> {
  const roles = place.length > 6 ? investigatorRoles : countyRoles;
  const { caseId } = params as { caseId: string };
  return {
    ...given,
    staff: await findColleagues(tx, place, roles, dayOf(context.clock.now())),
    files: await knownFiles(
      tx,
      caseId,
      files.map(({ hash }) => hash),
    ),
    counted: new Map(),
  };
}

/** Who the rules count as living together, by what is known today; empty while the place or the facts lack much. */
function countedOf(
  standards: Standards,
  { area, state }: Loaded<CaseState>,
  { today }: CaseGiven,
): VisitGiven['counted'] {
  const { facts } = state.household;
  if (!facts) return new Map();
  const result = assessScheme('dibao', facts, standards.regionOf(area.slice(0, 6)), { on: today });
  return new Map(
    result.ok ? result.assessment.members.map(({ id, counted }) => [id, counted]) : [],
  );
}
