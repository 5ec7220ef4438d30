import type { QueryContract } from '../../kernel/contract.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { DataOf, PaperName } from '../../paper/index.ts';
import { absent } from '../../platform/http/problem.ts';
import { type Access, requireArea, type Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { paperRoute, type Sheet } from '../issuance/paper-route.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import type { CaseState } from './case.ts';
import { isRecused } from './duty.ts';
import { caseGiven } from './given.ts';
import type { CasePaper } from './paper-head.ts';
import { caseKind } from './store.ts';

/** Opens a sealed text for a paper that may show it. */
export type Open = (context: string, sealed: Sealed) => string;

/** Registers a paper of a case: GET answers the PDF, or "not found" while there is nothing to print. */
export function casePaper<
  Path extends `/cases/:caseId/papers/${string}`,
  Search,
  Name extends PaperName,
>(
  router: Router,
  standards: Standards,
  definition: {
    readonly contract: QueryContract<unknown, Search> & { readonly path: Path };
    readonly access: Access;
    readonly paper: Name;
    /** A promise where pictures must be read first. */
    readonly dataOf: (
      paper: CasePaper<Search>,
      open: Open,
    ) => DataOf<Name> | null | Promise<DataOf<Name> | null>;
  },
): void {
  const { contract, access, paper, dataOf } = definition;
  paperRoute<Path, Search>(router, contract, access, async (call) => {
    const { tx, asker, search, context } = call;
    const { caseId } = call.params as unknown as { caseId: string };
    const loaded = await findStream(tx, caseKind(standards), caseId);
    if (!loaded || isRecused(loaded.state, asker.person)) throw absent();
    requireArea(context, asker, loaded.area);
    const names = await context.namesOf(tx, actorsIn(loaded.state));
    const township = standards.nameOf(loaded.area.slice(0, 9));
    const sheet: CasePaper<Search> = {
      caseId,
      area: loaded.area,
      state: loaded.state,
      given: caseGiven(standards, { asker, act: { recordedAt: context.clock.now() } }, loaded),
      search,
      townshipName: township,
      villageName: standards.nameOf(loaded.area),
      organ: officesOf(township, standards.nameOf(loaded.area.slice(0, 6))).township.name,
      demo: context.demo,
      personName: (person) => names.get(person) ?? '',
    };
    const data = await dataOf(sheet, context.sealer.open);
    return data && ({ paper, data, area: loaded.area } as Sheet);
  });
}

function actorsIn(state: CaseState): string[] {
  const { course, intake, assessment, household, publicity, archive, handover } = state;
  const { extension, extensionAsked } = course;
  const persons = [
    ...[extensionAsked?.by, extension?.requestedBy, extension?.approvedBy],
    intake.accepted?.by,
    ...assessment.opinedBy,
    ...assessment.assessments.map((each) => each.by),
    ...household.corrections.map((each) => each.by),
    archive.archived?.by,
    ...publicity.objections.flatMap((each) => [each.by, each.handled?.by]),
    ...handover.handovers.flatMap((each) => [each.by, each.answeredBy]),
  ];
  return [...new Set(persons.filter((each): each is string => each !== undefined && each !== ''))];
}
