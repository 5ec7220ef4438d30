import { createRandom, type Random } from '../../src/cli/demo/random.ts';
import { addMonths, type LocalDate } from '../../src/kernel/local-date.ts';
import { placeCode } from '../../src/kernel/place.ts';
import {
  type HouseholdFacts,
  type HouseholdFactsInput,
  householdFactsSchema,
} from '../../src/rules/facts.ts';
import { counties, DAY } from './county.ts';

/**
 * Families as a county has them when they have been decided: everything the decision reads is known, what does not
 * belong to a record is left open as the form leaves it. The same number gives the same family.
 */
export function familyOf(number: number): HouseholdFacts {
  const random = createRandom(20_240_315, number);
  const members = membersOf(random);
  const each = <T>(most: number, share: number, draw: (member: string, of: Member) => T): T[] =>
    members.flatMap((member) =>
      Array.from({ length: most }, () => 0).flatMap(() =>
        random.chance(share) ? [draw(member.id, member)] : [],
      ),
    );
  const numbered = <T extends object>(letter: string, list: readonly T[]) =>
    list.map((record, index) => ({ id: `${letter}${index}`, ...record }));
  return householdFactsSchema.parse({
    place: placeCode(`${random.pick(counties).place}001`),
    residence: random.chance(0.35) ? 'urban' : 'rural',
    acceptedOn: DAY,
    relief: random.chance(0.8) ? NO_RELIEF : reliefOf(random, members.length),
    pastReliefs: [],
    members,
    incomes: numbered('i', [
      ...members.filter(isWorking).map(({ id }) => wageOf(random, id)),
      ...each(2, 0.35, (member) => incomeOf(random, member)),
    ]),
    transfersPaid: numbered(
      't',
      each(1, 0.3, (member) => transferOf(random, member)),
    ),
    assets: numbered(
      'a',
      each(2, 0.35, (owner) => assetOf(random, owner)),
    ),
    supporters: numbered(
      's',
      each(1, 0.25, (supports) => supporterOf(random, supports)),
    ),
    spendings: numbered(
      'p',
      each(1, 0.3, (member) => spendingOf(random, member)),
    ),
  } satisfies HouseholdFactsInput);
}

type Relief = NonNullable<HouseholdFactsInput['relief']>;

const NO_RELIEF: Relief = {
  ...({ kind: 'none', cause: 'other', severity: 'small', persons: 1, months: 0 } as const),
  ...{ days: 0, loss: 0, repeatJustified: false },
};

function reliefOf(random: Random, persons: number): Relief {
  const kind = random.pick(['emergency', 'spending'] as const);
  return { ...NO_RELIEF, kind, cause: 'illness', persons, loss: random.whole(1000, 60_000) * 100 };
}

type Member = HouseholdFactsInput['members'][number];
type Row<Key extends keyof HouseholdFactsInput> =
  NonNullable<HouseholdFactsInput[Key]> extends readonly (infer T)[] ? Omit<T, 'id'> : never;

function isWorking({ employment }: Member): boolean {
  return employment === 'employed' || employment === 'flexible';
}

function bornYearsAgo(random: Random, least: number, most: number): LocalDate {
  return addMonths(DAY, -random.whole(least * 12, most * 12));
}

function membersOf(random: Random): Member[] {
  const age = random.whole(22, 85);
  const others = random.weighted([
    [[], 4],
    [['spouse'], 3],
    [['spouse', 'child'], 4],
    [['spouse', 'child', 'child'], 2],
    [['child', 'parent'], 1],
    [['spouse', 'child', 'parent', 'sibling', 'sibling'], 1],
  ] as const satisfies readonly (readonly [readonly Relation[], number])[]);
  return [
    memberOf(random, 'm0', 'self', age, age),
    ...others.map((relation, index) => {
      const [least, most] = AGES[relation](age);
      return memberOf(random, `m${index + 1}`, relation, least, most);
    }),
  ];
}

type Relation = keyof typeof AGES;
const AGES = {
  spouse: (age: number) => [Math.max(22, age - 8), age + 5],
  child: (age: number) => [Math.max(0, age - 45), age - 21],
  parent: (age: number) => [age + 18, age + 30],
  sibling: (age: number) => [Math.max(3, age - 10), age + 10],
} as const satisfies Readonly<Record<string, (age: number) => readonly [number, number]>>;

