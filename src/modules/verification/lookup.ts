import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot, type Slot } from '../../kernel/slot.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';

/** A look-up that was turned away: who was asked about, from which source, and why not (I-16, SL-70(6)). */
export type LookupEvent = {
  readonly type: 'LookupRefused';
  readonly caseId: string;
  readonly caseNumber: string;
  readonly requestId: string;
  /** '' when the request itself was refused. */
  readonly source: string;
  readonly members: readonly string[];
  readonly refusal: string;
};

export type LookupState = {
  readonly refused: readonly {
    readonly on: LocalDate;
    readonly by: string;
    readonly source: string;
    readonly members: readonly string[];
    readonly refusal: string;
  }[];
};

const slot: Slot<LookupState, LookupEvent> = {
  initial: { refused: [] },
  evolve: {
    LookupRefused: (state, { source, members, refusal }, { actor, occurredOn }) => ({
      refused: [...state.refused, { on: occurredOn, by: actor, source, members, refusal }],
    }),
  },
  titles: { LookupRefused: '拒绝查询' },
};

/**
 * Refused look-ups of one case, under the case's own id. They stand beside the case and not in it: a refusal
 * changes nothing there, and nobody's screen goes out of date because of it.
 */
export const lookupKind: TitledKind<LookupState, LookupEvent> = {
  name: 'lookup',
  initial: slot.initial,
  evolve: (state, event, meta) => evolveSlot(slot, state, event, meta),
  titleOf: (type) => slot.titles[type as LookupEvent['type']] ?? type,
};
