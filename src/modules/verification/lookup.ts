import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot, type Slot } from '../../kernel/slot.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { Lookup } from './verification.ts';

/** A look-up that was turned away: who was asked about, from which source, and why not (I-16, SL-70(6)). */
type LookupRefused = {
  readonly type: 'LookupRefused';
  readonly caseId: string;
  readonly caseNumber: string;
  readonly requestId: string;
  /** '' when the request itself was refused. */
  readonly source: string;
  readonly members: readonly string[];
  readonly refusal: string;
};

/** What passed between the county and a source over one request. */
type Asking =
  | {
      /** A program was asked: about whom, and on which authorisation of each (HD-11, I-16). */
      readonly type: 'SourceAsked';
      readonly lookups: readonly Pick<Lookup, 'memberId' | 'authorisationId'>[];
      readonly attempt: number;
    }
  | { readonly type: 'SourceSilent'; readonly fault: string }
  | { readonly type: 'SourceReminded'; readonly dueOn: string }
  | { readonly type: 'SourceEscalated'; readonly dueOn: string; readonly to: string };

export type LookupEvent =
  | LookupRefused
  | (Asking & Pick<LookupRefused, 'caseId' | 'caseNumber' | 'requestId' | 'source'>);

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
    SourceAsked: (state) => state,
    SourceSilent: (state) => state,
    SourceReminded: (state) => state,
    SourceEscalated: (state) => state,
  },
  titles: {
    LookupRefused: '拒绝查询',
    SourceAsked: '向来源查询',
    SourceSilent: '来源没有答复',
    SourceReminded: '催办来源',
    SourceEscalated: '来源逾期，交专人办理',
  },
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
