import { getCase } from '../case/get-case.ts';
import { dayOf } from '../../kernel/clock.ts';
import { read, type ReadTx } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { parsed, queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { checkIdNumber } from '../../kernel/chinese-id.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import { isMasked } from '../household/index.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { adviceOf } from './advice.ts';
import { missingForAcceptance } from './completeness.ts';
import * as contract from './contract.ts';
import type { IntakeAdvice } from './contract.ts';
import { findDuplicates, indexed } from './store.ts';

export function registerAdvice(router: Router, standards: Standards): void {
  queryRoute(router, contract.intakeAdvice, access.IntakeAdvice, async (call) => {
    const { tx, params, context } = call;
    const loaded = await getCase(standards, call, params.caseId);
    const { household, intake, course } = loaded.state;
    const on = intake.accepted?.on ?? dayOf(context.clock.now());
    const { declaration, facts } = household;
    if (!declaration || !facts) return nothingDeclared;
    const township = loaded.area.slice(0, 9);
    const { verificationSources } = standards.procedureOf(
      township,
      intake.accepted?.on ?? course.openedOn,
    );
    const sources = verificationSources.value;
    return adviceOf({
      facts,
      names: new Map(declaration.people.map((each) => [each.memberId, each.name])),
      checklist: intake.checklist,
      // Help comes first: nothing is asked for before it is accepted (LS-04, LS-08).
      missing:
        course.channel === 'ordinary'
          ? missingForAcceptance(household, intake.checklist, sources, on)
          : [],
      duplicates: await duplicatesOf(tx, standards, indexed(declaration.people), loaded.id),
      sources,
      region: standards.regionOf(township),
      scheme: course.scheme,
      on,
    });
  });
  registerDraft(router, standards);
}

function registerDraft(router: Router, standards: Standards): void {
  rawRoute(
    router,
    contract.draftAdvice,
    access.DraftAdvice,
    async ({ request, asker, context }) => {
      const { facts, people, caseId, scheme } = parsed(
        contract.draftAdvice.body,
        request.body ?? {},
      );
      const on = dayOf(context.clock.now());
      const township = townshipFor(facts, asker.area);
      const sources = standards.procedureOf(township, on).verificationSources.value;
      const typed = people.map(({ memberId, idNumber }) => ({
        memberId,
        idIndex: isWhole(idNumber) ? context.sealer.indexOf('idNumber', idNumber) : '',
      }));
      const duplicates = await read(context.database, principalOf(asker), (tx) =>
        duplicatesOf(tx, standards, typed, caseId ?? ''),
      );
      return adviceOf({
        facts,
        names: new Map(people.map((each) => [each.memberId, each.name])),
        checklist: [],
        missing: [],
        duplicates,
        sources,
        region: standards.regionOf(township),
        scheme,
        on,
      });
    },
  );
}

const nothingDeclared: IntakeAdvice = {
  members: [],
  missingFacts: [],
  documents: [],
  lookedUpByOffice: [],
  duplicates: [],
  missing: [],
  outlook: '请先登记家庭成员和经济状况。',
};

async function duplicatesOf(
  tx: ReadTx,
  standards: Standards,
  people: readonly { memberId: string; idIndex: string }[],
  caseId: string,
): Promise<IntakeAdvice['duplicates']> {
  const found = await findDuplicates(tx, people, caseId);
  return found.map(({ memberId, township, scheme, status, number }) => ({
    memberId,
    townshipName: standards.nameOf(township),
    scheme,
    status,
    accepted: number !== '',
  }));
}

// Standards are the family's own township's while it is in the clerk's area, else those of the clerk's.
function townshipFor({ place }: HouseholdFacts, area: string): string {
  return (place.startsWith(area) ? place : area).slice(0, 9);
}

function isWhole(idNumber: string | null | undefined): idNumber is string {
  return typeof idNumber === 'string' && !isMasked(idNumber) && checkIdNumber(idNumber).ok;
}
