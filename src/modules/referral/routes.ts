import { queryRoute, type Router } from '../../platform/http/route.ts';
import { caseCommand } from '../case/case-command.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { listReferrals } from './store.ts';

/** 转介: the slip, the family's consent, the answer of the other office, and the list of all (LS-20). */
export function registerReferral(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.prepareReferral,
    access: access.PrepareReferral,
    decide: decide.prepareReferral,
  });
  caseCommand(router, standards, {
    contract: contract.sendReferral,
    access: access.SendReferral,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, [body.consent], 'consent'),
    decide: decide.sendReferral,
  });
  caseCommand(router, standards, {
    contract: contract.recordReferralAnswer,
    access: access.RecordReferralAnswer,
    more: ({ tx, body, params }) =>
      requireCaseFiles(tx, params.caseId, body.scan ? [body.scan] : [], 'scan'),
    decide: decide.recordReferralAnswer,
  });
  caseCommand(router, standards, {
    contract: contract.dropReferral,
    access: access.DropReferral,
    decide: decide.dropReferral,
  });
  queryRoute(router, contract.referralList, access.ReferralList, async ({ tx, asker, search }) => {
    const { rows, ...counts } = await listReferrals(tx, asker.area, search.show);
    const referrals = rows.map(({ area, ...row }) => ({
      ...row,
      townshipName: standards.nameOf(area.slice(0, 9)),
      villageName: standards.nameOf(area),
    }));
    return { referrals, ...counts };
  });
}
