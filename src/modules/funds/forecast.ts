import { addFen, type Fen, fen, shareOfFen } from '../../kernel/fen.ts';
import { addMonths, type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import { type Entitlement, entitlementIn } from '../review/index.ts';
import type { PaidScheme } from './roll.ts';

/** Somebody in the register, as far as their money goes. */
export type InRegister = {
  readonly scheme: PaidScheme;
  readonly members: number;
  readonly entries: readonly Entitlement[];
};

/** What somebody wants to try out. */
export type Scenario = {
  /** More for each person and month, from a month on: what a higher standard brings a 补差 household at most. */
  readonly raise: Fen;
  readonly raiseFrom: Month;
  /** Households entering against the trend, in percent: 100 is as until now. */
  readonly entering: number;
  /** 价格补贴 for each person and month, in the months it is paid. */
  readonly subsidy: Fen;
  readonly subsidyMonths: number;
};

/** What the months behind tell of those to come. */
export type Trend = {
  /** Households that entered and left in the months looked at, and what they got a month. */
  readonly months: number;
  readonly entered: { readonly households: number; readonly monthly: Fen };
  readonly left: { readonly households: number; readonly monthly: Fen };
  /** 临时救助 given in the months looked at. */
  readonly temporary: Fen;
  /** Owed for months behind: held lines nobody has paid yet. */
  readonly arrears: Fen;
};

export type MonthNeed = {
  readonly month: Month;
  readonly roll: Fen;
  readonly entering: Fen;
  readonly leaving: Fen;
  readonly raise: Fen;
  readonly subsidy: Fen;
  readonly temporary: Fen;
  readonly arrears: Fen;
  readonly total: Fen;
};

/** The months after a day until the end of its year; the next year's in December. */
export function monthsAhead(today: LocalDate): readonly Month[] {
  const months: Month[] = [];
  let day = `${monthOf(today)}-01` as LocalDate;
  do {
    day = addMonths(day, 1);
    months.push(monthOf(day));
  } while (!monthOf(day).endsWith('-12'));
  return months;
}

/**
 * What each month to come takes: who is in the register as decided now (with what begins or ends later), those who will
 * enter and leave as in the months behind, a higher standard, 价格补贴, 临时救助 and, with the first month, what is owed
 * for months behind. Every part stands by itself, so that a person can check it.
 */
export function forecastOf(
  register: readonly InRegister[],
  trend: Trend,
  months: readonly Month[],
  scenario: Scenario,
): readonly MonthNeed[] {
  const share = (amount: Fen, index: number) =>
    trend.months === 0 ? fen(0) : shareOfFen(amount, index + 1, trend.months, 'half-up');
  return months.map((month, index) => {
    const { roll, people } = inMonth(register, month);
    const entering = shareOfFen(
      share(trend.entered.monthly, index),
      scenario.entering,
      100,
      'half-up',
    );
    const leaving = fen(-Math.min(roll, share(trend.left.monthly, index)));
    const raise = month >= scenario.raiseFrom ? fen(people * scenario.raise) : fen(0);
    const subsidy = index < scenario.subsidyMonths ? fen(people * scenario.subsidy) : fen(0);
    const temporary =
      trend.months === 0 ? fen(0) : shareOfFen(trend.temporary, 1, trend.months, 'half-up');
    const arrears = index === 0 ? trend.arrears : fen(0);
    const parts = { roll, entering, leaving, raise, subsidy, temporary, arrears };
    return { month, ...parts, total: addFen(...Object.values(parts)) };
  });
}

function inMonth(
  register: readonly InRegister[],
  month: Month,
): { readonly roll: Fen; readonly people: number } {
  let [roll, people] = [0, 0];
  for (const { entries, members } of register) {
    const amount = entitlementIn(entries, month)?.amount ?? 0;
    roll += amount;
    if (amount > 0) people += members;
  }
  return { roll: fen(roll), people };
}

/** The first month the money does not reach; null when it lasts. */
export function firstShort(needs: readonly MonthNeed[], left: Fen): Month | null {
  let open: number = left;
  for (const { month, total } of needs) {
    open -= total;
    if (open < 0) return month;
  }
  return null;
}
