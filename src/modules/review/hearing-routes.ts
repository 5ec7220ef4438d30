import type { Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './adjustment-contract.ts';
import { benefitCommand } from './benefit-command.ts';
import { recordCareAssessment, reportCareChange } from './decide-care.ts';
import * as termination from './decide-termination.ts';
import * as hearing from './hearing.ts';
import { checkersAt } from './checkers-at.ts';
import { requireFiles } from './require-files.ts';

/** The family is heard, an intended end of 特困 support hangs, what a person can do is seen anew. */
export function registerHearings(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.giveHearingNotice,
    access: access.GiveHearingNotice,
    more: ({ tx, body }) => requireFiles(tx, [body.proof], 'proof'),
    decide: hearing.giveHearingNotice,
  });
  benefitCommand(router, standards, {
    contract: contract.requestHearing,
    access: access.RequestHearing,
    decide: hearing.requestHearing,
  });
  benefitCommand(router, standards, {
    contract: contract.recordAnswer,
    access: access.RecordAnswer,
    more: ({ tx, body }) => requireFiles(tx, body.proof ? [body.proof] : [], 'proof'),
    decide: hearing.recordAnswer,
  });
  registerTerminations(router, standards);
  registerCare(router, standards);
}

function registerTerminations(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.postTermination,
    access: access.PostTermination,
    more: ({ tx, body }) => requireFiles(tx, [body.photo], 'photo'),
    decide: termination.postTermination,
  });
  benefitCommand(router, standards, {
    contract: contract.takeDownTermination,
    access: access.TakeDownTermination,
    more: ({ tx, body }) => requireFiles(tx, [body.photo], 'photo'),
    decide: termination.takeDownTermination,
  });
  benefitCommand(router, standards, {
    contract: contract.objectToTermination,
    access: access.ObjectToTermination,
    decide: termination.objectToTermination,
  });
  benefitCommand(router, standards, {
    contract: contract.answerTerminationObjection,
    access: access.AnswerTerminationObjection,
    decide: termination.answerTerminationObjection,
  });
}

function registerCare(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.reportCareChange,
    access: access.ReportCareChange,
    decide: reportCareChange,
  });
  benefitCommand(router, standards, {
    contract: contract.recordCareAssessment,
    access: access.RecordCareAssessment,
    more: async ({ tx, body }, { area }, { today }) => {
      await requireFiles(tx, [body.file], 'file');
      return {
        region: standards.regionOf(area.slice(0, 9)),
        colleagues: await checkersAt(tx, area, today),
      };
    },
    decide: recordCareAssessment,
  });
}
