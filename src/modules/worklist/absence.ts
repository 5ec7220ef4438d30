import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

export type Absence = {
  readonly absenceId: string;
  readonly from: LocalDate;
  /** The last day away. */
  readonly to: LocalDate;
  readonly reason: string;
  /** Who gets the work meanwhile, where one of the same post was named; rights and votes never pass. */
  readonly substitute: string | null;
};

export type AbsenceEvent =
  | { readonly type: 'AbsenceRecorded'; readonly absence: Absence }
  | { readonly type: 'AbsenceEnded'; readonly absenceId: string };

export type RecordedAbsence = Absence & {
  /** The day somebody was back before it was over. */
  readonly backOn: LocalDate | null;
};

/** When one person was away from their posts at one place, in the order it was recorded. */
export type AbsenceState = readonly RecordedAbsence[];

export const absenceSlot: Slot<AbsenceState, AbsenceEvent> = {
  initial: [],
  evolve: {
    AbsenceRecorded: (state, { absence }) => [...state, { ...absence, backOn: null }],
    AbsenceEnded: (state, { absenceId }, { occurredOn }) =>
      state.map((each) => (each.absenceId === absenceId ? { ...each, backOn: occurredOn } : each)),
  },
  titles: { AbsenceRecorded: '登记离岗', AbsenceEnded: '提前返岗' },
};

/** The last day somebody really was away; null where they came back before it began. */
export function lastDayOf({ from, to, backOn }: RecordedAbsence): LocalDate | null {
  if (!backOn || backOn > to) return to;
  return backOn > from ? addDays(backOn, -1) : null;
}
