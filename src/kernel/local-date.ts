/** A calendar date in China as "YYYY-MM-DD". Never a Date: seven birthdays of 1940-1949 have no local midnight. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const DAY_MS = 86_400_000;

/** Wraps a valid ISO date; throws otherwise. Use `parseLocalDate` for what people type. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

export function isLocalDate(text: string): text is LocalDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // A year like 0052 is a slip of the keyboard, and Date.UTC would read it as 1952.
  if (year < 1000) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Accepts 19520308, 1952-3-8, 1952/3/8, 1952.3.8, 1952年3月8日; null when it is no date. */
export function parseLocalDate(text: string): LocalDate | null {
  const trimmed = text.trim();
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(trimmed);
  if (!match) return null;
  const iso = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return isLocalDate(iso) ? iso : null;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Plain calendar arithmetic on UTC day numbers; no time zone takes part. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Same-numbered day of a later month, or that month's last day (民法典 202 条). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return iso(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Monday = 1 … Sunday = 7. */
export function weekday(date: LocalDate): number {
  return weekdayOf(toDayNumber(date));
}

/** Monday = 1 … Sunday = 7. Day numbers before 1970 are negative, so the remainder is brought back above zero. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** Completed years of age on a day: the birthday itself counts; 29 February comes of age on 1 March in common years. */
export function ageOn(birth: LocalDate, on: LocalDate): number {
  const [birthYear, birthMonth, birthDay] = partsOf(birth);
  const [year, month, day] = partsOf(on);
  const reached = month > birthMonth || (month === birthMonth && day >= birthDay);
  return year - birthYear - (reached ? 0 : 1);
}

/** Completed months from one date to another. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [fromYear, fromMonth] = partsOf(from);
  const [toYear, toMonth] = partsOf(to);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return addMonths(from, months) <= to ? months : months - 1;
}

/** A calendar month as "YYYY-MM". */
export type Month = string & { readonly __brand: 'Month' };

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7) as Month;
}

/** 次月 / 下月起: the calendar month after the decision's month (WD-06). */
export function monthAfter(date: LocalDate): Month {
  return monthOf(addMonths(localDate(`${date.slice(0, 7)}-01`), 1));
}

/** "2026年11月23日" */
export function formatDate(date: LocalDate): string {
  const [year, month, day] = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/** "2026年11月23日(周一)" */
export function formatDateWithWeekday(date: LocalDate): string {
  return `${formatDate(date)}（周${'一二三四五六日'[weekday(date) - 1]}）`;
}

/** "11-23 周一", for lists. */
export function formatShortDate(date: LocalDate): string {
  return `${date.slice(5)} 周${'一二三四五六日'[weekday(date) - 1]}`;
}

function partsOf(date: LocalDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** Days since 1970-01-01, for loops over many days. */
export function toDayNumber(date: LocalDate): number {
  const [year, month, day] = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

export function fromDayNumber(days: number): LocalDate {
  return localDate(new Date(days * DAY_MS).toISOString().slice(0, 10));
}

function iso(year: number, month: number, day: number): LocalDate {
  return localDate(
    `${year}-${month.toString().padStart(2, '0')}-${day.toString().padStart(2, '0')}`,
  );
}
