import type { LocalDate } from '../../kernel/local-date.ts';
import {
  type InstalmentState,
  latestLook,
  type Look,
  type PlannedInstalment,
} from './instalment.ts';

/** A stage as it stands: paid with the decision or released, stopped, or still to be paid. */
export type Instalment = PlannedInstalment & {
  readonly no: number;
  readonly status: 'paid' | 'stopped' | 'due';
  readonly paidOn: string;
  readonly look: Look | null;
};

/** The part of a case it is read off, masked or not. */
type Staged = {
  readonly confirmation: {
    readonly decision: {
      readonly plan: readonly PlannedInstalment[] | null;
      readonly on: LocalDate;
    } | null;
  };
  readonly instalment: InstalmentState;
};

/** Every stage of the plan the decision carries; none where the sum is paid at once. The first goes with the decision. */
export function instalmentsOf({ confirmation, instalment }: Staged): readonly Instalment[] {
  const { decision } = confirmation;
  return (decision?.plan ?? []).map((planned, index): Instalment => {
    const no = index + 1;
    const released = instalment.released.find((each) => each.no === no);
    const paidOn = no === 1 ? (decision?.on ?? '') : (released?.on ?? '');
    const isOver = instalment.stopped !== null;
    return {
      ...planned,
      no,
      status: paidOn !== '' ? 'paid' : isOver ? 'stopped' : 'due',
      paidOn,
      look: latestLook(instalment, no) ?? null,
    };
  });
}

/** The stage to be paid next; undefined when nothing is left. */
export function nextInstalment(state: Staged): Instalment | undefined {
  return instalmentsOf(state).find(({ status }) => status === 'due');
}
