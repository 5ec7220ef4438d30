import type { LocalDate } from './local-date.ts';

/** Both days belong to the period; without `to` it has no end yet. */
export type Period = { readonly from: LocalDate; readonly to?: LocalDate };

export function periodHolds(period: Period, date: LocalDate): boolean {
  return period.from <= date && (period.to === undefined || date <= period.to);
}

/** True when at least one day lies in both; periods that only touch at a shared day overlap. */
export function periodsOverlap(one: Period, other: Period): boolean {
  return startsInTime(one, other) && startsInTime(other, one);
}

function startsInTime(period: Period, other: Period): boolean {
  return other.to === undefined || period.from <= other.to;
}
