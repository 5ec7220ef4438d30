import type { Citation } from '../../kernel/citation.ts';

/** Where a figure belongs. Each level sees its own names and those of the levels it lies in. */
export const LEVEL_OF = {
  area: null,
  household: 'area',
  member: 'household',
  income: 'member',
  transfer: 'member',
  asset: 'member',
  supporter: 'member',
  spending: 'member',
  pastRelief: 'household',
} as const;
export type Level = keyof typeof LEVEL_OF;

/** What one record of a level is called in explanations. */
export const LEVEL_TITLE: Readonly<Record<Level, string>> = {
  area: '当地',
  household: '家庭',
  member: '家庭成员',
  income: '收入',
  transfer: '转移支出',
  asset: '财产',
  supporter: '义务人',
  spending: '支出',
  pastRelief: '已获得的临时救助',
};

/** The list of records of a level, where it has not been asked about. */
export const LIST_TITLE: Partial<Readonly<Record<Level, string>>> = {
  income: '收入情况',
  transfer: '转移支出情况',
  asset: '财产情况',
  supporter: '家庭以外的赡养、扶养、抚养义务人情况',
  spending: '刚性支出情况',
  pastRelief: '已经获得的临时救助',
};

/** At most so many records of a level lie in one of the level above (facts.ts refuses more). */
export const LARGEST_COUNT: Readonly<Record<Level, number>> = {
  area: 1,
  household: 1,
  member: 30,
  income: 40,
  transfer: 40,
  asset: 40,
  supporter: 40,
  spending: 40,
  pastRelief: 40,
};

/**
 * A type as text: a unit ("fen/month/person", "months", "persons", "percent", "number"), "yes/no", "date",
 * "code LIST", "codes LIST" (a set of codes) or "bands X -> Y" (a table from a figure to a figure).
 * For parameters also "cases T" (the place writes formulas of type T, see bind.ts) and
 * "table LIST -> col T, col T" (a row per code, read by `cell(table, code, col)`).
 */
export type TypeText = string;

/** A fact a formula may name. `read` gives the recorded value, null when unknown. */
export type Field = {
  readonly name: string;
  readonly level: Level;
  readonly title: string;
  readonly type: TypeText;
  /** Bounds of a number as recorded; needed for every number. */
  readonly range?: readonly [number, number];
  /** Its title says by itself what is meant: 遇到的突发困难, not 家庭的遇到的突发困难. */
  readonly isSpokenAlone?: true;
  readonly read: (record: Readonly<Record<string, unknown>>) => unknown;
};

/** A figure or choice the law leaves to a place, or a national number with its date. */
export type Parameter = {
  readonly name: string;
  readonly title: string;
  readonly type: TypeText;
  readonly range?: readonly [number, number];
  /** Only for `cases`: the level whose names the place's formulas see; left out: the area. */
  readonly level?: Level;
  /** Only for tables: the Chinese name of each column and the bounds of its figures. */
  readonly columns?: Readonly<Record<string, Column>>;
  readonly citation: Citation;
  /** Whether a place may say "not used" in so many words. Formulas then ask `used(name)` first. */
  readonly mayBeUnused?: boolean;
  /** No rule of the frame reads it; it is there for the formulas places write. */
  readonly forPlaces?: true;
  /** Another parameter as it is for town, or for country, wherever the family lives; no file gives it itself. */
  readonly readAs?: { readonly name: string; readonly residence: 'urban' | 'rural' };
};

export type Column = { readonly title: string; readonly range?: readonly [number, number] };

/** Code → Chinese. The codes of an open list are those the place's tables name, or a fact records. */
export type CodeList = Readonly<Record<string, string>>;

/** One rule: what is computed, from which article, by which formula. */
export type Rule = {
  readonly name: string;
  readonly title: string;
  readonly level: Level;
  readonly type: TypeText;
  readonly formula: string;
  readonly citation: Citation;
};

export type RuleSetText = {
  readonly scheme: string;
  readonly version: string;
  readonly fields: readonly Field[];
  readonly parameters: readonly Parameter[];
  readonly rules: readonly Rule[];
  /** Code lists by name. */
  readonly codes: Readonly<Record<string, CodeList | 'open'>>;
};

/** How many levels out one level lies from another. */
export function hopsTo(outer: Level, from: Level): number {
  return chainOf(from).indexOf(outer);
}

/** The bounds of a table's column: its own, else those of the whole table. */
export function columnLimits(table: Parameter, column: string) {
  return table.columns?.[column]?.range ?? table.range;
}

/** The level and all it lies in, innermost first. */
export function chainOf(level: Level): Level[] {
  const outer = LEVEL_OF[level];
  return outer === null ? [level] : [level, ...chainOf(outer)];
}
