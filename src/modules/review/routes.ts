import type { Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { registerAdjustments } from './adjustment-routes.ts';
import { benefitCommand } from './benefit-command.ts';
import { checkersAt } from './checkers-at.ts';
import { registerChallenges } from './challenge-routes.ts';
import * as contract from './contract.ts';
import { registerCustody } from './custody-routes.ts';
import * as decide from './decide.ts';
import { registerEnrolment } from './enrolment-routes.ts';
import { registerHearings } from './hearing-routes.ts';
import { registerExtensions } from './extension-routes.ts';
import { registerLists } from './list-routes.ts';
import { registerMerges } from './merge-routes.ts';
import { registerReconfirmations } from './reconfirmation-routes.ts';
import { requireFiles } from './require-files.ts';
import { registerLetters } from './paper-routes.ts';
import { registerTransfers } from './transfer-routes.ts';
import { registerSheet } from './sheet-route.ts';

export function registerReview(router: Router, standards: Standards): void {
  registerEnrolment(router, standards);
  registerChecks(router, standards);
  registerExtensions(router, standards);
  registerAdjustments(router, standards);
  registerChallenges(router, standards);
  registerTransfers(router, standards);
  registerMerges(router, standards);
  registerCustody(router, standards);
  registerReconfirmations(router, standards);
  registerHearings(router, standards);
  registerLetters(router, standards);
  registerSheet(router, standards);
  registerLists(router, standards);
}

function registerChecks(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.startReview,
    access: access.StartReview,
    decide: decide.startReview,
  });
  benefitCommand(router, standards, {
    contract: contract.extendReview,
    access: access.ExtendReview,
    more: ({ tx, body }) => requireFiles(tx, [body.basis], 'basis'),
    decide: decide.extendReview,
  });
  benefitCommand(router, standards, {
    contract: contract.recordCheck,
    access: access.RecordCheck,
    more: async ({ tx, body }, { area }, { today }) => {
      await requireFiles(tx, body.files, 'files');
      return { colleagues: await checkersAt(tx, area, today) };
    },
    decide: decide.recordCheck,
  });
  benefitCommand(router, standards, {
    contract: contract.concludeReview,
    access: access.ConcludeReview,
    decide: decide.concludeReview,
  });
  benefitCommand(router, standards, {
    contract: contract.reportDeath,
    access: access.ReportDeath,
    decide: decide.reportDeath,
  });
}
