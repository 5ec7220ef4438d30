import type { Sealed } from '../../kernel/sealed.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';

/** A member's identity, kept apart from the facts by member id. */
export type Person = {
  readonly memberId: string;
  readonly name: string;
  readonly idNumber: Sealed | null;
  readonly phone: Sealed | null;
};

/** Where the money goes, once there is any. */
export type Account = {
  readonly bank: string;
  readonly holder: string;
  readonly number: Sealed;
};

/** The household as the applicant declared it. */
export type Declaration = {
  readonly facts: HouseholdFacts;
  readonly people: readonly Person[];
  readonly account: Account | null;
  readonly address: Sealed | null;
  readonly reason: string;
};

/** What a correction rests on: a finding of the verification, what a visit or a letter showed, a re-check. */
export type CorrectionBasis = 'finding' | 'visit' | 'letter' | 'dispute';

/** A fact changed after the declaration: which one (path into the facts), to what, and why. */
export type Correction = {
  readonly path: readonly (string | number)[];
  readonly basis: CorrectionBasis;
  readonly from: unknown;
  readonly to: unknown;
  readonly reason: string;
  readonly evidence: readonly FileRef[];
  readonly by: string;
};

export type HouseholdEvent =
  | ({ readonly type: 'HouseholdDeclared' } & Declaration)
  | {
      readonly type: 'FactsCorrected';
      readonly corrections: readonly Omit<Correction, 'by'>[];
      readonly facts: HouseholdFacts;
    };

export type HouseholdState = {
  readonly declaration: Declaration | null;
  /** The facts as they stand: declared, then corrected. */
  readonly facts: HouseholdFacts | null;
  readonly corrections: readonly Correction[];
  /** Grows with every change of facts or people, so that what rests on them knows when it is out of date. */
  readonly revision: number;
};

// S57 a.7(2)(2): taken out of the household by the law itself, whatever a place settles.
const AWAY: readonly unknown[] = ['serving-sentence', 'drug-treatment', 'declared-missing'];

/** Those who must authorise and may be looked up: all on the form but the prisoners and the missing (DB-07b, DB-09). */
export function peopleToAuthorise({
  declaration,
  facts,
}: Pick<HouseholdState, 'declaration' | 'facts'>): readonly Person[] {
  const away = (facts?.members ?? []).filter((each) => AWAY.includes(each.specialStatus));
  return (declaration?.people ?? []).filter(
    ({ memberId }) => !away.some((each) => each.id === memberId),
  );
}

export const householdSlot: Slot<HouseholdState, HouseholdEvent> = {
  initial: { declaration: null, facts: null, corrections: [], revision: 0 },
  evolve: {
    HouseholdDeclared: (state, { type: _, ...declaration }) => ({
      declaration,
      facts: declaration.facts,
      corrections: [],
      revision: state.revision + 1,
    }),
    FactsCorrected: (state, { corrections, facts }, { actor }) => ({
      ...state,
      facts,
      corrections: [...state.corrections, ...corrections.map((each) => ({ ...each, by: actor }))],
      revision: state.revision + 1,
    }),
  },
  titles: { HouseholdDeclared: '登记家庭情况', FactsCorrected: '更正家庭事实' },
};
