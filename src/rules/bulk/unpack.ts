import type { HouseholdFacts } from '../facts.ts';
import type { Level } from '../language/declaration.ts';
import { type Caseload, placeOf } from './caseload.ts';
import {
  AREA_PART,
  askedPart,
  type Chunk,
  columnPart,
  holderOf,
  startPart,
  type Values,
  viewsOf,
} from './chunk.ts';
import { type Column, isUnknown, type Schema } from './column.ts';
import { LIST_OF, type Listed } from './record.ts';

type Reading = {
  readonly schema: Schema;
  readonly chunk: Chunk;
  readonly views: readonly Values[];
  /** The codes of each list in the order of their numbers. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
};
type Made = Record<string, unknown>;

/**
 * Gives the facts of a household by its position, as they were packed. Records are numbered anew
 * ("income3"): ids, the day of acceptance and other facts no rule reads are not in the columns.
 */
export function unpacker(caseload: Caseload): (position: number) => HouseholdFacts {
  const { schema, areas } = caseload;
  const codes = new Map([...schema.codes].map(([list, known]) => [list, [...known.keys()]]));
  const views = new Map<Chunk, readonly Values[]>();
  return (position) => {
    const { chunk, index } = placeOf(caseload, position);
    const arrays = views.get(chunk) ?? viewsOf(chunk.buffer, chunk.parts);
    views.set(chunk, arrays);
    const reading: Reading = { schema, chunk, views: arrays, codes };
    const area = areas[at(reading, AREA_PART, index)];
    const facts = recordAt(reading, 'household', index);
    Object.assign(facts, { place: area?.place, residence: area?.residence, acceptedOn: null });
    readLists(reading, 'household', index, facts, facts);
    return facts as HouseholdFacts;
  };
}

function at({ views }: Reading, part: number, index: number): number {
  const value = views[part]?.[index];
  if (value === undefined) throw new RangeError(`nothing at ${index} of array ${part}`);
  return value;
}

/** Every list below a record, added to those of the household; null where nobody has asked. */
function readLists(reading: Reading, level: Level, index: number, record: Made, facts: Made): void {
  for (const list of reading.schema.levels.filter((each) => holderOf(each) === level)) {
    const [name, owner] = LIST_OF[list as Listed];
    const starts = startPart(reading.schema, list);
    const [from, to] = [at(reading, starts, index), at(reading, starts, index + 1)];
    const isAsked = at(reading, askedPart(reading.schema, list), index) === 1;
    const found = isAsked ? ((facts[name] as Made[] | undefined) ?? []) : null;
    facts[name] = found;
    for (let each = from; each < to; each += 1) {
      const made = recordAt(reading, list, each);
      found?.push(made);
      made['id'] = `${list}${found?.length}`;
      if (owner !== null) made[owner] = record['id'];
      readLists(reading, list, each, made, facts);
    }
  }
}

function recordAt(reading: Reading, level: Level, index: number): Made {
  const record: Made = {};
  const parts = new Set<string>();
  for (const column of reading.schema.columns) {
    if (column.level !== level) continue;
    const stored = at(reading, columnPart(reading.schema, column.number), index);
    const [key = '', within] = column.path;
    const value = valueOf(reading, column, stored, index);
    if (within === undefined) record[key] = value;
    else {
      parts.add(key);
      record[key] = { ...(record[key] as Made | undefined), [within]: value };
    }
  }
  for (const part of parts) {
    const isKnown = Object.values(record[part] ?? {}).some((value) => value !== null);
    if (!isKnown) record[part] = null;
  }
  return record;
}

function valueOf(reading: Reading, column: Column, stored: number, index: number): unknown {
  if (!isUnknown(column, stored)) return shown(reading, column, stored);
  const beside = reading.chunk.beside.get(column.number)?.get(index);
  return beside === undefined ? null : shown(reading, column, beside);
}

function shown({ codes }: Reading, column: Column, stored: number): unknown {
  switch (column.kind) {
    case 'number':
      return stored;
    case 'yes/no':
      return stored === 1;
    case 'code':
      return codes.get(column.list)?.[stored] ?? null;
    case 'date': {
      const text = String(stored);
      return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    }
  }
}
