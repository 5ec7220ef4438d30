import { dayOf } from '../../kernel/clock.ts';
import type { QueryContract } from '../../kernel/contract.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { DataOf, PaperName } from '../../paper/index.ts';
import { printPaper } from '../../paper/print.ts';
import { read } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import {
  type Access,
  parsed,
  rawRoute,
  requireArea,
  type Router,
} from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
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
  rawRoute(router, contract, access, async ({ request, reply, asker, params, context }) => {
    const { caseId } = params as unknown as { caseId: string };
    const search = (contract.query ? parsed(contract.query, request.query) : undefined) as Search;
    const { loaded, names } = await read(context.database, principalOf(asker), async (tx) => {
      const found = await findStream(tx, caseKind(standards), caseId);
      if (!found || isRecused(found.state, asker.person)) throw absent();
      requireArea(context, asker, found.area);
      return { loaded: found, names: await context.namesOf(tx, actorsIn(found.state)) };
    });
    const now = context.clock.now();
    const township = standards.nameOf(loaded.area.slice(0, 9));
    const sheet: CasePaper<Search> = {
      caseId,
      area: loaded.area,
      state: loaded.state,
      given: caseGiven(standards, { asker, act: { recordedAt: now } }, loaded),
      search,
      townshipName: township,
      villageName: standards.nameOf(loaded.area),
      organ: officesOf(township, standards.nameOf(loaded.area.slice(0, 6))).township.name,
      demo: context.demo,
      personName: (person) => names.get(person) ?? '',
    };
    const data = await dataOf(sheet, context.sealer.open);
    if (!data) throw absent();
    const pdf = await printPaper(paper, data, { date: dayOf(now) });
    return reply
      .header('content-disposition', 'inline')
      .header('x-content-type-options', 'nosniff')
      .type('application/pdf')
      .send(Buffer.from(pdf));
  });
}

function actorsIn(state: CaseState): string[] {
  const { intake, assessment, household, publicity, archive } = state;
  const persons = [
    intake.accepted?.by,
    ...assessment.opinedBy,
    ...assessment.assessments.map((each) => each.by),
    ...household.corrections.map((each) => each.by),
    archive.archived?.by,
    ...publicity.objections.flatMap((each) => [each.by, each.handled?.by]),
  ];
  return [...new Set(persons.filter((each) => each !== undefined))];
}
