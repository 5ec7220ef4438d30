import type { LocalDate } from '../../kernel/local-date.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import type { CaseState } from '../case/index.ts';
import { opinionIsCurrent } from '../assessment/index.ts';
import { type NoticeKind, type NoticeLevel, openObjections } from './publicity.ts';
import { cameDownEarly, lastDayOf, type PublicityGiven } from './publicity-stands.ts';

export type NoticeTask = {
  readonly kind: NoticeKind;
  readonly level: NoticeLevel;
  /** What must be done with it today; 'void' hangs though its opinion fell; 'hanging' waits. */
  readonly act: 'post' | 'take-down-overdue' | 'take-down' | 'ends-today' | 'void' | 'hanging';
  readonly noticeId: string | null;
  readonly postedOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
};

/** Every notice of a case that must be posted, hangs, or must come down. An announcement may hang on (PB-09). */
export function noticeTasks(state: CaseState, given: PublicityGiven): readonly NoticeTask[] {
  const hanging = state.publicity.notices
    .filter((each) => each.takenDown === null)
    .map((each): NoticeTask => {
      const { kind, level, id, postedOn } = each;
      const endsOn = lastDayOf(each, given);
      const act =
        each.proposalHash === hashInForce(state, kind) ? actOn(kind, endsOn, given) : 'void';
      return { kind, level, act, noticeId: id, postedOn, endsOn };
    });
  return [...placesToPost(state, given), ...hanging];
}

// It comes down on the first working day after its last day; later than that is overdue (PB-09).
function actOn(kind: NoticeKind, endsOn: LocalDate, given: PublicityGiven): NoticeTask['act'] {
  if (kind === 'after' || given.today < endsOn) return 'hanging';
  if (given.today === endsOn) return 'ends-today';
  const { date } = addWorkingDays(given.calendar, endsOn, 1);
  return given.today <= date ? 'take-down' : 'take-down-overdue';
}

function placesToPost(state: CaseState, given: PublicityGiven): NoticeTask[] {
  const kind: NoticeKind = state.confirmation.decision ? 'after' : 'before';
  const hash = hashInForce(state, kind);
  if (hash === null || !mayPost(state, kind)) return [];
  const { opinion } = state.assessment;
  const places = [
    ...new Set([...(opinion?.places ?? []), ...given.procedure.publicityPlaces.value]),
  ];
  return places
    .filter((level) => {
      const here = state.publicity.notices.filter(
        (each) => each.kind === kind && each.level === level,
      );
      return here.every(
        (each) => each.proposalHash !== hash || (kind === 'before' && cameDownEarly(each, given)),
      );
    })
    .map((level) => ({ kind, level, act: 'post', noticeId: null, postedOn: null, endsOn: null }));
}

function mayPost(state: CaseState, kind: NoticeKind): boolean {
  if (kind === 'after') return state.confirmation.decision?.outcome === 'grant';
  const isCurrent = opinionIsCurrent(state.assessment, state.household.revision);
  return isCurrent && openObjections(state.publicity).length === 0;
}

/** Hash of what may hang now: the opinion's before the decision, the decision's after; null for nothing. */
export function hashInForce(state: CaseState, kind: NoticeKind): string | null {
  if (state.course.closed) return null;
  const { decision } = state.confirmation;
  return (kind === 'before' ? state.assessment.opinion?.hash : decision?.proposalHash) ?? null;
}
