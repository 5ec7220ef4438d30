import { addFen, type Fen, fen, shareOfFen } from '../../kernel/fen.ts';
import { addMonths, type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import { type Entitlement, entitlementIn } from '../review/index.ts';
import type { Residence } from './pot.ts';
import type { PaidScheme } from './roll.ts';
import type { Subsidy } from './subsidy-due.ts';

/** Somebody in the register, as far as their money goes. */
export type InRegister = {
  readonly scheme: PaidScheme;
  readonly residence: Residence;
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
  /** 价格补贴 for each person and month besides what is approved already, in the months it is paid. */
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
  /** Owed for months behind: held lines nobody has paid yet, and approved 补发 no roll has listed. */
  readonly arrears: Fen;
};

/** What is known of the county: who is in the register, how it went, and which 价格补贴 is approved. */
export type Known = {
  readonly register: readonly InRegister[];
  readonly trend: Trend;
  readonly subsidies: readonly (Subsidy & { readonly scheme: PaidScheme })[];
  /** Published standards to come, with what each adds a month. */
  readonly standards: readonly { readonly from: string; readonly monthly: number }[];
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
  { register, trend, subsidies, standards }: Known,
  months: readonly Month[],
  scenario: Scenario,
): readonly MonthNeed[] {
  const share = (amount: Fen, index: number) =>
    trend.months === 0 ? fen(0) : shareOfFen(amount, index + 1, trend.months, 'half-up');
  return months.map((month, index) => {
    const { roll, people, approved } = inMonth(register, subsidies, month);
    const entering = shareOfFen(
      share(trend.entered.monthly, index),
      scenario.entering,
      100,
      'half-up',
    );
    const leaving = fen(-Math.min(roll, share(trend.left.monthly, index)));
    const begun = standards.filter(({ from }) => month >= from);
    const published = begun.reduce((sum, { monthly }) => sum + monthly, 0);
    const raise = fen(published + (month >= scenario.raiseFrom ? people * scenario.raise : 0));
    const tried = index < scenario.subsidyMonths ? people * scenario.subsidy : 0;
    const subsidy = fen(approved + tried);
    const temporary =
      trend.months === 0 ? fen(0) : shareOfFen(trend.temporary, 1, trend.months, 'half-up');
    const arrears = index === 0 ? trend.arrears : fen(0);
    const parts = { roll, entering, leaving, raise, subsidy, temporary, arrears };
    return { month, ...parts, total: addFen(...Object.values(parts)) };
  });
}

function inMonth(
  register: readonly InRegister[],
  subsidies: Known['subsidies'],
  month: Month,
): { readonly roll: Fen; readonly people: number; readonly approved: number } {
  const ofMonth = new Map(
    subsidies.filter((each) => each.month === month).map((each) => [each.scheme, each] as const),
  );
  let [roll, people, approved] = [0, 0, 0];
  for (const { entries, members, scheme, residence } of register) {
    const amount = entitlementIn(entries, month)?.amount ?? 0;
    roll += amount;
    if (amount === 0) continue;
    people += members;
    approved += members * (ofMonth.get(scheme)?.[residence] ?? 0);
  }
  return { roll: fen(roll), people, approved };
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
