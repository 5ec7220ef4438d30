import { fullMonths } from './calendar.ts';
import {
  type Fraction,
  fraction,
  isAtLeast,
  isBelow,
  larger,
  ONE,
  rounded,
  smaller,
  times,
  toNumber,
  ZERO,
} from './fraction.ts';
import { isEligible, standardOf } from './dibao.ts';
import { perCapitaOf } from './income.ts';
import { isInMargin, isInRigid, isRigidPropertyMet, residentsMonthly } from './low-income.ts';
import { countedMembers } from './member.ts';
import { answer, choice, direction, figure, isUsed } from './place.ts';
import { isPropertyWithin } from './property.ts';
import { known, type Line, once, recordsOf } from './sheet.ts';
import { amountByRule, answerByRule } from './value.ts';

/** 临时救助 (LS): 急难 or 支出, not twice for one cause, one sum, who may decide it, how it is paid. */

type Household = Line<'household'>;
type PastRelief = Line<'pastRelief'>;

function reliefOf(household: Household) {
  return known(household.record.relief, 'relief');
}

function kindOf(household: Household): string {
  return known(reliefOf(household).kind, 'relief.kind');
}

function isEmergency(household: Household): boolean {
  const kind = kindOf(household);
  if (kind === 'small-fast') return answer(household.sheet.place, 'smallFastUsed');
  return kind === 'emergency';
}

function lineOf(household: Household): Fraction {
  return isUsed(household.sheet.place, 'temporaryIncomeLine')
    ? amountByRule('temporaryIncomeLine', household)
    : residentsMonthly(household);
}

function isPropertyMet(household: Household): boolean {
  const of = choice(household.sheet.place, 'temporaryPropertyOf');
  if (of === 'dibao' || of === 'margin') return isPropertyWithin(of, household);
  return of === 'rigid' ? isRigidPropertyMet(household) : true;
}

function isLowIncome(household: Household): boolean {
  if (isEligible(household) || isInMargin(household)) return true;
  const isRecognised = countedMembers(household).some(
    ({ record }) => known(record.currentScheme, 'currentScheme') !== 'none',
  );
  return isRecognised || isInRigid(household);
}

function isSpendingType(household: Household): boolean {
  if (kindOf(household) !== 'spending') return false;
  if (!isBelow(perCapitaOf(household), lineOf(household))) return false;
  if (!isPropertyMet(household)) return false;
  return !answer(household.sheet.place, 'temporaryOnlyLowIncome') || isLowIncome(household);
}

function isSameCause({ record, sheet, above }: PastRelief): boolean {
  const cause = known(reliefOf(above as Household).cause, 'relief.cause');
  if (known(record.cause, 'cause') !== cause) return false;
  const granted = known(record.grantedOn, 'grantedOn');
  if (answer(sheet.place, 'temporarySameCauseByYear')) return granted >= sheet.yearStart;
  const months = fraction(fullMonths(granted, sheet.day));
  return isBelow(months, figure(sheet.place, 'temporarySameCauseMonths'));
}

function isNotRepeated(household: Household): boolean {
  if (!recordsOf(household, 'pastRelief').some(isSameCause)) return true;
  return known(reliefOf(household).repeatJustified, 'repeatJustified');
}

function isWithinCount(household: Household): boolean {
  const { place, yearStart } = household.sheet;
  if (!isUsed(place, 'temporaryYearlyCount')) return true;
  const thisYear = recordsOf(household, 'pastRelief').filter(
    ({ record }) => known(record.grantedOn, 'grantedOn') >= yearStart,
  );
  return isBelow(fraction(thisYear.length), figure(place, 'temporaryYearlyCount'));
}

const isGranted = once((household: Household): boolean => {
  if (kindOf(household) === 'none') return false;
  const isMet = isEmergency(household) || isSpendingType(household);
  return isMet && isNotRepeated(household) && isWithinCount(household);
});

function inSteps({ sheet }: Line, amount: Fraction): Fraction {
  const step = figure(sheet.place, 'temporaryStep');
  return rounded(amount, direction(sheet.place, 'temporaryRounding'), step);
}

function exactOf(household: Household): Fraction {
  const amount = inSteps(household, amountByRule('temporaryAmountRule', household));
  if (!isUsed(household.sheet.place, 'temporaryCap')) return amount;
  return smaller(amount, inSteps(household, amountByRule('temporaryCap', household)));
}

/** One month of the standard, for each person or for the household. */
function smallFastCapOf(household: Household): Fraction {
  const isPerPerson = choice(household.sheet.place, 'smallFastPer') === 'person';
  const persons = isPerPerson ? fraction(known(reliefOf(household).persons, 'persons')) : ONE;
  return times(standardOf(household), larger(ONE, persons));
}

const amountOf = once((household: Household): Fraction => {
  if (!isGranted(household)) return ZERO;
  const amount = exactOf(household);
  return kindOf(household) === 'small-fast' ? smaller(amount, smallFastCapOf(household)) : amount;
});

function isWithinTownship(household: Household): boolean {
  if (!isUsed(household.sheet.place, 'townshipCeiling')) return false;
  return isAtLeast(amountByRule('townshipCeiling', household), amountOf(household));
}

function needsCoordination(household: Household): boolean {
  if (!isGranted(household)) return false;
  if (known(reliefOf(household).severity, 'severity') === 'extreme') return true;
  return answerByRule('coordinationRule', household);
}

function stagesOf(household: Household): Fraction {
  return isUsed(household.sheet.place, 'temporaryStages')
    ? rounded(amountByRule('temporaryStages', household), 'down', ONE)
    : ONE;
}

/** Payments as equal as whole fen allow, the larger first. */
function paymentsOf(household: Household): number[] {
  const total = toNumber(amountOf(household));
  const parts = Math.max(1, toNumber(stagesOf(household)));
  const payments: number[] = [];
  let left = total;
  for (let open = parts; open > 0; open -= 1) {
    const next = Math.ceil(left / open);
    payments.push(next);
    left -= next;
  }
  return payments;
}

export const temporary = {
  isGranted,
  amountOf,
  isWithinTownship,
  needsCoordination,
  paymentsOf,
};

export const pastReliefNames = { sameCause: isSameCause };
export const temporaryNames = {
  isEmergency,
  temporaryLine: lineOf,
  incomeBelowTemporaryLine: (household: Household) =>
    isBelow(perCapitaOf(household), lineOf(household)),
  temporaryPropertyMet: isPropertyMet,
  isLowIncomeFamily: isLowIncome,
  spendingTypeMet: isSpendingType,
  temporaryConditionMet: (household: Household) =>
    isEmergency(household) || isSpendingType(household),
  notRepeated: isNotRepeated,
  withinYearlyCount: isWithinCount,
  temporaryEligible: isGranted,
  temporaryExact: exactOf,
  smallFastCap: smallFastCapOf,
  temporaryAmount: amountOf,
  withinTownship: isWithinTownship,
  needsCoordination,
  payInStages: stagesOf,
};
