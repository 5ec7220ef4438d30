import type { HouseholdFacts } from '../../src/rules/facts.ts';
import type { Fraction } from './fraction.ts';
import type { Place } from './place.ts';

/** What a line of the sheet may say; null is a fact nobody has recorded. */
export type Content = Fraction | boolean | string | readonly string[] | null;

export type Level =
  | 'household'
  | 'member'
  | 'income'
  | 'transfer'
  | 'asset'
  | 'supporter'
  | 'spending'
  | 'pastRelief';

/** One record on the official's sheet: the household, a member, a receipt … with what lies below it. */
export type Line<Kind extends Level = Level> = {
  readonly level: Kind;
  readonly id: string;
  readonly record: Facts[Kind];
  readonly above: Line | null;
  /** Null where nobody has asked for records of the kind. */
  readonly below: Partial<Record<Level, readonly Line[] | null>>;
  readonly sheet: Sheet;
};

type Row<Key extends keyof HouseholdFacts> =
  NonNullable<HouseholdFacts[Key]> extends readonly (infer T)[] ? T : never;

export type Facts = {
  household: HouseholdFacts;
  member: Row<'members'>;
  income: Row<'incomes'>;
  transfer: Row<'transfersPaid'>;
  asset: Row<'assets'>;
  supporter: Row<'supporters'>;
  spending: Row<'spendings'>;
  pastRelief: Row<'pastReliefs'>;
};

/** Everything on the desk: the day, the place's rules, and what each name in a place's formula stands for. */
export type Sheet = {
  readonly day: string;
  readonly yearStart: string;
  readonly place: Place;
  readonly book: Book;
  /** What to take for figures nobody can know; null: the calculation stops at them. */
  readonly guess: Guess | null;
};

/** A try at what is open: a figure, an answer, and how far into a range that somebody may choose from. */
export type Guess = {
  readonly figure: Fraction;
  readonly answer: boolean;
  readonly share: number;
};

/** What a figure is called in places' formulas, by the level it belongs to. */
export type Book = Readonly<Record<Level, Readonly<Record<string, (line: never) => Content>>>>;

/** A fact the calculation cannot do without, or a figure a place's rule leaves open. */
export class NotKnown extends Error {}

/** What is taken for something open, or the calculation stops there. */
export function guessed({ sheet }: Line, name: string): Guess {
  return known(sheet.guess, name);
}

/** What was recorded, or the calculation stops. */
export function known<T>(fact: T | null, name: string): T {
  if (fact === null) throw new NotKnown(name);
  return fact;
}

export function openSheet(facts: HouseholdFacts, sheet: Sheet): Line<'household'> {
  const open = <Kind extends Level>(
    level: Kind,
    id: string,
    record: Facts[Kind],
    above: Line | null,
    below: Line['below'] = {},
  ): Line<Kind> => ({ level, id, record, above, below, sheet });
  const household = open('household', 'household', facts, null, {});
  const members = facts.members.map((member) => {
    const line = open('member', member.id, member, household, {});
    const of = <Kind extends Level>(
      level: Kind,
      rows: readonly (Facts[Kind] & { id: string })[] | null,
      owner: string,
    ) =>
      rows
        ?.filter((row) => (row as Readonly<Record<string, unknown>>)[owner] === member.id)
        .map((row) => open(level, row.id, row, line)) ?? null;
    return Object.assign(line, {
      below: {
        income: of('income', facts.incomes, 'member'),
        transfer: of('transfer', facts.transfersPaid, 'member'),
        asset: of('asset', facts.assets, 'owner'),
        supporter: of('supporter', facts.supporters, 'supports'),
        spending: of('spending', facts.spendings, 'member'),
      },
    });
  });
  const reliefs =
    facts.pastReliefs?.map((row) => open('pastRelief', row.id, row, household)) ?? null;
  return Object.assign(household, { below: { member: members, pastRelief: reliefs } });
}

/** The records of a level below a line, also further down. */
export function recordsOf<Kind extends Level>(line: Line, level: Kind): readonly Line<Kind>[] {
  const direct = line.below[level];
  if (direct !== undefined) return known(direct, `records of ${level}`) as readonly Line<Kind>[];
  return (line.below.member ?? []).flatMap((member) => recordsOf(member, level));
}

/** The record of an id. */
export function lineOf(line: Line, id: string): Line {
  const find = (from: Line): Line | undefined =>
    Object.values(from.below)
      .flatMap((lines) => lines ?? [])
      .map((each) => (each.id === id ? each : find(each)))
      .find((each) => each !== undefined);
  const found = find(line);
  if (!found) throw new Error(`no record ${id}`);
  return found;
}

/** The line of a level that a line is, or lies in. */
export function lineAt<Kind extends Level>(line: Line, level: Kind): Line<Kind> {
  for (let each: Line | null = line; each; each = each.above) {
    if (each.level === level) return each as Line<Kind>;
  }
  throw new Error(`no ${level} around ${line.level} ${line.id}`);
}

/** Works a figure out once per line, as an official writes it down once. */
export function once<L extends object, T>(work: (line: L) => T): (line: L) => T {
  const found = new WeakMap<L, T>();
  return (line) => {
    if (found.has(line)) return found.get(line) as T;
    const result = work(line);
    found.set(line, result);
    return result;
  };
}
