import { operandText, UNKNOWN } from './figure-text.ts';
import { isPoint } from './range.ts';
import type { Type } from './type.ts';
import type { Value } from './value.ts';

/** A part of a calculation in words and figures. */
export type Told = {
  readonly text: string;
  /** 3 holds together by itself, 2 is a product, 1 a sum, 0 a sentence. */
  readonly strength: number;
  /** What the figure is called; there when the text is a single figure. */
  readonly label?: string;
  /** The text says why the result is what it is; the result itself is not in it. */
  readonly isReason?: true;
};
type Part = Pick<Told, 'text' | 'strength'>;

export function atom(text: string, label = ''): Told {
  return { text, strength: 3, label };
}

export function sentence(text: string): Told {
  return { text, strength: 0 };
}

export const NOT_KNOWN: Told = atom(UNKNOWN);

/** A figure as it stands in a calculation. */
export function operandOf(type: Type | null, value: Value, title = ''): string {
  if (value.kind !== 'number' || !isPoint(value.range) || value.missing.length > 0) return UNKNOWN;
  return operandText(type ?? { kind: 'number', unit: null }, value.range.low, title);
}

/** `（a − b）× c`: parentheses where the strength of the parts asks for them. */
export function combined(left: Part, operator: '+' | '−' | '×' | '÷', right: Part): Part {
  const strength = operator === '×' || operator === '÷' ? 2 : 1;
  const isOneSided = operator === '÷' || operator === '−';
  const before = bracketed(left, strength);
  const after = bracketed(right, isOneSided ? strength + 1 : strength);
  return {
    text: `${spaced(before, operator)}${after.startsWith('（') ? '' : ' '}${after}`,
    strength,
  };
}

/** Two texts with a space between, but for a full-width bracket, which has its own. */
export function spaced(one: string, other: string): string {
  return one.endsWith('）') || one.endsWith('”') ? `${one}${other}` : `${one} ${other}`;
}

export function bracketed({ text, strength }: Part, needed: number): string {
  return strength >= needed ? text : `（${text}）`;
}
