import type { Refusal } from '../kernel/outcome.ts';
import { bindPolicy, parametersFor, reader } from './language/bind.ts';
import type { Parameter, RuleSetText } from './language/declaration.ts';
import { valueText } from './language/explain.ts';
import type { Policy, RuleSet } from './language/named.ts';
import { either } from './language/operation.ts';
import { parseType } from './language/type.ts';
import type { Missing, Value } from './language/value.ts';
import {
  type AsOf,
  findParameter,
  type Looked,
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
export type ParameterSource = Policy & { readonly used: readonly ParameterUsed[] };

const RESIDENCE_MISSING: Missing = [
  { level: 'household', id: 'household', field: 'residence', text: '家庭的城乡属性' },
];

/**
 * What a region decides on a day for the rules asked for (`targets`): the rules with the place's own formulas
 * in them, and every parameter they can rest on, also one this household would not need, so that a place's
 * gaps show at once. Refuses (`parameter-missing`) where one is not given. With residence unknown town and
 * country are both read: figures become ranges, so what is certain under both is decided all the same; any
 * other difference refuses (`residence-needed`). Throws when a value does not fit its declaration.
 */
export function parameterSource(
  frame: RuleSetText,
  region: Region,
  asOf: AsOf,
  residence: Residence | null,
  targets: readonly string[],
): SourceResult {
  const ofFrame = remembered.get(frame) ?? new WeakMap<Region, Map<string, SourceResult>>();
  remembered.set(frame, ofFrame);
  const ofRegion = ofFrame.get(region) ?? new Map<string, SourceResult>();
  ofFrame.set(region, ofRegion);
  const key = [asOf.on, asOf.knownOn, residence, ...targets].join(' ');
  const result = ofRegion.get(key) ?? readSource(frame, { region, asOf }, residence, targets);
  if (ofRegion.size >= MOST_REMEMBERED) ofRegion.clear();
  ofRegion.set(key, result);
  return result;
}

type SourceResult =
  | { readonly ok: true; readonly source: ParameterSource }
  | { readonly ok: false; readonly refusal: ParameterRefusal };

/** A caseload asks the same for every household of a place. */
const remembered = new WeakMap<RuleSetText, WeakMap<Region, Map<string, SourceResult>>>();
const MOST_REMEMBERED = 200;

type Where = { readonly region: Region; readonly asOf: AsOf };

function readSource(
  frame: RuleSetText,
  { region, asOf }: Where,
  residence: Residence | null,
  targets: readonly string[],
): SourceResult {
  const lookups = (residence ? [residence] : (['urban', 'rural'] as const)).map((each) =>
    lookup(frame, region, asOf, each),
  );
  const asked = lookups.map((look) =>
    parametersFor(frame, targets, (name) => {
      const looked = look(name);
      return looked.ok ? looked.found.value : undefined;
    }),
  );
  const found: ParameterFound[][] = [];
  for (const parameter of frame.parameters.filter((each) => asked.flat().includes(each))) {
    const read: ParameterFound[] = [];
    for (const look of lookups) {
      const looked = look(parameter.name);
      if (!looked.ok) return looked;
      read.push(looked.found);
    }
    if (!canBeJoined(parameter, read)) return { ok: false, refusal: residenceNeeded(parameter) };
    found.push(read);
  }
  const policies = lookups.map((_, index) => bound(frame, found, index, targets));
  const [policy, other = policy] = policies;
  if (!policy || !other) throw new Error('no residence was read');
  return { ok: true, source: joinedSource(policy, other, found, residence) };
}

function lookup(frame: RuleSetText, region: Region, asOf: AsOf, residence: Residence) {
  const known = new Map<string, Looked<ParameterFound>>();
  const declared = new Map(frame.parameters.map((each) => [each.name, each]));
  return (name: string): Looked<ParameterFound> => {
    const parameter = declared.get(name);
    if (!parameter) throw new Error(`no parameter ${name}`);
    const looked = known.get(name) ?? findParameter(region, parameter, asOf, residence);
    known.set(name, looked);
    return looked;
  };
}

/** Two figures of town and country make a range; two of any other kind cannot be carried. */
function canBeJoined(parameter: Parameter, read: readonly ParameterFound[]): boolean {
  const values = read.map((each) => each.value);
  if (new Set(values.map((value) => JSON.stringify(value))).size <= 1) return true;
  const isFigure = parseType(parameter.type)?.kind === 'number';
  return isFigure && values.every((value) => typeof value === 'number');
}

function bound(
  frame: RuleSetText,
  found: readonly (readonly ParameterFound[])[],
  index: number,
  targets: readonly string[],
): Policy {
  const given = new Map(found.flatMap((read) => read.slice(index, index + 1)).map(nameAndValue));
  const result = bindPolicy(frame, given, targets);
  if (result.ok) return result.policy;
  const faults = result.faults.map((each) => `参数 ${each.rule}：${each.message}`);
  throw new RangeError(faults.join('\n'));
}

function nameAndValue({ name, value }: ParameterFound): readonly [string, unknown] {
  return [name, value];
}

function joinedSource(
  policy: Policy,
  other: Policy,
  found: readonly (readonly ParameterFound[])[],
  residence: Residence | null,
): ParameterSource {
  const values = new Map<string, Value>();
  const used: ParameterUsed[] = [];
  for (const read of found) {
    const texts = read.map((each) => JSON.stringify(each.value));
    for (const [index, { value: _raw, ...from }] of read.entries()) {
      if (texts.indexOf(texts[index] ?? '') !== index) continue;
      const value = (index === 0 ? policy : other).valueOf(from.name);
      const known = values.get(from.name);
      values.set(from.name, known ? either(known, value, RESIDENCE_MISSING) : value);
      used.push({ ...from, text: parameterText(policy.set, from.name, value), residence });
    }
  }
  return { set: policy.set, valueOf: reader(values), used };
}

function parameterText(set: RuleSet, name: string, value: Value): string {
  const parameter = set.text.parameters.find((each) => each.name === name);
  const type = parameter && parseType(parameter.type);
  return valueText(set, type ?? { kind: 'yes/no' }, value);
}

function residenceNeeded(parameter: Parameter): ParameterRefusal {
  return {
    code: 'residence-needed',
    message: `“${parameter.title}”城市和农村不同，请先确定该家庭执行城市还是农村标准。`,
    citation: parameter.citation,
  };
}
