import { localDate } from '../../src/kernel/local-date.ts';
import type { CaseState } from '../../src/modules/case/index.ts';
import { caseKind } from '../../src/modules/case/store.ts';
import { posterRowOf } from '../../src/modules/publicity/poster-row.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { findStream } from '../../src/platform/record/record.ts';
import { findParameter } from '../../src/rules/region.ts';
import { violations } from '../model/invariants.ts';
import type { CaseInYear, CountyYear } from './county-year.ts';

/** What a poster may say (PB-04). */
const ON_A_POSTER = ['applicant', 'benefit', 'membersCount', 'scheme', 'village'];

/** Looks at a case after each step of it: every invariant of law.md §18.1 that is about one case. */
export async function keepsInvariants(year: CountyYear, one: CaseInYear): Promise<void> {
  const state = await stateOf(year, one.caseId);
  const { broken, examined, today } = year;
  const { key } = one.applied;
  for (const name of violations(state, knownOf(year, one, state))) {
    broken.push(`${today} ${key} ${name}`);
  }
  for (const [name, holds] of Object.entries(ofCase(state))) {
    if (!holds) broken.push(`${today} ${key} ${name}`);
  }
  for (const name of askedOf(state)) examined.set(name, (examined.get(name) ?? 0) + 1);
}

async function stateOf({ office }: CountyYear, caseId: string): Promise<CaseState> {
  const { database } = office.app.context;
  const kind = caseKind(office.app.standards);
  const found = await read(database, SYSTEM, (tx) => findStream(tx, kind, caseId));
  if (!found) throw new Error(`case ${caseId} is gone`);
  return found.state;
}

function knownOf({ office, calendar }: CountyYear, one: CaseInYear, state: CaseState) {
  const on = state.intake.accepted?.on ?? localDate('2026-03-02');
  const place = state.course.township ?? one.applied.township;
  const asked = { name: 'standard', title: '' } as Parameters<typeof findParameter>[1];
  const region = office.app.standards.regionOf(place);
  const looked = findParameter(region, asked, { on, knownOn: on }, 'rural');
  const line = looked.ok && typeof looked.found.value === 'number' ? looked.found.value : null;
  return {
    calendar,
    authority: [{ from: office.authorityFrom, to: Number.POSITIVE_INFINITY }],
    decidedAt: one.decidedAt,
    ...(line === null ? {} : { lines: { dibao: line, margin: line * 1.5 } }),
  };
}

/** What the model of the deciders leaves out, because it never leaves the case. */
function ofCase(state: CaseState): Readonly<Record<string, boolean>> {
  const { verification, intake, course } = state;
  const row = posterRowOf(state, 'before', '演示村民委员会', localDate('2026-12-31'));
  const isAuthorised = (memberId: string, on: string) =>
    intake.authorisations.some(
      (each) =>
        each.memberId === memberId &&
        each.signedOn <= on &&
        (each.revokedOn === null || each.revokedOn >= on),
    );
  return {
    'I-5 公示只有规定的内容':
      row === null || Object.keys(row).every((each) => ON_A_POSTER.includes(each)),
    'I-16 有授权才核对': verification.requests.every(({ members, requestedOn }) =>
      members.every((memberId) => isAuthorised(memberId, requestedOn)),
    ),
    'I-17 先行救助有登记': course.channel === 'ordinary',
  };
}

/** Which invariants had something to say about this case, for the count: what is never examined proves nothing. */
function askedOf({ confirmation, publicity, disclosure, verification }: CaseState): string[] {
  const { decision } = confirmation;
  const isGranted = decision?.outcome === 'grant';
  return [
    ...(publicity.notices.length > 0 ? ['I-4', 'I-5'] : []),
    ...(verification.requests.length > 0 ? ['I-16'] : []),
    ...(decision ? ['I-1', 'I-2', 'I-6', 'I-15', 'I-18', 'I-20'] : []),
    ...(decision && !isGranted ? ['I-7'] : []),
    ...(isGranted ? ['I-8', 'I-9'] : []),
    ...(decision && disclosure.registered ? ['I-3'] : []),
  ];
}
