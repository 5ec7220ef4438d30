import { isLocalDate, type LocalDate } from './local-date.ts';
import type { CalendarYear, LegalCalendar } from './working-day.ts';

/**
 * Reads `regions/national/calendar.json` (or the same from the console). Throws with the path of the first
 * thing wrong: a broken calendar would move every deadline, so nothing is repaired or skipped.
 */
export function parseCalendar(json: unknown): LegalCalendar {
  const root = record(json, 'calendar');
  const years = list(root['years'], 'years').map((entry, index) =>
    yearAt(entry, `years[${index}]`),
  );
  const numbers = years.map((year) => year.year);
  if (new Set(numbers).size !== numbers.length) fail('years', 'names a year twice');
  const extra = root['extraDaysOff'];
  return extra === undefined ? { years } : { years, extraDaysOff: dates(extra, 'extraDaysOff') };
}

function yearAt(entry: unknown, path: string): CalendarYear {
  const { year, source, daysOff, makeUpDays } = record(entry, path);
  if (typeof year !== 'number' || !Number.isInteger(year)) return fail(`${path}.year`, 'no year');
  if (typeof source !== 'string' || source === '') return fail(`${path}.source`, 'no source');
  const parsed = {
    year,
    source,
    daysOff: dates(daysOff, `${path}.daysOff`),
    makeUpDays: dates(makeUpDays, `${path}.makeUpDays`),
  };
  const all = [...parsed.daysOff, ...parsed.makeUpDays];
  if (new Set(all).size !== all.length) fail(path, 'names a day twice');
  // A year without any day off is a notice not typed in yet, not a year without Spring Festival.
  if (parsed.daysOff.length === 0) fail(`${path}.daysOff`, 'is empty');
  return parsed;
}

function dates(value: unknown, path: string): LocalDate[] {
  return list(value, path).map((text, index) =>
    typeof text === 'string' && isLocalDate(text)
      ? text
      : fail(`${path}[${index}]`, `not a date: ${String(text)}`),
  );
}

function record(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail(path, 'not an object');
  }
  return value as Record<string, unknown>;
}

function list(value: unknown, path: string): readonly unknown[] {
  return Array.isArray(value) ? value : fail(path, 'not a list');
}

function fail(path: string, wrong: string): never {
  throw new RangeError(`calendar: ${path} ${wrong}`);
}
