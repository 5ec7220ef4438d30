import type { Refusal } from '../kernel/outcome.ts';
import type { Parameter } from './language/declaration.ts';
import { valueText } from './language/explain.ts';
import type { RuleSet } from './language/named.ts';
import * as range from './language/range.ts';
import { readParameter } from './language/parameter-value.ts';
import type { Type } from './language/type.ts';
import { type Missing, number, type Value } from './language/value.ts';
import {
  type AsOf,
  findParameter,
  type ParameterFound,
  type Region,
  type Residence,
} from './region.ts';

/** A parameter as a result keeps it: the value as printed and everything about where it comes from. */
export type ParameterUsed = Omit<ParameterFound, 'value'> & {
  readonly text: string;
  readonly residence: Residence | null;
};

export type ParameterRefusal = Refusal<'parameter-missing' | 'residence-needed'>;
export type ParameterSource = {
  readonly valueOf: (name: string) => Value;
  readonly used: readonly ParameterUsed[];
};

const RESIDENCE_MISSING: Missing = [
  { level: 'household', id: 'household', field: 'residence', text: '家庭的城乡属性' },
];

/**
 * Every parameter a rule set names, in force in a region as of a day. All must be there: a missing one
 * refuses, also when this household would not need it, so that a place's gaps show at once. With residence
 * unknown both standards are read; what is certain under both is decided all the same.
 */
export function parameterSource(
  set: RuleSet,
  region: Region,
  asOf: AsOf,
  residence: Residence | null,
): { ok: true; source: ParameterSource } | { ok: false; refusal: ParameterRefusal } {
  const values = new Map<string, Value>();
  const used: ParameterUsed[] = [];
  for (const parameter of set.text.parameters) {
    const read = new Map<string, Value>();
    for (const each of residence ? [residence] : (['urban', 'rural'] as const)) {
      const looked = findParameter(region, parameter, asOf, each);
      if (!looked.ok) return looked;
      const type = set.scope.get('area')?.get(parameter.name)?.type ?? { kind: 'yes/no' };
      const value = parameterValue(set, parameter, type, looked.found.value);
      const { value: _raw, ...from } = looked.found;
      if (!read.has(JSON.stringify(looked.found.value))) {
        used.push({ ...from, text: valueText(set, type, value), residence });
      }
      read.set(JSON.stringify(looked.found.value), value);
    }
    const value = oneOf([...read.values()]);
    if (!value) return { ok: false, refusal: residenceNeeded(parameter) };
    values.set(parameter.name, value);
  }
  const valueOf = (name: string): Value => {
    const value = values.get(name);
    if (!value) throw new Error(`no parameter ${name}`);
    return value;
  };
  return { ok: true, source: { valueOf, used } };
}

/** One value, or two figures as the range between them; two of any other kind cannot be carried. */
function oneOf(values: readonly Value[]): Value | null {
  const [first, second] = values;
  if (!first || !second) return first ?? null;
  if (first.kind !== 'number' || second.kind !== 'number') return null;
  return number(range.hull(first.range, second.range), RESIDENCE_MISSING);
}

function residenceNeeded(parameter: Parameter): ParameterRefusal {
  return {
    code: 'residence-needed',
    message: `“${parameter.title}”城市和农村不同，请先确定该家庭执行城市还是农村标准。`,
    citation: parameter.citation,
  };
}

/**
 * A value of a region file as the rules read it. Throws when it does not fit the declared type and range:
 * that is a mistake in the data and no household may be computed with it (tests read every file).
 */
export function parameterValue(
  set: RuleSet,
  parameter: Parameter,
  _type: Type,
  json: unknown,
): Value {
  const faults: string[] = [];
  const fault = (message: string): null => {
    faults.push(message);
    return null;
  };
  const value = readParameter({ codes: set.text.codes, fault }, parameter, json);
  if (value) return value;
  throw new RangeError(`参数 ${parameter.name}：${faults.join('；')}`);
}
