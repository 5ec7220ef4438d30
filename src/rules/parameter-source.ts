import { z } from 'zod';
import type { Refusal } from '../kernel/outcome.ts';
import type { Parameter } from './language/declaration.ts';
import { valueText } from './language/explain.ts';
import type { RuleSet } from './language/named.ts';
import * as range from './language/range.ts';
import { rational } from './language/rational.ts';
import type { Type } from './language/type.ts';
import { type Missing, NOTHING, number, truth, type Value } from './language/value.ts';
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

const bandsSchema = z
  .array(z.strictObject({ title: z.string().min(1), upTo: z.int().min(0), amount: z.int().min(0) }))
  .min(1)
  .refine((bands) => bands.every((band, i) => i === 0 || band.upTo > (bands[i - 1]?.upTo ?? 0)));

/**
 * A value of a region file as the rules read it. Throws when it does not fit the declared type and range:
 * that is a mistake in the data and no household may be computed with it (tests read every file).
 */
export function parameterValue(
  set: RuleSet,
  parameter: Parameter,
  type: Type,
  json: unknown,
): Value {
  const wrong = (why: string) =>
    new RangeError(`参数 ${parameter.name}：${why}：${JSON.stringify(json)}`);
  if (json === 'not-used') {
    if (!parameter.mayBeUnused) throw wrong('不能写作不使用');
    return { kind: 'not-used', missing: NOTHING };
  }
  const codes =
    type.kind === 'code' || type.kind === 'codes' ? (set.text.codes[type.list] ?? {}) : {};
  switch (type.kind) {
    case 'number': {
      const [low, high] = parameter.range ?? [Number.NaN, Number.NaN];
      if (!Number.isInteger(json) || !(Number(json) >= low && Number(json) <= high)) {
        throw wrong(`应当是 ${low} 到 ${high} 的整数`);
      }
      return number(range.point(rational(Number(json), parameter.type === 'percent' ? 100 : 1)));
    }
    case 'yes/no':
      if (typeof json !== 'boolean') throw wrong('应当是 true 或者 false');
      return truth(json);
    case 'code':
      if (typeof json !== 'string' || codes[json] === undefined) throw wrong('不在代码表里');
      return { kind: 'code', possible: [json], missing: NOTHING };
    case 'codes': {
      const list = z.array(z.string()).safeParse(json);
      if (!list.success || list.data.some((code) => codes[code] === undefined))
        throw wrong('不在代码表里');
      return { kind: 'codes', codes: list.data, missing: NOTHING };
    }
    case 'bands': {
      const bands = bandsSchema.safeParse(json);
      if (!bands.success) throw wrong('应当是按上限递增的分档表');
      const read = bands.data.map(({ title, upTo, amount }) => ({
        title,
        upTo: rational(upTo),
        amount: rational(amount),
      }));
      return { kind: 'bands', bands: read, missing: NOTHING };
    }
    case 'date':
      throw wrong('参数不能是日期');
  }
}
