import type { Stratum } from './cbs.ts';

/** What a check of a drawn household came to. Nobody at home is no substitute for a check: it stays open. */
export type Outcome = 'agrees' | 'differs' | 'unreachable';

/** More than this share of errors: as many again are drawn. */
const WIDEN = 5;
/** More than this share: the whole stratum is checked. */
const EVERY = 10;

/**
 * Who of a stratum is to be checked as the results come in: the quota, the next one for each household that could not
 * be met, and more where errors are many. It only grows, always in the order of the tickets, so anybody can
 * recompute it from the results (security.md §4.5, 7).
 */
export function widenedSample(
  { order, quota }: Stratum,
  results: ReadonlyMap<string, Outcome>,
): readonly string[] {
  const all = order.length;
  let rounds = 1;
  let wanted = Math.min(quota, all);
  for (;;) {
    const taken = order.slice(0, wanted);
    const outcomes = taken.flatMap((ref) => results.get(ref) ?? []);
    const unreachable = outcomes.filter((each) => each === 'unreachable').length;
    const met = outcomes.length - unreachable;
    const errors = outcomes.filter((each) => each === 'differs').length;
    // More because of errors only once everybody drawn so far was visited: no order of visits changes the list.
    const isWhole = outcomes.length === taken.length;
    if (isWhole && errors * 100 > met * EVERY) return order;
    if (isWhole && errors * 100 > met * WIDEN) rounds += 1;
    const next = Math.min(all, rounds * quota + unreachable);
    if (next <= wanted) return taken;
    wanted = next;
  }
}
