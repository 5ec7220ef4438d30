import type { Fraction } from './fraction.ts';
import type { Node } from './node.ts';

/** What a formula means as nodes: a quotient, or one node of its kind. Codes are numbers within their list. */
export type Meaning =
  | { readonly kind: 'number'; readonly of: Fraction }
  | { readonly kind: 'yes/no' | 'date'; readonly of: Node }
  | { readonly kind: 'code'; readonly of: Node; readonly list: string };

export function truthOf(meaning: Meaning): Node {
  if (meaning.kind !== 'yes/no') throw new Error(`a condition is ${meaning.kind}`);
  return meaning.of;
}

export function fractionOf(meaning: Meaning): Fraction {
  if (meaning.kind !== 'number') throw new Error(`a figure is ${meaning.kind}`);
  return meaning.of;
}

export function dateOf(meaning: Meaning): Node {
  if (meaning.kind !== 'date') throw new Error('only dates lie apart');
  return meaning.of;
}
