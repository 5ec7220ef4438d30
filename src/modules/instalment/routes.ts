import { dayOf } from '../../kernel/clock.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { caseCommand } from '../case/case-command.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { listInstalments } from './store.ts';

/** Temporary assistance paid in stages: the look before each, its release, an intended stop (LS-16). */
export function registerInstalment(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.lookAtInstalment,
    access: access.LookAtInstalment,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, body.files, 'files'),
    decide: decide.lookAtInstalment,
  });
  caseCommand(router, standards, {
    contract: contract.releaseInstalment,
    access: access.ReleaseInstalment,
    decide: decide.releaseInstalment,
  });
  registerStop(router, standards);
  queryRoute(router, contract.instalmentList, access.InstalmentList, async (call) => {
    const { tx, asker, context } = call;
    const { rows, ...counts } = await listInstalments(tx, asker.area, dayOf(context.clock.now()));
    const instalments = rows.map(({ area, ...row }) => ({
      ...row,
      townshipName: standards.nameOf(area.slice(0, 9)),
      villageName: standards.nameOf(area),
    }));
    return { instalments, ...counts };
  });
}

function registerStop(router: Router, standards: Standards): void {
  const lawOfToday = (area: string, today: decide.InstalmentGiven['today']) => ({
    procedureToday: standards.procedureOf(area.slice(0, 9), today, 'temporary'),
  });
  caseCommand(router, standards, {
    contract: contract.proposeInstalmentStop,
    access: access.ProposeInstalmentStop,
    more: async ({ tx, body, params }, { area }, { today }) => {
      await requireCaseFiles(tx, params.caseId, [body.proof], 'proof');
      return lawOfToday(area, today);
    },
    decide: decide.proposeInstalmentStop,
  });
  caseCommand(router, standards, {
    contract: contract.answerInstalmentStop,
    access: access.AnswerInstalmentStop,
    more: ({ tx, body, params }) =>
      requireCaseFiles(tx, params.caseId, body.proof ? [body.proof] : [], 'proof'),
    decide: decide.answerInstalmentStop,
  });
  caseCommand(router, standards, {
    contract: contract.decideInstalmentStop,
    access: access.DecideInstalmentStop,
    more: async (_, { area }, { today }) => lawOfToday(area, today),
    decide: decide.decideInstalmentStop,
  });
}
