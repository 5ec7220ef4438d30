import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Somebody who was there, with the area of their post. */
export type Attendant = { readonly person: string; readonly area: string };

export type SessionPlan = {
  readonly courseId: string;
  readonly on: LocalDate;
  readonly place: string;
  readonly teacher: string;
};

export type SessionEvent =
  | { readonly type: 'SessionPlanned'; readonly plan: SessionPlan }
  | { readonly type: 'TrainingAttendanceRecorded'; readonly present: readonly Attendant[] };

/** A day of teaching for many at once; who was there is recorded once. */
export type SessionState = {
  readonly plan: SessionPlan | null;
  readonly present: readonly Attendant[] | null;
};

export const sessionSlot: Slot<SessionState, SessionEvent> = {
  initial: { plan: null, present: null },
  evolve: {
    SessionPlanned: (state, { plan }) => ({ ...state, plan }),
    TrainingAttendanceRecorded: (state, { present }) => ({ ...state, present }),
  },
  titles: { SessionPlanned: '安排面授', TrainingAttendanceRecorded: '登记面授到场人员' },
};
