import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { ageOn } from '../../kernel/local-date.ts';
import { villageName } from '../../kernel/village-name.ts';
import type { DataOf } from '../../paper/index.ts';
import { GIVES } from '../../rules/scheme.ts';
import type { CaseState } from '../case/index.ts';
import type { NoticeKind, NoticeLevel } from './publicity.ts';

export type PosterRow = DataOf<'notice-poster'>['rows'][number];

/**
 * What a board shows of a case, built from named fields only (PB-04, PB-05): the applicant's name, the village,
 * the scheme, how many members, the amount. A minor, or somebody whose age nobody knows, is counted and not named
 * (PB-07). Null while there is no opinion, or no decision, to show.
 */
export function posterRowOf(
  state: CaseState,
  kind: NoticeKind,
  villageCommittee: string,
  today: LocalDate,
): PosterRow | null {
  const shown = kind === 'before' ? state.assessment.opinion : state.confirmation.decision;
  if (!shown) return null;
  return {
    applicant: applicantOf(state, today),
    village: villageName(villageCommittee),
    scheme: state.course.scheme,
    membersCount: Math.max(1, shown.members),
    benefit: shown.outcome === 'grant' ? given(state, shown.monthlyAmount) : { kind: 'refused' },
  };
}

function given({ course }: CaseState, amount: Fen): PosterRow['benefit'] {
  const kind = GIVES[course.scheme];
  return kind === 'recognition' ? { kind: 'recognised' } : { kind, amount };
}

function applicantOf({ household }: CaseState, today: LocalDate): PosterRow['applicant'] {
  const self = household.facts?.members.find((each) => each.relation === 'self');
  const person = household.declaration?.people.find((each) => each.memberId === self?.id);
  // Remarks and digits do not belong to a name; a board takes letters and the dots between them.
  const name = (person?.name.match(/^[\p{L}\p{M}·•.\s]+/u)?.[0] ?? '').trim();
  const birth = self?.birth ?? null;
  const isAdult = birth !== null && ageOn(birth, today) >= 18;
  return isAdult && name !== '' ? { kind: 'named', name } : { kind: 'minor' };
}

/** Where it hangs, in words. */
export function boardName(level: NoticeLevel, townshipName: string, village: string): string {
  return level === 'township'
    ? `${townshipName}政务公开栏`
    : `${villageName(village)}村（居）务公开栏`;
}

export type PosterGiven = {
  readonly rows: readonly PosterRow[];
  readonly level: NoticeLevel;
  readonly size: 'a4' | 'a3';
  readonly organ: string;
  readonly townshipName: string;
  readonly villageName: string;
  readonly demo: boolean;
  readonly from: LocalDate;
};

// Until a township's own number is entered the national hotline stands for it (OT-02).
const HOTLINE = '12349';

/** What both posters carry around their rows. */
export function posterFrame(given: PosterGiven, title: '公示' | '公布') {
  const { from, organ, demo, size, level, townshipName } = given;
  const day = `${from.slice(5, 7)}${from.slice(8, 10)}`;
  return {
    head: { number: `救助${title}〔${from.slice(0, 4)}〕第${day}号`, organ, date: from, demo },
    size,
    rows: [...given.rows],
    places: [boardName(level, townshipName, given.villageName)],
    office: { place: `${townshipName}便民服务中心社会救助窗口`, phone: HOTLINE },
    hotline: HOTLINE,
  };
}
