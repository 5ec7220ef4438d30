import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** A file on a list for destruction. No name: the list outlives the file. */
export type DestructionItem = {
  readonly caseId: string;
  readonly number: string;
  readonly townshipName: string;
  readonly scheme: string;
  readonly archivedOn: LocalDate;
  /** The time it had to be kept: from when, to when. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly pieces: number;
};

/** A stream whose contents were destroyed: how many events it had and the hash of its last one. */
export type DestroyedStream = {
  readonly stream: string;
  readonly events: number;
  readonly hash: string;
};

export type DestructionEvent =
  | {
      readonly type: 'DestructionProposed';
      readonly number: string;
      /** What the appraisal of the expired files found (档案法实施条例 a.24). */
      readonly appraisal: string;
      readonly items: readonly DestructionItem[];
    }
  | { readonly type: 'FileKept'; readonly caseId: string; readonly reason: string }
  | { readonly type: 'DestructionApproved'; readonly opinion: string }
  | { readonly type: 'DestructionDeclined'; readonly reason: string }
  | {
      readonly type: 'ContentsDestroyed';
      /** Who watched it. */
      readonly witness: string;
      readonly streams: readonly DestroyedStream[];
    };

export const destructionStatuses = {
  proposed: '待批准',
  approved: '已批准，待销毁',
  declined: '不批准',
  destroyed: '已销毁',
} as const;
export type DestructionStatus = keyof typeof destructionStatuses;

type Mark = { readonly by: string; readonly on: LocalDate };

export type DestructionState = {
  readonly status: DestructionStatus;
  readonly number: string;
  readonly appraisal: string;
  readonly items: readonly DestructionItem[];
  readonly kept: readonly (Mark & { readonly caseId: string; readonly reason: string })[];
  readonly proposed: Mark;
  readonly answered: (Mark & { readonly words: string }) | null;
  readonly destroyed: (Mark & { readonly witness: string; readonly events: number }) | null;
} | null;

/** A list for destruction, from the appraisal to the act. It belongs to the county and is kept for good. */
export const destructionSlot: Slot<DestructionState, DestructionEvent> = {
  initial: null,
  evolve: {
    DestructionProposed: (_, { number, appraisal, items }, { actor, occurredOn }) => ({
      status: 'proposed',
      number,
      appraisal,
      items,
      kept: [],
      proposed: { by: actor, on: occurredOn },
      answered: null,
      destroyed: null,
    }),
    FileKept: (state, { caseId, reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        items: state.items.filter((each) => each.caseId !== caseId),
        kept: [...state.kept, { caseId, reason, by: actor, on: occurredOn }],
      },
    DestructionApproved: (state, { opinion }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'approved',
        answered: { words: opinion, by: actor, on: occurredOn },
      },
    DestructionDeclined: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'declined',
        answered: { words: reason, by: actor, on: occurredOn },
      },
    ContentsDestroyed: (state, { witness, streams }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'destroyed',
        destroyed: {
          witness,
          events: streams.reduce((sum, { events }) => sum + events, 0),
          by: actor,
          on: occurredOn,
        },
      },
  },
  titles: {
    DestructionProposed: '提出销毁清册',
    FileKept: '继续保管',
    DestructionApproved: '批准销毁',
    DestructionDeclined: '不批准销毁',
    ContentsDestroyed: '销毁',
  },
};
