import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '../../kernel/local-date.ts';
import { sourceTitles } from '../../rules/procedure.ts';
import { type Connection, type NamedSource, readConnection } from './connection.ts';

/** How the sources of a place are reached, as the operator's files say. */
export type ConnectionCatalogue = {
  readonly find: (source: string, place: string, day: LocalDate) => Connection | undefined;
  /** Sources of the place's own, beside those the procedure names. */
  readonly named: (place: string, day: LocalDate) => readonly NamedSource[];
};

/** Reads every file of the folder at once: a wrong one is known when the program starts, not when somebody waits. */
export function createConnectionCatalogue(
  folder = process.env['YIMEN_CONNECTIONS'] ?? '',
): ConnectionCatalogue {
  const all = folder === '' ? [] : connectionsIn(folder);
  const inForce = (place: string, day: LocalDate) =>
    all
      .filter(({ area, from, until }) => {
        return place.startsWith(area) && from <= day && !(until && until < day);
      })
      // What is meant for a smaller place goes before what is meant for a larger one.
      .toSorted((a, b) => b.area.length - a.area.length || (a.from < b.from ? 1 : -1));
  return {
    find: (source, place, day) => inForce(place, day).find((each) => each.source === source),
    named: (place, day) => {
      const own = inForce(place, day).flatMap(({ source, items }) =>
        items && !Object.hasOwn(sourceTitles, source) ? { source, items } : [],
      );
      return [...new Map(own.map((each) => [each.source, each])).values()];
    },
  };
}

function connectionsIn(folder: string): readonly Connection[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      try {
        return readConnection(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
      }
    });
}
