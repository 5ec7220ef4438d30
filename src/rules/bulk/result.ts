import type { RuleSetText } from '../language/declaration.ts';
import { fractionOf, type Rational, rational } from '../language/rational.ts';
import { isPoint } from '../language/range.ts';
import { parseType } from '../language/type.ts';
import type { Value } from '../language/value.ts';
import type { Caseload } from './caseload.ts';
import { layOut, type Part, recordsOf, type Values, viewsOf } from './chunk.ts';
import { UNKNOWN_BYTE } from './column.ts';
import { SAFE } from './node.ts';

/** A rule whose result is kept, of the household or of each of its members. */
export type Wanted = {
  readonly name: string;
  readonly level: WantedLevel;
  /** Results of one group are decided together; a fact missing for one group leaves the others alone. */
  readonly group: number;
  readonly kind: 'number' | 'yes/no' | 'code' | 'date';
  /** The codes a result may be, in the order of their numbers. */
  readonly codes: readonly string[];
};

export type WantedLevel = 'household' | 'member' | 'pastRelief';

/** Which way a household was decided. */
export const LANE = {
  /** Not yet, or no policy holds where it lives. */
  none: 0,
  /** By the generated function. */
  fast: 1,
  /** By the exact evaluator: a fact it rests on is unknown or too large. */
  exact: 2,
} as const;

export type ResultChunk = {
  readonly first: number;
  readonly households: number;
  readonly buffer: SharedArrayBuffer;
  readonly parts: readonly Part[];
  /** The lane, then for each wanted rule its value and what the value is divided by. */
  readonly arrays: readonly Values[];
};

export type Results = {
  readonly wanted: readonly Wanted[];
  readonly chunks: readonly ResultChunk[];
  readonly size: number;
  /** Figures that two arrays of doubles cannot hold exactly, by chunk, number and rule. */
  readonly beside: Map<string, Rational>;
};

/** A result as people use it; null while it is undecided. */
export type Result = Rational | boolean | string | null;

export const LANE_ARRAY = 0;

export function valueArray(wanted: number): number {
  return 1 + 2 * wanted;
}

/** What the value is divided by, where it is no whole number. */
export function bottomArray(wanted: number): number {
  return 2 + 2 * wanted;
}

/** The rules of these names, group by group. Throws for what is no rule or lies deeper than a member. */
export function wantedRules(
  text: Pick<RuleSetText, 'rules' | 'codes'>,
  groups: readonly (readonly string[])[],
): Wanted[] {
  return groups.flatMap((names, group) => names.map((name) => wantedRule(text, name, group)));
}

function wantedRule(
  text: Pick<RuleSetText, 'rules' | 'codes'>,
  name: string,
  group: number,
): Wanted {
  const rule = text.rules.find((each) => each.name === name);
  const type = rule && parseType(rule.type);
  const level = LEVELS.find((each) => each === rule?.level);
  if (!rule || !level) throw new Error(`no rule of the household or its members: ${name}`);
  switch (type?.kind) {
    case 'number':
    case 'yes/no':
    case 'date':
      return { name, level, group, kind: type.kind, codes: [] };
    case 'code': {
      const list = text.codes[type.list];
      const codes = list === 'open' ? [] : Object.keys(list ?? {});
      return { name, level, group, kind: type.kind, codes };
    }
    default:
      throw new Error(`no result is ${rule.type}`);
  }
}

const LEVELS: readonly WantedLevel[] = ['household', 'member', 'pastRelief'];

/** Empty results: everything undecided, every divisor one. */
export function emptyResults(
  { schema, chunks, size }: Caseload,
  wanted: readonly Wanted[],
  divided: readonly boolean[],
): Results {
  let first = 0;
  const made = chunks.map((chunk): ResultChunk => {
    const { households } = chunk;
    const sizes = wanted.flatMap((each, index): Omit<Part, 'offset'>[] => {
      const length = recordsOf(schema, chunk, each.level);
      const bytes = each.kind === 'number' ? 8 : each.kind === 'date' ? 4 : 1;
      return [
        { bytes, length },
        { bytes: 8, length: divided[index] ? length : 0 },
      ];
    });
    const laid = layOut([{ bytes: 1, length: households }, ...sizes]);
    const buffer = new SharedArrayBuffer(laid.size);
    const arrays = viewsOf(buffer, laid.parts);
    for (const [index, each] of wanted.entries()) {
      arrays[valueArray(index)]?.fill(undecided(each));
      arrays[bottomArray(index)]?.fill(1);
    }
    const empty = { first, households, buffer, parts: laid.parts, arrays };
    first += households;
    return empty;
  });
  return { wanted, chunks: made, size, beside: new Map() };
}

function undecided({ kind }: Wanted): number {
  if (kind === 'number') return Number.NaN;
  return kind === 'date' ? -1 : UNKNOWN_BYTE;
}

/** One rule's result for a household of a chunk, or for a member of one, each by its number there. */
export function resultAt(
  results: Results,
  chunk: ResultChunk,
  index: number,
  name: string,
): Result {
  const at = results.wanted.findIndex((each) => each.name === name);
  const wanted = results.wanted[at];
  const value = chunk.arrays[valueArray(at)]?.[index];
  if (!wanted || value === undefined) throw new RangeError(`no result ${name} at ${index}`);
  if (wanted.kind === 'number') {
    const beside = results.beside.get(besideKey(chunk, index, name));
    if (beside !== undefined) return beside;
    return Number.isNaN(value)
      ? null
      : rational(value, chunk.arrays[bottomArray(at)]?.[index] ?? 1);
  }
  if (value === undecided(wanted)) return null;
  if (wanted.kind === 'yes/no') return value === 1;
  return wanted.kind === 'code' ? (wanted.codes[value] ?? null) : String(value);
}

export function isUndecided(
  chunk: ResultChunk,
  index: number,
  at: number,
  wanted: Wanted,
): boolean {
  const value = chunk.arrays[valueArray(at)]?.[index];
  return value === undefined || Object.is(value, undecided(wanted));
}

function besideKey({ first }: ResultChunk, index: number, name: string): string {
  return `${first} ${index} ${name}`;
}

/** Writes what the exact evaluator found; what it leaves open stays undecided. */
export function keep(
  results: Results,
  chunk: ResultChunk,
  index: number,
  at: number,
  value: Value,
): void {
  const wanted = results.wanted[at];
  const values = chunk.arrays[valueArray(at)];
  if (!wanted || !values) throw new RangeError(`no result ${at}`);
  if (value.kind === 'number') {
    if (!isPoint(value.range)) return;
    const { top, bottom } = fractionOf(value.range.low);
    const bottoms = chunk.arrays[bottomArray(at)];
    const fits =
      top <= SAFE && top >= -SAFE && bottom <= SAFE && (bottom === 1n || bottoms?.length);
    if (!fits) results.beside.set(besideKey(chunk, index, wanted.name), value.range.low);
    else {
      values[index] = Number(top);
      if (bottoms?.length) bottoms[index] = Number(bottom);
    }
    return;
  }
  const [only, ...others] = value.kind === 'code' ? value.possible : [];
  if (value.kind === 'yes/no' && value.value !== null) values[index] = value.value ? 1 : 0;
  if (value.kind === 'date' && value.value !== null) {
    values[index] = Number(value.value.replaceAll('-', ''));
  }
  if (only !== undefined && others.length === 0) values[index] = wanted.codes.indexOf(only);
}
