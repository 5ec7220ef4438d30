import type { HouseholdFacts } from '../facts.ts';
import type { Level } from '../language/declaration.ts';
import type { Area, Caseload, Seen } from './caseload.ts';
import { type Chunk, holderOf, layOut, viewsOf } from './chunk.ts';
import { type Column, type Schema, UNKNOWN, UNKNOWN_BYTE } from './column.ts';
import { factAt, type Facts, LIST_OF, type Listed, listOf } from './record.ts';

/** Households of one chunk: its arrays together stay near the core that reads them. */
export const CHUNK_SIZE = 8192;

/** Takes households one by one; `caseload` gives all taken so far, and more may follow. */
export type Packer = {
  readonly add: (facts: HouseholdFacts) => void;
  readonly caseload: () => Caseload;
};

export function packer(schema: Schema): Packer {
  const areas: Area[] = [];
  const areaNumbers = new Map<string, number>();
  const chunks: Chunk[] = [];
  const writing = writingOf(schema);
  const areaOf = ({ place, residence }: HouseholdFacts): number => {
    const key = `${place} ${residence}`;
    const known = areaNumbers.get(key);
    if (known !== undefined) return known;
    areaNumbers.set(key, areas.length);
    return areas.push({ place, residence }) - 1;
  };
  const close = () => {
    if (writing.household.records > 0) chunks.push(closed(writing));
  };
  return {
    add: (facts) => {
      push(writing.area, areaOf(facts));
      writeRecord(writing, writing.household, facts, facts);
      if (writing.household.records === CHUNK_SIZE) close();
    },
    caseload: () => {
      close();
      const size = chunks.reduce((sum, each) => sum + each.households, 0);
      return { schema, areas: [...areas], chunks: [...chunks], size, seen: seenIn(writing) };
    },
  };
}

/** An array that grows while a chunk is written and is emptied for the next. */
type Growing = { values: Uint8Array | Int32Array; length: number };

type ColumnWriting = {
  readonly column: Column;
  readonly stored: Growing;
  beside: Map<number, number>;
  largest: number;
  misses: number;
};

type LevelWriting = {
  readonly level: Level;
  readonly columns: readonly ColumnWriting[];
  /** The levels whose lists these records hold. */
  readonly below: readonly ListWriting[];
  records: number;
};

type ListWriting = LevelWriting & {
  readonly level: Listed;
  /** For each record above: where its own begin, and whether its list was asked about. */
  readonly starts: Growing;
  readonly asked: Growing;
  longest: number;
  isUnasked: boolean;
};

type Writing = {
  readonly schema: Schema;
  readonly area: Growing;
  readonly household: LevelWriting;
  readonly lists: ReadonlyMap<Level, ListWriting>;
  readonly columns: readonly ColumnWriting[];
};

function writingOf(schema: Schema): Writing {
  const columns = schema.columns.map(
    (column): ColumnWriting => ({
      column,
      stored: growing(column.bytes),
      beside: new Map(),
      largest: 0,
      misses: 0,
    }),
  );
  const lists = new Map<Level, ListWriting>();
  const at = (level: Level): LevelWriting => ({
    level,
    columns: columns.filter((each) => each.column.level === level),
    below: schema.levels.filter((each) => holderOf(each) === level).map((each) => listAt(each)),
    records: 0,
  });
  const listAt = (level: Level): ListWriting => {
    const counted = { starts: growing(4), asked: growing(1), longest: 0, isUnasked: false };
    const list = { ...at(level), ...counted, level: level as Listed };
    lists.set(level, list);
    return list;
  };
  return { schema, area: growing(4), household: at('household'), lists, columns };
}

