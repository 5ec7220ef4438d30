import type { Refusal } from '../kernel/outcome.ts';
import { bindPolicy, parametersFor, reader } from './language/bind.ts';
import type { Parameter, RuleSetText } from './language/declaration.ts';
import { valueText } from './language/explain.ts';
import type { Policy, RuleSet } from './language/named.ts';
import { either } from './language/operation.ts';
import { unknownParameter } from './language/parameter-value.ts';
import { parseType } from './language/type.ts';
import { joined, type Missing, NOTHING, PLACE, type Value } from './language/value.ts';
import {
  type AsOf,
  findParameter,
  namedText,
  type NotLaidDown,
  notLaidDown,
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
export type ParameterSource = Policy & {
  readonly used: readonly ParameterUsed[];
  /** Why a result cannot be given that rests on some of what the place has not laid down; null if on none. */
  readonly refusalFor: (missing: Missing) => ParameterRefusal | null;
};

const RESIDENCE_MISSING: Missing = [
  { level: 'household', id: 'household', field: 'residence', text: '家庭的城乡属性' },
];

/**
 * What a region decides on a day for the rules asked for (`targets`): the rules with the place's own formulas
 * in them, and every parameter they can rest on, also one this household would not need. A figure, a yes/no or
 * a choice the place has not laid down is unknown: what is certain without it is decided, and `refusalFor` names
 * it where a result rests on it. Refuses (`parameter-missing`) where a formula, a table or a list is not laid
 * down. With residence unknown town and country are both read: figures become ranges, so what is certain under
 * both is decided all the same; any other difference refuses (`residence-needed`). Throws when a value does not
 * fit its declaration.
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
type Looked =
  | { readonly ok: true; readonly found: ParameterFound }
  | { readonly ok: false; readonly absent: NotLaidDown; readonly missing: Missing };

/** One parameter, as each side of the place has it: town or country, or both while it is not known which. */
type Read = { readonly parameter: Parameter; readonly sides: readonly Looked[] };

function readSource(
  frame: RuleSetText,
  where: Where,
  residence: Residence | null,
  targets: readonly string[],
): SourceResult {
  const lookups = (residence ? [residence] : (['urban', 'rural'] as const)).map((each) =>
    lookup(where, each),
  );
  const asked = lookups.flatMap((look) =>
    parametersFor(frame, targets, (name) => {
      const parameter = frame.parameters.find((each) => each.name === name);
      const looked = parameter && look(parameter);
      return looked?.ok ? looked.found.value : undefined;
    }),
  );
  const reads = frame.parameters
    .filter((each) => asked.includes(each))
    .map((parameter): Read => ({ parameter, sides: lookups.map((look) => look(parameter)) }));
  const refusal = refusalOf(frame, where, reads);
  if (refusal) return { ok: false, refusal };
  const policies = lookups.map((_, side) => bound(frame, reads, side, targets));
  return { ok: true, source: joinedSource(policies, reads, where, residence) };
}

/** Looks up one side of the place, each parameter once. */
function lookup({ region, asOf }: Where, residence: Residence): (asked: Parameter) => Looked {
  const known = new Map<string, Looked>();
  return (asked) => {
    const looked = known.get(asked.name) ?? lookedUp({ region, asOf }, asked, residence);
    known.set(asked.name, looked);
    return looked;
  };
}

function lookedUp({ region, asOf }: Where, asked: Parameter, side: Residence): Looked {
  const looked = findParameter(region, asked, asOf, side);
  if (looked.ok) return looked;
  const { name, title, citation, readAs } = asked;
  const residence = readAs?.residence ?? side;
  const absent = { name, title, citation, residence };
  const text = `当地规定的${namedText(absent)}`;
  return { ok: false, absent, missing: [{ level: PLACE, id: residence, field: name, text }] };
}

/** What stops everything: what is not laid down and cannot be left open, or what differs between the sides. */
function refusalOf(
  { codes }: RuleSetText,
  { region, asOf }: Where,
  reads: readonly Read[],
): ParameterRefusal | null {
  const [first, ...others] = reads
    .filter(({ parameter }) => unknownParameter(codes, parameter, NOTHING) === null)
    .flatMap(({ sides }) => sides.flatMap((side) => (side.ok ? [] : [side.absent])));
  if (first) return notLaidDown(region, [first, ...others], asOf);
  const apart = reads.find((each) => !canBeJoined(each));
  return apart ? residenceNeeded(apart.parameter) : null;
}

/** Two figures of town and country make a range; two of any other kind cannot be carried. */
function canBeJoined({ parameter, sides }: Read): boolean {
  const values = sides.flatMap((side) => (side.ok ? [side.found.value] : []));
  if (values.length < sides.length) return !values.includes('not-used');
  if (new Set(values.map((value) => JSON.stringify(value))).size <= 1) return true;
  const isFigure = parseType(parameter.type)?.kind === 'number';
  return isFigure && values.every((value) => typeof value === 'number');
}

function bound(
  frame: RuleSetText,
  reads: readonly Read[],
  side: number,
  targets: readonly string[],
): Policy {
  const given = new Map<string, unknown>();
  const absent = new Map<string, Missing>();
  for (const { parameter, sides } of reads) {
    const looked = sides[side];
    if (looked?.ok) given.set(parameter.name, looked.found.value);
    else if (looked) absent.set(parameter.name, looked.missing);
  }
  const result = bindPolicy(frame, given, targets, absent);
  if (result.ok) return result.policy;
  const faults = result.faults.map((each) => `参数 ${each.rule}：${each.message}`);
  throw new RangeError(faults.join('\n'));
}

function joinedSource(
  policies: readonly Policy[],
  reads: readonly Read[],
  where: Where,
  residence: Residence | null,
): ParameterSource {
  const [policy] = policies;
  if (!policy) throw new Error('no residence was read');
  const values = new Map<string, Value>();
  const used: ParameterUsed[] = [];
  for (const { parameter, sides } of reads) {
    const { name } = parameter;
    const texts = sides.map((side) => JSON.stringify(side.ok ? side.found.value : side.missing));
    for (const [index, side] of sides.entries()) {
      if (texts.indexOf(texts[index] ?? '') !== index) continue;
      const value = (policies[index] ?? policy).valueOf(name);
      const known = values.get(name);
      values.set(name, known ? onEitherSide(known, value) : value);
      if (!side.ok) continue;
      const { value: _raw, ...from } = side.found;
      used.push({ ...from, text: parameterText(policy.set, name, value), residence });
    }
  }
  return {
    ...{ set: policy.set, valueOf: reader(values), used },
    refusalFor: (missing) => refusalFor(where, reads, missing),
  };
}

/** Where neither side has laid it down, knowing the side would not help. */
function onEitherSide(one: Value, other: Value): Value {
  const isOpen = one.missing.length > 0 && other.missing.length > 0;
  const missing = joined(one.missing, other.missing);
  return either(one, other, isOpen ? missing : joined(RESIDENCE_MISSING, missing));
}

function refusalFor(
  { region, asOf }: Where,
  reads: readonly Read[],
  missing: Missing,
): ParameterRefusal | null {
  const [first, ...others] = reads.flatMap(({ sides }) =>
    sides.flatMap((side) =>
      !side.ok && side.missing.some((each) => isAmong(missing, each)) ? [side.absent] : [],
    ),
  );
  return first ? notLaidDown(region, [first, ...others], asOf) : null;
}

function isAmong(missing: Missing, { level, id, field }: Missing[number]): boolean {
  return missing.some((each) => each.level === level && each.id === id && each.field === field);
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
