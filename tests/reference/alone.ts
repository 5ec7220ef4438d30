import { fullMonths } from './calendar.ts';
import {
  type Fraction,
  fraction,
  isBelow,
  larger,
  minus,
  over,
  plus,
  smaller,
  times,
  ZERO,
} from './fraction.ts';
import { inSteps, isEligible, standardOf } from './dibao.ts';
import { incomeOf, perCapitaOf } from './income.ts';
import { isInMargin } from './low-income.ts';
import {
  isClergyApart,
  isCounted,
  isGravelyDisabled,
  isMinor,
  isSeverelyDisabled,
} from './member.ts';
import { answer, choice, figure, isUsed } from './place.ts';
import { windowOf } from './receipt.ts';
import { known, type Line, once, recordsOf } from './sheet.ts';
import { supportOf } from './support.ts';
import { amountByRule, answerByRule } from './value.ts';

/** 单人户 (S57 a.8, S83, SLAW a.21) and 渐退 (S57 a.33): what a family that is not in 低保 may still get. */

type Member = Line<'member'>;
type Household = Line<'household'>;

function isUnemployedDisabled(member: Member): boolean {
  const out = ['registered-unemployed', 'unemployed', 'not-able'];
  return (
    isSeverelyDisabled(member) &&
    !isMinor(member) &&
    out.includes(known(member.record.employment, 'employment'))
  );
}

const doorOf = once((member: Member): string => {
  const { record, sheet } = member;
  const household = member.above as Household;
  if (isEligible(household)) return 'none';
  if (isClergyApart(member)) return 'clergy';
  if (!isCounted(member)) return 'none';
  if (isInMargin(household)) {
    if (isGravelyDisabled(record.disabilityKind, record.disabilityGrade)) return 'disability';
    if (known(record.seriouslyIll, 'seriouslyIll')) return 'illness';
  }
  if (answer(sheet.place, 'unemployedDisabledDoor') && isUnemployedDisabled(member)) {
    return 'unemployed-disabled';
  }
  if (answer(sheet.place, 'specialHardshipDoor') && isInMargin(household)) {
    if (known(record.specialHardship, 'specialHardship')) return 'hardship';
  }
  return answerByRule('aloneExtraRule', member) ? 'county' : 'none';
});

function countsOwnIncome(member: Member): boolean {
  return choice(member.sheet.place, 'aloneIncomeBasis') === 'own' || doorOf(member) === 'clergy';
}

const aloneIncomeOf = once((member: Member): Fraction => {
  if (!countsOwnIncome(member)) return perCapitaOf(member.above as Household);
  const paid = recordsOf(member, 'supporter').map(supportOf);
  return larger(ZERO, plus(over(incomeOf(member), windowOf(member)), ...paid));
});

function isAloneEligible(member: Member): boolean {
  if (doorOf(member) === 'none') return false;
  return !countsOwnIncome(member) || isBelow(aloneIncomeOf(member), standardOf(member));
}

function aloneAmountOf(member: Member): Fraction {
  if (!isAloneEligible(member)) return ZERO;
  const standard = standardOf(member);
  if (isUsed(member.sheet.place, 'aloneAmountRule')) {
    return smaller(standard, inSteps(member, amountByRule('aloneAmountRule', member)));
  }
  if (!countsOwnIncome(member)) return standard;
  const gap = larger(ZERO, minus(standard, aloneIncomeOf(member)));
  return smaller(standard, inSteps(member, gap));
}

function exitMonthsOf(household: Household): Fraction {
  const { place } = household.sheet;
  if (isUsed(place, 'gradualExitMonthsRule')) {
    return amountByRule('gradualExitMonthsRule', household);
  }
  const exit = known(household.record.exit, 'exit');
  const byWork = ['work', 'graduate', 'public-post', 'disabled-work'];
  const isByWork = byWork.includes(known(exit.reason, 'exit.reason'));
  return isByWork ? figure(place, 'gradualExitMonths') : ZERO;
}

function isInExit(household: Household): boolean {
  if (isEligible(household)) return false;
  const since = known(known(household.record.exit, 'exit').since, 'exit.since');
  return isBelow(fraction(fullMonths(since, household.sheet.day)), exitMonthsOf(household));
}

function exitAmountOf(household: Household): Fraction {
  if (!isInExit(household)) return ZERO;
  const former = known(known(household.record.exit, 'exit').formerAmount, 'exit.formerAmount');
  const percent = figure(household.sheet.place, 'gradualExitPercent');
  return inSteps(household, times(fraction(former), percent));
}

export const alone = { doorOf, isAloneEligible, aloneAmountOf };
export const exit = { exitMonthsOf, isInExit, exitAmountOf };

export const aloneNames = {
  unemployedDisabled: isUnemployedDisabled,
  aloneDoor: doorOf,
  aloneIncome: aloneIncomeOf,
  aloneEligible: isAloneEligible,
  aloneAmount: aloneAmountOf,
};
export const exitNames = {
  exitMonths: exitMonthsOf,
  inGradualExit: isInExit,
  gradualExitAmount: exitAmountOf,
};
