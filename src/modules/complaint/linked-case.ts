import type { LocalDate } from '../../kernel/local-date.ts';
import type { Asked } from '../../platform/http/own-stream.ts';
import { findStream } from '../../platform/record/record.ts';
import { caseKind } from '../case/store.ts';
import type { InPost } from '../identity/store.ts';
import type { Standards } from '../standards/store.ts';
import type { Accused, ComplaintState } from './complaint.ts';
import type { Limits } from './decide.ts';
import { visitDays } from './store.ts';

/** A county, or a township or village of it: where a complaint can be about. */
export function isPlaceOfCounty({ divisions }: Standards, place: string): boolean {
  return place.length >= 6 && divisions.some((each) => each.findPlace(place) !== undefined);
}

/** The officials meant, each once: whoever holds a county post answers as one of the county. */
export function accusedOf(
  officials: readonly InPost[],
  isMeant: (official: InPost) => boolean,
): readonly Accused[] {
  const meant = Map.groupBy(officials.filter(isMeant), ({ person }) => person);
  return [...meant].map(([person, posts]) => ({
    person,
    name: posts[0]?.name ?? '',
    isLeader: posts.some(({ role }) => role === 'county-leader'),
    isCounty: posts.some(({ area }) => area.length === 6),
  }));
}

export function limitsOf(standards: Standards, county: string, today: LocalDate): Limits {
  const { petitionAcceptDays, petitionFinishDays, complaintFinishDays } = standards.procedureOf(
    county,
    today,
  );
  return {
    accept: petitionAcceptDays.value,
    petition: petitionFinishDays.value,
    other: complaintFinishDays.value,
  };
}

/** The villages of the linked cases, relatives or not: for deciding, never for showing. */
export async function linkedCasesOf(
  standards: Standards,
  { tx }: Pick<Asked, 'tx'>,
  state: ComplaintState,
) {
  const kind = caseKind(standards);
  return Promise.all(
    state.cases.map(async ({ caseId }) => ({ caseId, found: await findStream(tx, kind, caseId) })),
  );
}

/** When the county last looked at each linked case on the spot: by a check, or before the confirmation. */
export async function visitsOf(
  standards: Standards,
  asked: Pick<Asked, 'tx'>,
  state: ComplaintState,
): Promise<ReadonlyMap<string, string>> {
  const checked = await visitDays(
    asked.tx,
    state.cases.map(({ caseId }) => caseId),
  );
  const cases = await linkedCasesOf(standards, asked, state);
  return new Map(
    cases.map(({ caseId, found }) => {
      const visits = found?.state.investigation.countyVisits.map(({ on }) => on as string) ?? [];
      return [caseId, [...visits, checked.get(caseId) ?? ''].toSorted().at(-1) ?? ''];
    }),
  );
}

/** The townships a complaint is about: of its place and of its cases. */
export async function townshipsOf(
  standards: Standards,
  asked: Pick<Asked, 'tx'>,
  state: ComplaintState,
): Promise<readonly string[]> {
  const cases = await linkedCasesOf(standards, asked, state);
  const places = [state.received?.place ?? '', ...cases.map(({ found }) => found?.area ?? '')];
  return [...new Set(places.filter(({ length }) => length >= 9).map((each) => each.slice(0, 9)))];
}
