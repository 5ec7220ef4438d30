import type { AsOf, Residence } from '../../src/rules/region.ts';
import { type Direction, type Fraction, fraction } from './fraction.ts';
import { NotKnown } from './sheet.ts';
import { onShelf, type Shelf } from './shelf.ts';

/** What a place has settled for a day, town or country. */
export type Place = {
  readonly shelf: Shelf;
  readonly asOf: AsOf;
  readonly residence: Residence;
  /** What was looked up before. */
  readonly settled: Map<string, unknown>;
};

/** The place has not settled a value the calculation needs. */
export class NotSettled extends Error {}

const NOT_USED = 'not-used';

/** The standard of the town, or of the country, wherever the family lives. */
const READ_AS: Readonly<Record<string, { name: string; residence: Residence }>> = {
  urbanStandard: { name: 'standard', residence: 'urban' },
  ruralStandard: { name: 'standard', residence: 'rural' },
};

export function given(place: Place, name: string): unknown {
  if (place.settled.has(name)) return place.settled.get(name);
  const asked = READ_AS[name] ?? { name, residence: place.residence };
  const value = onShelf(place.shelf, asked.name, place.asOf, asked.residence);
  if (value === undefined) throw new NotSettled(name);
  place.settled.set(name, value);
  return value;
}

export function isSettled(place: Place, name: string): boolean {
  try {
    given(place, name);
    return true;
  } catch (error) {
    if (error instanceof NotSettled) return false;
    throw error;
  }
}

export function isUsed(place: Place, name: string): boolean {
  return given(place, name) !== NOT_USED;
}

/** A figure in the unit of the rules; percentages are written in whole percents. */
export function figure(place: Place, name: string): Fraction {
  const value = given(place, name);
  if (typeof value !== 'number') throw new Error(`${name} is no figure`);
  return fraction(value, isPercent(name) ? 100 : 1);
}

export function isPercent(name: string): boolean {
  return name.endsWith('Percent') || name === 'employmentCostCap';
}

export function answer(place: Place, name: string): boolean {
  const value = given(place, name);
  if (typeof value !== 'boolean') throw new Error(`${name} is neither yes nor no`);
  return value;
}

export function choice(place: Place, name: string): string {
  const value = given(place, name);
  if (typeof value !== 'string') throw new Error(`${name} is no choice`);
  return value;
}

export function list(place: Place, name: string): readonly string[] {
  const value = given(place, name);
  if (!Array.isArray(value)) throw new Error(`${name} is no list`);
  return value as string[];
}

export function direction(place: Place, name: string): Direction {
  return choice(place, name) as Direction;
}

export type CaseRow = { readonly when?: string; readonly give: string };
export type Cases = { readonly combine: string; readonly rows: readonly CaseRow[] };

/** The rows a place wrote for a rule it leaves open; null where it uses none. */
export function casesOf(place: Place, name: string): Cases | null {
  const value = given(place, name);
  if (value === NOT_USED) return null;
  if (Array.isArray(value)) return { combine: 'first', rows: value as CaseRow[] };
  const { combine = 'first', rows = [] } = value as Partial<Cases>;
  return { combine, rows };
}

/** The row of a code in one of the place's tables. */
export function tableRow(place: Place, name: string, code: string): Record<string, number> {
  const rows = given(place, name) as { code: string }[];
  const row = rows.find((each) => each.code === code);
  if (!row) throw new NotKnown(`${name} ${code}`);
  return row as unknown as Record<string, number>;
}

export type Band = { readonly title: string; readonly upTo: number; readonly amount: number };

export function bandOf(place: Place, name: string, income: Fraction): Band | null {
  const bands = given(place, name) as Band[];
  return bands.find((band) => income.top <= BigInt(band.upTo) * income.bottom) ?? null;
}
