import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { Mapping } from './ledger-column.ts';

/** A ledger as it came in: its name, its fingerprint and its headings, nobody's data. */
export type ReceivedLedger = {
  readonly fileName: string;
  /** SM3 of the file. */
  readonly hash: string;
  readonly heading: readonly string[];
  /** The headings in any order: what a mapping is remembered by. */
  readonly layout: string;
  readonly rows: number;
};

/** How its columns and words are read. */
export type Layout = {
  readonly mapping: Mapping;
  /** The system the ledger comes from: whose code tables count. */
  readonly system: string;
  /** The day the ledger describes. */
  readonly asOf: LocalDate;
};

export type TakeoverEvent =
  | ({ readonly type: 'LedgerReceived' } & ReceivedLedger)
  | ({ readonly type: 'LayoutSettled' } & Layout)
  | {
      readonly type: 'DifferenceAnswered';
      readonly place: number;
      readonly counts: 'register' | 'ledger';
    }
  | {
      readonly type: 'RegistrationOrdered';
      readonly scans: readonly FileRef[];
      readonly households: number;
    }
  | { readonly type: 'TakeoverClosed'; readonly reason: string };

export type TakeoverState = {
  readonly ledger: ReceivedLedger | null;
  readonly layout: Layout | null;
  readonly orders: readonly {
    readonly scans: readonly FileRef[];
    readonly households: number;
    readonly by: string;
    readonly on: LocalDate;
  }[];
  readonly closed: string | null;
};

/** A ledger of the time before, from the file to the last household compared. */
export const takeoverSlot: Slot<TakeoverState, TakeoverEvent> = {
  initial: { ledger: null, layout: null, orders: [], closed: null },
  evolve: {
    LedgerReceived: (state, { type: _, ...ledger }) => ({ ...state, ledger }),
    LayoutSettled: (state, { type: _, ...layout }) => ({ ...state, layout }),
    DifferenceAnswered: (state) => state,
    RegistrationOrdered: (state, { scans, households }, { actor, occurredOn }) => ({
      ...state,
      orders: [...state.orders, { scans, households, by: actor, on: occurredOn }],
    }),
    TakeoverClosed: (state, { reason }) => ({ ...state, closed: reason }),
  },
  titles: {
    LedgerReceived: '收到台账文件',
    LayoutSettled: '确定列和代码，开始检查',
    DifferenceAnswered: '确认与名册不一致的以哪个为准',
    RegistrationOrdered: '登记检查通过的户',
    TakeoverClosed: '结束导入',
  },
};
