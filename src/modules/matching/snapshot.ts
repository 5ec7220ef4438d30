import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Data of another department as it came: by whom, for what, until when. */
export type ReceivedSnapshot = {
  readonly source: string;
  readonly title: string;
  readonly supplier: string;
  readonly purpose: string;
  readonly fileName: string;
  /** SM3 of the file. */
  readonly hash: string;
  readonly asOf: LocalDate;
  readonly keepUntil: LocalDate;
};

export type SnapshotEvent =
  | ({ readonly type: 'SnapshotReceived' } & ReceivedSnapshot)
  | { readonly type: 'SnapshotDestructionAsked'; readonly reason: string }
  | { readonly type: 'SnapshotDestroyed'; readonly rows: number };

export type SnapshotState = {
  readonly received: ReceivedSnapshot | null;
  readonly asked: { readonly reason: string; readonly by: string; readonly on: LocalDate } | null;
  readonly destroyed: { readonly by: string; readonly on: LocalDate } | null;
};

/** One load of a source, from the file to its destruction. */
export const snapshotSlot: Slot<SnapshotState, SnapshotEvent> = {
  initial: { received: null, asked: null, destroyed: null },
  evolve: {
    SnapshotReceived: (state, { type: _, ...received }) => ({ ...state, received }),
    SnapshotDestructionAsked: (state, { reason }, { actor, occurredOn }) => ({
      ...state,
      asked: { reason, by: actor, on: occurredOn },
    }),
    SnapshotDestroyed: (state, _, { actor, occurredOn }) => ({
      ...state,
      destroyed: { by: actor, on: occurredOn },
    }),
  },
  titles: {
    SnapshotReceived: '收到来源数据',
    SnapshotDestructionAsked: '提请销毁来源数据',
    SnapshotDestroyed: '批准销毁来源数据',
  },
};
