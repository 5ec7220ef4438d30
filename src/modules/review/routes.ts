import type { ReadTx } from '../../platform/database/database.ts';
import type { Router } from '../../platform/http/route.ts';
import { findColleagues } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { benefitCommand } from './benefit-command.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { registerEnrolment } from './enrolment-routes.ts';
import { registerLists } from './list-routes.ts';
import { requireFiles } from './require-files.ts';
import { registerSheet } from './sheet-route.ts';

export function registerReview(router: Router, standards: Standards): void {
  registerEnrolment(router, standards);
  registerChecks(router, standards);
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

/** Who may look at a household of this place today: the township's own people, and the county's inspectors. */
async function checkersAt(
  tx: ReadTx,
  area: string,
  today: Parameters<typeof findColleagues>[3],
): Promise<string[]> {
  const township = await findColleagues(
    tx,
    area.slice(0, 9),
    ['case-officer', 'investigator', 'window-clerk', 'poster'],
    today,
  );
  const county = await findColleagues(
    tx,
    area.slice(0, 6),
    ['aid-officer', 'inspector', 'verifier'],
    today,
  );
  return [...township, ...county].map(({ person }) => person);
}
