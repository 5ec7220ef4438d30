import type { Refusal } from '../kernel/outcome.ts';
import type { Parameter, RuleSetText } from './language/declaration.ts';
import { unknownParameter } from './language/parameter-value.ts';
import { parseType } from './language/type.ts';
import { type Missing, NOTHING, PLACE } from './language/value.ts';
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

/** What each side of a place, town and country, gives for a parameter, and why nothing can be computed with it. */

export type ParameterRefusal = Refusal<'parameter-missing' | 'residence-needed'>;

export type Where = { readonly region: Region; readonly asOf: AsOf };
type Looked =
  | { readonly ok: true; readonly found: ParameterFound }
  | { readonly ok: false; readonly absent: NotLaidDown; readonly missing: Missing };

/** One parameter, as each side of the place has it: town or country, or both while it is not known which. */
export type Read = { readonly parameter: Parameter; readonly sides: readonly Looked[] };

/** Looks up one side of the place, each parameter once. */
export function lookup(
  { region, asOf }: Where,
  residence: Residence,
): (asked: Parameter) => Looked {
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
export function refusalOf(
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

/** Why a result cannot be given that rests on some of what the place has not laid down; null if on none. */
export function refusalFor(
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

function residenceNeeded(parameter: Parameter): ParameterRefusal {
  return {
    code: 'residence-needed',
    message: `“${parameter.title}”城市和农村不同，请先确定该家庭执行城市还是农村标准。`,
    citation: parameter.citation,
  };
}
