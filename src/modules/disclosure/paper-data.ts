import type { DataOf } from '../../paper/index.ts';
import { relativeWords } from '../../rules/procedure.ts';
import { type CasePaper, paperHead, paperHousehold } from '../case/paper-head.ts';

/** 近亲属备案表: null where nothing was declared or found (DB-11). */
export function nearRelativeFilingOf(
  sheet: CasePaper<unknown>,
): DataOf<'near-relative-filing'> | null {
  const { state } = sheet;
  const { declared, hits, matchedOn, registered, cleared } = state.disclosure;
  if (!registered && !cleared) return null;
  const household = paperHousehold(sheet);
  const nameOf = (memberId: string) =>
    state.household.declaration?.people.find((each) => each.memberId === memberId)?.name;
  const visit = state.investigation.countyVisits.at(-1);
  return {
    head: paperHead(sheet),
    household,
    relatives: [
      ...(declared?.relatives ?? []).map(({ name, relation, position }) => ({
        member: household.applicant,
        ...{
          officer: name,
          relation: relativeWords(relation).slice(0, 40),
          position: position.slice(0, 80),
        },
        through: 'declared' as const,
      })),
      ...hits.map(({ memberId, officialName, relation, position }) => ({
        member: nameOf(memberId) ?? household.applicant,
        officer: officialName,
        ...{ relation: relativeWords(relation).slice(0, 40), position: position.slice(0, 80) },
        through: 'register' as const,
      })),
    ].slice(0, 40),
    ...(declared ? { declaredOn: declared.on } : {}),
    ...(matchedOn ? { matchedOn } : {}),
    ...(visit ? { visit: { on: visit.on, result: visit.result.slice(0, 400) } } : {}),
    ...(cleared ? { cleared: { on: cleared.on, reason: cleared.reason.slice(0, 400) } } : {}),
    handler: {},
    leader: {},
    county: {},
  };
}
