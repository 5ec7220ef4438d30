import { fen } from '../../kernel/fen.ts';
import { addMonths, ageOn, type LocalDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts, MemberFacts, SupporterFacts } from '../../rules/facts.ts';
import type { Cause } from './composition.ts';
import type { Random } from './random.ts';
import { percentOf, yuan } from './synthetic-money.ts';

const HARD_MEDICAL = fen(20_000_00);

type Family = { readonly facts: HouseholdFacts; readonly cause: Cause; readonly on: LocalDate };

/**
 * What a careful window also asks: whether somebody alone may be 特困, what those who must support can
 * give, and the sudden difficulty behind an illness or a disaster. Everything 低保 rests on stays as it is.
 */
export function withOtherSchemes(random: Random, { facts, cause, on }: Family): HouseholdFacts {
  const isAlone = facts.members.length === 1;
  const members = facts.members.map((member) => ({
    ...member,
    currentScheme: 'none' as const,
    ...(isUnder(member, 18, on) && { orphanProgramme: false }),
    ...(isAlone && isFrail(member, on) && careOf(random, member, on)),
  }));
  const supporters = facts.supporters?.map((each) => ({
    ...each,
    ...circumstances(random, each, facts, on),
  }));
  const spendings = facts.spendings?.map((each) =>
    each.kind === 'education'
      ? { ...each, publicPrice: percentOf(each.ownShare ?? fen(0), random.whole(60, 130)) }
      : each,
  );
  const told = { ...facts, members, supporters: supporters ?? null, spendings: spendings ?? null };
  return { ...told, relief: reliefOf(told, cause), pastReliefs: pastReliefs(random, on) };
}

function isUnder({ birth }: MemberFacts, age: number, on: LocalDate): boolean {
  return birth !== null && ageOn(birth, on) < age;
}

function isFrail(member: MemberFacts, on: LocalDate): boolean {
  return !isUnder(member, 60, on) || (member.disabilityGrade ?? 4) <= 3;
}

/** The six abilities of S43 a.21, fewer with age and disability; nearly everybody wants to stay at home. */
function careOf(random: Random, member: MemberFacts, on: LocalDate) {
  const isWeak = !isUnder(member, 80, on) || (member.disabilityGrade ?? 4) <= 2;
  const can = () => random.chance(isWeak ? 0.7 : 0.97);
  return {
    careMode: random.chance(0.9) ? ('home' as const) : ('institution' as const),
    canEat: can(),
    canDress: can(),
    canGetUp: can(),
    canToilet: can(),
    canWalk: can(),
    canBathe: can(),
  };
}

/** A generation between them and the person to be supported. */
function circumstances(
  random: Random,
  each: SupporterFacts,
  { members, supporters, residence }: HouseholdFacts,
  on: LocalDate,
): Partial<SupporterFacts> {
  const birth = members.find(({ id }) => id === each.supports)?.birth ?? null;
  const between = random.whole(20, 38) * 12 * (each.relation === 'child' ? 1 : -1);
  const born = birth && addMonths(birth, between);
  const share = Math.trunc((each.familyMonthlyIncome ?? 0) / (each.familySize ?? 1));
  return {
    birth: born && born < on ? born : null,
    disabilityKind: 'none',
    seriouslyIll: random.chance(0.05),
    ownMonthlyIncome: fen(share),
    propertyWithinLimit: random.chance(0.6),
    obligors: supporters?.filter(({ supports }) => supports === each.supports).length ?? null,
    residence,
  };
}

const noRelief = {
  kind: 'none',
  cause: null,
  severity: null,
  persons: null,
  months: null,
  days: null,
  loss: null,
  repeatJustified: null,
} as const satisfies HouseholdFacts['relief'];

/** A disaster is urgent; medical bills beyond a family's means are spending. */
function reliefOf(facts: HouseholdFacts, cause: Cause): NonNullable<HouseholdFacts['relief']> {
  const { members, spendings } = facts;
  const spent = (kind: string) =>
    fen(
      (spendings ?? []).reduce(
        (sum, each) => sum + (each.kind === kind ? (each.ownShare ?? 0) : 0),
        0,
      ),
    );
  const months = { months: 1, days: 0 };
  if (cause === 'disaster') {
    const loss = spent('disaster');
    const asked = { kind: 'emergency', cause: 'disaster', severity: 'general' } as const;
    return { ...noRelief, ...asked, ...months, persons: members.length, loss };
  }
  const loss = spent('medical');
  if (loss < HARD_MEDICAL) return noRelief;
  const asked = { kind: 'spending', cause: 'medical', severity: 'serious' } as const;
  return { ...noRelief, ...asked, ...months, persons: 1, loss };
}

function pastReliefs(random: Random, on: LocalDate): NonNullable<HouseholdFacts['pastReliefs']> {
  if (!random.chance(0.08)) return [];
  const grantedOn = addMonths(on, -random.whole(2, 20));
  return [{ id: 'r1', grantedOn, cause: 'illness', amount: yuan(random, 500, 3000) }];
}
