import type { Policy } from '../language/named.ts';
import { neededParameters } from '../language/reach.ts';
import { isPoint } from '../language/range.ts';
import { isWhole } from '../language/rational.ts';
import { ofFamily, type Value } from '../language/value.ts';

/**
 * What one generated function can serve: policies with the same rules, choices, lists, used and unused
 * parameters, tables of the same form, and the same parameters not laid down. Null where a number is not settled
 * (town and country differ and the household's side is unknown): such households are for the exact evaluator.
 */
export function shapeOf(policy: Policy, wanted: readonly string[]): string | null {
  const forms = neededParameters(policy.set, wanted).map((name) => [
    name,
    formOf(policy.valueOf(name)),
  ]);
  return forms.some(([, form]) => form === null) ? null : JSON.stringify(forms);
}

const ABSENT = ['absent'];

function formOf(value: Value): unknown {
  if (value.missing.length > 0) return ofFamily(value.missing).length > 0 ? null : ABSENT;
  switch (value.kind) {
    case 'number':
      return isPoint(value.range) ? 'number' : null;
    case 'yes/no':
      return value.value;
    case 'code':
      return value.possible.length === 1 ? value.possible : null;
    case 'codes':
      return value.codes;
    case 'bands':
      return value.bands.every(({ upTo, amount }) => isWhole(upTo) && isWhole(amount))
        ? ['bands', value.bands.length]
        : null;
    default:
      return value.kind;
  }
}
