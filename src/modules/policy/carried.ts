import type { LocalDate } from '../../kernel/local-date.ts';
import type { Parameter } from '../../rules/language/declaration.ts';
import { findParameter, type Region, type Residence } from '../../rules/region.ts';

/** A value of a superior that goes on to hold, as it has to stand in the county's own file beside the new one. */
export type Carried = {
  readonly residence: Residence;
  readonly value: number;
  readonly effective: LocalDate;
  readonly source: string;
};

type Asked = {
  readonly parameter: Parameter;
  /** The sides that are drafted anew. */
  readonly drafted: readonly Residence[];
  readonly from: LocalDate;
  readonly today: LocalDate;
};

/**
 * The nearest place that lays a figure down is asked alone. So the first time a county does, what its superiors lay
 * down for the other side, and for later days, has to be said again, or it would hold no longer.
 */
export function carriedOver(region: Region, { parameter, drafted, from, today }: Asked): Carried[] {
  return (['urban', 'rural'] as const).flatMap((residence) => {
    const at = (on: LocalDate) =>
      findParameter(region, parameter, { on, knownOn: today }, residence);
    const present = at(from);
    if (!present.ok || present.found.place === region.place) return [];
    const later = region.files
      .filter(({ place }) => place === present.found.place)
      .flatMap(({ entries }) => entries)
      .filter(({ parameter: name, residence: side, effective, known }) => {
        const isOfSide = side === undefined || side === residence;
        return name === parameter.name && isOfSide && effective > from && known <= today;
      });
    const days = new Set([
      ...(drafted.includes(residence) ? [] : [from]),
      ...later.map(({ effective }) => effective),
    ]);
    return [...days].toSorted().flatMap((effective): Carried[] => {
      const looked = at(effective);
      if (!looked.ok || typeof looked.found.value !== 'number') return [];
      const { value, placeName, documentTitle } = looked.found;
      const source = `${placeName}《${documentTitle}》，照旧执行`;
      return [{ residence, value: Number(value), effective, source }];
    });
  });
}
