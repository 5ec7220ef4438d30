/** Dates as an official reads them off a calendar; texts "YYYY-MM-DD" compare as dates. */

function partsOf(date: string): [year: number, month: number, day: number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

/** Birthdays had until a day, the day itself included. */
export function fullYears(from: string, until: string): number {
  const [fromYear] = partsOf(from);
  const [untilYear] = partsOf(until);
  const isReached = until.slice(5) >= from.slice(5);
  return untilYear - fromYear - (isReached ? 0 : 1);
}

/** Whole months gone by; before `from` they count backwards. */
export function fullMonths(from: string, until: string): number {
  const [fromYear, fromMonth] = partsOf(from);
  const [untilYear, untilMonth] = partsOf(until);
  let months = (untilYear - fromYear) * 12 + untilMonth - fromMonth + 1;
  while (monthsLater(from, months) > until) months -= 1;
  return months;
}

/** The day of the same number, or the last of that month (民法典 202 条). */
export function monthsLater(date: string, months: number): string {
  const [year, month, day] = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const newDay = Math.min(day, lengthOf(newYear, newMonth));
  return [String(newYear).padStart(4, '0'), two(newMonth), two(newDay)].join('-');
}

function lengthOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The day before, or the day after. */
export function dayNextTo(date: string, step: -1 | 1): string {
  const [year, month, day] = partsOf(date);
  const moved = day + step;
  if (moved >= 1 && moved <= lengthOf(year, month)) return `${date.slice(0, 8)}${two(moved)}`;
  if (step === 1) return `${monthsLater(date, 1).slice(0, 8)}01`;
  const before = monthsLater(`${date.slice(0, 8)}01`, -1);
  const [lastYear, lastMonth] = partsOf(before);
  return `${before.slice(0, 8)}${two(lengthOf(lastYear, lastMonth))}`;
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
