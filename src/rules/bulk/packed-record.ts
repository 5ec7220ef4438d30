import type { HouseholdFacts } from '../facts.ts';
import type { Residence } from '../region.ts';
import { byteRow } from './byte-row.ts';
import type { Schema } from './column.ts';
import { writeHousehold } from './write-household.ts';
import { type ListWriting, type Writing, writingOf } from './writing.ts';

/**
 * One household's facts as a row of bytes, kept beside what is stored of it, so that a whole caseload is laid into
 * columns without reading JSON. In order: which schema; the area; the codes of open lists by name; for each record
 * that holds lists how many records and whether anybody asked, level by level; each column; the figures no column holds.
 */
export const RESIDENCES: readonly (Residence | null)[] = [null, 'urban', 'rural'];

/** The facts as `Packer.addRecord` takes them. */
export function packedRecord(schema: Schema, facts: HouseholdFacts): Uint8Array {
  const codes = new Map(schema.codes);
  for (const list of schema.openLists) codes.set(list, new Map());
  const writing = writingOf({ ...schema, codes });
  writeHousehold(writing, facts);
  const row = byteRow();
  row.number(4, tagOf(schema));
  row.number(1, RESIDENCES.indexOf(facts.residence));
  row.text(facts.place);
  for (const list of schema.openLists) {
    const known = [...(codes.get(list)?.keys() ?? [])];
    row.number(2, known.length);
    for (const code of known) row.text(code);
  }
  for (const { starts, asked, records } of listsOf(writing)) {
    for (let above = 0; above < starts.length; above += 1) {
      const end = above + 1 < starts.length ? (starts.values[above + 1] ?? 0) : records;
      row.number(2, end - (starts.values[above] ?? 0));
      row.number(1, asked.values[above] ?? 0);
    }
  }
  for (const { column, values } of writing.columns) {
    const { records } = writing.lists.get(column.level) ?? writing.household;
    for (const value of values.subarray(0, records)) row.number(column.bytes, value);
  }
  const beside = writing.columns.flatMap(({ column, beside: kept }) =>
    [...kept].map(([index, value]) => ({ column: column.number, index, value })),
  );
  row.number(2, beside.length);
  for (const { column, index, value } of beside) {
    row.number(2, column);
    row.number(2, index);
    row.figure(value);
  }
  return row.bytes();
}

/** The levels below the household, the outer ones first: a record's own are counted before they are read. */
export function listsOf({ schema, lists }: Writing): ListWriting[] {
  return schema.levels.flatMap((level) => lists.get(level) ?? []);
}

const tags = new WeakMap<Schema['columns'], number>();

/** FNV-1a over everything the bytes of a record are read by: a record of other columns or codes is told by it. */
export function tagOf({ levels, columns, codes, openLists }: Schema): number {
  const known = tags.get(columns);
  if (known !== undefined) return known;
  const closed = [...codes].flatMap(([list, own]) =>
    openLists.has(list) ? [] : [[list, ...own.keys()]],
  );
  const shape = columns.map(({ level, path, kind, list, bytes, low, high }) => [
    ...[level, path.join('.'), kind, list, bytes, low, high],
  ]);
  let tag = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify([levels, shape, closed]))) {
    tag = Math.imul(tag ^ byte, 0x01000193);
  }
  tags.set(columns, tag);
  return tag;
}