function memberOf(
  random: Random,
  id: string,
  relation: Relation | 'self',
  least: number,
  most: number,
): Member {
  const age = random.whole(least, Math.min(most, 110));
  const { chance } = random;
  const isChild = age < 16;
  const isStudent = age >= 6 && age < 23 && chance(isChild ? 0.95 : 0.4);
  const isDisabled = chance(0.2);
  const labourCapacity =
    isChild || age > 75 ? 'none' : random.pick(['full', 'full', 'partial', 'none'] as const);
  const works = labourCapacity !== 'none' && !isStudent && chance(0.55);
  return {
    ...{ id, relation, sex: chance(0.5) ? 'female' : 'male' },
    birth: bornYearsAgo(random, age, age + 1),
    livesTogether: chance(0.95),
    livesTogetherMonths: random.whole(0, 240),
    statutorySupport: chance(0.9),
    canLiveIndependently: chance(0.6),
    studentLevel: isStudent
      ? isChild
        ? 'compulsory'
        : random.pick(['senior', 'undergraduate'])
      : 'none',
    studentFullTime: isStudent && chance(0.9),
    labourCapacity,
    employment: works
      ? random.pick(['employed', 'flexible'])
      : random.pick(['unemployed', 'not-able']),
    cannotFindWork: chance(0.3),
    disabilityKind: isDisabled
      ? random.pick(['visual', 'physical', 'intellectual', 'mental'])
      : 'none',
    disabilityGrade: isDisabled ? random.whole(1, 4) : null,
    seriouslyIll: chance(0.1),
    chronicallyIll: chance(0.2),
    ...{ specialHardship: chance(0.05), currentScheme: 'none', orphanProgramme: false },
    ...{ careMode: 'home', canEat: chance(0.95), canDress: chance(0.9), canGetUp: chance(0.9) },
    ...{ canToilet: chance(0.9), canWalk: chance(0.9), canBathe: chance(0.8) },
    specialStatus:
      relation === 'self' || chance(0.97)
        ? 'none'
        : random.pick(['serving-sentence', 'conscript'] as const),
  };
}

function wageOf(random: Random, member: string): Row<'incomes'> {
  return {
    ...{ member, kind: 'wage', period: 'per-month', basis: 'stated' },
    amount: random.whole(300, 2800) * 100,
    costs: random.chance(0.5) ? 0 : random.whole(10, 400) * 100,
  };
}

const INCOME_KINDS = [
  ...['farming', 'farming', 'breeding', 'business', 'rent', 'interest', 'land-transfer'],
  ...['collective-dividend', 'pension', 'pension', 'unemployment', 'survivor', 'gift', 'other'],
  ...['basic-pension', 'preferential-pension', 'scholarship', 'disability-allowance'],
] as readonly Row<'incomes'>['kind'][];

function incomeOf(random: Random, member: string): Row<'incomes'> {
  const period = random.pick(['per-month', 'per-year', 'per-year', 'once-in-window'] as const);
  const amount = period === 'per-month' ? random.whole(50, 900) : random.whole(200, 12_000);
  return {
    ...{
      member,
      kind: random.pick(INCOME_KINDS),
      period,
      basis: 'stated',
      amount: amount * 100 + 37,
    },
    costs: random.chance(0.6) ? 0 : random.whole(0, amount) * 50,
  };
}

function transferOf(random: Random, member: string): Row<'transfersPaid'> {
  return random.chance(0.7)
    ? { member, kind: 'social-insurance', period: 'per-year', amount: 40_000 }
    : { member, kind: 'support-paid', period: 'per-month', amount: random.whole(50, 500) * 100 };
}

function assetOf(random: Random, owner: string): Row<'assets'> {
  const kind = random.weighted([
    ['deposit', 8],
    ['house', 6],
    ['vehicle', 3],
    ['insurance', 1],
    ['market-entity', 0.3],
    ['non-residential', 0.2],
  ] as const);
  return {
    ...{ owner, kind, acquiredOn: null },
    value: kind === 'deposit' ? random.whole(0, 40_000) * 100 : random.whole(0, 9_000_000),
    necessary: random.chance(0.1),
    vehicleUse:
      kind === 'vehicle'
        ? random.pick(['disability-mobility', 'disability-mobility', 'motorcycle'])
        : null,
    houseKind: kind === 'house' ? random.pick(['self-built', 'public-rental']) : null,
    areaSquareMetres: kind === 'house' ? random.whole(30, 180) : null,
    registeredCapital: kind === 'market-entity' ? random.whole(0, 15_000_000) : null,
  };
}

function supporterOf(random: Random, supports: string): Row<'supporters'> {
  return {
    ...{ supports, relation: 'child', supportedPersons: random.whole(1, 4) },
    ...{ familySize: random.whole(1, 5), obligors: 1, seriouslyIll: false, disabilityKind: 'none' },
    birth: bornYearsAgo(random, 25, 70),
    ownMonthlyIncome: random.whole(0, 8000) * 100,
    propertyWithinLimit: random.chance(0.6),
    residence: random.pick(['urban', 'rural']),
    familyMonthlyIncome: random.whole(1000, 12_000) * 100,
    agreedMonthly: random.chance(0.85) ? 0 : random.whole(50, 500) * 100,
    actualMonthly: random.chance(0.6) ? 0 : random.whole(50, 600) * 100,
    exemption: random.chance(0.9) ? 'none' : random.pick(['dibao', 'tekun', 'serving-sentence']),
  };
}

function spendingOf(random: Random, member: string): Row<'spendings'> {
  const ownShare = random.whole(100, 30_000) * 100;
  return {
    ...{
      member,
      kind: random.pick(['medical', 'medical', 'education', 'rehabilitation', 'other']),
    },
    ownShare,
    aidReceived: random.chance(0.6) ? 0 : random.whole(0, ownShare),
  } as Row<'spendings'>;
}
