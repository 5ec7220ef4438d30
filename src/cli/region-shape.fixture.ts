import { readFileSync } from 'node:fs';
import { placeCode } from '../kernel/place.ts';
import type { HouseholdFactsInput } from '../rules/facts.ts';
import { foldersOf } from '../rules/region.ts';
import { answer, money } from '../rules/worked-example/worked-example.ts';
import { readRegionJson } from './region-reader.ts';

/** The examples of docs/example/region, each read as if it lay in `regions/`. */
export const SHAPES = new URL('../../docs/example/region/', import.meta.url);

type Written = { readonly place: string; readonly name: string };

export function shapeJson(name: string): Written {
  return JSON.parse(readFileSync(new URL(`${name}.json`, SHAPES), 'utf8')) as Written;
}

/** Where the file would lie in `regions/`. */
export function shapePath(place: string): string {
  return `${foldersOf(placeCode(place))[0]}/rule.json`;
}

export type Asked = {
  readonly rule: string;
  readonly of?: string;
  readonly on?: string;
  readonly facts: Partial<HouseholdFactsInput>;
  /** Figures that the example leaves open, in yuan; the standard is 800 unless given. */
  readonly yuan?: Readonly<Record<string, number>>;
};

const UNITS: Readonly<Record<string, string>> = {
  standard: '元/人/月',
  disposableIncome: '元/人/年',
  minimumWage: '元/月',
};

function askedOf(name: string, { yuan = {}, ...asked }: Asked) {
  const { place } = shapeJson(name);
  const figures = { standard: 800, disposableIncome: 40_000, ...yuan };
  const laidDown = Object.fromEntries(
    Object.entries(figures).map(([figure, value]) => {
      const unit = UNITS[figure];
      if (unit === undefined) throw new Error(`no unit for ${figure}`);
      return [figure, { value, unit }];
    }),
  );
  return { ...asked, place: { below: place, laidDown } };
}

function readerOf(name: string) {
  const json = shapeJson(name);
  return (path: string) => (path === shapePath(json.place) ? json : readRegionJson(path));
}

/** The figure a rule gives in a made-up county below the example, in yuan. */
export function yuanIn(name: string, asked: Asked): string {
  return money('元', askedOf(name, asked))(readerOf(name));
}

/** Whether a rule holds in a made-up county below the example. */
export function holdsIn(name: string, asked: Asked): string {
  return answer(askedOf(name, asked), { yes: '是', no: '否' })(readerOf(name));
}
