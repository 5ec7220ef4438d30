import type { Sealed } from '../../kernel/sealed.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import {
  accountAfter,
  type Arrival,
  type Departure,
  type Succession,
  withMember,
  withoutMember,
} from './member-change.ts';
import type { Account, Person } from './person.ts';

export type { Account, Person } from './person.ts';

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
    }
  | ({ readonly type: 'MemberGone' } & Departure)
  | ({ readonly type: 'MemberJoined' } & Arrival);

/** Somebody who left or joined while the application was being handled. */
export type MemberChange = {
  readonly kind: 'gone' | 'joined';
  readonly memberId: string;
  readonly name: string;
  readonly because: Departure['because'] | Arrival['because'];
  readonly on: LocalDate;
  readonly source: string;
  readonly files: readonly FileRef[];
};

export type HouseholdState = {
  readonly declaration: Declaration | null;
  /** The facts as they stand: declared, then corrected. */
  readonly facts: HouseholdFacts | null;
  readonly corrections: readonly Correction[];
  /** Grows with every change of facts or people, so that what rests on them knows when it is out of date. */
  readonly revision: number;
  readonly changes: readonly MemberChange[];
  /** Who applies in place of an applicant who is gone; null while the first one does. */
  readonly succession: Succession | null;
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
  initial: {
    declaration: null,
    facts: null,
    corrections: [],
    revision: 0,
    changes: [],
    succession: null,
  },
  evolve: {
    HouseholdDeclared: (state, { type: _, ...declaration }) => ({
      ...state,
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
    MemberGone: (state, { type: _, ...departure }) => afterDeparture(state, departure),
    MemberJoined: (state, { type: _, ...arrival }) => afterArrival(state, arrival),
  },
  titles: {
    HouseholdDeclared: '登记家庭情况',
    FactsCorrected: '更正家庭事实',
    MemberGone: '家庭成员减少',
    MemberJoined: '家庭成员增加',
  },
};

function afterDeparture(state: HouseholdState, departure: Departure): HouseholdState {
  const { heir: _heir, succession, ...change } = departure;
  const { declaration, facts } = state;
  return {
    ...state,
    facts: facts && withoutMember(facts, departure),
    declaration: declaration && {
      ...declaration,
      facts: withoutMember(declaration.facts, departure),
      people: declaration.people.filter(({ memberId }) => memberId !== departure.memberId),
      account: accountAfter(declaration.account, departure.name),
    },
    revision: state.revision + 1,
    changes: [...state.changes, { kind: 'gone', ...change }],
    succession: succession ?? state.succession,
  };
}

function afterArrival(state: HouseholdState, arrival: Arrival): HouseholdState {
  const { person, member, ...change } = arrival;
  const { declaration, facts } = state;
  const { memberId, name } = person;
  return {
    ...state,
    facts: facts && withMember(facts, member),
    declaration: declaration && {
      ...declaration,
      facts: withMember(declaration.facts, member),
      people: [...declaration.people, person],
    },
    revision: state.revision + 1,
    changes: [...state.changes, { kind: 'joined', memberId, name, ...change }],
  };
}
