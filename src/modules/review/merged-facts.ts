import type { LocalDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';

/** A household as a screen has it: its people by name, its facts, who has died. */
type Household = {
  readonly facts: HouseholdFacts;
  readonly people: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly birth: LocalDate | null;
  }[];
  readonly dead: readonly string[];
};

export type MergedFacts = {
  readonly facts: HouseholdFacts;
  /** Under which id each of the other household stands in the merged family. */
  readonly people: readonly { readonly from: string; readonly memberId: string }[];
};

/**
 * Both families' facts in one record, as a beginning for the form: what only a person knows (how the newcomers are
 * related to the applicant) is left open, and money that was counted for each alone stands beside the other.
 */
export function mergedFacts(own: Household, other: Household): MergedFacts {
  const people = other.people.map(({ memberId: from, name, birth }) => {
    const same = own.people.find((each) => each.name === name && each.birth === birth);
    return { from, memberId: same && birth ? same.memberId : freeId(from, own) };
  });
  const idOf = new Map(people.map(({ from, memberId }) => [from, memberId]));
  const had = new Set(own.facts.members.map(({ id }) => id));
  const gone = new Set([...own.dead, ...other.dead.map((id) => idOf.get(id) ?? id)]);
  const arrived = other.facts.members
    .map((each) => ({ ...each, id: idOf.get(each.id) ?? each.id, relation: null }))
    .filter(({ id }) => !had.has(id));
  const members = [...own.facts.members, ...arrived].filter(({ id }) => !gone.has(id));
  const present = new Set(members.map(({ id }) => id));
  const isNew = (id: string) => !had.has(id);
  /** Rows of both, the other's under ids of their own, each about somebody who is there. */
  const rows = <Row extends { readonly id: string }, Key extends keyof Row>(
    key: Key,
    mine: readonly Row[] | null,
    theirs: readonly Row[] | null,
  ): Row[] | null => {
    if (!mine && !theirs) return null;
    const moved = (theirs ?? [])
      .map((row) => ({ ...row, id: `b-${row.id}`, [key]: idOf.get(String(row[key])) ?? row[key] }))
      .filter((row) => isNew(String(row[key])));
    return [...(mine ?? []), ...moved].filter((row) => present.has(String(row[key])));
  };
  const [a, b] = [own.facts, other.facts];
  return {
    people,
    facts: {
      ...a,
      hiresOthers: either(a.hiresOthers, b.hiresOthers),
      highFeeEducation: either(a.highFeeEducation, b.highFeeEducation),
      usesVehicles: either(a.usesVehicles, b.usesVehicles),
      ...{ relief: null, exit: null, members },
      incomes: rows('member', a.incomes, b.incomes),
      transfersPaid: rows('member', a.transfersPaid, b.transfersPaid),
      assets: rows('owner', a.assets, b.assets),
      supporters: rows('supports', a.supporters, b.supporters),
      spendings: rows('member', a.spendings, b.spendings),
    },
  };
}

/** An id nobody of the household has. */
function freeId(from: string, { people }: Household): string {
  const id = `b-${from}`.slice(-64);
  return people.some(({ memberId }) => memberId === id) ? freeId(id, { people } as Household) : id;
}

function either(one: boolean | null, other: boolean | null): boolean | null {
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
}
