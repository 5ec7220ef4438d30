import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot, type Slot } from '../../kernel/slot.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';

/** One person on a list for a source, with the case and the authorisation that allow the question (HD-11). */
export type ListedPerson = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly requestId: string;
  readonly memberId: string;
  readonly authorisationId: string;
};

export type RequestListEvent = {
  readonly type: 'RequestListDrawn';
  readonly source: string;
  readonly persons: readonly ListedPerson[];
};

export type RequestListState = {
  readonly source: string;
  readonly persons: readonly ListedPerson[];
  readonly on: LocalDate | null;
  readonly by: string;
};

const slot: Slot<RequestListState, RequestListEvent> = {
  initial: { source: '', persons: [], on: null, by: '' },
  evolve: {
    RequestListDrawn: (_, { source, persons }, { actor, occurredOn }) => ({
      source,
      persons,
      on: occurredOn,
      by: actor,
    }),
  },
  titles: { RequestListDrawn: '生成核对名单' },
};

/** Lists of whom to ask a source about. Who drew one, and on whom, stands in the county's record. */
export const requestListKind: TitledKind<RequestListState, RequestListEvent> = {
  name: 'request-list',
  initial: slot.initial,
  evolve: (state, event, meta) => evolveSlot(slot, state, event, meta),
  titleOf: (type) => slot.titles[type as RequestListEvent['type']] ?? type,
};
