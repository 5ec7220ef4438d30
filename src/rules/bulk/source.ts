import type { Field, Level } from '../language/declaration.ts';
import type { Policy, RuleSet } from '../language/named.ts';
import { fractionOf } from '../language/rational.ts';
import { isPoint } from '../language/range.ts';
import type { Type } from '../language/type.ts';
import { ofPlace, type Value } from '../language/value.ts';
import { constant, type Graph, type Node, node } from './node.ts';

/** What is known of a column of facts when a function is generated for it. */
export type ColumnRead = {
  readonly number: number;
  readonly level: Level;
  readonly low: number;
  readonly high: number;
  /** Whether some record leaves it open, or carries a figure too large for the column; whether many do. */
  readonly mayMiss: boolean;
  readonly oftenMisses: boolean;
};

/** The facts of the run itself, by name: the governing day and what follows from it. */
export type RunFacts = Readonly<Record<string, unknown>>;

/** Numbers of each area, read once before its households: one, or a column of a table. */
export type Figure = (policy: Policy, facts: RunFacts) => readonly number[];

/** What the rules of one shape of policy are generated from. */
export type Source = {
  readonly graph: Graph;
  readonly set: RuleSet;
  /** The areas' policies: alike in every choice, list, table and row, different in plain numbers. */
  readonly policies: readonly [Policy, ...Policy[]];
  /** The codes of a list in the order of their numbers. */
  readonly codesOf: (list: string) => readonly string[];
  readonly columnOf: (field: Field) => ColumnRead;
  /** At most so many records of a level lie in one of the level around it. */
  readonly mostOf: (level: Level) => number;
  /** Whether some list of a level was not asked about. */
  readonly isUnasked: (level: Level) => boolean;
  readonly figures: Figures;
};

export type Figures = {
  readonly read: Figure[];
  /** Where each begins among an area's numbers. */
  readonly first: Map<string, number>;
  /** How many numbers an area has. */
  size: number;
};

/** The value of a parameter that is alike in all areas. */
export function settingOf(source: Source, name: string): Value {
  return source.policies[0].valueOf(name);
}

/** Whether the place has not laid it down, in any of the areas alike. */
export function isAbsent({ missing }: Value): boolean {
  return ofPlace(missing).length > 0;
}

/**
 * A parameter the place has not laid down. Only a household that reads it goes to the exact evaluator, so it
 * belongs to the record that reads it and not to the area.
 */
export function absentNode(
  { graph, set, codesOf }: Source,
  name: string,
  type: Type,
  reader: Level = 'area',
): Node {
  const level = reader === 'area' ? 'household' : reader;
  const number = set.text.parameters.findIndex((each) => each.name === name);
  const [low, high] =
    type.kind === 'code'
      ? [0, codesOf(type.list).length - 1]
      : (set.text.parameters[number]?.range ?? [0, 1]);
  const isTruth = type.kind === 'yes/no';
  const made = { op: 'unknown', of: [], level, value: number, low, high } as const;
  return node(graph, { ...made, isTruth, fallible: true, shy: true, blank: true });
}

/** A number of the area, by a name of its own. Where all areas have the same it is a constant. */
export function areaFigure(source: Source, key: string, of: (policy: Policy) => number): Node {
  const values = source.policies.map(of);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return constant(source.graph, low);
  return figureNode(source, key, (policy) => of(policy), low, high);
}

/** A number that may change with every run, so that the generated function stays the same. */
export function figureNode(
  source: Source,
  key: string,
  of: (policy: Policy, facts: RunFacts) => number,
  low: number,
  high: number,
): Node {
  const value = placed(source.figures, key, 1, (policy, facts) => [of(policy, facts)]);
  return node(source.graph, { op: 'figure', of: [], level: 'area', value, low, high });
}

/** A column of the area's table, a cell per code; NaN where a code has no row. */
export function tableCells(
  source: Source,
  key: string,
  of: (policy: Policy) => readonly number[],
): { first: number; low: number; high: number; hasGaps: boolean } {
  const cells = source.policies.flatMap(of);
  const filled = cells.filter((cell) => !Number.isNaN(cell));
  const size = cells.length / source.policies.length;
  const first = placed(source.figures, key, size, of);
  const [low, high] = [Math.min(0, ...filled), Math.max(0, ...filled)];
  return { first, low, high, hasGaps: filled.length < cells.length };
}

function placed(figures: Figures, key: string, size: number, read: Figure): number {
  const known = figures.first.get(key);
  if (known !== undefined) return known;
  const first = figures.size;
  figures.first.set(key, first);
  figures.read.push(read);
  figures.size += size;
  return first;
}

/** A known number as a whole one: percent by the hundred. Throws where it is not known or no such number. */
export function wholeOf(value: Value, scale: number): number {
  if (value.kind !== 'number' || !isPoint(value.range)) throw new RangeError('参数不是确定的数');
  const { top, bottom } = fractionOf(value.range.low);
  const scaled = Number(top) * scale;
  if (scaled % Number(bottom) !== 0) throw new RangeError('参数不是整数');
  return scaled / Number(bottom);
}
