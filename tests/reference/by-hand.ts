import type { HouseholdFacts } from '../../src/rules/facts.ts';
import type { AsOf, Residence } from '../../src/rules/region.ts';
import { alone, aloneNames, exit, exitNames } from './alone.ts';
import {
  basicOf,
  benefitNames,
  dibaoNames,
  isEligible,
  isWithinStandard,
  monthlyAmountOf,
  supplementOf,
} from './dibao.ts';
import { type Fraction, toNumber } from './fraction.ts';
import {
  deductionNames,
  familyIncomeNames,
  labourNames,
  perCapitaOf,
  transferNames,
} from './income.ts';
import { isInMargin, isInRigid, lowIncomeNames, spendingNames } from './low-income.ts';
import { compositionNames, countedMembers, groundOf, isCounted, memberNames } from './member.ts';
import { bandOf, isUsed, NotSettled, type Place } from './place.ts';
import type { Shelf } from './shelf.ts';
import { assetNames, propertyNames } from './property.ts';
import { receiptNames } from './receipt.ts';
import { type Book, type Guess, type Line, NotKnown, openSheet, recordsOf } from './sheet.ts';
import { supportNames } from './support.ts';
import { supporterNames, tekun, tekunHouseholdNames, tekunNames } from './tekun.ts';
import { pastReliefNames, temporary, temporaryNames } from './temporary.ts';

/**
 * One household decided the way an official would by hand: members, income, property, 低保, 单人户, 边缘,
 * 刚性, 特困, 临时. Written from the law and the frame's titles, with nothing of the formula language; slow,
 * and only for households whose facts are all known.
 */

export const book: Book = {
  household: {
    ...compositionNames,
    ...familyIncomeNames,
    ...propertyNames,
    ...dibaoNames,
    ...exitNames,
    ...lowIncomeNames,
    ...tekunHouseholdNames,
    ...temporaryNames,
  },
  member: { ...memberNames, ...labourNames, ...benefitNames, ...aloneNames, ...tekunNames },
  income: receiptNames,
  transfer: transferNames,
  asset: assetNames,
  supporter: { ...supportNames, ...supporterNames },
  spending: { ...deductionNames, ...spendingNames },
  pastRelief: pastReliefNames,
};

type Household = Line<'household'>;

/** A household opened on an official's desk, for a day and what was published by then. */
export function openByHand(
  facts: HouseholdFacts,
  place: Place,
  guess: Guess | null = null,
): Household {
  const day = place.asOf.on;
  return openSheet(facts, { day, yearStart: `${day.slice(0, 4)}-01-01`, place, book, guess });
}

const places = new WeakMap<Shelf, Map<string, Place>>();

/** A place as it was on a day, its values looked up once. */
export function placeOn(shelf: Shelf, asOf: AsOf, residence: Residence): Place {
  const known = places.get(shelf) ?? new Map<string, Place>();
  places.set(shelf, known);
  const key = `${asOf.on} ${asOf.knownOn} ${residence}`;
  const place = known.get(key) ?? { shelf, asOf, residence, settled: new Map() };
  known.set(key, place);
  return place;
}

/** What is compared of one scheme; plain JSON, fractions as text. */
export type Verdict = Readonly<Record<string, unknown>>;

export function fractionText({ top, bottom }: Fraction): string {
  return `${top}/${bottom}`;
}

/** The verdict of one scheme, or what the place has not settled, or what is not known. */
export function verdictByHand(scheme: string, household: Household): Verdict {
  try {
    if (countedMembers(household).length === 0) return { refused: 'no-member-counted' };
    const decide = DECIDE[scheme];
    if (!decide) throw new Error(`no scheme ${scheme}`);
    return decide(household);
  } catch (error) {
    if (error instanceof NotSettled) return { notSettled: error.message };
    if (error instanceof NotKnown) return { notKnown: error.message };
    throw error;
  }
}

function familyOf(household: Household) {
  return {
    members: recordsOf(household, 'member').map((member) => [
      member.id,
      groundOf(member),
      isCounted(member),
    ]),
    householdSize: countedMembers(household).length,
    perCapita: fractionText(perCapitaOf(household)),
  };
}

const DECIDE: Readonly<Record<string, (household: Household) => Verdict>> = {
  dibao: (household) => {
    const eligible = isEligible(household);
    if (eligible && !isWithinStandard(household)) return { refused: 'amount-above-standard' };
    return {
      ...familyOf(household),
      eligible,
      amount: toNumber(monthlyAmountOf(household)),
      basic: toNumber(basicOf(household)),
      tier: eligible ? tierOf(household) : null,
      supplements: eligible ? supplementsOf(household) : [],
    };
  },
  exit: (household) => ({
    exit: household.record.exit === null ? null : exitOf(household),
  }),
  alone: (household) => ({
    persons: Object.fromEntries(
      recordsOf(household, 'member')
        .filter(alone.isAloneEligible)
        .map((member) => [
          member.id,
          [alone.doorOf(member), toNumber(alone.aloneAmountOf(member))],
        ]),
    ),
  }),
  margin: (household) => ({ ...familyOf(household), eligible: isInMargin(household) }),
  rigid: (household) => ({ ...familyOf(household), eligible: isInRigid(household) }),
  tekun: (household) => {
    const persons = recordsOf(household, 'member').filter(tekun.isTekun);
    const amounts = persons.map((member) => toNumber(tekun.amountOf(member)));
    return {
      ...familyOf(household),
      eligible: persons.length > 0,
      amount: amounts.reduce((sum, each) => sum + each, 0),
      persons: Object.fromEntries(
        persons.map((member, at) => [member.id, [tekun.tierOf(member), amounts[at]]]),
      ),
    };
  },
  temporary: (household) => {
    const eligible = temporary.isGranted(household);
    return {
      ...familyOf(household),
      eligible,
      amount: toNumber(temporary.amountOf(household)),
      ...(eligible ? grantOf(household) : {}),
    };
  },
};

function tierOf(household: Household): string | null {
  const { place } = household.sheet;
  if (!isUsed(place, 'tierTable')) return null;
  return bandOf(place, 'tierTable', perCapitaOf(household))?.title ?? null;
}

function supplementsOf(household: Household) {
  return countedMembers(household)
    .map((member) => [member.id, toNumber(supplementOf(member))] as const)
    .filter(([, amount]) => amount !== 0);
}

function exitOf(household: Household) {
  return [
    exit.isInExit(household),
    toNumber(exit.exitMonthsOf(household)),
    toNumber(exit.exitAmountOf(household)),
  ];
}

function grantOf(household: Household) {
  return {
    withinTownship: temporary.isWithinTownship(household),
    needsCoordination: temporary.needsCoordination(household),
    payments: temporary.paymentsOf(household),
  };
}
