import { type LocalDate, localDate } from './local-date.ts';

/** The only way in for time. The server passes the real one; tests and the demo pass their own. */
export type Clock = { readonly now: () => Instant };

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly __brand: 'Instant' };

export function instant(milliseconds: number): Instant {
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError(`not an instant: ${milliseconds}`);
  return milliseconds as Instant;
}

// China keeps one zone without summer time since 1991; all instants we record are later than that.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The calendar day in China at an instant. */
export function dayOf(at: Instant): LocalDate {
  return localDate(new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10));
}

/** "2026-11-23 10:32" in China. */
export function formatInstant(at: Instant): string {
  return new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
