import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** What a list comes to: recipients, months, money; and the recipients somebody has to look at first. */
export type RaiseSum = {
  readonly households: number;
  readonly months: number;
  readonly amount: Fen;
  readonly open: number;
};

export type RaiseListEvent =
  | ({
      readonly type: 'RaisesListed';
      readonly policyId: string;
      readonly document: string;
      readonly through: Month;
    } & RaiseSum)
  | { readonly type: 'RaisesApproved'; readonly opinion: string }
  | { readonly type: 'RaisesGivenUp'; readonly reason: string };

export const raiseListStatuses = {
  listed: '待批准',
  approved: '已批准，随花名册补发',
  'given-up': '已放弃',
} as const;

type Mark = { readonly by: string; readonly on: LocalDate };

export type RaiseListState =
  | (RaiseSum & {
      readonly status: keyof typeof raiseListStatuses;
      readonly policyId: string;
      readonly document: string;
      readonly through: Month;
      readonly listed: Mark;
      readonly decided: (Mark & { readonly words: string }) | null;
    })
  | null;

/** 补发清单: what a document that reaches back leaves owing, from the list to its approval. */
export const raiseListSlot: Slot<RaiseListState, RaiseListEvent> = {
  initial: null,
  evolve: {
    RaisesListed: (_, { type: _type, ...list }, { actor, occurredOn }) => ({
      ...list,
      ...{ status: 'listed', listed: { by: actor, on: occurredOn }, decided: null },
    }),
    RaisesApproved: (state, { opinion }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'approved',
        decided: { words: opinion, by: actor, on: occurredOn },
      },
    RaisesGivenUp: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'given-up',
        decided: { words: reason, by: actor, on: occurredOn },
      },
  },
  titles: {
    RaisesListed: '编制补发清单',
    RaisesApproved: '批准补发清单',
    RaisesGivenUp: '放弃补发清单',
  },
};
