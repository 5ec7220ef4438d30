import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Who stands in the register: those who handle assistance, and members of village committees (DB-11). */
export const registerKinds = {
  staff: '救助经办人员',
  'village-official': '村（社区）干部',
} as const;
export type RegisterKind = keyof typeof registerKinds;

export type RegisterPerson = {
  readonly kind: RegisterKind;
  readonly name: string;
  readonly idNumber: Sealed;
  readonly phone: Sealed | null;
  readonly position: string;
  /** Where the person serves: county, township or village. */
  readonly place: PlaceCode;
  /** Person id when the official has an account here. */
  readonly person: string | null;
};

/** A relative as the official declares them; the ID number where the official knows it. */
export type OfficialsRelative = {
  readonly name: string;
  readonly relation: string;
  readonly idNumber: Sealed | null;
};

export type RegisterEntryEvent =
  | { readonly type: 'RegisterEntryAdded'; readonly official: RegisterPerson }
  | {
      readonly type: 'RelativesOfOfficialDeclared';
      readonly relatives: readonly OfficialsRelative[];
    }
  | { readonly type: 'RegisterEntryEnded'; readonly reason: string };

export type RegisterEntryState = {
  readonly official: RegisterPerson | null;
  readonly relatives: readonly OfficialsRelative[];
  readonly declaredOn: LocalDate | null;
  readonly ended: { readonly on: LocalDate; readonly reason: string } | null;
};

export const registerEntrySlot: Slot<RegisterEntryState, RegisterEntryEvent> = {
  initial: { official: null, relatives: [], declaredOn: null, ended: null },
  evolve: {
    RegisterEntryAdded: (state, { official }) => ({ ...state, official }),
    RelativesOfOfficialDeclared: (state, { relatives }, { occurredOn }) => ({
      ...state,
      relatives,
      declaredOn: occurredOn,
    }),
    RegisterEntryEnded: (state, { reason }, { occurredOn }) => ({
      ...state,
      ended: { on: occurredOn, reason },
    }),
  },
  titles: {
    RegisterEntryAdded: '列入名册',
    RelativesOfOfficialDeclared: '申报近亲属',
    RegisterEntryEnded: '移出名册',
  },
};
