import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** 档案利用: read on the screen, lent on paper, or taken along as a proof packet. */
export const useWays = { consult: '查阅', loan: '借阅', packet: '证据包' } as const;
export type UseWay = keyof typeof useWays;

export type FileUse = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly way: UseWay;
  readonly reason: string;
  /** Who has it and of which office, where it is not whoever asked. */
  readonly recipient: string;
  /** A lent file is due back on this day; null otherwise. */
  readonly dueOn: LocalDate | null;
};

export type FileUseEvent =
  | { readonly type: 'FileUsed'; readonly use: FileUse }
  | { readonly type: 'FileReturned'; readonly condition: string }
  | {
      readonly type: 'PacketMade';
      /** SM3 of the packet's manifest: a packet shown later is this one or it is not. */
      readonly manifestHash: string;
      readonly files: number;
      readonly bytes: number;
    }
  | { readonly type: 'PacketFetched' };

export type FileUseState =
  | (FileUse & {
      readonly by: string;
      readonly on: LocalDate;
      readonly returned: { readonly on: LocalDate; readonly condition: string } | null;
      readonly manifestHash: string;
      readonly fetched: number;
    })
  | null;

/** One use of one file is a stream of its own: the family's case does not change by being looked at. */
export const fileUseSlot: Slot<FileUseState, FileUseEvent> = {
  initial: null,
  evolve: {
    FileUsed: (_, { use }, { actor, occurredOn }) => ({
      ...use,
      by: actor,
      on: occurredOn,
      returned: null,
      manifestHash: '',
      fetched: 0,
    }),
    FileReturned: (state, { condition }, { occurredOn }) =>
      state && { ...state, returned: { on: occurredOn, condition } },
    PacketMade: (state, { manifestHash }) => state && { ...state, manifestHash },
    PacketFetched: (state) => state && { ...state, fetched: state.fetched + 1 },
  },
  titles: {
    FileUsed: '利用档案',
    FileReturned: '归还档案',
    PacketMade: '制作证据包',
    PacketFetched: '下载证据包',
  },
};
