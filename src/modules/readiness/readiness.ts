import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { CheckedItem } from './indicator.ts';
import type { Score } from './score.ts';

/** A visit of the county to the township: who went, when, what was found, and what the whole score was then. */
export type ReadinessAssessment = {
  readonly on: LocalDate;
  /** Everybody who went, by name; the first to sign gives the command. */
  readonly assessors: readonly string[];
  readonly items: readonly CheckedItem[];
  readonly opinion: string;
  readonly by: string;
  /** Frozen as it stood then: history is not computed again by later definitions. */
  readonly score: Score;
};

export type ReadinessEvent = {
  readonly type: 'ReadinessAssessed';
  readonly assessment: Omit<ReadinessAssessment, 'by'>;
};

/** The assessments of one township, oldest first. */
export type ReadinessState = readonly ReadinessAssessment[];

export const readinessSlot: Slot<ReadinessState, ReadinessEvent> = {
  initial: [],
  evolve: {
    ReadinessAssessed: (state, { assessment }, { actor }) => [
      ...state,
      { ...assessment, by: actor },
    ],
  },
  titles: { ReadinessAssessed: '评估承接能力' },
};

/** With what readiness an instrument came into force; `override` is the leader's reason where it was below. */
export type CheckedReadiness = {
  readonly score: number;
  readonly threshold: number;
  readonly override: string | null;
};
