import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { AskedItem } from './cooperation.ts';

/** What another place asks of this township. */
export type AssistanceAsked = {
  readonly from: string;
  /** The township of this installation that asks; '' for a place outside it. */
  readonly fromTownship: string;
  readonly families: string;
  readonly asked: readonly AskedItem[];
  readonly note: string;
  readonly receivedOn: LocalDate;
  /** The letter it came by; null where it came through here. */
  readonly letter: FileRef | null;
};

export type AssistanceDone = {
  readonly text: string;
  readonly assisted: boolean | null;
  readonly visitedOn: LocalDate | null;
  readonly visitors: string;
  readonly papers: readonly FileRef[];
};

export type AssistanceEvent =
  | {
      readonly type: 'AssistanceRegistered';
      readonly asked: AssistanceAsked;
      readonly dueOn: LocalDate;
    }
  | { readonly type: 'AssistanceAnswered'; readonly done: AssistanceDone }
  | { readonly type: 'AssistanceDeclined'; readonly reason: string };

export type AssistanceState = {
  readonly asked: AssistanceAsked | null;
  readonly dueOn: LocalDate | null;
  readonly answered: (AssistanceDone & { readonly on: LocalDate; readonly by: string }) | null;
  readonly declined: {
    readonly on: LocalDate;
    readonly by: string;
    readonly reason: string;
  } | null;
};

/** One request of another place, registered and answered here (DB-15b, DB-51). */
export const assistanceSlot: Slot<AssistanceState, AssistanceEvent> = {
  initial: { asked: null, dueOn: null, answered: null, declined: null },
  evolve: {
    AssistanceRegistered: (state, { asked, dueOn }) => ({ ...state, asked, dueOn }),
    AssistanceAnswered: (state, { done }, { actor, occurredOn }) => ({
      ...state,
      answered: { ...done, on: occurredOn, by: actor },
    }),
    AssistanceDeclined: (state, { reason }, { actor, occurredOn }) => ({
      ...state,
      declined: { on: occurredOn, by: actor, reason },
    }),
  },
  titles: {
    AssistanceRegistered: '登记外地的协助请求',
    AssistanceAnswered: '答复协助调查',
    AssistanceDeclined: '退回协助请求',
  },
};
