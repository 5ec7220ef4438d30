import { useMemo } from 'react';
import type { PlaceCode } from '../../kernel/place.ts';
import { CodeSelect } from './code-select.tsx';
import type { FieldProps } from './field-frame.tsx';

/** A place with its name; the name of what it lies in comes from the same list. */
export type Place = { readonly code: PlaceCode; readonly name: string };

type PlaceSelectProps = FieldProps<PlaceCode | null> & {
  readonly places: readonly Place[];
  /** Only places of this level: 6 county, 9 township, 12 village. */
  readonly digits?: 6 | 9 | 12;
};

/**
 * A county, township or village, by name, code or pinyin initials; what it lies in is shown behind
 * it.
 */
export function PlaceSelect({ places, digits, ...field }: PlaceSelectProps) {
  const options = useMemo(() => optionsOf(places, digits), [places, digits]);
  return <CodeSelect {...field} options={options} placeholder="请选择地方，可打拼音首字母" />;
}

function optionsOf(places: readonly Place[], digits: number | undefined) {
  const names = new Map<string, string>(places.map((place) => [place.code, place.name]));
  return places
    .filter((place) => digits === undefined || place.code.length === digits)
    .map((place) => ({ value: place.code, label: place.name, more: outerName(place.code, names) }));
}

function outerName(code: string, names: ReadonlyMap<string, string>): string {
  const outer = [9, 6, 4].find(
    (length) => length < code.length && names.has(code.slice(0, length)),
  );
  return outer === undefined ? code : (names.get(code.slice(0, outer)) ?? code);
}
