import { formatDate, formatShortDate, isLocalDate } from '../kernel/local-date.ts';

/** A day as a sentence names it; what is no day stays as it is. */
export function dayWords(text: string): string {
  return isLocalDate(text) ? formatDate(text) : text;
}

/** By when, in a column: the weekday tells how soon that is. */
export function dueDay(text: string): string {
  return isLocalDate(text) ? formatShortDate(text) : text;
}
