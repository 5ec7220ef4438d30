import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** A list somebody wants to take out that holds more people than one person may take out alone (TH-09). */
export type AskedExport = {
  /** Its address with the filter: exactly this is made. */
  readonly path: string;
  readonly title: string;
  readonly filter: string;
  readonly purpose: string;
};

export type ExportEvent =
  | ({ readonly type: 'ExportAsked' } & AskedExport)
  | { readonly type: 'ExportApproved'; readonly validUntil: LocalDate }
  | { readonly type: 'ExportDeclined'; readonly reason: string }
  | { readonly type: 'ExportMade'; readonly rows: number };

export type ExportState = AskedExport & {
  readonly status: 'none' | 'asked' | 'approved' | 'declined' | 'made';
  readonly by: string;
  readonly askedOn: LocalDate | null;
  readonly answeredBy: string;
  readonly validUntil: LocalDate | null;
  readonly reason: string;
  readonly rows: number;
};

export const exportSlot: Slot<ExportState, ExportEvent> = {
  initial: {
    ...{ path: '', title: '', filter: '', purpose: '', status: 'none', by: '', askedOn: null },
    ...{ answeredBy: '', validUntil: null, reason: '', rows: 0 },
  },
  evolve: {
    ExportAsked: (state, { type: _, ...asked }, { actor, occurredOn }) => ({
      ...state,
      ...asked,
      ...{ status: 'asked', by: actor, askedOn: occurredOn },
    }),
    ExportApproved: (state, { validUntil }, { actor }) => ({
      ...state,
      ...{ status: 'approved', answeredBy: actor, validUntil },
    }),
    ExportDeclined: (state, { reason }, { actor }) => ({
      ...state,
      ...{ status: 'declined', answeredBy: actor, reason },
    }),
    ExportMade: (state, { rows }) => ({ ...state, status: 'made', rows }),
  },
  titles: {
    ExportAsked: '申请导出',
    ExportApproved: '批准导出',
    ExportDeclined: '不批准导出',
    ExportMade: '导出',
  },
};
