import { type Fen, fen } from '../kernel/fen.ts';
import type { ExactFen } from './assessment.ts';
import { nearestFen } from './language/explain.ts';
import type { RuleSet } from './language/named.ts';
import { isPoint } from './language/range.ts';
import { fractionOf, toNumber } from './language/rational.ts';
import type { Value } from './language/value.ts';

/** Reading results that are settled; null while a missing fact can still move them. */

export function knownNumber(value: Value): number | null {
  if (value.kind !== 'number' || !isPoint(value.range)) return null;
  return toNumber(value.range.low);
}

/** Whole fen; the rules round amounts before they get here, so a fraction is a bug and throws. */
export function knownFen(value: Value): Fen | null {
  const known = knownNumber(value);
  return known === null ? null : fen(known);
}

export function exactFen(value: Value): ExactFen | null {
  if (value.kind !== 'number' || !isPoint(value.range)) return null;
  const { low } = value.range;
  const { top, bottom } = fractionOf(low);
  return { fen: Number(top), over: Number(bottom), shown: nearestFen(low) };
}

export function knownTruth(value: Value): boolean | null {
  return value.kind === 'yes/no' ? value.value : null;
}

export function knownCode(value: Value): string | null {
  return value.kind === 'code' && value.possible.length === 1 ? (value.possible[0] ?? null) : null;
}

/** A settled code in the words of the version's own list. */
export function codeWords(set: RuleSet, list: string, value: Value): string | null {
  const code = knownCode(value);
  return code === null ? null : (set.codes[list]?.[code] ?? null);
}
