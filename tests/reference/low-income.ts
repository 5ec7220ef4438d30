import {
  type Fraction,
  fraction,
  isAtLeast,
  isBelow,
  larger,
  minus,
  order,
  over,
  plus,
  smaller,
  times,
  toFen,
  ZERO,
} from './fraction.ts';
import { isEligible, standardOf } from './dibao.ts';
import { averageIncomeOf, perCapitaOf } from './income.ts';
import { countedMembers, sizeOf } from './member.ts';
import { answer, choice, figure, isUsed, list } from './place.ts';
import { isPropertyWithin } from './property.ts';
import { known, type Line, once, recordsOf } from './sheet.ts';
import { amountByRule, answerByRule } from './value.ts';

/** 低保边缘家庭 (SLAW a.21) and 刚性支出困难家庭 (SGX a.4–5). */

type Household = Line<'household'>;

function marginLineOf(household: Household): Fraction {
  const { place } = household.sheet;
  return isUsed(place, 'marginIncomeLine')
    ? amountByRule('marginIncomeLine', household)
    : times(figure(place, 'marginPercent'), standardOf(household));
}

export const isInMargin = once((household: Household): boolean => {
  if (order(sizeOf(household), ZERO) === 0 || isEligible(household)) return false;
  const isPoor = isBelow(perCapitaOf(household), marginLineOf(household));
  return isPoor && isPropertyWithin('margin', household);
});

/** A twelfth of what a resident had to spend last year. */
export function residentsMonthly(household: Household): Fraction {
  return over(figure(household.sheet.place, 'disposableIncome'), fraction(12));
}

function rigidLineOf(household: Household): Fraction {
  return isUsed(household.sheet.place, 'rigidIncomeLine')
    ? amountByRule('rigidIncomeLine', household)
    : residentsMonthly(household);
}

/** Own share after other aid; schooling at most what a like public school charges. */
function countedSpending(spending: Line<'spending'>): Fraction {
  const { record, sheet } = spending;
  if (isUsed(sheet.place, 'rigidSpendingRule')) {
    return toFen(amountByRule('rigidSpendingRule', spending));
  }
  const ownShare = fraction(known(record.ownShare, 'ownShare'));
  const paid = minus(ownShare, fraction(known(record.aidReceived, 'aidReceived')));
  if (record.kind !== 'education') return larger(ZERO, paid);
  return larger(ZERO, smaller(paid, fraction(known(record.publicPrice, 'publicPrice'))));
}

const yearSpendingOf = once((household: Household): Fraction => {
  const kinds = list(household.sheet.place, 'rigidSpendingKinds');
  const spendings = countedMembers(household)
    .flatMap((member) => recordsOf(member, 'spending'))
    .filter(({ record }) => kinds.includes(record.kind));
  return plus(ZERO, ...spendings.map(countedSpending));
});

function monthlySpendingOf(household: Household): Fraction {
  return over(yearSpendingOf(household), fraction(12));
}

function spendingLineOf(household: Household): Fraction {
  return times(figure(household.sheet.place, 'rigidRatioPercent'), averageIncomeOf(household));
}

/** More than the ratio of the income; where the place says so, as much is enough. */
function isRatioMet(household: Household): boolean {
  if (order(yearSpendingOf(household), ZERO) <= 0) return false;
  const [spent, line] = [monthlySpendingOf(household), spendingLineOf(household)];
  return answer(household.sheet.place, 'rigidRatioInclusive')
    ? isAtLeast(spent, line)
    : isBelow(line, spent);
}

export function isRigidPropertyMet(household: Household): boolean {
  const of = choice(household.sheet.place, 'rigidPropertyOf');
  if (of === 'none') return true;
  return isPropertyWithin(of === 'dibao' || of === 'margin' ? of : 'rigid', household);
}

function hasTekun(household: Household): boolean {
  return countedMembers(household).some(
    ({ record }) => known(record.currentScheme, 'currentScheme') === 'tekun',
  );
}

export const isInRigid = once((household: Household): boolean => {
  if (order(sizeOf(household), ZERO) === 0) return false;
  if (isEligible(household) || isInMargin(household) || hasTekun(household)) return false;
  return (
    isBelow(perCapitaOf(household), rigidLineOf(household)) &&
    isRigidPropertyMet(household) &&
    isRatioMet(household) &&
    !answerByRule('rigidOtherBar', household)
  );
});

export const spendingNames = { countedSpending };
export const lowIncomeNames = {
  marginLine: marginLineOf,
  incomeBelowMargin: (household: Household) =>
    isBelow(perCapitaOf(household), marginLineOf(household)),
  inMargin: isInMargin,
  yearSpending: yearSpendingOf,
  monthlySpending: monthlySpendingOf,
  averageIncome: averageIncomeOf,
  rigidSpendingLine: spendingLineOf,
  rigidRatioMet: isRatioMet,
  rigidLine: rigidLineOf,
  incomeBelowRigidLine: (household: Household) =>
    isBelow(perCapitaOf(household), rigidLineOf(household)),
  rigidPropertyMet: isRigidPropertyMet,
  rigidOtherMet: (household: Household) => !answerByRule('rigidOtherBar', household),
  inRigid: isInRigid,
  rigidValidity: (household: Household) => figure(household.sheet.place, 'rigidValidityMonths'),
};
