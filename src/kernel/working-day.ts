import {
  addDays,
  fromDayNumber,
  type LocalDate,
  toDayNumber,
  weekday,
  weekdayOf,
} from './local-date.ts';

/** One yearly notice of the State Council. Its lists may hold days of a neighbouring year (2022-12-31 is in 2023's). */
export type CalendarYear = {
  readonly year: number;
  /** Address of the notice. */
  readonly source: string;
  readonly daysOff: readonly LocalDate[];
  readonly makeUpDays: readonly LocalDate[];
};

/** The notices known so far, and days a minority region sets for itself (全国年节及纪念日放假办法第四条). */
export type LegalCalendar = {
  readonly years: readonly CalendarYear[];
  readonly extraDaysOff?: readonly LocalDate[];
};

/** A `LegalCalendar` made ready for counting by `indexCalendar`; build it once and pass it on. */
export type WorkingCalendar = {
  readonly publishedYears: ReadonlySet<number>;
  /** Day number → works or not, only for days that a notice or the region names. */
  readonly named: ReadonlyMap<number, boolean>;
};

/** A counted date or number. `provisional` = a year without a published notice took part (WD-08): count again later. */
export type CountedDate = { readonly date: LocalDate; readonly provisional: boolean };
export type CountedDays = { readonly days: number; readonly provisional: boolean };

/** Publicity never lasts less than this, whatever a county writes (PB-02). */
export const leastPublicityDays = 7;

/** A regional day off outranks a make-up day of the same date: nobody is at the counter. */
export function indexCalendar(calendar: LegalCalendar): WorkingCalendar {
  const named = new Map<number, boolean>();
  for (const year of calendar.years) {
    for (const date of year.daysOff) named.set(toDayNumber(date), false);
    for (const date of year.makeUpDays) named.set(toDayNumber(date), true);
  }
  for (const date of calendar.extraDaysOff ?? []) named.set(toDayNumber(date), false);
  return { publishedYears: new Set(calendar.years.map((year) => year.year)), named };
}

/** WD-01. Null when no notice names the day and its year has no notice: then nobody can know yet. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean | null {
  const named = calendar.named.get(toDayNumber(date));
  if (named !== undefined) return named;
  return calendar.publishedYears.has(yearOf(date)) ? weekday(date) <= 5 : null;
}

/**
 * The n-th working day after `start`; the start day itself is not counted (WD-03, 民法典第二百零一条).
 * Zero gives `start` back. Throws on a negative or broken n: a deadline lies ahead.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  start: LocalDate,
  n: number,
): CountedDate {
  requireWholeDays(n);
  const first = toDayNumber(start);
  let last = first;
  for (let left = n; left > 0; ) {
    last += 1;
    if (works(calendar, last)) left -= 1;
  }
  return { date: fromDayNumber(last), provisional: isProvisional(calendar, first + 1, last) };
}

/**
 * Working days after `from` up to and including `to`. Called with (today, deadline) it is what is left:
 * 0 on the last day, negative when overdue.
 */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
): CountedDays {
  const [start, end] = [toDayNumber(from), toDayNumber(to)];
  const [first, last] = [Math.min(start, end) + 1, Math.max(start, end)];
  let days = 0;
  for (let day = first; day <= last; day += 1) if (works(calendar, day)) days += 1;
  return {
    days: end < start && days > 0 ? -days : days,
    provisional: isProvisional(calendar, first, last),
  };
}

/**
 * Last day of a publicity (PB-02, WD-04): the posting day is not counted; an end on a day off moves to the
 * next working day (民法典第二百零三条). Never before the 7th calendar day, also when counted in working days; `least`
 * is lower only where no national text sets the days (临时救助, LS-06).
 */
export function endOfPublicity(
  calendar: WorkingCalendar,
  posted: LocalDate,
  days: number,
  unit: 'calendar' | 'working',
  least = leastPublicityDays,
): CountedDate {
  requireWholeDays(days);
  const calendarDays = unit === 'calendar' ? Math.max(days, least) : leastPublicityDays;
  const byCalendar = nextWorkingDay(calendar, addDays(posted, calendarDays));
  if (unit === 'calendar') return byCalendar;
  const byWork = addWorkingDays(calendar, posted, days);
  const provisional = byWork.provisional || byCalendar.provisional;
  return { date: byWork.date > byCalendar.date ? byWork.date : byCalendar.date, provisional };
}

/** The day itself when it is a working day, else the next one. */
function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): CountedDate {
  const first = toDayNumber(date);
  let day = first;
  while (!works(calendar, day)) day += 1;
  return { date: fromDayNumber(day), provisional: isProvisional(calendar, first, day) };
}

/** Without a notice Monday to Friday are taken for work; `isProvisional` says that this was done. */
function works(calendar: WorkingCalendar, day: number): boolean {
  return calendar.named.get(day) ?? weekdayOf(day) <= 5;
}

/** Both ends inclusive; an empty range counts nothing and so is certain. */
function isProvisional(calendar: WorkingCalendar, first: number, last: number): boolean {
  for (let day = first; day <= last; ) {
    const year = yearOf(fromDayNumber(day));
    const end = Math.min(last, toDayNumber(`${year}-12-31` as LocalDate));
    if (!calendar.publishedYears.has(year) && !allNamed(calendar, day, end)) return true;
    day = end + 1;
  }
  return false;
}

/** A range can be certain without its year's notice when another year's notice names each of its days. */
function allNamed(calendar: WorkingCalendar, first: number, last: number): boolean {
  for (let day = first; day <= last; day += 1) if (!calendar.named.has(day)) return false;
  return true;
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

function requireWholeDays(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of days ahead: ${n}`);
}
