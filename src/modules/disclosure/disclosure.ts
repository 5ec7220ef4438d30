import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** A relative of the family who handles assistance or sits on a village committee, as the family says. */
export type DeclaredRelative = {
  readonly name: string;
  readonly relation: string;
  readonly position: string;
};

/** A hit in the register of staff and village officials: which entry, through which member. */
export type RegisterHit = {
  readonly entryId: string;
  readonly officialName: string;
  readonly position: string;
  /** Person id when the official has an account here: drives recusal. */
  readonly person: string | null;
  readonly memberId: string;
  readonly relation: string;
  readonly through: 'member-is-official' | 'registered-relative' | 'statement' | 'same-phone';
};

export type DisclosureEvent =
  | {
      readonly type: 'NearRelativesDeclared';
      readonly none: boolean;
      readonly relatives: readonly DeclaredRelative[];
    }
  | { readonly type: 'RegisterMatched'; readonly hits: readonly RegisterHit[] }
  | { readonly type: 'SeparateRegistrationCleared'; readonly reason: string };

export type DisclosureState = {
  readonly declared: {
    readonly on: LocalDate;
    readonly relatives: readonly DeclaredRelative[];
  } | null;
  readonly matchedOn: LocalDate | null;
  readonly hits: readonly RegisterHit[];
  /** 单独登记备案: set by a declaration or a hit, lifted only by a county inspector with a reason (TH-01). */
  readonly registered: boolean;
  readonly cleared: { readonly by: string; readonly on: LocalDate; readonly reason: string } | null;
};

export const disclosureSlot: Slot<DisclosureState, DisclosureEvent> = {
  initial: { declared: null, matchedOn: null, hits: [], registered: false, cleared: null },
  evolve: {
    NearRelativesDeclared: (state, { relatives }, { occurredOn }) => ({
      ...state,
      declared: { on: occurredOn, relatives },
      registered: state.registered || relatives.length > 0,
    }),
    RegisterMatched: (state, { hits }, { occurredOn }) => ({
      ...state,
      matchedOn: occurredOn,
      hits,
      registered: state.registered || hits.length > 0,
    }),
    SeparateRegistrationCleared: (state, { reason }, { actor, occurredOn }) => ({
      ...state,
      registered: false,
      cleared: { by: actor, on: occurredOn, reason },
    }),
  },
  titles: {
    NearRelativesDeclared: '近亲属声明',
    RegisterMatched: '近亲属比对',
    SeparateRegistrationCleared: '解除单独登记',
  },
};
