import {
  type Fraction,
  fraction,
  isAtLeast,
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
import { ageOf, countedMembers, headsOf } from './member.ts';
import { choice, figure, isUsed, list } from './place.ts';
import { receipts, timesIn, windowOf } from './receipt.ts';
import { guessed, known, type Line, once, recordsOf } from './sheet.ts';
import { supportOf } from './support.ts';
import { amountByRule } from './value.ts';

/** A person's income of the accounting period, and the family's per head and month (S57 a.13). */

type Member = Line<'member'>;
type Household = Line<'household'>;

function sum<T>(lines: readonly T[], of: (line: T) => Fraction): Fraction {
  return plus(ZERO, ...lines.map(of));
}

function receiptsOf(member: Member, isOf: (kind: string) => boolean): readonly Line<'income'>[] {
  return recordsOf(member, 'income').filter((receipt) => isOf(receipts.classOf(receipt)));
}

function wagesOf(member: Member): readonly Line<'income'>[] {
  return receiptsOf(member, (kind) => kind === 'wage');
}

function wageIncomeOf(member: Member): Fraction {
  return sum(wagesOf(member), receipts.countedOf);
}

function actualCostsOf(member: Member): Fraction {
  return sum(wagesOf(member), receipts.costsOf);
}

/** What going to work costs: by the place's rule, or as it was, up to the place's share of the standard. */
function employmentCostOf(member: Member): Fraction {
  const { place } = member.sheet;
  const wages = wageIncomeOf(member);
  if (order(wages, ZERO) <= 0) return ZERO;
  if (isUsed(place, 'employmentCostRule')) {
    const byRule = times(amountByRule('employmentCostRule', member), windowOf(member));
    return smaller(wages, toFen(byRule));
  }
  const actual = actualCostsOf(member);
  if (!isUsed(place, 'employmentCostCap')) return smaller(wages, actual);
  const monthly = times(figure(place, 'employmentCostCap'), figure(place, 'standard'));
  return smaller(wages, actual, toFen(times(monthly, windowOf(member))));
}

function netWagesOf(member: Member): Fraction {
  return larger(ZERO, minus(wageIncomeOf(member), employmentCostOf(member)));
}

const labourIncomeOf = once((member: Member): Fraction => {
  const business = receiptsOf(member, (kind) => kind === 'business');
  return plus(netWagesOf(member), sum(business, receipts.countedOf));
});

function labourRecordsOf(member: Member): number {
  const kinds = ['wage', 'farming', 'breeding', 'business'];
  return recordsOf(member, 'income').filter(({ record }) => kinds.includes(record.kind)).length;
}

/** Labour income the place imputes beyond what was found; never where work truly cannot be found (S83). */
function labourAdditionOf(member: Member): Fraction {
  const { place } = member.sheet;
  if (!isUsed(place, 'imputedLabour')) return ZERO;
  const monthly = amountByRule('imputedLabour', member);
  if (order(monthly, ZERO) <= 0) return ZERO;
  if (known(member.record.cannotFindWork, 'cannotFindWork')) return ZERO;
  const imputed = toFen(times(monthly, windowOf(member)));
  const beyond = minus(imputed, labourIncomeOf(member));
  switch (choice(place, 'imputeWhen')) {
    case 'no-record':
      return labourRecordsOf(member) > 0 ? ZERO : imputed;
    case 'lower':
      return larger(ZERO, beyond);
    default:
      return beyond;
  }
}

function coefficientOf(member: Member): Fraction {
  if (!isUsed(member.sheet.place, 'labourCoefficient')) return ZERO;
  return known(member.record.cannotFindWork, 'cannotFindWork')
    ? ZERO
    : amountByRule('labourCoefficient', member);
}

/** Somebody who works and whose pay nobody has recorded is not taken to earn nothing. */
function checkDeclared(member: Member): Fraction {
  const { place } = member.sheet;
  if (isUsed(place, 'imputedLabour') || isUsed(place, 'labourCoefficient')) return ZERO;
  const { labourCapacity, studentLevel, employment } = member.record;
  if (ageOf(member) < 16 || labourRecordsOf(member) > 0) return ZERO;
  if (known(labourCapacity, 'labourCapacity') === 'none') return ZERO;
  if (known(studentLevel, 'studentLevel') !== 'none') return ZERO;
  if (['employed', 'flexible'].includes(known(employment, 'employment'))) {
    return guessed(member, 'income from work').figure;
  }
  return ZERO;
}

function transferPaidOf(transfer: Line<'transfer'>): Fraction {
  return toFen(times(fraction(known(transfer.record.amount, 'amount')), timesIn(transfer)));
}

export function transfersOf(member: Member): Fraction {
  return sum(recordsOf(member, 'transfer'), transferPaidOf);
}

export const incomeOf = once((member: Member): Fraction => {
  const others = receiptsOf(member, (kind) => kind !== 'wage');
  const received = plus(
    sum(others, receipts.countedOf),
    netWagesOf(member),
    labourAdditionOf(member),
    checkDeclared(member),
  );
  return minus(received, transfersOf(member));
});

function coefficientIncomeOf(household: Household): Fraction {
  const { place } = household.sheet;
  if (!isUsed(place, 'coefficientBase')) return ZERO;
  const own = sum(countedMembers(household), coefficientOf);
  const less = amountByRule('coefficientDeduction', household);
  const base = amountByRule('coefficientBase', household);
  return toFen(times(larger(ZERO, minus(own, less)), base, windowOf(household)));
}

function coefficientAdditionOf(household: Household): Fraction {
  if (!isUsed(household.sheet.place, 'coefficientBase')) return ZERO;
  const earned = sum(countedMembers(household), labourIncomeOf);
  return larger(ZERO, minus(coefficientIncomeOf(household), earned));
}

export const totalIncomeOf = once(
  (household: Household): Fraction =>
    plus(sum(countedMembers(household), incomeOf), coefficientAdditionOf(household)),
);

export const supportIncomeOf = once((household: Household): Fraction => {
  if (choice(household.sheet.place, 'supportMethod') === 'none') return ZERO;
  const supporters = countedMembers(household).flatMap((each) => recordsOf(each, 'supporter'));
  return sum(supporters, supportOf);
});

function deductibleOf(spending: Line<'spending'>): Fraction {
  const { record, sheet } = spending;
  if (isUsed(sheet.place, 'spendingRule')) return toFen(amountByRule('spendingRule', spending));
  const paid = minus(
    fraction(known(record.ownShare, 'ownShare')),
    fraction(known(record.aidReceived, 'aidReceived')),
  );
  return larger(ZERO, paid);
}

function rigidSpendingOf(household: Household): Fraction {
  const { place } = household.sheet;
  if (!isUsed(place, 'spendingKinds')) return ZERO;
  const kinds = list(place, 'spendingKinds');
  const spendings = countedMembers(household).flatMap((each) => recordsOf(each, 'spending'));
  return sum(
    spendings.filter(({ record }) => kinds.includes(record.kind)),
    deductibleOf,
  );
}

function rigidDeductionOf(household: Household): Fraction {
  const { place } = household.sheet;
  const caps: Fraction[] = [];
  if (isUsed(place, 'spendingCap')) caps.push(figure(place, 'spendingCap'));
  if (isUsed(place, 'spendingMonthlyCap')) {
    caps.push(times(figure(place, 'spendingMonthlyCap'), windowOf(household)));
  }
  return smaller(rigidSpendingOf(household), ...caps);
}

const monthlyIncomeOf = once((household: Household): Fraction => {
  const own = minus(totalIncomeOf(household), rigidDeductionOf(household));
  const monthly = plus(over(own, windowOf(household)), supportIncomeOf(household));
  const less = toFen(amountByRule('householdDeduction', household));
  return larger(ZERO, minus(monthly, less));
});

/** Exact: nothing is rounded before the comparison with a line. */
export const perCapitaOf = once(
  (household: Household): Fraction => over(monthlyIncomeOf(household), headsOf(household)),
);

/** A month's income of the family before rigid spending is taken off. */
export function averageIncomeOf(household: Household): Fraction {
  const own = over(totalIncomeOf(household), windowOf(household));
  return larger(ZERO, plus(own, supportIncomeOf(household)));
}

/** S43 a.6: what one person lives on in a month, supporters' real payments included. */
export const livelihoodOf = once((member: Member): Fraction => {
  const received = sum(recordsOf(member, 'income'), receipts.ofLivelihood);
  const own = over(minus(received, transfersOf(member)), windowOf(member));
  const paid = sum(recordsOf(member, 'supporter'), ({ record }) =>
    fraction(known(record.actualMonthly, 'actualMonthly')),
  );
  return larger(ZERO, plus(own, paid));
});

export function livesBelow(member: Member, line: Fraction): boolean {
  return !isAtLeast(livelihoodOf(member), line);
}

export const labourNames = {
  wageIncome: wageIncomeOf,
  actualWageCosts: actualCostsOf,
  employmentCost: employmentCostOf,
  labourIncome: labourIncomeOf,
  labourMonthly: (member: Member) => toFen(over(labourIncomeOf(member), windowOf(member))),
  labourRecords: (member: Member) => fraction(labourRecordsOf(member)),
  labourAddition: labourAdditionOf,
  ownCoefficient: coefficientOf,
  undeclaredWork: checkDeclared,
  memberIncome: incomeOf,
  livelihood: livelihoodOf,
};
export const transferNames = { transferPaid: transferPaidOf };
export const deductionNames = { deductibleSpending: deductibleOf };
export const familyIncomeNames = {
  rigidSpending: rigidSpendingOf,
  rigidDeduction: rigidDeductionOf,
  coefficientIncome: coefficientIncomeOf,
  coefficientAddition: coefficientAdditionOf,
  totalIncome: totalIncomeOf,
  supportIncome: supportIncomeOf,
  monthlyIncome: monthlyIncomeOf,
  perCapitaIncome: perCapitaOf,
};
