import type { Level } from '../language/declaration.ts';
import { holderOf } from './chunk.ts';
import type { Column, Schema } from './column.ts';
import type { Listed } from './record.ts';

/** An array that grows while a chunk is written and is emptied for the next. */
export type Growing = { values: Uint8Array | Int32Array; length: number };

/** It holds as many values as its level has records. */
export type ColumnWriting = {
  readonly column: Column;
  values: Uint8Array | Int32Array;
  beside: Map<number, number>;
  largest: number;
  misses: number;
};

export type LevelWriting = {
  readonly level: Level;
  readonly columns: readonly ColumnWriting[];
  /** The levels whose lists these records hold. */
  readonly below: readonly ListWriting[];
  records: number;
  /** How many records the arrays of its columns have room for. */
  capacity: number;
};

export type ListWriting = LevelWriting & {
  readonly level: Listed;
  /** For each record above: where its own begin, and whether its list was asked about. */
  readonly starts: Growing;
  readonly asked: Growing;
  longest: number;
  isUnasked: boolean;
};

export type Writing = {
  readonly schema: Schema;
  readonly area: Growing;
  readonly household: LevelWriting;
  readonly lists: ReadonlyMap<Level, ListWriting>;
  readonly columns: readonly ColumnWriting[];
};

const ROOM = 64;

export function writingOf(schema: Schema): Writing {
  const columns = schema.columns.map(
    (column): ColumnWriting => ({
      column,
      values: arrayOf(column.bytes, ROOM),
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
    capacity: ROOM,
  });
  const listAt = (level: Level): ListWriting => {
    const counted = { starts: growing(4), asked: growing(1), longest: 0, isUnasked: false };
    const list = { ...at(level), ...counted, level: level as Listed };
    lists.set(level, list);
    return list;
  };
  return { schema, area: growing(4), household: at('household'), lists, columns };
}

/** Room for so many more records; true where the columns had to move to wider arrays. */
export function makeRoom(level: LevelWriting, more: number): boolean {
  const needed = level.records + more;
  if (needed <= level.capacity) return false;
  level.capacity = Math.max(level.capacity * 2, needed);
  for (const column of level.columns) column.values = wider(column.values, level.capacity);
  return true;
}

export function growing(bytes: 1 | 4): Growing {
  return { values: arrayOf(bytes, ROOM), length: 0 };
}

export function push(array: Growing, value: number): void {
  if (array.length === array.values.length) array.values = wider(array.values, array.length * 2);
  array.values[array.length] = value;
  array.length += 1;
}

export function bytesOf(values: Growing['values']): 1 | 4 {
  return values instanceof Uint8Array ? 1 : 4;
}

function arrayOf(bytes: 1 | 4, length: number): Growing['values'] {
  return bytes === 1 ? new Uint8Array(length) : new Int32Array(length);
}

function wider(values: Growing['values'], length: number): Growing['values'] {
  const longer = arrayOf(bytesOf(values), length);
  longer.set(values);
  return longer;
}
