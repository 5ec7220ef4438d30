import { bindPolicy, parametersFor, reader } from './language/bind.ts';
import type { RuleSetText } from './language/declaration.ts';
import { valueText } from './language/explain.ts';
import type { Policy, RuleSet } from './language/named.ts';
import { either } from './language/operation.ts';
import { parseType } from './language/type.ts';
import { joined, type Missing, type Value } from './language/value.ts';
import {
  lookup,
  type ParameterRefusal,
  type Read,
  refusalFor,
  refusalOf,
  type Where,
} from './parameter-side.ts';
import type { AsOf, ParameterFound, Region, Residence } from './region.ts';

/** A parameter as a result keeps it: the value as printed and everything about where it comes from. */
export type ParameterUsed = Omit<ParameterFound, 'value'> & {
  readonly text: string;
  readonly residence: Residence | null;
};

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
  const key = `${asOf.on} ${asOf.knownOn} ${residence} ${namesOf(targets)}`;
  const known = ofRegion.get(key);
  if (known) return known;
  const result = readSource(frame, { region, asOf }, residence, targets);
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

/** The lists of targets are few and last; writing one out takes longer than finding what is remembered for it. */
const writtenOut = new WeakMap<readonly string[], string>();

function namesOf(targets: readonly string[]): string {
  const names = writtenOut.get(targets) ?? targets.join(' ');
  writtenOut.set(targets, names);
  return names;
}

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

function parameterText(set: RuleSet, name: string, value: Value): string {
  const parameter = set.text.parameters.find((each) => each.name === name);
  const type = parameter && parseType(parameter.type);
  return valueText(set, type ?? { kind: 'yes/no' }, value);
}
