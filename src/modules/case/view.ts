import type { Sealed } from '../../kernel/sealed.ts';
import type { CaseState } from './case.ts';

type Json = unknown;

/**
 * The state as a screen may have it: every sealed text becomes its mask, who objected disappears, and a vote
 * is nobody's but the meeting's. The full value is one "查看" away, with a purpose and a trace.
 */
export function maskedState(state: object): Record<string, Json> {
  return masked(state) as Record<string, Json>;
}

function masked(value: Json): Json {
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  if (isSealed(value)) return { masked: maskOf(value.tail) };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(key, each)]));
}

function shown(key: string, value: Json): Json {
  if (key === 'objector') return hidden(value);
  // The blind index a look-up was made with: equal wherever the same person appears, so no screen has it.
  return key === 'identity' && typeof value === 'string' ? '' : masked(value);
}

// Who objects is confidential (PB-10): a screen learns only whether it was a named objection.
function hidden(objector: Json): Json {
  return objector === null ? null : { masked: '（保密）' };
}

function isSealed(value: object): value is { cipher: string; tail: string; index: string } {
  return 'cipher' in value && 'tail' in value && 'index' in value;
}

function maskOf(tail: string): string {
  return `${'*'.repeat(14)}${tail}`;
}

type Plain = string | number | boolean | null | undefined;

/** The state as a screen receives it: the same shape, each sealed text replaced by its mask. */
export type Masked<T> = T extends Plain
  ? T
  : T extends Sealed
    ? { readonly masked: string }
    : { readonly [Key in keyof T]: Masked<T[Key]> };

export type MaskedCase = Masked<CaseState>;
