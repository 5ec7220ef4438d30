import { getCase } from '../case/get-case.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { caseCommand } from '../case/case-command.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { insertArchived } from './archive-store.ts';
import { registerArchivedFiles } from './archived-file-routes.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { registerDestructions } from './destruction-routes.ts';
import { registerFileUses } from './file-use-routes.ts';
import { archiveItems } from './item.ts';

export function registerArchive(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.archiveCase,
    access: access.ArchiveCase,
    decide: decide.archiveCase,
    then: async ({ tx }, { id, area, state }) => {
      const { archived } = state.archive;
      if (archived) {
        await insertArchived(tx, {
          caseId: id,
          area,
          on: archived.on,
          pieces: archived.items.length,
        });
      }
    },
  });
  queryRoute(router, contract.archiveIndex, access.ArchiveIndex, async (call) => {
    const loaded = await getCase(standards, call, call.params.caseId);
    const { archived } = loaded.state.archive;
    const outcome = loaded.state.confirmation.decision?.outcome ?? 'grant';
    return {
      items: (archived?.items ?? archiveItems(loaded.state)).map((each) => ({ ...each })),
      missing: archived ? [] : [...decide.missingFromArchive(loaded.state)],
      archivedOn: archived?.on ?? null,
      keepUntilRule: archived?.keepUntilRule ?? decide.keepUntilRule(outcome),
    };
  });
  registerArchivedFiles(router, standards);
  registerFileUses(router, standards);
  registerDestructions(router, standards);
}
