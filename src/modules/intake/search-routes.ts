import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { dayOf } from '../../kernel/clock.ts';
import { type ReadTx, read } from '../../platform/database/database.ts';
import { type Context, principalOf } from '../../platform/http/context.ts';
import { parsed, queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { isRecused } from '../case/index.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { localFactsIn } from './local-facts.ts';
import { intakePlaces, localActivities, searchApplicants } from './contract.ts';
import { findDuplicates, findPeople, type FoundPerson, type Sought } from './store.ts';

export function registerSearch(router: Router, standards: Standards): void {
  const kind = caseKind(standards);
  rawRoute(
    router,
    searchApplicants,
    access.SearchApplicants,
    async ({ request, asker, context }) => {
      const { text } = parsed(searchApplicants.body, request.body ?? {});
      const { sought, fault } = soughtBy(context, text);
      return read(context.database, principalOf(asker), async (tx) => {
        const found = await findPeople(tx, asker.area, sought);
        const people = [];
        for (const person of found) {
          // A relative of the family finds no case (JT-05).
          const loaded = await findStream(tx, kind, person.caseId);
          if (loaded && !isRecused(loaded.state, asker.person))
            people.push(shown(standards, person));
        }
        const elsewhere = sought.by === 'idNumber' ? await elsewhereOf(tx, sought.index) : [];
        const seen = new Set(found.map((each) => each.caseId));
        return {
          readAs: sought.by,
          fault,
          people,
          elsewhere: elsewhere
            .filter((each) => !seen.has(each.caseId))
            .map(({ township, scheme, status, number }) => ({
              townshipName: standards.nameOf(township),
              scheme,
              status,
              accepted: number !== '',
            })),
        };
      });
    },
  );
  queryRoute(router, localActivities, access.LocalActivities, async ({ asker, context }) =>
    localFactsIn(standards.regionOf(asker.area), dayOf(context.clock.now())),
  );
  queryRoute(router, intakePlaces, access.IntakePlaces, async ({ asker }) =>
    placesFor(standards, asker.area),
  );
}

/** What a clerk chooses from: the own villages first, then the neighbours. */
function placesFor(standards: Standards, area: string) {
  const below = (code: string, length: number): { code: string; name: string }[] =>
    standards.divisions
      .flatMap((each) => each.children(code))
      .flatMap(({ code: child, name }) =>
        child.length < length ? below(child, length) : [{ code: child, name }],
      );
  const townships = below(area.slice(0, 6), 9).filter((each) => !each.code.startsWith(area));
  const counties = below(area.slice(0, 4), 6).filter((each) => !area.startsWith(each.code));
  return { villages: below(area, 12), elsewhere: [...townships, ...counties] };
}

function elsewhereOf(tx: ReadTx, idIndex: string) {
  return findDuplicates(tx, [{ memberId: '', idIndex }], '');
}

/** An ID number, a phone or a name: told apart by what was typed. */
function soughtBy(context: Context, text: string): { sought: Sought; fault: string | null } {
  const typed = text.normalize('NFKC').replaceAll(/\s/g, '');
  if (/^\d{14,18}[\dxX]?$/.test(typed)) {
    const read = checkIdNumber(typed);
    const index = context.sealer.indexOf('idNumber', typed);
    return { sought: { by: 'idNumber', index }, fault: read.ok ? null : read.message };
  }
  if (/^\+?[\d-]{7,16}$/.test(typed) && !/^\d{6}-\d{4}-/.test(typed)) {
    return { sought: { by: 'phone', index: context.sealer.indexOf('phone', typed) }, fault: null };
  }
  return { sought: { by: 'name', text: text.trim() }, fault: null };
}

function shown(standards: Standards, { area, applicant, name, ...person }: FoundPerson) {
  return {
    ...person,
    name,
    applicant,
    isApplicant: name === applicant,
    villageName: standards.nameOf(area),
  };
}
