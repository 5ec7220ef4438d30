import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

export type WorkEvent = {
  readonly type: 'WorkAssigned';
  readonly person: string;
  /** Why this person, in words. */
  readonly because: string;
};

/** Who works on one piece of work; null before anybody does. */
export type WorkState = {
  readonly person: string;
  readonly because: string;
  readonly on: LocalDate;
} | null;

export const workSlot: Slot<WorkState, WorkEvent> = {
  initial: null,
  evolve: {
    WorkAssigned: (_, { person, because }, { occurredOn }) => ({ person, because, on: occurredOn }),
  },
  titles: { WorkAssigned: '分办' },
};
