import type { Router } from '../../platform/http/route.ts';
import { casePaper } from '../case/case-paper.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { calculationSheetOf, opinionPaperOf } from './paper-data.ts';

export function registerAssessmentPapers(router: Router, standards: Standards): void {
  casePaper(router, standards, {
    contract: contract.calculationSheetPaper,
    access: access.CalculationSheetPaper,
    paper: 'calculation-sheet',
    dataOf: (paper) => calculationSheetOf(paper, standards.regionOf(paper.area.slice(0, 9))),
  });
  casePaper(router, standards, {
    contract: contract.opinionPaper,
    access: access.OpinionPaper,
    paper: 'opinion',
    dataOf: opinionPaperOf,
  });
}
