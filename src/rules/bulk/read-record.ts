import type { Area } from './caseload.ts';
import { holderOf } from './chunk.ts';
import type { Schema } from './column.ts';
import { listsOf, RESIDENCES, tagOf } from './packed-record.ts';
import { openCode } from './write-household.ts';
import { type LevelWriting, type ListWriting, makeRoom, push, type Writing } from './writing.ts';

/**
 * Reads packed records behind what is written; `begin` is told the area before anything of a household is.
 * What it gives is false, with nothing written, where the record is of another schema.
 */
export function recordReader(
  writing: Writing,
  begin: (area: Area) => void,
): (record: Uint8Array) => boolean {
  const tag = tagOf(writing.schema);
  const levels = levelsOf(writing);
  const readColumns = columnReader(writing, levels);
  const readArea = areaReader();
  return (record) => {
    const cursor = cursorOf(record);
    if (cursor.view.getInt32(0, true) !== tag) return false;
    cursor.at = 4;
    begin(readArea(cursor));
    const codes = readCodes(cursor, writing.schema);
    for (const level of levels) if (level.list) readList(cursor, level, level.list);
    readColumns(cursor, codes);
    readBeside(cursor, writing, levels);
    for (const { of, found } of levels) of.records += found;
    return true;
  };
}

type LevelReading = {
  readonly of: LevelWriting;
  /** Null for the household itself. */
  readonly list: ListWriting | null;
  /** The level whose records hold these. */
  readonly holder: LevelReading | null;
  /** Records of the household being read. */
  found: number;
};

/** The household and its lists, the outer ones first: a record's own are counted before they are read. */
function levelsOf(writing: Writing): LevelReading[] {
  const levels: LevelReading[] = [{ of: writing.household, list: null, holder: null, found: 1 }];
  for (const list of listsOf(writing)) {
    const holder = levels.find(({ of }) => of.level === holderOf(list.level)) ?? null;
    levels.push({ of: list, list, holder, found: 0 });
  }
  return levels;
}

type Cursor = { readonly bytes: Uint8Array; readonly view: DataView; at: number };

function cursorOf(bytes: Uint8Array): Cursor {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 };
}

function byte(cursor: Cursor): number {
  cursor.at += 1;
  return cursor.view.getUint8(cursor.at - 1);
}

function count(cursor: Cursor): number {
  cursor.at += 2;
  return cursor.view.getUint16(cursor.at - 2, true);
}

function text(cursor: Cursor): string {
  const length = byte(cursor);
  cursor.at += length;
  return words.decode(cursor.bytes.subarray(cursor.at - length, cursor.at));
}

const words = new TextDecoder();

/** Households come village by village: the same bytes as last time are the same area, which is not read again. */
function areaReader(): (cursor: Cursor) => Area {
  let last = new Uint8Array();
  let area: Area = { place: '', residence: null };
  return (cursor) => {
    const { bytes, at } = cursor;
    if (last.length > 0 && last.every((each, index) => each === bytes[at + index])) {
      cursor.at += last.length;
      return area;
    }
    area = { residence: RESIDENCES[byte(cursor)] ?? null, place: text(cursor) };
    last = bytes.slice(at, cursor.at);
    return area;
  };
}

/** By open list, the number here of each code by its number in the record. */
type Codes = readonly (readonly number[])[];

function readCodes(cursor: Cursor, schema: Schema): Codes {
  const numbers: number[][] = [];
  for (const list of schema.openLists) {
    const own: number[] = [];
    for (let left = count(cursor); left > 0; left -= 1) {
      own.push(openCode(schema, list, text(cursor)));
    }
    numbers.push(own);
  }
  return numbers;
}

function readList(cursor: Cursor, level: LevelReading, list: ListWriting): void {
  const above = level.holder?.found ?? 1;
  level.found = 0;
  for (let index = 0; index < above; index += 1) {
    const [own, asked] = [count(cursor), byte(cursor)];
    push(list.starts, list.records + level.found);
    push(list.asked, asked);
    if (asked === 0) list.isUnasked = true;
    if (own > list.longest) list.longest = own;
    level.found += own;
  }
}

type ReadColumns = (
  bytes: Uint8Array,
  at: number,
  found: Int32Array,
  firsts: Int32Array,
  codes: Codes,
) => number;

/**
 * The columns of one household. Ninety short loops over ninety arrays are four times as fast generated with each
 * array's name in them, which decides whether a caseload is read in two seconds or in five.
 */
function columnReader(
  writing: Writing,
  levels: readonly LevelReading[],
): (cursor: Cursor, codes: Codes) => void {
  const names = writing.columns.map((_, index) => `column${index}`);
  const bind = new Function(...names, readerCode(writing, levels)) as (
    ...arrays: readonly unknown[]
  ) => ReadColumns;
  const bound = () => bind(...writing.columns.map(({ values }) => values));
  const [found, firsts] = [new Int32Array(levels.length), new Int32Array(levels.length)];
  // Whoever writes may move a column to a wider array: the first one of each level tells.
  const seen = levels.map(({ of }) => of.columns[0]?.values);
  let read = bound();
  return (cursor, codes) => {
    let isMoved = false;
    for (const [number, level] of levels.entries()) {
      makeRoom(level.of, level.found);
      found[number] = level.found;
      firsts[number] = level.of.records;
      const values = level.of.columns[0]?.values;
      if (values === seen[number]) continue;
      seen[number] = values;
      isMoved = true;
    }
    if (isMoved) read = bound();
    cursor.at = read(cursor.bytes, cursor.at, found, firsts, codes);
  };
}

function readerCode({ schema, columns }: Writing, levels: readonly LevelReading[]): string {
  const open = [...schema.openLists];
  const loops = columns.map(({ column }, index) => {
    const level = levels.findIndex(({ of }) => of.level === column.level);
    const into = `column${index}[first + index]`;
    const codes = column.kind === 'code' ? open.indexOf(column.list) : -1;
    const wide = 'bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)';
    const value = column.bytes === 1 ? 'bytes[at]' : wide;
    const body =
      codes < 0
        ? `${into} = ${value};`
        : `const own = ${value}; ${into} = own < 0 ? own : codes[${codes}][own];`;
    return `for (let index = 0, first = firsts[${level}], end = found[${level}]; index < end; index += 1) {
      ${body} at += ${column.bytes};
    }`;
  });
  return `return (bytes, at, found, firsts, codes) => { ${loops.join('\n')} return at; };`;
}

function readBeside(cursor: Cursor, { columns }: Writing, levels: readonly LevelReading[]): void {
  for (let left = count(cursor); left > 0; left -= 1) {
    const column = columns[count(cursor)];
    const index = count(cursor);
    cursor.at += 8;
    const value = cursor.view.getFloat64(cursor.at - 8, true);
    const level = levels.find(({ of }) => of.level === column?.column.level);
    column?.beside.set((level?.of.records ?? 0) + index, value);
  }
}
