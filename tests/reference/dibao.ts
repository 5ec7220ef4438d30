import {
  type Fraction,
  fraction,
  isBelow,
  larger,
  minus,
  order,
  plus,
  rounded,
  smaller,
  times,
  toFen,
  ZERO,
} from './fraction.ts';
import { perCapitaOf } from './income.ts';
import { countedMembers, sizeOf } from './member.ts';
import { bandOf, choice, direction, figure, isUsed } from './place.ts';
import { isPropertyWithin } from './property.ts';
import { guessed, type Line, once } from './sheet.ts';
import { amountByRule, answerByRule } from './value.ts';

/** 低保: strictly below the standard, property within limits; then the amount (S57 a.23, a.27). */

type Member = Line<'member'>;
type Household = Line<'household'>;

export function standardOf(line: Line): Fraction {
  return figure(line.sheet.place, 'standard');
}

/** As the place rounds amounts of 低保. */
export function inSteps(line: Line, amount: Fraction): Fraction {
  const { place } = line.sheet;
  return rounded(amount, direction(place, 'roundingDirection'), figure(place, 'roundingStep'));
}

export const isEligible = once((household: Household): boolean => {
  if (order(sizeOf(household), ZERO) === 0) return false;
  const isPoor = isBelow(perCapitaOf(household), standardOf(household));
  return isPoor && isPropertyWithin('dibao', household);
});

function perCapitaForAmount(household: Household): Fraction {
  const isRounded = choice(household.sheet.place, 'roundingAt') === 'per-capita';
  const exact = perCapitaOf(household);
  return isRounded ? inSteps(household, exact) : exact;
}

function perHeadExact(household: Household): Fraction {
  const { place } = household.sheet;
  switch (choice(place, 'amountMethod')) {
    case 'tiers':
      if (!isUsed(place, 'tierTable')) return guessed(household, 'tierTable').figure;
      return fraction(bandOf(place, 'tierTable', perCapitaOf(household))?.amount ?? 0);
    case 'per-head':
      if (!isUsed(place, 'perHeadAmount')) return guessed(household, 'perHeadAmount').figure;
      return amountByRule('perHeadAmount', household);
    default:
      return larger(ZERO, minus(standardOf(household), perCapitaForAmount(household)));
  }
}

function perHeadOf(household: Household): Fraction {
  const isRounded = choice(household.sheet.place, 'roundingAt') === 'per-head';
  const exact = perHeadExact(household);
  return isRounded ? inSteps(household, exact) : exact;
}

function getsFullStandard(member: Member): boolean {
  return answerByRule('fullStandardFor', member);
}

function classBenefitOf(member: Member): Fraction {
  if (!isUsed(member.sheet.place, 'classAmount')) {
    return toFen(guessed(member, 'classAmount').figure);
  }
  return toFen(amountByRule('classAmount', member));
}

function othersOf(household: Household): readonly Member[] {
  return countedMembers(household).filter((member) => !getsFullStandard(member));
}

function fullPersonsOf(household: Household): Fraction {
  return fraction(countedMembers(household).filter(getsFullStandard).length);
}

function classBenefit(household: Household): Fraction {
  return plus(ZERO, ...othersOf(household).map(classBenefitOf));
}

function isByClass(household: Household): boolean {
  return choice(household.sheet.place, 'amountMethod') === 'by-class';
}

const regularOf = once((household: Household): Fraction => {
  const others = isByClass(household)
    ? classBenefit(household)
    : times(perHeadOf(household), fraction(othersOf(household).length));
  return plus(times(standardOf(household), fullPersonsOf(household)), others);
});

function leastOf(household: Household): Fraction {
  const { place } = household.sheet;
  const least: Fraction[] = [];
  if (isUsed(place, 'minimumPaymentPercent')) {
    const share = times(figure(place, 'minimumPaymentPercent'), standardOf(household));
    least.push(toFen(times(share, sizeOf(household))));
  }
  if (isUsed(place, 'minimumPaymentAmount')) least.push(figure(place, 'minimumPaymentAmount'));
  return larger(ZERO, ...least);
}

/** A place whose amounts exceed its own standard has made a mistake in its figures. */
export function isWithinStandard(household: Household): boolean {
  const standard = standardOf(household);
  if (isBelow(times(standard, sizeOf(household)), regularOf(household))) return false;
  if (!isByClass(household)) return true;
  return othersOf(household).every((member) => !isBelow(standard, classBenefitOf(member)));
}

export function basicOf(household: Household): Fraction {
  if (!isEligible(household)) return ZERO;
  const amount = larger(leastOf(household), regularOf(household));
  return smaller(times(standardOf(household), sizeOf(household)), inSteps(household, amount));
}

export function supplementOf(member: Member): Fraction {
  if (!isUsed(member.sheet.place, 'memberSupplementRule')) return ZERO;
  return inSteps(member, amountByRule('memberSupplementRule', member));
}

function householdSupplement(household: Household): Fraction {
  if (!isUsed(household.sheet.place, 'householdSupplementRule')) return ZERO;
  return inSteps(household, amountByRule('householdSupplementRule', household));
}

function supplementTotal(household: Household): Fraction {
  if (!isEligible(household)) return ZERO;
  const ofMembers = countedMembers(household).map(supplementOf);
  return plus(householdSupplement(household), ...ofMembers);
}

export function monthlyAmountOf(household: Household): Fraction {
  return plus(basicOf(household), supplementTotal(household));
}

export const dibaoNames = {
  incomeBelowStandard: (household: Household) =>
    isBelow(perCapitaOf(household), standardOf(household)),
  eligible: isEligible,
  perCapitaForAmount,
  perHeadExact,
  perHeadBenefit: perHeadOf,
  fullStandardPersons: fullPersonsOf,
  classBenefit,
  regularBenefit: regularOf,
  leastBenefit: leastOf,
  amountWithinStandard: isWithinStandard,
  basicBenefit: basicOf,
  householdSupplement,
  supplementTotal,
  monthlyAmount: monthlyAmountOf,
};
export const benefitNames = {
  getsFullStandard,
  classBenefitOf,
  memberSupplement: supplementOf,
};
