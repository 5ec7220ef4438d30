import type { Adjustment } from './adjustment.ts';
import type { Enrolment, Merge } from './benefit-event.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Reassessment } from './benefit-event.ts';

type Joining = {
  readonly enrolment: Enrolment | null;
  readonly reviewDue: LocalDate | null;
  readonly reassessment: (Reassessment & { readonly on: LocalDate; readonly by: string }) | null;
};

/** The household as the decision has it: both families' people and facts, whoever may not handle either. */
export function joinedHousehold<State extends Joining>(
  state: State,
  merge: Merge,
  { reasons, amount, proposedBy, proposedOn }: Adjustment,
): State {
  const { enrolment } = state;
  if (!enrolment) return state;
  const { id, facts, joined, recused, kin, reviewDue, result, differences, eligible } = merge;
  const self = facts.members.find(({ relation }) => relation === 'self')?.id;
  return {
    ...state,
    enrolment: {
      ...enrolment,
      ...{ facts, recused, kin, head: self ?? enrolment.head },
      people: [...enrolment.people, ...joined],
    },
    reviewDue,
    reassessment: {
      ...{ id, reason: reasons, differences, result, eligible, amount, unchanged: false },
      ...{ on: proposedOn, by: proposedBy },
    },
  };
}
