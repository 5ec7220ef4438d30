import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { Slot } from '../../kernel/slot.ts';

/** A new account as the family brought it. */
export type AskedAccount = {
  readonly grantId: string;
  readonly number: string;
  readonly payee: string;
  readonly bank: string;
  readonly holder: string;
  readonly account: Sealed;
  readonly reason: string;
  readonly proof: FileRef;
};

export type AccountChangeEvent =
  | ({ readonly type: 'AccountChangeAsked' } & AskedAccount)
  | {
      readonly type: 'AccountChangeApproved';
      readonly opinion: string;
      readonly effectiveOn: LocalDate;
    }
  | { readonly type: 'AccountChangeDeclined'; readonly opinion: string };

export type AccountChangeState =
  | (AskedAccount & {
      readonly status: 'asked' | 'approved' | 'declined';
      readonly askedBy: string;
      readonly askedOn: LocalDate;
      readonly checked: {
        readonly by: string;
        readonly on: LocalDate;
        readonly opinion: string;
      } | null;
      readonly effectiveOn: LocalDate | null;
    })
  | null;

/** An account put right by two people of different units, in force some working days later (TH-08). */
export const accountChangeSlot: Slot<AccountChangeState, AccountChangeEvent> = {
  initial: null,
  evolve: {
    AccountChangeAsked: (_, { type: _type, ...asked }, { actor, occurredOn }) => ({
      ...asked,
      ...{ status: 'asked', askedBy: actor, askedOn: occurredOn, checked: null, effectiveOn: null },
    }),
    AccountChangeApproved: (state, { opinion, effectiveOn }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'approved',
        effectiveOn,
        checked: { by: actor, on: occurredOn, opinion },
      },
    AccountChangeDeclined: (state, { opinion }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'declined',
        checked: { by: actor, on: occurredOn, opinion },
      },
  },
  titles: {
    AccountChangeAsked: '登记账户更正',
    AccountChangeApproved: '账户更正核对相符',
    AccountChangeDeclined: '账户更正不符',
  },
};
