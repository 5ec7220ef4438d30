import type { HouseholdEffect } from './effect.ts';
import {
  type Effect,
  type EffectKind,
  effectTitles,
  previewed,
  type Previewed,
} from './preview.ts';

/** One scheme in one place: households in it and what they get, before and after, and how they moved. */
export type Tally = {
  readonly before: Side;
  readonly after: Side;
  readonly kinds: Readonly<Record<EffectKind, number>>;
  /** Fen a month that gaining and losing households have more or less, new and leaving ones included. */
  readonly more: number;
  readonly less: number;
  readonly arrears: number;
  readonly arrearsHouseholds: number;
};

type Side = { readonly households: number; readonly amount: number };

/** What a run has found so far, small enough to be kept with every chunk. */
export type Sums = {
  readonly schemes: Readonly<Record<Previewed, SchemeSums>>;
  /** What is paid now, as decided. */
  readonly decided: Side;
  /** Households to whom the present rules give something else than what was decided. */
  readonly stale: number;
  /** In the register by a document, without facts of a case: they cannot be computed and are in no figure. */
  readonly withoutFacts: number;
};

type SchemeSums = {
  readonly all: Tally;
  readonly townships: Readonly<Record<string, Tally>>;
  /** How many households change by how much: key `n` is from `n` to `n + 1` tens of yuan a month. */
  readonly steps: Readonly<Record<string, number>>;
};

const NO_SIDE: Side = { households: 0, amount: 0 };
const NO_KINDS = Object.fromEntries(
  Object.keys(effectTitles).map((kind) => [kind, 0]),
) as Tally['kinds'];

export const emptyTally: Tally = {
  before: NO_SIDE,
  after: NO_SIDE,
  kinds: NO_KINDS,
  more: 0,
  less: 0,
  arrears: 0,
  arrearsHouseholds: 0,
};

export const emptySums: Sums = {
  schemes: Object.fromEntries(
    previewed.map((scheme) => [scheme, { all: emptyTally, townships: {}, steps: {} }]),
  ) as Sums['schemes'],
  decided: NO_SIDE,
  stale: 0,
  withoutFacts: 0,
};

/** One step of a histogram: ten yuan a month. */
export const STEP_FEN = 1000;

export type Counted = HouseholdEffect & {
  readonly township: string;
  /** As decided; 0 where it was refused. */
  readonly amount: number;
};

/** The sums with these households added. */
export function added(sums: Sums, households: readonly Counted[]): Sums {
  const next = copyOf(sums);
  for (const { effects, township, amount, isStale } of households) {
    if (amount > 0) add(next.decided, amount);
    if (isStale) next.stale += 1;
    for (const each of effects) {
      const { all, townships, steps } = next.schemes[each.scheme];
      const own = townships[township] ?? copyOf(emptyTally);
      townships[township] = own;
      count(all, each);
      count(own, each);
      const step = String(Math.floor((each.after - each.before) / STEP_FEN));
      if (each.after !== each.before) steps[step] = (steps[step] ?? 0) + 1;
    }
  }
  return next;
}

/** Through text: equal parts of the empty sums are one object, and a structured clone would keep them one. */
function copyOf<T>(value: T): Writable<T> {
  return JSON.parse(JSON.stringify(value)) as Writable<T>;
}

type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;

const IN_BEFORE: readonly EffectKind[] = ['leave', 'gain', 'lose', 'same'];
const IN_AFTER: readonly EffectKind[] = ['enter', 'gain', 'lose', 'same'];

function count(tally: Writable<Tally>, { effect, before, after, arrears }: Effect): void {
  if (IN_BEFORE.includes(effect)) add(tally.before, before);
  if (IN_AFTER.includes(effect)) add(tally.after, after);
  tally.kinds[effect] += 1;
  tally.more += Math.max(0, after - before);
  tally.less += Math.max(0, before - after);
  tally.arrears += arrears;
  tally.arrearsHouseholds += arrears > 0 ? 1 : 0;
}

function add(side: Writable<Side>, amount: number): void {
  side.households += 1;
  side.amount += amount;
}
