import type { Random } from '../../src/cli/demo/random.ts';
import { type HouseholdFacts, LARGEST_FIGURE } from '../../src/rules/facts.ts';
import { book, openByHand } from './by-hand.ts';
import { type Fraction, fraction, minus, order, plus, times, ZERO } from './fraction.ts';
import { countedMembers, sizeOf } from './member.ts';
import { given, isUsed, list, NotSettled, type Place } from './place.ts';
import type { Prefix } from './property.ts';
import { windowOf } from './receipt.ts';
import { type Line, NotKnown } from './sheet.ts';
import { amountByRule } from './value.ts';

/**
 * Moves a household to where a decision turns: one more receipt, payment, deposit or bill brings its figure to
 * a line the place has drawn, or a fen beside it. Where the place lacks the line the household stays as it is.
 */
export function hug(random: Random, facts: HouseholdFacts, place: Place): HouseholdFacts {
  const ways = [familyIncome, familyIncome, familyIncome, ownIncome, livelihood, deposit, spending];
  // Rigid spending decides only for families above the other lines and below its own.
  const [first, second] = random.chance(0.15)
    ? [belowRigidLine, spending]
    : [random.pick(ways), random.chance(0.3) ? random.pick(ways) : null];
  return [first, second].reduce((now, way) => {
    if (!way) return now;
    try {
      return way(random, now, openByHand(now, place));
    } catch (error) {
      if (error instanceof NotSettled || error instanceof NotKnown) return now;
      throw error;
    }
  }, facts);
}

type Household = Line<'household'>;
type Way = (random: Random, facts: HouseholdFacts, household: Household) => HouseholdFacts;

function figureOf(name: string, line: Line): Fraction {
  const work = book[line.level][name];
  const found = work?.(line as never);
  if (typeof found !== 'object' || found === null || !('top' in found)) {
    throw new Error(`no figure ${name}`);
  }
  return found;
}

/** Whole fen at, or just beside, an exact figure. */
function beside(random: Random, exact: Fraction): number {
  const below = exact.top / exact.bottom;
  return Number(below) + random.pick([-2, -1, 0, 0, 0, 1, 1, 2]);
}

const LINES = ['marginLine', 'rigidLine', 'temporaryLine'];

function lineOf(random: Random, household: Household): Fraction {
  const { place } = household.sheet;
  const standard = fraction(Number(given(place, 'standard')));
  const way = random.whole(0, 5);
  if (way <= 1) return standard;
  if (way === 2) return times(standard, fraction(random.whole(1, 9), random.pick([3, 4, 5, 10])));
  const bands = isUsed(place, 'tierTable') ? (given(place, 'tierTable') as { upTo: number }[]) : [];
  if (way === 3 && bands.length > 0) return fraction(random.pick(bands).upTo);
  return figureOf(random.pick(LINES), household);
}

/** Brings the income per head to a line. */
const familyIncome: Way = (random, facts, household) =>
  toLine(random, facts, household, lineOf(random, household));

const belowRigidLine: Way = (random, facts, household) => {
  const share = fraction(random.pick([1, 2, 9, 10]), 10);
  return toLine(random, facts, household, times(share, figureOf('rigidLine', household)));
};

function toLine(random: Random, facts: HouseholdFacts, household: Household, line: Fraction) {
  const members = countedMembers(household);
  if (members.length === 0) return facts;
  const lacking = minus(line, figureOf('perCapitaIncome', household));
  const amount = times(lacking, sizeOf(household), windowOf(household));
  return withReceipt(random, facts, random.pick(members).id, amount);
}

const ownIncome: Way = (random, facts, household) => {
  const member = random.pick(household.below.member ?? []) as Line<'member'>;
  const standard = fraction(Number(given(household.sheet.place, 'standard')));
  const lacking = minus(standard, figureOf('aloneIncome', member));
  return withReceipt(random, facts, member.id, times(lacking, windowOf(household)));
};

const livelihood: Way = (random, facts, household) => {
  const member = random.pick(household.below.member ?? []) as Line<'member'>;
  const standard = fraction(Number(given(household.sheet.place, 'standard')));
  const lacking = minus(standard, figureOf('livelihood', member));
  return withReceipt(random, facts, member.id, times(lacking, windowOf(household)));
};

/** A receipt of no special kind, or a payment where there is too much. */
function withReceipt(
  random: Random,
  facts: HouseholdFacts,
  member: string,
  exact: Fraction,
): HouseholdFacts {
  const amount = beside(random, exact);
  if (Math.abs(amount) > LARGEST_FIGURE || amount === 0) return facts;
  const row = { id: `hug${facts.incomes?.length}-${facts.transfersPaid?.length}`, member };
  const now = { ...facts, acceptedOn: null };
  if (amount < 0) {
    const payment = {
      ...row,
      ...({ kind: 'other', period: 'once-in-window' } as const),
      amount: -amount,
    } as NonNullable<HouseholdFacts['transfersPaid']>[number];
    return { ...now, transfersPaid: [...(facts.transfersPaid ?? []), payment] };
  }
  const receipt = {
    ...row,
    ...({ kind: 'other', period: 'once-in-window', basis: 'stated' } as const),
    ...{ amount, costs: 0, activity: 'rice', quantityHundredths: 0, normChosen: 0 },
    receivedOn: '2020-02-29',
  } as NonNullable<HouseholdFacts['incomes']>[number];
  return { ...now, incomes: [...(facts.incomes ?? []), receipt] };
}

const deposit: Way = (random, facts, household) => {
  const prefix: Prefix = random.pick(['dibao', 'margin', 'rigid', 'tekun'] as const);
  if (!isUsed(household.sheet.place, `${prefix}FinancialLimit`)) return facts;
  const members = countedMembers(household);
  if (members.length === 0) return facts;
  const limit = amountByRule(`${prefix}FinancialLimit`, household);
  const value = beside(random, minus(limit, figureOf('financialTotal', household)));
  if (value < 0 || value > LARGEST_FIGURE) return facts;
  const asset = {
    ...{ id: `hug${facts.assets?.length}`, owner: random.pick(members).id, kind: 'deposit', value },
    ...{ necessary: false, vehicleUse: null, houseKind: null, areaSquareMetres: null },
    ...{ acquiredOn: '2020-02-29', registeredCapital: null },
  } as NonNullable<HouseholdFacts['assets']>[number];
  return { ...facts, acceptedOn: null, assets: [...(facts.assets ?? []), asset] };
};

/** Brings the year's rigid spending to the ratio of the family's income. */
const spending: Way = (random, facts, household) => {
  const members = countedMembers(household);
  const kinds = list(household.sheet.place, 'rigidSpendingKinds').filter(
    (kind) => kind !== 'education',
  );
  if (members.length === 0 || kinds.length === 0) return facts;
  const line = times(figureOf('rigidSpendingLine', household), fraction(12));
  const lacking = minus(line, figureOf('yearSpending', household));
  const ownShare = beside(random, plus(lacking, ZERO));
  if (order(lacking, ZERO) <= 0 || ownShare < 0 || ownShare > LARGEST_FIGURE) return facts;
  const bill = {
    ...{ id: `hug${facts.spendings?.length}`, member: random.pick(members).id },
    ...{ kind: random.pick(kinds), ownShare, aidReceived: 0, publicPrice: 0 },
  } as NonNullable<HouseholdFacts['spendings']>[number];
  return { ...facts, spendings: [...(facts.spendings ?? []), bill] };
};
