import type { Random } from '../../src/cli/demo/random.ts';
import { addDays, addMonths, type LocalDate } from '../../src/kernel/local-date.ts';
import { type HouseholdFacts, householdFactsSchema } from '../../src/rules/facts.ts';
import { OTHER_VILLAGE, VILLAGE } from './office.ts';

/** Incomes of one head and month on and beside the lines of the made-up place (800 and 1,200 yuan). */
export const INCOMES = [0, 60_000, 79_999, 80_000, 100_000, 119_999, 120_000, 250_000] as const;

const CAN_ALL = {
  canEat: true,
  canDress: true,
  canGetUp: true,
  canToilet: true,
  canWalk: true,
  canBathe: true,
};

type Kind = 'adult' | 'couple' | 'with-child' | 'elderly' | 'minor';
type MemberAsked = { id: string; relation: string; birth: LocalDate; frail?: boolean };

/** A family everything is known of, so that any scheme can be decided; what varies stands near a line. */
export function drawFamily(random: Random, day: LocalDate): HouseholdFacts {
  const kind = random.pick<Kind>(['adult', 'couple', 'with-child', 'elderly', 'elderly', 'minor']);
  const members = membersOf(kind, random, day);
  return householdFactsSchema.parse({
    place: random.chance(0.08) ? OTHER_VILLAGE : VILLAGE,
    residence: 'rural',
    acceptedOn: null,
    members: members.map((each) => memberWith(each, random)),
    incomes: members.map(({ id }) => ({
      ...{ id: `i-${id}`, member: id, kind: 'other', period: 'per-month' },
      ...{ amount: random.pick(INCOMES), costs: 0 },
    })),
    transfersPaid: [],
    assets: [],
    supporters: [],
    spendings: members.map(({ id }) => ({
      ...{ id: `s-${id}`, member: id, kind: 'medical', ownShare: random.pick([0, 2_000_000]) },
      ...{ aidReceived: 0, publicPrice: 0 },
    })),
    relief: {
      ...{ kind: random.pick(['emergency', 'small-fast', 'spending', 'none']), cause: 'fire' },
      severity: random.chance(0.2) ? 'extreme' : 'small',
      ...{ persons: 1, months: 1, days: 0, loss: 100_000 },
      repeatJustified: false,
    },
    pastReliefs: [],
  });
}

function membersOf(kind: Kind, random: Random, day: LocalDate): MemberAsked[] {
  const yearsAgo = (years: number) => addMonths(day, -12 * years);
  const self = (birth: LocalDate, frail = false) => ({ id: 'm1', relation: 'self', birth, frail });
  const spouse = { id: 'm2', relation: 'spouse', birth: yearsAgo(45) };
  switch (kind) {
    case 'adult':
      return [self(yearsAgo(40))];
    case 'couple':
      return [self(yearsAgo(70), true), { ...spouse, birth: yearsAgo(61), frail: true }];
    case 'with-child':
      return [
        ...[self(yearsAgo(44)), spouse],
        { id: 'm3', relation: 'child', birth: yearsAgo(11) },
      ];
    case 'elderly':
      // Sixty today, tomorrow, or long since.
      return [self(random.pick([yearsAgo(60), addDays(yearsAgo(60), 1), yearsAgo(75)]), true)];
    case 'minor':
      return [self(yearsAgo(14))];
  }
}

function memberWith({ id, relation, birth, frail = false }: MemberAsked, random: Random) {
  return {
    ...{ id, relation, birth, sex: 'male' },
    ...{ livesTogether: true, livesTogetherMonths: 120, statutorySupport: true },
    ...{ canLiveIndependently: false, studentLevel: 'none', studentFullTime: false },
    ...{ labourCapacity: 'none', employment: 'not-able', disabilityKind: 'none' },
    ...{ seriouslyIll: false, chronicallyIll: false, specialStatus: 'none' },
    ...{ orphanProgramme: false, careMode: 'home' },
    currentScheme: random.chance(0.08) ? random.pick(['dibao', 'margin']) : 'none',
    ...CAN_ALL,
    ...(frail && random.chance(0.5) ? { canBathe: false } : {}),
  };
}

/** The same family with somebody more or less in it, as happens while an application is under way. */
export function changedFamily(random: Random, facts: HouseholdFacts): HouseholdFacts {
  const [self, ...others] = facts.members;
  if (!self) return facts;
  const only = new Set(['m1']);
  if (others.length > 0) {
    return {
      ...facts,
      members: [self],
      incomes: facts.incomes?.filter(({ member }) => only.has(member)) ?? null,
      spendings: facts.spendings?.filter(({ member }) => only.has(member)) ?? null,
    };
  }
  const joined = { ...self, id: 'm9', relation: random.pick(['spouse', 'sibling'] as const) };
  return { ...facts, members: [self, joined] };
}