function writeRecord(
  writing: Writing,
  level: LevelWriting,
  record: Facts,
  facts: HouseholdFacts,
): void {
  for (const column of level.columns) {
    store(writing.schema, column, factAt(record, column.column.path), level.records);
  }
  level.records += 1;
  for (const list of level.below) {
    const found = listOf(facts, list.level);
    const [, owner] = LIST_OF[list.level];
    const before = list.records;
    push(list.starts, before);
    push(list.asked, found ? 1 : 0);
    list.isUnasked ||= !found;
    for (const each of found ?? []) {
      if (owner === null || each[owner] === record['id']) writeRecord(writing, list, each, facts);
    }
    list.longest = Math.max(list.longest, list.records - before);
  }
}

function store(schema: Schema, writing: ColumnWriting, value: unknown, index: number): void {
  const { column } = writing;
  const number = value === null ? null : numberOf(schema, column, value);
  const fits = number !== null && number >= column.low && number <= column.high;
  if (fits) {
    writing.largest = Math.max(writing.largest, number);
    push(writing.stored, number);
    return;
  }
  writing.misses += 1;
  push(writing.stored, column.bytes === 1 ? UNKNOWN_BYTE : UNKNOWN);
  if (number !== null) writing.beside.set(index, number);
}

function numberOf(schema: Schema, column: Column, value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string')
    throw new TypeError(`no fact: ${column.field.name} ${String(value)}`);
  if (column.kind === 'date') return Number(value.replaceAll('-', ''));
  const codes = schema.codes.get(column.list);
  const known = codes?.get(value);
  if (known !== undefined) return known;
  if (!codes || !schema.openLists.has(column.list)) {
    throw new RangeError(`${column.field.name} 没有这个代码：${value}`);
  }
  codes.set(value, codes.size);
  return codes.size - 1;
}

/** The chunk written so far, on one shared buffer; what follows begins anew. */
function closed(writing: Writing): Chunk {
  const { schema, household, columns } = writing;
  const lists = schema.levels.map((level) => writing.lists.get(level));
  for (const list of lists) if (list) push(list.starts, list.records);
  const arrays = [
    writing.area,
    ...lists.map((list) => list?.starts ?? growing(4)),
    ...lists.map((list) => list?.asked ?? growing(1)),
    ...columns.map((each) => each.stored),
  ];
  const { parts, size } = layOut(
    arrays.map(({ values, length }) => ({ bytes: bytesOf(values), length })),
  );
  const buffer = new SharedArrayBuffer(size);
  for (const [index, view] of viewsOf(buffer, parts).entries()) {
    const { values, length } = arrays[index] ?? growing(1);
    view.set(values.subarray(0, length));
  }
  const beside = columns.flatMap(({ column, beside: kept }) =>
    kept.size > 0 ? [[column.number, kept] as const] : [],
  );
  const chunk = { households: household.records, buffer, parts, beside: new Map(beside) };
  for (const array of arrays) array.length = 0;
  for (const column of columns) column.beside = new Map();
  for (const list of lists) if (list) list.records = 0;
  household.records = 0;
  return chunk;
}

function seenIn({ schema, columns, lists }: Writing): Seen {
  const asLevels = schema.levels.flatMap((level) => lists.get(level) ?? []);
  return {
    largest: columns.map((each) => each.largest),
    misses: columns.map((each) => each.misses),
    longest: new Map(asLevels.map((each) => [each.level, each.longest])),
    unasked: new Set(asLevels.flatMap((each) => (each.isUnasked ? [each.level] : []))),
  };
}

function growing(bytes: 1 | 4): Growing {
  return { values: bytes === 1 ? new Uint8Array(1024) : new Int32Array(1024), length: 0 };
}

function bytesOf(values: Growing['values']): 1 | 4 {
  return values instanceof Uint8Array ? 1 : 4;
}

function push(array: Growing, value: number): void {
  if (array.length === array.values.length) {
    const wider = bytesOf(array.values) === 1 ? Uint8Array : Int32Array;
    const longer = new wider(array.values.length * 2);
    longer.set(array.values);
    array.values = longer;
  }
  array.values[array.length] = value;
  array.length += 1;
}
