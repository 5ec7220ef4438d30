import type { Router } from '../../platform/http/route.ts';
import { caseCommand } from '../case/case-command.ts';
import { casePaper } from '../case/case-paper.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { coordinationPaperOf } from './paper-data.ts';

/** 一事一议: the township asks, the county's mechanism decides, the record is printed (LS-15, JT-11). */
export function registerCoordination(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.askCoordination,
    access: access.AskCoordination,
    decide: decide.askCoordination,
  });
  caseCommand(router, standards, {
    contract: contract.recordCoordination,
    access: access.RecordCoordination,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, [body.minutes], 'minutes'),
    decide: decide.recordCoordination,
  });
  casePaper(router, standards, {
    contract: contract.coordinationPaper,
    access: access.CoordinationPaper,
    paper: 'coordination-record',
    dataOf: (paper) => coordinationPaperOf(paper, standards.nameOf(paper.area.slice(0, 6))),
  });
}
