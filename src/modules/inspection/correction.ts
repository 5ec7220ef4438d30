import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { Discrepancy, Grade } from './check.ts';

/** An order of the county to a township: what is wrong, what to do, until when (DL-14). It lies with the township. */
export type CorrectionEvent =
  | {
      readonly type: 'CorrectionOrdered';
      readonly checkId: string;
      readonly caseId: string;
      readonly ref: string;
      readonly grade: Grade;
      readonly discrepancies: readonly Discrepancy[];
      readonly what: string;
      readonly measure: string;
      readonly dueOn: LocalDate;
    }
  | {
      readonly type: 'CorrectionAnswered';
      readonly text: string;
      readonly evidence: readonly FileRef[];
    }
  | {
      readonly type: 'CorrectionRechecked';
      readonly accepted: boolean;
      readonly reason: string;
      /** Where it was not enough: the new day. */
      readonly dueOn: LocalDate | null;
    }
  | {
      readonly type: 'RecoveryProposed';
      readonly amount: Fen;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
    };

export type CorrectionState = {
  readonly order:
    | (Omit<Extract<CorrectionEvent, { type: 'CorrectionOrdered' }>, 'type'> & {
        readonly on: LocalDate;
        readonly by: string;
      })
    | null;
  /** The day that holds now. */
  readonly dueOn: LocalDate | null;
  readonly answers: readonly {
    readonly text: string;
    readonly evidence: readonly FileRef[];
    readonly on: LocalDate;
    readonly by: string;
  }[];
  readonly rechecks: readonly {
    readonly accepted: boolean;
    readonly reason: string;
    readonly on: LocalDate;
    readonly by: string;
  }[];
  readonly recovery: {
    readonly amount: Fen;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
    readonly on: LocalDate;
    readonly by: string;
  } | null;
};

export const correctionSlot: Slot<CorrectionState, CorrectionEvent> = {
  initial: { order: null, dueOn: null, answers: [], rechecks: [], recovery: null },
  evolve: {
    CorrectionOrdered: (state, { type: _, ...order }, { actor, occurredOn }) => ({
      ...state,
      order: { ...order, on: occurredOn, by: actor },
      dueOn: order.dueOn,
    }),
    CorrectionAnswered: (state, { text, evidence }, { actor, occurredOn }) => ({
      ...state,
      answers: [...state.answers, { text, evidence, on: occurredOn, by: actor }],
    }),
    CorrectionRechecked: (state, { accepted, reason, dueOn }, { actor, occurredOn }) => ({
      ...state,
      dueOn: dueOn ?? state.dueOn,
      rechecks: [...state.rechecks, { accepted, reason, on: occurredOn, by: actor }],
    }),
    RecoveryProposed: (state, { type: _, ...recovery }, { actor, occurredOn }) => ({
      ...state,
      recovery: { ...recovery, on: occurredOn, by: actor },
    }),
  },
  titles: {
    CorrectionOrdered: '下达整改通知',
    CorrectionAnswered: '报送整改情况',
    CorrectionRechecked: '复核整改情况',
    RecoveryProposed: '建议追回多发的资金',
  },
};

export const standingTitles = {
  open: '待整改',
  answered: '待县级复核',
  closed: '已销号',
} as const;

/** Whose turn it is. */
export function standingOf({ answers, rechecks }: CorrectionState): keyof typeof standingTitles {
  if (rechecks.at(-1)?.accepted) return 'closed';
  return answers.length > rechecks.length ? 'answered' : 'open';
}
