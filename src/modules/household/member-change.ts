import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts, MemberFacts } from '../../rules/facts.ts';
import type { Account, Person } from './person.ts';

/** Why somebody is no longer of the family while its application is being handled. */
export const goneTitles = { died: '死亡', left: '不再共同生活' } as const;
export type GoneBecause = keyof typeof goneTitles;

/** Why somebody joined it. */
export const joinedTitles = {
  born: '出生、收养',
  married: '结婚',
  returned: '回到家庭共同生活',
  overlooked: '受理时漏登记',
} as const;
export type JoinedBecause = keyof typeof joinedTitles;

/** Who applies from now on in place of the one who is gone, with the signed paper (DB-04, OT-03). */
export type Succession = {
  readonly memberId: string;
  readonly signedBy: 'member' | 'guardian';
  readonly guardianName: string | null;
  readonly signature: FileRef;
  /** Relations are told towards the applicant: everybody else's are told anew. */
  readonly relations: readonly {
    readonly memberId: string;
    readonly relation: NonNullable<MemberFacts['relation']>;
  }[];
};

/** Somebody who is gone. Their property is an heir's from then on, or nobody's of this family. */
export type Departure = {
  readonly memberId: string;
  readonly name: string;
  readonly because: GoneBecause;
  readonly on: LocalDate;
  readonly source: string;
  readonly files: readonly FileRef[];
  readonly heir: string | null;
  readonly succession: Succession | null;
};

export type Arrival = {
  readonly person: Person;
  readonly member: MemberFacts;
  readonly because: JoinedBecause;
  readonly on: LocalDate;
  readonly source: string;
  readonly files: readonly FileRef[];
};

type Left = Pick<Departure, 'memberId' | 'heir' | 'succession'>;

/** The facts without somebody: what was theirs goes with them, property to the heir where there is one. */
export function withoutMember(
  facts: HouseholdFacts,
  { memberId, heir, succession }: Left,
): HouseholdFacts {
  const others = facts.members.filter(({ id }) => id !== memberId);
  const stays = <T>(list: readonly T[] | null, ownerOf: (each: T) => string): T[] | null =>
    list && list.filter((each) => ownerOf(each) !== memberId);
  return {
    ...facts,
    members: succession ? others.map((each) => towards(each, succession)) : others,
    incomes: stays(facts.incomes, (each) => each.member),
    transfersPaid: stays(facts.transfersPaid, (each) => each.member),
    assets: stays(
      facts.assets &&
        facts.assets.map((each) =>
          heir !== null && each.owner === memberId ? { ...each, owner: heir } : each,
        ),
      (each) => each.owner,
    ),
    supporters: stays(facts.supporters, (each) => each.supports),
    spendings: stays(facts.spendings, (each) => each.member),
    relief: facts.relief && {
      ...facts.relief,
      persons: atMost(facts.relief.persons, others.length),
    },
  };
}

/** Nobody needs help who is no longer of the family: not more people than are left. */
function atMost(persons: number | null, left: number): number | null {
  return persons === null ? null : Math.min(persons, left);
}

function towards(member: MemberFacts, { memberId, relations }: Succession): MemberFacts {
  if (member.id === memberId) return { ...member, relation: 'self' };
  const told = relations.find((each) => each.memberId === member.id);
  return { ...member, relation: told?.relation ?? member.relation };
}

export function withMember(facts: HouseholdFacts, member: MemberFacts): HouseholdFacts {
  return { ...facts, members: [...facts.members, member] };
}

/** An account in the name of somebody who is gone receives nothing: another one must be told. */
export function accountAfter(account: Account | null, name: string): Account | null {
  return account?.holder === name ? null : account;
}
