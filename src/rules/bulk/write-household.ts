import type { HouseholdFacts } from '../facts.ts';
import { type Schema, UNKNOWN, UNKNOWN_BYTE } from './column.ts';
import { factAt, type Facts, LIST_OF, listOf } from './record.ts';
import { type ColumnWriting, type LevelWriting, makeRoom, push, type Writing } from './writing.ts';

/** Writes one household behind those written so far; its area is the caller's. */
export function writeHousehold(writing: Writing, facts: HouseholdFacts): void {
  writeRecord(writing, writing.household, facts, facts);
}

function writeRecord(
  writing: Writing,
  level: LevelWriting,
  record: Facts,
  facts: HouseholdFacts,
): void {
  makeRoom(level, 1);
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
  writing.values[index] = fits ? number : column.bytes === 1 ? UNKNOWN_BYTE : UNKNOWN;
  if (number !== null && !fits) writing.beside.set(index, number);
}

function numberOf(schema: Schema, column: ColumnWriting['column'], value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string')
    throw new TypeError(`no fact: ${column.field.name} ${String(value)}`);
  if (column.kind === 'date') return Number(value.replaceAll('-', ''));
  const known = schema.codes.get(column.list)?.get(value);
  if (known !== undefined) return known;
  if (schema.openLists.has(column.list)) return openCode(schema, column.list, value);
  throw new RangeError(`${column.field.name} 没有这个代码：${value}`);
}

/** The number of a code of an open list, which is numbered as it is met. */
export function openCode({ codes }: Schema, list: string, code: string): number {
  const known = codes.get(list);
  if (!known) throw new Error(`no code list ${list}`);
  const number = known.get(code) ?? known.size;
  known.set(code, number);
  return number;
}
