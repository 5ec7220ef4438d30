import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { FlagKind } from './check.ts';

/** What derived from the record is never taken back; the county says why nothing more is to be looked into. */
export type FlagEvent = {
  readonly type: 'FlagCleared';
  readonly caseId: string;
  readonly kind: FlagKind;
  readonly reason: string;
};

export type FlagState = {
  readonly cleared: {
    readonly caseId: string;
    readonly kind: FlagKind;
    readonly reason: string;
    readonly on: LocalDate;
    readonly by: string;
  } | null;
};

export const flagSlot: Slot<FlagState, FlagEvent> = {
  initial: { cleared: null },
  evolve: {
    FlagCleared: (_, { caseId, kind, reason }, { actor, occurredOn }) => ({
      cleared: { caseId, kind, reason, on: occurredOn, by: actor },
    }),
  },
  titles: { FlagCleared: '销号' },
};

export type MonthEvent = { readonly type: 'MonthClosed'; readonly month: Month };
export type MonthState = {
  readonly closed: { readonly on: LocalDate; readonly by: string } | null;
};

/** The county's month of supervision. */
export const monthSlot: Slot<MonthState, MonthEvent> = {
  initial: { closed: null },
  evolve: {
    MonthClosed: (_, _event, { actor, occurredOn }) => ({
      closed: { on: occurredOn, by: actor },
    }),
  },
  titles: { MonthClosed: '监督月结' },
};
