import { createRandom, type Random } from '../../src/cli/demo/random.ts';
import * as code from '../../src/rules/code-list.ts';
import {
  type HouseholdFacts,
  type HouseholdFactsInput,
  householdFactsSchema,
} from '../../src/rules/facts.ts';
import { hug } from './hug.ts';
import { codesOf, drawMembers } from './member-draw.ts';
import { given, isUsed, NotSettled, type Place } from './place.ts';
import {
  drawAsset,
  drawCount,
  drawExit,
  drawIncome,
  drawPastRelief,
  drawRelief,
  drawSpending,
  drawSupporter,
  drawTransfer,
  type Norm,
} from './record-draw.ts';

/**
 * A made-up household for a place and day: every fact known, nothing that contradicts itself, and more often
 * than not right at one of the lines the place has drawn. The same seed gives the same household.
 */
export function generateHousehold(
  seed: readonly number[],
  code9: string,
  placeOf: (residence: 'urban' | 'rural') => Place,
): HouseholdFacts {
  const random = createRandom(...seed);
  const residence = random.pick(['urban', 'rural'] as const);
  const place = placeOf(residence);
  const drawn = householdFactsSchema.parse(drawFacts(random, code9, residence, place));
  const facts = random.chance(0.6) ? hug(random, drawn, place) : drawn;
  return householdFactsSchema.parse(facts);
}

function drawFacts(
  random: Random,
  code9: string,
  residence: 'urban' | 'rural',
  place: Place,
): HouseholdFactsInput {
  const day = place.asOf.on;
  const { chance, pick } = random;
  const members = drawMembers(random, day).map((member) => ({
    ...member,
    occupation: pick(codesIn(rowsOf(place, 'activityNorms'), ['mason', 'driver', 'cook'])),
    personClass: pick(codesIn(rowsOf(place, 'personClasses'), ['a', 'b', 'c'])),
  }));
  const norms = rowsOf(place, 'activityNorms');
  /** Records of one kind, some for each member. */
  const records = <T extends object>(letter: string, usual: number, draw: () => T) =>
    members
      .flatMap(({ id }) => Array.from({ length: drawCount(random, usual) }, () => id))
      .map((member, index) => ({ id: `${letter}${index}`, member, ...draw() }));
  const incomes = declared(
    random,
    members,
    records('i', 2, () => drawIncome(random, day, norms)),
    day,
  );
  const owned = records('a', 2, () => drawAsset(random, day));
  const supporting = records('s', 1, () => drawSupporter(random, day)).slice(0, 50);
  return {
    place: code9,
    residence,
    acceptedOn: chance(0.7) ? day : null,
    hiresOthers: chance(0.1),
    highFeeEducation: chance(0.1),
    usesVehicles: chance(0.1),
    utilitiesMonthly: random.whole(0, 50_000),
    extraConsumption: random.whole(0, 1_000_000),
    hardshipClass: pick(codesIn(rowsOf(place, 'hardshipClasses'), ['a', 'b', 'c'])),
    relief: drawRelief(random, members.length),
    exit: drawExit(random, day),
    members,
    incomes,
    transfersPaid: records('t', 1, () => drawTransfer(random)).slice(0, 200),
    assets: owned.slice(0, 500).map(({ member, ...asset }) => ({ ...asset, owner: member })),
    supporters: supporting.map(({ member, ...each }) => ({ ...each, supports: member })),
    spendings: records('p', 1, () => drawSpending(random)).slice(0, 200),
    pastReliefs: Array.from({ length: random.pick([0, 0, 1, 2, 3]) }, (_, index) => ({
      id: `r${index}`,
      ...drawPastRelief(random, day),
    })),
  };
}

type Incomes = NonNullable<HouseholdFactsInput['incomes']>;

/** Whoever works has a record of what it pays. */
function declared(
  random: Random,
  members: HouseholdFactsInput['members'],
  incomes: Incomes,
  day: string,
): Incomes {
  const labour = ['wage', 'farming', 'breeding', 'business'];
  const missing = members.filter(
    ({ id, employment }) =>
      (employment === 'employed' || employment === 'flexible') &&
      !incomes.some((each) => each.member === id && labour.includes(each.kind)),
  );
  const wages = missing.map(({ id }, index): Incomes[number] => ({
    ...{ id: `w${index}`, member: id, kind: 'wage', period: random.pick(codesOf(code.PERIOD)) },
    ...{ amount: random.whole(0, 200_000), costs: random.pick([0, 0, 10_000]), basis: 'stated' },
    ...{ activity: 'rice', quantityHundredths: 0, normChosen: 0, receivedOn: day },
  }));
  return [...incomes, ...wages];
}

/** The rows of a place's table, so that what is recorded can be found there. */
function rowsOf(place: Place, table: string): readonly Norm[] {
  try {
    return isUsed(place, table) ? (given(place, table) as Norm[]) : [];
  } catch (error) {
    if (error instanceof NotSettled) return [];
    throw error;
  }
}

function codesIn(rows: readonly Norm[], otherwise: readonly string[]): readonly string[] {
  return rows.length > 0 ? rows.map((each) => each.code) : otherwise;
}
