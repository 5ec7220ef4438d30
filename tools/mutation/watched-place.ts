import type { Code, Place, Slot } from '../../src/rules/language/place.ts';
import { findAt as findPlain } from '../../src/rules/language/place.ts';

/**
 * Stands in for `place.ts` where the evaluator finds the result of a rule: notes which rules are computed, and
 * computes one of them by another formula. Everything read and bound before stays as it is, so a mutant
 * costs no more than computing a family again.
 */
export { placeAbove, placeOf, unknownFact } from '../../src/rules/language/place.ts';

type Exchange = { readonly rule: string; readonly slotFor: (slot: Slot, place: Place) => Slot };

let seen: Set<string> | null = null;
let exchange: Exchange | null = null;

/** The rules computed while something runs. */
export function rulesComputedBy(run: () => void): ReadonlySet<string> {
  const rules = new Set<string>();
  seen = rules;
  try {
    run();
  } finally {
    seen = null;
  }
  return rules;
}

/** Computes one rule otherwise while something runs. */
export function exchanging<T>(by: Exchange, run: () => T): T {
  exchange = by;
  try {
    return run();
  } finally {
    exchange = null;
  }
}

export function findAt(place: Place, slot: Slot, code: Code) {
  seen?.add(slot.rule.name);
  if (exchange?.rule !== slot.rule.name) return findPlain(place, slot, code);
  const other = exchange.slotFor(slot, place);
  return findPlain(place, other, other.code ?? code);
}
