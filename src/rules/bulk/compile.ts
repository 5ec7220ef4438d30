import { type Field, LARGEST_COUNT, type Level } from '../language/declaration.ts';
import type { Named, Policy } from '../language/named.ts';
import type { Caseload } from './caseload.ts';
import type { Column } from './column.ts';
import { emit, type Output } from './emit.ts';
import * as fraction from './fraction.ts';
import { lowerRule } from './lower.ts';
import type { Meaning } from './meaning.ts';
import { emptyGraph, type Graph, type Node, node } from './node.ts';
import { placeNodes } from './place.ts';
import { bottomArray, valueArray, type Wanted } from './result.ts';
import type { ColumnRead, RunFacts, Source } from './source.ts';

/** A generated function, as text that any worker can make into code, and what it needs to run. */
export type Kernel = {
  readonly code: string;
  /** How many numbers it takes for each area, and how they are read. */
  readonly size: number;
  /** Which results may be no whole numbers. */
  readonly divided: readonly boolean[];
  readonly numbersOf: (policy: Policy, facts: RunFacts) => readonly number[];
};

export type Compiled =
  | { readonly ok: true; readonly kernel: Kernel }
  | { readonly ok: false; readonly message: string };

type Held = Pick<Caseload, 'schema' | 'seen' | 'size'>;

/** Rarer than once in so many households, a fact not known costs less than computing round it. */
const SELDOM = 500;

/**
 * Generates the function that decides households of one shape of policy. The wanted rules are computed in
 * groups: where a group misses a fact, the others are decided all the same. Refuses, naming the rule, what
 * cannot be computed exactly in whole numbers below 2^53.
 */
export function compile(
  policies: readonly [Policy, ...Policy[]],
  wanted: readonly Wanted[],
  held: Held,
): Compiled {
  const graph = emptyGraph();
  const source = sourceOf(graph, policies, held);
  const lowering = { source, done: new Map() };
  try {
    const meanings = wanted.map(({ name, level }) => {
      const { rule, type } = ruleOf(source, name, level);
      return lowerRule(lowering, rule, type);
    });
    const outputs = meanings.map((meaning, index) => outputsOf(graph, wanted, meaning, index));
    const groups = groupsOf(wanted, outputs);
    const plan = placeNodes(
      graph,
      groups.map((group) => group.map(({ of }) => of)),
    );
    const { read, size } = source.figures;
    const { schema, seen } = held;
    const kernel: Kernel = {
      code: emit(plan, { schema, unasked: seen.unasked }, groups, size),
      size,
      divided: meanings.map(isDivided),
      numbersOf: (policy, facts) => read.flatMap((each) => [...each(policy, facts)]),
    };
    return { ok: true, kernel };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, message: error.message };
    throw error;
  }
}

function ruleOf({ set }: Source, name: string, level: Level): Extract<Named, { is: 'rule' }> {
  const named = set.scope.get(level)?.get(name);
  if (named?.is !== 'rule') throw new Error(`no rule ${name} at level ${level}`);
  return named;
}

function outputsOf(
  graph: Graph,
  wanted: readonly Wanted[],
  meaning: Meaning,
  index: number,
): Output[] {
  const level = wanted[index]?.level ?? 'household';
  const output = (array: number, of: Node): Output => {
    if (level === 'household') return { array, of };
    const kept = { op: 'keep', of: [of], over: level, level: 'household', value: array } as const;
    return { array, of: node(graph, { ...kept, low: 0, high: 0 }) };
  };
  if (meaning.kind !== 'number') return [output(valueArray(index), meaning.of)];
  const { top, bottom } = meaning.of;
  const value = output(valueArray(index), top);
  if (bottom === fraction.ONE) return [value];
  return [value, output(bottomArray(index), fraction.valueOf(graph, bottom))];
}

function groupsOf(wanted: readonly Wanted[], outputs: readonly Output[][]): Output[][] {
  const groups = new Map<number, Output[]>();
  for (const [index, { group }] of wanted.entries()) {
    groups.set(group, [...(groups.get(group) ?? []), ...(outputs[index] ?? [])]);
  }
  return [...groups.values()];
}

function isDivided(meaning: Meaning): boolean {
  return meaning.kind === 'number' && meaning.of.bottom !== fraction.ONE;
}

function sourceOf(
  graph: Graph,
  policies: Source['policies'],
  { schema, seen, size }: Held,
): Source {
  const often = size / SELDOM;
  const codes = new Map([...schema.codes].map(([list, known]) => [list, [...known.keys()]]));
  const columns = new Map(
    schema.columns.map((column): [string, ColumnRead] => [
      `${column.level} ${column.field.name}`,
      {
        number: column.number,
        level: column.level,
        low: column.low,
        high: highest(column, codes, seen),
        mayMiss: (seen.misses[column.number] ?? 0) > 0,
        oftenMisses: (seen.misses[column.number] ?? 0) > often,
      },
    ]),
  );
  return {
    graph,
    set: policies[0].set,
    policies,
    codesOf: (list) => codes.get(list) ?? [],
    columnOf: ({ level, name }: Field) => {
      const column = columns.get(`${level} ${name}`);
      if (!column) throw new Error(`no column ${level} ${name}`);
      return column;
    },
    mostOf: (level: Level) => Math.max(rounded(seen.longest.get(level) ?? LARGEST_COUNT[level]), 1),
    isUnasked: (level) => seen.unasked.has(level),
    figures: { read: [], first: new Map(), size: 0 },
  };
}

/** Of a code every number it may be, in an open list one more: the codes not in it are never settled. */
function highest(
  { kind, list, number, high }: Column,
  codes: ReadonlyMap<string, readonly string[]>,
  { largest }: Caseload['seen'],
): number {
  if (kind === 'code') return Math.min(high, codes.get(list)?.length ?? 0);
  return Math.min(high, rounded(largest[number] ?? 0));
}

/** Up to the next power of two less one, so that a few more households do not need another function. */
function rounded(largest: number): number {
  return 2 ** Math.ceil(Math.log2(largest + 1)) - 1;
}
