import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { isRecused } from '../case/index.ts';
import { caseCommand } from '../case/case-command.ts';
import { casePaper } from '../case/case-paper.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { archiveItems } from './item.ts';
import { archiveIndexOf } from './paper-data.ts';

export function registerArchive(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.archiveCase,
    access: access.ArchiveCase,
    decide: decide.archiveCase,
  });
  queryRoute(router, contract.archiveIndex, access.ArchiveIndex, async (call) => {
    const { tx, asker, params } = call;
    const loaded = await findStream(tx, caseKind(standards), params.caseId);
    if (!loaded || isRecused(loaded.state, asker.person)) throw absent();
    const { archived } = loaded.state.archive;
    const outcome = loaded.state.confirmation.decision?.outcome ?? 'grant';
    return {
      items: (archived?.items ?? archiveItems(loaded.state)).map((each) => ({ ...each })),
      missing: archived ? [] : [...decide.missingFromArchive(loaded.state)],
      archivedOn: archived?.on ?? null,
      keepUntilRule: archived?.keepUntilRule ?? decide.keepUntilRule(outcome),
    };
  });
  casePaper(router, standards, {
    contract: contract.archiveIndexPaper,
    access: access.ArchiveIndexPaper,
    paper: 'archive-index',
    dataOf: archiveIndexOf,
  });
}
